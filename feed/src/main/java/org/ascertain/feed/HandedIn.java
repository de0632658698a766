package org.ascertain.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of rows that were handed in, as the desk told it: of one request, or of several
 * together.
 *
 * @param intakes the numbers under which the desk keeps them
 * @param held whether so many rows were kept aside that the desk has stopped, and asks a person
 * @param findings of rows that were not simply recorded
 * @param more how many further findings the desk has and did not list
 */
public record HandedIn(
    List<String> intakes,
    long rows,
    long recorded,
    long known,
    long kept,
    long proposed,
    long refused,
    boolean held,
    List<Found> findings,
    long more) {

  public static final HandedIn NOTHING =
      new HandedIn(List.of(), 0, 0, 0, 0, 0, 0, false, List.of(), 0);

  /** The state of an intake that goes no further until somebody has decided about its rows. */
  private static final String HELD = "held";

  public HandedIn {
    intakes = List.copyOf(intakes);
    findings = List.copyOf(findings);
  }

  /**
   * What a check found.
   *
   * @param row from 1, in the whole of what was handed in; 0 where the request is meant
   * @param severity {@code refuse}, {@code aside}, {@code ask} or {@code note}
   * @param kept the number of the row that was kept aside for it
   */
  public record Found(
      long row,
      String code,
      String severity,
      String path,
      String says,
      String advice,
      Optional<String> kept) {}

  /** Reads an intake's answer. */
  static HandedIn of(JsonNode answer) {
    List<Found> findings = new ArrayList<>();
    for (JsonNode each : answer.path("findings")) findings.add(found(each));
    JsonNode intake = answer.path("intake");
    return new HandedIn(
        intake.isMissingNode() || intake.isNull() ? List.of() : List.of(intake.asText()),
        answer.path("rows").asLong(),
        answer.path("recorded").asLong(),
        answer.path("known").asLong(),
        answer.path("kept").asLong(),
        answer.path("proposed").asLong(),
        answer.path("refused").asLong(),
        answer.path("state").asText().equals(HELD),
        findings,
        answer.path("more").asLong());
  }

  private static Found found(JsonNode each) {
    JsonNode kept = each.path("kept");
    return new Found(
        each.path("row").asLong(),
        each.path("code").asText(),
        each.path("severity").asText(),
        each.path("path").asText(),
        each.path("says").asText(),
        each.path("advice").asText(),
        kept.isMissingNode() || kept.isNull() ? Optional.empty() : Optional.of(kept.asText()));
  }

  /** This and what was handed in after it. */
  HandedIn and(HandedIn next) {
    List<String> all = new ArrayList<>(intakes);
    all.addAll(next.intakes);
    List<Found> found = new ArrayList<>(findings);
    for (Found each : next.findings)
      found.add(
          new Found(
              each.row() == 0 ? 0 : rows + each.row(),
              each.code(),
              each.severity(),
              each.path(),
              each.says(),
              each.advice(),
              each.kept()));
    return new HandedIn(
        all,
        rows + next.rows,
        recorded + next.recorded,
        known + next.known,
        kept + next.kept,
        proposed + next.proposed,
        refused + next.refused,
        held || next.held,
        found,
        more + next.more);
  }

  /**
   * The same, of a request of so many rows: where the desk has read them all, none waits for what a
   * person decides about those kept aside.
   */
  HandedIn of(long sent) {
    return new HandedIn(
        intakes,
        rows,
        recorded,
        known,
        kept,
        proposed,
        refused,
        held && rows < sent,
        findings,
        more);
  }

  /** The same of what had been handed in before: nothing of it is new. */
  public HandedIn again() {
    return new HandedIn(
        intakes, rows, 0, recorded + known, kept, proposed, refused, held, findings, more);
  }

  /** Whether each row is in the record now. */
  public boolean isWhole() {
    return recorded + known == rows && !held;
  }
}
