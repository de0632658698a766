package org.ascertain.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.ascertain.archive.Archive;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.KnownUnits;
import org.ascertain.law.Law;
import org.ascertain.record.LineStream;
import org.ascertain.record.RecordReader;
import org.ascertain.record.RecordReader.Reading;
import org.ascertain.standing.History;
import org.junit.jupiter.api.Test;

/** An election of the archive that happens again. */
class RehearsalTest {

  private static final long AT_ONCE = 1_000_000_000;

  @Test
  void it_happens_as_the_archive_has_it_now_without_what_was_put_right()
      throws IOException, InterruptedException {
    List<Entry> archived;
    try (InputStream in = Archive.open("us-president-2024").orElseThrow()) {
      archived = RecordReader.read(in).entries();
    }
    long corrections =
        archived.stream().filter(entry -> entry.fact() instanceof Fact.Correction).count();
    Reading played = played("2024", archived.size() - corrections);

    assertThat(corrections).isPositive();
    assertThat(played.problems()).isEmpty();
    assertThat(played.entries()).noneMatch(entry -> entry.fact() instanceof Fact.Correction);
    History again =
        History.of(played.entries(), Law.of(2024).orElseThrow(), KnownUnits.ANY, History.ALL);
    History then = History.of(archived, Law.of(2024).orElseThrow(), KnownUnits.ANY, History.ALL);
    assertThat(again.standing().problems()).isEmpty();
    assertThat(again.standing().popularVote()).isEqualTo(then.standing().popularVote());
    assertThat(again.standing().ladder())
        .extracting(rung -> rung.electors())
        .isEqualTo(then.standing().ladder().stream().map(rung -> rung.electors()).toList());
  }

  private static Reading played(String election, long size) throws InterruptedException {
    BlockingQueue<Long> sizes = new LinkedBlockingQueue<>();
    try (Rehearsal rehearsal =
        new Rehearsal(
            new Rehearsal.Plan(election, 1, Optional.of((double) AT_ONCE), Optional.empty()))) {
      rehearsal.start(() -> sizes.add(rehearsal.ledger().size()), Throwable::printStackTrace);
      Optional<Long> come = Optional.empty();
      while (come.isEmpty() || come.get() < size) {
        come = Optional.ofNullable(sizes.poll(20, TimeUnit.SECONDS));
        assertThat(come).as("new entries").isPresent();
      }
      return RecordReader.read(new LineStream(rehearsal.ledger(), size));
    }
  }
}
