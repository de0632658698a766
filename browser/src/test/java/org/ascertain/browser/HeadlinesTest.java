package org.ascertain.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the page says first of each of the 60 elections: while a reader moves through it, when it
 * has come to rest, and in a shared address it is the same sentence.
 */
@ExtendWith(Site.class)
class HeadlinesTest {

  /**
   * Goes through turning points of an election, the first and the last among them, and compares the
   * headline that the page draws before the server has answered for the moment with the one that a
   * shared address has; at the last also what follows it, at rest.
   */
  private static final String DIFFERENCES =
      """
      async ([id, most]) => {
        const plain = (text) => text.replace(/[\\s\\u00a0]+/g, ' ').trim();
        const story = await (await fetch(`/api/elections/${id}/story`)).json();
        const all = [...new Set([...story.marks.map((m) => m.ms), ...story.majorities.flatMap((m) => [m.sinceMs, m.untilMs ?? m.sinceMs])])]
          .filter((ms) => ms >= story.changes[0][0]).sort((a, b) => a - b);
        const moments = all.filter((_, i) => i === all.length - 1 || i % Math.ceil(all.length / most) === 0);
        const wrong = [];
        const shared = async (at) => {
          const text = await (await fetch(`/${id}?at=${at}`)).text();
          const page = new DOMParser().parseFromString(text, 'text/html');
          const of = (name) => plain(page.querySelector(`meta[property="og:${name}"]`).content);
          return [of('title'), of('description')];
        };
        const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        for (const ms of moments) {
          // What is dated by a day alone is asked for by it: it is over when the day is.
          const at = ms % 1000 === 999 || ms % 1000 === -1
            ? new Date(ms - 5 * 3_600_000).toISOString().slice(0, 10)
            : new Date(ms).toISOString().replace('.000', '');
          history.replaceState(null, '', `?at=${at}`);
          dispatchEvent(new PopStateEvent('popstate'));
          await frame();
          await frame();
          const first = () => {
            const copy = document.querySelector('h1').cloneNode(true);
            copy.querySelector('.rest').remove();
            return plain(copy.textContent);
          };
          const moving = first();
          const [title, text] = await shared(at);
          // That Congress counted a state either way is said by the standing, which comes when the page rests.
          const twofold = title.includes(' or ');
          if (moving !== title && !twofold) wrong.push(`${at}: page "${moving}", shared "${title}"`);
          if (ms !== moments.at(-1) && !twofold) continue;
          const rest = () => plain(document.querySelector('h1 .rest').textContent);
          const same = () => first() === title && text.endsWith(rest());
          for (let i = 0; i < 100 && !same(); i++) await new Promise((done) => setTimeout(done, 50));
          if (!same()) wrong.push(`${at}, at rest: page "${first()} ${rest()}", shared "${title} ${text}"`);
        }
        return wrong.join('\\n');
      }\
      """;

  private static final int MOMENTS = 24;

  static List<String> elections() {
    return IntStream.iterate(1792, year -> year <= 2024, year -> year + 4)
        .mapToObj(Integer::toString)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("elections")
  void page_and_shared_address_say_the_same_first(String year) {
    Page page = Site.at("/us-president-" + year);
    assertThat(page.locator("a-jurisdiction")).isAttached();
    Object wrong = page.evaluate(DIFFERENCES, List.of("us-president-" + year, MOMENTS));
    page.context().close();
    assertThat(wrong).isEqualTo("");
    assertThat(Site.chromium().faults()).isEmpty();
  }
}
