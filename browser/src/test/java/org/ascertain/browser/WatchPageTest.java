package org.ascertain.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody writes down what official means to them, sees its past, and is told. */
@ExtendWith(Site.class)
@Timeout(120)
class WatchPageTest {

  @Test
  void a_condition_is_written_by_keyboard_with_words_to_take_and_shows_its_past()
      throws IOException {
    Page page = Site.at("/watch.html?election=2020");
    page.locator("[name=condition]").focus();
    page.keyboard().type("called by AP else in");
    assertThat(page.locator("[role=option]"))
        .containsText(new String[] {"in-office by 2021-01-20", "declared by 2021-01-20"});
    assertThat(page.locator("[role=option]").nth(1)).containsText("7 Jan ~03:41 2021");
    page.keyboard().press("Escape");
    page.locator("[name=condition]").fill("");
    page.keyboard().type("vot");
    assertThat(page.locator(".behind")).hasText("voted >= majority");
    assertThat(page.locator("[role=option]"))
        .containsText(new String[] {"14 Dec ~17:30 2020", "electors have voted"});
    page.keyboard().press("ArrowDown");
    assertThat(page.locator(".behind")).hasText("voted");
    page.keyboard().press("Tab");
    page.keyboard().type(" >= maj");
    page.keyboard().press("Tab");
    assertThat(page.locator("[name=condition]")).hasValue("voted >= majority");
    page.keyboard().press("Enter");
    assertThat(page.locator(".plain"))
        .hasText("For whoever has a majority of electors that have voted.");
    assertThat(page.locator(".past tbody tr")).hasCount(7);
    assertThat(page.locator(".past tbody tr").nth(1)).containsText("Biden, 14 Dec ~17:30");
    Accessible.check(page);
  }

  @Test
  void the_page_of_an_election_leads_there_in_the_language_of_its_reader() {
    Page page = Site.at("/2020?lang=es");
    page.locator("a[href^='/watch.html']").first().click();
    assertThat(page.locator("[name=condition]")).isVisible();
    assertThat(page.locator("html")).hasAttribute("lang", "es");
    page.locator("a[href^='/check-text.html']").first().click();
    assertThat(page.locator("textarea")).isVisible();
    assertThat(page.locator("html")).hasAttribute("lang", "es");
    page.context().close();
    assertThat(Site.chromium().faults()).isEmpty();
  }

  @Test
  void what_is_not_understood_says_where_and_keeps_the_text() {
    Page page = Site.at("/watch.html?election=2020");
    page.locator("[name=condition]").fill("voted >= lots");
    page.keyboard().press("Enter");
    assertThat(page.locator(".trouble")).containsText("character 10");
    assertThat(page.locator("[name=condition]")).hasValue("voted >= lots");
    page.context().close();
    Site.chromium().faults(); // the browser itself tells of the answer 400
  }

  @Test
  void a_watch_that_is_made_has_a_page_of_its_own_and_ends() throws IOException {
    Page page = Site.at(390, 844, ColorScheme.DARK, "/watch.html?election=2028&lang=es");
    page.locator("[name=condition]").fill("declared");
    page.keyboard().press("Enter");
    page.locator("[name=kind][value=none]").check();
    page.locator(".tell button").click();
    page.locator("a[href^='/watch.html'][href*='#']").click();
    assertThat(page.locator("h1")).containsText("declared");
    assertThat(page.locator("a[href$='feed.atom']")).isVisible();
    Accessible.check(page);
  }

  @Test
  void the_page_of_a_watch_tells_when_it_has_ended() {
    Page page = Site.at("/watch.html?election=2028");
    page.locator("[name=condition]").fill("declared");
    page.keyboard().press("Enter");
    assertThat(page.locator("aside em").first()).containsText("of 20 watches from here");
    page.locator("h1").click();
    page.keyboard().press("s");
    assertThat(page.locator("[name=kind]").first()).isFocused();
    page.locator("[name=kind][value=none]").check();
    page.locator(".tell button").click();
    page.locator("a[href^='/watch.html'][href*='#']").click();
    page.getByText("End this watch").click();
    assertThat(page.locator("aside")).containsText("Ended; its address was erased.");
    page.context().close();
    assertThat(Site.chromium().faults()).isEmpty();
  }

