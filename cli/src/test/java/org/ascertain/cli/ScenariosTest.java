package org.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ascertain.answers.ExitCode;
import org.ascertain.desk.JsonPart;
import org.ascertain.desk.Scenario;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every folder of {@code scenarios/}; adding one needs no code. A pending scenario must not
 * come true unnoticed: then its mark has to go.
 */
class ScenariosTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Path FOLDER = Path.of("..", "scenarios");

  @TestFactory
  List<DynamicTest> every_scenario_comes_out_as_expected() throws IOException {
    return scenarios().stream()
        .map(scenario -> dynamicTest(scenario.name(), () -> comesOut(scenario)))
        .toList();
  }

  private static void comesOut(Scenario scenario) throws IOException {
    List<String> differences = JsonPart.of(standing(scenario), scenario.expect());
    if (scenario.pending().isEmpty()) {
      assertThat(differences).isEmpty();
    } else {
      assertThat(scenario.pending().get()).isNotBlank();
      assertThat(differences.isEmpty() && !scenario.expect().isEmpty())
          .as("it comes out: its mark `pending` has to go")
          .isFalse();
    }
  }

  /** The answer of {@code standing --json} about the changed record, in which problems may be. */
  private static JsonNode standing(Scenario scenario) throws IOException {
    Ran ran = Ran.run("standing", scenario.folder().toString(), "--json");
    assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.DONE);
    return JSON.readTree(ran.out());
  }

  @Test
  void all_93_rows_have_a_folder() throws IOException {
    List<Integer> rows =
        scenarios().stream().map(each -> Integer.valueOf(each.name().substring(1, 3))).toList();
    assertThat(rows).containsAll(Stream.iterate(1, n -> n + 1).limit(93).toList());
    assertThat(scenarios()).allMatch(each -> each.name().matches("[RHW][0-9]{2}-[a-z0-9-]+"));
  }

  @Test
  void a_part_is_found_and_what_is_not_a_part_is_told_with_its_path() throws IOException {
    JsonNode whole =
        JSON.readTree("{\"a\":{\"b\":1},\"c\":[{\"unit\":\"X\",\"n\":2}],\"d\":[1,2]}");
    assertThat(JsonPart.of(whole, JSON.readTree("{\"c\":[{\"unit\":\"X\",\"n\":2}],\"d\":[1,2]}")))
        .isEmpty();
    assertThat(JsonPart.of(whole, JSON.readTree("{\"a\":{\"z\":null,\"b\":1}}"))).isEmpty();
    assertThat(JsonPart.of(whole, JSON.readTree("{\"a\":{\"b\":null}}"))).hasSize(1);
    assertThat(JsonPart.of(whole, JSON.readTree("{\"d\":[1]}"))).hasSize(1);
    assertThat(JsonPart.of(whole, JSON.readTree("{\"c\":[{\"unit\":\"Y\"}]}"))).hasSize(1);
    assertThat(JsonPart.of(whole, JSON.readTree("{\"c\":[{\"unit\":\"X\",\"n\":3}]}")))
        .containsExactly("/c/X/n: expected 3, but was 2");
  }

  @AfterAll
  static void say_how_many_there_are() throws IOException {
    List<Scenario> scenarios = scenarios();
    long pending = scenarios.stream().filter(each -> each.pending().isPresent()).count();
    System.out.printf("%d scenarios, %d pending%n", scenarios.size(), pending);
  }

  private static List<Scenario> scenarios() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      List<Path> sorted = folders.filter(Files::isDirectory).sorted().toList();
      List<Scenario> scenarios = new ArrayList<>();
      for (Path folder : sorted) scenarios.add(Scenario.in(folder));
      return scenarios;
    }
  }
}
