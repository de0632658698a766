package org.ascertain.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LawPageTest {

  private static final Path PAGE =
      Path.of(Optional.ofNullable(System.getProperty("basedir")).orElse("."))
          .resolve("../docs/law.md")
          .normalize();

  @Test
  void the_page_of_the_docs_says_what_the_rules_say() throws IOException {
    if (Boolean.getBoolean("ascertain.renew")) Files.writeString(PAGE, LawPage.page());
    assertThat(Files.readString(PAGE))
        .as("docs/law.md differs from the rules; its head says how to renew it")
        .isEqualTo(LawPage.page());
  }
}
