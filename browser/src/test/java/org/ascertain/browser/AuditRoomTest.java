package org.ascertain.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What evidence there is for a majority, what more would cost, and what could undo it. */
@ExtendWith(Site.class)
@Timeout(120)
class AuditRoomTest {

  private static final String ROOM = "/us-president-2020/audit";
  private static final String EVENING = "at=2020-11-06T20:00:00-05:00";

  @Test
  void without_a_round_it_tells_what_one_would_cost_and_what_would_undo_the_majority()
      throws IOException {
    Page page = Site.at(ROOM);
    assertThat(page.locator("h1")).hasText("Risk 100% after 0 cards. Wanted: 5%.");
    assertThat(page.locator(".audit")).containsText("no round of an audit on record");
    assertThat(page.locator(".audit")).containsText("3,033");
    assertThat(page.locator(".audit"))
        .containsText("21,461 votes moved in Arizona, Georgia and Wisconsin");
    assertThat(page.locator(".audit")).containsText("A what-if: nobody can order");
    assertThat(page.locator(".audit svg.map path[data-id=AZ]")).hasClass(Pattern.compile("ahead"));
    assertThat(page.locator(".audit svg.map path[data-id=TX]")).hasClass(Pattern.compile("others"));
    assertThat(page.locator(".audit svg.map path.heavy")).hasCount(0);
    assertThat(page.locator(".audit svg.map path.strike")).hasCount(0);
    assertThat(page.locator(".costs li"))
        .hasText(
            new String[] {
              "every contest apart 21,344",
              "Biden’s contests apart 19,652",
              "all but a set of 36 electors 3,042",
              "jointly, at least 3,033"
            });
    page.getByLabel("Taken as counted whole by hand").selectOption("Georgia");
    assertThat(page.locator(".costs li").last())
        .hasText("jointly, the count of Georgia taken as right 1,370");
    Accessible.check(page);
  }

  @Test
  void what_cannot_be_audited_is_struck_out_on_the_map() throws IOException {
    Page page = Site.at("/us-president-2016/audit");
    assertThat(page.locator(".audit svg.map path.strike")).hasCount(2);
    assertThat(page.locator(".audit .legend")).containsText("cannot be audited");
    assertThat(page.locator(".audit")).containsText("Nebraska's 2nd district");
    Accessible.check(page);
  }

  @Test
  void a_key_asks_by_the_calls_of_another_and_tells_what_the_record_may_lack_of_them()
      throws IOException {
    Page page = Site.at(ROOM + "?" + EVENING);
    assertThat(page.locator(".by")).containsText("By the calls of The Associated Press.");
    assertThat(page.locator(".everyway tspan.struck")).hasText("AK");
    page.keyboard().press("c");
    assertThat(page.locator(".by"))
        .containsText(
            "By the calls of Fox News. by another caller The record does not say that it has all"
                + " calls of Fox News: 53 of the open places may be called.");
    assertThat(page.locator("h1")).containsText("11 to 0 called, 527 electors open.");
    page.locator(".by button").click();
    assertThat(page.locator(".by")).containsText("Decision Desk");
    page.keyboard().press("c");
    assertThat(page.locator("h1")).containsText("30 of 32 ways lead to Biden");
    page.keyboard().press("c");
    assertThat(page.locator(".by")).containsText("Fox News");
    Accessible.check(page);
  }

  @Test
  void rounds_show_the_weakest_set_the_course_of_the_risk_and_what_to_draw_next()
      throws IOException {
    Page page = Site.chromium().page(1280, 900, ColorScheme.DARK);
    page.route(Pattern.compile("/audit(\\?|$)").asPredicate(), AuditRoomTest::withRounds);
    Site.go(page, ROOM);
    assertThat(page.locator("h1")).containsText("Risk 32% after 900 cards.");
    assertThat(page.locator("h1")).containsText("Weakest set: California, 55 electors together.");
    assertThat(page.locator(".audit svg.map path.heavy")).hasCount(1);
    assertThat(page.locator(".audit tr.weakest th")).hasText("California");
    assertThat(page.locator("svg.curve"))
        .hasAttribute("aria-label", Pattern.compile("from 100% to 32% with 900 cards"));
    page.keyboard().press("w");
    assertThat(page.locator(":focus")).containsText("The weakest sets");
    page.keyboard().press("p");
    assertThat(page.locator(":focus")).containsText("What it would cost");
    Accessible.check(page);
  }

