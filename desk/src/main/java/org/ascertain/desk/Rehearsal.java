package org.ascertain.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ascertain.archive.Archive;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Washington;
import org.ascertain.election.When;
import org.ascertain.law.DeadlineKind;
import org.ascertain.law.Law;
import org.ascertain.ledger.DataFolder;
import org.ascertain.ledger.Draft;
import org.ascertain.ledger.Ledger;
import org.ascertain.record.RecordReader;
import org.ascertain.standing.History;

/**
 * An election of the archive happens again: its facts are appended, in the order in which they took
 * effect, to a ledger in a folder that is thrown away, on a clock that runs faster. From there on
 * everything is as in an election that runs.
 */
public final class Rehearsal implements AutoCloseable {

  private static final int BATCH = 500;
  private static final double NANOS = 1e9;
  private static final long LOOK_EVERY_MILLIS = 100;
  private static final long LONGEST_APPEND_SECONDS = 30;

  private final String id;
  private final Plan how;
  private final List<Entry> script;
  private final long start;
  private final Path folder;
  private final Ledger ledger;
  private final Thread player;
  private final Map<Long, Long> places = new HashMap<>();

  /** By the entry that was put right, the one that stands for it. */
  private final Map<Long, Long> successors = new HashMap<>();

  private volatile long recordedNow;
  private volatile boolean closed;
  private volatile Runnable wake = () -> {};
  private volatile Consumer<Throwable> stopped = fault -> {};

  /**
   * How an election happens again.
   *
   * @param election an id or a year
   * @param speed how many times faster than it was
   * @param rate so many entries a second, in place of the speed
   * @param from where to begin; without it, on election day
   */
  public record Plan(String election, double speed, Optional<Double> rate, Optional<When> from) {}

  /**
   * Makes the folder and its empty record; {@link #start} lets time go.
   *
   * @throws IllegalArgumentException if the archive has no such election
   */
  public Rehearsal(Plan how) {
    this.how = how;
    this.id =
        Archive.find(how.election())
            .orElseThrow(() -> new IllegalArgumentException("no election " + how.election()));
    this.script = script(id);
    this.start = how.from().map(When::effective).orElseGet(() -> electionDay(script));
    this.recordedNow = start;
    try {
      this.folder = Files.createTempDirectory("ascertain-rehearsal");
    } catch (IOException noRoom) {
      throw new UncheckedIOException(noRoom);
    }
    this.ledger = folder().store().open(id, clock(), n -> {});
    this.player = Thread.ofVirtual().name("rehearsal " + id).unstarted(this::guarded);
  }

  /**
   * The header first, then all facts in the order in which they took effect: as the archive has
   * them now, without what it put right.
   */
  private List<Entry> script(String id) {
    try (var in = Archive.open(id).orElseThrow()) {
      return inForce(RecordReader.read(in).entries()).stream()
          .sorted(
              Comparator.comparing((Entry entry) -> entry.index() != 0)
                  .thenComparingLong(Entry::effective)
                  .thenComparingLong(Entry::index))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private List<Entry> inForce(List<Entry> record) {
    Map<Long, Entry> inForce = new LinkedHashMap<>();
    for (Entry entry : record) {
      if (entry.fact() instanceof Fact.Correction correction) {
        inForce.remove(correction.corrects());
        successors.put(correction.corrects(), entry.index());
        inForce.put(
            entry.index(),
            new Entry(entry.index(), entry.recorded(), entry.recordedBy(), correction.with()));
      } else inForce.put(entry.index(), entry);
    }
    return List.copyOf(inForce.values());
  }

  /** The beginning of the day on which electors are appointed. */
  private static long electionDay(List<Entry> script) {
    Fact.Header header = History.header(script).orElseThrow();
    return Law.of(header).stream()
        .flatMap(law -> law.deadline(DeadlineKind.APPOINT).stream())
        .findFirst()
        .map(due -> Washington.endOf(due.day().minusDays(1)))
        .orElseGet(header.attestation().at()::effective);
  }

  /** The id of the election. */
  public String id() {
    return id;
  }

  /** The record as far as it has come. */
  public Ledger ledger() {
    return ledger;
  }

  /** The time that it is there; a day after the last entry it stands still. */
  public InstantSource clock() {
    return () -> Washington.instant(recordedNow);
  }

  /** The throw-away folder; its logs are called {@code rehearsal/...}. */
  public DataFolder folder() {
    return new DataFolder(folder);
  }

  /**
   * Lets time go.
   *
   * @param wake is run whenever there are new entries
   * @param stopped gets what ended the rehearsal before its end
   */
  public void start(Runnable wake, Consumer<Throwable> stopped) {
    this.wake = wake;
    this.stopped = stopped;
    player.start();
  }

  private void guarded() {
    try {
      play();
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error fault) {
      if (!closed) stopped.accept(fault);
    }
  }

  private void play() throws InterruptedException {
    int next = 0;
    while (next < script.size() && (next == 0 || script.get(next).effective() <= start)) next++;
    for (int i = 0; i < next; i += BATCH) append(i, Math.min(i + BATCH, next));
    long began = System.nanoTime();
    int first = next;
    while (next < script.size()) {
      int due = due(next, first, began);
      if (due == next) Thread.sleep(waitMillis(next, first, began));
      else append(next, due);
      next = due;
    }
    long end = script.getLast().effective() + Duration.ofDays(1).toNanos();
    while (how.rate().isEmpty() && recordedNow < end) {
      Thread.sleep(LOOK_EVERY_MILLIS);
      recordedNow = Math.min(end, now(began));
    }
  }

  private long now(long began) {
    return start + (long) ((System.nanoTime() - began) / NANOS * how.speed() * NANOS);
  }

  /** Up to which entry, not including it, the time has come. */
  private int due(int next, int first, long began) {
    double elapsed = (System.nanoTime() - began) / NANOS;
    int due = next;
    int most = Math.min(script.size(), next + BATCH);
    if (how.rate().isPresent()) {
      due = (int) Math.min(most, first + (long) (elapsed * how.rate().get()));
      if (due > next) recordedNow = Math.max(recordedNow, script.get(due - 1).effective());
      return Math.max(next, due);
    }
    recordedNow = now(began);
    while (due < most && script.get(due).effective() <= recordedNow) due++;
    return due;
  }

  private long waitMillis(int next, int first, long began) {
    double elapsed = (System.nanoTime() - began) / NANOS;
    double at =
        how.rate().isPresent()
            ? (next - first + 1) / how.rate().get()
            : (script.get(next).effective() - start) / NANOS / how.speed();
    return (long) Math.clamp((at - elapsed) * 1_000, 1, 1_000);
  }

  private void append(int from, int to) {
    List<Draft> batch = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      Entry entry = script.get(i);
      places.put(entry.index(), (long) i);
      batch.add(new Draft.Fresh("rehearsal", entry.fact().withReferences(this::place)));
    }
    ledger
        .append(batch, "rehearsal-" + from)
        .orTimeout(LONGEST_APPEND_SECONDS, TimeUnit.SECONDS)
        .join();
    wake.run();
  }

  /** The place of an entry here; whoever names one that was put right names what stands for it. */
  private long place(long index) {
    long stands = index;
    while (successors.containsKey(stands)) stands = successors.getOrDefault(stands, stands);
    return places.getOrDefault(stands, stands);
  }

  @Override
  public void close() {
    closed = true;
    player.interrupt();
    try {
      player.join(TimeUnit.SECONDS.toMillis(LONGEST_APPEND_SECONDS));
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    ledger.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
    } catch (IOException leftBehind) {
      throw new UncheckedIOException(leftBehind);
    }
  }
}
