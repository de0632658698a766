package org.ascertain.feed;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjLongConsumer;
import org.ascertain.desk.Scope;
import org.ascertain.election.Fact;
import org.ascertain.feed.HandedIn.Found;
import org.ascertain.feed.PlantedFaults.Planted;
import org.ascertain.feed.PlantedFaults.SentRow;
import org.ascertain.record.DraftWriter;

/**
 * An election of the archive as a wire would have handed it in to a desk, row after row in the
 * order of their time. Which rows go together depends on the election and the speed alone: a feed
 * that was cut off and is played again sends the same requests under the same keys, and nothing
 * comes twice.
 */
public final class Feed {

  /** How many rows go together at most. */
  private static final int MOST_ROWS = 250;

  /** What comes within so long, as the feed plays, goes together. */
  private static final long TOGETHER_NANOS = 500_000_000;

  private static final List<String> BY_GRAVITY = List.of("refuse", "aside", "ask", "note");

  private final DeskSite desk;
  private final Plan plan;
  private final WireScript script;
  private final List<List<SentRow>> requests;
  private final SortedMap<String, Long> kept = new TreeMap<>();
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final DraftWriter writer = new DraftWriter();
  private HandedIn answered = HandedIn.NOTHING;
  private long sent;

  /**
   * How it is played.
   *
   * @param election its id; the archive has it
   * @param scope what the token may hand in
   * @param speed how many times faster than it was; as fast as the desk takes it where empty. What
   *     was before {@code start} is sent at once
   * @param start in nanoseconds since 1970
   * @param until the last moment that is played
   */
  public record Plan(
      String election,
      Scope scope,
      OptionalDouble speed,
      long start,
      long until,
      List<Fault> faults) {

    public Plan {
      faults = List.copyOf(faults);
    }
  }

  /**
   * What became of a fault that was planted.
   *
   * @param unit whose row it is
   * @param at when the row took effect
   * @param codes by which the desk told that it saw it; empty where it did not
   * @param kept the row that is kept aside for it, by its number, if one is
   */
  public record Seen(Fault fault, String unit, String at, List<String> codes, OptionalLong kept) {
    public Seen {
      codes = List.copyOf(codes);
    }

    /** Whether it was caught. */
    public boolean isCaught() {
      return !codes.isEmpty();
    }
  }

  /**
   * What came of it.
   *
   * @param sent how many rows were sent
   * @param kept how many rows were kept aside, by the code of the gravest finding
   * @param leftOut facts that were not sent, by their kind
   * @param faults those of the rows that were sent
   * @param end what ended it before its end, if anything did
   */
  public record Result(
      long sent,
      HandedIn rows,
      SortedMap<String, Long> kept,
      SortedMap<String, Integer> leftOut,
      List<Seen> faults,
      Optional<DeskSite.Reply> end) {}

  public Feed(DeskSite desk, Plan plan) {
    this.desk = desk;
    this.plan = plan;
    this.script = WireScript.of(plan.election(), plan.scope(), plan.until());
    this.requests = requests(PlantedFaults.rows(script, plan.faults()));
  }

  /** How many rows there are to send. */
  public long rows() {
    return requests.stream().mapToLong(List::size).sum();
  }

  /** How many faults are planted among them. */
  public long planted() {
    return requests.stream().flatMap(List::stream).filter(row -> row.planted().isPresent()).count();
  }

  /** What became so far of the faults whose rows were sent; any thread may ask. */
  public List<Seen> seen() {
    return List.copyOf(seen);
  }

  /**
   * When the first returns of an election of the archive took effect, in nanoseconds since 1970.
   *
   * @param election its id
   */
  public static OptionalLong firstReturns(String election) {
    Scope all = new Scope(Set.of(election), Set.of("returns"), Set.of(), Set.of(), Set.of());
    return WireScript.of(election, all, Long.MAX_VALUE).facts().stream()
        .filter(each -> each.fact() instanceof Fact.Returns)
        .mapToLong(WireScript.Timed::at)
        .findFirst();
  }

