package org.ascertain.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.ascertain.archive.Archive;
import org.ascertain.condition.Condition;
import org.ascertain.condition.ConditionParser;
import org.ascertain.condition.ConditionParser.Parsed;
import org.ascertain.ledger.DataFolder;
import org.ascertain.standing.History;
import org.ascertain.watch.DeskKey;
import org.ascertain.watch.Following;
import org.ascertain.watch.PastElections;
import org.ascertain.watch.WatchStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Watches that were made before a server started are looked after, though nobody asks for one. */
@QuarkusTest
@TestProfile(WatchesGoOnTest.Profile.class)
@Timeout(120)
class WatchesGoOnTest {

  private static final String WATCH = "made before";

  /** The running desk, to whose folder a server before it has added a watch. */
  public static final class Profile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      DataFolder data = RunningDesk.data();
      DeskKey.open(data.deskKeyFile());
      try (WatchStore store = WatchStore.open(data.store())) {
        Following before =
            new Following(
                WatchedRecord.FOLLOWER,
                RunningDesk.ELECTION,
                data.election(RunningDesk.ELECTION),
                Archive.knownUnits(),
                store,
                InstantSource.system(),
                Optional::empty,
                false);
        before.goOn();
        before.look();
        before.add(WATCH, condition());
      }
      return new RunningDesk.Profile().getConfigOverrides();
    }

    private static Condition condition() {
      History of = PastElections.history(RunningDesk.ELECTION);
      return ((Parsed.Understood) ConditionParser.parse("leads(UT)", of.header(), of.law()))
          .condition();
    }
  }

  private final RunningDesk desk = new RunningDesk();

  @Test
  void a_watch_made_before_the_server_started_turns_though_nobody_asks_for_it() throws Exception {
    String row =
        """
        {"fact":"returns","at":"2020-11-04T02:00:00-05:00","unit":"UT",\
        "votes":{"trump":200,"biden":100},"total":300}""";
    assertThat(desk.post(RunningDesk.AT + "/facts", "application/json", row).statusCode())
        .isEqualTo(200);
    try (WatchStore store = WatchStore.open(RunningDesk.data().store())) {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (store.turns(WATCH) == 0 && System.nanoTime() < end) TimeUnit.MILLISECONDS.sleep(20);
      assertThat(store.turns(WATCH)).isEqualTo(1);
    }
  }
}
