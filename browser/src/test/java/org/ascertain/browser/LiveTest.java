package org.ascertain.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A running election: new entries show by themselves, and the page outlives the server's death. */
class LiveTest {

  @Test
  void a_rehearsal_says_so_and_goes_on_by_itself() {
    try (RunningServer server =
            RunningServer.start("--port", "0", "--rehearse", "2020", "--speed", "600");
        Chromium chromium = new Chromium()) {
      Page page = chromium.page(1280, 900);
      page.navigate(server.address() + "/us-president-2020");
      assertThat(page.locator(".rehearsal")).containsText("Rehearsal");
      String before = page.locator(".dateline time").getAttribute("datetime");
      assertThat(page.locator(".dateline time"))
          .not()
          .hasAttribute(
              "datetime", before, new LocatorAssertions.HasAttributeOptions().setTimeout(60_000));
      assertThat(page.locator("[aria-live=polite]")).not().isEmpty();
    }
  }

  @Test
  void a_server_that_dies_is_told_and_the_page_goes_on_when_it_comes_back() {
    try (Chromium chromium = new Chromium()) {
      Page page = chromium.page(1280, 900);
      RunningServer first = RunningServer.start("--port", "0");
      int port = first.port();
      page.navigate(first.address() + "/us-president-2020?at=2020-12-14T22:30:00Z");
      assertThat(page.locator("h1")).containsText("Electors have voted");
      first.die();
      page.locator("[aria-label='Previous event']").click();
      assertThat(page.locator(".dateline")).containsText("The connection is lost");
      assertThat(page.locator("h1")).containsText(Pattern.compile("Electors|voted|ascertained"));
      try (RunningServer second = RunningServer.start("--port", String.valueOf(port))) {
        assertThat(second.port()).isEqualTo(port);
        page.locator("[aria-label='Next event']").click();
        assertThat(page.locator(".dateline")).not().containsText("The connection is lost");
      }
    }
  }
}
