package org.ascertain.server;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One range of bytes (RFC 9110, 14.2), both ends inclusive. What is malformed, or more than one
 * range, is passed over, as the standard allows: the whole is sent.
 */
record ByteRange(long first, long last) {

  private static final Pattern FORM = Pattern.compile("(?i)bytes=([0-9]{0,18})-([0-9]{0,18})");

  /**
   * The range that a header asks for, of so many bytes.
   *
   * @throws Refusal if it lies outside of them
   */
  static Optional<ByteRange> of(@Nullable String header, long length) {
    if (header == null) return Optional.empty();
    Matcher form = FORM.matcher(header.strip());
    if (!form.matches() || (form.group(1).isEmpty() && form.group(2).isEmpty()))
      return Optional.empty();
    boolean isSuffix = form.group(1).isEmpty();
    long given = isSuffix ? 0 : Long.parseLong(form.group(1));
    long end = form.group(2).isEmpty() ? length - 1 : Long.parseLong(form.group(2));
    if (!isSuffix && !form.group(2).isEmpty() && end < given) return Optional.empty();
    long first = isSuffix ? Math.max(0, length - end) : given;
    long last = isSuffix ? length - 1 : Math.min(end, length - 1);
    if (first > last)
      throw new Refusal(
              416,
              "No such range",
              "There are %d bytes; the range begins behind them.".formatted(length))
          .with("Content-Range", "bytes */" + length);
    return Optional.of(new ByteRange(first, last));
  }
}
