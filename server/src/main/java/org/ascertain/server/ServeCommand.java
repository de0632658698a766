package org.ascertain.server;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.ascertain.answers.ExitCode;
import org.ascertain.answers.ServeOptions;
import org.ascertain.archive.Archive;
import org.ascertain.desk.Rehearsal;
import org.ascertain.ledger.DataFolder;
import org.ascertain.record.Flaw;
import org.ascertain.record.Trust;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts the server, or says in one sentence why it cannot. */
@Command(name = "serve", description = ServeOptions.DESCRIPTION, mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  private static final int ANY = 0;

  @Mixin private ServeOptions options;

  @Override
  public Integer call() {
    int port = options.port();
    if (port != ANY) requireFree(port);
    System.setProperty("quarkus.http.host", options.host());
    System.setProperty("quarkus.http.port", Integer.toString(port));
    options.data().ifPresent(this::requireSound);
    Optional<Rehearsal.Plan> rehearsing = options.rehearsed().map(this::plan);
    Settings.set(options.data(), rehearsing);
    AtomicInteger exit = new AtomicInteger(ExitCode.DONE);
    Quarkus.run(
        options.isWarmUp() ? WarmUp.class : UntilStopped.class,
        (code, fault) -> exit.set(fault == null ? code : ExitCode.FAULT));
    return exit.get();
  }

  private void requireFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(options.host(), port));
    } catch (IOException taken) {
      throw options.wrong(
          "Nothing can listen on %s port %d: %s. Name another by --port, or 0 for any free one."
              .formatted(options.host(), port, taken.getMessage()));
    }
  }

  private Rehearsal.Plan plan(String election) {
    if (Archive.find(election).isEmpty())
      throw options.wrong(
          "There is no election '%s' in the archive to rehearse.".formatted(election));
    return new Rehearsal.Plan(election, options.speed(), options.rate(), options.from());
  }

  private void requireSound(Path folder) {
    if (!Files.isDirectory(folder))
      throw options.wrong("There is no data folder '%s'.".formatted(folder));
    DataFolder data = new DataFolder(folder);
    for (String election : data.elections()) {
      List<Flaw> flaws = data.verify(election, Trust.NONE).flaws();
      if (!flaws.isEmpty())
        throw options.wrong(
            "The data folder '%s' is damaged: %s, %s; 'ascertain verify %s' tells more."
                .formatted(folder, election, flaws.getFirst(), folder));
    }
  }

  /** Serves until a signal comes. */
  static final class UntilStopped implements QuarkusApplication {

    private final Address address;

    UntilStopped(Address address) {
      this.address = address;
    }

    @Override
    public int run(String... args) {
      System.out.println("Ascertain serves on " + address.url() + "/");
      Quarkus.waitForExit();
      return ExitCode.DONE;
    }
  }
}
