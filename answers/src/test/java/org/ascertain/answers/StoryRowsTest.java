package org.ascertain.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ascertain.election.Attestation;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.KnownUnits;
import org.ascertain.election.Source;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;
import org.ascertain.election.When;
import org.ascertain.law.Law;
import org.ascertain.standing.Course;
import org.ascertain.standing.Gathering;
import org.ascertain.standing.History;
import org.ascertain.standing.UnitChange;
import org.junit.jupiter.api.Test;

class StoryRowsTest {

  private static final List<String> TICKETS = List.of("biden", "trump");
  private static final Law LAW = Law.of(2020).orElseThrow();
  private static final OffsetDateTime POLLS_CLOSE =
      OffsetDateTime.parse("2020-11-03T20:00:00-05:00");
  private static final Source FEED = Source.of("feed", "A feed");

  @Test
  void a_story_of_the_usual_size_has_every_change() {
    Course course = night(5_000);
    assertThat(StoryRows.of(course)).isEqualTo(course.changes());
  }

  @Test
  void of_very_many_changes_a_row_for_each_unit_and_stretch_is_left_and_every_lead_and_sum() {
    Course course = night(60_000);
    List<UnitChange> all = course.changes();
    List<UnitChange> rows = StoryRows.of(course);
    assertThat(all).hasSizeGreaterThan(StoryRows.MOST);
    assertThat(rows).hasSizeBetween(500, StoryRows.ENOUGH);
    assertThat(all).containsSubsequence(rows);
    assertThat(rows.stream().filter(row -> !row.electors().isEmpty()))
        .containsExactlyElementsOf(all.stream().filter(row -> !row.electors().isEmpty()).toList());
    assertThat(last(rows)).isEqualTo(last(all));
  }

  private static Map<Unit, Votes> last(List<UnitChange> rows) {
    Map<Unit, Votes> last = new HashMap<>();
    for (UnitChange row : rows)
      row.tally().ifPresent(tally -> last.put(row.unit().orElseThrow(), tally));
    return last;
  }

  /** Units report in turn, over eight hours, each time with more votes for one of the two. */
  private static Course night(int reports) {
    Gathering record = History.gather(LAW, KnownUnits.ANY, History.ALL);
    record.add(entry(0, SampleRecord.of("2020").header()));
    List<String> units = List.copyOf(LAW.entitled().keySet());
    for (int i = 1; i <= reports; i++) {
      long turn = i / units.size();
      // The second one leads in two of the night's five parts.
      long ahead = 5L * i / reports % 2;
      Votes votes = Votes.of(TICKETS, 1_000 + 10 * turn, 1_000 + 10 * turn - 5 + 10 * ahead);
      When at = new When.AtMoment(POLLS_CLOSE.plusSeconds(28_800L * i / reports));
      String unit = units.get(i % units.size());
      record.add(entry(i, Returns.of(Attestation.of(at, FEED), unit, votes)));
    }
    return record.course();
  }

  private static Entry entry(long index, Fact fact) {
    return new Entry(index, Instant.parse("2020-11-04T12:00:00Z"), "7", fact);
  }
}
