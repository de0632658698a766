package org.ascertain.server;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.ascertain.answers.ExitCode;
import org.ascertain.answers.JsonAnswer;
import org.ascertain.answers.ServeOptions;
import org.ascertain.archive.Archive;
import org.ascertain.desk.DeskTables;
import org.ascertain.desk.Rehearsal;
import org.ascertain.ledger.LedgerException;
import org.ascertain.ledger.LedgerException.Reason;
import org.ascertain.ledger.Tables;
import org.ascertain.postgres.DataPlace;
import org.ascertain.watch.WatchStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts the server, or says in one sentence why it cannot. */
@Command(name = "serve", description = ServeOptions.DESCRIPTION, mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  private static final int ANY = 0;
  private static final String LOOPBACK = "127.0.0.1";

  /** Where programs of the same machine find a server, in its data folder while it runs. */
  private static final String ADDRESSES = "server.json";

  private static final Duration LONGEST_END = Duration.ofSeconds(4);

  @Mixin private ServeOptions options;

  @Override
  public Integer call() {
    options.check();
    if (options.isLoggedAsJson()) {
      JsonLog.begin();
      Settings.setLoggedAsJson();
    }
    int port = options.port();
    if (port != ANY) requireFree(options.host(), port, "--port");
    int management = options.managementPort();
    if (management != ANY) requireFree(LOOPBACK, management, "--management-port");
    System.setProperty("quarkus.management.host", LOOPBACK);
    System.setProperty("quarkus.management.port", Integer.toString(management));
    System.setProperty("quarkus.http.host", options.host());
    System.setProperty("quarkus.http.port", Integer.toString(port));
    Optional<Rehearsal.Plan> rehearsing = options.rehearsed().map(this::plan);
    Optional<Path> rehearsedDesk =
        rehearsing.filter(plan -> options.isWithPeople()).map(RehearsedDesk::begin);
    rehearsedDesk.ifPresentOrElse(
        folder -> Settings.setWithPeople(folder, rehearsing.orElseThrow()),
        () -> Settings.set(options.data(), rehearsing));
    Settings.setNotices(options.notices());
    options.provider().ifPresent(Settings::setProvider);
    options.data().ifPresent(this::share);
    // What runs comes first: its record needs the processors while the server starts.
    if (options.data().isEmpty() && rehearsing.isEmpty()) {
      var _ = LongestRecord.readAhead();
    }
    AtomicInteger exit = new AtomicInteger(ExitCode.DONE);
    Quarkus.run(
        options.isWarmUp() ? WarmUp.class : UntilStopped.class,
        (code, fault) -> exit.set(fault == null ? code : ExitCode.FAULT));
    return exit.get();
  }

  private void requireFree(String host, int port, String option) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(host, port));
    } catch (IOException taken) {
      throw options.wrong(
          "Nothing can listen on %s port %d: %s. Name another by %s, or 0 for any free one."
              .formatted(host, port, taken.getMessage(), option));
    }
  }

  private Rehearsal.Plan plan(String election) {
    if (Archive.find(election).isEmpty()) throw options.unknownElection(election);
    return new Rehearsal.Plan(election, options.speed(), options.rate(), options.from());
  }

  /** Of several servers on one database one writes, as soon as it may. */
  private void share(Path folder) {
    List<Tables> tables = new ArrayList<>(DeskTables.ofRecords());
    tables.addAll(DeskTables.ofDesk());
    tables.add(WatchStore.tables());
    DataPlace.database(folder)
        .ifPresent(store -> store.serve(this::say, tables.toArray(Tables[]::new)));
  }

  private void say(String sentence) {
    say(sentence, options.isLoggedAsJson());
  }

  private static void say(String sentence, boolean asJson) {
    System.out.println(
        asJson ? JsonLog.line(InstantSource.system().instant(), sentence) : sentence);
  }

  /** Serves until a signal comes. */
  static final class UntilStopped implements QuarkusApplication {

    private final Address address;
    private final Settings settings;
    private final Desks desks;
    private final RehearsedDesk rehearsal;

    UntilStopped(Address address, Settings settings, Desks desks, RehearsedDesk rehearsal) {
      this.rehearsal = rehearsal;
      this.address = address;
      this.settings = settings;
      this.desks = desks;
    }

    @Override
    public int run(String... args) {
      say("Ascertain serves on " + address.url() + "/");
      say("Health and metrics: " + address.management() + "/q/health, /q/metrics");
      if (settings.data().isPresent()) say("Desk: " + address.url() + "/desk");
      firstLink().ifPresent(this::say);
      rehearsal.start(address.url());
      Optional<Path> file = settings.data().map(folder -> folder.resolve(ADDRESSES));
      file.ifPresent(this::write);
      Quarkus.waitForExit();
      Thread.ofPlatform().daemon().name("last resort").start(UntilStopped::halt);
      file.ifPresent(UntilStopped::delete);
      return ExitCode.DONE;
    }

    private void say(String sentence) {
      ServeCommand.say(sentence, settings.isLoggedAsJson());
    }

    /**
     * As long as nobody can let people in, whoever reads the terminal may; or why nobody can be let
     * in here.
     */
    private Optional<String> firstLink() {
      try {
        return desks
            .staff()
            .flatMap(staff -> staff.people().firstAdministrator())
            .map(
                link ->
                    "No administrator yet. Within an hour, once: %s/desk#invitation=%s"
                        .formatted(address.url(), link.text()));
      } catch (LedgerException cannotBeWritten) { // what is there is served; nobody signs in
        return cannotBeWritten.reason() == Reason.TAKEN
            ? Optional.empty() // by the server that writes they do
            : Optional.of("The desk cannot be used: " + cannotBeWritten.getMessage());
      }
    }

    /** Whatever still runs when the time to end is over does not go on. */
    private static void halt() {
      try {
        Thread.sleep(LONGEST_END);
      } catch (InterruptedException soon) {
        Thread.currentThread().interrupt();
      }
      Runtime.getRuntime().halt(ExitCode.DONE);
    }

    private void write(Path file) {
      String json =
          JsonAnswer.compact(
              each -> {
                each.number("pid", ProcessHandle.current().pid());
                each.text("address", address.url());
                each.text("management", address.management());
              });
      try {
        Files.writeString(file, json + "\n");
      } catch (IOException notOurs) {
        System.err.println("%s was not written: %s".formatted(file, notOurs.getMessage()));
      }
    }

    private static void delete(Path file) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException notOurs) {
        System.err.println("%s was left behind: %s".formatted(file, notOurs.getMessage()));
      }
    }
  }
}
