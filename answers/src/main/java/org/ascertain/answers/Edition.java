package org.ascertain.answers;

import java.io.IOException;

/**
 * What an answer is about, apart from its facts.
 *
 * @param live whether the record goes on
 * @param rehearsal whether an election of the archive happens again, and nothing of it is news
 */
public record Edition(boolean live, boolean rehearsal) {

  /** An election that is over, whose record is whole. */
  public static final Edition OVER = new Edition(false, false);

  /** An election whose record goes on. */
  public static final Edition LIVE = new Edition(true, false);

  /** An election of the archive that happens again. */
  public static final Edition REHEARSAL = new Edition(true, true);

  void mark(JsonAnswer json) throws IOException {
    if (live) json.truth("live", true);
    if (rehearsal) json.truth("rehearsal", true);
  }
}
