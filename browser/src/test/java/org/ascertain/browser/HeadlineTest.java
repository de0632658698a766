package org.ascertain.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The page's own headline names the stage that the server's does, in all 60 elections: at each
 * moment at which a majority is only implied, and at which one begins by a fact of its own. Of the
 * server's it is shown that no implied majority leads it; so none leads the page's.
 */
@ExtendWith(Site.class)
class HeadlineTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern TITLE = Pattern.compile("<title>([^<:]*):");
  private static final Pattern ID = Pattern.compile("us-president-\\d{4}");

  /** Moments of an election that are looked at, those of implied majorities first. */
  private static final int MOST_MOMENTS = 6;

  /**
   * Goes to another moment as the browser's back and forward do, without loading the page again.
   */
  private static final String GO =
      "address => { history.pushState({}, '', address); dispatchEvent(new PopStateEvent('popstate')); }";

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  @Timeout(value = 6, unit = TimeUnit.MINUTES) // of a machine that is busy
  void the_page_leads_with_the_stage_that_the_server_leads_with() throws Exception {
    List<String> differences = new ArrayList<>();
    int asked = 0;
    Page page = Site.at("/us-president-1788");
    try {
      for (String id : elections()) {
        Site.go(page, "/" + id);
        for (String address : addresses(id)) {
          String due = stage(address);
          page.evaluate(GO, address);
          if (!becomes(page, due)) differences.add(address + ": " + page.title() + ", not " + due);
          asked++;
        }
      }
    } finally {
      page.context().close();
    }
    assertThat(differences).isEmpty();
    assertThat(asked).as("moments").isGreaterThan(200);
    assertThat(Site.chromium().faults()).isEmpty();
  }

  private static boolean becomes(Page page, String due) {
    try {
      page.waitForFunction("due => document.title.startsWith(due + ':')", due);
      return true;
    } catch (PlaywrightException late) {
      return false;
    }
  }

  private List<String> elections() throws IOException, InterruptedException {
    return ID.matcher(get("/api/elections"))
        .results()
        .map(each -> each.group())
        .distinct()
        .filter(id -> id.compareTo("us-president-2028") < 0)
        .toList();
  }

  /** Of a moment of each majority, and of the moment after it. */
  private List<String> addresses(String id) throws IOException, InterruptedException {
    JsonNode story = JSON.readTree(get("/api/elections/" + id + "/story"));
    TreeSet<Long> implied = new TreeSet<>();
    TreeSet<Long> own = new TreeSet<>();
    for (JsonNode majority : story.get("majorities"))
      (majority.has("implied") ? implied : own).add(majority.get("sinceMs").asLong());
    List<Long> moments = new ArrayList<>(implied);
    own.stream().filter(each -> !implied.contains(each)).forEach(moments::add);
    return moments.stream()
        .limit(MOST_MOMENTS)
        .map(ms -> "/" + id + "?at=" + Instant.ofEpochMilli(ms))
        .toList();
  }

  /** "2020 voted", as the server's title begins. */
  private String stage(String address) throws IOException, InterruptedException {
    Matcher title = TITLE.matcher(get(address));
    assertThat(title.find()).as(address).isTrue();
    return title.group(1);
  }

  private String get(String address) throws IOException, InterruptedException {
    return http.send(
            HttpRequest.newBuilder(URI.create(Site.server().address() + address)).build(),
            BodyHandlers.ofString())
        .body();
  }
}
