package org.ascertain.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The nine parts of the page on the election of 2020. */
class PageTest extends WideWindow {

  private static final String VOTED = "/us-president-2020?at=2020-12-14T22:30:00Z";

  private void go(String address) {
    Site.go(page, address);
  }

  @Test
  void headline_names_the_stage_and_what_it_is_not_yet() {
    go(VOTED);
    assertThat(page.locator("h1"))
        .containsText(Pattern.compile("Electors have voted:.*Biden 302,.*Trump 232\\."));
    assertThat(page.locator("h1 .rest"))
        .hasText("Hawaii (4) has not voted. Congress has not counted.");
    assertThat(page.locator(".dateline time"))
        .hasText("Monday 14 December 2020, 17:30 in Washington");
    assertThat(page.locator("body").innerText()).doesNotContainIgnoringCase("winner");
    assertThat(page.locator("body").innerText()).doesNotContainIgnoringCase("president-elect");
  }

  @Test
  void ladder_has_seven_rungs_and_says_when_each_majority_was_crossed() {
    go(VOTED);
    assertThat(page.locator(".rung:not(.heads)")).hasCount(7);
    assertThat(page.locator(".rung.now .c-name b")).hasText("voted");
    assertThat(page.locator(".rung.now .c-cross")).containsText("14 Dec ~17:30");
    assertThat(page.locator(".rung .c-cross").nth(5)).containsText("4 Dec");
    assertThat(page.locator(".undone").first())
        .containsText("Trump had a majority as reported from 3 Nov 22:00 to 4 Nov 09:15");
    assertThat(page.locator(".undone").first()).containsText("By then: 63,290,938 votes counted.");
  }

  @Test
  void map_has_every_state_and_the_districts_and_switches_to_counties_and_electors() {
    go(VOTED);
    assertThat(page.locator("svg.map [role=button]")).hasCount(51 + 5);
    assertThat(page.locator("[data-id=HI]"))
        .hasAttribute("aria-label", "Hawaii, 4 electors: Biden, certified");
    page.getByText("by electors", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator("svg.tiles .area")).hasCount(51);
    assertThat(page).hasURL(Pattern.compile("map=electors"));
    page.locator(".places summary").click();
    assertThat(page.locator(".all tbody tr")).hasCount(51 + 5);
  }

  @Test
  void a_jurisdiction_shows_its_tally_its_facts_and_whether_it_is_settled() {
    go(VOTED + "&of=GA");
    Locator georgia = page.locator("a-jurisdiction");
    assertThat(georgia.locator("h2")).containsText("Georgia");
    assertThat(georgia.locator("h2")).containsText("voted for Biden");
    assertThat(georgia.locator("svg.juris")).containsText("Biden +11,779");
    assertThat(georgia.locator(".settled")).containsText("Margin 11,779");
    assertThat(georgia.locator("svg.juris")).containsText("AP");
    georgia.getByText("Figures, calls, electors, deadlines").click();
    assertThat(georgia).containsText("2,473,633");
  }

  @Test
  void every_figure_opens_its_evidence_and_gives_the_focus_back() {
    go(VOTED);
    page.locator("h1 a").first().focus();
    page.keyboard().press("Enter");
    Locator drawer = page.locator("dialog[open]");
    assertThat(drawer.locator("h2")).hasText("Why 302?");
    assertThat(drawer.locator(".ent").first()).containsText("California");
    assertThat(drawer).containsText("VOTE.XII");
    drawer.locator(".ent button.under").first().click();
    assertThat(drawer.locator("#without + .rule")).containsText("247");
    assertThat(drawer).containsText("Inclusion proof");
    drawer.getByText("Cite this figure").click();
    assertThat(drawer.locator(".cite")).containsText("302 electors on the rung “voted”");
    assertThat(drawer.locator(".cite")).containsText("at=2020-12-14T22%3A30%3A00Z");
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog[open]")).hasCount(0);
    assertThat(page.locator("h1 a").first()).isFocused();
  }

  @Test
  void a_text_is_checked_and_each_claim_opens_what_the_record_says_to_it() {
    go(VOTED + "&lang=es");
    page.locator("nav a[href^='/check-text.html']").click();
    assertThat(page.locator("h1")).hasText("Comprobar un texto");
    page.locator("textarea")
        .fill("WASHINGTON, Dec. 15, 2020 - Biden won 306 electoral votes. Trump won Pennsylvania.");
    page.locator("form button.main").click();
    assertThat(page.locator(".judged h2").first()).containsText("contradichas: 1.");
    assertThat(page.locator(".judged time")).containsText("15 de diciembre de 2020");
    page.locator(".txt .contradicted").click();
    assertThat(page.locator(".beside h2")).hasText("contradicha");
    assertThat(page.locator(".beside")).containsText("Pennsylvania");
    page.keyboard().press("Escape");
    assertThat(page.locator(".beside")).hasCount(0);
    page.locator(".choices button").first().click();
    assertThat(page.locator("h1")).hasText("Check a text");
    assertThat(page.locator(".judged h2").first()).containsText("1 contradicted.");
  }

