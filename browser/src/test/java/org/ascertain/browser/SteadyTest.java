package org.ascertain.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reader looks at stays where it is while the page loads, runs and is moved through. */
@ExtendWith(Site.class)
class SteadyTest {

  private static final String SHIFTS =
      """
      window.shift = 0; window.shifted = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          if (entry.hadRecentInput) continue;
          window.shift += entry.value;
          window.shifted.push(entry.value.toFixed(3) + ' '
            + entry.sources.map((s) => s.node?.nodeName + '.' + (s.node?.className?.baseVal ?? s.node?.className ?? '')
              + ' ' + s.previousRect.y.toFixed(0) + '>' + s.currentRect.y.toFixed(0)).join());
        }
      }).observe({ type: 'layout-shift', buffered: true });
      """;

  @ParameterizedTest
  @CsvSource({
    "/, 1280, 900",
    "/, 390, 844",
    "/us-president-2020, 1280, 900",
    "/us-president-2020, 390, 844",
    "/us-president-2020?at=2020-11-04T05:27:00Z, 1280, 900",
    "/us-president-2020?at=2020-11-04T05:27:00Z, 390, 844",
    "/us-president-1868?at=1869-02-10, 1280, 900",
    "/us-president-1824?at=1825-02-09, 1280, 900",
    "/us-president-1800, 390, 844",
    "/elections, 1280, 900",
  })
  void nothing_jumps_while_a_page_loads(String address, int width, int height) {
    // A slow machine paints between what a fast one draws at once.
    Page page = Site.chromium().page(width, height);
    JsonObject slow = new JsonObject();
    slow.addProperty("rate", 4);
    page.context().newCDPSession(page).send("Emulation.setCPUThrottlingRate", slow);
    page.addInitScript(SHIFTS);
    Site.go(page, address);
    assertSteady(page);
  }

  @Test
  void nothing_jumps_where_the_type_comes_late() {
    Page page = Site.chromium().page(1280, 900);
    page.addInitScript(SHIFTS);
    List<Route> held = new ArrayList<>();
    page.route("**/*.woff2", held::add);
    page.navigate(
        Site.server().address() + "/us-president-2020",
        new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
    assertThat(page.locator("main[aria-busy=false]")).isAttached();
    assertThat(held).isNotEmpty();
    page.waitForResponse("**/*.woff2", () -> held.forEach(Route::resume));
    page.evaluate("() => document.fonts.ready.then(() => new Promise(requestAnimationFrame))");
    assertSteady(page);
  }

  private static void assertSteady(Page page) {
    page.evaluate("() => new Promise((done) => setTimeout(done, 800))");
    Object shift = page.evaluate("() => window.shift");
    Object shifted = page.evaluate("() => window.shifted.join('; ')");
    page.context().close();
    assertThat(((Number) shift).doubleValue()).as(String.valueOf(shifted)).isLessThan(0.1);
  }

  @Test
  void back_and_forward_show_again_what_was_there() {
    Page page = Site.at("/us-president-2020?at=2020-11-04T05:27:00Z");
    page.locator("[data-id=TX]").click();
    assertThat(page.locator("a-jurisdiction h2")).containsText("Texas");
    page.locator("nav a[href*='/law']").click();
    assertThat(page.locator(".rows tr").first()).isVisible();
    page.locator("nav a[href*='/challenges']").click();
    assertThat(page.locator("a-challenges .rows tr").first()).isVisible();
    page.goBack();
    assertThat(page.locator("a-law")).isVisible();
    page.goBack();
    assertThat(page.locator("a-jurisdiction h2")).containsText("Texas");
    assertThat(page.locator("h1")).containsText("Biden 223, Trump 144");
    page.goForward();
    assertThat(page.locator("a-law")).isVisible();
    page.context().close();
    assertThat(Site.chromium().faults()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/",
    "/elections",
    "/us-president-2020?at=2020-11-04T05:27:00Z",
    "/us-president-1868?at=1869-02-10",
    "/us-president-2020?map=electors",
    "/us-president-2020?why=voted(biden)",
    "/us-president-2020/challenges",
    "/us-president-2020/record",
    "/us-president-2020/law",
    "/us-president-2020/download",
    "/embed/us-president-2020/ladder",
    "/nowhere"
  })
  void the_keyboard_alone_reaches_everything_and_shows_where_it_is(String address) {
    Page page = Site.chromium().page(1280, 900);
    page.navigate(Site.server().address() + address);
    assertThat(page.locator("main[aria-busy=false]")).isAttached();
    page.evaluate("() => new Promise((done) => setTimeout(done, 600))");
    // What a finger could use, as far as the first 150 of them, and not what is in closed parts.
    Object wanted =
        page.evaluate(
            """
            () => {
              const root = document.querySelector('dialog[open]') ?? document;
              const all = [...root.querySelectorAll('a[href],button,input,select,summary,[tabindex="0"]')]
                .filter((e) => e.tabIndex >= 0 && !e.disabled && e.checkVisibility?.({ visibilityProperty: true }) && e.getClientRects().length);
              window.wanted = all.slice(0, 150);
              return window.wanted.length;
            }""");
    page.evaluate("() => { window.reached = new Set(); window.unseen = []; }");
    for (int i = 0; i < ((Number) wanted).intValue() + 10; i++) {
      page.keyboard().press("Tab");
      page.evaluate(
          """
          () => {
            const at = document.activeElement;
            if (window.reached.has(at) || at === document.body) return;
            window.reached.add(at);
            const style = getComputedStyle(at), inner = at.querySelector?.('rect,path');
            const seen = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0)
              || at.namespaceURI.endsWith('svg') || at.matches('.axis input') || inner;
            if (!seen) window.unseen.push(at.outerHTML.slice(0, 80));
          }""");
    }
    Object missed =
        page.evaluate(
            "() => window.wanted.filter((e) => e.isConnected && !window.reached.has(e)).map((e) => e.outerHTML.slice(0, 90)).join('\\n')");
    Object unseen = page.evaluate("() => window.unseen.join('\\n')");
    page.context().close();
    Site.chromium().faults();
    assertThat(missed).as("not reached").isEqualTo("");
    assertThat(unseen).as("without a visible focus").isEqualTo("");
  }
}
