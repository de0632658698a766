package org.ascertain.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * One server and one browser for all tests that do not need their own: the archive, and beside it a
 * data folder with an election of which nothing is known yet and one whose candidate is called as
 * nobody should be.
 */
final class Site implements BeforeAllCallback, AfterAllCallback {

  static final String NAME = "<script>document.title='taken'</script>";

  private static final Pattern ROOM =
      Pattern.compile("/(elections|challenges|record|law|download)\\b");
  private static final String HEADER =
      """
      {"fact":"election","at":"%1$d-11-07","source":{"id":"s","title":"Test"},"election":"us-president-%1$d","year":%1$d,\
      "candidates":[{"id":"script","name":"%2$s"},{"id":"plain","name":"Ann \\"Plain\\" & Co"}],\
      "tickets":[{"id":"script","president":"script"},{"id":"plain","president":"plain"}]}
      """;
  private static final String FACTS =
      """
      {"fact":"returns","at":"2028-11-07T20:00:00-05:00","source":"s","unit":"VT","votes":{"script":7,"plain":5}}
      {"fact":"returns","at":"2028-11-07T20:10:00-05:00","source":"s","unit":"GA","votes":{"script":7,"plain":50}}
      {"fact":"certification","at":"2028-11-15","learned":"2028-11-25","authority":"Board","source":"s","unit":"OH","votes":{"script":5,"plain":9}}
      {"fact":"certification","at":"2028-11-20","authority":"Board","source":"s","unit":"VT","votes":{"script":7,"plain":5}}
      """;

  /** What runs for all tests; the store of the whole run ends it. */
  private record Running(Path folder, RunningServer server, Chromium chromium)
      implements AutoCloseable {
    static Running start() {
      try {
        Path folder = Files.createTempDirectory("ascertain-own");
        bring(folder, 2028, HEADER.formatted(2028, NAME) + FACTS);
        bring(folder, 2032, HEADER.formatted(2032, NAME));
        return new Running(
            folder,
            RunningServer.start("--port", "0", "--data", folder.resolve("data").toString()),
            new Chromium());
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }

    private static void bring(Path folder, int year, String facts) throws IOException {
      Path file = Files.writeString(folder.resolve(year + ".jsonl"), facts);
      RunningServer.runCommandLine(
          "import",
          "us-president-" + year,
          file.toString(),
          "--data",
          folder.resolve("data").toString());
    }

    @Override
    public void close() {
      chromium.close();
      server.close();
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }

  private static @Nullable Running running;

  @Override
  public void beforeAll(ExtensionContext context) {
    running =
        context
            .getRoot()
            .getStore(Namespace.GLOBAL)
            .computeIfAbsent("site", key -> Running.start(), Running.class);
  }

  /** What a test that failed left open complains in no other class. */
  @Override
  public void afterAll(ExtensionContext context) {
    chromium().closePages();
  }

  private static Running running() {
    return Objects.requireNonNull(running, "a test class names Site as its extension");
  }

  static RunningServer server() {
    return running().server;
  }

  static Chromium chromium() {
    return running().chromium;
  }

  /** A page that shows an address, in a context of its own: nothing is left of earlier tests. */
  static Page at(int width, int height, ColorScheme scheme, String address) {
    Page page = chromium().page(width, height, scheme);
    go(page, address);
    return page;
  }

  static Page at(String address) {
    return at(1280, 900, ColorScheme.LIGHT, address);
  }

  /** Goes to an address and waits until nothing more is on its way. */
  static void go(Page page, String address) {
    page.navigate(server().address() + address);
    assertThat(page.locator("main[aria-busy=false]")).isAttached();
    if (ROOM.matcher(address).find())
      assertThat(page.locator(".rows tr, .wall li").first()).isAttached();
  }
}
