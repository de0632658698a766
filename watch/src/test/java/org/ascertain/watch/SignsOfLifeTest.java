package org.ascertain.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.archive.Archive;
import org.ascertain.condition.ConditionParser;
import org.ascertain.condition.ConditionParser.Parsed;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Washington;
import org.ascertain.law.Law;
import org.ascertain.ledger.DataFolder;
import org.ascertain.ledger.Draft;
import org.ascertain.ledger.Ledger;
import org.ascertain.ledger.Secret;
import org.ascertain.postgres.ScratchStores;
import org.ascertain.record.Checkpoint;
import org.ascertain.record.Hash;
import org.ascertain.record.RecordReader;
import org.ascertain.record.RecordSoFar;
import org.ascertain.standing.History;
import org.ascertain.watch.Deliveries.Due;
import org.ascertain.watch.Endpoint.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Silence is never mistaken for no: whoever asked for it hears each day that nothing turned. */
@Timeout(60)
class SignsOfLifeTest {

  private static final String ID = "us-president-2028";
  private static final Instant NOW = Instant.parse("2028-11-10T12:00:00Z");
  private static final String FIRST =
      """
      {"fact":"election","at":"2028-11-07","source":{"id":"s","title":"S"},"election":"us-president-2028","year":2028,\
      "candidates":[{"id":"a","name":"Ann"}],"tickets":[{"id":"a","president":"a"}]}
      """;

  @TempDir private Path folder;

  @Test
  void it_comes_once_a_day_to_whoever_asked_and_holds_up_no_turn() {
    DataFolder data = new DataFolder(folder, ScratchStores.in(folder));
    Header header =
        History.header(
                RecordReader.readOn(
                        new RecordSoFar(), new ByteArrayInputStream(FIRST.getBytes(UTF_8)))
                    .entries())
            .orElseThrow();
    try (Ledger ledger = data.store().open(ID, InstantSource.system(), sentence -> {});
        WatchStore store = WatchStore.open(data.store())) {
      ledger.append(List.of(new Draft.Fresh("1", header)), "key").join();
      Following following =
          new Following(
              "server",
              ID,
              data.election(ID),
              Archive.knownUnits(),
              store,
              InstantSource.system(),
              Optional::empty,
              false);
      following.goOn();
      following.look();
      add(following, store, header, "wants", true);
      add(following, store, header, "does not", false);
      SignsOfLife signs = new SignsOfLife(store, "server", ID);
      Checkpoint checkpoint = new Checkpoint("log", 1, Hash.OF_NOTHING);
      for (int i = 0; i < 3; i++)
        signs.tell(following, LocalDate.parse("2028-11-10"), NOW, checkpoint::unsigned);
      signs.tell(following, LocalDate.parse("2028-11-11"), NOW, checkpoint::unsigned);
      assertThat(store.turns(TurnId.of("wants"))).as("signs are no turns").isZero();
      store.keep(TurnId.of("wants"), 1, new Notice(TurnId.of("turn"), "{}"), NOW);
      List<Due> due =
          store.deliveries().take("server", Washington.nanos(NOW), Duration.ofMinutes(1), 100);
      assertThat(due).extracting(Due::watch).containsOnly(TurnId.of("wants"));
      assertThat(due.stream().filter(Due::isSignOfLife)).hasSize(2);
      assertThat(due.stream().filter(each -> each.seq() == 1)).hasSize(1);
      assertThat(due.stream().filter(Due::isSignOfLife).map(each -> each.notice().body()))
          .allMatch(
              body -> body.contains("ascertain.watch.still") && body.contains("\"entries\":1"));
      assertThat(store.turns(TurnId.of("wants"), 0, 10))
          .as("no turn is among the signs")
          .hasSize(1);
    }
  }

  private static void add(
      Following following, WatchStore store, Header header, String name, boolean still) {
    String id = TurnId.of(name);
    Endpoint endpoint =
        Endpoint.made(
            id,
            Secret.random(new SecureRandom()),
            Kind.MAIL,
            "ann@example.org",
            "",
            "",
            "en",
            still,
            OptionalLong.empty(),
            "network");
    var declared =
        (Parsed.Understood) ConditionParser.parse("declared", header, Law.of(header).orElseThrow());
    assertThat(following.add(id, declared.condition(), Optional.of(endpoint), true)).isTrue();
    store.endpoints().confirm(id);
  }
}
