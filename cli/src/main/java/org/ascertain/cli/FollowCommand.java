package org.ascertain.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ascertain.answers.ExitCode;
import org.ascertain.desk.Body;
import org.ascertain.desk.ElectionDesk;
import org.ascertain.desk.HandedIn;
import org.ascertain.desk.Sender;
import org.ascertain.desk.Taken;
import org.ascertain.desk.Via;
import org.ascertain.election.ElectionId;
import org.ascertain.exchange.Content;
import org.ascertain.feed.FollowedUrl;
import org.ascertain.ledger.DataFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks an address again and again for what is new, and takes it in. */
@Command(
    name = "follow",
    description = {
      "Asks an address again and again for what is new, and takes it in, row by row through the desk's checks. It asks by"
          + " ETag and Last-Modified, waits longer after each failure and as long as the server asks for, goes on at the"
          + " address that a feed names as its nextrequest, and remembers in the data folder where it was. Test data is"
          + " kept aside or refused. It goes on until it is stopped; with --once, it asks once."
    },
    footer = {
      "",
      "For example: follow https://example.org/feed.json --format ap-json --election 2028 --every 30s --data DIR"
    },
    mixinStandardHelpOptions = true)
final class FollowCommand implements Callable<Integer> {

  /** More often than this no server is asked. */
  private static final Duration LEAST = Duration.ofSeconds(1);

  @Spec private CommandSpec spec;
  @Mixin private DataOption data;
  @Mixin private ForeignOptions foreign;

  @Parameters(paramLabel = "URL", description = "The address, http or https.")
  private URI address = URI.create("");

  @Option(
      names = "--election",
      required = true,
      paramLabel = "E",
      description = "The election: a year or an id.")
  private String election = "";

  @Option(
      names = "--every",
      paramLabel = "D",
      defaultValue = "30s",
      description = "How often, as 30s or 2m (default: ${DEFAULT-VALUE}).")
  private String every = "30s";

  @Option(names = "--once", description = "Ask once, then end.")
  private boolean once;

  @Option(names = "--json", description = "For programs: one answer a line.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    String scheme = String.valueOf(address.getScheme());
    if (!scheme.matches("https?") || address.getHost() == null)
      throw wrong("'%s' is no address that begins with http:// or https://.".formatted(address));
    if (!foreign.isAsked()) throw wrong("Name the format of what is there by --format.");
    Duration pause = pause();
    String id = ElectionId.written(election);
    DataFolder folder = data.existing();
    if (!folder.has(id)) throw wrong("%s has no record of %s.".formatted(folder.path(), id));
    PrintWriter err = spec.commandLine().getErr();
    Path memory =
        folder.path().resolve("following-%08x.properties".formatted(address.toString().hashCode()));
    FollowedUrl followed = new FollowedUrl(address, memory, InstantSource.system());
    Path body = Files.createTempFile("ascertain-follow-", "");
    try (ElectionDesk desk = ElectionDesk.open(folder, id, InstantSource.system(), err::println)) {
      return run(followed, desk, folder, body, pause);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return ExitCode.DONE;
    } finally {
      Files.deleteIfExists(body);
    }
  }

  private int run(
      FollowedUrl followed, ElectionDesk desk, DataFolder folder, Path body, Duration pause)
      throws IOException, InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    while (true) {
      int exit = ExitCode.DONE;
      switch (followed.look(body)) {
        case FollowedUrl.New(Path file) -> {
          exit = take(desk, file);
          // what the desk could not read is not asked for again either: it is told, once
          followed.remember();
          folder.key().ifPresent(key -> folder.sign(desk.election(), key));
        }
        case FollowedUrl.Same() -> {}
        case FollowedUrl.Failed(String why) -> {
          err.printf("%s: %s.%n", address, why);
          exit = ExitCode.CANNOT_TELL;
        }
      }
      spec.commandLine().getOut().flush();
      err.flush();
      if (once) return exit;
      Thread.sleep(followed.pause(pause));
    }
  }

  private int take(ElectionDesk desk, Path file) throws IOException {
    RowsTold told = new RowsTold();
    try (Body body = Body.of(file)) {
      Taken taken =
          desk.take(
              new HandedIn(
                  Sender.of("follow", "follow", Via.FEED),
                  foreign.form(fileName(), Content.of(file)),
                  body,
                  Optional.empty(),
                  Optional.of(address.toString())),
              told,
              soFar -> {});
      return told.print(
          taken,
          address.toString(),
          desk.election(),
          json,
          spec.commandLine().getOut(),
          spec.commandLine().getErr());
    }
  }

  private String fileName() {
    String path = String.valueOf(address.getPath());
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private Duration pause() {
    try {
      Duration asked = Duration.parse("PT" + every.strip());
      if (asked.compareTo(LEAST) >= 0) return asked;
    } catch (DateTimeParseException none) {
      throw wrong("--every takes a time such as 30s or 2m, not '%s'.".formatted(every));
    }
    throw wrong("No server is asked more often than once a second.");
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
