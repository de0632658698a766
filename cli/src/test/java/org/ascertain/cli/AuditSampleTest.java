package org.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditSampleTest {

  @TempDir private Path folder;

  private String manifest(String text) throws IOException {
    return Files.writeString(folder.resolve("manifest.csv"), text).toString();
  }

  @Test
  void cards_are_drawn_by_the_published_hash_and_found_in_their_batches() throws IOException {
    String file = manifest("Batch,Cards\nA,500\nB,500\n");
    Ran sample =
        Ran.done(
            "audit",
            "sample",
            "wi",
            "--seed",
            "12345678901234567890",
            "--count",
            "2",
            "--manifest",
            file);
    assertThat(sample.lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80))
        .contains(
            "Cards to draw in Wisconsin: 2 draws of 1,000 cards",
            "       1          426          426  A",
            "       2          921          421  B");
    JsonValue json =
        Ran.done(
                "audit",
                "sample",
                "WI",
                "--seed",
                "12345678901234567890",
                "--count",
                "2",
                "--manifest",
                file,
                "--json")
            .json();
    assertThat(json.at("draws").items().getLast().at("inBatch").number()).isEqualTo(421);
  }

  @Test
  void what_cannot_be_drawn_from_is_refused() throws IOException {
    String good = manifest("Batch,Cards\nA,5\n");
    assertThat(sample("ZZZ", "1", "2", good)).isEqualTo(2);
    assertThat(sample("WI", " ", "2", good)).isEqualTo(2);
    assertThat(sample("WI", "1", "0", good)).isEqualTo(2);
    assertThat(sample("WI", "1", "2", folder.resolve("none.csv").toString())).isEqualTo(2);
    assertThat(sample("WI", "1", "2", manifest("Batch,Pages\nA,5\n"))).isEqualTo(2);
  }

  private static int sample(String unit, String seed, String count, String file) {
    return Ran.run("audit", "sample", unit, "--seed", seed, "--count", count, "--manifest", file)
        .exit();
  }
}
