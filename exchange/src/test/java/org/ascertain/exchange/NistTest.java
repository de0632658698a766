package org.ascertain.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Reports in the form of NIST SP 1500-100. The order of parts, the parts that must be there and the
 * references are held here against what the schema says; the schemas themselves where they are at
 * hand.
 */
class NistTest {

  private static final String XSD = "nist-1500-100-v2/NIST_V2_election_results_reporting.xsd";
  private static final String JSON_SCHEMA =
      "nist-1500-100-v2/NIST_V2_election_results_reporting.json";

  /** What we write of the schema's sequences, in their order; those that must be there with a !. */
  private static final Map<String, List<String>> SEQUENCES =
      Map.of(
          "ElectionReport",
          List.of(
              "Election",
              "ExternalIdentifier",
              "Format!",
              "GeneratedDate!",
              "GpUnit",
              "Issuer!",
              "IssuerAbbreviation!",
              "Notes",
              "Office",
              "Party",
              "Person",
              "SequenceStart!",
              "SequenceEnd!",
              "Status!",
              "VendorApplicationId!"),
          "Election",
          List.of(
              "BallotCounts",
              "Candidate",
              "Contest",
              "ElectionScopeId!",
              "Name!",
              "StartDate!",
              "EndDate!",
              "Type!"),
          "Candidate",
          List.of(
              "BallotName!",
              "ExternalIdentifier",
              "IsTopTicket",
              "PartyId",
              "PersonId",
              "PostElectionStatus"),
          "Contest",
          List.of(
              "ContestSelection",
              "ElectionDistrictId!",
              "ExternalIdentifier",
              "Name!",
              "OtherCounts",
              "OfficeIds",
              "VotesAllowed!"),
          "ContestSelection",
          List.of("VoteCounts", "CandidateIds"),
          "VoteCounts",
          List.of("GpUnitId!", "Type!", "OtherType", "Count!"),
          "BallotCounts",
          List.of("GpUnitId!", "Type!", "OtherType", "BallotsCast", "BallotsRejected"),
          "GpUnit",
          List.of(
              "ComposingGpUnitIds",
              "ExternalIdentifier",
              "Name",
              "CountStatus",
              "SubUnitsReported",
              "TotalSubUnits",
              "Type!",
              "OtherType",
              "VotersRegistered"),
          "ExternalIdentifier",
          List.of("Type!", "OtherType", "Value!"),
          "Person",
          List.of("FullName", "PartyId"));

  private static final ElectionAt OF_2020 = OfArchive.whole(2020);

  static byte[] bytes(Document document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.content().writeTo(out);
    return out.toByteArray();
  }

  @Test
  void before_election_day_it_has_who_stands_and_no_votes() throws IOException {
    ElectionAt before = OfArchive.at(2020, "2020-10-01");
    for (Format format : List.of(Nist.XML, Nist.JSON)) {
      List<Document> documents = format.writer().orElseThrow().documents(before);
      assertThat(documents).extracting(Document::part).containsExactly("candidates");
      assertThat(new String(bytes(documents.getFirst()), StandardCharsets.UTF_8))
          .contains("pre-election", "Joseph R. Biden Jr.", "Michael R. Pence")
          .doesNotContain("VoteCounts", "CountStatus", "projected-winner");
    }
    assertThat(Civics.XML.writer().orElseThrow().documents(before)).isEmpty();
  }

  static Document document(Format format, ElectionAt election, String issuer) {
    return format.writer().orElseThrow().documents(election).stream()
        .filter(each -> each.part().equals(issuer))
        .findFirst()
        .orElseThrow();
  }

