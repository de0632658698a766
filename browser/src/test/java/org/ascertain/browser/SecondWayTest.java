package org.ascertain.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Signing in by a provider, in a browser that keeps cookies as browsers do. */
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class SecondWayTest {

  private static final Path PICTURES = Path.of("target", "screenshots");

  @Test
  void who_is_tied_comes_in_from_another_site_and_who_is_not_learns_what_to_ask_for() {
    try (KnowingProvider provider = new KnowingProvider();
        DeskOfPeople desk = DeskOfPeople.withProvider(provider.issuer())) {
      Page ada = desk.administrator("Ada");
      Page rita = desk.invite(ada, "Rita", "recorder");
      rita.getByText("Sign out", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(rita.locator("h1")).containsText("Nobody is signed in");

      provider.subject = "rita-7";
      Locator second = rita.getByText("Sign in by 127.0.0.1");
      second.focus();
      rita.keyboard().press("Enter");
      assertThat(rita.locator("a-door")).containsText("knows you as rita-7");
      assertThat(rita.locator("h1")).containsText("Nobody is signed in");
      picture(rita, "desk-second-way-untied.png");

      ada.getByLabel("Change Rita").click();
      Locator tying = ada.locator("form[aria-label='Second way in of Rita']");
      tying.locator("[name=subject]").fill("rita-7");
      tying.getByLabel("Your password again").fill(DeskOfPeople.PASSWORD);
      tying.locator("button.act").click();
      assertThat(ada.locator("main")).containsText("signs in by the provider too, as rita-7");
      picture(ada, "desk-second-way-tied.png");

      rita.navigate(desk.address() + "/desk/" + DeskOfPeople.ELECTION + "/papers");
      rita.getByText("Sign in by 127.0.0.1").click();
      assertThat(rita.locator(".me")).containsText("recorder");
      assertThat(rita).hasURL(Pattern.compile(".*/desk/" + DeskOfPeople.ELECTION + "/papers"));
      rita.reload();
      assertThat(rita.locator(".me")).containsText("recorder");
      assertThat(desk.faults()).isEmpty();
    }
  }

  @Test
  void where_no_provider_is_named_there_is_one_way_in() {
    try (DeskOfPeople desk = new DeskOfPeople()) {
      Page reader = desk.reader("/desk#way=untied");
      assertThat(reader.getByLabel("Password")).isVisible();
      assertThat(reader.locator("a-door button")).hasCount(1);
      assertThat(reader.locator("main")).not().containsText("knows you");
      assertThat(desk.faults()).isEmpty();
    }
  }

  private static void picture(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name)).setFullPage(true));
  }
}