  /**
   * Plays it to its end, or until the desk refuses, leaves rows unread, or is silent for too long.
   *
   * @param progress gets what was answered so far, and how many rows were sent
   */
  public Result play(ObjLongConsumer<HandedIn> progress) throws InterruptedException {
    long began = System.nanoTime();
    Optional<DeskSite.Reply> end = Optional.empty();
    for (List<SentRow> request : requests) {
      await(request.getLast().at(), began);
      byte[] lines = lines(request);
      DeskSite.Reply reply =
          desk.handIn(plan.election(), Form.LINES, key(lines), BodyPublishers.ofByteArray(lines));
      sent += request.size();
      if (!(reply instanceof DeskSite.Answer(var body))) {
        end = Optional.of(reply);
        break;
      }
      take(request, HandedIn.of(body).of(request.size()));
      progress.accept(answered, sent);
      if (answered.held()) break;
    }
    return new Result(sent, answered, kept, script.leftOut(), List.copyOf(seen), end);
  }

  private void await(long at, long began) throws InterruptedException {
    if (plan.speed().isEmpty() || at <= plan.start()) return;
    long due = (long) ((at - plan.start()) / plan.speed().getAsDouble());
    TimeUnit.NANOSECONDS.sleep(due - (System.nanoTime() - began));
  }

  private List<List<SentRow>> requests(List<SentRow> rows) {
    List<List<SentRow>> requests = new ArrayList<>();
    List<SentRow> request = new ArrayList<>();
    for (SentRow row : rows) {
      if (!request.isEmpty()
          && (request.size() == MOST_ROWS || moment(row) != moment(request.getLast()))) {
        requests.add(request);
        request = new ArrayList<>();
      }
      request.add(row);
    }
    if (!request.isEmpty()) requests.add(request);
    return requests;
  }

  /** Rows of one number go together, as far as there is room. */
  private long moment(SentRow row) {
    if (plan.speed().isEmpty() || row.at() <= plan.start()) return -1;
    return (long) ((row.at() - plan.start()) / plan.speed().getAsDouble() / TOGETHER_NANOS);
  }

  private byte[] lines(List<SentRow> rows) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (SentRow row : rows) {
      lines.writeBytes(writer.line(row.fact()));
      lines.write('\n');
    }
    return lines.toByteArray();
  }

  private static String key(byte[] content) {
    try {
      return "feed-"
          + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  private void take(List<SentRow> request, HandedIn rows) {
    answered = answered.and(rows);
    Map<Long, List<Found>> byRow = new HashMap<>();
    for (Found found : rows.findings())
      byRow.computeIfAbsent(found.row(), row -> new ArrayList<>()).add(found);
    for (List<Found> found : byRow.values()) countKept(found);
    long known = rows.known();
    for (int i = 0; i < request.size(); i++) {
      Optional<Planted> planted = request.get(i).planted();
      if (planted.isEmpty()) continue;
      List<Found> found = byRow.getOrDefault(i + 1L, List.of());
      List<String> codes = codes(planted.get().fault(), found);
      if (codes.isEmpty() && planted.get().fault() == Fault.REPEAT && known-- > 0)
        codes = List.of("known");
      seen.add(
          new Seen(
              planted.get().fault(),
              planted.get().of().unit(),
              planted.get().of().attestation().at().toString(),
              codes,
              found.stream()
                  .flatMap(each -> each.kept().stream())
                  .mapToLong(Long::parseLong)
                  .findFirst()));
    }
  }

  private void countKept(List<Found> ofRow) {
    ofRow.stream()
        .filter(found -> found.kept().isPresent())
        .min(
            Comparator.<Found>comparingInt(found -> BY_GRAVITY.indexOf(found.severity()))
                .thenComparing(Found::code))
        .ifPresent(gravest -> kept.merge(gravest.code(), 1L, Long::sum));
  }

  private static List<String> codes(Fault fault, List<Found> found) {
    return found.stream().map(Found::code).filter(fault::isSeenBy).distinct().sorted().toList();
  }
}
