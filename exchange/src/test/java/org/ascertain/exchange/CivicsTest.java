package org.ascertain.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Google's civics feed. What its validator says of it, told by hand, stands in the docs. */
class CivicsTest {

  private static final ElectionAt OF_2020 = OfArchive.whole(2020);

  private static Element feed(String issuer) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(
            new ByteArrayInputStream(
                NistTest.bytes(NistTest.document(Civics.XML, OF_2020, issuer))))
        .getDocumentElement();
  }

  private static List<Element> all(Element in, String name) {
    List<Element> all = new ArrayList<>();
    NodeList nodes = in.getElementsByTagName(name);
    for (int i = 0; i < nodes.getLength(); i++) all.add((Element) nodes.item(i));
    return all;
  }

  @ParameterizedTest
  @ValueSource(ints = {1788, 1824, 1872, 1960, 2000, 2016, 2020, 2024})
  void every_feed_is_valid_by_the_schema(int year) throws Exception {
    for (Document document : Civics.XML.writer().orElseThrow().documents(OfArchive.whole(year)))
      Schemas.assertValidXml(NistTest.bytes(document), "civics/civics_cdf_spec.xsd");
  }

  @Test
  void every_reference_is_to_a_part_that_is_there_and_every_stable_id_is_one_things()
      throws Exception {
    Element feed = feed("tonmcg-counties");
    Set<String> ids = new HashSet<>();
    List<String> references = new ArrayList<>();
    for (Element each : all(feed, "*")) {
      if (each.hasAttribute("objectId"))
        assertThat(ids.add(each.getAttribute("objectId"))).as("once").isTrue();
      if (each.getTagName().matches("\\w+Ids?") && !each.getTagName().equals("VendorApplicationId"))
        references.addAll(List.of(each.getTextContent().split(" ")));
    }
    assertThat(references).isNotEmpty();
    assertThat(ids).containsAll(references);
    assertThat(
            all(feed, "ExternalIdentifier").stream()
                .filter(
                    each ->
                        all(each, "OtherType").stream()
                            .anyMatch(type -> type.getTextContent().equals("stable")))
                .map(each -> all(each, "Value").getFirst().getTextContent()))
        .hasSizeGreaterThan(3_000)
        .doesNotHaveDuplicates()
        .allMatch(value -> value.matches("[A-Za-z0-9-]+"));
  }

  @Test
  void nobody_is_named_for_votes_that_are_nobodys() throws Exception {
    Element feed = feed("certified");

    assertThat(all(feed, "AggregateBallotSelection")).isNotEmpty();
    assertThat(all(feed, "FullName"))
        .extracting(Element::getTextContent)
        .noneMatch(name -> name.contains("named") || name.contains("Other"));
    assertThat(all(feed, "CandidateIds"))
        .allMatch(each -> !each.getTextContent().contains(" "), "one person each");
  }

  @ParameterizedTest
  @ValueSource(ints = {1916, 1944, 1960, 1964, 2020})
  void whoever_stands_is_a_person_that_is_there(int year) throws Exception {
    for (Document each : Civics.XML.writer().orElseThrow().documents(OfArchive.whole(year))) {
      Element feed =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(NistTest.bytes(each)))
              .getDocumentElement();
      Set<String> persons = new HashSet<>();
      for (Element person : all(feed, "Person")) persons.add(person.getAttribute("objectId"));
      for (Element candidate : all(feed, "Candidate"))
        assertThat(all(candidate, "PersonId"))
            .as(each.name())
            .singleElement()
            .satisfies(id -> assertThat(persons).contains(id.getTextContent()));
    }
  }
}
