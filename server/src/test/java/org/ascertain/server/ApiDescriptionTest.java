package org.ascertain.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ascertain.answers.AnswerSchemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server says of its own addresses, held against what it answers there. */
@QuarkusTest
class ApiDescriptionTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);

  @Inject Router router;

  private final Client client = new Client();

  private JsonNode description() throws IOException {
    return JSON.readTree(client.get("/openapi?format=json").body());
  }

  static Stream<String> names() {
    return AnswerSchemas.names().stream();
  }

  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

  @ParameterizedTest
  @MethodSource("names")
  void it_has_the_schema_of_every_answer(String name) throws IOException {
    JsonNode due =
        JSON.readTree(
            AnswerSchemas.text(name)
                .replaceAll("\"(\\w+)\\.json\"", "\"#/components/schemas/$1\""));
    assertThat(description().at("/components/schemas/" + name)).isEqualTo(due);
  }

  @Test
  void every_address_says_what_it_answers_and_takes() throws IOException {
    for (Map.Entry<String, JsonNode> path : description().get("paths").properties())
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties())
        if (METHODS.contains(operation.getKey()))
          assertIsDescribed(operation.getKey() + " " + path.getKey(), operation.getValue());
  }

  private static void assertIsDescribed(String address, JsonNode operation) {
    assertThat(operation.path("summary").asText()).as(address).isNotBlank();
    assertThat(operation.get("responses").properties())
        .extracting(Map.Entry::getKey)
        .as(address)
        .contains("200", "default");
    for (Map.Entry<String, JsonNode> answer : operation.get("responses").properties())
      answer
          .getValue()
          .path("content")
          .properties()
          .forEach(
              content -> {
                if (content.getKey().contains("json") && !content.getKey().endsWith("jsonl"))
                  assertThat(content.getValue().path("schema").findValuesAsText("$ref"))
                      .as(address)
                      .isNotEmpty()
                      .allMatch(schema -> schema.startsWith("#/components/schemas/"));
              });
    List<String> inPath =
        Pattern.compile("\\{(\\w+)\\}")
            .matcher(address)
            .results()
            .map(part -> part.group(1))
            .toList();
    assertThat(parameters(operation)).as(address).containsAll(inPath);
  }

  private static Set<String> parameters(JsonNode get) {
    Set<String> names = new TreeSet<>();
    get.path("parameters").forEach(each -> names.add(each.get("name").asText()));
    return names;
  }

  @Test
  void the_live_stream_stands_in_it() throws IOException {
    JsonNode live = description().at("/paths").get("/api/elections/{id}/live").get("get");
    assertThat(parameters(live)).containsExactly("Last-Event-ID", "after", "id");
    assertThat(live.at("/responses/200/content/text~1event-stream/schema/$ref").asText())
        .isEqualTo("#/components/schemas/LiveEvent");
  }

  @Test
  void no_address_of_an_answer_is_left_out() throws IOException {
    Set<String> told = new TreeSet<>();
    description().get("paths").fieldNames().forEachRemaining(told::add);
    List<String> routes =
        router.getRoutes().stream()
            .map(Route::getPath)
            .filter(Objects::nonNull)
            .filter(path -> path.startsWith("/api/"))
            .map(path -> path.replaceAll(":(\\w+)", "{$1}"))
            .toList();
    assertThat(told).containsAll(routes).contains("/api/elections");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/elections",
        "/api/elections/{id}",
        "/api/elections/{id}/standing",
        "/api/elections/{id}/standing?at=1801-02-17&known=2026-12-31",
        "/api/elections/{id}/story",
        "/api/elections/{id}/glance",
        "/api/elections/{id}/counties",
        "/api/elections/{id}/timeline",
        "/api/elections/{id}/challenges",
        "/api/elections/{id}/entries/20",
        "/api/elections/{id}/law",
        "/api/elections/{id}/when?condition=voted%20%3E%3D%20majority",
        "/api/elections/{id}/explain?figure=president&without=20",
        "/api/elections/{id}/power",
        "/api/elections/{id}/paths",
        "/api/elections/{id}/what-if?award=popular",
        "/api/elections/{id}/audit",
        "/api/elections/{id}/audit/plan?method=guess",
        "/api/elections/{id}/standing?at=never",
        "/api/elections/{id}/entries/9999",
        "/api/elections/{id}/when",
        "/api/elections/{id}/standing?when=2020"
      })
  void an_answer_is_as_it_says(String address) throws IOException {
    HttpResponse<String> answer = client.get(address.replace("{id}", "us-president-1800"));
    String path = address.contains("?") ? address.substring(0, address.indexOf('?')) : address;
    path = path.replaceAll("entries/\\d+", "entries/{index}");
    JsonNode responses = description().get("paths").get(path).get("get").get("responses");
    String status = Integer.toString(answer.statusCode());
    JsonNode content = responses.path(responses.has(status) ? status : "default").path("content");
    assertThat(content).as(answer.statusCode() + " " + answer.body()).isNotEmpty();
    String schema = content.properties().iterator().next().getValue().at("/schema/$ref").asText();
    String name = schema.substring(schema.lastIndexOf('/') + 1);
    JsonSchema due =
        SCHEMAS.getSchema(
            SchemaLocation.of("classpath:org/ascertain/answers/schemas/" + name + ".json"));
    assertThat(due.validate(answer.body(), InputFormat.JSON)).isEmpty();
  }

  /** What stands for the parts of an address in braces. */
  private static final Map<String, String> PARTS =
      Map.ofEntries(
          Map.entry("id", "us-president-1800"),
          Map.entry("form", "ics"),
          Map.entry("index", "20"),
          Map.entry("unit", "PA"),
          Map.entry("number", "1"),
          Map.entry("jurisdiction", "PA"),
          Map.entry("path", "checkpoint"),
          Map.entry("secret", "none"),
          Map.entry("turn", "none"),
          Map.entry("hash", "none"),
          Map.entry("link", "none"));

  /** What an address cannot be asked without. */
  private static final Map<String, String> ASKED =
      Map.of(
          "/api/elections/{id}/when", "?condition=voted%20%3E%3D%20majority",
          "/api/elections/{id}/explain", "?figure=president");

  /** Those that go on until somebody leaves. */
  private static final Set<String> STREAMS =
      Set.of("/api/elections/{id}/live", "/api/elections/{id}/alerts/live");

  /** Of the desk without a token that is a refusal, which has a schema too. */
  @Test
  void every_address_that_is_read_answers_as_its_schema_says() throws IOException {
    for (Map.Entry<String, JsonNode> path : description().get("paths").properties()) {
      JsonNode get = path.getValue().path("get");
      if (get.isMissingNode() || STREAMS.contains(path.getKey())) continue;
      String address = path.getKey();
      for (Map.Entry<String, String> part : PARTS.entrySet())
        address = address.replace("{" + part.getKey() + "}", part.getValue());
      assertThat(address).as("say in PARTS what stands for it").doesNotContain("{");
      HttpResponse<String> answer = client.get(address + ASKED.getOrDefault(path.getKey(), ""));
      if (answer.headers().firstValue("Content-Type").filter("application/json"::equals).isEmpty())
        continue;
      JsonNode responses = get.get("responses");
      String status = Integer.toString(answer.statusCode());
      JsonNode due = responses.path(responses.has(status) ? status : "default").path("content");
      assertThat(due).as(address + ": " + answer.body()).isNotEmpty();
      assertThat(faults(due, answer.body())).as(address + ": " + answer.body()).isEmpty();
    }
  }

  private static Set<ValidationMessage> faults(JsonNode content, String body) {
    String schema = content.properties().iterator().next().getValue().at("/schema/$ref").asText();
    return SCHEMAS
        .getSchema(
            SchemaLocation.of(
                "classpath:org/ascertain/answers/schemas/"
                    + schema.substring(schema.lastIndexOf('/') + 1)
                    + ".json"))
        .validate(body, InputFormat.JSON);
  }
}
