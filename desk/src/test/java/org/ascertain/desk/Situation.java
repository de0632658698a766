package org.ascertain.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.ascertain.archive.Archive;
import org.ascertain.election.Attestation;
import org.ascertain.election.Caller;
import org.ascertain.election.Candidate;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Problem;
import org.ascertain.election.Ticket;
import org.ascertain.election.Votes;
import org.ascertain.election.Washington;
import org.ascertain.election.When;
import org.ascertain.law.Law;

/** What the desk holds in a test, and a row that arrives. */
final class Situation {

  static final Header HEADER =
      new Header(
          attested("2020-11-03"),
          "us-president-2020",
          2020,
          OptionalInt.empty(),
          List.of(
              new Candidate("biden", "Joseph R. Biden Jr.", Optional.of("Democratic")),
              new Candidate("trump", "Donald J. Trump", Optional.of("Republican"))),
          List.of(
              new Ticket("biden", "biden", Optional.empty()),
              new Ticket("trump", "trump", Optional.empty())),
          List.of(new Caller("AP", "AP"), new Caller("NBC", "NBC"), new Caller("own", "Own")),
          Optional.of("AP"),
          List.of("state", "wire"));

  private static final Law LAW = Law.of(HEADER).orElseThrow();

  private final FiguresInForce before = new FiguresInForce();
  private final Neighbours neighbours = new Neighbours();
  private Thresholds thresholds = Thresholds.defaults();
  private Instant now = Instant.parse("2020-11-04T06:00:00Z");
  private long entries = 1;
  private long rows = 1;

  static Attestation attested(String at) {
    return Attestation.of(When.parse(at), Said.source("paper"));
  }

  /** The record holds this. */
  Situation with(Fact... facts) {
    for (Fact fact : facts) before.take(new Entry(entries++, Instant.EPOCH, "1", fact));
    return this;
  }

  Situation with(Said... said) {
    for (Said each : said) with(each.fact());
    return this;
  }

  /** The same intake brought this. */
  Situation beside(Said... said) {
    for (Said each : said) neighbours.take(Row.of(rows++, "", each.fact()));
    return this;
  }

  Situation on(Instant now) {
    this.now = now;
    return this;
  }

  Situation by(Thresholds thresholds) {
    this.thresholds = thresholds;
    return this;
  }

  Situation by(Threshold threshold, long figure) {
    return by(new Thresholds(2, Map.of(threshold, figure), Map.of(), Map.of()));
  }

  List<Finding> find(Row row) {
    return RowChecks.of(row, before, context());
  }

  List<Finding> find(Fact fact) {
    return find(Row.of(rows, "", fact));
  }

  List<Finding> find(Said said) {
    return find(said.fact());
  }

  /** A row of a table, of which nothing but its cells is known. */
  List<Finding> findCells(String... columnsAndCells) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < columnsAndCells.length; i += 2)
      cells.put(columnsAndCells[i], columnsAndCells[i + 1]);
    return find(new Row(1, "", cells, Optional.empty(), List.of()));
  }

  List<Finding> findProblem(Problem problem) {
    return find(new Row(1, "", Map.of(), Optional.empty(), List.of(problem)));
  }

  FiguresInForce before() {
    return before;
  }

  Context context() {
    return new Context(
        LAW,
        HEADER,
        Archive.knownUnits(),
        neighbours,
        Washington.nanos(now),
        thresholds,
        Set.of("own"));
  }

  /** The same of an election whose law names who signs. */
  List<Finding> of2028(Fact fact) {
    Context context =
        new Context(
            Law.of(2028).orElseThrow(),
            HEADER,
            Archive.knownUnits(),
            neighbours,
            Washington.nanos(now),
            thresholds,
            Set.of());
    return RowChecks.of(Row.of(rows, "", fact), before, context);
  }

  static List<IntakeCheck> checks(List<Finding> findings) {
    List<IntakeCheck> checks = new ArrayList<>();
    for (Finding finding : findings) checks.add(finding.check());
    return checks;
  }

  static Fact.Call call(String caller, String unit, String candidate, String at) {
    return new Fact.Call(attested(at), unit, caller, candidate);
  }

  static Fact.Certification certified(String unit, String authority, long biden, long trump) {
    return new Fact.Certification(
        attested("2020-11-24"),
        unit,
        Votes.of(List.of("biden", "trump"), biden, trump),
        OptionalLong.empty(),
        OptionalLong.empty(),
        authority,
        OptionalLong.empty());
  }

  static Fact.Ascertainment ascertained(String state, long biden, String authority, String at) {
    return new Fact.Ascertainment(
        attested(at),
        state,
        Votes.of(List.of("biden"), biden),
        authority,
        Optional.empty(),
        OptionalLong.empty());
  }
}
