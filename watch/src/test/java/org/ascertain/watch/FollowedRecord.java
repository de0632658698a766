package org.ascertain.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.ascertain.archive.Archive;
import org.ascertain.condition.Condition;
import org.ascertain.condition.ConditionParser;
import org.ascertain.condition.ConditionParser.Parsed;
import org.ascertain.election.Attestation;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.When;
import org.ascertain.law.Law;
import org.ascertain.ledger.DataFolder;
import org.ascertain.ledger.Draft;
import org.ascertain.ledger.Ledger;
import org.ascertain.postgres.ScratchStores;
import org.ascertain.record.RecordReader;
import org.ascertain.standing.History;

/** A record of 2020 that begins anew in a folder, and programs of their own that follow it. */
record FollowedRecord(DataFolder data) {

  static final String ID = "us-president-2020";
  static final Header HEADER = header();
  private static final Law LAW = Law.of(HEADER).orElseThrow();

  /** The first line of the archive's record; the programs that are killed are to start soon. */
  private static Header header() {
    try (BufferedReader record =
        new BufferedReader(new InputStreamReader(Archive.open(ID).orElseThrow(), UTF_8))) {
      byte[] first = (record.readLine() + "\n").getBytes(UTF_8);
      return History.header(RecordReader.read(new ByteArrayInputStream(first)).entries())
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** After so many kills another record begins: what is read again at each start is to be short. */
  private static final int AT_A_RECORD = 50;

  /** How often those who follow each of several records are killed, to come to so many kills. */
  static IntStream slices(int kills) {
    return IntStream.iterate(0, killed -> killed < kills, killed -> killed + AT_A_RECORD)
        .map(killed -> Math.min(AT_A_RECORD, kills - killed));
  }

  static FollowedRecord in(Path folder) {
    return new FollowedRecord(new DataFolder(folder, ScratchStores.in(folder)));
  }

  static Condition condition(String text) {
    if (!(ConditionParser.parse(text, HEADER, LAW) instanceof Parsed.Understood(var understood)))
      throw new AssertionError(text);
    return understood;
  }

  /** A call of AP's for a state, or its withdrawal, by turns: each a second later than the last. */
  static Fact call(String state, int number) {
    Attestation at =
        Attestation.of(
            When.parse(
                "2020-11-04T%02d:%02d:%02d-05:00"
                    .formatted(number / 3_600, number / 60 % 60, number % 60)),
            HEADER.attestation().source());
    return number % 2 == 0
        ? new Fact.Call(at, state, "AP", "trump")
        : new Fact.CallWithdrawn(at, state, "AP", "trump");
  }

  Ledger ledger() {
    return data.store().open(ID, InstantSource.system(), sentence -> {});
  }

  static void append(Ledger ledger, Fact... facts) {
    List<Draft> drafts = new ArrayList<>();
    for (Fact fact : facts) drafts.add(new Draft.Fresh("7", fact));
    ledger.append(drafts, "key " + System.nanoTime()).join();
    LockSupport.parkNanos(3_000_000); // what is recorded at one moment counts together
  }

  Following following(String follower, WatchStore store) {
    return new Following(
        follower,
        ID,
        data.election(ID),
        Archive.knownUnits(),
        store,
        InstantSource.system(),
        Optional::empty,
        false);
  }

  /** Starts a program, with the folder as its first argument; gives it once it has begun. */
  Process start(Class<?> program, String argument) throws IOException {
    String unpacked =
        Objects.requireNonNullElse(System.getProperty("org.sqlite.tmpdir"), data.path().toString());
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.sqlite.tmpdir=" + unpacked,
                "-cp",
                System.getProperty("java.class.path"),
                program.getName(),
                data.path().toString(),
                argument)
            .redirectErrorStream(true)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    assertThat(process.inputReader(UTF_8).readLine()).isEqualTo("begun");
    return process;
  }
}
