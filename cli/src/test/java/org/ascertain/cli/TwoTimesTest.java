package org.ascertain.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * When it happened, and when it was known: what the store answers as of an earlier moment is what
 * was known then, to the byte, whatever was corrected or retracted since.
 */
class TwoTimesTest {

  private static final String ELECTION = "us-president-2020";
  private static final Instant FIRST = Instant.parse("2020-12-20T00:00:00Z");

  @TempDir private Path folder;

  /** Entry n is recorded n seconds after the first. */
  private static SmallRecord record() {
    return new SmallRecord()
        .add("\"fact\":\"retraction\",$,\"retracts\":9,\"reason\":\"it was no slip\"")
        .add(
            "\"fact\":\"correction\",$,\"corrects\":6,\"reason\":\"misread\",\"with\":{\"fact\":\"certification\",$,\"unit\":\"PA\",\"votes\":{\"biden\":511,\"trump\":405},\"authority\":\"Secretary\"}")
        .add(
            "\"fact\":\"correction\",$,\"corrects\":11,\"reason\":\"misread again\",\"with\":{\"fact\":\"certification\",$,\"unit\":\"PA\",\"votes\":{\"biden\":401,\"trump\":405},\"authority\":\"Secretary\"}")
        .add("\"fact\":\"retraction\",$,\"retracts\":3,\"reason\":\"the caller made no such call\"")
        .add("\"fact\":\"retraction\",$,\"retracts\":12,\"reason\":\"the first was right\"")
        .add("\"fact\":\"retraction\",$,\"retracts\":8,\"reason\":\"another state's\"")
        .add(
            "\"fact\":\"call\",\"at\":\"2020-12-01\",\"source\":\"desk\",\"unit\":\"GA\",\"caller\":\"AP\",\"for\":\"biden\"");
  }

  private static List<String> moments(int entries) {
    List<String> moments = new ArrayList<>(List.of("2020-12-01", "2020-12-19", "2020-12-31"));
    for (int i = -1; i < 2 * entries + 2; i++) moments.add(FIRST.plusMillis(500L * i).toString());
    return moments;
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve(ELECTION + ".jsonl"), text);
  }

  private String imported(Path file) {
    String data = folder.resolve("data").toString();
    Ran.done("import", ELECTION, file.toString(), "--data", data);
    return data;
  }

  @Test
  void the_store_answers_for_every_known_as_the_file_does() throws IOException {
    SmallRecord withLearned =
        record()
            .add(
                "\"fact\":\"returns\",\"at\":\"2020-12-01\",\"learned\":\"2020-12-02\",\"source\":\"desk\",\"unit\":\"PA\",\"votes\":{\"biden\":300,\"trump\":390}");
    String text = new String(withLearned.bytes(), UTF_8);
    Path file = file(text);
    String data = imported(file);
    HashSet<String> answers = new HashSet<>();
    for (String known : moments((int) text.lines().count())) {
      for (String at : List.of("2020-12-06", "2020-12-31")) {
        Ran fromFile = Ran.run("standing", file.toString(), "--at", at, "--known", known, "--json");
        Ran fromStore =
            Ran.run("standing", "2020", "--data", data, "--at", at, "--known", known, "--json");
        assertThat(withoutItsPlace(fromStore))
            .as("known " + known + ", at " + at)
            .isEqualTo(withoutItsPlace(fromFile));
        answers.add(fromFile.out().replace(known, ""));
      }
    }
    assertThat(answers).as("each entry changes the answer").hasSizeGreaterThan(20);
  }

  /** An answer without the line that says where its record lies. */
  private static Ran withoutItsPlace(Ran ran) {
    String out =
        ran.out().replaceFirst("\"caveat\" : \"From [^\"]*, not the archive's record.\",", "");
    assertThat(out).isNotEqualTo(ran.out());
    return new Ran(ran.exit(), out, ran.err());
  }

  /** Of entries without {@code learned}, that is: it says that all knew before the desk did. */
  @Test
  void what_was_known_at_a_moment_is_answered_alike_ever_after() throws IOException {
    List<String> lines = new String(record().bytes(), UTF_8).lines().toList();
    Map<String, String> answers = new TreeMap<>();
    for (int size = 1; size <= lines.size(); size++) {
      String data = imported(file(String.join("\n", lines.subList(0, size)) + "\n"));
      answers.put(FIRST.plusSeconds(size - 1).toString(), "");
      answers.replaceAll(
          (known, before) -> {
            String now =
                Ran.run("standing", "2020", "--data", data, "--known", known, "--json").out();
            if (!before.isEmpty()) assertThat(now).as("known " + known).isEqualTo(before);
            return now;
          });
    }
    assertThat(new HashSet<>(answers.values())).hasSameSizeAs(lines);
  }
}
