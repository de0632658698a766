package org.ascertain.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ascertain.press.AnnotatedTexts.Annotated;
import org.ascertain.press.AnnotatedTexts.Claim;
import org.junit.jupiter.api.Test;

/**
 * Texts in many styles, with planted errors; the last twelve by somebody who had not seen the
 * forms. A finding is held against the marked claims that it shares words with; one that none of
 * them shares is held against nothing, and is listed.
 */
class AnnotatedTextsTest {

  private static final TextCheck CHECK = new TextCheck(new ArchivedRecords());

  /**
   * Of a hundred marked claims so many are read at least, over texts for which forms were made and
   * texts whose authors had seen none.
   */
  private static final int LEAST_RECALL = 59;

  private record Met(String text, Finding finding, Claim claim) {
    boolean agrees() {
      return finding.verdict().word().equals(claim.verdict());
    }

    /** A verdict that speaks: where the record is silent nothing wrong is said. */
    boolean speaks() {
      return finding.verdict() != Verdict.BEYOND;
    }

    @Override
    public String toString() {
      return "%s: %s, marked %s: \"%s\" <- \"%s\" (%s) %s"
          .formatted(
              text,
              finding.verdict().word(),
              claim.verdict(),
              finding.claim(),
              claim.quote(),
              finding.form(),
              finding.why());
    }
  }

  @Test
  void verdicts_are_right_and_no_contradicted_claim_is_called_supported() {
    List<Met> met = new ArrayList<>();
    List<String> unmarked = new ArrayList<>();
    List<String> missed = new ArrayList<>();
    Map<String, int[]> recall = new TreeMap<>();
    for (Annotated text : AnnotatedTexts.all()) {
      CheckedText checked = CHECK.check(text.text(), Optional.empty(), Optional.empty());
      assertThat(checked.refused()).as(text.name()).isEmpty();
      for (Claim claim : text.claims()) {
        int[] counts = recall.computeIfAbsent(claim.kind(), none -> new int[2]);
        counts[1]++;
        if (checked.findings().stream().anyMatch(f -> overlap(f, claim) > 0)) counts[0]++;
        else
          missed.add(
              text.name() + ": " + claim.kind() + " " + claim.verdict() + ": " + claim.quote());
      }
      for (Finding finding : checked.findings())
        text.claims().stream()
            .filter(claim -> overlap(finding, claim) > 0)
            .max((a, b) -> Integer.compare(overlap(finding, a), overlap(finding, b)))
            .ifPresentOrElse(
                claim -> met.add(new Met(text.name(), finding, claim)),
                () ->
                    unmarked.add(
                        text.name()
                            + ": "
                            + finding.verdict().word()
                            + " "
                            + finding.form()
                            + ": "
                            + finding.claim()
                            + " -- "
                            + finding.why()));
    }
    List<Met> speaking = met.stream().filter(Met::speaks).toList();
    List<Met> wrong = speaking.stream().filter(m -> !m.agrees()).toList();
    double precision = 1 - (double) wrong.size() / speaking.size();
    System.out.printf("precision %.3f of %d%n", precision, speaking.size());
    recall.forEach(
        (kind, counts) -> System.out.printf("recall %-20s %d of %d%n", kind, counts[0], counts[1]));
    wrong.forEach(m -> System.out.println("WRONG " + m));
    met.stream()
        .filter(m -> !m.speaks() && !m.agrees())
        .forEach(m -> System.out.println("SILENT " + m));
    unmarked.forEach(u -> System.out.println("UNMARKED " + u));
    missed.forEach(m -> System.out.println("MISSED " + m));
    assertThat(
            speaking.stream()
                .filter(m -> m.finding().verdict() == Verdict.SUPPORTED)
                .filter(m -> m.claim().verdict().equals("contradicted")))
        .isEmpty();
    assertThat(precision).isGreaterThanOrEqualTo(0.95);
    int read = recall.values().stream().mapToInt(counts -> counts[0]).sum();
    int all = recall.values().stream().mapToInt(counts -> counts[1]).sum();
    System.out.printf("recall in all %d of %d%n", read, all);
    assertThat(read * 100).as("of %d claims", all).isGreaterThan(LEAST_RECALL * all);
  }

  private static int overlap(Finding finding, Claim claim) {
    return Math.min(finding.end(), claim.end()) - Math.max(finding.start(), claim.start());
  }
}
