package org.ascertain.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ascertain.archive.Archive;
import org.ascertain.condition.Condition;
import org.ascertain.condition.ConditionParser;
import org.ascertain.condition.ConditionParser.Parsed;
import org.ascertain.condition.ConditionsSoFar;
import org.ascertain.condition.Evaluation;
import org.ascertain.election.Attestation;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.KnownUnits;
import org.ascertain.election.Unit;
import org.ascertain.election.Washington;
import org.ascertain.law.Law;
import org.ascertain.record.RecordReader;
import org.ascertain.standing.History;

/**
 * Ten thousand distinct conditions while 2020 is recorded, beside asking all of them of the whole
 * in one pass, as {@code when} does, and beside asking them so anew after each entry.
 */
final class WatchBenchmark implements Benchmark {

  private static final int CONDITIONS = 10_000;
  private static final int AMENDMENTS = 7;

  /** After so many entries, spread over the record, all are asked anew: after each takes hours. */
  private static final int ASKED_ANEW = 5;

  /** Limits, in nanoseconds of processor time. */
  private static final double WORST_BUT_ONE_IN_A_HUNDRED = 1e6;

  private static final double ALL = 3e9;
  private static final double AMENDMENT = 100e6;

  @Override
  public String name() {
    return "watch";
  }

  @Override
  public void run(PrintStream out) throws IOException {
    History history = history();
    List<Condition> conditions = conditions(history);
    List<Entry> record = inTheOrderOfTime(history);
    amend(take(record, conditions, new long[record.size()]), record); // warms the program up
    long[] each = new long[record.size()];
    long begun = System.nanoTime();
    ConditionsSoFar soFar = take(record, conditions, each);
    double clock = (System.nanoTime() - begun) / 1e9;
    long all = Arrays.stream(each).sum();
    Arrays.sort(each);
    out.printf("  %-34s %8.1f us%n", "one entry, median", each[each.length / 2] / 1e3);
    out.printf(
        "  %-34s %8.1f us   limit %.0f%n",
        "99 of 100 entries within",
        each[(int) (each.length * 99L / 100)] / 1e3,
        WORST_BUT_ONE_IN_A_HUNDRED / 1e3);
    out.printf(
        "  %-34s %8.2f s    limit %.0f, by the clock with opening them %.2f s%n",
        "all " + each.length + " entries", all / 1e9, ALL / 1e9, clock);
    out.printf(
        "  %-34s %8.1f ms   limit %.0f%n",
        "an amendment, median of " + AMENDMENTS, amend(soFar, record) / 1e6, AMENDMENT / 1e6);
    Stopwatch once = Stopwatch.time(() -> Evaluation.of(conditions, history));
    out.printf(
        "  %-34s %8.2f s, %.1f us an entry; by the clock %.2f s%n",
        "asked of the whole in one pass",
        once.processor(),
        once.processor() / record.size() * 1e6,
        once.clock());
    askAnew(conditions, history, out);
    out.printf(
        "  %,d distinct conditions, entry by entry in the order of time; processor time of one thread%n",
        conditions.size());
  }

  /** What it takes without an index: all conditions, asked anew of what is known by then. */
  private static void askAnew(List<Condition> conditions, History history, PrintStream out) {
    List<Entry> entries = history.entries();
    double sum = 0;
    for (int i = 1; i <= ASKED_ANEW; i++) {
      Entry after = entries.get((int) ((long) entries.size() * i / (ASKED_ANEW + 1)));
      History then = history.until(after.effective());
      sum += Stopwatch.time(() -> Evaluation.of(conditions, then)).processor();
    }
    double one = sum / ASKED_ANEW;
    out.printf(
        "  %-34s %8.1f ms an entry, mean of %d; %.0f s for all%n",
        "asked anew after each entry", one * 1e3, ASKED_ANEW, one * entries.size());
  }

