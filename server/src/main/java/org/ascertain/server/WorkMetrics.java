package org.ascertain.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.ascertain.desk.ElectionDesk;
import org.ascertain.desk.Intake;
import org.ascertain.desk.KeptRow;
import org.ascertain.desk.Via;

/**
 * What shows whoever runs a server whether its work goes on: how long it takes until what was
 * handed in is recorded, and until it is seen; what waits for a person; who has fallen silent; what
 * is still to be told. It is looked up when the metrics are asked for.
 */
@ApplicationScoped
class WorkMetrics {

  private static final Timer APPEND =
      Timer.builder("ascertain.append")
          .description("From the rows of a request, read, to the last of them recorded on disk")
          .publishPercentiles(0.5, 0.99)
          .register(Metrics.globalRegistry);

  private static final Timer VISIBLE =
      Timer.builder("ascertain.visible.delay")
          .description(
              "From an entry recorded to the first answer that has it; the longest of each")
          .publishPercentiles(0.5, 0.99)
          .register(Metrics.globalRegistry);

  /** More are not counted. */
  private static final int MOST_ROWS = 10_000;

  private static final int MOST_INTAKES = 1_000;

  /** As check D307 has it where nobody set another: three of the usual gaps, fifteen minutes. */
  private static final int SILENT_GAPS = 3;

  private static final int LEAST_GAPS = 5;
  private static final Duration NO_SILENCE = Duration.ofMinutes(15);

  /** A feed that has been silent for longer is taken for one that has ended. */
  private static final Duration ENDED = Duration.ofDays(1);

  private final MeterRegistry registry;
  private final ServedElections elections;
  private final Desks desks;
  private final Watches watches;
  private final TeamDatabase database;

  WorkMetrics(
      MeterRegistry registry,
      ServedElections elections,
      Desks desks,
      Watches watches,
      TeamDatabase database) {
    this.database = database;
    this.registry = registry;
    this.elections = elections;
    this.desks = desks;
    this.watches = watches;
  }

  void start(@Observes StartupEvent started) {
    gauge("ascertain.kept.rows", "Rows kept aside that wait for a person", WorkMetrics::keptRows);
    gauge(
        "ascertain.feeds.silent",
        "Feeds silent for more than three of their usual gaps",
        desk -> silent(desk, InstantSource.system().instant()));
    Gauge.builder("ascertain.deliveries.due", this, WorkMetrics::deliveriesDue)
        .description("Turns of watches that wait to be told, or were given up")
        .register(registry);
    Gauge.builder("ascertain.writes", database, team -> team.mayWrite() ? 1 : 0)
        .description("1 while this server writes, 0 while another of those over its database does")
        .register(registry);
  }

  /** How long it took to record what was handed in. */
  static void recorded(long nanos) {
    APPEND.record(Duration.ofNanos(nanos));
  }

  /** An entry can be seen from now on. */
  static void visible(Instant recorded, Instant now) {
    Duration delay = Duration.between(recorded, now);
    if (!delay.isNegative()) VISIBLE.record(delay);
  }

  private void gauge(String name, String says, ToIntFunction<ElectionDesk> of) {
    Gauge.builder(name, this, metrics -> metrics.sum(of)).description(says).register(registry);
  }

  private int sum(ToIntFunction<ElectionDesk> of) {
    return elections.all().stream()
        .map(ServedElection::id)
        .filter(id -> desks.record(id).filter(record -> record.size() > 0).isPresent())
        .map(desks::find)
        .flatMap(Optional::stream)
        .mapToInt(of)
        .sum();
  }

  private static int keptRows(ElectionDesk desk) {
    return desk.kept(KeptRow.Asked.waiting(MOST_ROWS)).size();
  }

  private int deliveriesDue() {
    return watches.desks().mapToInt(desk -> desk.store().deliveries().untold()).sum();
  }

  private static int silent(ElectionDesk desk, Instant now) {
    Map<String, List<Instant>> heard = new HashMap<>();
    for (Intake each : desk.intakes(Optional.empty(), Long.MAX_VALUE, MOST_INTAKES))
      if (each.via() == Via.HTTP || each.via() == Via.FEED)
        heard.computeIfAbsent(each.account(), account -> new ArrayList<>()).add(each.received());
    return (int) heard.values().stream().filter(times -> isSilent(times, now)).count();
  }

  /**
   * Whether somebody who was heard at these moments has fallen silent: for longer than three of the
   * usual gaps between them, as far as there are enough to know a usual one.
   */
  static boolean isSilent(List<Instant> heard, Instant now) {
    List<Instant> times = heard.stream().sorted().toList();
    if (times.size() <= LEAST_GAPS) return false;
    List<Duration> gaps = new ArrayList<>();
    for (int i = 1; i < times.size(); i++)
      gaps.add(Duration.between(times.get(i - 1), times.get(i)));
    Collections.sort(gaps);
    Duration silence = Duration.between(times.getLast(), now);
    return silence.compareTo(gaps.get(gaps.size() / 2).multipliedBy(SILENT_GAPS)) > 0
        && silence.compareTo(NO_SILENCE) >= 0
        && silence.compareTo(ENDED) <= 0;
  }
}
