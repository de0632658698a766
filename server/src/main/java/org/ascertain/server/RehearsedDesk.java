package org.ascertain.server;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ascertain.desk.DeskTables;
import org.ascertain.desk.NewElection;
import org.ascertain.desk.Policy;
import org.ascertain.desk.Rehearsal;
import org.ascertain.desk.Scope;
import org.ascertain.desk.Tokens;
import org.ascertain.election.Caller;
import org.ascertain.election.ElectionId;
import org.ascertain.election.Fact.Header;
import org.ascertain.feed.DeskSite;
import org.ascertain.feed.Fault;
import org.ascertain.feed.Feed;
import org.ascertain.ledger.DataFolder;
import org.ascertain.standing.History;
import org.jboss.logging.Logger;

/**
 * A rehearsal in which people take part: a desk of its own in a folder that is thrown away, and a
 * wire that hands in what it handed in then, with faults planted. Its clock is the real one, for
 * people claim and decide in real time.
 */
@ApplicationScoped
class RehearsedDesk {

  private static final Logger LOG = Logger.getLogger(RehearsedDesk.class);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Set<String> KINDS =
      Set.of("returns", "ranked-returns", "call", "call-withdrawn", "challenge", "ruling");

  private final Settings settings;
  private final Desks desks;
  private volatile Optional<Feed> wire = Optional.empty();
  private volatile Thread player = Thread.ofVirtual().unstarted(() -> {});

  RehearsedDesk(Settings settings, Desks desks) {
    this.settings = settings;
    this.desks = desks;
  }

  /**
   * Makes the folder of a rehearsal: a record that has just begun, and a desk that says what it is.
   */
  static Path begin(Rehearsal.Plan plan) {
    try {
      Path folder = Files.createTempDirectory("ascertain-rehearsal");
      Header header = header(plan.election());
      InstantSource clock = InstantSource.system();
      DataFolder data = new DataFolder(folder);
      NewElection.like(
              ElectionId.of(header.election()).orElseThrow(),
              header,
              NewElection.USUAL,
              clock.instant())
          .begin(data, Optional.empty(), clock, LOG::info);
      DeskTables.openForRehearsal(data.store()).close();
      return folder;
    } catch (IOException noRoom) {
      throw new UncheckedIOException(noRoom);
    }
  }

  private static Header header(String election) {
    return NewElection.archived(election)
        .orElseThrow(() -> new IllegalArgumentException("no election " + election));
  }

  static void throwAway(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
    } catch (IOException leftBehind) {
      LOG.warnf("%s was left behind: %s", folder, leftBehind.getMessage());
    }
  }

  /** Whether an election is the one that is rehearsed here. */
  boolean isOf(String election) {
    return settings
        .rehearsedByPeople()
        .filter(plan -> header(plan.election()).election().equals(election))
        .isPresent();
  }

  /** How many faults are planted in all. */
  long planted() {
    return wire.map(Feed::planted).orElse(0L);
  }

  /** What the desk told so far of those that were sent. */
  List<Feed.Seen> seen() {
    return wire.map(Feed::seen).orElse(List.of());
  }

  /** Lets the wire hand in, if people rehearse, to the server that has just begun to listen. */
  void start(String address) {
    if (settings.rehearsedByPeople().isEmpty()) return;
    Rehearsal.Plan plan = settings.rehearsedByPeople().get();
    Header header = header(plan.election());
    String election = header.election();
    Set<String> callers = header.callers().stream().map(Caller::id).collect(Collectors.toSet());
    Scope scope = new Scope(Set.of(election), KINDS, callers, Set.of(), Set.of());
    Tokens.Issued issued =
        desks
            .tokens()
            .orElseThrow()
            .issue("the wire", scope, Policy.ASIDE, Instant.now().plus(Tokens.USUAL_LIFE));
    long start =
        plan.from()
            .map(from -> from.effective())
            .orElseGet(() -> Feed.firstReturns(election).orElseThrow());
    Feed feed =
        new Feed(
            new DeskSite(URI.create(address), issued.secret(), PATIENCE, LOG::info),
            new Feed.Plan(
                election,
                scope,
                OptionalDouble.of(plan.speed()),
                start,
                History.ALL,
                List.of(Fault.values())));
    wire = Optional.of(feed);
    player = Thread.ofVirtual().name("the wire of " + election).start(() -> play(feed));
  }

  private static void play(Feed feed) {
    try {
      feed.play((answered, sent) -> {});
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException stopped) {
      LOG.errorf(stopped, "the wire stopped: %s", GuardedWork.said(stopped));
    }
  }

  void stop(@Observes ShutdownEvent stopped) {
    player.interrupt();
  }
}
