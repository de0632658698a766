package org.ascertain.answers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ascertain.condition.Evaluation;
import org.ascertain.election.Attestation;
import org.ascertain.election.Fact;
import org.ascertain.law.Choice;
import org.ascertain.law.Rule;
import org.ascertain.law.Succession;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnswerSchemasTest {

  private static final SampleRecord OF_1800 = SampleRecord.of("1800");
  private final Schemas schemas = new Schemas();

  static Stream<String> names() {
    return AnswerSchemas.names().stream();
  }

  @Test
  void every_schema_in_the_folder_is_named() throws Exception {
    Path folder =
        Path.of(AnswerSchemas.class.getResource("schemas/Standing.json").toURI()).getParent();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()).sorted())
          .containsExactlyElementsOf(names().map(name -> name + ".json").toList());
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_schema_is_one_of_draft_2020_12_that_is_called_by_its_file(String name) {
    assertThat(
            JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                .validate(AnswerSchemas.text(name), InputFormat.JSON))
        .isEmpty();
    assertThat(Schemas.schema(name).path("title").asText()).isEqualTo(name);
    assertThat(Schemas.schema(name).path("description").asText()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("names")
  void an_object_says_which_fields_it_has_and_refuses_others(String name) {
    List<String> open = new ArrayList<>();
    objects(Schemas.schema(name), name, open);
    if (List.of("Entry", "Proof", "ShownEntry").contains(name))
      assertThat(open).containsExactly(name + "/entry"); // the record's line, of any kind of fact
    else assertThat(open).isEmpty();
  }

  private static void objects(JsonNode schema, String path, List<String> open) {
    if (schema.path("type").asText().equals("object") && !schema.has("additionalProperties"))
      open.add(path);
    for (Map.Entry<String, JsonNode> each : schema.properties())
      if (each.getKey().equals("properties"))
        each.getValue()
            .properties()
            .forEach(p -> objects(p.getValue(), path + "/" + p.getKey(), open));
      else if (each.getValue().isArray()) each.getValue().forEach(one -> objects(one, path, open));
      else objects(each.getValue(), path, open);
  }

  @Test
  void a_field_that_is_not_declared_is_missing_or_of_another_kind_is_noticed() throws IOException {
    ObjectNode standing =
        (ObjectNode)
            Schemas.tree(
                StandingJson.of(
                    Edition.OVER,
                    OF_1800.history().standing(),
                    OF_1800.end(),
                    java.util.Optional.empty()));
    assertThat(schemas.faults("Standing", standing.toString())).isEmpty();
    assertThat(schemas.faults("Standing", standing.deepCopy().put("more", 1).toString()))
        .singleElement()
        .asString()
        .contains("more");
    assertThat(schemas.faults("Standing", without(standing.deepCopy(), "law")))
        .singleElement()
        .asString()
        .contains("law");
    assertThat(schemas.faults("Standing", standing.deepCopy().put("law", "1800").toString()))
        .isNotEmpty();
    ObjectNode deep = standing.deepCopy();
    ((ObjectNode) deep.at("/units/0/settled")).put("more", 1);
    assertThat(schemas.faults("Standing", deep.toString()))
        .singleElement()
        .asString()
        .contains("settled", "more");
  }

  private static String without(ObjectNode object, String field) {
    object.remove(field);
    return object.toString();
  }

  /** Where a schema lists words, they are those of the type that is written there. */
  static Stream<Map.Entry<String, List<String>>> words() {
    return Stream.of(
        Map.entry("Stage#", Arrays.stream(Rung.values()).map(Rung::word).toList()),
        words("Coverage#/properties/extent", Fact.Extent.values()),
        words("PopularVote#/properties/shareOf", Standing.PopularVote.ShareOf.values()),
        words("Outcome#/properties/by", Choice.By.values()),
        words("Outcome#/properties/alternatives/items/properties/by", Choice.By.values()),
        words("Succession#/properties/capacity", Succession.Capacity.values()),
        words("Unit#/properties/count/properties/result", Fact.CountResult.values()),
        words("Unit#/properties/settled/properties/verdict", Standing.Settlement.Answer.values()),
        words("Challenge#/properties/kind", Fact.ChallengeKind.values()),
        words("Challenge#/properties/rulings/items/properties/for", Fact.Side.values()),
        words("Acknowledgement#/properties/stance", Fact.Stance.values()),
        words("Statement#/properties/about", Fact.Topic.values()),
        words("Turns#/properties/answer", Evaluation.Answer.values()),
        words("Meaning#/properties/answer", Evaluation.Answer.values()),
        words("ShownEntry#/properties/basis", Attestation.Basis.values()),
        words("Law#/properties/rules/items/properties/keyedOn", Rule.KeyedOn.values()),
        words("Law#/properties/rules/items/properties/confidence", Rule.Confidence.values()));
  }

  private static Map.Entry<String, List<String>> words(String place, Enum<?>... words) {
    return Map.entry(place, Arrays.stream(words).map(EnumWords::of).toList());
  }

  @ParameterizedTest
  @MethodSource("words")
  void words_of_a_schema_are_those_of_the_type(Map.Entry<String, List<String>> due) {
    String[] place = due.getKey().split("#", -1);
    List<String> words = new ArrayList<>();
    Schemas.schema(place[0]).at(place[1] + "/enum").forEach(word -> words.add(word.asText()));
    assertThat(words).containsExactlyElementsOf(due.getValue());
  }
}
