package org.ascertain.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.ascertain.archive.Archive;
import org.ascertain.election.Entry;
import org.ascertain.law.Law;
import org.ascertain.record.RecordReader;
import org.ascertain.standing.History;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A ladder has the same two at its rails in pictures, on the page and on the wall of elections. */
class RailsTest {

  @ParameterizedTest(name = "{0}: {1} at the left, {2} at the right")
  @CsvSource({
    "us-president-2016, clinton, trump", // a Democrat at the left, whoever has more
    "us-president-2020, biden, trump",
    "us-president-1876, tilden, hayes",
    "us-president-1860, breckinridge, lincoln", // a Republican at the right, whoever is the other
    "us-president-1800, jefferson, burr" // without such parties the first of the record
  })
  void a_democrat_stands_at_the_left_and_a_republican_at_the_right(
      String id, String left, String right) throws IOException {
    try (InputStream record = Archive.open(id).orElseThrow()) {
      List<Entry> entries = RecordReader.read(record).entries();
      Law law = Law.of(History.header(entries).orElseThrow().year()).orElseThrow();
      History history = History.of(entries, law, History.ALL);
      List<String> rails = Rails.of(history.header(), history.course());
      assertThat(rails).startsWith(left, right).doesNotHaveDuplicates();
      assertThat(Rails.of(history.header(), history.standing())).startsWith(left, right);
    }
  }
}
