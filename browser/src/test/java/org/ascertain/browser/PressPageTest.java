package org.ascertain.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody has reports held against the record: one, and several beside each other. */
@ExtendWith(Site.class)
@Timeout(120)
class PressPageTest {

  private static final String REPORT =
      """
      December 16, 2020

      Biden defeated Trump 306-232. California's 54 electoral votes were cast for Biden. The votes were cast in the capitals of the states, and the weather was mild in most of them.

      Biden received about 81 million votes. The mayor, 61, spoke of "a day that will be remembered in the whole of the country for as long as there are people who vote", and went home.
      """;
  private static final String COPY = REPORT.replace("mild in most", "cold in most");
  private static final String OTHER =
      """
      December 16, 2020

      It rained in the west. The mayor called it a day that will be remembered in all of the country for as long as there are people who vote. Biden defeated Trump 306-232.
      """;

  @AfterEach
  void nothing_went_wrong_in_the_browser() {
    assertThat(Site.chromium().faults()).isEmpty();
  }

  private static FilePayload file(String name, byte[] bytes) {
    return new FilePayload(name, "text/plain", bytes);
  }

  private static void hand(Page page, String... texts) {
    FilePayload[] files = new FilePayload[texts.length];
    for (int i = 0; i < texts.length; i++)
      files[i] = file("report-%d.txt".formatted(i + 1), texts[i].getBytes(UTF_8));
    page.locator("input[type=file]").setInputFiles(files);
    assertThat(page.locator("textarea")).hasCount(texts.length);
  }

  private static void check(Page page) {
    page.locator("button.main").click();
    assertThat(page.locator("main[aria-busy=false] .judged")).isVisible();
  }

  /** What of a page is on the screen. */
  private static Locator seen(Page page, String selector) {
    return page.locator(".judged > section:not(.unshown) " + selector);
  }

  private static Page several() {
    Page page = Site.at("/check-text.html");
    hand(page, REPORT, COPY, OTHER);
    check(page);
    return page;
  }

  @Test
  void a_text_is_shown_as_it_came_with_a_number_at_each_claim() {
    Page page = Site.at("/check-text.html");
    page.locator("textarea").fill(REPORT);
    check(page);
    assertThat(page.locator("h2.word")).containsText("3 claims, 1 contradicted.");
    assertThat(page.locator(".txt"))
        .hasText(
            REPORT
                .strip()
                .replace("306-232", "306-2321")
                .replace("for Biden", "for Biden2")
                .replace("million votes", "million votes3"));
  }

  @Test
  void lines_differ_by_their_style() {
    Page page = Site.at("/check-text.html");
    page.locator("textarea").fill(REPORT);
    check(page);
    List<?> styles =
        (List<?>)
            page.locator(".key .cl")
                .evaluateAll("all => all.map(each => getComputedStyle(each).textDecorationStyle)");
    assertThat(styles).hasSize(4).doesNotHaveDuplicates();
    List<?> colours =
        (List<?>)
            page.locator(".key .cl")
                .evaluateAll("all => [...new Set(all.map(each => getComputedStyle(each).color))]");
    assertThat(colours).hasSize(1);
  }

  @Test
  void the_drawer_tells_the_entries_in_words_by_mouse_and_by_keyboard() throws IOException {
    Page page = Site.at("/check-text.html");
    page.locator("textarea").fill(REPORT);
    check(page);
    page.locator("h1").click();
    page.keyboard().press("j");
    Locator drawer = page.locator(".beside");
    assertThat(drawer.locator("h2")).hasText("supported");
    assertThat(drawer).containsText("1 of 3");
    assertThat(drawer.locator(".resting li").first()).containsText("14 Dec");
    page.keyboard().press("j");
    assertThat(drawer.locator("h2")).hasText("contradicted");
    assertThat(drawer).containsText("California's electors cast Biden 55.");
    assertThat(drawer).containsText("today: contradicted");
    page.keyboard().press("e");
    assertThat(drawer.locator("a").first()).isFocused();
    page.keyboard().press("Escape");
    assertThat(drawer).hasCount(0);
    assertThat(page.locator("#claim-0-1")).isFocused();
    page.keyboard().press("Enter");
    assertThat(drawer.locator("h2")).hasText("contradicted");
    Accessible.check(page);
  }

