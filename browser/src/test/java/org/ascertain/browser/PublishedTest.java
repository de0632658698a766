package org.ascertain.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The page as plain files, from a file server that knows nothing of elections. */
@ExtendWith(Site.class)
class PublishedTest {

  @Test
  void a_published_election_is_read_from_any_file_server(@TempDir Path folder) {
    RunningServer.run("publish", "2020", "--to", folder.toString());
    HttpServer files =
        SimpleFileServer.createFileServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            folder.toAbsolutePath(),
            SimpleFileServer.OutputLevel.NONE);
    files.start();
    Page page = Site.chromium().page(1280, 900);
    try {
      read(page, "http://localhost:" + files.getAddress().getPort());
    } finally {
      page.context().close();
      files.stop(0);
    }
    assertThat(Site.chromium().faults()).isEmpty();
  }

  private static void read(Page page, String address) {
    List<String> elsewhere = new ArrayList<>();
    page.onRequest(
        request -> {
          String url = request.url();
          boolean own = url.startsWith(address) || url.startsWith("data:");
          if (!own || url.contains("/api/")) elsewhere.add(url);
        });
    page.navigate(address + "/us-president-2020/");
    assertThat(page.locator("h1")).containsText("Electors have voted: Biden 302, Trump 232.");
    assertThat(page.locator("svg.map [role=button]").first()).isVisible();
    page.locator(".axis input").press("End");
    assertThat(page.locator("h1")).containsText("Congress has declared: Biden 306, Trump 232.");
    page.locator("h1 a").first().click();
    assertThat(page.locator("dialog[open]")).containsText("This is a published copy");
    page.keyboard().press("Escape");
    page.locator("nav").getByText("Challenges").click();
    assertThat(page.locator(".rows tbody tr").first()).isVisible();
    page.locator("nav").getByText("Law").click();
    assertThat(page.locator(".rows")).containsText("VOTE.XII");
    page.locator("nav").getByText("Record").click();
    assertThat(page.locator(".rows tbody tr").first()).isVisible();
    page.locator("nav").getByText("All elections").click();
    assertThat(page.locator(".wall li")).hasCount(1);
    page.navigate(address + "/embed/us-president-2020/ladder/?at=2020-11-24");
    assertThat(page.locator(".rung.now")).containsText("AP");
    assertThat(elsewhere).isEmpty();
  }
}
