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
import java.util.stream.StreamSupport;
import org.ascertain.desk.JsonPart;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every folder of {@code cases/}: small records, and what the command line has to say of them.
 * Adding one needs no code. A pending case must not come true unnoticed: then its mark has to go.
 */
class CasesTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Path FOLDER = Path.of("..", "cases");

  /** Stands in a command for a data folder that is empty when the case begins. */
  private static final String DATA = "DATA";

  @TempDir private Path data;

  @TestFactory
  List<DynamicTest> every_case_is_told_as_it_is_right() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders
          .filter(Files::isDirectory)
          .sorted()
          .map(folder -> dynamicTest(folder.getFileName().toString(), () -> isRight(folder)))
          .toList();
    }
  }

  @Test
  void there_are_cases() {
    assertThat(FOLDER).isDirectoryContaining("glob:**/bounds-of-a-majority");
  }

  private void isRight(Path folder) throws IOException {
    JsonNode about = JSON.readTree(folder.resolve("case.json").toFile());
    assertThat(about.path("about").asText()).isNotBlank();
    List<String> differences = new ArrayList<>();
    for (JsonNode run : about.path("runs")) differences.addAll(differences(folder, run));
    if (about.path("pending").isMissingNode()) assertThat(differences).isEmpty();
    else assertThat(differences).as("it is right: its mark `pending` has to go").isNotEmpty();
  }

  private List<String> differences(Path folder, JsonNode run) throws IOException {
    String[] command =
        texts(run.path("command")).map(word -> word(folder, word)).toArray(String[]::new);
    Ran ran = Ran.run(command);
    List<String> differences = new ArrayList<>();
    int exit = run.path("exit").asInt(0);
    if (ran.exit() != exit) differences.add("exit " + ran.exit() + " where " + exit + " is due");
    texts(run.path("says"))
        .filter(text -> !ran.out().contains(text))
        .forEach(text -> differences.add("does not say: " + text));
    texts(run.path("saysNot"))
        .filter(ran.out()::contains)
        .forEach(text -> differences.add("says: " + text));
    texts(run.path("warns"))
        .filter(text -> !ran.err().contains(text))
        .forEach(text -> differences.add("does not warn: " + text));
    if (run.has("json"))
      differences.addAll(JsonPart.of(JSON.readTree(ran.out()), run.path("json")));
    if (!differences.isEmpty())
      differences.addFirst(String.join(" ", texts(run.path("command")).toList()) + ": " + ran);
    return differences;
  }

  private String word(Path folder, String word) {
    if (word.equals(DATA)) return data.resolve(folder.getFileName()).toString();
    return word.endsWith(".jsonl") ? folder.resolve(word).toString() : word;
  }

  private static Stream<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText);
  }
}
