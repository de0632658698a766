package org.ascertain.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * An election that has just begun is worked on by people at their screens, with the keyboard, and a
 * reader without an account sees what they record.
 */
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class ElectionByPeopleTest {

  /** Whether an entry shows, in milliseconds of the reader's own clock. */
  private static final String WATCH =
      """
      () => {
        window.shown = {};
        const look = () => { window.shown[document.querySelector('main')?.dataset.entries] ??= Date.now(); };
        new MutationObserver(look).observe(document.body, { attributes: true, childList: true, subtree: true });
        look();
      }
      """;

  /** What a phone took, under a name that would lead elsewhere: a picture of one point. */
  private static final FilePayload PICTURE =
      new FilePayload(
          "../../<b>Georgia</b>.png",
          "image/png",
          Base64.getDecoder()
              .decode(
                  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="));

  /** How many entries are durable, as those at the desk are told. */
  private static final String ENTRIES =
      "async () => (await (await"
          + " fetch('/api/elections/us-president-2028/changes')).json()).entries";

  /** Within a second, and three times that where all else of a build runs beside it. */
  private static final long MOST_WAIT = 3_000;

  @Test
  void a_certificate_is_typed_by_two_and_decided_by_a_third_and_a_call_takes_two() {
    try (DeskOfPeople desk = new DeskOfPeople()) {
      Page ada = desk.administrator("Ada");
      Page rita = desk.invite(ada, "Rita", "recorder");
      Page rolf = desk.invite(ada, "Rolf", "recorder");
      Page vera = desk.invite(ada, "Vera", "reviewer");
      Page reader = desk.reader("/" + DeskOfPeople.ELECTION);
      assertThat(reader.locator("main[aria-busy=false]")).isAttached();
      reader.evaluate(WATCH);
      List<Long> waits = new ArrayList<>();

      String paper = layOut(rita);
      type(rita, certificate("2461854"));
      done(rita);
      assertThat(rita.locator("h1")).containsText("typed once");
      assertThat(rolf.locator("nav")).containsText("Papers 1");

      rolf.navigate(desk.address() + paper);
      assertThat(rolf.locator("h1")).containsText("typed once");
      rolf.keyboard().press("Enter");
      assertThat(rolf.locator("h1")).containsText("second typing");
      assertThat(rolf.locator("main")).not().containsText("2,461,854");
      assertThat(rolf.locator("a-scan img")).isVisible();
      type(rolf, certificate("2461584"));
      done(rolf);
      assertThat(rolf.locator("h1")).containsText("Type 1 field");
      assertThat(rita.locator("h1")).containsText("Type 1 field");
      assertThat(rita.locator("main")).not().containsText("2,461,584");
      retype(rita, "2461854");
      retype(rolf, "2461584");

      vera.navigate(desk.address() + paper);
      assertThat(vera.locator("h1")).containsText("Decide 1 field");
      assertThat(vera.locator("a-scan img")).isVisible();
      assertThat(vera.locator(".choice")).containsText("2,461,854");
      assertThat(vera.locator(".choice")).containsText("2,461,584");
      vera.keyboard().press("1");
      assertThat(vera.locator(".choice")).containsText("chosen");
      vera.keyboard().press("Enter");
      assertThat(vera.locator("h1")).containsText("is recorded");
      waits.add(shown(reader, vera));
      assertThat(rita.locator("h1")).containsText("is recorded");

      String call = proposeCall(rita);
      assertThat(rita.locator("[data-act=approve]")).hasCount(0);
      vera.navigate(desk.address() + call);
      assertThat(vera.locator(".would.after")).containsText("Harris 16");
      assertThat(vera.locator("[data-act=approve] button")).isEnabled();
      vera.keyboard().press("a");
      vera.keyboard().press("Space");
      vera.keyboard().press("Enter");
      assertThat(vera.locator("h1")).containsText("recorded");
      waits.add(shown(reader, vera));
      assertThat(reader.locator("main")).containsText("16");

      String correction = proposeCorrection(rita, lastEntry(vera));
      vera.navigate(desk.address() + correction);
      vera.locator("[data-act=refuse] input").fill("the count stands");
      vera.keyboard().press("Enter");
      assertThat(vera.locator("h1")).containsText("refused");
      assertThat(rita.locator("h1")).containsText("the count stands");
      assertThat(reader.locator("main")).containsText("16");
      assertThat(waits).as("ms to a reader, by act").allMatch(each -> each < MOST_WAIT);
      assertThat(desk.faults()).isEmpty();
    }
  }

  /** The address of Georgia's certificate, laid out to be typed. */
  private static String layOut(Page page) {
    goTo(page, "p", "papers");
    Locator form = page.locator("form[aria-label='Lay out a paper']");
    form.locator("[name=unit]").selectOption("GA");
    form.locator("[name=source]").fill("Certificate of Georgia");
    form.locator("[type=file]").setInputFiles(PICTURE);
    form.locator("button").click();
    assertThat(page.locator("h1")).containsText("nobody has typed it");
    page.locator("h1").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("h1")).containsText("first typing");
    return page.evaluate("() => location.pathname").toString();
  }

  private static Map<String, String> certificate(String trump) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("/at", "20261120");
    fields.put("/votes/harris", "2473633");
    fields.put("/votes/trump", trump);
    fields.put("/other", "64473");
    fields.put("/authority", "Secretary of State");
    return fields;
  }

  /**
   * Types as a typist does: each field, then Enter; fields that the paper lacks are passed over.
   */
  private static void type(Page page, Map<String, String> fields) {
    assertThat(page.locator(".field input").first()).isFocused();
    int all = page.locator(".field input").count();
    for (int i = 0; i < all; i++) {
      String path = page.evaluate("() => document.activeElement.name").toString();
      page.keyboard().type(fields.getOrDefault(path, ""));
      page.keyboard().press("Enter");
    }
  }

  /** Says that it is done; where a check asks, why it stands all the same. */
  private static void done(Page page) {
    assertThat(page.locator("a-typing button.act")).isFocused();
    page.keyboard().press("Enter");
    Locator remark = page.locator("[name=remark]");
    assertThat(remark.or(page.locator("main:not(:has(a-typing))"))).isVisible();
    if (remark.count() == 0) return;
    remark.fill("as the paper has it");
    page.keyboard().press("Enter");
    assertThat(page.locator("a-typing")).hasCount(0);
  }

  private static void retype(Page page, String text) {
    assertThat(page.locator(".field input")).isFocused();
    page.keyboard().type(text);
    page.keyboard().press("Enter");
    page.keyboard().press("Enter");
    assertThat(page.locator("a-differing")).hasCount(0);
  }

  private static String proposeCall(Page page) {
    goTo(page, "c", "calls");
    Locator form = page.locator("form[aria-label='Propose a call']");
    form.locator("[name=unit]").selectOption("GA");
    form.locator("[name=who]").selectOption("harris");
    form.locator("[name=reason]").fill("the last counties are in");
    page.keyboard().press("Enter");
    assertThat(page.locator("a-approving h1")).containsText("Georgia");
    return page.evaluate("() => location.pathname").toString();
  }

  private static String proposeCorrection(Page page, String entry) {
    goTo(page, "c", "calls");
    page.locator("[name=entry]").fill(entry);
    page.keyboard().press("Enter");
    page.locator("[name='/for']").fill("trump");
    Locator form = page.locator("form.door[aria-label='Put an entry right, or take it back']");
    form.locator("[name=reason]").fill("the wrong name");
    form.locator("[value=mend]").click();
    assertThat(page.locator("a-approving h1")).containsText("Georgia");
    return page.evaluate("() => location.pathname").toString();
  }

  private static String lastEntry(Page page) {
    return page.locator("h1").innerText().replaceAll("(?s).*entry (\\d+).*", "$1");
  }

  private static void goTo(Page page, String letter, String room) {
    page.locator("h1").focus();
    page.keyboard().press("g");
    page.keyboard().press(letter);
    assertThat(page.locator("a-" + room + " h1")).isVisible();
  }

  /** How long after somebody's act a reader sees an entry more, in milliseconds. */
  private static long shown(Page reader, Page actor) {
    double now = (double) actor.evaluate("() => Date.now() + 0.5");
    String entries = actor.evaluate(ENTRIES).toString();
    reader.waitForFunction("n => window.shown[n]", entries);
    double at = ((Number) reader.evaluate("n => window.shown[n]", entries)).doubleValue();
    return Math.max(0, Math.round(at - now));
  }
}
