package org.ascertain.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Election night: what is called, what is only ahead, and what changed, on a screen and on a phone.
 */
class NightTest extends WideWindow {

  /** Four minutes after midnight in Washington, and a half. */
  private static final String NIGHT = "/us-president-2020?at=2020-11-04T05:27:00Z";

  /**
   * Moves the running page to a place of the axis, lets it play for three frames and then reads
   * text and chart of one frame; what differs, else nothing.
   */
  private static final String WHILE_PLAYING =
      """
      (place) => new Promise((done) => {
        const axis = document.querySelector('.axis input');
        axis.value = place;
        axis.dispatchEvent(new Event('input', { bubbles: true }));
        const read = () => {
          const chart = document.querySelector('svg.juris').textContent;
          const told = /Margin ([\\d,]+)/.exec(document.querySelector('.settled')?.textContent ?? '')?.[1];
          const ahead = [...document.querySelectorAll('.rung:not(.heads) .quietly')].at(-1).textContent;
          const rest = document.querySelector('h1 .rest').textContent;
          const figures = /Ahead in the count: (.*)\\./.exec(rest)?.[1];
          const called = [...document.querySelectorAll('h1 a')].map((a) => a.textContent);
          const now = document.querySelector('.rung.now .quietly')?.textContent ?? '';
          done((told && !chart.includes('+' + told) ? chart + ' / ' + told : '')
            + (figures && !ahead.includes(figures) ? figures + ' / ' + ahead : '')
            + (called.every((n) => now.includes(n)) ? '' : called + ' / ' + now));
        };
        const frame = (left) => requestAnimationFrame(() => (left ? frame(left - 1) : setTimeout(read)));
        frame(3);
      })\
      """;

  private static final String OTHER_EVENT =
      """
      (before) => {
        const now = document.querySelector('.event > p')?.innerText;
        return now && now !== before;
      }""";

  @Test
  void leads_are_no_headline_and_stand_beside_the_votes_that_they_rest_on() {
    Site.go(page, NIGHT);
    assertThat(page.locator("h1"))
        .containsText(Pattern.compile("AP has called:.*Biden 223,.*Trump 144\\."));
    assertThat(page.locator("h1 .rest"))
        .hasText("171 not called. Ahead in the count: Biden 229, Trump 294.");
    assertThat(page.locator(".rung.now .c-name b")).hasText("called");
    Locator reported = page.locator(".rung:not(.heads)").last();
    assertThat(reported).containsText("leads, not results");
    assertThat(reported).containsText("120,239,548 votes counted");
    assertThat(page.locator(".rung:not(.heads)").nth(5))
        .containsText(Pattern.compile("Biden\\s*47"));
  }

  @Test
  void what_is_called_differs_from_what_is_only_ahead_also_without_colour() {
    Site.go(page, NIGHT);
    assertThat(page.locator("path[data-unit=NY]")).hasClass(Pattern.compile("b-outline"));
    assertThat(page.locator("path[data-unit=PA]")).hasClass(Pattern.compile("r-ahead"));
    assertThat(page.locator("path[data-unit=AK]")).hasClass(Pattern.compile("none-yet"));
    assertThat(page.locator(".key")).containsText("called, AP");
    assertThat(page.locator(".key")).containsText("ahead in the count");
    assertThat(page.locator(".wedge.full").first()).isAttached();
    assertThat(page.locator(".wedge:not(.full)").first()).isAttached();
    assertThat(page.locator("[data-id=PA]"))
        .hasAttribute("aria-label", "Pennsylvania, 20 electors: Trump, reported");
  }

