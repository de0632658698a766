package org.ascertain.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ascertain.archive.Archive;
import org.ascertain.standing.History;
import org.ascertain.watch.Phrase.Came;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a condition may go on with, each with when it came true before. */
@Timeout(120)
class PhraseTest {

  private static final Map<String, History> READ = new ConcurrentHashMap<>();

  private static History history(String id) {
    return READ.computeIfAbsent(id, PastElections::history);
  }

  private static List<Phrase> of(String year) {
    History history = history(Archive.find(year).orElseThrow());
    return Phrase.all(history.header(), history.law(), PhraseTest::history);
  }

  private static List<Came> came(String year, String text) {
    return of(year).stream()
        .filter(each -> each.text().equals(text))
        .findFirst()
        .orElseThrow()
        .came();
  }

  @Test
  void each_tells_when_it_came_true_in_the_last_elections() {
    assertThat(came("2020", "voted >= majority"))
        .extracting(each -> each.election().substring(13) + " " + each.since())
        .hasSize(3)
        .first()
        .asString()
        .startsWith("2020 2020-12-14T17:30");
    assertThat(came("2020", "voted >= majority").getFirst().isAbout()).isTrue();
    assertThat(came("2020", "declared").getFirst().since().toString())
        .startsWith("2021-01-07T03:41");
  }

  @Test
  void no_election_tells_of_one_that_came_after_it() {
    assertThat(of("2016"))
        .flatExtracting(Phrase::came)
        .isNotEmpty()
        .allMatch(came -> came.election().compareTo("us-president-2016") <= 0);
  }

  @Test
  void what_a_record_cannot_tell_is_not_told() {
    assertThat(came("2020", "called by AP"))
        .extracting(Came::election)
        .contains("us-president-2020")
        .doesNotContain("us-president-2012");
    assertThat(of("2020")).allMatch(each -> each.text().length() <= 70);
  }
}
