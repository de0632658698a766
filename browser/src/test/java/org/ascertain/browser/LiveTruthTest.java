package org.ascertain.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A page that follows a running election shows at each moment what the record says by then. */
@ExtendWith(Site.class)
class LiveTruthTest {

  private static final int MOMENTS = 24;
  private static final int ENTRIES_BETWEEN = 180;

  /**
   * Reads all figures at once, with how many entries they are of; then asks the server where those
   * entries alone stand. A line for each figure that differs.
   */
  private static final String DIFFERENCES =
      """
      async (id) => {
        const numbers = (text) => [...text.matchAll(/(?<![\\w,])\\d[\\d,]*/g)].map((m) => Number(m[0].replaceAll(',', '')));
        const sorted = (all) => all.filter((n) => n > 0).sort((a, b) => a - b).join();
        const text = (selector) => document.querySelector(selector)?.textContent ?? '';
        const entries = document.querySelector('main').dataset.entries;
        const shown = {};
        for (const row of document.querySelectorAll('.rung:not(.heads)'))
          shown[row.querySelector('.c-name b').textContent]
            = sorted(numbers(/: (.*), of \\d+ electors/.exec(row.querySelector('.quietly').textContent)[1]));
        shown.headline = sorted([...document.querySelectorAll('h1 a')].flatMap((a) => numbers(a.textContent)));
        shown.rest = sorted(numbers(text('h1 .rest')));
        shown.votes = sorted([...document.querySelectorAll('.pv dd')].slice(0, -1).flatMap((e) => numbers(e.textContent)));
        shown.lead = sorted(numbers([...document.querySelectorAll('.pv dd')].at(-1).textContent));
        const counted = [...document.querySelectorAll('.rung .two span:last-child')].at(-1);
        if (!counted) return `after ${entries} entries no votes: ${document.querySelector('main').innerText}`;
        shown.counted = sorted(numbers(counted.textContent));
        const places = new Map([...document.querySelectorAll('.all tbody tr')].map((row) => {
          const cell = [...row.children].map((e) => e.textContent.trim());
          return [cell[0], `${numbers(cell[4])[0] ?? 0} of ${numbers(cell[5])[0] ?? 0}`];
        }));
        // Entries are told as they come, a snapshot that has them is made a little later.
        const ask = async (what) => {
          for (let tries = 0; tries < 200; tries++) {
            const answer = await fetch(`/api/elections/${id}${what}`);
            if (answer.ok) return answer.json();
            await new Promise((done) => setTimeout(done, 100));
          }
          throw new Error(`no answer to ${what}`);
        };
        const [standing, about] = [await ask(`/standing?entries=${entries}`), await ask('')];
        const of = (stage) => Object.values(standing.ladder.find((r) => r.stage === stage)?.electors ?? {});
        const due = Object.fromEntries(standing.ladder.map((r) => [r.stage, sorted(of(r.stage))]));
        const called = of('called');
        const votes = about.tickets.map((t) => standing.popularVote[t.id] ?? 0).sort((a, b) => b - a);
        const others = standing.popularVote.other ?? 0;
        due.headline = sorted(called);
        due.rest = sorted([standing.electors.entitled - called.reduce((a, b) => a + b, 0), ...of('reported')]);
        due.votes = sorted([...votes.slice(0, 4), others]);
        due.lead = String(votes[0] - votes[1]);
        due.counted = String(votes.reduce((a, b) => a + b, 0) + others);
        const wrong = Object.keys(shown).filter((what) => shown[what] !== (due[what] ?? ''))
          .map((what) => `${what}: ${shown[what]}, due ${due[what]}`);
        for (const unit of about.units) {
          const row = standing.units.find((u) => u.unit === unit.id);
          const tally = Object.values(row?.votes ?? {}).sort((a, b) => b - a);
          const all = tally.reduce((a, b) => a + b, 0) + (row?.other ?? 0);
          const told = `${tally.length > 1 ? tally[0] - tally[1] : 0} of ${all}`;
          if (places.get(unit.name) !== told) wrong.push(`${unit.name}: ${places.get(unit.name)}, due ${told}`);
        }
        return wrong.map((line) => `after ${entries} entries ${line}`).join('\\n');
      }\
      """;

  @Test
  @Timeout(600)
  void every_figure_is_that_of_the_entries_that_have_come() {
    try (RunningServer server =
        RunningServer.start(
            "--port",
            "0",
            "--rehearse",
            "2020",
            "--from",
            "2020-11-03T20:30:00-05:00",
            "--rate",
            "60")) {
      Page page = Site.chromium().page(1280, 900);
      try {
        page.navigate(server.address() + "/us-president-2020");
        assertThat(page.locator(".axis svg")).isVisible();
        page.locator("details.places summary").click();
        assertThat(page.locator(".all tbody tr").first()).isVisible();
        List<Object> wrong = new ArrayList<>();
        for (int i = 0; i < MOMENTS; i++) {
          page.waitForFunction(
              "(from) => Number(document.querySelector('main').dataset.entries) >= from",
              entries(page) + ENTRIES_BETWEEN,
              new Page.WaitForFunctionOptions().setTimeout(60_000));
          Object differences = page.evaluate(DIFFERENCES, "us-president-2020");
          if (!differences.equals("")) wrong.add(differences);
          if (page.locator(".strip .later").count() > 0) wrong.add("a future is drawn");
        }
        assertThat(wrong).isEmpty();
      } finally {
        page.context().close();
      }
    }
    // That a snapshot is not there yet is asked for again, and the browser tells its console.
    assertThat(Site.chromium().faults()).allMatch(fault -> fault.contains("400"));
  }

  private static int entries(Page page) {
    Object entries = page.evaluate("() => Number(document.querySelector('main').dataset.entries)");
    return ((Number) entries).intValue();
  }
}
