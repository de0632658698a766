package org.ascertain.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Somebody has been told, and checks in a browser what the notice rests on. */
@ExtendWith(Site.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class NoticePageTest {

  /** Of a day that is past: what is dated ahead of the clock turns no watch yet. */
  private static final String RECORD =
      """
      {"fact":"election","at":"2020-11-03","source":{"id":"s","title":"Test"},"election":"us-president-2020","year":2020,\
      "candidates":[{"id":"script","name":"Script"},{"id":"plain","name":"Ann"}],\
      "tickets":[{"id":"script","president":"script"},{"id":"plain","president":"plain"}]}
      {"fact":"returns","at":"2020-11-03T20:00:00-05:00","source":"s","unit":"VT","votes":{"script":7,"plain":5}}
      """;

  private RunningServer server;
  private String data;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    data = folder.resolve("data").toString();
    Path record = Files.writeString(folder.resolve("2020.jsonl"), RECORD);
    RunningServer.runCommandLine("import", "us-president-2020", record.toString(), "--data", data);
    server = RunningServer.start("--port", "0", "--data", data);
  }

  @AfterAll
  void end() {
    server.close();
  }

  /** A watch on what holds already, so that there is a turn at once; gives its page. */
  private Page told(Page page, String language) {
    page.navigate(server.address() + "/watch.html?election=2020&lang=" + language);
    page.locator("[name=condition]").fill("leads(VT)");
    page.keyboard().press("Enter");
    page.locator("[name=kind][value=none]").check();
    page.locator(".tell button").click();
    page.locator("a[href^='/watch.html'][href*='#']").click();
    return page;
  }

  @Test
  void a_notice_is_a_page_that_checks_its_proof_in_the_browser() throws IOException {
    Page page = told(Site.chromium().page(1280, 900, ColorScheme.LIGHT), "en");
    page.locator(".turns li a[href^='#notice=']").click();
    assertThat(page.locator("h1")).containsText("On, for");
    assertThat(page.locator("h1"))
        .containsText("Its entries stand in the record of its checkpoint.");
    assertThat(page.locator("dl")).containsText("it held when the watch was made");
    page.keyboard().press("w");
    assertThat(page.locator(".turns li")).hasCount(1);
    page.goBack();
    assertThat(page.locator(".rests li")).hasCount(1);
    assertThat(page.locator(".halves summary").first()).hasText("✓ Entry 1 stands in the record");
    page.locator(".halves summary").first().click();
    assertThat(page.locator(".path")).containsText("root");
    page.locator(".key-of").fill("no key");
    page.keyboard().press("Enter");
    assertThat(page.getByText("✗ This is no verifier key.")).isVisible();
    page.locator(".key-of").fill(key());
    page.keyboard().press("Enter");
    assertThat(page.getByText("✓ Signed by the holder of this key.")).isVisible();
    assertThat(page.locator(".foot [data-key=d]")).hasAttribute("download", "notice.json");
    page.locator("h1").click();
    page.keyboard().press("?");
    assertThat(page.getByText("Single letters and figures are commands")).isVisible();
    Accessible.check(page);
  }

  @Test
  void a_notice_that_was_altered_is_told_as_such_in_either_language_on_a_small_screen()
      throws IOException {
    Page page = told(Site.chromium().page(320, 700, ColorScheme.DARK), "es");
    String link = page.locator(".turns li a[href^='#notice=']").getAttribute("href");
    String notice =
        page.request().get(server.address() + "/api/notices/" + link.replaceAll(".*=", "")).text();
    page.locator(".turns li a[href='" + link + "']").click();
    assertThat(page.locator("h1"))
        .containsText("Sus asientos están en el registro de su punto de control.");
    page.getByText("Comprobar otro").click();
    page.locator("input[type=file]")
        .setInputFiles(
            new FilePayload(
                "notice.json",
                "application/json",
                notice.replace("script\\\":7", "script\\\":8").getBytes(UTF_8)));
    assertThat(page.locator("h1")).containsText("Su prueba no concuerda.");
    assertThat(page.locator(".halves summary").first()).containsText("✗");
    Accessible.check(page);
  }

  /** The key by which the log of the election is signed, as people who want to check it ask. */
  private String key() {
    return RunningServer.said("log", "us-president-2020", "--data", data, "--vkey").strip();
  }
}