  private static Element xml(byte[] bytes) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes)).getDocumentElement();
  }

  private static List<Element> children(Element of) {
    List<Element> children = new ArrayList<>();
    for (Node node = of.getFirstChild(); node != null; node = node.getNextSibling())
      if (node instanceof Element element) children.add(element);
    return children;
  }

  private static void assertInSequence(Element element) {
    List<Element> children = children(element);
    List<String> due = SEQUENCES.get(element.getLocalName());
    if (due != null && !children.isEmpty()) {
      List<String> order = due.stream().map(name -> name.replace("!", "")).toList();
      List<Integer> places =
          children.stream().map(child -> order.indexOf(child.getLocalName())).toList();
      assertThat(places).as("%s: %s", element.getLocalName(), children).doesNotContain(-1);
      assertThat(places).as(element.getLocalName()).isSorted();
      Set<String> names = new HashSet<>(children.stream().map(Element::getLocalName).toList());
      for (String name : due)
        if (name.endsWith("!")) assertThat(names).contains(name.replace("!", ""));
    }
    children.forEach(NistTest::assertInSequence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"certified", "nyt-alex", "tonmcg-counties", "AP"})
  void parts_stand_in_their_order_and_refer_to_parts_that_are_there(String issuer)
      throws Exception {
    Element report = xml(bytes(document(Nist.XML, OF_2020, issuer)));

    assertInSequence(report);
    Set<String> ids = new HashSet<>();
    List<String> references = new ArrayList<>();
    NodeList all = report.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      if (element.hasAttribute("ObjectId"))
        assertThat(ids.add(element.getAttribute("ObjectId"))).as("id once").isTrue();
      String name = element.getLocalName();
      if (name.matches("\\w+Ids?") && !name.equals("VendorApplicationId"))
        references.addAll(List.of(element.getTextContent().split(" ")));
    }
    assertThat(references).isNotEmpty();
    assertThat(ids).allMatch(id -> id.matches("[A-Za-z][A-Za-z0-9._-]*")).containsAll(references);
  }

  static Stream<Integer> years() {
    return IntStream.rangeClosed(0, 59).mapToObj(n -> 1788 + 4 * n);
  }

  @ParameterizedTest
  @MethodSource("years")
  void every_report_of_every_election_is_valid_by_the_schema_of_xml(int year) throws IOException {
    for (Document document : Nist.XML.writer().orElseThrow().documents(OfArchive.whole(year)))
      Schemas.assertValidXml(bytes(document), XSD);
  }

  @ParameterizedTest
  @ValueSource(ints = {1788, 1824, 1960, 2000})
  void every_report_is_valid_by_the_schema_of_json(int year) throws IOException {
    for (Document document : Nist.JSON.writer().orElseThrow().documents(OfArchive.whole(year)))
      Schemas.assertValidJson(bytes(document), JSON_SCHEMA);
  }

  @Test
  void the_report_of_counties_is_valid_json_by_the_schema() throws IOException {
    Schemas.assertValidJson(bytes(document(Nist.JSON, OF_2020, "tonmcg-counties")), JSON_SCHEMA);
  }

  @Test
  void a_source_a_caller_and_the_certificates_each_make_a_report_the_certificates_first() {
    assertThat(Nist.XML.writer().orElseThrow().documents(OF_2020))
        .extracting(Document::part)
        .containsExactly(
            "certified",
            "nyt-alex",
            "nyt-snichols",
            "tonmcg-counties",
            "AP",
            "Fox",
            "NBC",
            "ABC",
            "CBS",
            "CNN",
            "DDHQ");
  }

  @Test
  void a_county_has_its_name_fips_with_vintage_and_open_civic_data_id() throws Exception {
    JsonNode report =
        new ObjectMapper().readTree(bytes(document(Nist.JSON, OF_2020, "tonmcg-counties")));

    JsonNode county = gpUnit(report, "unit_VA.51600");
    assertThat(county.at("/Name/Text/0/Content").asText()).isEqualTo("Fairfax city");
    assertThat(values(county, "fips")).containsExactly("51600");
    assertThat(values(county, "ocd-id"))
        .containsExactly("ocd-division/country:us/state:va/place:fairfax");
    assertThat(others(county, "fips-vintage")).containsExactly("counties as of 2020");
    JsonNode district = gpUnit(report, "unit_AK.02901");
    assertThat(values(district, "fips")).as("no office gave it that code").isEmpty();
    assertThat(others(district, "fips-vintage")).containsExactly("house districts of 2020");
    assertThat(district.at("/Type").asText()).isEqualTo("state-house");
    JsonNode state = gpUnit(report, "unit_VA");
    assertThat(values(state, "fips")).containsExactly("51");
    assertThat(others(state, "usps")).containsExactly("VA");
  }

  @Test
  void a_code_that_two_lists_have_means_what_the_others_of_its_state_mean() throws Exception {
    JsonNode report =
        new ObjectMapper()
            .readTree(bytes(document(Nist.JSON, OfArchive.whole(2024), "counties-2024")));

    assertThat(values(gpUnit(report, "unit_DC.11001"), "fips")).isEmpty();
    assertThat(gpUnit(report, "unit_DC.11001").at("/Type").asText()).isEqualTo("ward");
    assertThat(values(gpUnit(report, "unit_AK.02020"), "ocd-id")).isEmpty();
    assertThat(values(gpUnit(report, "unit_CT.09110"), "fips")).containsExactly("09110");
  }

  @Test
  void stages_beyond_the_certificate_stand_in_identifiers() throws Exception {
    JsonNode report = new ObjectMapper().readTree(bytes(document(Nist.JSON, OF_2020, "certified")));

    assertThat(report.at("/Status").asText()).isEqualTo("certified");
    JsonNode wisconsin =
        StreamSupport.stream(report.at("/Election/0/Contest").spliterator(), false)
            .filter(each -> each.at("/@id").asText().equals("contest_WI"))
            .findFirst()
            .orElseThrow();
    assertThat(others(wisconsin, "ascertained-stage")).containsExactly("counted");
    assertThat(others(wisconsin, "ascertain-authority"))
        .singleElement()
        .asString()
        .startsWith("WEC chair Jacobs");
  }

  @Test
  void a_call_is_a_projected_winner_and_no_count() throws Exception {
    JsonNode report = new ObjectMapper().readTree(bytes(document(Nist.JSON, OF_2020, "AP")));

    assertThat(report.findValues("VoteCounts")).isEmpty();
    assertThat(report.findValues("PostElectionStatus")).hasSize(57);
    assertThat(report.at("/Issuer").asText()).isEqualTo("The Associated Press");
  }

  @Test
  void an_export_says_what_it_left_out() {
    LeftOut left = Nist.XML.leftOut(OF_2020, Nist.XML.writer().orElseThrow().documents(OF_2020));

    assertThat(left.kinds()).containsEntry("challenge", 75L).containsEntry("elector-votes", 51L);
    assertThat(left.earlier()).containsKey("returns").containsEntry("certification", 9L);
    assertThat(left.losses()).containsEntry("how many votes are expected", 51L);
  }

  @Test
  void as_of_election_night_nothing_is_certified_and_the_moment_is_the_nights() throws Exception {
    ElectionAt night = OfArchive.at(2020, "2020-11-03T23:00:00-05:00");
    List<Document> documents = Nist.JSON.writer().orElseThrow().documents(night);

    assertThat(documents).extracting(Document::part).doesNotContain("certified", "nyt-alex");
    JsonNode report = new ObjectMapper().readTree(bytes(document(Nist.JSON, night, "AP")));
    assertThat(report.at("/GeneratedDate").asText()).isEqualTo("2020-11-04T04:00:00Z");
  }

  private static JsonNode gpUnit(JsonNode report, String id) {
    return StreamSupport.stream(report.at("/GpUnit").spliterator(), false)
        .filter(each -> each.at("/@id").asText().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError(id));
  }

  private static List<String> values(JsonNode of, String type) {
    return StreamSupport.stream(of.at("/ExternalIdentifier").spliterator(), false)
        .filter(each -> each.at("/Type").asText().equals(type))
        .map(each -> each.at("/Value").asText())
        .toList();
  }

  private static List<String> others(JsonNode of, String type) {
    return StreamSupport.stream(of.at("/ExternalIdentifier").spliterator(), false)
        .filter(each -> each.at("/OtherType").asText().equals(type))
        .map(each -> each.at("/Value").asText())
        .toList();
  }
}