  private static ConditionsSoFar take(List<Entry> record, List<Condition> asked, long[] nanos) {
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    Law law = Law.of(History.header(record).orElseThrow()).orElseThrow();
    ConditionsSoFar soFar = ConditionsSoFar.beginning(record.getFirst(), law, KnownUnits.ANY);
    asked.forEach(soFar::open);
    for (int i = 1; i < record.size(); i++) {
      Entry entry = record.get(i);
      long begun = thread.getCurrentThreadCpuTime();
      soFar.take(List.of(entry), Washington.nanos(entry.recorded()));
      nanos[i] = thread.getCurrentThreadCpuTime() - begun;
    }
    return soFar;
  }

  /** Takes back the last returns, one after the other. */
  private static double amend(ConditionsSoFar soFar, List<Entry> record) {
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    long[] nanos = new long[AMENDMENTS];
    int index = record.size();
    int place = record.size() - 1;
    for (int i = 0; i < AMENDMENTS; i++, place--) {
      while (!(record.get(place).fact() instanceof Fact.Returns)) place--;
      Attestation at = record.getLast().fact().attestation();
      Entry taken =
          new Entry(
              index++,
              record.getLast().recorded(),
              "bench",
              new Fact.Retraction(at, record.get(place).index(), "measured"));
      long begun = thread.getCurrentThreadCpuTime();
      soFar.take(List.of(taken), Washington.nanos(taken.recorded()));
      nanos[i] = thread.getCurrentThreadCpuTime() - begun;
    }
    Arrays.sort(nanos);
    return nanos[AMENDMENTS / 2];
  }

  private static History history() throws IOException {
    try (InputStream in = Archive.open("us-president-2020").orElseThrow()) {
      List<Entry> entries = RecordReader.read(in).entries();
      Law law = Law.of(History.header(entries).orElseThrow()).orElseThrow();
      return History.of(entries, law, History.ALL);
    }
  }

  /** The facts in force, recorded anew as each took effect. */
  private static List<Entry> inTheOrderOfTime(History history) {
    List<Entry> record = new ArrayList<>();
    Map<Long, Long> places = new HashMap<>(Map.of(0L, 0L));
    record.add(history.entry(0).orElseThrow());
    for (Entry entry : history.entries()) places.put(entry.index(), (long) places.size());
    for (Entry entry : history.entries())
      record.add(
          new Entry(
              record.size(),
              Washington.instant(entry.effective()),
              "bench",
              entry.fact().withReferences(index -> places.getOrDefault(index, index))));
    return record;
  }

  /** Numbers on every rung, leads, stages and calls, each alone and two together. */
  private static List<Condition> conditions(History history) {
    List<String> parts = new ArrayList<>();
    for (String rung :
        List.of("reported", "called", "certified", "ascertained", "voted", "counted"))
      for (int n = 1; n <= 538; n++) parts.add(rung + " >= " + n);
    for (Unit unit : history.law().units()) {
      parts.add("leads(" + unit.id() + ")");
      parts.add("called(" + unit.id() + ") by AP");
      parts.add("settled(" + unit.id() + ")");
      for (String stage : List.of("reported", "certified", "voted", "counted"))
        parts.add("stage(" + unit.id() + ") >= " + stage);
    }
    parts.addAll(List.of("declared", "in-office", "popular vote leads", "settled", "conceded"));
    Map<String, Condition> conditions = new LinkedHashMap<>();
    Random random = new Random(2020);
    for (int i = 0; conditions.size() < CONDITIONS; i++) {
      String first = i < parts.size() ? parts.get(i) : parts.get(random.nextInt(parts.size()));
      String text =
          i < parts.size()
              ? first
              : first
                  + (random.nextBoolean() ? " and " : " or ")
                  + parts.get(random.nextInt(parts.size()));
      if (ConditionParser.parse(text, history.header(), history.law())
          instanceof Parsed.Understood(var understood))
        conditions.put(understood.toString(), understood);
    }
    return List.copyOf(conditions.values());
  }
}
