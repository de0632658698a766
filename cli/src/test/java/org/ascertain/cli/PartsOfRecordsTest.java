package org.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.ascertain.answers.AtomFeed;
import org.ascertain.answers.Edition;
import org.ascertain.answers.OfficialTable;
import org.ascertain.answers.Story;
import org.ascertain.archive.Archive;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Ticket;
import org.ascertain.election.Votes;
import org.ascertain.law.Law;
import org.ascertain.record.RecordReader;
import org.ascertain.standing.History;
import org.ascertain.standing.Standing;
import org.ascertain.standing.Standing.PopularVote;
import org.ascertain.standing.Standing.PopularVote.ShareOf;
import org.ascertain.standing.Standing.RungFigures;
import org.ascertain.standing.Standing.Settlement.Answer;
import org.ascertain.standing.Standing.UnitRow;
import org.ascertain.standing.Tabulation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any part of a record is a record that somebody may have. Of parts of all 60, drawn by a fixed
 * seed, nothing is told that the part does not hold: no figure is negative, no share is of votes
 * that stand nowhere, no unit is settled for anybody but its own winner, and without a word on what
 * the part holds nothing is said never to have been.
 */
class PartsOfRecordsTest {

  /** One line in so many is kept. */
  private static final int[] ONE_IN = {2, 5, 40};

  static List<String> elections() {
    return Archive.ids();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("elections")
  void of_a_part_of_a_record_nothing_is_told_that_it_does_not_hold(String id) throws IOException {
    List<Entry> whole = read(id);
    Random random = new Random(id.hashCode());
    for (int oneIn : ONE_IN) {
      List<Entry> part = new ArrayList<>();
      for (Entry entry : whole)
        if (entry.index() == 0
            || (random.nextInt(oneIn) == 0 && !(entry.fact() instanceof Fact.Coverage)))
          part.add(new Entry(part.size(), entry.recorded(), entry.recordedBy(), entry.fact()));
      History history =
          History.of(
              part, Law.of(History.header(whole).orElseThrow().year()).orElseThrow(), History.ALL);
      isTrue(history, id + " one line in " + oneIn);
    }
  }

  private static List<Entry> read(String id) throws IOException {
    try (InputStream record = Archive.open(id).orElseThrow()) {
      return RecordReader.read(record).entries();
    }
  }

  private static void isTrue(History history, String what) {
    Standing standing = history.standing();
    popularVote(standing.popularVote(), what);
    for (RungFigures rung : standing.ladder()) assertThat(rung.unknown()).as(what).isNotNegative();
    settled(history.stateAt(History.ALL), standing, what);
    assertThat(new OfficialTable(history, false).rows())
        .as(what)
        .noneMatch(row -> row.since().equals("never"));
    assertThatCode(() -> Story.of(history, History.ALL, History.ALL))
        .as(what)
        .doesNotThrowAnyException();
    assertThat(AtomFeed.of(Edition.OVER, history, history.course())).as(what).isNotBlank();
  }

  private static void popularVote(PopularVote votes, String what) {
    votes.other().ifPresent(others -> assertThat(others).as(what).isNotNegative());
    assertThat(votes.shareOf() == ShareOf.ALL).as(what).isEqualTo(votes.total().isPresent());
    votes
        .total()
        .ifPresent(
            total ->
                assertThat(votes.votes().sum() + votes.other().orElse(0))
                    .as(what)
                    .isEqualTo(total));
  }

  private static void settled(Tabulation now, Standing standing, String what) {
    for (UnitRow row : standing.units()) {
      int winner = now.settledFor(row.unit());
      if (winner < 0 || now.law().isRanked(row.unit().jurisdiction())) continue;
      String person = now.candidates().get(winner);
      String of = what + ": " + row.unit().id() + " is settled for " + person;
      assertThat(row.settled().answer()).as(of).isEqualTo(Answer.YES);
      row.certifiedVotes()
          .ifPresent(votes -> assertThat(leading(votes, now)).as(of).isEqualTo(person));
    }
  }

  /** For President, the one whose ticket has most of the votes. */
  private static String leading(Votes votes, Tabulation now) {
    String most =
        votes.ids().stream()
            .max(Comparator.comparingLong(ticket -> votes.count(ticket).orElse(0)))
            .orElseThrow();
    return now.header().tickets().stream()
        .filter(ticket -> ticket.id().equals(most))
        .map(Ticket::president)
        .findFirst()
        .orElseThrow();
  }
}
