package org.ascertain.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A beginning, an end, and what one can check oneself. */
class StartTest extends WideWindow {

  @Override
  boolean isExpected(String fault) {
    return fault.contains("404");
  }

  @Test
  void it_begins_with_what_it_is_and_the_latest_election_with_what_each_rung_means() {
    page.navigate(Site.server().address() + "/");
    assertThat(page.locator(".what"))
        .hasText(Pattern.compile("How official the result of a US presidential election is.*"));
    assertThat(page.locator(".start h1")).isVisible();
    assertThat(page.locator(".glossed .rung:not(.heads)")).hasCount(7);
    assertThat(page.locator(".glossed"))
        .containsText("Congress opens and counts the electors’ votes.");
    assertThat(page.locator(".wall li").first()).isVisible();
    page.getByText("not decided by electors alone").click();
    assertThat(page.locator(".wall")).containsText("1824");
    assertThat(page.locator(".wall")).not().containsText("1996");
  }

  @Test
  void an_election_that_is_over_says_so_and_leads_to_its_start_and_its_end() {
    Site.go(page, "/us-president-2020?at=2020-12-14T22:30:00Z");
    assertThat(page.locator(".stand"))
        .containsText(
            "2020, finished: Biden in office since 20 Jan 2021. You see 14 Dec 2020, when the electors decided it.");
    page.locator(".stand").getByText("To the end").click();
    assertThat(page.locator("h1")).containsText("Congress has declared: Biden 306, Trump 232.");
    assertThat(page.locator(".stand")).containsText("You see its end.");
    page.locator(".stand").getByText("From the start").click();
    assertThat(page.locator("h1")).containsText("Nothing is reported.");
  }

  @Test
  void an_address_that_leads_nowhere_is_a_page_with_all_elections() {
    Response answer = page.navigate(Site.server().address() + "/2021");
    assertThat(Objects.requireNonNull(answer).status()).isEqualTo(404);
    assertThat(page.locator("h1")).hasText("Nothing is at this address.");
    assertThat(page.locator(".wall a[href='/us-president-2020']")).isVisible();
  }

  @Test
  void an_entry_is_checked_in_the_browser_itself() {
    Site.go(page, "/us-president-1800?at=1801-02-20&why=voted(jefferson)");
    Locator drawer = page.locator("dialog[open]");
    drawer.locator(".ent button.under").first().click();
    drawer.getByText("Check it here").click();
    assertThat(drawer.locator(".steps li")).hasCount(4);
    assertThat(drawer.locator(".steps li b")).hasText(new String[] {"✓", "✓", "✓", "✓"});
    assertThat(drawer).containsText("It does not prove that the entry is true");
    assertThat(drawer).containsText("Electors of");
  }

  @Test
  void an_entry_that_was_tampered_with_does_not_pass() {
    page.route(
        Pattern.compile(".*/record\\?from=.*"),
        route -> {
          String line = route.fetch().text().replace("\"burr\":4", "\"burr\":5");
          route.fulfill(new com.microsoft.playwright.Route.FulfillOptions().setBody(line));
        });
    Site.go(page, "/us-president-1800?at=1801-02-20&of=KY&why=voted(jefferson)");
    Locator drawer = page.locator("dialog[open]");
    Locator kentucky = drawer.locator(".ent", new Locator.LocatorOptions().setHasText("Kentucky"));
    if (kentucky.count() == 0) drawer.locator(".more").click();
    kentucky.locator("button.under").first().click();
    drawer.getByText("Check it here").click();
    assertThat(drawer.locator(".steps li b").nth(1)).hasText("✗");
    assertThat(drawer).containsText("This does not fit.");
  }

  @Test
  void entries_are_sentences_and_sources_can_be_followed() {
    Site.go(page, "/us-president-1800/record?fact=elector-votes");
    assertThat(page.locator(".rows tbody")).containsText("Electors of Kentucky.");
    assertThat(page.locator(".rows tbody a[href^='https://']").first()).isVisible();
  }

  @Test
  void both_of_1800_are_named_and_the_one_whom_the_house_chose() {
    Site.go(page, "/us-president-1800?at=1801-02-20");
    Locator table = page.locator(".meanings");
    assertThat(table).containsText("Voted past 70: Jefferson and Burr, both");
    assertThat(table).containsText("Chosen by the House: Jefferson");
    assertThat(page.locator(".rung:not(.heads)").nth(5)).containsText("not in this record");
  }

  @Test
  void what_is_only_implied_makes_no_headline() {
    Site.go(page, "/us-president-1876?at=1877-02-20");
    assertThat(page.locator("h1")).not().containsText("Electors are ascertained");
    assertThat(page.locator(".meanings")).containsText("Ascertained past 185: Tilden");
  }
}
