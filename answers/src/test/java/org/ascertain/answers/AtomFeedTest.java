package org.ascertain.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.ascertain.archive.Archive;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.standing.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AtomFeedTest {

  static List<String> years() {
    return Archive.ids().stream().map(id -> id.substring(id.lastIndexOf('-') + 1)).toList();
  }

  private static String feed(SampleRecord record, Edition edition) {
    return AtomFeed.of(edition, record.history(), record.course());
  }

  /** The text of each element of a name. */
  private static List<String> texts(String feed, String name) throws XMLStreamException {
    List<String> texts = new ArrayList<>();
    XMLStreamReader xml =
        XMLInputFactory.newFactory().createXMLStreamReader(new StringReader(feed));
    while (xml.hasNext())
      if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals(name))
        texts.add(xml.getElementText());
    return texts;
  }

  @ParameterizedTest
  @MethodSource("years")
  void no_id_stands_twice_in_the_feed_of_an_election(String year) throws XMLStreamException {
    List<String> ids = texts(feed(SampleRecord.of(year), Edition.OVER), "id");
    assertThat(ids).hasSizeGreaterThan(1).doesNotHaveDuplicates();
    assertThat(ids.getFirst()).isEqualTo("tag:ascertain,2026:us-president-" + year);
  }

  @Test
  void an_election_of_which_nothing_is_told_yet_is_as_of_its_first_entry()
      throws XMLStreamException {
    History first = SampleRecord.of("2020").history().first(1);
    String feed = AtomFeed.of(Edition.OVER, first, first.course());
    assertThat(texts(feed, "updated"))
        .containsExactly(first.recorded().getFirst().recorded().toString());
  }

  @Test
  void the_newest_comes_first_and_what_is_only_implied_is_at_the_latest()
      throws XMLStreamException {
    String feed = feed(SampleRecord.of("1872"), Edition.OVER);
    assertThat(texts(feed, "published")).isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(texts(feed, "title").getFirst()).isEqualTo("The election of the President in 1872");
    assertThat(texts(feed, "title"))
        .contains("Grant has a majority of the electors certified, at the latest")
        .contains("Grant has a majority of the electors voted")
        .doesNotContain("Grant has a majority of the electors certified");
  }

  @Test
  void a_rehearsal_has_ids_of_its_own_and_says_so() throws XMLStreamException {
    String feed = feed(SampleRecord.of("1800"), Edition.REHEARSAL);
    assertThat(texts(feed, "title").getFirst())
        .isEqualTo("Rehearsal: the election of the President in 1800");
    assertThat(texts(feed, "id")).allMatch(id -> id.startsWith("tag:ascertain,2026:rehearsal:"));
  }

  /** The feed of a record with one entry more, that takes back or puts right an earlier one. */
  private static String corrected(Fact fact) {
    History before = SampleRecord.of("2000").history();
    List<Entry> entries = new ArrayList<>(before.recorded());
    Instant recorded = Instant.parse("2027-02-03T04:05:06Z");
    entries.add(new Entry(entries.size(), recorded, "desk", fact));
    History after = History.of(entries, before.law(), History.ALL);
    return AtomFeed.of(Edition.OVER, after, after.course());
  }

  @Test
  void what_is_taken_back_is_an_entry_of_when_that_was_recorded_and_names_the_old() {
    History before = SampleRecord.of("2000").history();
    long last = before.recorded().getLast().index();
    String feed =
        corrected(
            new Fact.Retraction(
                before.recorded().getLast().fact().attestation(), last, "It was typed twice"));
    assertThat(feed)
        .contains("<id>tag:ascertain,2026:us-president-2000:" + (last + 1) + ":correction</id>")
        .contains("<updated>2027-02-03T04:05:06Z</updated>")
        .contains("rel=\"related\" href=\"/api/elections/us-president-2000/entries/" + last + "\"");
  }

  @Test
  void an_entry_is_updated_when_it_was_recorded_and_published_as_of_when_it_is()
      throws XMLStreamException {
    SampleRecord record = SampleRecord.of("1872");
    List<String> recorded =
        record.history().recorded().stream().map(each -> each.recorded().toString()).toList();
    assertThat(recorded).containsAll(texts(feed(record, Edition.OVER), "updated"));
    assertThat(texts(feed(record, Edition.OVER), "published"))
        .anyMatch(published -> published.startsWith("1872-12-"));
  }

  @Test
  void a_majority_that_ends_names_the_one_that_it_undoes() {
    String feed = feed(SampleRecord.calls(), Edition.OVER);
    String begun = "tag:ascertain,2026:%s:12:majority:called:ash";
    String election = SampleRecord.calls().header().election();
    assertThat(feed)
        .contains("<id>" + begun.formatted(election) + "</id>")
        .contains("It undoes " + begun.formatted(election))
        .contains("rel=\"related\" href=\"/api/elections/" + election + "/entries/12\"");
  }

  @Test
  void a_feed_has_the_address_of_its_server_and_a_file_says_that_it_has_none() {
    History history = SampleRecord.of("2000").history();
    assertThat(AtomFeed.of(Edition.OVER, history, history.course()))
        .contains("rel=\"self\" href=\"/api/elections/us-president-2000/feed.atom\"");
    assertThat(AtomFeed.file(history, history.course(), Long.MAX_VALUE))
        .doesNotContain("rel=\"self\"")
        .contains("knows no address of its own");
  }
}
