package org.ascertain.browser;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the page takes on this machine: {@code ./ascertain bench page}. */
final class Measurement {

  private static final int LOADS = 7;
  private static final int SLOWER = 4;
  private static final int MOMENTS = 400;
  private static final String PAGE = "/us-president-2020";

  /** Notes when the headline has its electors and the ladder its bars, once they are painted. */
  private static final String WHEN_SHOWN =
      """
      new MutationObserver(() => {
        if (window.shown !== undefined || !/\\d/.test(document.querySelector('h1')?.textContent ?? '')
          || document.querySelectorAll('.rung svg rect').length < 4) return;
        window.shown = 0;
        requestAnimationFrame(() => setTimeout(() => { window.shown = performance.now(); }));
      }).observe(document, { childList: true, subtree: true, attributes: true });
      new PerformanceObserver((list) => { for (const e of list.getEntries()) window.largest = e.startTime; })
        .observe({ type: 'largest-contentful-paint', buffered: true });
      """;

  private static final String SCRUB =
      """
      (moments) => new Promise((done) => {
        const input = document.querySelector('.axis input'), times = [];
        const frame = (time) => {
          times.push(time);
          if (times.length > moments) { done(times.slice(1).map((t, i) => t - times[i]).join()); return; }
          input.value = String(Math.round(times.length / moments * 10000));
          input.dispatchEvent(new Event('input'));
          requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      })
      """;

  public static void main(String[] args) {
    String server = args[0];
    try (Chromium chromium = new Chromium()) {
      load(chromium, server); // the first compiles the server
      size(chromium, server);
      List<Double> shown = new ArrayList<>();
      List<Double> largest = new ArrayList<>();
      for (int i = 0; i < LOADS; i++) {
        double[] times = load(chromium, server);
        shown.add(times[0]);
        largest.add(times[1]);
      }
      System.out.printf(
          Locale.ROOT, "  headline and ladder painted, empty cache, %d times slower CPU%n", SLOWER);
      System.out.printf(
          Locale.ROOT,
          "    median of %d %,.0f ms, slowest %,.0f ms (due: 1,000 ms); largest paint %,.0f ms%n",
          LOADS,
          at(shown, 0.5),
          at(shown, 1),
          at(largest, 0.5));
      frames(chromium, server, 1);
      frames(chromium, server, SLOWER);
    }
  }

  private static double[] load(Chromium chromium, String server) {
    Page page = chromium.page(1280, 900);
    slow(page, SLOWER);
    page.addInitScript(WHEN_SHOWN);
    page.navigate(server + PAGE);
    page.waitForFunction("() => window.shown > 0 && window.largest > 0");
    double[] times = {number(page, "window.shown"), number(page, "window.largest")};
    page.context().close();
    return times;
  }

  /** A page of a context of its own has an empty cache; the network is the loopback's. */
  private static void slow(Page page, int rate) {
    CDPSession session = page.context().newCDPSession(page);
    com.google.gson.JsonObject how = new com.google.gson.JsonObject();
    how.addProperty("rate", rate);
    session.send("Emulation.setCPUThrottlingRate", how);
  }

  private static void size(Chromium chromium, String server) {
    Page page = chromium.page(1280, 900);
    Map<String, Integer> sizes = Sizes.of(page, server + PAGE);
    int all = sizes.values().stream().mapToInt(size -> size).sum();
    System.out.printf(
        Locale.ROOT, "  script and styles of the page, as sent: %,d bytes (due: 200,000)%n", all);
    sizes.forEach((name, size) -> System.out.printf(Locale.ROOT, "    %-44s %,8d%n", name, size));
    page.context().close();
  }

  private static void frames(Chromium chromium, String server, int slower) {
    Page page = chromium.page(1280, 900);
    Response answer = page.navigate(server + PAGE);
    if (answer == null || !answer.ok()) throw new IllegalStateException("no page at " + server);
    page.waitForSelector(".strip");
    slow(page, slower);
    List<Double> between = new ArrayList<>();
    for (String each : String.valueOf(page.evaluate(SCRUB, MOMENTS)).split(",", -1))
      between.add(Double.valueOf(each));
    double all = between.stream().mapToDouble(each -> each).sum();
    System.out.printf(
        Locale.ROOT,
        "  moving through 2020 by the scrubber, CPU %s: %.0f frames/s (due: 30); 95 of 100 frames within %.0f ms%n",
        slower == 1 ? "as it is" : slower + " times slower",
        1000 * between.size() / all,
        at(between, 0.95));
    page.context().close();
  }

  private static double at(List<Double> numbers, double share) {
    List<Double> sorted = new ArrayList<>(numbers);
    Collections.sort(sorted);
    return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
  }

  private static double number(Page page, String expression) {
    return Double.parseDouble(String.valueOf(page.evaluate(expression)));
  }

  private Measurement() {}
}
