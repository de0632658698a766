package org.ascertain.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The time of recording as a line has it. Every line of a record is read for it, so that the form
 * which nearly all have, to the second or the millisecond, is read digit by digit.
 */
final class RecordedTime {

  /** Digits stand for any, up to the second; behind it may stand milliseconds. */
  private static final byte[] FORM = "0000-00-00T00:00:00.000".getBytes(UTF_8);

  private static final int SECONDS = 19;
  private static final int DAY_SECONDS = 86_400;
  private static final long MILLI_NANOS = 1_000_000;

  /**
   * The moment that bytes of a line name.
   *
   * @throws java.time.DateTimeException if they name none
   */
  static Instant read(byte[] line, int from, int to) {
    int length = to - 1 - from;
    boolean isUsual = (length == SECONDS || length == FORM.length) && isFormed(line, from, length);
    if (isUsual && line[to - 1] == 'Z') {
      int hour = number(line, from + 11, 2);
      int minute = number(line, from + 14, 2);
      int second = number(line, from + 17, 2);
      // hour 24 and second 60 are left to the JDK, which knows what they mean
      if (hour < 24 && minute < 60 && second < 60) {
        LocalDate day =
            LocalDate.of(
                number(line, from, 4), number(line, from + 5, 2), number(line, from + 8, 2));
        int millis = length == SECONDS ? 0 : number(line, from + 20, 3);
        long seconds = day.toEpochDay() * DAY_SECONDS + hour * 3_600L + minute * 60L + second;
        return Instant.ofEpochSecond(seconds, millis * MILLI_NANOS);
      }
    }
    return Instant.parse(new String(line, from, to - from, UTF_8));
  }

  private static boolean isFormed(byte[] line, int from, int length) {
    for (int i = 0; i < length; i++) {
      byte there = line[from + i];
      boolean fits = FORM[i] == '0' ? there >= '0' && there <= '9' : there == FORM[i];
      if (!fits) return false;
    }
    return true;
  }

  private static int number(byte[] line, int from, int digits) {
    int number = 0;
    for (int i = from; i < from + digits; i++) number = number * 10 + line[i] - '0';
    return number;
  }

  private RecordedTime() {}
}
