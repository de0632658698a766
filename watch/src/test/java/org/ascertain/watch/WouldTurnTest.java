package org.ascertain.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ascertain.archive.Archive;
import org.ascertain.election.Entry;
import org.ascertain.record.RecordReader;
import org.ascertain.watch.WatchStore.Watch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who would be told, before anything is recorded. */
@Timeout(120)
class WouldTurnTest {

  private static final String RECORD =
      """
      {"fact":"election","at":"2020-11-03","source":{"id":"s","title":"A list"},"election":"us-president-2020","year":2020,"candidates":[{"id":"biden","name":"Joe Biden"},{"id":"trump","name":"Donald Trump"}],"tickets":[{"id":"biden","president":"biden"},{"id":"trump","president":"trump"}],"callers":[{"id":"AP","name":"Associated Press"},{"id":"Fox","name":"Fox News"}]}
      {"fact":"call","at":"2020-11-04T05:00:00Z","source":"s","unit":"FL","caller":"AP","for":"trump"}
      {"fact":"call","at":"2020-11-04T06:00:00Z","source":"s","unit":"HI","caller":"AP","for":"biden"}
      """;

  private static List<Entry> entries() {
    return RecordReader.read(new ByteArrayInputStream(RECORD.getBytes(UTF_8))).entries();
  }

  private static Watch watch(String id, String condition) {
    return new Watch(id, "server", "us-president-2020", condition, 1, 0);
  }

  @Test
  void those_whose_condition_turns_by_it_are_told_and_no_others() {
    List<Entry> all = entries();
    List<Entry> before = all.subList(0, 2);
    List<Watch> watches = new ArrayList<>();
    watches.add(watch("turns", "called(HI) by AP"));
    watches.add(watch("turns-too", "called(HI) by AP"));
    watches.add(watch("holds-already", "called(FL) by AP"));
    watches.add(watch("another-caller", "called(HI) by Fox"));
    watches.add(watch("not-enough", "called >= 270 by AP"));
    watches.add(watch("no-condition", "called by by"));
    assertThat(WouldTurn.of(before, all.subList(2, 3), watches, Archive.knownUnits()))
        .contains("turns", "turns-too")
        .doesNotContain("holds-already", "another-caller", "not-enough", "no-condition");
  }

  @Test
  void what_turned_before_does_not_count() {
    List<Entry> all = entries();
    Entry last = all.getLast();
    Entry again = new Entry(all.size(), Instant.parse("2020-11-05T00:00:00Z"), "1", last.fact());
    assertThat(
            WouldTurn.of(
                all,
                List.of(again),
                List.of(watch("before", "called(HI) by AP")),
                Archive.knownUnits()))
        .isEmpty();
  }
}
