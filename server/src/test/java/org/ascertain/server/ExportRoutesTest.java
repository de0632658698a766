package org.ascertain.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ascertain.answers.AllFormats;
import org.ascertain.answers.ElectionFormats;
import org.ascertain.archive.Archive;
import org.ascertain.archive.Pinned;
import org.ascertain.election.When;
import org.ascertain.exchange.Document;
import org.ascertain.exchange.ElectionAt;
import org.ascertain.exchange.Format;
import org.ascertain.law.Law;
import org.ascertain.record.Pin;
import org.ascertain.record.RecordReader;
import org.ascertain.standing.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Elections in formats that others speak, over HTTP. */
@QuarkusTest
class ExportRoutesTest {

  private static final String ID = "us-president-2000";
  private static final String ADDRESS = "/api/elections/" + ID;

  private final Client client = new Client();

  static Stream<Format> formats() {
    return AllFormats.written().stream();
  }

  private static ElectionAt election(Optional<String> at) throws IOException {
    try (InputStream in = Archive.open(ID).orElseThrow()) {
      History history =
          History.of(
              RecordReader.read(in).entries(),
              Law.of(2000).orElseThrow(),
              Archive.knownUnits(),
              History.ALL);
      Optional<Pin> pin =
          Pinned.pins().stream().filter(each -> each.election().equals(ID)).findFirst();
      return ElectionAt.of(
          history, at.map(When::parse).orElseGet(() -> ElectionAt.last(history)), pin);
    }
  }

  private static String written(Document document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.content().writeTo(out);
    return out.toString(UTF_8);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void every_format_is_given_as_it_is_written(Format format) throws IOException {
    String address = ADDRESS + "." + AllFormats.address(format);
    List<Document> due = format.writer().orElseThrow().documents(election(Optional.empty()));
    HttpResponse<String> answer = client.get(address);
    if (due.isEmpty()) { // of 2000 there are no counties
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).contains("There is nothing of us-president-2000 in that form");
      return;
    }
    assertThat(answer.body()).isEqualTo(written(due.getFirst()));
    assertThat(answer.headers().firstValue("Content-Type")).contains(format.mediaType());
    assertThat(client.get(address + "?part=" + due.getLast().part()).body())
        .isEqualTo(written(due.getLast()));
  }

  @Test
  void a_moment_is_asked_for_and_stands_in_the_name_of_the_file() throws IOException {
    HttpResponse<String> answer = client.get(ADDRESS + ".nist.json?at=2000-12-13&part=certified");
    List<Document> due =
        AllFormats.written("nist-100-v2-json")
            .orElseThrow()
            .writer()
            .orElseThrow()
            .documents(election(Optional.of("2000-12-13")));
    assertThat(answer.body()).isEqualTo(written(due.getFirst()));
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .hasValueSatisfying(
            name ->
                assertThat(name)
                    .matches(
                        "attachment; filename=\"us-president-2000_certified_at_2000-12-13_entries_\\d+\\.nist\\.json\""));
    assertThat(client.get(ADDRESS + ".nist.json?known=1999-01-01&at=2000-12-13").statusCode())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "nist.xml?part=nobody,404,There is no part 'nobody' of it; there are certified",
    "xlsx,404,There is no format 'xlsx'; there are nist.xml",
    "nist.xml?at=then,400,is not a moment",
    "nist.xml?table=x,400,no parameter"
  })
  void what_is_not_there_is_told(String asked, int status, String says) {
    HttpResponse<String> answer = client.get(ADDRESS + "." + asked.replace("|", ","));
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains(says);
    assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"us-president-1999.nist.xml", "us-president-2000.", ".nist.xml"})
  void an_election_that_is_not_there_has_no_files(String name) {
    assertThat(client.get("/api/elections/" + name).statusCode()).isEqualTo(404);
  }

  @Test
  void a_description_of_tables_is_no_table() {
    HttpResponse<String> answer = client.get(ADDRESS + ".csv?part=datapackage");
    assertThat(answer.body()).startsWith("{");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .hasValueSatisfying(name -> assertThat(name).endsWith(".json\""));
  }

  @Test
  void the_days_of_an_election_to_come_are_there_without_a_record() {
    String address = "/api/elections/us-president-2032.ics";
    HttpResponse<String> answer = client.get(address + "?at=2032-01-01");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).startsWith("BEGIN:VCALENDAR").doesNotContain("DTSTAMP:2032");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"us-president-2032_at_2032-01-01.ics\"");
    assertThat(client.get(address + "?entries=1").statusCode()).isEqualTo(404);
    assertThat(client.get(address.replace(".ics", ".csv")).statusCode()).isEqualTo(404);
  }

  @Test
  void what_has_not_changed_is_not_sent_again() {
    String etag = client.get(ADDRESS + ".ics").headers().firstValue("ETag").orElseThrow();
    assertThat(client.get(ADDRESS + ".ics", "If-None-Match", etag).statusCode()).isEqualTo(304);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void each_file_says_how_many_facts_it_leaves_out_and_where_which_are_told(Format format)
      throws IOException {
    ElectionAt then = election(Optional.of("2000-12-13"));
    HttpResponse<String> answer =
        client.get(ADDRESS + "." + AllFormats.address(format) + "?at=2000-12-13");
    if (answer.statusCode() == 404) return; // nothing of it in that form
    assertThat(answer.headers().firstValue("Ascertain-Left-Out"))
        .contains(
            Long.toString(
                format
                    .leftOut(then, format.writer().orElseThrow().documents(then).subList(0, 1))
                    .facts()));
    String link = answer.headers().firstValue("Link").orElseThrow();
    assertThat(link).isEqualTo("<" + ADDRESS + "/formats?at=2000-12-13>; rel=\"describedby\"");
    assertThat(client.get(ADDRESS + "/formats?at=2000-12-13").body())
        .isEqualTo(ElectionFormats.json(then));
  }

  @Test
  void every_file_that_is_listed_is_there() throws IOException {
    JsonNode formats = new ObjectMapper().readTree(client.get(ADDRESS + "/formats").body());
    int files = 0;
    for (JsonNode format : formats.path("formats"))
      for (JsonNode file : format.path("files")) {
        String address = ADDRESS + "." + format.path("address").asText();
        assertThat(client.get(address + "?part=" + file.path("part").asText()).statusCode())
            .isEqualTo(200);
        files++;
      }
    assertThat(files).isGreaterThan(9);
  }

  @Test
  void the_formats_are_listed_with_what_each_loses() throws IOException {
    JsonNode formats = new ObjectMapper().readTree(client.get("/api/formats").body());
    List<String> ids = new ArrayList<>();
    for (JsonNode each : formats.path("formats"))
      if (each.path("written").asBoolean()) ids.add(each.path("id").asText());
    assertThat(ids)
        .containsExactlyElementsOf(AllFormats.written().stream().map(Format::id).toList());
  }
}