  @Test
  void what_was_asked_of_the_readers_own_meaning_keeps_the_word_about() {
    go("/us-president-2020?at=2020-12-28");
    page.locator("#condition").fill("voted >= 270");
    assertThat(page.locator(".own output")).containsText("Holds for Biden since 14 Dec ~17:30");
  }

  @Test
  void the_popular_vote_is_the_sum_of_what_it_opens() {
    go(VOTED);
    page.locator(".pv .figure").first().click();
    Locator drawer = page.locator("dialog[open]");
    assertThat(drawer.locator("h2")).hasText("Why 81,268,919?");
    assertThat(drawer.locator(".ent")).hasCount(51);
    assertThat(drawer.locator(".ent").last().locator(".num").last()).hasText("81,268,919");
    drawer.getByText("Cite this figure").click();
    assertThat(drawer.locator(".cite"))
        .containsText(
            Pattern.compile(
                "Biden: 81,268,919 votes .* as of Monday 14 December 2020, ~17:30 .*Source: record"
                    + " us-president-2020, Ascertain; 9,[0-9]{3} of its 13,[0-9]{3} entries apply"
                    + " at this moment\\. Checkpoint of 13,[0-9]{3}: [A-Za-z0-9+/]{43}=\\."));
    assertThat(drawer.locator(".branch").first()).containsText("certified");
    drawer.locator(".ent button").getByText("Georgia").click();
    assertThat(drawer.locator("h2")).hasText("Why 2,473,633?");
    assertThat(drawer).containsText("Georgia");
  }

  @Test
  void the_callers_behind_the_one_that_is_shown_can_be_compared() {
    go(VOTED);
    page.getByText("+6", new Page.GetByTextOptions().setExact(true)).click();
    Locator callers = page.locator("dialog[open] .callers tbody tr");
    assertThat(callers).hasCount(7);
    assertThat(callers.first())
        .containsText(
            Pattern.compile(
                "Associated Press.*Biden, 7 Nov 11:2[0-9]\\s*306\\s*232", Pattern.DOTALL));
    // Of Fox the record has eleven calls of states or so: no sum of them is shown.
    assertThat(callers.nth(1))
        .containsText(Pattern.compile("Fox News\\s*Biden, 7 Nov 11:40\\s*–\\s*–", Pattern.DOTALL));
  }

  @Test
  void what_is_dated_differs_from_what_is_only_implied() {
    go(VOTED);
    Locator ascertained = page.locator(".rung:not(.heads)").nth(3);
    assertThat(ascertained.locator("rect.b-hatch.half")).hasCount(1);
    assertThat(ascertained.locator("rect.b-implied.half")).hasCount(1);
    assertThat(ascertained).containsText("at the latest");
    assertThat(page.locator(".event"))
        .containsText("Ascertained: 181 dated, 353 implied by a later stage");
    assertThat(page.locator(".rung:not(.heads)").nth(2).locator(".b-implied")).hasCount(0);
  }

  @Test
  void a_meaning_of_official_opens_its_evidence_at_its_own_moment() {
    go(VOTED);
    page.locator("[aria-label='Why: Certified past 270: Biden?']").click();
    assertThat(page.locator("dialog[open] h2")).hasText("Why 288?");
    assertThat(page.locator("dialog[open]")).containsText("California");
    assertThat(page).hasURL(Pattern.compile("at=2020-12-04&why=certified"));
  }

  @Test
  void meanings_of_official_have_their_moments_and_a_reader_may_write_one() {
    go(VOTED);
    Locator table = page.locator(".meanings");
    assertThat(row(table, "Certified past 270: Biden")).containsText("4 Dec");
    assertThat(row(table, "Voted past 270: Biden")).containsText("14 Dec ~17:30");
    assertThat(row(table, "Ascertained past 270: Biden")).containsText("at the latest");
    assertThat(row(table, "All 7 newsrooms of the record call it: Biden"))
        .containsText("7 Nov 11:40");
    page.locator("#condition").fill("called by AP and NBC");
    assertThat(page.locator(".own output")).containsText("Holds for Biden since 7 Nov");
    page.locator("#condition").fill("reported >= 270");
    assertThat(page.locator(".own output")).containsText("then undone");
    page.locator("#condition").fill("called by nobody");
    assertThat(page.locator(".own output")).not().containsText("Holds");
    // The refusal comes as an answer with a status of its own, which the browser notes.
    assertThat(Site.chromium().faults()).allMatch(fault -> fault.contains("400"));
  }

