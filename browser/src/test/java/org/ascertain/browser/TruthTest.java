package org.ascertain.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every figure of the page is the server's own for that moment, and a published copy shows the
 * same.
 */
@ExtendWith(Site.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TruthTest {

  /** The standing of a moment and what the election is, as the server has them. */
  private static final String DUE =
      """
      async ([id, at]) => [
        await (await fetch(`/api/elections/${id}/standing?at=${encodeURIComponent(at)}`)).json(),
        await (await fetch(`/api/elections/${id}`)).json(),
      ]\
      """;

  /** What differs between the page and the standing of the same moment, a line each. */
  private static final String DIFFERENCES =
      """
      ([standing, about, copy]) => {
        const sorted = (numbers) => numbers.filter((n) => n > 0).sort((a, b) => a - b).join();
        const numbers = (text) => [...text.matchAll(/(?<![\\w,])\\d[\\d,]*/g)].map((m) => Number(m[0].replaceAll(',', '')));
        const wrong = [];
        for (const row of document.querySelectorAll('.rung:not(.heads)')) {
          const stage = row.querySelector('.c-name b').textContent;
          const spoken = row.querySelector('.quietly').textContent;
          const told = /: (.*), of \\d+ electors/.exec(spoken)[1];
          const due = Object.values(standing.ladder.find((r) => r.stage === stage)?.electors ?? {});
          // Of rival returns each answer has what is told of the rest, and every elector.
          const answers = told.includes('(') ? told.split('; ').map((one) => numbers(one.replace(/\\(.*/, ''))) : [];
          const least = due.toSorted((a, b) => b - a);
          const fits = (all) => all.reduce((a, b) => a + b, 0) === standing.electors.entitled
            && all.toSorted((a, b) => b - a).every((n, i) => n >= (least[i] ?? 0));
          if (answers.length ? !answers.every(fits) : sorted(numbers(told)) !== sorted(due))
            wrong.push(`${stage}: ${told}, due ${due}`);
        }
        const shown = [...document.querySelectorAll('.pv .figure:not(.lead)')].map((e) => numbers(e.textContent)[0]);
        const votes = about.tickets.map((t) => standing.popularVote?.[t.id] ?? 0).sort((a, b) => b - a).slice(0, 4)
          .concat(standing.popularVote?.other ?? 0);
        // A copy has the votes of the moments that it has a standing of, and of others shows none.
        if (copy && !shown.length) return wrong.join('\\n');
        if (sorted(shown) !== sorted(votes)) wrong.push(`popular vote: ${shown}, due ${votes}`);
        const open = (standing.challenges ?? []).filter((c) => c.open).length;
        const said = /(\\d+) still open/.exec(document.querySelector('.meanings').textContent)?.[1];
        // Where a copy has no standing it says nothing of challenges.
        if ((said !== undefined || !copy) && Number(said ?? '0') !== open) wrong.push(`challenges open: ${said}, due ${open}`);
        return wrong.join('\\n');
      }\
      """;

  /** What a reader reads of a moment. */
  private static final List<String> READ =
      List.of("h1", ".ladder .c-name", ".ladder .c-cross", ".meanings tbody", ".pv dl", ".settled");

  private static final List<Integer> PUBLISHED = List.of(2020, 2016, 2000, 1876, 1824, 1800);

  private final Map<Integer, HttpServer> copies = new HashMap<>();
  private @Nullable Path folder;

  @BeforeAll
  void publish() throws IOException {
    folder = Files.createTempDirectory("ascertain-truth");
    for (int year : PUBLISHED) {
      Path copy = folder.resolve(Integer.toString(year));
      RunningServer.run("publish", Integer.toString(year), "--to", copy.toString());
      HttpServer files =
          SimpleFileServer.createFileServer(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
              copy.toAbsolutePath(),
              SimpleFileServer.OutputLevel.NONE);
      files.start();
      copies.put(year, files);
    }
  }

  /** A page of the published copy of an election. */
  private Page published(int year, String address) {
    HttpServer files = Objects.requireNonNull(copies.get(year));
    Page copy = Site.chromium().page(1280, 900);
    copy.navigate("http://localhost:" + files.getAddress().getPort() + address);
    assertThat(copy.locator("main[aria-busy=false]")).isAttached();
    return copy;
  }

  @AfterAll
  void end() throws IOException {
    copies.values().forEach(files -> files.stop(0));
    if (folder == null) return;
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
  }

  @ParameterizedTest(name = "{0} at {1}")
  @CsvSource({
    "2020, 2020-11-03T23:30:00Z",
    "2020, 2020-11-04T01:00:00Z",
    "2020, 2020-11-04T03:00:12Z",
    "2020, 2020-11-04T05:27:00Z",
    "2020, 2020-11-04T14:15:56Z",
    "2020, 2020-11-06T09:50:07Z",
    "2020, 2020-11-07T16:25:00Z",
    "2020, 2020-11-24",
    "2020, 2020-12-08",
    "2020, 2020-12-14T22:30:00Z",
    "2020, 2020-12-28",
    "2020, 2021-01-07T08:41:00Z",
    "2016, 2016-11-09",
    "2016, 2016-12-19",
    "2016, 2017-01-06",
    "2016, 2017-01-20",
    "2000, 2000-11-26",
    "2000, 2000-12-18",
    "2000, 2001-01-06",
    "2000, 2001-01-20",
    "1876, 1876-12-06",
    "1876, 1877-02-20",
    "1876, 1877-02-27",
    "1876, 1877-03-02",
    "1824, 1824-12-01",
    "1824, 1825-02-09",
    "1824, 1825-03-04",
    "1800, 1800-12-03",
    "1800, 1801-02-11",
    "1800, 1801-02-20",
  })
  void each_figure_is_the_standings_own(int year, String at) {
    String id = "us-president-" + year;
    Page page = Site.at("/" + id + "?at=" + at);
    List<?> due = (List<?>) page.evaluate(DUE, List.of(id, at));
    Object wrong = page.evaluate(DIFFERENCES, List.of(due.get(0), due.get(1), false));
    page.context().close();
    Page copy = published(year, "/" + id + "/?at=" + at);
    Object wrongInCopy = copy.evaluate(DIFFERENCES, List.of(due.get(0), due.get(1), true));
    copy.context().close();
    assertThat(wrong).isEqualTo("");
    assertThat(wrongInCopy).as("in the published copy").isEqualTo("");
    assertThat(Site.chromium().faults()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2020-11-04T03:00:12Z",
    "2020-11-04T14:15:56Z",
    "2020-11-06T09:50:07Z",
    "2020-11-07T16:25:00Z",
    "2020-11-24",
    "2020-12-04",
    "2020-12-08",
    "2020-12-14T22:30:00Z",
    "2021-01-07T08:41:00Z"
  })
  void a_published_copy_reads_as_the_server_does(String at) {
    String address = "/us-president-2020/?of=GA&at=" + at;
    Page served = Site.at(address.replace("/?", "?"));
    Page copy = published(2020, address);
    for (String part : READ)
      assertThat(copy.locator(part).allInnerTexts())
          .as(part)
          .isEqualTo(served.locator(part).allInnerTexts());
    served.context().close();
    copy.context().close();
    assertThat(Site.chromium().faults()).isEmpty();
  }

  @Test
  void of_a_moment_that_a_copy_has_no_standing_of_it_says_nothing_rather_than_another_figure() {
    Page copy = published(2020, "/us-president-2020/?at=2020-12-14T21:45:30Z");
    assertThat(copy.locator(".pv")).not().containsText("81,");
    assertThat(copy.locator(".meanings")).not().containsText("still open");
    copy.context().close();
  }
}
