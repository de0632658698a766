package org.ascertain.record;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import org.ascertain.election.When;
import org.jspecify.annotations.Nullable;

/**
 * Texts in ASCII that stood in lines before, found by their bytes: so a text that comes again is
 * made no second time. Each has a slot; what would have the same one takes the place of the other
 * once there are as many slots as there may be.
 */
final class KnownTexts {

  private static final int FEWEST = 1 << 8;
  private static final int MOST = 1 << 17;

  private final Decoder in;
  private byte[][] bytes = new byte[FEWEST][];
  private @Nullable String[] texts = new String[FEWEST];
  private @Nullable When[] times = new When[FEWEST];
  private int used;

  KnownTexts(Decoder in) {
    this.in = in;
  }

  /** The slot of the text that these bytes are, known from now on. */
  int slot(byte[] line, int from, int to) {
    int slot = slot(hash(line, from, to));
    byte[] known = bytes[slot];
    if (known != null && Arrays.equals(known, 0, known.length, line, from, to)) return slot;
    if (known == null && ++used > bytes.length / 2 && bytes.length < MOST) {
      grow();
      slot = slot(hash(line, from, to));
    }
    bytes[slot] = Arrays.copyOfRange(line, from, to);
    texts[slot] = in.one(new String(line, from, to - from, ISO_8859_1));
    times[slot] = null;
    return slot;
  }

  /** The text in a slot, as the instance that stands for all equal ones. */
  @Nullable String text(int slot) {
    return texts[slot];
  }

  /** The time that the text in a slot says, if a record writes it so; null if not. */
  @Nullable When time(int slot) {
    When time = times[slot];
    String text = texts[slot];
    if (time != null || text == null) return time;
    time = in.timeOrNull(text);
    if (time == null || !time.toString().equals(text)) return null;
    times[slot] = time;
    return time;
  }

  private int slot(int hash) {
    return hash >>> (Integer.SIZE - Integer.numberOfTrailingZeros(bytes.length));
  }

  private static int hash(byte[] line, int from, int to) {
    int hash = to - from;
    for (int i = from; i < to; i++) hash = hash * 31 + line[i];
    return hash * 0x9E3779B9;
  }

  private void grow() {
    byte[][] oldBytes = bytes;
    @Nullable String[] oldTexts = texts;
    @Nullable When[] oldTimes = times;
    bytes = new byte[oldBytes.length * 4][];
    texts = new String[bytes.length];
    times = new When[bytes.length];
    used = 1;
    for (int i = 0; i < oldBytes.length; i++) {
      if (oldBytes[i] == null) continue;
      int slot = slot(hash(oldBytes[i], 0, oldBytes[i].length));
      if (bytes[slot] == null) used++;
      bytes[slot] = oldBytes[i];
      texts[slot] = oldTexts[i];
      times[slot] = oldTimes[i];
    }
  }
}