  @Test
  void calls_of_one_minute_are_told_together_with_what_each_side_gained() {
    Site.go(page, NIGHT);
    Locator grouped =
        page.locator(".changes li", new Page.LocatorOptions().setHasText("AP calls 4 states"));
    assertThat(grouped).containsText("CA 55 WA 12 OR 7; ID 4");
    assertThat(grouped.locator(".gain")).containsText(Pattern.compile("Biden \\+74\\s*Trump \\+4"));
    Site.go(page, "/us-president-2020?at=2020-11-04T01:00:59Z");
    assertThat(page.locator(".event > p").first())
        .containsText(Pattern.compile("AP calls 1[0-9] states: Biden \\+69, Trump \\+33"));
  }

  @Test
  void pointing_at_a_place_a_county_and_a_chart_gives_their_figures() {
    Site.go(page, NIGHT + "&of=PA");
    page.locator("path[data-unit=AZ]").hover();
    assertThat(page.locator(".card")).containsText("Arizona");
    assertThat(page.locator(".card")).containsText("1,297,331");
    assertThat(page.locator(".card")).containsText("ahead by 208,154");
    page.locator("[data-id=GA]").focus();
    assertThat(page.locator(".card")).containsText("Georgia");
    page.locator("svg.juris").focus();
    page.keyboard().press("ArrowLeft");
    assertThat(page.locator(".peek")).containsText(Pattern.compile("4 Nov 00:2\\d: Trump \\+6"));
    Site.go(page, "/us-president-2020?at=2020-12-28&map=counties");
    page.locator("[data-county='AZ/04013']").dispatchEvent("pointerover");
    assertThat(page.locator(".card")).containsText(Pattern.compile("Maricopa.*Arizona"));
  }

  @Test
  void counties_that_the_record_has_not_are_a_sentence_and_no_grey_map() {
    Site.go(page, NIGHT + "&map=counties");
    assertThat(page.locator(".sentence"))
        .containsText("No county has returns of its own in this record by then.");
    assertThat(page.locator("svg.counties")).hasCount(0);
  }

  @Test
  void the_chart_of_a_state_takes_in_its_extremes() {
    Site.go(page, "/us-president-2020?at=2020-11-24&of=PA");
    assertThat(page.locator("svg.juris")).containsText("Biden +487,092");
    assertThat(page.locator("svg.juris")).containsText("Trump +710,272");
    assertThat(page.locator("svg.juris .lead")).isAttached();
  }

  @Test
  void all_places_stand_in_a_table_that_is_sorted_by_any_column() {
    Site.go(page, "/us-president-2020?at=2020-11-24");
    page.locator(".places summary").click();
    Locator first = page.locator(".all tbody tr").first();
    assertThat(first)
        .containsText(Pattern.compile("Georgia.*Biden.*0\\.[23] %.*19 Nov", Pattern.DOTALL));
    page.locator(".all th").nth(1).locator("button").click();
    assertThat(first).containsText("California");
    page.locator(".all th").first().locator("button").click();
    assertThat(first).containsText("Alabama");
    assertThat(page.locator(".all th[aria-sort=ascending]")).hasText("place");
  }

  @Test
  void the_night_is_shown_by_the_clock_and_played_slowly() {
    Site.go(page, NIGHT);
    assertThat(page.locator(".spans .tab[aria-pressed=true]").first()).hasText("night");
    assertThat(page.locator(".speeds .tab")).hasText(new String[] {"1", "5", "15 min/s"});
    assertThat(page.locator(".axis svg")).containsText("20:00");
    page.locator(".spans").getByText("whole").click();
    assertThat(page.locator(".speeds .tab[aria-pressed=true]"))
        .hasAttribute("aria-label", "1 day/s");
    assertThat(page).hasURL(Pattern.compile("zoom=whole"));
  }

  @Test
  void on_a_phone_the_night_can_be_walked_through_by_touch() {
    page.setViewportSize(390, 844);
    Site.go(page, NIGHT);
    for (Locator chip : page.locator(".zooms button").all()) {
      BoundingBox box = Objects.requireNonNull(chip.boundingBox());
      assertThat(box.height).isGreaterThanOrEqualTo(40);
      assertThat(box.x + box.width).isLessThanOrEqualTo(390);
    }
    page.locator("[aria-label='Previous event']").click();
    page.locator("[aria-label='Previous event']").click();
    assertThat(page.locator(".event > p").first()).containsText("AP calls Montana");
    page.locator("[data-id=AZ]").click(new Locator.ClickOptions().setForce(true));
    assertThat(page.locator(".touched")).containsText("1,2");
    assertThat(page.locator(".touched")).containsText("Arizona");
  }

