package org.ascertain.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * An election night is rehearsed by people: what is kept aside is decided, and what is seen frozen.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class RehearsalByPeopleTest {

  private static final int SPEED = 3_000;
  private static final String STRAW = "rgb(246, 238, 211)";

  /** Long enough for a row that waits, and for a page that asks now and then. */
  private static final double PATIENCE = 60_000;

  private final DeskOfPeople desk = DeskOfPeople.rehearsing(SPEED);
  private final Page ada = desk.administrator("Ada");
  private final Page rita = desk.invite(ada, "Rita", "recorder");
  private final Page vera = desk.invite(ada, "Vera", "reviewer");

  @AfterAll
  void close() {
    assertThat(desk.faults()).isEmpty();
    desk.close();
  }

  private static void go(Page page, String letter, String room) {
    page.locator("h1").focus();
    page.keyboard().press("g");
    page.keyboard().press(letter);
    assertThat(page.locator("a-" + room + " h1")).isVisible();
  }

  @Test
  void a_kept_row_is_claimed_and_left_out_by_keyboard_and_the_score_tells() {
    assertThat(vera.locator(".reh")).containsText("REHEARSAL");
    assertThat(vera).hasTitle(Pattern.compile("^REHEARSAL.*"));
    assertThat(vera.locator("html")).hasCSS("background-color", STRAW);
    go(vera, "k", "kept");
    assertThat(vera.locator("h1"))
        .containsText(
            "kept aside.", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
    assertThat(vera.locator("[data-at]")).isVisible();
    vera.locator("h1").focus();
    vera.keyboard().press("j");
    vera.locator("h1").focus();
    vera.keyboard().press("c");
    assertThat(vera.locator("[data-at]")).containsText(Pattern.compile("claimed by|overtaken"));
    vera.locator("h1").focus();
    vera.keyboard().press("d");
    assertThat(vera.locator(".deciding input")).isFocused();
    vera.keyboard().type("the wire says it was a slip");
    vera.keyboard().press("Enter");
    assertThat(vera.locator("main [role=status]").first()).containsText("discarded");
    go(vera, "r", "rehearse");
    assertThat(vera.locator("h1")).containsText("planted faults");
  }

  @Test
  void each_typist_is_told_how_they_typed_and_who_administers_is_told_of_all() {
    go(rita, "p", "papers");
    Locator form = rita.locator("form[aria-label='Lay out a paper']");
    form.locator("[name=unit]").selectOption("GA");
    form.locator("button").click();
    assertThat(rita.locator("h1")).containsText("nobody has typed it");
    rita.locator("h1").focus();
    rita.keyboard().press("Enter");
    assertThat(rita.locator(".field input").first()).isFocused();
    String[] figures = {"20201120", "2473633", "2461854"};
    int all = rita.locator(".field input").count();
    for (int i = 0; i < all; i++) {
      String path = rita.evaluate("() => document.activeElement.name").toString();
      if (i < figures.length) rita.keyboard().type(figures[i]);
      else if (path.equals("/authority")) rita.keyboard().type("Secretary of State");
      rita.keyboard().press("Enter");
    }
    rita.keyboard().press("Enter");
    Locator remark = rita.locator("[name=remark]");
    assertThat(remark.or(rita.locator("main:not(:has(a-typing))"))).isVisible();
    if (remark.count() > 0) {
      rita.keyboard().type("as the paper has it");
      rita.keyboard().press("Enter");
    }
    assertThat(rita.locator("h1")).containsText("typed once");
    go(rita, "r", "rehearse");
    Locator own = rita.locator("a-rehearse table.figures tbody tr");
    assertThat(own).hasCount(1);
    assertThat(own.locator("td").nth(1)).hasText("1");
    ada.reload();
    ada.locator("nav a", new Page.LocatorOptions().setHasText("Rehearse")).click();
    assertThat(ada.locator("a-rehearse table.figures tbody tr")).hasCount(1);
    go(vera, "r", "rehearse");
    assertThat(vera.locator("h1")).containsText("planted faults");
    assertThat(vera.locator("a-rehearse table.figures")).hasCount(0);
  }

  @Test
  void what_readers_see_stands_still_by_two_and_they_are_told_why() {
    Page reader = desk.reader("/us-president-2020");
    go(rita, "h", "holds");
    rita.locator("a-holds [name=reason]").last().fill("two wires disagree");
    rita.keyboard().press("Enter");
    assertThat(rita.locator("h1")).containsText("asks that what the public sees stand still");
    go(vera, "h", "holds");
    vera.getByText("Agree: from now on it stands still").click();
    assertThat(vera.locator("h1")).containsText("stands still since");
    assertThat(rita.locator("h1")).containsText("two wires disagree");
    Locator word = reader.locator(".stopped");
    assertThat(word)
        .containsText(
            "two wires disagree", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
    assertThat(word).containsText("Frozen at");
    vera.getByText("End it").click();
    assertThat(vera.locator("h1")).containsText("the public sees everything");
    assertThat(word).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
    reader.context().close();
  }
}
