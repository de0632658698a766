package org.ascertain.desk;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.ascertain.archive.Archive;
import org.ascertain.desk.SecondReading.Relation;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Washington;
import org.ascertain.law.Law;
import org.ascertain.record.RecordReader;

/**
 * The returns of 2020, out of the archive's own record, handed in one by one in the order of time,
 * as the sources had them: what was corrected later is not corrected yet.
 */
final class Replay2020 {

  private static final long A_DAY = TimeUnit.DAYS.toNanos(1);

  /** Shares are given to a tenth of a per cent: less than two tenths may be rounding. */
  private static final long ROUNDING = 500;

  /** One row with what came of it. */
  record Arrived(
      Entry entry, Returns returns, List<Finding> found, List<Finding> told, Decision decision) {

    String source() {
      return returns.attestation().source().id();
    }

    /** As {@code PA 2020-11-04T02:14:32Z}. */
    String place() {
      return returns.unit() + " " + Washington.instant(entry.effective()).truncatedTo(SECONDS);
    }

    boolean has(IntakeCheck check) {
      return told.stream().anyMatch(finding -> finding.check() == check);
    }
  }

  /** A row that was kept aside, and what became of it without anybody's doing. */
  record KeptAside(Arrived row, Relation relation, List<Finding> byTheRowAfter) {}

  final List<Arrived> rows = new ArrayList<>();
  final Map<String, List<KeptAside>> open = new HashMap<>();
  final List<KeptAside> overtaken = new ArrayList<>();
  private final FiguresInForce before = new FiguresInForce();
  private final Neighbours neighbours = new Neighbours();
  private final Context context;
  private final Policy policy;

  private Replay2020(Header header, Policy policy) {
    this.policy = policy;
    this.context =
        new Context(
            Law.of(header).orElseThrow(),
            header,
            Archive.knownUnits(),
            neighbours,
            0,
            Thresholds.defaults(),
            Set.of());
  }

  /** Under a policy that flags, every row is recorded that may be; else what waits is not. */
  static Replay2020 by(Policy policy) {
    List<Entry> entries = entries();
    Replay2020 replay = new Replay2020((Header) entries.getFirst().fact(), policy);
    entries.sort(Comparator.comparingLong(Entry::effective).thenComparingLong(Entry::index));
    entries.forEach(replay::take);
    return replay;
  }

  private static List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    try (InputStream in = Archive.open("us-president-2020").orElseThrow()) {
      RecordReader.forEach(in, line -> entries.add(line.entry().orElseThrow()));
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
    return entries;
  }

  private void take(Entry entry) {
    switch (entry.fact()) {
      case Fact.Correction f -> {} // what the desk of the archive put right later
      case Fact.Retraction f -> {}
      case Returns returns -> returns(entry, returns);
      default -> before.take(entry);
    }
  }

  private void returns(Entry entry, Returns returns) {
    Row row = Row.of(rows.size() + 1, "", returns);
    Context now = context.at(entry.effective());
    Findings findings = RowChecks.find(row, before, now);
    Decision decision = Decision.of(row, findings.told(), policy);
    Arrived arrived = new Arrived(entry, returns, findings.all(), findings.told(), decision);
    neighbours.take(row);
    Decision last = second(arrived, row, now);
    rows.add(new Arrived(arrived.entry(), returns, arrived.found(), arrived.told(), last));
    if (last == Decision.RECORDED || last == Decision.FLAGGED) before.take(entry);
  }

  /** Reads a row beside the one that waits; what is decided of it with that in mind. */
  private Decision second(Arrived arrived, Row row, Context now) {
    String line = arrived.returns().unit() + " " + arrived.source();
    List<KeptAside> waiting = open.computeIfAbsent(line, each -> new ArrayList<>());
    Relation relation = Relation.APART;
    Decision last = arrived.decision();
    if (!waiting.isEmpty()) {
      KeptAside kept = waiting.getLast();
      SecondReading reading =
          SecondReading.of(row, arrived.returns(), arrived.decision(), kept.row().returns(), now);
      relation = reading.relation();
      last = reading.decision(last);
      waiting.set(
          waiting.size() - 1,
          new KeptAside(
              kept.row(), kept.relation(), reading.aboutKept(kept.row().entry().index())));
      if (relation == Relation.OVERTAKES) {
        overtaken.addAll(waiting);
        waiting.clear();
      }
    }
    if (arrived.decision() == Decision.KEPT)
      waiting.add(new KeptAside(arrived, relation, List.of()));
    return last;
  }

