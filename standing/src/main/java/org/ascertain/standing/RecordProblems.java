package org.ascertain.standing;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Addition;
import org.ascertain.election.Problem;
import org.ascertain.law.Law;

/** What is wrong with a record as of a moment, and what in it somebody should look at. */
final class RecordProblems {

  private final KnownFacts facts;
  private final int size;
  private final long until;
  private final Tabulation now;

  /**
   * Problems among the first entries of a record.
   *
   * @param size how many of its entries are known
   * @param until what took effect after this moment (nanoseconds since 1970-01-01T00:00Z) is left
   *     out
   * @param now the state of these facts at the moment
   */
  RecordProblems(KnownFacts facts, int size, long until, Tabulation now) {
    this.facts = facts;
    this.size = size;
    this.until = Math.min(until, now.now());
    this.now = now;
  }

  /** What counts nowhere, and what was done against the law and stands all the same. */
  List<Problem> all() {
    return inOrder(Stream.of(refused(), againstTheLaw(now)));
  }

  /** Facts that make no sense, in themselves or beside others; none of them counts anywhere. */
  List<Problem> refused() {
    return inOrder(
        Stream.of(
            HeaderChecks.problems(facts.header),
            Declarations.problems(declaring()),
            now.problems(),
            facts.problems(size),
            betweenFacts(now)));
  }

  /** What was done against the law of the day; it counts as it was done. */
  static List<Problem> againstTheLaw(Tabulation now) {
    Law law = now.law();
    return inOrder(
        now.register().jurisdictions.stream()
            .map(
                code ->
                    Stream.concat(
                            new Pledges(now, code).problem().stream(),
                            new Counting(law, now.facts(code)).problems().stream())
                        .toList()));
  }

  /** Facts that stand and that somebody should look at. They count like all others. */
  List<Problem> remarks() {
    return inOrder(Stream.of(Remarks.of(now, facts.inTime.mayBeEarly(size, until), declaring())));
  }

  private static List<Problem> inOrder(Stream<List<Problem>> problems) {
    return problems.flatMap(List::stream).sorted(Comparator.comparingLong(Problem::index)).toList();
  }

  /** What facts say of others that are not so: they have no effect. */
  static List<Problem> betweenFacts(Tabulation now) {
    Stream<Entry> withdrawals =
        Stream.concat(
            now.nation().withdrawnWithoutCall().stream(),
            now.register().jurisdictions.stream()
                .flatMap(code -> now.facts(code).withdrawnWithoutCall().stream()));
    return Stream.concat(now.challenges().problems().stream(), withdrawals.map(Calls::notCalled))
        .toList();
  }

  /** The entries that declare names by the moment, in the order of the record. */
  private List<Entry> declaring() {
    return facts.others(size).stream()
        .map(row -> row.entry)
        .filter(entry -> entry.index() == 0 || entry.fact() instanceof Addition)
        .filter(entry -> entry.index() == 0 || entry.effective() <= until)
        .sorted(Comparator.comparingLong(Entry::index))
        .toList();
  }
}
