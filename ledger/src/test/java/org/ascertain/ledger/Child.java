package org.ascertain.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.ascertain.ledger.Ledger.Indexes;

/**
 * A program of its own that appends and says what it was answered, to be killed or starved of disk.
 */
final class Child implements AutoCloseable {

  /** Killed children would leave SQLite's native library in the temporary folder. */
  private static final String NATIVE =
      Objects.requireNonNullElse(System.getProperty(NativeLibrary.FOLDER), "target/native");

  /** Tables in which a row stands beside every third entry. */
  static final Tables BESIDE =
      new Tables("thirds", List.of("create table third (entry bigint primary key)"));

  private final Process process;
  private final BufferedReader said;

  private Child(Process process) {
    this.process = process;
    this.said = process.inputReader(UTF_8);
  }

  /**
   * Starts a program that appends entries {@code from}, {@code from + 1}, ... without end.
   *
   * @param before a command line to run it by
   */
  static Child appending(Path record, long from, String... before) {
    return start(List.of(before), List.of(), record, from);
  }

  /** The same with further options of the JVM. */
  static Child appendingWith(List<String> options, Path record, long from) {
    return start(List.of(), options, record, from);
  }

  private static Child start(List<String> before, List<String> options, Path record, long from) {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
    command.add("-D" + NativeLibrary.FOLDER + "=" + NATIVE);
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Child.class.getName()));
    command.addAll(List.of(record.toString(), Long.toString(from)));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      // However these tests end, it does not outlive them.
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      return new Child(process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next line that it says; empty when it has ended. */
  Optional<String> next() {
    try {
      return Optional.ofNullable(said.readLine());
    } catch (IOException e) {
      return Optional.empty(); // it was killed in the middle of a line
    }
  }

  long pid() {
    return process.pid();
  }

  /** Lets it go on after it has waited for us. */
  void goOn() {
    try {
      process.outputWriter().append('\n').flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** kill -9; what it said before can still be heard, which Process itself would not let us. */
  void kill() {
    process.toHandle().destroyForcibly();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What stands beside an entry: a row with its index, if that is a third one. */
  static Beside beside(long index) {
    if (index % 3 != 0) return Beside.NOTHING;
    return (in, at) -> {
      try (PreparedStatement insert = in.prepareStatement("insert into third values (?)")) {
        insert.setLong(1, at.first());
        insert.executeUpdate();
      }
    };
  }

  /**
   * Appends one by one, prints each index that it is answered; at a refusal prints it and waits for
   * a line.
   */
  public static void main(String[] arguments) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    try (Ledger ledger =
        SqliteFile.open(
            Path.of(arguments[0]),
            InstantSource.system(),
            notice -> System.out.println(notice),
            BESIDE)) {
      for (long i = Long.parseLong(arguments[1]); ; i++) {
        try {
          Indexes indexes =
              ledger.append(List.of(Records.fact("note " + i)), "key " + i, beside(i)).join();
          System.out.println("recorded " + indexes.first());
          if (System.out.checkError()) return; // nobody listens any more
        } catch (CompletionException e) {
          if (!(e.getCause() instanceof LedgerException why)) throw e;
          System.out.println(why.reason() + " " + why.getMessage());
          in.readLine();
          i--;
        }
      }
    } catch (LedgerException e) {
      System.out.println(e.reason() + " " + e.getMessage());
    }
  }
}
