package org.ascertain.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.ascertain.archive.Archive;
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
    assertThat(ids.getFirst()).isEqualTo("urn:ascertain:us-president-" + year);
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
    assertThat(texts(feed, "updated")).isSortedAccordingTo((a, b) -> b.compareTo(a));
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
    assertThat(texts(feed, "id")).allMatch(id -> id.startsWith("urn:ascertain:rehearsal:"));
  }
}
