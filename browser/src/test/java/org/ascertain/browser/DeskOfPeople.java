package org.ascertain.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A desk with an election that has just begun, its server, and people who work at it by its
 * screens.
 */
final class DeskOfPeople implements AutoCloseable {

  static final String ELECTION = "us-president-2028";
  static final String PASSWORD = "four words that nobody guesses";

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 900;

  private final Path folder;
  private final Chromium chromium = new Chromium();
  private RunningServer server;
  private final String firstLink;

  /** The desk of one election, with who stood four years before. */
  DeskOfPeople() {
    this(folder -> begin(folder, "2028", "--like", "2024"));
  }

  private DeskOfPeople(Consumer<Path> begun) {
    this(made(begun));
  }

  private DeskOfPeople(Path folder) {
    this(folder, "--data", data(folder));
  }

  private DeskOfPeople(Path folder, String... options) {
    this.folder = folder;
    List<String> all = new ArrayList<>(List.of("--port", "0"));
    all.addAll(List.of(options));
    server = RunningServer.start(all.toArray(String[]::new));
    firstLink = server.says("invitation=").replaceAll("^.*(http\\S+)$", "$1");
  }

  private static Path made(Consumer<Path> begun) {
    try {
      Path folder = Files.createTempDirectory("ascertain-desk");
      begun.accept(folder);
      return folder;
    } catch (IOException noRoom) {
      throw new UncheckedIOException(noRoom);
    }
  }

  /** A rehearsal of 2020 with people, so many times faster than it was. */
  static DeskOfPeople rehearsing(int speed) {
    return new DeskOfPeople(
        made(folder -> {}), "--rehearse", "2020", "--people", "--speed", Integer.toString(speed));
  }

  /** The desk of one election, into which people may come by a provider, too. */
  static DeskOfPeople withProvider(String issuer) {
    Path folder = made(made -> begin(made, "2028", "--like", "2024"));
    return new DeskOfPeople(
        folder, "--data", data(folder), "--provider", issuer, "--provider-client", "ascertain");
  }

  /** The desk of elections in which so many tickets stand: t1, t2, and so on. */
  static DeskOfPeople ofTickets(int number, String... years) {
    String candidates =
        IntStream.rangeClosed(1, number)
            .mapToObj("{\"id\":\"t%1$d\",\"name\":\"Ann Number%1$d\"}"::formatted)
            .collect(Collectors.joining(","));
    String tickets =
        IntStream.rangeClosed(1, number)
            .mapToObj("{\"id\":\"t%1$d\",\"president\":\"t%1$d\"}"::formatted)
            .collect(Collectors.joining(","));
    return new DeskOfPeople(
        folder -> {
          try {
            Path names =
                Files.writeString(
                    folder.resolve("tickets.json"),
                    "{\"candidates\":[%s],\"tickets\":[%s]}".formatted(candidates, tickets));
            for (String year : years) begin(folder, year, "--tickets", names.toString());
          } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
          }
        });
  }

  private static void begin(Path folder, String year, String option, String value) {
    RunningServer.runCommandLine("new", year, option, value, "--data", data(folder));
  }

  private static String data(Path folder) {
    return folder.resolve("data").toString();
  }

  String address() {
    return server.address();
  }

  Chromium chromium() {
    return chromium;
  }

  /** The server is killed and starts again at the same address. */
  void dieAndStartAgain() {
    int port = server.port();
    server.die();
    server = RunningServer.start("--port", Integer.toString(port), "--data", data(folder));
  }

  /** What the terminal says for the first administrator. */
  String firstLink() {
    return firstLink;
  }

  /** Takes the link of the terminal, by the form that it opens. */
  Page administrator(String name) {
    return taking(firstLink, name);
  }

  /** Takes an invitation in a browser of one's own. */
  Page taking(String link, String name) {
    Page page = chromium.page(WIDTH, HEIGHT);
    page.navigate(link);
    page.getByLabel("Name").fill(name);
    page.getByLabel("New password").fill(PASSWORD);
    page.keyboard().press("Enter");
    assertThat(page.locator(".me")).isVisible();
    return page;
  }

  /** Invites somebody by the screen of people; they come in. */
  Page invite(Page administrator, String name, String... roles) {
    return taking(invitation(administrator, name, roles), name);
  }

  /** The link that an administrator is told once. */
  static String invitation(Page administrator, String name, String... roles) {
    Locator form = administrator.locator("form[aria-label=Invite]");
    form.getByLabel("name").fill(name);
    for (String role : roles) form.locator("[value=" + role + "]").check();
    form.locator("button").click();
    assertThat(administrator.locator("td b", new Page.LocatorOptions().setHasText(name)))
        .isVisible();
    Locator once = administrator.locator("section > .once");
    assertThat(once).containsText(name);
    return once.locator("output").innerText();
  }

  /** A reader who has no account. */
  Page reader(String path) {
    Page page = chromium.page(WIDTH, HEIGHT);
    page.navigate(address() + path);
    return page;
  }

  /** What the pages complained of, but for answers that refuse: of those a browser always tells. */
  List<String> faults() {
    return chromium.faults().stream()
        .filter(fault -> !fault.startsWith("Failed to load resource"))
        .toList();
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