  /** What the server answers, as it would be with two rounds in Pennsylvania on record. */
  private static void withRounds(Route route) {
    APIResponse answer = route.fetch();
    String status =
        answer
            .text()
            .replace("\"rounds\" : 0", "\"rounds\" : 2")
            .replace("\"risk\" : 1.0", "\"risk\" : 0.32")
            .replaceFirst(
                "\"course\" : \\[ ]",
                "\"course\" : [ {\"cards\":400,\"risk\":0.55,\"unit\":\"PA\"},"
                    + " {\"cards\":900,\"risk\":0.32,\"unit\":\"PA\"} ]")
            .replaceFirst(
                "(\"unit\" : \"PA\",[^}]*?\"cards\" : )0([^}]*?\"evidence\" : )1\\.0", "$1900$23.1")
            .replace(
                "\"state\" : \"none\",\n    \"evidence\" : 3.1",
                "\"state\" : \"some\",\n    \"evidence\" : 3.1");
    route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(status));
  }

  @Test
  void while_a_majority_is_open_each_way_is_a_column_and_a_figure_gives_a_place_unless_turned_off()
      throws IOException {
    Page page = Site.at(ROOM + "?" + EVENING);
    assertThat(page.locator("h1")).containsText("30 of 32 ways lead to Biden, 2 to Trump.");
    assertThat(page.locator("h1")).containsText("264 to 214 called, 60 electors open.");
    assertThat(page.locator(".everyway .way")).hasCount(32);
    assertThat(page.locator(".open"))
        .containsText("any one of: Pennsylvania; Georgia; North Carolina; Nevada");
    assertThat(page.locator(".open")).containsText("Biden 306 and Trump 232");
    page.keyboard().press("1");
    assertThat(page.locator(".everyway .out")).hasCount(16);
    page.keyboard().press("1");
    page.keyboard().press("4");
    page.keyboard().press("4");
    assertThat(page.locator(".supposed"))
        .hasText(
            "If Pennsylvania goes to Trump and Nevada goes to Trump: 6 of 8 ways lead to Biden, 2"
                + " to Trump.");
    page.keyboard().press("0");
    assertThat(page.locator(".everyway .out")).hasCount(0);
    page.getByLabel("Single letters and figures are commands").uncheck();
    page.keyboard().press("1");
    page.reload();
    assertThat(page.getByLabel("Single letters and figures are commands")).not().isChecked();
    page.keyboard().press("1");
    assertThat(page.locator(".everyway .out")).hasCount(0);
    page.locator(".gives button").nth(1).press("Enter");
    assertThat(page.locator(".supposed")).containsText("If Georgia goes to Biden: 16 of 16 ways");
    Accessible.check(page);
  }

  @Test
  void the_ways_fit_a_telephone_and_are_told_in_spanish() throws IOException {
    Page page = Site.at(320, 700, ColorScheme.DARK, ROOM + "?lang=es&" + EVENING);
    assertThat(page.locator("h1")).containsText("30 de 32 caminos llevan a Biden");
    assertThat(page.locator(".audit")).containsText("Si cada uno cae como está su recuento");
    Accessible.check(page);
  }

  @Test
  void on_a_telephone_and_in_spanish_nothing_is_cut_off() throws IOException {
    Page page = Site.at(320, 700, ColorScheme.LIGHT, ROOM + "?lang=es");
    assertThat(page.locator(".audit")).containsText("Lo que costaría");
    assertThat(page.locator(".audit")).containsText("El conjunto más débil");
    Accessible.check(page);
  }
}
