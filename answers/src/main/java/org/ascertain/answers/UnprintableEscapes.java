package org.ascertain.answers;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import org.jspecify.annotations.Nullable;

/**
 * Characters that would do something to the terminal on which an answer is shown stand as escapes,
 * which mean the same: control characters beyond ASCII, and what turns the direction of writing.
 */
final class UnprintableEscapes extends CharacterEscapes {

  private static final long serialVersionUID = 1;

  private static final int[] ASCII = CharacterEscapes.standardAsciiEscapesForJSON();

  @Override
  public int[] getEscapeCodesForAscii() {
    return ASCII.clone();
  }

  @Override
  public @Nullable SerializableString getEscapeSequence(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          new SerializedString("\\u%04X".formatted(character));
      default -> null;
    };
  }
}