  /** Chosen anew in every run; the seed is in the message, so that a failure can be had again. */
  @Test
  void a_phone_goes_by_touch_through_the_whole_night() {
    Page phone = Site.chromium().phone();
    Site.go(phone, "/us-president-2020?at=2020-11-03T18:00:00-05:00&zoom=night");
    String before = "";
    int steps = 0;
    while (!phone.locator("h1").innerText().contains("Biden 223, Trump 144")) {
      phone.locator("[aria-label='Next event']").tap();
      phone.waitForFunction(OTHER_EVENT, before);
      before = phone.locator(".event > p").first().innerText();
      assertThat(++steps).as("steps until %s", before).isLessThan(60);
    }
    assertThat(steps).isGreaterThan(15);
    phone.locator("[data-id=AZ]").tap();
    assertThat(phone.locator(".touched")).containsText("Arizona");
    phone.locator(".speeds button").last().tap();
    phone.locator("[aria-label=Play]").tap();
    assertThat(phone.locator("h1")).not().containsText("Trump 144");
    phone.locator("[aria-label=Pause]").tap();
    phone.locator(".spans").getByText("whole").tap();
    assertThat(phone.locator(".spans .tab[aria-pressed=true]").first()).hasText("whole");
    phone.context().close();
  }

  @Test
  void at_20_random_moments_while_it_plays_text_and_chart_are_of_one_moment() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Site.go(page, NIGHT + "&of=PA");
    String opened = page.locator(".axis input").inputValue();
    page.locator("[aria-label=Play]").click();
    for (int i = 0; i < 20; i++) {
      Object differing = page.evaluate(WHILE_PLAYING, random.nextInt(500, 9_500));
      assertThat(differing).as("moment %d of seed %d", i, seed).isEqualTo("");
    }
    assertThat(page.locator("[aria-label=Pause]")).isVisible();
    assertThat(page.locator(".axis input").inputValue()).isNotEqualTo(opened);
    page.locator("[aria-label=Pause]").click();
  }

  @Test
  void back_goes_back_from_drawer_place_kind_of_map_and_zoom() {
    Site.go(page, "/elections");
    page.locator(".wall a[href='/us-president-2020']").click();
    assertThat(page.locator("main[aria-busy=false] svg.map")).isVisible();
    page.locator("[data-id=TX]").click();
    assertThat(page.locator("a-jurisdiction h2")).containsText("Texas");
    page.getByText("by electors", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator("svg.tiles")).isVisible();
    page.locator("h1 a").first().click();
    assertThat(page.locator("dialog[open]")).isVisible();
    page.goBack();
    assertThat(page.locator("dialog[open]")).hasCount(0);
    assertThat(page.locator("svg.tiles")).isVisible();
    page.goBack();
    assertThat(page.locator("svg.tiles")).hasCount(0);
    page.goForward();
    assertThat(page.locator("svg.tiles")).isVisible();
    page.goBack();
    page.goBack();
    assertThat(page.locator("a-jurisdiction h2")).not().containsText("Texas");
    page.goBack();
    assertThat(page.locator(".wall li").first()).isVisible();
  }

  @Test
  void on_paper_everything_is_drawn_for_a_sheet_whatever_the_window() {
    for (int width : List.of(1280, 820)) {
      page.setViewportSize(width, 900);
      Site.go(page, "/us-president-2020?at=2020-12-14T22:30:00Z&of=GA");
      page.evaluate("() => dispatchEvent(new Event('beforeprint'))");
      Object widest =
          page.evaluate(
              "() => Math.max(...[...document.querySelectorAll('main svg')].filter(e =>"
                  + " e.getClientRects().length).map(e => e.getBoundingClientRect().width))");
      assertThat(((Number) widest).doubleValue()).isLessThanOrEqualTo(703);
      assertThat(page.locator(".rung.now .c-cross")).containsText("14 Dec ~17:30");
      assertThat(page.locator(".printed")).isVisible();
      assertThat(page.locator(".printed")).containsText("Undone: Trump had a majority as reported");
      assertThat(page.locator(".printed")).containsText("at=2020-12-14T22%3A30%3A00Z");
      assertThat(page.locator(".printed")).containsText("181 dated");
      page.evaluate("() => dispatchEvent(new Event('afterprint'))");
      assertThat(page.locator(".printed")).isHidden();
    }
  }

  @Test
  void a_wall_screen_is_the_same_page_enlarged_that_needs_no_hand() {
    page.setViewportSize(1920, 1080);
    Site.go(page, NIGHT + "&screen");
    Object size =
        page.evaluate(
            "() => document.querySelector('h1').getBoundingClientRect().width > 1000 &&"
                + " document.documentElement.scrollWidth <= innerWidth");
    assertThat(size).isEqualTo(true);
    assertThat(page.locator("nav a").first()).isHidden();
    assertThat(page.locator(".rung.now")).containsText("called");
  }

  @Test
  void poll_closings_stand_on_the_axis_as_tall_as_their_electors() {
    Site.go(page, NIGHT);
    assertThat(page.locator(".axis .poll")).hasCount(10);
    assertThat(page.locator(".axis .poll.open")).hasCount(1);
    assertThat(page.locator(".axis svg")).containsText("199");
    assertThat(page.locator(".next")).containsText("polls close in AK (3)");
    Site.go(page, "/us-president-2020?at=2020-12-14T22:30:00Z");
    assertThat(page.locator(".axis .tick").first()).isAttached();
    assertThat(page.locator(".axis .poll")).hasCount(0);
  }

  @Test
  void a_strip_is_read_off_by_pointer_and_by_keys() {
    Site.go(page, NIGHT);
    Locator called = page.locator(".rung.tall .c-strip").first();
    Locator told = page.locator(".heads .c-strip");
    BoundingBox box = Objects.requireNonNull(called.boundingBox());
    page.mouse().move(box.x + box.width / 2, box.y + 5);
    assertThat(told).hasText(Pattern.compile("3 Nov (21:5|22:0)\\d, called: Biden 131, Trump 97"));
    page.mouse().move(10, 10);
    assertThat(told).containsText("over time");
    called.focus();
    page.keyboard().press("ArrowLeft");
    assertThat(told).hasText("4 Nov 00:21, called: Biden 223, Trump 144");
    page.keyboard().press("ArrowLeft");
    assertThat(told).hasText("4 Nov 00:20, called: Biden 223, Trump 138");
    page.keyboard().press("Escape");
    assertThat(told).containsText("over time");
  }

  @Test
  void a_wall_of_3840_walks_through_places_by_itself() {
    page.setViewportSize(3840, 2160);
    page.clock().install();
    Site.go(page, NIGHT + "&screen");
    Object size =
        page.evaluate(
            "() => Math.min(...[...document.querySelectorAll('main p, main td')].filter(e =>"
                + " e.getClientRects().length && e.textContent.trim()).map(e =>"
                + " parseFloat(getComputedStyle(e).fontSize) * document.body.currentCSSZoom))");
    assertThat(((Number) size).doubleValue()).isGreaterThan(30);
    Locator place = page.locator("a-jurisdiction h2");
    String first = place.innerText();
    page.clock().fastForward(21_000);
    assertThat(place).not().hasText(first);
    String second = place.innerText();
    page.clock().fastForward(21_000);
    assertThat(place).not().hasText(second);
  }
}
