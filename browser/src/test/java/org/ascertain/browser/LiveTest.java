package org.ascertain.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A running election: new entries show by themselves, and the page outlives the server's death. */
@ExtendWith(Site.class)
class LiveTest {

  private static final String LOST = "The connection is lost";

  /**
   * Counts how often the page's main parts are taken away and put there again: they never may be.
   */
  private static final String WATCH =
      """
      () => {
        window.gone = 0;
        new MutationObserver((all) => {
          for (const change of all) for (const node of change.removedNodes)
            if (/^(A-LADDER|A-HEADLINE|A-WHERE|MAIN|H1)$/.test(node.nodeName)) window.gone++;
        }).observe(document.body, { childList: true, subtree: true });
      }
      """;

  private @Nullable Page page;

  private Page open(int width, int height) {
    Page opened = Site.chromium().page(width, height);
    page = opened;
    return opened;
  }

  /** Nothing but the connection may be complained of. */
  @AfterEach
  void close() {
    Objects.requireNonNull(page).context().close();
    assertThat(Site.chromium().faults()).allMatch(fault -> fault.contains("net::ERR"));
  }

  @Test
  void entries_show_as_they_come_are_announced_and_cost_no_story() {
    try (RunningServer server =
        RunningServer.start(
            "--port",
            "0",
            "--rehearse",
            "2020",
            "--from",
            "2020-11-03T19:00:00-05:00",
            "--rate",
            "40")) {
      Page page = open(390, 844);
      List<String> asked = new CopyOnWriteArrayList<>();
      page.onRequest(request -> asked.add(request.url().replaceAll(".*/|\\?.*", "")));
      page.navigate(server.address() + "/us-president-2020");
      assertThat(page.locator(".rehearsal")).containsText("Rehearsal");
      assertThat(page.locator(".axis svg")).isVisible();
      page.evaluate(WATCH);
      Locator time = page.locator(".dateline time");
      Locator votes = page.locator(".pv dd").first();
      String before = time.getAttribute("datetime");
      String counted = votes.innerText();
      assertThat(time).not().hasAttribute("datetime", before);
      assertThat(votes).not().hasText(counted);
      Locator polite = page.locator(".quietly[aria-live=polite]");
      assertThat(polite).not().isEmpty();
      String announced = polite.innerText();
      assertThat(polite).not().hasText(announced);
      assertThat(polite).containsText(Pattern.compile("\\d+ more entr"));
      assertThat(page).hasURL(Pattern.compile("us-president-2020$"));
      // An entry costs no story; a correction, which changes what was told before, costs one.
      assertThat(asked.stream().filter(what -> what.equals("story"))).hasSizeBetween(1, 3);
      assertThat(asked.stream().filter(what -> what.equals("live"))).hasSize(1);
      assertThat(page.evaluate("() => window.gone")).isEqualTo(0);
    }
  }

  @Test
  void a_server_that_dies_is_told_and_the_page_goes_on_when_it_comes_back() {
    Page page = open(1280, 900);
    RunningServer first = RunningServer.start("--port", "0", "--rehearse", "2020");
    int port = first.port();
    page.navigate(first.address() + "/us-president-2020");
    assertThat(page.locator(".axis svg")).isVisible();
    String headline = page.locator("h1").innerText();
    first.die();
    assertThat(page.locator(".dateline")).containsText(LOST);
    assertThat(page.locator("h1")).hasText(headline);
    page.locator("[data-id=GA]").click();
    assertThat(page.locator("a-jurisdiction h2")).containsText("Georgia");
    try (RunningServer second =
        RunningServer.start(
            "--port", Integer.toString(port), "--rehearse", "2020", "--rate", "40")) {
      assertThat(second.port()).isEqualTo(port);
      assertThat(page.locator(".dateline")).not().containsText(LOST);
      String before = page.locator(".dateline time").getAttribute("datetime");
      assertThat(page.locator(".dateline time")).not().hasAttribute("datetime", before);
    }
  }

  @Test
  void a_page_of_the_archive_is_moved_through_while_its_server_is_away() {
    Page page = open(1280, 900);
    try (RunningServer server = RunningServer.start("--port", "0")) {
      page.navigate(server.address() + "/us-president-2020?at=2020-12-14T22:30:00Z");
      // The first story of a server that has just begun takes its time.
      assertThat(page.locator(".axis svg"))
          .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
      server.die();
      page.locator(".axis input").press("End");
      assertThat(page.locator(".dateline")).containsText(LOST);
      assertThat(page.locator("h1")).containsText("Congress has declared: Biden 306, Trump 232.");
    }
  }
}
