package org.ascertain.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdsFileTest {

  @Test
  void a_file_names_what_differs_from_the_defaults(@TempDir Path data) throws IOException {
    Path file = ThresholdsFile.of(data, "us-president-2028");
    Files.writeString(
        file,
        """
        {"version":3,"thresholds":{"jump-share":300},"ballots":{"PA":["smith"]},"population":{"PA":10}}
        """);

    ThresholdsFile.Read read = ThresholdsFile.read(file);

    assertThat(file).hasFileName("us-president-2028.checks.json");
    assertThat(read.fault()).isEmpty();
    assertThat(read.thresholds().version()).isEqualTo(3);
    assertThat(read.thresholds().of(Threshold.JUMP_SHARE)).isEqualTo(300);
    assertThat(read.thresholds().of(Threshold.JUMP_VOTES)).isEqualTo(100_000);
    assertThat(read.thresholds().ballot("PA")).containsExactly("smith");
    assertThat(read.thresholds().population("PA")).hasValue(10);
  }

  @Test
  void without_a_file_the_defaults_hold(@TempDir Path data) throws IOException {
    assertThat(ThresholdsFile.read(data.resolve("none.json")))
        .isEqualTo(new ThresholdsFile.Read(Thresholds.defaults(), java.util.Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{",
        "{}",
        "{\"version\":1,\"limits\":{}}",
        "{\"version\":1,\"thresholds\":{\"jump\":1}}",
        "{\"version\":1,\"thresholds\":{\"jump-share\":\"1\"}}",
        "{\"version\":1,\"thresholds\":{\"jump-share\":-1}}",
        "{\"version\":1,\"population\":{\"PA\":1.5}}"
      })
  void a_file_that_is_wrong_is_told_and_changes_nothing(String text) {
    ThresholdsFile.Read read = ThresholdsFile.parse(text);

    assertThat(read.fault().orElseThrow()).startsWith("The file of thresholds: ").endsWith(".");
    assertThat(read.thresholds()).isSameAs(Thresholds.defaults());
  }
}
