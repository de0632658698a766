package org.ascertain.press;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which patterns of the forms may match a line, without asking each of them: by a run of letters
 * that each cannot match without. Most lines have few of those.
 */
final class FormIndex {

  private final List<Form.Cue> cues = new ArrayList<>();

  /** The first pattern of each form; one more than the forms has the end. */
  private final int[] firsts;

  private final List<List<Integer>> byRun;

  /** Those that need no word. */
  private final List<Integer> always = new ArrayList<>();

  /** Of some of the forms; the others have no patterns in it. */
  FormIndex(List<Form> forms, Predicate<Form> which) {
    firsts = new int[forms.size() + 1];
    byRun = new ArrayList<>();
    for (int i = 0; i < Trigger.Runs.SIZE; i++) byRun.add(new ArrayList<>());
    for (int i = 0; i < forms.size(); i++) {
      firsts[i] = cues.size();
      if (which.test(forms.get(i))) forms.get(i).patterns().forEach(this::add);
    }
    firsts[forms.size()] = cues.size();
  }

  private void add(Form.Cue cue) {
    int at = cues.size();
    cues.add(cue);
    List<int[]> words = cue.trigger().rarest();
    if (words.isEmpty()) always.add(at);
    for (int[] word : words) {
      // of the runs of a word the one that the fewest share
      Optional<Integer> run =
          Arrays.stream(word)
              .boxed()
              .min((a, b) -> Integer.compare(byRun.get(a).size(), byRun.get(b).size()));
      run.ifPresent(r -> byRun.get(r).add(at));
    }
  }

  /** The patterns that may match a line with such marks and runs of letters. */
  BitSet mayMatch(int letters, Trigger.Runs runs) {
    BitSet found = new BitSet(cues.size());
    always.forEach(each -> mark(each, letters, runs, found));
    runs.forEach(run -> byRun.get(run).forEach(each -> mark(each, letters, runs, found)));
    return found;
  }

  private void mark(int at, int letters, Trigger.Runs runs, BitSet found) {
    if (cues.get(at).mayMatch(letters, runs)) found.set(at);
  }

  Form.Cue cue(int at) {
    return cues.get(at);
  }

  /** The first pattern of a form among those that may match; the end of the form's where none. */
  int first(int form, BitSet mayMatch) {
    return next(form, mayMatch, firsts[form]);
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