  @Test
  void several_texts_are_compared_and_a_claim_counts_once() throws IOException {
    Page page = several();
    assertThat(seen(page, "h2.word")).containsText("Texts 1 and 2 are one text in 2 copies.");
    assertThat(seen(page, "h2.word"))
        .containsText(
            "3 texts, 2 sources: 4 claims, 1 contradicted. A claim of a text and its copy counts once.");
    assertThat(seen(page, ".key b")).hasText(new String[] {"3", "1", "0", "0"});
    assertThat(seen(page, ".shares td b")).hasCount(3);
    assertThat(seen(page, ".shares td .note"))
        .hasText(new String[] {"one text", "wire or quotation", "wire or quotation"});
    assertThat(seen(page, ".lines del")).hasText("mild");
    assertThat(seen(page, ".lines ins")).hasText("cold");
    assertThat(seen(page, ".wordings li")).hasCount(2);
    assertThat(seen(page, ".wordings li > b")).hasText(new String[] {"1, 2", "3"});
    Locator claims = seen(page, ".once li");
    assertThat(claims.first())
        .containsText("“California's 54 electoral votes were cast for Biden”");
    assertThat(claims.first()).containsText("contradicted; in 1 and 2, 1 source");
    assertThat(claims.nth(1)).containsText("“Biden defeated Trump 306-232”");
    assertThat(claims.nth(1)).containsText("supported; in 1, 2 and 3, 2 sources");
    claims.first().locator("button").click();
    assertThat(page.locator(".beside h2")).hasText("contradicted");
    assertThat(page.locator("#claim-0-1")).hasAttribute("aria-pressed", "true");
    page.locator("h1").click();
    page.keyboard().press("3");
    assertThat(seen(page, "h2.word")).containsText("1 claim, none contradicted.");
    page.keyboard().press("0");
    assertThat(seen(page, ".shares")).isVisible();
    Accessible.check(page);
  }

  @Test
  void texts_are_dropped_added_and_taken_out() {
    Page page = Site.at("/check-text.html");
    page.evaluate(
        """
        () => {
          const files = new DataTransfer();
          for (const name of ['a.txt', 'b.txt']) files.items.add(new File(['Text of ' + name], name));
          document.querySelector('form').dispatchEvent(new DragEvent('drop', {dataTransfer: files, cancelable: true}));
        }
        """);
    assertThat(page.locator("textarea")).hasCount(2);
    assertThat(page.locator(".one label")).hasText(new String[] {"Text 1: a.txt", "Text 2: b.txt"});
    page.locator("form .row button").first().click();
    assertThat(page.locator("textarea")).hasCount(3);
    page.locator(".one button").nth(1).click();
    assertThat(page.locator("textarea")).hasCount(2);
    assertThat(page.locator("textarea").first()).hasValue("Text of a.txt");
    assertThat(page.locator("textarea").last()).hasValue("");
  }

  @Test
  void what_cannot_be_judged_is_told_and_what_was_typed_stays() {
    Page page = Site.at("/check-text.html");
    Locator told = page.locator("[role=status]");
    page.locator("button.main").click();
    assertThat(told).containsText("There is no text yet.");
    page.locator("textarea").fill("The electors voted for Biden.");
    page.locator("button.main").click();
    assertThat(told).containsText("Which day is the text of?");
    assertThat(page.locator("textarea")).hasValue("The electors voted for Biden.");
    page.locator("textarea").fill("x".repeat(100_001));
    page.locator("button.main").click();
    assertThat(told).containsText("100,001 bytes; the most is 100,000");
    page.locator("input[type=file]")
        .setInputFiles(file("report.docx", new byte[] {'P', 'K', 3, 4, 0, (byte) 0xff}));
    assertThat(told).containsText("report.docx is no plain text or HTML in UTF-8");
    page.locator("textarea").fill("The electors voted for Biden.");
    page.locator("#day").fill("2020-12-15");
    check(page);
    assertThat(told).hasText("");
    assertThat(page.locator("h2.word")).containsText("1 claim, none contradicted.");
  }

  @Test
  void one_text_of_several_that_cannot_be_judged_says_so_in_its_place() {
    Page page = Site.at("/check-text.html");
    hand(page, REPORT, "The electors voted for Biden.");
    check(page);
    page.locator("nav.texts button").last().click();
    assertThat(seen(page, ".trouble")).containsText("Which day is the text of?");
  }

  @Test
  void the_findings_are_given_as_claim_review() throws IOException {
    Page page = several();
    Download file = page.waitForDownload(() -> page.locator(".acts button").first().click());
    assertThat(file.suggestedFilename()).isEqualTo("claim-review.jsonld");
    assertThat(Files.readString(file.path()))
        .contains("\"@context\" : \"https://schema.org\"", "\"report-1.txt\"", "\"report-2.txt\"")
        .containsOnlyOnce("\"claimReviewed\" : \"Biden defeated Trump 306-232\"");
  }

  @Test
  void on_paper_stand_the_comparison_and_each_text_with_its_claims() {
    Page page = several();
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator("form")).isHidden();
    assertThat(page.locator(".shares")).isVisible();
    for (int i = 0; i < 3; i++) {
      assertThat(page.locator(".txt").nth(i)).isVisible();
      assertThat(page.locator(".report").nth(i)).isVisible();
    }
    assertThat(page.locator(".report").first())
        .containsText("contradicted: “California's 54 electoral votes were cast for Biden”");
  }

  @Test
  void on_a_phone_the_claim_stays_in_sight_above_the_drawer() {
    Page page = Site.chromium().phone();
    Site.go(page, "/check-text.html");
    hand(page, REPORT + "\n\n" + "The rain went on. ".repeat(60), COPY);
    check(page);
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    page.locator("nav.texts button").nth(1).tap();
    page.locator("#claim-0-2").tap();
    assertThat(page.locator(".beside")).isVisible();
    assertThat(
            (boolean)
                page.evaluate(
                    "document.querySelector('#claim-0-2').getBoundingClientRect().bottom <="
                        + " document.querySelector('.beside').getBoundingClientRect().top"))
        .isTrue();
  }
}
