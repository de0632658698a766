package org.ascertain.desk;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ascertain.archive.Archive;
import org.ascertain.desk.Rows.Read;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Problem;
import org.ascertain.election.Washington;
import org.ascertain.record.FactWord;
import org.jspecify.annotations.Nullable;

/**
 * Decides about one row after the other: form first, then what the sender may hand in, then sense,
 * then everything that the checks hold it against.
 */
final class Judge {

  /**
   * What was decided.
   *
   * @param row with every problem that was found
   * @param findings the gravest first
   */
  record Judged(Row row, Decision decision, List<Finding> findings) {
    /** The same row with another decision. */
    Judged with(Decision other) {
      return new Judged(row, other, findings);
    }

    /** All that is told of the row. */
    List<Told> told() {
      return Told.all(RowChecks.problems(row, findings), findings);
    }
  }

  private final String election;
  private final InstantSource clock;
  private final Thresholds thresholds;

  /** Of the election, whose law stays: the hours of its polls are worked out once. */
  private volatile @Nullable Context usual;

  Judge(String election, InstantSource clock, Thresholds thresholds) {
    this.election = election;
    this.clock = clock;
    this.thresholds = thresholds;
  }

  Thresholds thresholds() {
    return thresholds;
  }

  /** What the rows of one intake are held against besides the record. */
  Context context(RecordState state, Neighbours neighbours) {
    Context known = usual;
    if (known == null) usual = known = usual(state);
    return known.among(neighbours).with(state.header()).at(Washington.nanos(clock.instant()));
  }

  private Context usual(RecordState state) {
    return new Context(
        state.law(),
        state.header(),
        Archive.knownUnits(),
        new Neighbours(),
        Washington.nanos(clock.instant()),
        thresholds,
        Set.of());
  }

  /**
   * Decides about a row as it was read; its sender's scope and policy count.
   *
   * @param context of its intake
   */
  Judged judge(Read read, Sender sender, RecordState state, Context context) {
    Row row = read.row();
    List<Finding> findings = new ArrayList<>(read.findings());
    if (row.fact().isPresent()) {
      Fact fact = row.fact().get();
      Optional<Finding> refusal = refusal(row.number(), fact, sender);
      if (refusal.isPresent()) return new Judged(row, Decision.REFUSED, List.of(refusal.get()));
      if (state.has(fact)) return new Judged(row, Decision.UNCHANGED, List.of());
      source(row.number(), fact, sender).ifPresent(findings::add);
      row = withSense(row, fact, state, sender.account());
    }
    return judged(row, findings, sender.policy(), state, context);
  }

  /**
   * Looks at a fact by which two people are to stand: in how it is handed in nothing is amiss.
   *
   * @param account of whoever puts it forward
   */
  Judged judgeBinding(Fact fact, String account, RecordState state) {
    Row row = withSense(Row.of(1, KeptRow.draft(fact), fact), fact, state, account);
    return judged(row, new ArrayList<>(), Policy.ASIDE, state, context(state, new Neighbours()));
  }

  private Judged judged(
      Row row, List<Finding> findings, Policy policy, RecordState state, Context context) {
    findings.addAll(
        RowChecks.of(
            row,
            state.before(),
            context.with(state.header()).at(Washington.nanos(clock.instant()))));
    findings.sort(Finding.WORST_FIRST);
    return new Judged(row, Decision.of(row, findings, policy), findings);
  }

  private Row withSense(Row row, Fact fact, RecordState state, String account) {
    Entry entry = new Entry(state.size(), clock.instant(), account, fact);
    Optional<Problem> problem = state.problem(entry);
    if (problem.isEmpty()) return row;
    List<Problem> problems = new ArrayList<>(row.problems());
    problems.add(
        new Problem(
            problem.get().check(), row.number() - 1, problem.get().path(), problem.get().detail()));
    return new Row(row.number(), row.raw(), row.cells(), row.fact(), problems);
  }

  /** Why a fact may not be handed in by anybody, or by this sender. */
  private Optional<Finding> refusal(long row, Fact fact, Sender sender) {
    if (!sender.isAlone() && Binding.is(fact, Set.of()))
      return Optional.of(
          Finding.of(IntakeCheck.NEEDS_TWO, row, "fact", Figure.text("kind", FactWord.of(fact))));
    return sender
        .scope()
        .flatMap(scope -> scope.beyond(election, fact).map(beyond -> beyond(row, scope, beyond)));
  }

  private static Finding beyond(long row, Scope scope, Scope.Beyond beyond) {
    String path =
        switch (beyond.part()) {
          case ELECTION -> "election";
          case FACT -> "fact";
          case CALLER -> "caller";
          case UNIT -> "unit";
        };
    return Finding.of(
        IntakeCheck.OUT_OF_SCOPE,
        row,
        path,
        Figure.text("scope", inWords(scope, beyond.part())),
        Figure.text("what", beyond.asked()));
  }

  private static String inWords(Scope scope, Scope.Part part) {
    Set<String> may =
        switch (part) {
          case ELECTION -> scope.elections();
          case FACT -> scope.facts();
          case CALLER -> scope.callers();
          case UNIT -> scope.units();
        };
    return may.isEmpty() ? "nothing of this kind" : String.join(", ", new TreeSet<>(may));
  }

  private static Optional<Finding> source(long row, Fact fact, Sender sender) {
    String id = fact.attestation().source().id();
    return sender
        .scope()
        .filter(scope -> !scope.hasSource(id))
        .map(
            scope ->
                Finding.of(
                    IntakeCheck.SOURCE_OUT_OF_SCOPE,
                    row,
                    "source",
                    Figure.text("source", id),
                    Figure.text("sources", String.join(", ", new TreeSet<>(scope.sources())))));
  }
}
