package org.ascertain.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Everybody can read it: phone, zoom, dark, keyboard alone, both languages, and axe-core's rules.
 */
@ExtendWith(Site.class)
class ReachTest {

  private static final Path AXE = Path.of("..", "web", "node_modules", "axe-core", "axe.min.js");
  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final String VOTED = "/us-president-2020?at=2020-12-14T22:30:00Z&of=GA";

  private static Page at(int width, int height, ColorScheme scheme, String address) {
    return Site.at(width, height, scheme, address);
  }

  @ParameterizedTest
  @CsvSource({
    "election, 1280, 900, LIGHT, ''",
    "election, 1280, 900, DARK, ''",
    "phone, 360, 740, LIGHT, ''",
    "phone, 360, 740, DARK, ''",
    "zoomed, 640, 450, LIGHT, ''",
    "spanish, 1280, 900, LIGHT, &lang=es",
    "spanish-phone, 360, 740, LIGHT, &lang=es",
    "tiles, 1280, 900, LIGHT, &map=electors",
    "counties, 1280, 900, LIGHT, &map=counties&at=2020-12-28",
    "why, 1280, 900, LIGHT, &why=voted(biden)",
    "why-phone, 390, 844, LIGHT, &why=voted(biden)",
    "then, 1280, 900, LIGHT, &known=then",
  })
  void fits_its_window_and_breaks_no_rule_of_axe(
      String name, int width, int height, ColorScheme scheme, String more) throws IOException {
    check(
        name,
        at(
            width,
            height,
            scheme,
            more.contains("&at=") ? "/us-president-2020?of=GA" + more : VOTED + more));
  }

  @ParameterizedTest
  @CsvSource({
    "elections, /elections",
    "challenges, /us-president-2020/challenges",
    "record, /us-president-2020/record",
    "law, /us-president-2020/law",
    "download, /us-president-2020/download",
    "embed, /embed/us-president-2020/ladder"
  })
  void rooms_fit_and_break_no_rule_of_axe(String name, String address) throws IOException {
    check(name, at(1280, 900, ColorScheme.LIGHT, address));
    check(name + "-phone", at(360, 740, ColorScheme.DARK, address));
  }

  @ParameterizedTest
  @CsvSource({
    "1788, Washington 69",
    "1800, 73",
    "1824, Jackson",
    "1872, Grant",
    "1876, Hayes",
    "1960, Kennedy",
    "2000, Bush 271",
    "2016, Trump 304"
  })
  void historic_elections_show_their_own_figures_and_fit(int year, String figures)
      throws IOException {
    Page page = at(1280, 900, ColorScheme.LIGHT, "/us-president-" + year);
    page.locator(".axis input").focus();
    page.keyboard().press("End");
    assertThat(page.locator("h1")).containsText(figures);
    check("election-" + year, page);
  }

  private static void check(String name, Page page) throws IOException {
    Object scheme =
        page.evaluate(
            "() => matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'");
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + "-" + scheme + ".png")));
    assertThat(page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
        .as("overflow of " + name)
        .isIn(0, -15);
    page.evaluate(Files.readString(AXE));
    @SuppressWarnings("unchecked")
    List<String> broken =
        (List<String>)
            page.evaluate(
                """
                async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }))
                  .violations.flatMap(v => v.nodes.slice(0, 4).map(n => v.id + ': ' + n.target.join(' ') + ' ' + (n.any[0]?.message ?? '').slice(0, 160)))""");
    page.context().close();
    assertThat(broken).as(name).isEmpty();
  }

  @Test
  void reachable_by_keyboard_alone() {
    Page page = at(1280, 900, ColorScheme.LIGHT, VOTED);
    page.keyboard().press("Tab");
    assertThat(page.locator(".skip")).isFocused();
    page.locator("[data-id=GA]").focus();
    page.keyboard().press("ArrowRight");
    assertThat(page.locator("[data-id=HI]")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator("a-jurisdiction h2")).containsText("Hawaii");
    page.locator(".rung.now button").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("dialog[open] h2")).hasText("Why 302?");
    page.context().close();
  }

  @Test
  void stores_nothing_and_asks_nobody_else() {
    Page page = Site.chromium().page(1280, 900);
    List<String> asked = new java.util.ArrayList<>();
    page.onRequest(request -> asked.add(request.url()));
    page.navigate(Site.server().address() + VOTED + "&theme=dark&lang=es");
    assertThat(page.locator("h1")).containsText("Los electores han votado");
    assertThat(asked)
        .allMatch(url -> url.startsWith(Site.server().address()) || url.startsWith("data:"));
    assertThat(page.context().cookies()).isEmpty();
    assertThat(page.evaluate("() => localStorage.length + sessionStorage.length")).isEqualTo(0);
    page.context().close();
  }
}
