package org.ascertain.press;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which patterns of the forms may match a line, without asking each of them: by a run of letters
 * that each cannot match without. Most lines have few of those.
 */
final class FormIndex {

  private final List<Form.Cue> cues = new ArrayList<>();

  /** The first pattern of each form; one more than the forms has the end. */
  private final int[] firsts;

  /** The patterns that need each run of letters, and those that need none. */
  private final int[][] byRun;

  private final int[] always;

  /** Of some of the forms; the others have no patterns in it. */
  FormIndex(List<Form> forms, Predicate<Form> which) {
    firsts = new int[forms.size() + 1];
    for (int i = 0; i < forms.size(); i++) {
      firsts[i] = cues.size();
      if (which.test(forms.get(i))) cues.addAll(forms.get(i).patterns());
    }
    firsts[forms.size()] = cues.size();
    byRun = new int[Trigger.Runs.SIZE][0];
    List<Integer> withoutWord = new ArrayList<>();
    for (int at = 0; at < cues.size(); at++) {
      List<int[]> words = cues.get(at).trigger().rarest();
      if (words.isEmpty()) withoutWord.add(at);
      for (int[] word : words) {
        int run = leastShared(word);
        byRun[run] = Arrays.copyOf(byRun[run], byRun[run].length + 1);
        byRun[run][byRun[run].length - 1] = at;
      }
    }
    always = withoutWord.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Of the runs of a word the one that the fewest patterns share. */
  private int leastShared(int[] word) {
    int least = word[0];
    for (int run : word) if (byRun[run].length < byRun[least].length) least = run;
    return least;
  }

  /** The patterns that may match a line with such marks and runs of letters. */
  BitSet mayMatch(int letters, Trigger.Runs runs) {
    BitSet found = new BitSet(cues.size());
    mark(always, letters, runs, found);
    runs.forEach(run -> mark(byRun[run], letters, runs, found));
    return found;
  }

  private void mark(int[] these, int letters, Trigger.Runs runs, BitSet found) {
    for (int at : these) if (cues.get(at).mayMatch(letters, runs)) found.set(at);
  }

  Form.Cue cue(int at) {
    return cues.get(at);
  }

  /** The first pattern of a form among those that may match; the end of the form's where none. */
  int first(int form, BitSet mayMatch) {
    return next(form, mayMatch, firsts[form]);
  }

  /** Whether a form has one among those that may match. */
  boolean has(int form, BitSet mayMatch) {
    return first(form, mayMatch) < end(form);
  }

  /** The next of them from a place on. */
  int next(int form, BitSet mayMatch, int from) {
    int next = mayMatch.nextSetBit(from);
    return next < 0 ? end(form) : Math.min(next, end(form));
  }

  /** One more than the last pattern of a form. */
  int end(int form) {
    return firsts[form + 1];
  }
}
