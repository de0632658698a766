package org.ascertain.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Two people type papers of twenty fields apart, with slips planted by a seed: every field in which
 * they slipped unlike is found, and no other; and a paper costs at most 22 key strokes beyond what
 * it says.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class HundredPapersTest {

  private static final int PAPERS = Integer.getInteger("ascertain.papers", 100);
  private static final long SEED = 14;

  /** So many that a certificate has 20 fields: day, a number each, others, total, authority. */
  private static final int TICKETS = 16;

  private static final int FIELDS = 20;
  private static final int MOST_STROKES = 22;
  private static final List<String> YEARS = List.of("2028", "2032");

  /** One of them is whom the law of each state names, so that no check asks why another signed. */
  private static final String AUTHORITIES = "Elections Board, Secretary, Governor";

  private static final String COUNT =
      """
      () => {
        window.strokes = 0;
        addEventListener('keydown', (event) => { if (event.key.length > 1) window.strokes++; }, true);
      }
      """;

  private static final String GO =
      "path => { history.pushState(null, '', path); dispatchEvent(new PopStateEvent('popstate'));"
          + " }";

  private final Random random = new Random(SEED);

  @Test
  void every_planted_slip_is_found_unless_both_slipped_alike() {
    try (DeskOfPeople desk = DeskOfPeople.ofTickets(TICKETS, YEARS.toArray(String[]::new))) {
      Page ada = desk.administrator("Ada");
      Page rita = desk.invite(ada, "Rita", "recorder");
      Page rolf = desk.invite(ada, "Rolf", "recorder");
      for (Page page : List.of(rita, rolf)) page.evaluate(COUNT);
      int unlike = 0;
      int alike = 0;
      for (int paper = 0; paper < PAPERS; paper++) {
        List<String> first = figures();
        List<String> second = new ArrayList<>(first);
        boolean isFound = false;
        if (random.nextInt(3) == 0) {
          int field = 1 + random.nextInt(TICKETS);
          second.set(field, slipped(first.get(field)));
          isFound = random.nextInt(5) > 0;
          if (!isFound) first.set(field, second.get(field));
          if (isFound) unlike++;
          else alike++;
        }
        String address = layOut(rita, paper);
        boolean byKey = paper % 10 == 0;
        assertThat(typed(rita, first, byKey)).isLessThanOrEqualTo(MOST_STROKES);
        assertThat(rita.locator("h1")).containsText("typed once");
        rolf.evaluate(GO, address);
        assertThat(typed(rolf, second, byKey)).isLessThanOrEqualTo(MOST_STROKES);
        Locator head = rolf.locator("h1");
        if (isFound) assertThat(head).containsText("Type 1 field");
        else assertThat(head).containsText("is recorded");
      }
      assertThat(unlike).isGreaterThan(PAPERS / 8);
      assertThat(alike).isPositive();
      assertThat(desk.faults()).isEmpty();
    }
  }

  /** What a certificate says: its total is not on it. */
  private List<String> figures() {
    List<String> figures = new ArrayList<>();
    figures.add("20261120");
    for (int ticket = 0; ticket <= TICKETS; ticket++)
      figures.add(Integer.toString(random.nextInt(10_000)));
    figures.add("");
    figures.add(AUTHORITIES);
    return figures;
  }

  /** Two digits exchanged, or, where they are alike, one too many. */
  private static String slipped(String text) {
    String exchanged = new StringBuilder(text).reverse().toString();
    return exchanged.equals(text) || exchanged.startsWith("0") ? text + "0" : exchanged;
  }

  /** A paper of another state each time, and the address at which it is typed. */
  private static String layOut(Page page, int paper) {
    String year = YEARS.get(paper % YEARS.size());
    page.evaluate(GO, "/desk/us-president-%s/papers".formatted(year));
    Locator form = page.locator("form[aria-label='Lay out a paper']");
    assertThat(form.locator("[name=unit] option")).hasCount(51);
    form.locator("[name=unit]").selectOption(new SelectOption().setIndex(paper / 2));
    form.locator("button").click();
    assertThat(page.locator("h1")).containsText("nobody has typed it");
    return page.evaluate("() => location.pathname").toString();
  }

  /**
   * Takes the paper, types it and is done.
   *
   * @param byKey digit by digit; else each field at a stroke, which is much less work
   * @return the key strokes that were no digit or letter of the paper
   */
  private static int typed(Page page, List<String> figures, boolean byKey) {
    assertThat(page.locator("a-papers > .acts button")).isVisible();
    page.locator("h1").focus();
    page.evaluate("() => { window.strokes = 0; }");
    page.keyboard().press("Enter");
    assertThat(page.locator(".field input").first()).isFocused();
    assertThat(page.locator(".field input")).hasCount(FIELDS);
    for (String figure : figures) {
      if (byKey) page.keyboard().type(figure);
      else page.keyboard().insertText(figure);
      page.keyboard().press("Enter");
    }
    assertThat(page.locator("a-typing button.act")).isFocused();
    page.keyboard().press("Enter");
    Locator remark = page.locator("[name=remark]");
    assertThat(remark.or(page.locator("main:not(:has(a-typing))"))).isVisible();
    if (remark.count() > 0) { // where a check asks, why it stands is typed at once, and counts
      assertThat(remark).isFocused();
      page.keyboard().type("so it stands");
      page.keyboard().press("Enter");
    }
    assertThat(page.locator("a-typing")).hasCount(0);
    return (int) page.evaluate("() => window.strokes");
  }
}
