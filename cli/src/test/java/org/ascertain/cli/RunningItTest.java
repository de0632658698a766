package org.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.ascertain.postgres.DataPlace;
import org.ascertain.postgres.ScratchServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands that the page of operations tells an operator to type, in its order and with its
 * options, on folders and databases of a test; what is about the machine around them {@code
 * package/try.sh} does as root. The server's own are read and not run.
 */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class RunningItTest {

  private static final Path PAGE = Path.of("..", "docs", "operations.md");

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```\\n(.*?)^```$");
  private static final Pattern COMMAND =
      Pattern.compile("(?:sudo (?:-u ascertain )?)?ascertain(?: (?<args>.+))?");
  private static final Pattern SPAN = Pattern.compile("`([^`\\n]+)`");

  private static ScratchServer server;

  @TempDir private Path temp;

  @BeforeAll
  static void start() {
    server = ScratchServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void begin() throws IOException {
    System.setProperty(DataPlace.HOME, at("config"));
    run("new", "2028", "--like", "2024", "--data", at("data"));
    run("token", "2028", "--data", at("data"), "--label", "Wire", "--facts", "returns");
    run("backup", at("backup"), "--data", at("data"));
    run("log", "2028", "--data", at("data"), "--to", at("published"));
    run("restore", at("backup"), "--data", at("drill"));
    run("log", "2028", "--data", at("drill"), "--to", at("drill-log"));
    Files.writeString(temp.resolve("options"), "port = 0\n");
  }

  @AfterEach
  void end() {
    System.clearProperty(DataPlace.HOME);
  }

  private String at(String name) {
    return temp.resolve(name).toString();
  }

  /** Somebody new may be told on standard error what to keep secret. */
  private static String run(String... args) {
    Ran ran = Ran.run(args);
    assertThat(ran.exit()).as("%s: %s", List.of(args), ran).isZero();
    return ran.out();
  }

  @Test
  void every_command_of_the_page_does_what_it_is_there_for() throws IOException {
    List<String> commands = commands(Files.readString(PAGE));
    assertThat(commands).hasSizeGreaterThan(20);
    for (String command : commands) follow(command);
  }

  /** Those of the blocks, then those within sentences; each once. */
  private static List<String> commands(String page) {
    List<String> found = new ArrayList<>();
    BLOCK
        .matcher(page)
        .results()
        .flatMap(block -> block.group(1).lines())
        .map(line -> line.replaceAll("\\s+#.*$", ""))
        .forEach(found::add);
    SPAN.matcher(BLOCK.matcher(page).replaceAll(""))
        .results()
        .map(span -> span.group(1))
        .forEach(found::add);
    return found.stream()
        .map(COMMAND::matcher)
        .filter(command -> command.matches() && command.group("args") != null)
        .map(command -> command.group("args"))
        .distinct()
        .toList();
  }

  private void follow(String command) throws IOException {
    String[] args = meant(command).split(" ", -1);
    switch (args[0]) {
      case "serve", "publish" -> {
        var read = Ascertain.commandLine().parseArgs(args);
        assertThat(read.subcommand().errors()).as(command).isEmpty();
      }
      case "prepare" ->
          assertThat(Files.readString(Path.of("..", "ascertain"))).contains("\n  prepare) ");
      case "bench" -> assertThat(run("bench", "--help").replaceAll("\\s+", " ")).contains(args[1]);
      case String name when args.length == 1 && !name.startsWith("-") ->
          assertThat(run(name, "--help")).contains("ascertain " + name);
      default -> assertThat(run(args)).as(command).isNotBlank();
    }
  }

  /** With names of a test in the place of those that a page has. */
  private String meant(String command) {
    String fresh = "fresh" + System.nanoTime();
    boolean restores = command.startsWith("restore ");
    Map<String, String> files =
        Map.of(
            "COPY", restores ? at("backup") : at(fresh),
            "BACKUP", at("backup"),
            "DIR", restores ? at(fresh) : at("data"),
            "/var/backups/ascertain/DAY", at("backup"),
            "/var/lib/ascertain", at("data"),
            "NEW", at(fresh),
            "PUBLISHED", at("published"),
            "FILE", at("options"),
            "N", "1");
    List<String> words = new ArrayList<>();
    for (String word : command.split(" ", -1)) {
      if (word.startsWith("/tmp/")) word = at(restores ? fresh : word.substring("/tmp/".length()));
      else if (word.startsWith("postgresql://")) word = database(command);
      else if (word.equals("ELECTION")) word = "2028";
      else if (word.equals("KEY"))
        word = run("log", "2028", "--data", at("data"), "--vkey").strip();
      words.add(files.getOrDefault(word, word));
    }
    return String.join(" ", words).replace("/var/backups/ascertain/$(date +%F)", at(fresh));
  }

  private String database(String command) {
    String made = server.newDatabase();
    if (!command.matches("(new|restore) .*")) run("restore", at("backup"), "--data", made);
    return made;
  }
}
