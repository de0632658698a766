package org.ascertain.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** Elections that are unlike that of 2020. */
class OthersTest extends WideWindow {

  @Test
  void an_election_of_which_nothing_is_known_says_so() {
    Site.go(page, "/us-president-2032");
    assertThat(page.locator("h1")).containsText("Nothing is reported.");
    assertThat(page.locator(".rung.empty")).hasCount(7);
    assertThat(page.locator(".pv")).containsText("no popular vote");
    assertThat(page.locator(".next")).containsText("electors meet and vote");
    page.locator("[data-id=TX]").click();
    assertThat(page.locator("a-jurisdiction h2")).containsText("Texas");
    page.locator("[aria-label='Next event']").click();
    page.locator("nav").getByText("Record").click();
    assertThat(page.locator(".rows tbody tr")).hasCount(1);
    page.locator("nav").getByText("Challenges").click();
    assertThat(page.locator("[role=status]")).containsText("0 of 0 challenges");
  }

  @Test
  void a_candidate_called_script_stays_a_name_everywhere() {
    Site.go(page, "/us-president-2028?of=VT");
    assertThat(page.locator("h1")).containsText(Site.NAME);
    assertThat(page.locator("a-jurisdiction")).containsText(Site.NAME);
    page.locator(".rung.now button").click();
    assertThat(page.locator("dialog[open]")).containsText(Site.NAME);
    page.keyboard().press("Escape");
    page.locator("nav").getByText("Record").click();
    assertThat(page.locator(".rows tbody")).containsText(Site.NAME);
    Site.go(page, "/elections");
    assertThat(page.locator(".wall a[href='/us-president-2028']")).containsText(Site.NAME);
    assertThat(page.title()).doesNotContain("taken");
    assertThat(page.locator("body script")).hasCount(0);
  }

  @Test
  void twelve_candidates_have_a_texture_each_and_both_votes_of_each_elector_count() {
    Site.go(page, "/1788?at=1789-02-05");
    assertThat(page.locator(".textures li")).hasCount(12);
    assertThat(page.locator("h1"))
        .containsText("Washington 69, Adams 34, Jay 9, Rutledge 6, 8 others.");
    assertThat(page.locator(".linehead")).hasText("37 of 72 appointed");
    assertThat(page.locator("svg.tiles .area")).hasCount(11);
    Object different =
        page.evaluate(
            "() => new Set([...document.querySelectorAll('.textures rect')].map(r => getComputedStyle(r).fill)).size");
    assertThat(different).isEqualTo(12);
  }

  @Test
  void where_there_was_no_popular_vote_none_is_shown() {
    Site.go(page, "/1800");
    assertThat(page.locator(".pv"))
        .hasText("The record has no popular vote for this election at this moment.");
    assertThat(
            page.locator(
                ".tab[aria-pressed=true]", new Page.LocatorOptions().setHasText("by electors")))
        .isVisible();
    page.locator(".axis input").press("End");
    assertThat(page.locator("h1")).containsText("The House chose Jefferson.");
    assertThat(page.locator("body").innerText()).doesNotContainIgnoringCase("winner");
  }
}
