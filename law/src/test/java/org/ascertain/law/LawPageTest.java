package org.ascertain.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LawPageTest {

  private static final Path DOCS =
      Path.of(Optional.ofNullable(System.getProperty("basedir")).orElse("."))
          .resolve("../docs")
          .normalize();

  @Test
  void the_page_of_the_docs_says_what_the_rules_say() throws IOException {
    says(DOCS.resolve("law.md"), LawPage.page());
  }

  @Test
  void the_page_of_the_states_says_what_their_law_says() throws IOException {
    says(DOCS.resolve("law-states.md"), StatesPage.page());
  }

  private static void says(Path page, String text) throws IOException {
    if (Boolean.getBoolean("ascertain.renew")) Files.writeString(page, text);
    assertThat(Files.readString(page))
        .as(page + " differs from the rules; docs/law.md says how to renew it")
        .isEqualTo(text);
  }
}
