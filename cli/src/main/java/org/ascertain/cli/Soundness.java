package org.ascertain.cli;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ascertain.desk.ElectionHistory;
import org.ascertain.election.Check;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Problem;
import org.ascertain.law.Law;
import org.ascertain.record.RecordReader;
import org.ascertain.record.RecordReader.Reading;
import org.ascertain.standing.History;

/**
 * What is wrong with a record: with its form, and with the sense of the facts that could be read.
 *
 * @param problems in the order of lines
 * @param further how many more there are that are not listed
 */
record Soundness(List<Problem> problems, long further) {

  /** What a fact that could not be read may have held: missing it then is no second mistake. */
  private static final Set<Check> OF_OTHERS =
      EnumSet.of(Check.NOT_IN_FORCE, Check.UNKNOWN_CHALLENGE);

  static Soundness of(Reading reading) {
    List<Problem> problems = new ArrayList<>(reading.problems());
    boolean complete = isComplete(reading);
    for (Problem problem : sense(reading.entries()))
      if (complete || !OF_OTHERS.contains(problem.check())) problems.add(problem);
    problems.sort(Comparator.comparingLong(Problem::index));
    return new Soundness(List.copyOf(problems), reading.furtherProblems());
  }

  /**
   * What makes a record unreadable: a fault of form, or that it is of no election whose law is
   * known.
   */
  static Soundness ofForm(Reading reading) {
    List<Problem> problems = new ArrayList<>(reading.problems());
    History.header(reading.entries()).flatMap(Soundness::unknownYear).ifPresent(problems::add);
    return new Soundness(List.copyOf(problems), reading.furtherProblems());
  }

  /** The same of a record of whatever length, of which nothing is kept. */
  static Soundness ofForm(InputStream record) {
    List<Problem> problems = new ArrayList<>();
    long[] further = {0};
    RecordReader.forEach(
        record,
        line -> {
          for (Problem problem : line.problems()) {
            if (problems.size() < RecordReader.MOST_PROBLEMS) problems.add(problem);
            else further[0]++;
          }
          line.entry()
              .flatMap(entry -> History.header(List.of(entry)))
              .flatMap(Soundness::unknownYear)
              .ifPresent(problems::add);
        });
    return new Soundness(List.copyOf(problems), further[0]);
  }

  private static Optional<Problem> unknownYear(Header header) {
    int year = header.law().orElse(header.year());
    if (Law.of(year).isPresent()) return Optional.empty();
    String path = header.law().isPresent() ? "law" : "year";
    return Optional.of(new Problem(Check.UNKNOWN_YEAR, 0, path, Integer.toString(year)));
  }

  /** Facts that stand and that somebody should look at, in a record that can be read. */
  static List<Problem> remarks(Reading reading) {
    if (ofForm(reading).count() > 0) return List.of();
    Header header = History.header(reading.entries()).orElseThrow();
    Law law = Law.of(header.law().orElse(header.year())).orElseThrow();
    History history = ElectionHistory.of(reading.entries(), law, History.ALL);
    return history.remarks(history.end());
  }

  /**
   * What the record tells was done against the law of its day: no fault of the record, which says
   * what happened. A record with other problems is not asked.
   */
  static List<Problem> againstTheLaw(Reading reading) {
    if (of(reading).count() > 0) return List.of();
    History history = ElectionHistory.of(reading.entries());
    return history.againstTheLaw(history.end());
  }

  private static boolean isComplete(Reading reading) {
    Set<Long> read = new HashSet<>();
    for (Entry entry : reading.entries()) read.add(entry.index());
    return reading.problems().stream().allMatch(problem -> read.contains(problem.index()));
  }

  private static List<Problem> sense(List<Entry> entries) {
    Optional<Header> header = History.header(entries);
    if (header.isEmpty()) return List.of();
    Optional<Problem> unknown = unknownYear(header.get());
    if (unknown.isPresent()) return List.of(unknown.get());
    Law law = Law.of(header.get().law().orElse(header.get().year())).orElseThrow();
    History history = ElectionHistory.of(entries, law, History.ALL);
    return history.problems(history.end());
  }

  /** How many problems there are. */
  long count() {
    return problems.size() + further;
  }
}
