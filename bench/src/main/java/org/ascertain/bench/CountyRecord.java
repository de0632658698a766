package org.ascertain.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.ascertain.archive.Archive;
import org.ascertain.election.Attestation;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Source;
import org.ascertain.election.Votes;
import org.ascertain.election.When;
import org.ascertain.ledger.Draft;
import org.ascertain.ledger.Ledger;
import org.ascertain.ledger.SqliteFile;
import org.ascertain.record.RecordReader;

/**
 * A made-up record of 2020: its header, and then the counties of that year, each again and again
 * with a little more than before, over eight hours of a night and any county after any other.
 */
final class CountyRecord implements AutoCloseable {

  static final String ELECTION = "us-president-2020";

  private static final int GROUP = 1_000;
  private static final int GROUPS_UNDER_WAY = 4;
  private static final int MOST_NEW_VOTES = 40;
  private static final long NIGHT_NANOS = 8L * 3_600 * 1_000_000_000;
  private static final OffsetDateTime POLLS_CLOSE =
      OffsetDateTime.parse("2020-11-03T20:00:00-05:00");
  private static final Source FEED = Source.of("feed", "A feed");
  private static final List<String> TICKETS = List.of("biden", "trump");

  private final Header header;
  private final List<String> counties;
  private final long[] biden;
  private final long[] trump;
  private final SplittableRandom random = new SplittableRandom(2020);
  private final long entries;
  private final Ledger ledger;

  /**
   * Opens the record to append to it.
   *
   * @param entries over how many the night goes
   */
  CountyRecord(Path folder, long entries) throws IOException {
    TreeSet<String> units = new TreeSet<>();
    List<Header> headers = new ArrayList<>();
    try (InputStream record = Archive.open(ELECTION).orElseThrow()) {
      RecordReader.forEach(
          record,
          line -> {
            switch (line.entry().orElseThrow().fact()) {
              case Returns returns when returns.unit().indexOf('/') > 0 ->
                  units.add(returns.unit());
              case Header first -> headers.add(first);
              default -> {} // only counties' names and the header are taken over
            }
          });
    }
    this.header = headers.getFirst();
    this.counties = List.copyOf(units);
    this.biden = new long[counties.size()];
    this.trump = new long[counties.size()];
    this.entries = entries;
    this.ledger =
        SqliteFile.open(
            folder.resolve(ELECTION + ".db"), InstantSource.system(), System.err::println);
  }

  /** How many entries it has, those that other processes have appended among them. */
  long size() {
    ledger.lookForOthers().join();
    return ledger.size();
  }

  int counties() {
    return counties.size();
  }

  /** Appends up to so many entries in groups, as fast as the disk takes them. */
  void fill(long size) {
    Deque<CompletableFuture<?>> underWay = new ArrayDeque<>();
    for (long next = ledger.size(); next < size; ) {
      List<Draft> group = new ArrayList<>(GROUP);
      for (; group.size() < GROUP && next < size; next++) group.add(draft(next));
      if (underWay.size() == GROUPS_UNDER_WAY) underWay.removeFirst().join();
      underWay.add(ledger.append(group, "up to " + next));
    }
    underWay.forEach(CompletableFuture::join);
  }

  /** Appends the next entry; gives its index once it is durable. */
  long appendNext() {
    long next = ledger.size();
    return ledger.append(List.of(draft(next)), "entry " + next).join().first();
  }

  private Draft draft(long index) {
    if (index == 0) return new Draft.Fresh("7", header);
    int county = random.nextInt(counties.size());
    biden[county] += random.nextInt(MOST_NEW_VOTES);
    trump[county] += random.nextInt(MOST_NEW_VOTES);
    long second = index * (NIGHT_NANOS / 1_000_000_000) / entries;
    return new Draft.Fresh(
        "7",
        Returns.of(
            Attestation.of(new When.AtMoment(POLLS_CLOSE.plusSeconds(second)), FEED),
            counties.get(county),
            Votes.of(TICKETS, biden[county], trump[county])));
  }

  @Override
  public void close() {
    ledger.close();
  }
}
