package org.ascertain.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.TreeSet;
import org.ascertain.answers.Edition;
import org.ascertain.answers.HeadlineRung;
import org.ascertain.archive.Archive;
import org.ascertain.election.Entry;
import org.ascertain.election.Washington;
import org.ascertain.election.When;
import org.ascertain.law.Law;
import org.ascertain.record.RecordReader;
import org.ascertain.server.Rendered.Effort;
import org.ascertain.standing.History;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a shared address says first, of all 60 elections while they went on. */
class HeadlineTest {

  /** Moments of each election that are looked at, besides those at which a majority began. */
  private static final int MOMENTS = 40;

  static List<String> elections() {
    return Archive.ids();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("elections")
  void a_majority_that_is_only_implied_leads_no_headline(String id) throws IOException {
    History history = history(id);
    Snapshot snapshot = new Snapshot(Edition.OVER, Effort.LOW, history);
    TreeSet<Long> moments = new TreeSet<>();
    List<Entry> entries = history.besidesReturns();
    for (int i = 0; i < MOMENTS; i++)
      moments.add(entries.get(i * (entries.size() - 1) / MOMENTS).effective());
    history
        .standing()
        .ladder()
        .forEach(rung -> rung.majority().ifPresent(of -> moments.add(of.by().effective())));
    for (long moment : moments)
      Headline.of(snapshot, new When.AtMoment(Washington.at(moment)))
          .top()
          .ifPresent(
              top ->
                  assertThat(HeadlineRung.isImplied(top))
                      .as("%s at %s: %s", id, Washington.at(moment), top.rung())
                      .isFalse());
  }

  private static History history(String id) throws IOException {
    try (InputStream record = Archive.open(id).orElseThrow()) {
      List<Entry> entries = RecordReader.read(record).entries();
      Law law = Law.of(History.header(entries).orElseThrow().year()).orElseThrow();
      return History.of(entries, law, History.ALL);
    }
  }
}
