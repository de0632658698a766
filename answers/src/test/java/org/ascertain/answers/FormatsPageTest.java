package org.ascertain.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page of formats is made from the formats. */
class FormatsPageTest {

  private static final Path PAGE = Path.of("..", "docs", "formats.md");

  @Test
  void the_page_says_what_the_formats_say() throws IOException {
    if (Boolean.getBoolean("ascertain.renew")) Files.writeString(PAGE, FormatsText.page());
    assertThat(PAGE)
        .as("docs/formats.md says how to renew it")
        .content()
        .isEqualTo(FormatsText.page());
  }
}
