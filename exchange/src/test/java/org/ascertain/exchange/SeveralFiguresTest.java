package org.ascertain.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ascertain.archive.Archive;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Source;
import org.ascertain.election.When;
import org.ascertain.law.Law;
import org.ascertain.record.DraftWriter;
import org.ascertain.record.RecordReader;
import org.ascertain.standing.History;
import org.junit.jupiter.api.Test;

/** Figures of a county beside those of its precincts, and of two officials for one county. */
class SeveralFiguresTest {

  private static String returns(
      String day, String source, String unit, String votes, String... more) {
    return "{\"fact\":\"returns\",\"at\":\"%s\",\"source\":{\"id\":\"%s\",\"title\":\"%2$s\"},\"unit\":\"%s\",\"votes\":%s%s}\n"
        .formatted(day, source, unit, votes, String.join("", more));
  }

  private static ElectionAt election(String at, String... lines) throws IOException {
    String header = new String(new DraftWriter().line(ReadFile.header(2024)), UTF_8).strip();
    byte[] record = (header + "\n" + String.join("", lines)).getBytes(UTF_8);
    List<Entry> entries = RecordReader.read(new ByteArrayInputStream(record)).entries();
    assertThat(entries).hasSize(lines.length + 1);
    History history =
        History.of(entries, Law.of(2024).orElseThrow(), Archive.knownUnits(), History.ALL);
    return ElectionAt.of(history, When.parse(at), Optional.empty());
  }

  /** A county, and two precincts of it that do not add up to it. */
  private static ElectionAt county() throws IOException {
    return election(
        "2024-12-31",
        returns("2024-11-06", "office", "CA/06071", "{\"ash\":100,\"birch\":90}", ",\"other\":10"),
        returns("2024-11-06", "office", "CA/06071/001", "{\"ash\":60,\"birch\":50}"),
        returns("2024-11-06", "office", "CA/06071/002", "{\"ash\":40,\"birch\":35}"));
  }

  private static List<Document> documents(String format, ElectionAt election) {
    return Formats.of(format).orElseThrow().writer().orElseThrow().documents(election);
  }

  private static String text(Document document) throws IOException {
    return new String(NistTest.bytes(document), UTF_8);
  }

  @Test
  void no_table_has_a_county_beside_its_precincts() throws IOException {
    List<Document> tables = documents("openelections-csv", county());
    assertThat(tables).extracting(Document::part).containsExactly("CA", "CA-precincts");
    assertThat(tables)
        .extracting(Document::name)
        .containsExactly(
            "20241105__ca__general__president__county.csv",
            "20241105__ca__general__president__precinct.csv");
    assertThat(text(tables.getFirst()).lines())
        .containsExactly(
            "county,office,district,party,candidate,votes",
            "San Bernardino County,President,,Democratic,Anna B. Ash Jr.,100",
            "San Bernardino County,President,,Republican,Bob Birch,90",
            "San Bernardino County,President,,,Other,10");
    assertThat(text(tables.getLast()).lines())
        .startsWith("county,precinct,office,district,party,candidate,votes")
        .contains("San Bernardino County,001,President,,Democratic,Anna B. Ash Jr.,60")
        .hasSize(5);
    assertThat(text(documents("medsl-csv", county()).getFirst()).lines())
        .as("counties alone")
        .hasSize(4);
  }

  @Test
  void what_no_table_has_is_counted() throws IOException {
    ElectionAt election = county();
    for (String id : List.of("medsl-csv", "geojson")) {
      Format format = Formats.of(id).orElseThrow();
      assertThat(LeftOut.of(format, election, documents(id, election)).elsewhere())
          .as(id)
          .isEqualTo(Map.of("returns", 2L));
    }
    Format both = OpenElections.CSV;
    assertThat(LeftOut.of(both, election, documents(both.id(), election)).elsewhere()).isEmpty();
  }

  @Test
  void counties_and_precincts_come_back_as_they_were() throws IOException {
    Map<String, Object> due = new HashMap<>();
    Map<String, Object> read = new HashMap<>();
    ElectionAt election = county();
    for (Returns each : election.tallied().values())
      due.put(each.unit(), List.of(each.votes(), each.other()));
    for (Document each : documents("openelections-csv", election))
      for (Fact fact :
          ReadFile.of(
                  "openelections-csv",
                  Reading.of(election.header(), Source.of("back", "Back"), each.name())
                      .at(election.at()),
                  text(each))
              .facts())
        read.put(
            ((Returns) fact).unit(), List.of(((Returns) fact).votes(), ((Returns) fact).other()));
    assertThat(read).isEqualTo(due).hasSize(3);
  }

  private static JsonNode properties(ElectionAt election, String unit) throws IOException {
    List<JsonNode> found = new ArrayList<>();
    JsonNode map = new ObjectMapper().readTree(text(documents("geojson", election).getFirst()));
    for (JsonNode each : map.path("features"))
      if (each.path("properties").path("unit").asText().equals(unit))
        found.add(each.path("properties"));
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  @Test
  void of_two_officials_the_map_has_the_one_of_the_tally_says_whose_and_how_the_other_differs()
      throws IOException {
    ElectionAt election =
        election(
            "2024-12-31",
            returns("2024-12-01", "registrar", "CA/06033", "{\"ash\":11500,\"birch\":10603}"),
            returns("2024-12-16", "sos", "CA/06033", "{\"ash\":11496,\"birch\":10603}"));
    JsonNode county = properties(election, "CA/06033");
    assertThat(county.path("votes:ash").asLong()).isEqualTo(11_500);
    assertThat(county.path("source").asText()).isEqualTo("registrar");
    assertThat(county.path("difference:sos:ash").asLong()).isEqualTo(-4);
    assertThat(county.has("difference:sos:birch")).isFalse();
  }

  @Test
  void a_county_that_its_precincts_do_not_add_up_to_has_the_residual() throws IOException {
    JsonNode county = properties(county(), "CA/06071");
    assertThat(county.path("residual:birch").asLong()).isEqualTo(5);
    assertThat(county.has("residual:ash")).isFalse();
  }

  @Test
  void a_source_that_comes_after_another_still_speaks_for_the_counties_that_are_its_own()
      throws IOException {
    ElectionAt election =
        election(
            "2024-12-31",
            returns("2024-12-01", "a", "CA/06033", "{\"ash\":1}"),
            returns("2024-12-01", "b", "CA/06033", "{\"ash\":2}"),
            returns("2024-12-01", "b", "CA/06071", "{\"ash\":3}"));
    assertThat(text(documents("openelections-csv", election).getFirst()))
        .contains(
            "Ash Jr.,1\n".replace("\n", "\r\n"),
            "San Bernardino County,President,,Democratic,Anna B. Ash Jr.,3")
        .doesNotContain("Ash Jr.,2");
  }

  @Test
  void a_count_of_which_nothing_says_that_it_is_done_is_unknown() throws IOException {
    ElectionAt election =
        election(
            "2024-12-31",
            returns("2024-11-06", "office", "PA", "{\"ash\":1}"),
            returns("2024-11-06", "office", "GA", "{\"ash\":1}", ",\"complete\":true"),
            returns(
                "2024-11-06",
                "office",
                "OH",
                "{\"ash\":1}",
                ",\"reporting\":{\"units\":3,\"of\":7}"));
    for (String id : List.of("nist-100-v2-xml", "nist-100-v2-json", "civics-xml")) {
      String text = text(documents(id, election).getFirst());
      for (String word : List.of("completed", "in-process", "unknown"))
        assertThat(text.split("[>\"]" + word + "[<\"]", -1)).as(id + " " + word).hasSize(2);
    }
  }
}
