package org.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCompareTest {

  @TempDir private Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void cards_are_compared_with_their_records_as_a_round_takes_it() throws IOException {
    String records = file("cvr.csv", "card,Smith,Jones\n1,1,0\n2,1,0\n3,0,1\n");
    String cards = file("drawn.csv", "card,Smith,Jones\n1,1,0\n2,0,0\n");
    Ran ran =
        Ran.done("audit", "compare", "--records", records, "--cards", cards, "--winner", "Smith");
    assertThat(ran.out()).startsWith("2 cards compared: 1 differs").contains("+1  2");
    assertThat(ran.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @Test
  void a_winner_for_whom_nobody_voted_and_a_file_that_is_none_are_refused() throws IOException {
    String records = file("cvr.csv", "card,Smith,Jones\n1,1,0\n");
    Ran nobody =
        Ran.run("audit", "compare", "--records", records, "--cards", records, "--winner", "Lee");
    assertThat(nobody.exit()).isEqualTo(2);
    assertThat(nobody.err()).contains("the choices are: Jones, Smith");
    String other = file("other.csv", "number,Smith\n1,1\n");
    Ran none =
        Ran.run("audit", "compare", "--records", other, "--cards", records, "--winner", "Smith");
    assertThat(none.exit()).isEqualTo(2);
    assertThat(none.err()).contains("No column names the card");
  }
}