  /** A try that failed, and when the next is due. */
  private static final String TRIED =
      """
      {"items":[{"turn":"second","seq":2,"state":"due","due":"2028-11-08T04:03:02-05:00","attempts":[
      {"at":"2028-11-08T04:02:00-05:00","status":503,"millis":1200,"answer":"","asked":60}]}]}""";

  /** A call that came and was taken back, as a server tells it. */
  private static final String CAME_AND_WENT =
      """
      {"items":[{"type":"ascertain.watch.on","timestamp":"2028-11-08T02:17:00-05:00","data":{
      "turn":"first","seq":1,"name":"Ann","since":"2028-11-08T02:17:00-05:00","by":3}},
      {"type":"ascertain.watch.off","timestamp":"2028-11-08T04:02:00-05:00","data":{
      "turn":"second","seq":2,"name":"Ann","undoneBy":4}}]}""";

  @Test
  void the_page_of_a_watch_shows_what_is_known_now_and_what_was_known_at_a_turn()
      throws IOException {
    Page page = Site.at("/watch.html?election=2028");
    page.route(
        "**/api/watches/*/events",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(CAME_AND_WENT)));
    page.route(
        "**/api/watches/*/deliveries",
        route ->
            route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(TRIED)));
    page.locator("[name=condition]").fill("declared");
    page.keyboard().press("Enter");
    page.locator("[name=kind][value=none]").check();
    page.locator(".tell button").click();
    page.locator("a[href^='/watch.html'][href*='#']").click();
    assertThat(page.locator(".turns li")).hasCount(2);
    assertThat(page.locator(".log")).containsText("503");
    assertThat(page.locator(".log")).containsText("it asked for 60 s; next 8 Nov 04:03:02");
    assertThat(page.locator(".foot [data-key=n]")).hasAttribute("href", "#notice=second");
    assertThat(page.locator("h1")).containsText("It does not hold now; it did.");
    assertThat(page.locator(".past tbody tr")).hasCount(7);
    assertThat(page.getByText("As the facts stand now")).isVisible();
    page.locator(".turns li .tab").last().click();
    assertThat(page.locator(".turns li")).hasCount(1);
    assertThat(page.locator("h1")).containsText("It holds, for Ann, since 8 Nov 02:17");
    assertThat(page.getByText("As the facts stand now")).hasCount(0);
    assertThat(page.locator(".turns li a[href^='/2028']"))
        .hasAttribute("href", "/2028?at=2028-11-08T02%3A17%3A00-05%3A00&known=then");
    page.locator(".lead .tab").first().click();
    assertThat(page.locator(".turns li")).hasCount(2);
    Accessible.check(page);
  }

  @Test
  void meanings_that_have_a_name_stand_with_their_sources_and_the_heading_says_how_each_stands()
      throws IOException {
    Page page = Site.at(820, 1180, ColorScheme.LIGHT, "/watch.html?election=2020");
    assertThat(page.locator(".shelf li")).hasCount(7);
    assertThat(page.locator(".shelf")).containsText("3 USC 15");
    page.getByText("AP, Fox and NBC have all called it, else who is inaugurated").click();
    assertThat(page.locator("h1")).containsText("It holds, for Biden, since 7 Nov 11:40 2020.");
    assertThat(page.locator(".past .hollow")).isAttached();
    assertThat(page.locator(".legend")).containsText("a majority of electors has voted");
    Accessible.check(page);
  }

  @Test
  void whoever_asks_may_hear_of_what_changes_alone() throws IOException {
    Page page = Site.at("/watch.html?election=2028");
    page.locator("[name=condition]").fill("declared");
    page.keyboard().press("Enter");
    assertThat(page.locator(".tell")).isVisible();
    assertThat(page.locator("[name=changes]")).hasCount(0);
    page.locator("[name=condition]").fill("leads(VT)");
    page.keyboard().press("Enter");
    page.locator("[name=changes]").check();
    page.locator("[name=kind][value=none]").check();
    assertThat(page.locator("[name=changes]")).isChecked();
    Accessible.check(page);
  }

  @Test
  void acknowledgements_stand_in_a_table_and_against_the_stages() throws IOException {
    Page page = Site.at("/watch.html?election=2020");
    assertThat(page.locator(".acks circle").first()).isAttached();
    page.locator("a-acknowledged summary").click();
    assertThat(page.locator("a-acknowledged tbody")).containsText("Russia");
    Accessible.check(page);
  }
}
