package org.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drafts that docs/record.md gives as examples are a record that can be taken in. */
class DraftsOfThePageTest {

  private static final int KINDS = 20;

  @TempDir private Path folder;

  @Test
  void the_drafts_on_the_page_are_taken_in_as_they_stand() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "record.md"));
    int from = page.indexOf("```\n", page.indexOf("### Examples")) + 4;
    Path drafts = folder.resolve("drafts.jsonl");
    Files.writeString(drafts, page.substring(from, page.indexOf("```\n", from)));
    Ran taken =
        Ran.done("import", "2028", drafts.toString(), "--data", folder.resolve("d").toString());
    assertThat(taken.out()).startsWith("us-president-2028: 24 entries taken in, 24 in all.");
    assertThat(
            Files.readAllLines(drafts).stream()
                .map(line -> line.replaceFirst(".*?\"fact\":\"([a-z-]+)\".*", "$1"))
                .distinct())
        .hasSizeGreaterThanOrEqualTo(KINDS);
  }
}