  private static Locator row(Locator table, String text) {
    return table.locator("tr", new Locator.LocatorOptions().setHasText(text));
  }

  @Test
  void a_majority_that_was_undone_later_is_told_by_name_while_it_stands() {
    go("/us-president-2020?at=2020-11-04T03:30:00Z");
    Locator row = row(page.locator(".meanings"), "Tallies past 270: Trump");
    assertThat(row).containsText("3 Nov 22:00");
    assertThat(row).containsText("63,290,938 votes counted");
  }

  @Test
  void known_then_differs_visibly_from_known_now() {
    go("/us-president-2028?at=2028-11-20");
    Locator certified = page.locator(".rung:not(.heads)").nth(4);
    assertThat(certified.locator("text.n")).hasText(new String[] {"3", "17"});
    page.getByText("as known then").first().click();
    assertThat(page.locator("a-then"))
        .containsText("1 of the 5 entries about this moment were not yet known.");
    assertThat(page.locator("a-then tbody tr")).hasCount(1);
    assertThat(page.locator("a-then tbody")).containsText("certified");
    assertThat(certified.locator("text.n")).hasText(new String[] {"3"});
    assertThat(certified.locator(".sinceline")).hasCount(1);
    assertThat(page.locator("body.then")).hasCount(1);
    assertThat(page).hasURL(Pattern.compile("known=then"));
    page.getByText("as known now").first().click();
    assertThat(page.locator("a-then")).isHidden();
    assertThat(certified.locator("text.n")).hasText(new String[] {"3", "17"});
  }

  @Test
  void rooms_show_elections_challenges_record_law_and_downloads() {
    go("/elections");
    assertThat(page.locator(".wall li").first()).isVisible();
    page.getByText("oldest first").click();
    assertThat(page.locator(".wall li").first()).containsText("Washington");
    page.locator(".wall a[href='/us-president-2020']").click();
    assertThat(page.locator("a-ladder .rung")).hasCount(8);
    page.locator("nav").getByText("Challenges").click();
    assertThat(page.locator(".rows tbody tr").first()).isVisible();
    page.locator("input[type=search]").fill("Texas");
    assertThat(page.locator(".rows tbody")).containsText("Texas v. Pennsylvania");
    page.locator("nav").getByText("Record").click();
    assertThat(page.locator(".rows tbody tr").first()).isVisible();
    page.locator(".filters select").first().selectOption("ascertainment");
    page.locator(".filters select").nth(1).selectOption("MI");
    assertThat(page.locator("[role=status]")).hasText("1 of 1 entries.");
    assertThat(page.locator(".rows tbody")).containsText("Michigan names its electors: Biden 16.");
    page.locator("nav").getByText("Law").click();
    assertThat(page.locator(".rows")).containsText("VOTE.XII");
    page.locator("nav").getByText("Download").click();
    assertThat(page.locator(".rows")).containsText("/api/elections/us-president-2020/standing");
  }

  @Test
  void charts_go_elsewhere_as_views_and_as_svg() throws IOException {
    go(VOTED);
    page.locator("a-where .elsewhere summary").click();
    assertThat(page.locator("a-where .elsewhere textarea"))
        .hasValue(Pattern.compile("<iframe src=\".*/embed/us-president-2020/map"));
    Download saved =
        page.waitForDownload(
            () -> page.locator("a-where .elsewhere").getByText("Save as SVG").click());
    String svg = Files.readString(saved.path());
    assertThat(svg)
        .startsWith("<svg")
        .contains("xmlns=\"http://www.w3.org/2000/svg\"")
        .doesNotContain("var(--");
    page.locator("a-ladder > .elsewhere summary").click();
    Download ladder =
        page.waitForDownload(
            () -> page.locator("a-ladder > .elsewhere").getByText("Save as SVG").click());
    assertThat(Files.readString(ladder.path()))
        .contains(">voted<")
        .contains(">302<")
        .contains("14 Dec ~17:30")
        .doesNotContain("var(--");
    for (String view :
        List.of("headline", "ladder", "strips", "map", "tiles", "when", "jurisdiction")) {
      go("/embed/us-president-2020/" + view + "?at=2020-12-14T22:30:00Z");
      assertThat(page.locator("a-embed")).containsText("figures, sources and proofs");
      assertThat(page.locator(".elsewhere")).hasCount(0);
    }
    go("/embed/us-president-2020/ladder?at=2020-12-14T22:30:00Z");
    assertThat(page.locator(".rung.now")).containsText("14 Dec");
    assertThat(page.locator("a-masthead")).hasCount(0);
  }
}
