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
import org.ascertain.answers.DataConverter;
import org.ascertain.answers.ExitCode;
import org.ascertain.desk.ElectionDesk;
import org.ascertain.desk.NewElection;
import org.ascertain.desk.Sender;
import org.ascertain.desk.Via;
import org.ascertain.election.ElectionId;
import org.ascertain.election.Fact.Header;
import org.ascertain.feed.FollowedUrl;
import org.ascertain.ledger.DataFolder;
import org.ascertain.postgres.DataPlace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
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
          + " address that a feed names as its nextrequest, and remembers where it was. Test data is kept aside or refused. With --to and a"
          + " server's address, what came is handed in to the desk that runs there; with --to and a file, what passes goes"
          + " into a record file, which is begun as the archive's election or gone on with. It goes on until it is stopped; with --once, it asks once."
    },
    footer = {
      "",
      "For example: follow https://example.org/feed.json --format ap-json --election 2028 --every 30s \\",
      "  --to http://127.0.0.1:8080 --token file:wire.token"
    },
    mixinStandardHelpOptions = true)
final class FollowCommand implements Callable<Integer> {

  /** Where what passes the checks goes. */
  static final class Into {
    @Option(
        names = "--data",
        required = true,
        paramLabel = "DIR",
        converter = DataConverter.class,
        description = "The data folder, or a database: postgresql://USER@HOST/NAME.")
    private @Nullable Path data;

    @Option(
        names = "--to",
        required = true,
        paramLabel = "URL|FILE",
        description =
            "A desk's server, as http://127.0.0.1:8080, with --token; or a record file (*.jsonl).")
    private @Nullable String to;
  }

  private static final String ACCOUNT = "follow";

  /** More often than this no server is asked. */
  private static final Duration LEAST = Duration.ofSeconds(1);

  @Spec private CommandSpec spec;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Into into = new Into();

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

  @Option(names = "--token", paramLabel = "T", description = DeskOptions.TOKEN)
  private @Nullable String token;

  @Option(
      names = "--remember",
      paramLabel = "FILE",
      description =
          "Where it is kept how far it was; without it in the data folder, beside the record file, or for a desk's"
              + " server in the folder where you are.")
  private @Nullable Path remember;

  @Option(names = "--once", description = "Ask once, then end.")
  private boolean once;

  @Option(names = "--json", description = "For programs: one answer a line.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (!isOfWeb(address.toString()) || address.getHost() == null)
      throw wrong("'%s' is no address that begins with http:// or https://.".formatted(address));
    if (!foreign.isAsked()) throw wrong("Name the format of what is there by --format.");
    Duration pause = pause();
    String id = ElectionId.written(election);
    if (into.to == null) return intoFolder(id, pause, Optional.ofNullable(into.data).orElseThrow());
    return isOfWeb(into.to)
        ? intoDesk(id, pause, URI.create(into.to))
        : intoFile(id, pause, Path.of(into.to));
  }

  private static boolean isOfWeb(String address) {
    return address.matches("(?i)https?://.*");
  }

  private int intoDesk(String id, Duration pause, URI to) throws IOException {
    if (token == null) throw wrong("A desk's server takes a token: name it by --token.");
    Path memory = memory(Path.of(""), address + " " + to + " " + id);
    try (Destination desk =
        new DeskElsewhere(spec, DeskOptions.site(spec, to, token), id, told(), foreign)) {
      return run(memory, pause, desk);
    }
  }

  /** Where it is kept how far it was, unless that was named. */
  private Path memory(Path folder, String of) {
    return remember == null
        ? folder.resolve("following-%08x.properties".formatted(of.hashCode()))
        : remember;
  }

  private DeskElsewhere.Told told() {
    return new DeskElsewhere.Told(address, json);
  }

  private int intoFolder(String id, Duration pause, Path path) throws IOException {
    if (!Files.isDirectory(path)) throw wrong("There is no data folder '%s'.".formatted(path));
    DataFolder folder = DataPlace.open(path);
    if (!folder.has(id)) throw wrong("%s has no record of %s.".formatted(folder.place(), id));
    ElectionDesk desk =
        ElectionDesk.open(folder, id, InstantSource.system(), spec.commandLine().getErr()::println);
    try (Destination here =
        new DeskHere(
            spec,
            desk,
            Sender.of(ACCOUNT, ACCOUNT, Via.FEED),
            true,
            () -> folder.key().ifPresent(key -> folder.sign(id, key)),
            desk::close,
            told(),
            foreign)) {
      return run(memory(path, address.toString()), pause, here);
    }
  }

  private int intoFile(String id, Duration pause, Path file) throws IOException {
    Path memory =
        remember == null ? file.resolveSibling(file.getFileName() + ".following") : remember;
    RecordFileDesk own =
        RecordFileDesk.open(
            id, () -> header(id), file, ACCOUNT, spec.commandLine().getErr()::println, this::wrong);
    try (Destination here =
        new DeskHere(
            spec,
            own.desk(),
            Sender.ofRecordFile(ACCOUNT),
            false,
            own::write,
            own::close,
            told(),
            foreign)) {
      return run(memory, pause, here);
    }
  }

  private Header header(String id) {
    return NewElection.archived(id)
        .orElseThrow(
            () ->
                wrong(
                    "The archive has no record of %s to take candidates from; begin one by 'ascertain new'."
                        .formatted(id)));
  }

  private int run(Path memory, Duration pause, Destination to) throws IOException {
    FollowedUrl followed = new FollowedUrl(address, memory, InstantSource.system());
    Path body = Files.createTempFile("ascertain-follow-", "");
    try {
      return run(followed, to, body, pause);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return ExitCode.DONE;
    } finally {
      Files.deleteIfExists(body);
    }
  }

  private int run(FollowedUrl followed, Destination to, Path body, Duration pause)
      throws IOException, InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    while (true) {
      int exit = ExitCode.DONE;
      switch (followed.look(body)) {
        case FollowedUrl.New found -> {
          Destination.Took took = to.take(found);
          exit = took.exit();
          if (took.isOver()) return exit;
          if (took.isAnswered()) followed.remember();
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
