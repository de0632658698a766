package org.ascertain.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What each page has to be: no wider than its window, by WCAG 2.2 AA, and without a fault. */
final class Accessible {

  private static final Path AXE = Path.of("..", "web", "node_modules", "axe-core", "axe.min.js");

  /** Looks at a page of {@link Site}, and closes it. */
  static void check(Page page) throws IOException {
    assertThat(page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
        .isIn(0, -15);
    page.evaluate(Files.readString(AXE));
    @SuppressWarnings("unchecked")
    List<String> broken =
        (List<String>)
            page.evaluate(
                """
                async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }))
                  .violations.flatMap(v => v.nodes.slice(0, 4).map(n => v.id + ': ' + n.target.join(' ')))\
                """);
    page.context().close();
    assertThat(broken).isEmpty();
    assertThat(Site.chromium().faults()).isEmpty();
  }

  private Accessible() {}
}
