package org.ascertain.press;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A text with what was found in it.
 *
 * @param day as of which it was judged
 * @param dayFrom from what that day is known, in words
 * @param refused why it could not be judged, if it could not
 * @param findings in the order of the text, none over another
 * @param sentences how many there are
 * @param withClaims how many of them hold a claim that is known
 */
public record CheckedText(
    Optional<LocalDate> day,
    String dayFrom,
    String language,
    Optional<String> refused,
    List<Finding> findings,
    int sentences,
    int withClaims) {

  public CheckedText {
    findings = List.copyOf(findings);
  }

  /** With what {@code dayFrom} begins where the text itself has no day. */
  static final String UNDATED = "the text has no date";

  /** Whether the day as of which it was judged is its own. */
  boolean isDated() {
    return day.isPresent() && !dayFrom.startsWith(UNDATED);
  }

  static CheckedText refused(String language, String why) {
    return new CheckedText(Optional.empty(), "", language, Optional.of(why), List.of(), 0, 0);
  }

  /** How many findings have a verdict. */
  public long count(Verdict verdict) {
    return findings.stream().filter(finding -> finding.verdict() == verdict).count();
  }
}
