package org.ascertain.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.ascertain.election.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shared link has a title, a text and a picture, of the moment that it names. */
@QuarkusTest
class LinkPreviewTest {

  private static final String DECIDED = "2020-12-14T22:30:00Z";

  private final Client client = new Client();

  private String page(String address, String... headers) {
    return client.get(address, headers).body();
  }

  @Test
  void an_address_tells_its_own_moment() {
    String night = page("/us-president-2020?at=2020-11-04T05:27:00Z");
    assertThat(night)
        .contains("<title>2020 called: Biden 223, Trump 144 – Ascertain</title>")
        .contains("og:title\" content=\"AP has called: Biden 223, Trump 144.")
        .contains("Wednesday 4 November 2020, 00:27 in Washington. 171 not called.")
        .contains("card.png?lang=en&amp;at=2020-11-04T05%3A27%3A00Z\"");
    assertThat(page("/us-president-2020?at=" + DECIDED))
        .contains("og:title\" content=\"Electors have voted: Biden 302, Trump 232.");
    assertThat(page("/us-president-2020?at=2020-11-03T22:30:00-05:00"))
        .contains("Tuesday 3 November 2020, 22:30 in Washington");
    assertThat(page("/us-president-1868"))
        .contains("og:title\" content=\"Electors have voted: Seymour");
    assertThat(page("/us-president-1868?at=1869-02-10"))
        .contains("Congress has declared: Seymour 80 or 71".replace('\u00a0', ' '))
        .contains("Georgia’s 9 are counted in the alternative");
  }

  @Test
  void rival_returns_give_two_answers_and_who_the_house_chose_is_said() {
    assertThat(page("/us-president-1876?at=1876-12-06"))
        .contains(
            "Electors have voted: Tilden 204 or 184, Hayes 165 or 185.".replace('\u00a0', ' '));
    assertThat(page("/us-president-1824?at=1825-02-09")).contains("The House chose Adams.");
  }

  @Test
  void who_has_not_voted_is_named() {
    assertThat(page("/us-president-2020?at=" + DECIDED))
        .contains("Hawaii (4) has not voted. Congress has not counted.");
    assertThat(page("/us-president-2020?lang=es&at=" + DECIDED)).contains("Hawái (4)");
  }

  @Test
  void the_start_and_the_list_of_elections_say_what_they_are() {
    for (String address : List.of("/", "/elections"))
      assertThat(page(address))
          .contains("<title>Ascertain</title>")
          .contains("og:title\" content=\"Ascertain\"")
          .contains("og:description\" content=\"How official the result")
          .contains("/api/elections/us-president-2024/card.png?lang=en\"");
    assertThat(page("/elections?lang=es")).contains("<html lang=\"es\">");
  }

  @Test
  void what_a_browser_fetches_stands_before_what_takes_work() {
    String document = page("/us-president-2020?at=" + DECIDED);
    assertThat(document.indexOf("rel=\"preload\"")).isLessThan(document.indexOf("og:title"));
    assertThat(document.indexOf("type=\"module\"")).isLessThan(document.indexOf("og:title"));
    assertThat(document).endsWith("</html>\n").containsOnlyOnce("<title>");
  }

  @Test
  void the_preview_speaks_the_language_of_the_address() {
    String spanish = page("/us-president-2020?lang=es&at=" + DECIDED);
    assertThat(spanish)
        .contains("<html lang=\"es\">")
        .contains("Los electores han votado: Biden 302, Trump 232.")
        .contains("lunes, 14 de diciembre de 2020, 17:30 en Washington");
    assertThat(page("/us-president-2020", "Accept-Language", "es-MX")).contains("lang=\"es\"");
  }

  @Test
  void a_host_that_is_none_never_reaches_the_page() {
    assertThat(PageRoutes.origin("http", "a\"><script>")).isEmpty();
    assertThat(PageRoutes.origin("http", "example.org:8080")).isEqualTo("http://example.org:8080");
    assertThat(PageRoutes.origin("https", "[::1]:8443")).isEqualTo("https://[::1]:8443");
  }

  @Test
  void the_picture_is_the_ladder_at_that_moment() throws Exception {
    String address = "/api/elections/us-president-2020/card.png?at=" + DECIDED;
    assertThat(client.get(address).headers().firstValue("Content-Type")).hasValue("image/png");
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(client.bytes(address)));
    assertThat(List.of(picture.getWidth(), picture.getHeight())).isEqualTo(List.of(1200, 630));
    // The rung of the electors' votes: Biden's fill from the left rail to the line and beyond it.
    int voted = 322 + 2 * 37 + 18;
    assertThat(picture.getRGB(400, voted) & 0xFFFFFF).isEqualTo(0x1F4E79);
    assertThat(picture.getRGB(560, voted) & 0xFFFFFF).isEqualTo(0x1F4E79);
    assertThat(picture.getRGB(590, voted) & 0xFFFFFF).isEqualTo(0xD9683C);
    // Nothing is counted yet.
    assertThat(picture.getRGB(400, voted - 37) & 0xFFFFFF).isEqualTo(0xFBFAF8);
    assertThat(client.get("/api/elections/us-president-2020/card.png?at=soon").statusCode())
        .isEqualTo(400);
  }

  @Test
  void no_font_of_the_machine_is_asked_for(@TempDir Path folder) throws Exception {
    Path log = folder.resolve("classes.txt");
    Process drawing =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Xlog:class+load:file=" + log,
                "-cp",
                System.getProperty("java.class.path"),
                Drawing.class.getName())
            .inheritIO()
            .start();
    try {
      assertThat(drawing.waitFor(2, TimeUnit.MINUTES)).isTrue();
    } finally {
      drawing.destroyForcibly();
    }
    assertThat(drawing.exitValue()).isZero();
    assertThat(log).content().contains("LadderPicture").doesNotContain("FontManager");
  }

  /** Draws one picture in a process of its own. */
  static final class Drawing {
    public static void main(String[] args) throws IOException {
      Snapshot snapshot = new ArchivedElection("us-president-1868").snapshot();
      Headline headline =
          Headline.of(snapshot, LinkPreview.moment(snapshot, Optional.<When>empty()));
      byte[] png = LadderPicture.png(headline, snapshot.size(), PageWords.english());
      if (png.length < 10_000) System.exit(1);
    }
  }
}
