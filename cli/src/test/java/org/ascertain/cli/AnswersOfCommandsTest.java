package org.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ascertain.answers.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command has {@code --json}, and what it answers with it is as its schema says. */
class AnswersOfCommandsTest {

  /** Why a command has no JSON. */
  private static final Map<String, String> WITHOUT =
      Map.of(
          "export", "its answer is the record itself, which is JSON Lines",
          "serve", "it runs until it is stopped",
          "test", "it hands over to Maven",
          "bench", "it hands over to the measurements",
          "help", "it is for people alone",
          "package", "it hands over to a script",
          "audit", "its parts have");

  /**
   * They speak to a server that runs somewhere, or are the server program's: their answers are held
   * in the tests of `answers`.
   */
  private static final Set<String> OF_THE_SERVER = Set.of("send", "feed", "publish", "follow");

  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);

  private static final String FACT =
      """
      {"fact":"returns","at":"2028-11-07T21:00:00-05:00","source":{"id":"s","title":"S"},"unit":"GA","votes":{"trump":1,"harris":2}}
      """;

  @TempDir private Path folder;

  /**
   * A command as it is given.
   *
   * @param schema of its answer; of several answers each is on a line
   */
  private record Asked(String schema, List<String> words) {
    private static Asked of(String schema, String... words) {
      return new Asked(schema, List.of(words));
    }
  }

  private List<Asked> asked() throws IOException {
    String data = folder.resolve("data").toString();
    Path laid = Files.createDirectories(folder.resolve("in"));
    Files.writeString(laid.resolve("some.jsonl"), FACT.replace("GA", "PA"));
    String record = Files.writeString(folder.resolve("facts.jsonl"), FACT).toString();
    Path copy = folder.resolve("copy");
    Path text =
        Files.writeString(
            folder.resolve("text.txt"),
            "WASHINGTON, Dec. 15, 2020 - Biden defeated Trump 306-232. Georgia certified in July.");
    Path manifest =
        Files.writeString(
            folder.resolve("manifest.csv"), "Batch Name,Number of Ballots\nA,10\nB,5\n");
    Path cards = Files.writeString(folder.resolve("cards.csv"), "card,Smith,Jones\n1,1,0\n");
    return List.of(
        Asked.of("Replay", "replay", "1800", "--instant"),
        Asked.of("Standing", "standing", "1800"),
        Asked.of("Standing", "standing", "2020", "--unit", "PA", "--at", "2020-11-09"),
        Asked.of("Turns", "when", "1800", "voted >= majority"),
        Asked.of("Turns", "when", "2012", "called >= 270"),
        Asked.of("Meanings", "when", "1800"),
        Asked.of("Law", "law", "2028"),
        Asked.of("StateLaw", "law", "2028", "--jurisdiction", "GA"),
        Asked.of("Explanation", "explain", "1800", "president"),
        Asked.of("Explanation", "explain", "2020", "leads(PA)", "--without", "9804"),
        Asked.of("ShownEntry", "show", "1800", "3"),
        Asked.of("Ids", "ids", "1800"),
        Asked.of("Formats", "formats"),
        Asked.of("Elections", "elections"),
        Asked.of("Notice", "watch", "2020", "market"),
        Asked.of("Paths", "paths", "2020"),
        Asked.of("Power", "power", "2020"),
        Asked.of("WhatIf", "what-if", "2020", "--allotment", "2024"),
        Asked.of("AuditPlan", "audit", "plan", "2020"),
        Asked.of("AuditStatus", "audit", "status", "2020"),
        Asked.of(
            "AuditCompare",
            "audit",
            "compare",
            "--records",
            cards.toString(),
            "--cards",
            cards.toString(),
            "--winner",
            "Smith"),
        Asked.of(
            "AuditSample",
            "audit",
            "sample",
            "WI",
            "--seed",
            "1234567890",
            "--count",
            "3",
            "--manifest",
            manifest.toString()),
        Asked.of("CheckedTexts", "check-text", text.toString(), text.toString()),
        Asked.of("Begun", "new", "2028", "--like", "2024", "--data", data),
        Asked.of("Import", "import", "2028", record, "--data", data, "--dry-run"),
        Asked.of("Import", "import", "2028", record, "--data", data),
        Asked.of("Check", "check", record),
        Asked.of("Token", "token", "2028", "--label", "Wire", "--facts", "returns", "--data", data),
        Asked.of("Tokens", "token", "--data", data),
        Asked.of("Person", "invite", "--role", "recorder", "--name", "Ann", "--data", data),
        Asked.of(
            "Intake", "inbox", laid.toString(), "--election", "2028", "--once", "--data", data),
        Asked.of("Kept", "kept", "2028", "--data", data),
        Asked.of(
            "Checkpoint", "log", "2028", "--to", folder.resolve("log").toString(), "--data", data),
        Asked.of("Verification", "verify", "1800"),
        Asked.of("Proof", "prove", "2028", "1", "--data", data),
        Asked.of("Backup", "backup", copy.toString(), "--data", data),
        Asked.of("Verification", "restore", copy.toString(), "--data", folder + "/again"));
  }

  @Test
  void what_a_command_answers_for_programs_is_as_its_schema_says() throws IOException {
    for (Asked asked : asked()) {
      String[] words =
          Stream.concat(asked.words().stream(), Stream.of("--json")).toArray(String[]::new);
      Ran ran = Ran.run(words);
      assertThat(ran.exit())
          .as("%s: %s", List.of(words), ran)
          .isIn(ExitCode.DONE, ExitCode.NO, ExitCode.CANNOT_TELL);
      for (String answer : answers(asked, ran))
        assertThat(faults(asked.schema(), answer)).as("%s: %s", List.of(words), answer).isEmpty();
    }
  }

  private static List<String> answers(Asked asked, Ran ran) {
    boolean isOnEachLine = List.of("inbox", "watch").contains(asked.words().getFirst());
    return isOnEachLine ? ran.lines() : List.of(ran.out());
  }

  private static Set<ValidationMessage> faults(String schema, String answer) {
    return SCHEMAS
        .getSchema(SchemaLocation.of("classpath:org/ascertain/answers/schemas/" + schema + ".json"))
        .validate(answer, InputFormat.JSON);
  }

  @Test
  void no_command_is_left_out() throws IOException {
    Set<String> held =
        asked().stream()
            .map(asked -> asked.words().getFirst())
            .collect(Collectors.toCollection(TreeSet::new));
    held.addAll(OF_THE_SERVER);
    Ascertain.commandLine()
        .getSubcommands()
        .forEach(
            (name, command) -> {
              boolean has = command.getCommandSpec().findOption("--json") != null;
              assertThat(has).as(name + " has --json").isEqualTo(!WITHOUT.containsKey(name));
              if (has) assertThat(held).contains(name);
            });
  }
}
