package org.ascertain.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * How every line of a record begins: <code>{"index":n,"recorded":"…Z",</code>. It is read here
 * without regard to the fact behind it, so that order and times can be checked at the speed of the
 * bytes.
 *
 * @param index the place that the entry claims
 * @param recorded when it was recorded
 */
public record EntryLine(long index, Instant recorded) {

  private static final byte[] INDEX = "{\"index\":".getBytes(UTF_8);
  private static final byte[] RECORDED = ",\"recorded\":\"".getBytes(UTF_8);
  private static final byte[] FACT = "\"fact\":".getBytes(UTF_8);
  private static final int LONGEST_TIME = 40;

  /**
   * How many bytes may stand before the fact: the greatest index, milliseconds, an account of 64
   * characters.
   */
  static final int LONGEST_PLACE =
      new EntryLine((1L << 53) - 1, Instant.parse("2020-11-04T00:00:00.001Z"))
              .write("a".repeat(64), new byte[0])
              .length
          - 1;

  /** Reads the beginning of a line; empty if it is not that of an entry. */
  public static Optional<EntryLine> of(byte[] line) {
    if (!stands(INDEX, line, 0)) return Optional.empty();
    int at = INDEX.length;
    long index = 0;
    while (at < line.length && line[at] >= '0' && line[at] <= '9' && index < 1L << 53)
      index = index * 10 + line[at++] - '0';
    int digits = at - INDEX.length;
    if (digits == 0 || (digits > 1 && line[INDEX.length] == '0') || !stands(RECORDED, line, at))
      return Optional.empty();
    int from = at + RECORDED.length;
    int to = from;
    while (to < line.length && to - from < LONGEST_TIME && line[to] != '"') to++;
    if (to + 1 >= line.length || line[to] != '"' || line[to + 1] != ',' || line[to - 1] != 'Z')
      return Optional.empty();
    try {
      return Optional.of(new EntryLine(index, RecordedTime.read(line, from, to)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * Writes a whole line.
   *
   * @param recordedBy an opaque account number, or {@code archive}
   * @param fact the fact's fields, from <code>"fact":</code> on, without the brace behind them
   */
  public byte[] write(String recordedBy, byte[] fact) {
    byte[] head = (beforeTime(index) + behindIndex(recorded, recordedBy)).getBytes(UTF_8);
    byte[] line = new byte[head.length + fact.length + 1];
    System.arraycopy(head, 0, line, 0, head.length);
    System.arraycopy(fact, 0, line, head.length, fact.length);
    line[line.length - 1] = '}';
    return line;
  }

  static String beforeTime(long index) {
    return "{\"index\":" + index;
  }

  /** What stands between the index and the fact. */
  static String behindIndex(Instant recorded, String recordedBy) {
    return ",\"recorded\":\"" + recorded + "\",\"recordedBy\":\"" + recordedBy + "\",";
  }

  /**
   * The fields of the fact in a line, from <code>"fact":</code> on, without the brace behind them.
   * The first place where that stands is the fact's: before it come an index, moments and an
   * account, whose letters have no quotation mark among them.
   */
  public static byte[] factOf(byte[] line) {
    int from = 0;
    while (from < line.length && !stands(FACT, line, from)) from++;
    if (from == line.length) throw new IllegalArgumentException("no fact stands in the line");
    return Arrays.copyOfRange(line, from, line.length - 1);
  }

  private static boolean stands(byte[] text, byte[] line, int at) {
    if (line.length - at < text.length) return false;
    for (int i = 0; i < text.length; i++) if (line[at + i] != text[i]) return false;
    return true;
  }
}
