package org.ascertain.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.ascertain.ledger.Ledger;
import org.ascertain.ledger.StoredRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The network of the server that writes is cut, so that neither it nor the database is told of an
 * end of their connection. The server runs in a network namespace of its own, which root alone may
 * make.
 */
@Timeout(120)
class CutNetworkTest {

  private static final String ELECTION = "us-president-2020";

  /** Of nobody's network: set aside for measurements of devices (RFC 2544). */
  private static final String NETWORK = "198.18.77.0/30";

  private static final String HERE = "198.18.77.1";
  private static final String THERE = "198.18.77.2";

  /** The database gives a silent connection up after 2 + 3 s (or 5 s where something is due). */
  private static final int LONGEST_SILENCE_SECONDS = 15;

  /** Between the loss of the lead, some three seconds later, and a try to connect, of five. */
  private static final int LONGEST_REFUSAL_SECONDS = 20;

  private static final String NAME = "asc" + ProcessHandle.current().pid();

  /** Appends one entry after the other by the lead, and tells what became of each. */
  static final class Child {
    public static void main(String[] args) throws InterruptedException {
      try (PostgresStore store = PostgresStore.open(args[0]);
          Leading leading = store.serve(notice -> {});
          Ledger ledger = store.open(ELECTION, InstantSource.system(), notice -> {})) {
        for (int i = 0; leading != null; i++) {
          try {
            Notes.append(ledger, "note " + i);
            System.out.println(i);
          } catch (CompletionException refused) {
            System.out.println(refused.getMessage());
            i--;
          }
          TimeUnit.MILLISECONDS.sleep(10);
        }
      }
    }
  }

  @BeforeEach
  void requireNamespaces() throws Exception {
    assumeTrue(
        "root".equals(System.getProperty("user.name"))
            && succeeds("unshare", "--net", "true")
            && succeeds("ip", "-V"),
        "no network can be made here that could be cut (it takes root and iproute2)");
  }

  /** Connects this machine with the namespace of a process; both ends go with it. */
  private static void connect(Process process) throws Exception {
    String namespace = String.valueOf(process.pid());
    succeed("ip link add %s type veth peer name far netns %s".formatted(NAME, namespace));
    succeed("ip address add %s/30 dev %s".formatted(HERE, NAME));
    succeed("ip link set %s up".formatted(NAME));
    String within = "nsenter --net=/proc/%s/ns/net ".formatted(namespace);
    succeed(within + "ip address add %s/30 dev far".formatted(THERE));
    succeed(within + "ip link set far up");
  }

  private static void succeed(String command) throws Exception {
    assertThat(succeeds(command.split(" ", -1))).as(command).isTrue();
  }

  private static boolean succeeds(String... command) throws Exception {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException notThere) {
      return false;
    }
  }

  @Test
  void another_takes_over_within_two_seconds_of_the_lock_and_the_one_cut_off_writes_nothing_more()
      throws Exception {
    // it listens to the network that will be there, and to none but those that it admits
    try (ScratchServer database = ScratchServer.start("listen_addresses=*")) {
      database.admit(NETWORK);
      String near = database.newDatabase();
      BlockingQueue<String> said = new LinkedBlockingQueue<>();
      Process cutOff = child(near.replace("127.0.0.1", HERE), said);
      try (PostgresStore store = PostgresStore.open(near)) {
        assertThat(said.poll(30, TimeUnit.SECONDS)).isEqualTo("waits");
        connect(cutOff);
        begin(cutOff);
        awaitAnswers(said, 20);
        String holder = holder(database, near);
        Beginning taken = new Beginning();
        try (Leading leading = store.serve(taken)) {
          assertThat(leading).isNotNull();
          succeed("ip link set %s down".formatted(NAME));
          awaitOther(holder, database, near);
          taken.await();
          try (Ledger ledger = store.open(ELECTION, InstantSource.system(), notice -> {})) {
            long before = ledger.size();
            assertThat(before).isGreaterThanOrEqualTo(answered(20, said));
            // whoever was not answered asks again by the same key
            ledger.append(List.of(Notes.fact("note " + before)), "note " + before).join();
            // its client is told within seconds, and not once the network is there again
            awaitRefusal("cannot be reached", LONGEST_REFUSAL_SECONDS, said);
            succeed("ip link set %s up".formatted(NAME));
            awaitRefusal("Another server writes", 60, said);
            assertThat(ledger.size()).isEqualTo(before + 1);
            StoredRecord record = store.election(ELECTION);
            assertThat(record.size()).isEqualTo(before + 1);
            record.readChecked(before + 1, (line, index) -> {}, flaw -> assertThat(flaw).isNull());
          }
        }
      } finally {
        cutOff.destroyForcibly().waitFor();
        var _ = succeeds("ip", "link", "delete", NAME); // it would go by itself in a moment
      }
    }
  }

  /** A process in a network namespace of its own, which waits there to be begun. */
  private static Process child(String address, BlockingQueue<String> said) throws IOException {
    Process child =
        new ProcessBuilder(
                "unshare",
                "--net",
                "sh",
                "-c",
                "echo waits && read begin && exec \"$@\"",
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                address)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Thread.ofVirtual().start(() -> child.inputReader(UTF_8).lines().forEach(said::add));
    return child;
  }

  private static void begin(Process child) throws IOException {
    try (Writer in = child.outputWriter(UTF_8)) {
      in.write("begin\n");
    }
  }

  /** Waits until so many were answered. */
  private static void awaitAnswers(BlockingQueue<String> said, int number)
      throws InterruptedException {
    for (int i = 0; i < number; i++) assertThat(said.poll(30, TimeUnit.SECONDS)).matches("\\d+");
  }

  /** How many were answered; they are numbered from 0 on. */
  private static int answered(int before, BlockingQueue<String> said) {
    int answered = before;
    for (String each = said.poll(); each != null; each = said.poll())
      if (each.matches("\\d+")) answered = Integer.parseInt(each) + 1;
    return answered;
  }

  private static String holder(ScratchServer database, String address) {
    return database.sql(
        address.substring(address.lastIndexOf('/') + 1),
        "select pid from pg_locks where locktype = 'advisory' and granted and database = (select"
            + " oid from pg_database where datname = current_database())");
  }

  private static void awaitOther(String holder, ScratchServer database, String address)
      throws InterruptedException {
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SILENCE_SECONDS);
    while (holder(database, address).equals(holder)) {
      assertThat(System.nanoTime()).as("the database gives it up").isLessThan(limit);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private static void awaitRefusal(String why, int seconds, BlockingQueue<String> said)
      throws InterruptedException {
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    String last = "";
    while (!last.contains(why)) {
      assertThat(System.nanoTime()).as(last).isLessThan(limit);
      String next = said.poll(1, TimeUnit.SECONDS);
      if (next == null) continue;
      assertThat(next).as("it is not answered").doesNotMatch("\\d+");
      last = next;
    }
  }
}
