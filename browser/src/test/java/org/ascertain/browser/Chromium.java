package org.ascertain.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The machine's Chromium or Chrome by Playwright. Every fault that a page tells its console is
 * kept.
 */
final class Chromium implements AutoCloseable {

  /** The launcher looks further, and says by {@code ASCERTAIN_CHROMIUM} what it found. */
  private static final List<String> NAMES =
      List.of(
          "chromium-headless-shell",
          "chrome-headless-shell",
          "chromium",
          "chromium-browser",
          "google-chrome",
          "google-chrome-stable",
          "chrome");

  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-dev-shm-usage", // which is small in a container
          "--disable-background-networking",
          "--no-first-run",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright = Playwright.create();
  private final Browser browser;
  private final List<String> faults = new ArrayList<>();

  Chromium() {
    // Two cores shared with a server that starts: an answer may take its time.
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(program()).setArgs(FLAGS));
  }

  private static Path program() {
    String named = System.getenv("ASCERTAIN_CHROMIUM");
    if (named != null && !named.isEmpty()) return Path.of(named);
    return NAMES.stream()
        .flatMap(
            name ->
                Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                    .map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The tests of the page need Chromium or Chrome on PATH, or named in"
                        + " ASCERTAIN_CHROMIUM"));
  }

  Page page(int width, int height) {
    return page(width, height, ColorScheme.LIGHT);
  }

  Page page(int width, int height, ColorScheme scheme) {
    return page(options(width, height).setColorScheme(scheme));
  }

  /** A phone that is touched and has no pointer. */
  Page phone() {
    return page(options(390, 844).setHasTouch(true).setIsMobile(true).setDeviceScaleFactor(2));
  }

  private static Browser.NewContextOptions options(int width, int height) {
    return new Browser.NewContextOptions()
        .setViewportSize(width, height)
        .setLocale("en-US")
        .setReducedMotion(ReducedMotion.REDUCE);
  }

  private Page page(Browser.NewContextOptions options) {
    BrowserContext context = browser.newContext(options);
    Page page = context.newPage();
    page.onPageError(faults::add);
    page.onConsoleMessage(message -> keep(message));
    return page;
  }

  private void keep(ConsoleMessage message) {
    if (message.type().equals("error")) faults.add(message.text());
  }

  /** What pages complained of since it was last asked. */
  List<String> faults() {
    List<String> told = List.copyOf(faults);
    faults.clear();
    return told;
  }

  /** Closes every page, and forgets what they complained of. */
  void closePages() {
    browser.contexts().forEach(BrowserContext::close);
    faults.clear();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
