package org.ascertain.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The whole election of 2020 by the scrubber alone: one page, moved to each moment that is known.
 */
@ExtendWith(Site.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoryTest {

  private static final int MOST_STEPS = 40;

  private Page page;
  private Locator thumb;
  private Instant start;
  private Instant end;

  @BeforeAll
  void open() {
    page = Site.at("/us-president-2020");
    thumb = page.locator(".axis input");
    thumb.focus();
    thumb.press("Home");
    start = shown();
    thumb.press("End");
    end = shown();
  }

  @AfterAll
  void close() {
    page.context().close();
    assertThat(Site.chromium().faults()).isEmpty();
  }

  /** The moment in the headline, once it follows the thumb. */
  private Instant shown() {
    page.waitForFunction(
        "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))");
    String moment = page.locator(".dateline time").getAttribute("datetime");
    return Instant.parse(moment);
  }

  /** Drags the thumb to just before a moment, and steps on by events until it is reached. */
  private void moveTo(Instant moment) {
    Duration whole = Duration.between(start, end);
    long place = Duration.between(start, moment).toMillis() * 10_000 / whole.toMillis() - 1;
    thumb.fill(Long.toString(Math.max(0, place)));
    for (int i = 0; i < MOST_STEPS && shown().isBefore(moment); i++) thumb.press("ArrowRight");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "2020-11-04T03:00:12Z | AP has called: Biden [0-9]+, Trump [0-9]+.*[0-9]+ not called.*Ahead in the count: Biden 132, Trump 281 | called | Ohio’s tally changes. Reported: Trump passes 270",
        "2020-11-04T14:15:56Z | AP has called: Biden 236, Trump 213.*89 not called | called | Michigan’s tally changes. Reported: Trump falls below 270",
        "2020-11-06T09:50:07Z | AP has called: Biden 264, Trump 214.*Ahead in the count: Biden 284, Trump 249 | called | Georgia’s tally changes. Reported: Biden passes 270",
        "2020-11-07T16:25:00Z | AP has called: Biden 284, Trump 214 | called | AP calls Pennsylvania for Biden. Called: Biden passes 270",
        "2020-11-07T16:40:00Z | AP has called: Biden 284, Trump 214 | called | Fox",
        "2020-12-05T04:59:59.999Z | States have certified: Biden 288, Trump 168 | certified | Certified: Biden passes 270",
        "2020-12-14T22:30:00Z | Electors have voted: Biden 302, Trump 232.*Hawaii \\(4\\) has not voted | voted | California’s 55 electors vote. Voted: Biden passes 270",
        "2021-01-07T08:41:00Z | Congress has declared: Biden 306, Trump 232.*The term has not begun | declared | The result is declared in Congress",
      })
  void the_scrubber_shows_each_known_moment(
      Instant moment, String headline, String stage, String event) {
    moveTo(moment);
    assertThat(shown()).isEqualTo(moment);
    assertThat(page.locator("h1")).containsText(Pattern.compile(headline, Pattern.DOTALL));
    assertThat(page.locator(".rung.now .c-name b")).hasText(stage);
    assertThat(page.locator(".event > p:not(.undone)")).containsText(event);
    assertThat(page)
        .hasURL(Pattern.compile("at=" + moment.toString().substring(0, 10) + "|at=2020-12-04"));
  }

  @Test
  void it_ends_in_office_and_begins_with_nothing() {
    thumb.press("End");
    assertThat(page.locator("h1")).containsText("Congress has declared: Biden 306, Trump 232.");
    assertThat(page.locator("h1 .rest")).hasText("In office since 20 Jan 12:00: Biden.");
    thumb.press("Home");
    assertThat(page.locator("h1")).containsText("Nothing is reported.");
    assertThat(page.locator(".rung.empty")).hasCount(7);
  }

  @Test
  void it_plays_by_itself_and_can_be_stopped() {
    thumb.press("Home");
    page.locator("[aria-label=Play]").click();
    assertThat(page.locator("h1")).containsText("Ahead in the count");
    page.locator("[aria-label=Pause]").click();
    Instant stopped = shown();
    assertThat(page.locator("[aria-label=Play]")).isVisible();
    assertThat(shown()).isEqualTo(stopped);
  }

  @Test
  void an_address_shows_the_moment_and_the_place_that_it_names() {
    Page linked = Site.at(1280, 900, ColorScheme.LIGHT, "/2020?at=2020-11-24&of=MI&map=electors");
    assertThat(linked.locator(".dateline time")).containsText("24 November 2020, end of the day");
    assertThat(linked.locator("a-jurisdiction h2")).containsText("Michigan");
    assertThat(linked.locator("svg.tiles")).isVisible();
    linked.context().close();
  }
}
