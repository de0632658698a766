package org.ascertain.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People come in by the link of the terminal and by invitations, and go out again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class PeopleTest {

  private static final Path AXE = Path.of("..", "web", "node_modules", "axe-core", "axe.min.js");
  private static final Path PICTURES = Path.of("target", "screenshots");

  private final DeskOfPeople desk = new DeskOfPeople();
  private Page ada = desk.administrator("Ada");
  private Page vera = desk.invite(ada, "Vera", "reviewer");

  @BeforeAll
  void makeFolder() throws IOException {
    Files.createDirectories(PICTURES);
  }

  @AfterAll
  void close() {
    desk.close();
  }

  @AfterEach
  void nothingIsComplainedOf() {
    assertThat(desk.faults()).isEmpty();
  }

  private static void signIn(Page page, String name, String password) {
    page.getByLabel("Name").fill(name);
    page.getByLabel("Password").fill(password);
    page.keyboard().press("Enter");
  }

  @Test
  void the_link_of_the_terminal_is_good_once() {
    assertThat(ada.locator("h1")).containsText("can sign in");
    Page again = desk.chromium().page(1280, 900);
    again.navigate(desk.firstLink());
    again.getByLabel("Name").fill("Mallory");
    again.getByLabel("New password").fill(DeskOfPeople.PASSWORD);
    again.keyboard().press("Enter");
    assertThat(again.locator(".refusal")).containsText("was used, or has expired");
    again.context().close();
  }

  @Test
  void a_password_that_is_too_short_is_refused_where_it_was_typed() {
    String link = DeskOfPeople.invitation(ada, "Shorty", "recorder");
    Page page = desk.chromium().page(1280, 900);
    page.navigate(link);
    page.getByLabel("Name").fill("Shorty");
    page.getByLabel("New password").fill("short");
    page.keyboard().press("Enter");
    assertThat(page.locator("[role=alert]")).containsText("13 characters");
    assertThat(page.getByLabel("Name")).hasValue("Shorty");
    page.context().close();
  }

  @Test
  void who_signs_out_everywhere_is_signed_out_where_else_they_were() {
    Page here = desk.invite(ada, "Rolf", "recorder");
    Page there = desk.reader("/desk");
    signIn(there, "Rolf", DeskOfPeople.PASSWORD);
    assertThat(there.locator(".me")).containsText("recorder");
    here.getByText("Sign out everywhere").click();
    assertThat(here.locator("h1")).containsText("Nobody is signed in");
    assertThat(there.locator("a-door[again]")).containsText("Your session is over");
    assertThat(there.locator("a-attention h1")).isVisible();
    signIn(there, "Rolf", DeskOfPeople.PASSWORD);
    assertThat(there.locator("a-door")).hasCount(0);
    there.getByText("Sign out", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(there.locator("h1")).containsText("Nobody is signed in");
    there.reload();
    assertThat(there.locator("h1")).containsText("Nobody is signed in");
    here.context().close();
    there.context().close();
  }

  @Test
  void a_session_outlives_the_servers_death_and_one_that_was_ended_does_not_come_back() {
    Page rita = desk.invite(ada, "Rita", "recorder");
    rita.getByText("Sign out", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(rita.locator("h1")).containsText("Nobody is signed in");
    desk.dieAndStartAgain();
    vera.reload();
    assertThat(vera.locator(".me")).containsText("reviewer");
    rita.reload();
    assertThat(rita.locator("h1")).containsText("Nobody is signed in");
    ada.reload();
    assertThat(ada.locator("a-people h1")).isVisible();
    rita.context().close();
  }

  @Test
  void an_administrator_sees_no_screen_on_which_something_is_typed_or_approved() {
    List<String> rooms = ada.locator("nav a").allInnerTexts();
    assertThat(rooms).containsExactly("People", "Trail");
    assertThat(vera.locator("nav a").allInnerTexts()).doesNotContain("People");
  }

  @Test
  void a_token_is_told_once_and_taken_back() {
    Locator form = ada.locator("form[aria-label='New token']");
    form.getByLabel("label").fill("county feed");
    form.locator("button").click();
    assertThat(form.locator(".refusal")).containsText("password again");
    form.getByLabel("Your password again").fill(DeskOfPeople.PASSWORD);
    form.locator("button").click();
    assertThat(ada.locator("a-tokens .once")).containsText("county feed");
    assertThat(ada.locator("a-tokens .once output").innerText()).startsWith("asc_");
    ada.getByLabel("Revoke county feed").click();
    ada.getByText("Revoke it").click();
    assertThat(ada.locator("a-tokens tr.soft")).containsText("revoked");
  }

  @Test
  void other_roles_end_the_session_of_whoever_gets_them() {
    Page olga = desk.invite(ada, "Olga", "recorder");
    ada.getByLabel("Change Olga").click();
    ada.locator("form[aria-label='Roles of Olga'] [value=auditor]").check();
    ada.locator("form[aria-label='Roles of Olga'] button").click();
    assertThat(olga.locator("a-door[again]")).isVisible();
    signIn(olga, "Olga", DeskOfPeople.PASSWORD);
    assertThat(olga.locator(".me")).containsText("auditor");
    olga.context().close();
  }

  @ParameterizedTest
  @CsvSource({
    "attention, 1280, LIGHT, en",
    "attention, 320, DARK, es",
    "kept, 320, LIGHT, en",
    "papers, 1280, DARK, es",
    "papers, 320, LIGHT, es",
    "calls, 1280, LIGHT, en",
    "calls, 320, DARK, es",
    "holds, 320, LIGHT, es",
  })
  void screens_fit_their_window_and_break_no_rule_of_axe(
      String room, int width, ColorScheme scheme, String language) throws IOException {
    check(vera, room, width, scheme, language);
  }

  @ParameterizedTest
  @CsvSource({
    "people, 1280, LIGHT, en",
    "people, 320, DARK, es",
    "trail, 320, LIGHT, es",
    "trail, 1280, DARK, en"
  })
  void screens_of_administrators_fit_too(
      String room, int width, ColorScheme scheme, String language) throws IOException {
    check(ada, room, width, scheme, language);
  }

  private void check(Page page, String room, int width, ColorScheme scheme, String language)
      throws IOException {
    page.setViewportSize(width, 900);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    page.navigate(
        desk.address() + "/desk/%s/%s?lang=%s".formatted(DeskOfPeople.ELECTION, room, language));
    assertThat(page.locator("a-" + room + " h1")).isVisible();
    String name = "desk-%s-%d-%s-%s.png".formatted(room, width, scheme, language);
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name)).setFullPage(true));
    assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
        .as(name)
        .isEqualTo(width);
    page.evaluate(Files.readString(AXE));
    @SuppressWarnings("unchecked")
    List<String> broken =
        (List<String>)
            page.evaluate(
                """
                async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }))
                  .violations.flatMap(v => v.nodes.slice(0, 4).map(n => v.id + ': ' + n.target.join(' ')))\
                """);
    assertThat(broken).as(name).isEmpty();
    page.setViewportSize(1280, 900);
    page.navigate(desk.address() + "/desk");
  }
}