  /** By code and source, in how many rows a check was found, silenced or not. */
  Map<String, Map<String, Integer>> found() {
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    for (Arrived row : rows) for (Finding finding : row.found()) count(counts, finding, row);
    return counts;
  }

  /** By code and source, how often it was told. */
  Map<String, Map<String, Integer>> told() {
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    for (Arrived row : rows) for (Finding finding : row.told()) count(counts, finding, row);
    return counts;
  }

  /** By code and source, how many rows are kept aside for it before all else. */
  Map<String, Map<String, Integer>> keptBy() {
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    for (Arrived row : rows)
      if (row.decision() == Decision.KEPT) count(counts, row.told().getFirst(), row);
    return counts;
  }

  private static void count(
      Map<String, Map<String, Integer>> counts, Finding finding, Arrived row) {
    counts
        .computeIfAbsent(finding.check().code(), code -> new TreeMap<>())
        .merge(row.source(), 1, Integer::sum);
  }

  /** The rows in which a check was told. */
  List<String> places(IntakeCheck check) {
    return rows.stream().filter(row -> row.has(check)).map(Arrived::place).toList();
  }

  /** The row of a unit and a moment. */
  Arrived row(String place) {
    return rows.stream().filter(row -> row.place().equals(place)).findFirst().orElseThrow();
  }

  /** A row that put something right, as the page of checks lists it. */
  record Correction(String unit, String at, String source, String total, String codes) {}

  private static final long GREAT = 5_000;

  /** Rows whose total fell by so much that it is known as a correction, and exchanges. */
  List<Correction> corrections() {
    Map<String, Returns> last = new HashMap<>();
    List<Correction> corrections = new ArrayList<>();
    for (Arrived row : rows) {
      Returns now = row.returns();
      Returns before = last.put(now.unit() + " " + row.source(), now);
      if (before == null) continue;
      long fall = counted(before) - counted(now);
      if (fall < GREAT && !row.has(IntakeCheck.EXCHANGED)) continue;
      List<String> codes =
          row.told().stream()
              .filter(Decision::waits)
              .map(finding -> finding.check().code())
              .distinct()
              .toList();
      corrections.add(
          new Correction(
              now.unit(),
              row.place().substring(now.unit().length() + 1),
              row.source(),
              "%,d to %,d".formatted(counted(before), counted(now)),
              String.join(" ", codes)));
    }
    return corrections;
  }

  private static long counted(Returns returns) {
    return Reported.of(Reported.NOT_RECORDED, 0, returns).counted();
  }

  /**
   * By code, how many rows that it stopped lie in no correction: they took no vote back that had
   * been reported, and no vote of theirs was taken back within a day.
   */
  Map<String, Integer> falseAlarms() {
    Map<String, List<Arrived>> lines = new HashMap<>();
    for (Arrived row : rows)
      lines
          .computeIfAbsent(row.returns().unit() + " " + row.source(), l -> new ArrayList<>())
          .add(row);
    Map<String, Integer> alarms = new TreeMap<>();
    for (List<Arrived> line : lines.values())
      for (int i = 0; i < line.size(); i++)
        for (Finding finding : line.get(i).told())
          if (Decision.waits(finding))
            alarms.merge(finding.check().code(), isCorrected(line, i) ? 0 : 1, Integer::sum);
    return alarms;
  }

  private static boolean isCorrected(List<Arrived> line, int at) {
    Returns row = line.get(at).returns();
    if (at > 0 && takesBack(line.get(at - 1).returns(), row)) return true;
    for (int i = at + 1; i < line.size(); i++) {
      if (line.get(i).entry().effective() > line.get(at).entry().effective() + A_DAY) return false;
      if (takesBack(row, line.get(i).returns())) return true;
    }
    return false;
  }

  private static boolean takesBack(Returns was, Returns is) {
    long before = was.total().orElse(was.votes().sum());
    long now = is.total().orElse(is.votes().sum());
    if (now < before) return true;
    long rounding = was.exact() && is.exact() ? 0 : before / ROUNDING;
    for (String ticket : was.votes().ids())
      if (was.votes().count(ticket).orElse(0) - is.votes().count(ticket).orElse(0) > rounding)
        return true;
    return false;
  }
}
