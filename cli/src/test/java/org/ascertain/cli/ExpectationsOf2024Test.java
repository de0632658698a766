package org.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ascertain.archive.Archive;
import org.ascertain.election.Fact;
import org.ascertain.election.Votes;
import org.ascertain.record.RecordReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a correct answer about 2024 is, question by question, by reports of the time and the
 * Commission's table: {@code A} was read in at least one good source and cross-checked by a sum,
 * {@code B} read once or fixed by law. What nobody published, as the union of several callers' unit
 * calls, is not asked.
 */
class ExpectationsOf2024Test {

  record Question(String sure, String command, String at, String expected) {}

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, JsonNode> ANSWERS = new HashMap<>();
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  private static final Pattern STEP = Pattern.compile("([^.\\[]+)(?:\\[([^=\\]]+)=([^\\]]*)\\])?");

  static Stream<Question> questions() throws IOException {
    try (InputStream in =
        ExpectationsOf2024Test.class.getResourceAsStream("expectations-2024.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .skip(1)
              .map(line -> line.split("\\|", 4))
              .map(cells -> new Question(cells[0], cells[1], cells[2], cells[3]))
              .toList()
              .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("questions")
  void every_question_is_answered(Question question) throws JsonProcessingException {
    JsonNode answer = find(answer(question.command()), question.at());
    if (question.expected().equals("absent")) assertThat(answer.isMissingNode()).isTrue();
    else assertThat(answer).isEqualTo(JSON.readTree(question.expected()));
  }

  @Test
  void nobody_but_the_winner_has_a_majority_at_any_stage() {
    for (String stage :
        List.of("reported", "called", "certified", "ascertained", "voted", "counted"))
      assertThat(
              find(answer("when 2024 \"" + stage + " >= 270\""), "turns")
                  .findValuesAsText("candidate"))
          .containsExactly("trump");
  }

  @Test
  void he_carried_31_states() {
    int carried = 0;
    for (JsonNode unit : find(answer("standing 2024"), "units"))
      if (unit.get("unit").equals(unit.get("jurisdiction"))) {
        JsonNode votes = unit.get("certifiedVotes");
        if (votes.get("trump").asLong() > votes.get("harris").asLong()) carried++;
      }
    assertThat(carried).isEqualTo(31);
  }

  @Test
  void the_announcement_the_order_of_the_votes_and_the_objections_are_as_reported()
      throws IOException {
    try (InputStream record = Archive.open("us-president-2024").orElseThrow()) {
      List<Fact> facts = new ArrayList<>();
      RecordReader.read(record)
          .entries()
          .forEach(
              entry ->
                  facts.add(
                      entry.fact() instanceof Fact.Correction correction
                          ? correction.with()
                          : entry.fact()));
      Fact.Declared declared =
          (Fact.Declared)
              facts.stream()
                  .filter(Fact.Declared.class::isInstance)
                  .reduce((first, second) -> second)
                  .orElseThrow();
      assertThat(declared.base()).hasValue(538);
      assertThat(declared.majority()).hasValue(270);
      assertThat(declared.ballots().of(Fact.Office.VICE_PRESIDENT))
          .isEqualTo(Votes.of(List.of("vance", "walz"), 312, 226));
      assertThat(facts).noneMatch(Fact.Objection.class::isInstance);
      assertThat(facts).noneMatch(Fact.CallWithdrawn.class::isInstance);
    }
    assertThat(find(answer("standing 2024"), "popularVote").fieldNames().next()).isEqualTo("trump");
  }

  @Test
  void no_safe_harbour_day_is_told_under_the_act_of_2022() {
    assertThat(answer("standing 2024").findValuesAsText("rule"))
        .noneMatch(rule -> rule.startsWith("CAL.SAFE"));
  }

  private static JsonNode answer(String command) {
    return ANSWERS.computeIfAbsent(command, ExpectationsOf2024Test::ask);
  }

  private static JsonNode ask(String command) {
    List<String> words = new ArrayList<>();
    for (Matcher word = WORD.matcher(command); word.find(); )
      words.add(word.group(1) != null ? word.group(1) : word.group(2));
    words.add("--json");
    try {
      return JSON.readTree(Ran.run(words.toArray(String[]::new)).out());
    } catch (JsonProcessingException noJson) {
      throw new AssertionError(command, noJson);
    }
  }

  /** What stands at a path: fields with points between, items of a list by one of their fields. */
  private static JsonNode find(JsonNode answer, String path) {
    JsonNode at = answer;
    for (Matcher step = STEP.matcher(path); step.find(); ) {
      at = at.path(step.group(1));
      if (step.group(2) != null) at = item(at, step.group(2), step.group(3));
    }
    return at;
  }

  private static JsonNode item(JsonNode list, String field, String value) {
    for (JsonNode each : list) if (each.path(field).asText().equals(value)) return each;
    return MissingNode.getInstance();
  }
}
