package org.ascertain.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.ascertain.archive.Archive;
import org.ascertain.audit.AuditMethod;
import org.ascertain.audit.AuditPlan;
import org.ascertain.audit.AuditRounds;
import org.ascertain.audit.Evidence;
import org.ascertain.audit.Holding;
import org.ascertain.audit.Holdings;
import org.ascertain.audit.NextStep;
import org.ascertain.audit.Paths;
import org.ascertain.audit.Power;
import org.ascertain.audit.Supposition;
import org.ascertain.audit.Supposition.Award;
import org.ascertain.audit.WhatIf;
import org.ascertain.election.Attestation;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.AuditKind;
import org.ascertain.election.Fact.Discrepancies;
import org.ascertain.election.Source;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;
import org.ascertain.election.When;
import org.ascertain.law.ApportionmentMethod;
import org.ascertain.law.Law;
import org.ascertain.record.RecordReader;
import org.ascertain.standing.History;

/**
 * How long questions about many units together take, and how often a wrong majority would be
 * confirmed, beside ways of reckoning that are known to be wrong.
 */
final class AuditBenchmark implements Benchmark {

  /** Units whose power is counted at once. */
  private static final int FEW = 3;

  private static final int ROUNDS = 30;
  private static final String OPEN = "2020-11-04T00:00:00-05:00";
  private static final AuditMethod COMPARISON = new AuditMethod.Comparison(0.001, 0.0001);

  @Override
  public String name() {
    return "audit";
  }

  @Override
  public void run(PrintStream out) throws IOException {
    List<Unit> units = Law.of(2020).orElseThrow().units();
    Stopwatch reading = Stopwatch.time(() -> Power.of(units.subList(0, FEW)));
    // nothing of it is compiled; law and classes are at hand, as the launcher's cache has them
    line(out, "power of 2020, cold", Stopwatch.time(() -> Power.of(units)), 5);
    out.printf("  reading its classes before that %.2f ms%n", 1000 * reading.processor());
    History history = history("us-president-2020");
    Holdings holdings = Holdings.at(history, history.end());
    line(out, "plan of 2020", best(() -> plan(holdings)), 1000);
    List<Entry> rounds = rounds(holdings);
    line(out, "status of 2020, 3 rounds in each unit", best(() -> status(history, rounds)), 20);
    long evening = When.parse(OPEN).effective();
    int open = Paths.at(history, evening).ways().open().size();
    line(
        out,
        "paths of 2020 with " + open + " open units",
        best(() -> Paths.at(history, evening)),
        50);
    List<History> all = new ArrayList<>();
    for (String id : Archive.ids()) all.add(history(id));
    int[] answered = new int[1];
    line(
        out,
        all.size() + " elections, 5 what-ifs each",
        best(() -> answered[0] = whatIfs(all)),
        2000);
    out.printf("  %d of them answered, the others refused with a reason%n", answered[0]);
    new AuditSimulation(out).run(holdings, plan(holdings).joint());
  }

  private static void line(PrintStream out, String what, Stopwatch took, int limit) {
    out.printf(
        Locale.ROOT,
        "  %-38s %8.2f ms of a processor, %8.2f by the clock; limit: %,d ms%n",
        what,
        1000 * took.processor(),
        1000 * took.clock(),
        limit);
  }

  private static Stopwatch best(Stopwatch.Work work) {
    return Stopwatch.best(ROUNDS, work);
  }

  private static AuditPlan plan(Holdings holdings) {
    return AuditPlan.of(holdings, COMPARISON, 0.05, Set.of(), Set.of());
  }

  /** From the record to the weakest set and to what is asked for next. */
  private static void status(History history, List<Entry> entries) {
    Holdings holdings = Holdings.at(history, history.end());
    AuditRounds read = AuditRounds.of(history, holdings, history.end(), entries);
    if (read.counted().size() != entries.size()) throw new IllegalStateException("left out");
    List<Evidence> evidence = Evidence.of(holdings, read.rounds());
    NextStep.of(evidence, Evidence.weakest(holdings, evidence, read.shared()));
  }

  /** Three rounds of clean cards in each of the winner's units that has a margin. */
  private static List<Entry> rounds(Holdings holdings) {
    List<Entry> rounds = new ArrayList<>();
    for (int round = 0; round < 3; round++)
      for (Holding holding : holdings.of(holdings.winner().orElseThrow()))
        if (holding.count().isPresent()) {
          Fact fact = round(holding.id(), round);
          rounds.add(new Entry(rounds.size(), Instant.EPOCH, "17", fact));
        }
    return rounds;
  }

  private static Fact round(String unit, int round) {
    When at = When.parse("2020-12-20T10:00:00Z");
    return new Fact.AuditRound(
        Attestation.of(at, Source.of("board", "The board")),
        unit,
        AuditKind.COMPARISON,
        20,
        OptionalLong.of(20_000_000),
        Optional.of(unit + round),
        Optional.of(at),
        Optional.of("ab".repeat(32)),
        Optional.of(When.parse("2020-12-19")),
        Optional.of("in turn"),
        Optional.of(true),
        List.of(),
        Optional.of(new Discrepancies(0, 0, 0, 0)),
        Votes.NONE,
        false,
        Optional.empty());
  }

  private static int whatIfs(List<History> all) {
    int answered = 0;
    for (History history : all)
      for (Supposition supposition :
          List.of(
              new Supposition.AwardBy(Award.STATEWIDE),
              new Supposition.AwardBy(Award.PROPORTIONAL),
              new Supposition.AwardBy(Award.POPULAR),
              new Supposition.AllotmentOf(2020),
              new Supposition.HouseOf(700, ApportionmentMethod.HUNTINGTON_HILL)))
        try {
          WhatIf.of(history, history.end(), List.of(supposition));
          answered++;
        } catch (WhatIf.Refused refused) {
          // a reason is an answer too, and costs as much
        }
    return answered;
  }

  private static History history(String id) throws IOException {
    try (InputStream record = Archive.open(id).orElseThrow()) {
      List<Entry> entries =
          RecordReader.read(new ByteArrayInputStream(record.readAllBytes())).entries();
      int year = History.header(entries).orElseThrow().year();
      return History.of(entries, Law.of(year).orElseThrow(), History.ALL);
    }
  }
}
