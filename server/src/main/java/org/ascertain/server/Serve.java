package org.ascertain.server;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.ascertain.archive.Archive;
import org.ascertain.cli.Ascertain;
import org.ascertain.cli.Exit;
import org.ascertain.cli.PublishCommand;
import org.ascertain.cli.ServeCommand;
import org.ascertain.ledger.DataFolder;
import org.ascertain.record.Flaw;
import org.ascertain.record.Trust;
import picocli.CommandLine;

/** Reads the command line, starts the server, and says in one sentence why it cannot. */
@QuarkusMain
public final class Serve extends ServeCommand {

  private static final int ANY = 0;

  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs one command line and gives its exit code. */
  static int run(String... args) {
    return Ascertain.run(Serve::make, args);
  }

  /** Puts this module's commands in the places that the command line has for them. */
  private static <K> K make(Class<K> kind) throws Exception {
    if (kind.equals(ServeCommand.class)) return kind.cast(new Serve());
    if (kind.equals(PublishCommand.class)) return kind.cast(new Publish());
    return CommandLine.defaultFactory().create(kind);
  }

  @Override
  public Integer call() {
    int port = port();
    if (port != ANY) requireFree(port);
    System.setProperty("quarkus.http.host", host());
    System.setProperty("quarkus.http.port", Integer.toString(port));
    data().ifPresent(this::requireSound);
    Optional<Rehearsing> rehearsing = rehearsing();
    rehearsing.ifPresent(this::requireElection);
    Settings.set(data(), rehearsing);
    AtomicInteger exit = new AtomicInteger(Exit.DONE);
    Quarkus.run(
        isWarmUp() ? WarmUp.class : UntilStopped.class,
        (code, fault) -> exit.set(fault == null ? code : Exit.FAULT));
    return exit.get();
  }

  private void requireFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(host(), port));
    } catch (IOException taken) {
      throw wrong(
          "Nothing can listen on %s port %d: %s. Name another by --port, or 0 for any free one."
              .formatted(host(), port, taken.getMessage()));
    }
  }

  private void requireElection(Rehearsing rehearsing) {
    if (Archive.find(rehearsing.election()).isEmpty())
      throw wrong(
          "There is no election '%s' in the archive to rehearse.".formatted(rehearsing.election()));
  }

  private void requireSound(Path folder) {
    if (!Files.isDirectory(folder)) throw wrong("There is no data folder '%s'.".formatted(folder));
    DataFolder data = new DataFolder(folder);
    for (String election : data.elections()) {
      List<Flaw> flaws = data.verify(election, Trust.NONE).flaws();
      if (!flaws.isEmpty())
        throw wrong(
            "The data folder '%s' is damaged: %s, %s; 'ascertain verify %s --data %s' tells more."
                .formatted(folder, election, flaws.getFirst(), election, folder));
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
      return Exit.DONE;
    }
  }
}
