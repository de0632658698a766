package org.ascertain.press;

import java.util.List;
import java.util.Set;

/**
 * A sentence as it is marked, and what those before it leave open.
 *
 * @param otherElections of which it may speak besides the text's own
 * @param doubts from where to where something was against the record that is told so that it may be
 *     meant otherwise: of it no other form calls a part supported
 * @param pending claims beside which something was not read
 */
record ReadSentence(
    Sentences.Place place,
    Tagged tagged,
    Scene scene,
    Set<Integer> otherElections,
    List<int[]> doubts,
    List<HalfRead> pending) {

  /** Where in its sentence a character of the text as it came stands. */
  int placeIn(Text text, int origin) {
    int at = place.start();
    while (at < place.end() && text.origin(at) < origin) at++;
    return at - place.start();
  }

  /** Whether of what a finding is of something may be meant otherwise. */
  boolean isDoubted(Text text, Finding each) {
    return doubts.stream()
        .anyMatch(
            doubt ->
                text.origin(place.start() + doubt[0]) < each.end()
                    && each.start() < text.origin(place.start() + doubt[1]));
  }

  /** Whether a score is only supposed, or told against the record as what it stood at. */
  boolean isNoOutcome(Form form, Judged judged, int from, int to) {
    if (form.kind() != Kind.SCORE || form.mayBeAhead() || judged.verdict() == Verdict.BEYOND)
      return false;
    if (Outcome.isSupposed(tagged)) return true;
    if (judged.verdict() == Verdict.SUPPORTED || Outcome.isTold(tagged)) return false;
    doubts.add(new int[] {from, to});
    return true;
  }
}
