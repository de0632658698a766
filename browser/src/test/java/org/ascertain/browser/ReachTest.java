package org.ascertain.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
    "then-phone, 360, 740, DARK, &known=then&lang=es",
    "night, 1280, 900, DARK, &at=2020-11-04T03:30:00Z",
    "popular-spanish, 1280, 900, DARK, &why=popularVote(biden)&lang=es",
    "callers-phone, 360, 740, LIGHT, &why=called(biden)",
    "night-phone, 390, 844, LIGHT, &at=2020-11-04T05:27:00Z",
    "screen, 1920, 1080, DARK, &screen",
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
    "start, /",
    "nowhere, /us-president-2021",
    "fork, /us-president-1868?at=1869-02-10",
    "rivals, /us-president-1876?at=1877-02-20",
    "contingent, /us-president-1824?at=1825-02-09",
    "elections, /elections",
    "text, /check-text.html",
    "challenges, /us-president-2020/challenges",
    "record, /us-president-2020/record",
    "law, /us-president-2020/law",
    "download, /us-president-2020/download",
    "embed, /embed/us-president-2020/ladder",
    "embed-headline, /embed/us-president-2020/headline",
    "embed-strips, /embed/us-president-2020/strips",
    "embed-map, /embed/us-president-2020/map",
    "embed-tiles, /embed/us-president-2020/tiles",
    "embed-when, /embed/us-president-2020/when",
    "embed-jurisdiction, /embed/us-president-2020/jurisdiction?of=GA"
  })
  void rooms_fit_and_break_no_rule_of_axe(String name, String address) throws IOException {
    check(name, at(1280, 900, ColorScheme.LIGHT, address));
    check(
        name + "-phone-spanish",
        at(360, 740, ColorScheme.DARK, address + (address.contains("?") ? "&" : "?") + "lang=es"));
    // The browser itself tells of an address that leads nowhere.
    if (name.equals("nowhere")) Site.chromium().faults();
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
                  .violations.flatMap(v => v.nodes.slice(0, 4).map(n => v.id + ': ' + n.target.join(' ') + ' ' + (n.any[0]?.message ?? '').slice(0, 160)))\
                """);
    page.context().close();
    assertThat(broken).as(name).isEmpty();
  }

  @Test
  void everything_is_done_by_keyboard_alone() {
    Page page = at(1280, 900, ColorScheme.LIGHT, VOTED);
    page.keyboard().press("Tab");
    assertThat(page.locator(".skip")).isFocused();
    tabTo(page, "h1 a");
    page.keyboard().press("Enter");
    assertThat(page.locator("dialog[open] h2")).hasText("Why 302?");
    for (int i = 0; i < 30; i++) page.keyboard().press("Tab");
    assertThat(page.locator("dialog[open] :focus, body:focus")).hasCount(1);
    page.keyboard().press("Escape");
    assertThat(page.locator("h1 a").first()).isFocused();
    tabTo(page, ".rung.now button");
    tabTo(page, ".axis input");
    page.keyboard().press("ArrowLeft");
    assertThat(page.locator("h1")).not().containsText("Biden 302");
    page.keyboard().press("ArrowRight");
    assertThat(page.locator("h1")).containsText("Biden 302");
    tabTo(page, "[data-id=GA]");
    page.keyboard().press("ArrowRight");
    assertThat(page.locator("[data-id=HI]")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator("a-jurisdiction h2")).containsText("Hawaii");
    tabTo(page, "#condition");
    page.keyboard().type("voted >= 300");
    assertThat(page.locator(".own output")).containsText("Holds for Biden");
    tabTo(page, ".places summary");
    page.keyboard().press("Enter");
    assertThat(page.locator(".all tbody tr")).hasCount(56);
    tabTo(page, ".all th:nth-child(2) button");
    page.keyboard().press("Enter");
    assertThat(page.locator(".all th[aria-sort=descending]")).hasText("electors");
    assertThat(page.locator(".all tbody th").first()).containsText("California");
    page.context().close();
    assertThat(Site.chromium().faults()).isEmpty();
  }

  private static void tabTo(Page page, String target) {
    for (int i = 0; i < 150; i++) {
      page.keyboard().press("Tab");
      Object there =
          page.evaluate("(target) => document.activeElement?.matches(target) ?? false", target);
      if (Boolean.TRUE.equals(there)) return;
    }
    throw new AssertionError("No key leads to " + target);
  }

  @Test
  void every_state_has_its_code_on_the_smallest_phone() {
    Page page = at(360, 740, ColorScheme.LIGHT, "/us-president-2020?at=2020-11-04T05:27:00Z");
    Object without =
        page.evaluate(
            """
            () => {
              const codes = new Set([...document.querySelectorAll('svg.map text')].map((e) => e.textContent.slice(0, 2)));
              return [...document.querySelectorAll('svg.map [data-unit]')]
                .map((e) => e.dataset.unit.slice(0, 2)).filter((code) => !codes.has(code)).join();
            }""");
    assertThat(without).isEqualTo("");
    page.context().close();
  }

  /**
   * WCAG 2.2, 2.5.8: what lies in a line of text, and what has its equal elsewhere, may be less.
   */
  @Test
  void targets_are_large_enough_for_a_finger() {
    Page page = at(360, 740, ColorScheme.LIGHT, VOTED);
    Object small =
        page.evaluate(
            """
            () => [...document.querySelectorAll('button, select, input, summary, nav a')]
              .filter((e) => e.getClientRects().length && !e.closest('p'))
              .filter((e) => { const r = e.getBoundingClientRect(); return r.height < 24 || r.width < 24; })
              .filter((e) => !e.matches('.c-bar button'))
              .map((e) => e.outerHTML.slice(0, 90)).join('\\n')\
            """);
    assertThat(small).isEqualTo("");
    page.context().close();
  }

  @Test
  void stores_nothing_asks_nobody_else_and_runs_nothing_but_its_own() {
    Page page = Site.chromium().page(1280, 900);
    List<String> asked = new ArrayList<>();
    page.onRequest(request -> asked.add(request.url()));
    Response answer = page.navigate(Site.server().address() + VOTED + "&theme=dark&lang=es");
    assertThat(page.locator("h1")).containsText("Los electores han votado");
    assertThat(page.locator("svg.map")).isVisible();
    assertThat(asked)
        .allMatch(url -> url.startsWith(Site.server().address()) || url.startsWith("data:"));
    assertThat(page.context().cookies()).isEmpty();
    assertThat(page.evaluate("() => localStorage.length + sessionStorage.length")).isEqualTo(0);
    assertThat(Objects.requireNonNull(answer).headerValue("content-security-policy"))
        .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
        .doesNotContain("unsafe", "*");
    // What a page may not do, the browser refuses.
    page.evaluate(
        "() => { const s = document.createElement('script'); s.textContent = 'window.ran = true';"
            + " document.body.append(s); }");
    assertThat(page.evaluate("() => window.ran === undefined")).isEqualTo(true);
    page.context().close();
    assertThat(Site.chromium().faults())
        .allMatch(fault -> fault.contains("Content Security Policy"));
  }

  @Test
  void script_and_styles_stay_small() {
    Page page = Site.chromium().page(1280, 900);
    int bytes =
        Sizes.of(page, Site.server().address() + "/us-president-2020").values().stream()
            .mapToInt(size -> size)
            .sum();
    page.context().close();
    assertThat(bytes).isBetween(10_000, 200_000);
  }
}
