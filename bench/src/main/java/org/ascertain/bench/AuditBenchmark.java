package org.ascertain.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ascertain.archive.Archive;
import org.ascertain.audit.AuditMethod;
import org.ascertain.audit.AuditPlan;
import org.ascertain.audit.AuditRound;
import org.ascertain.audit.AuditRounds;
import org.ascertain.audit.Evidence;
import org.ascertain.audit.Holding;
import org.ascertain.audit.Holdings;
import org.ascertain.audit.Paths;
import org.ascertain.audit.Power;
import org.ascertain.audit.Supposition;
import org.ascertain.audit.Supposition.Award;
import org.ascertain.audit.WhatIf;
import org.ascertain.election.Entry;
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

  private static final int ROUNDS = 8;
  private static final String OPEN = "2020-11-04T00:00:00-05:00";
  private static final AuditMethod COMPARISON = new AuditMethod.Comparison(0.001, 0.0001);

  @Override
  public String name() {
    return "audit";
  }

  @Override
  public void run(PrintStream out) throws IOException {
    // before anything else has run, so that nothing of it is warm
    Stopwatch cold = Stopwatch.time(() -> Power.of(Law.of(2020).orElseThrow()));
    History history = history("us-president-2020");
    Holdings holdings = Holdings.at(history, history.end());
    line(out, "power of 2020, cold", 1000 * cold.clock(), 5);
    line(out, "plan of 2020", milliseconds(() -> plan(holdings)), 1000);
    line(out, "status of 2020, 3 rounds in each unit", milliseconds(() -> status(history)), 20);
    long evening = When.parse(OPEN).effective();
    int open = Paths.at(history, evening).ways().open().size();
    line(
        out,
        "paths of 2020 with " + open + " open units",
        milliseconds(() -> Paths.at(history, evening)),
        50);
    List<History> all = new ArrayList<>();
    for (String id : Archive.ids()) all.add(history(id));
    int[] answered = new int[1];
    line(
        out,
        all.size() + " elections, 5 what-ifs each",
        milliseconds(() -> answered[0] = whatIfs(all)),
        2000);
    out.printf("  %d of them answered, the others refused with a reason%n", answered[0]);
    new AuditSimulation(out).run(holdings, plan(holdings).joint());
  }

  private static void line(PrintStream out, String what, double milliseconds, int limit) {
    out.printf(Locale.ROOT, "  %-44s %9.2f ms   limit: %,d ms%n", what, milliseconds, limit);
  }

  private static double milliseconds(Stopwatch.Work work) {
    return 1000 * Stopwatch.best(ROUNDS, work).clock();
  }

  private static AuditPlan plan(Holdings holdings) {
    return AuditPlan.of(holdings, COMPARISON, 0.05, Set.of(), Set.of());
  }

  /** From the record to the weakest set, with rounds of clean cards. */
  private static void status(History history) {
    Holdings holdings = Holdings.at(history, history.end());
    AuditRounds read = AuditRounds.of(history, holdings, history.end(), List.of());
    List<AuditRound> rounds = new ArrayList<>(read.rounds());
    for (int round = 0; round < 3; round++)
      for (Holding holding : holdings.of(holdings.winner().orElseThrow()))
        rounds.add(new AuditRound.Comparison(holding.id(), 20, 0, 0, 0, 0));
    Evidence.weakest(holdings, Evidence.of(holdings, rounds), List.of());
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
