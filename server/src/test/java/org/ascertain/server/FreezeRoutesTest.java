package org.ascertain.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import org.ascertain.desk.Policy;
import org.ascertain.desk.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** While an election is frozen readers see what there was; afterwards, everything. */
@QuarkusTest
@TestProfile(RunningDesk.Profile.class)
@Timeout(120)
class FreezeRoutesTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  private final RunningDesk desk = new RunningDesk();
  private final Client reader = new Client();
  private final SignedIn rita = SignedIn.as("Rita", Role.RECORDER);
  private final SignedIn vera = SignedIn.as("Vera", Role.REVIEWER);
  private final SignedIn viktor = SignedIn.as("Viktor", Role.REVIEWER);

  private JsonNode freeze() {
    JsonNode now = SignedIn.tree(reader.get(RunningDesk.AT + "/freeze").body());
    assertThat(
            JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(SchemaLocation.of("classpath:org/ascertain/answers/schemas/Freeze.json"))
                .validate(now.toString(), InputFormat.JSON))
        .isEmpty();
    return now;
  }

  private boolean isShown(long entry) {
    return reader.get(RunningDesk.AT + "/entries/" + entry).statusCode() == 200;
  }

  private void awaitShown(long entry) throws InterruptedException {
    long end = System.nanoTime() + SOON.toNanos();
    while (!isShown(entry) && System.nanoTime() < end) Thread.sleep(50);
    assertThat(isShown(entry)).as("entry %d", entry).isTrue();
  }

  /** The entry of a row that a check doubts and that is recorded all the same. */
  private long doubted() {
    String token = RunningDesk.issue("flags", Policy.FLAG).secret();
    String table =
        """
        unit,at,biden,trump,total
        NM,2020-11-04T05:00:00Z,4000,3000,7000
        NM,2020-11-04T05:10:00Z,3990,2990,6980
        """;
    String answer = desk.postAs(token, "/returns", table).body();
    assertThat(SignedIn.tree(answer).at("/recorded").asLong()).as(answer).isEqualTo(2);
    return desk.entries() - 1;
  }

  private String unexplained() {
    return reader.get(RunningDesk.AT + "/unexplained").body();
  }

  @Test
  void what_is_recorded_during_a_freeze_is_shown_after_it() throws Exception {
    awaitShown(desk.entries() - 1);
    long version = freeze().at("/version").asLong();
    JsonNode asked =
        rita.done("/freeze", "{\"version\":%d,\"reason\":\"two papers\"}".formatted(version));
    assertThat(freeze().toString()).doesNotContain("two papers");
    assertThat(asked.at("/next")).isEmpty();
    JsonNode frozen = vera.done("/freeze/approve", "{\"version\":%d}".formatted(version + 1));
    assertThat(frozen.at("/frozen").asBoolean()).isTrue();
    assertThat(freeze().at("/reason").asText()).isEqualTo("two papers");
    long before = desk.entries();
    assertThat(freeze().at("/entries").asLong()).isEqualTo(before);

    JsonNode proposed =
        vera.done(
            "/proposals",
            """
            {"facts":[{"fact":"call","at":"2020-11-13T20:00:00Z","unit":"AZ","caller":"Fox","for":"biden"}],"reason":"seen"}""");
    viktor.done("/proposals/" + proposed.at("/id").asLong() + "/approve", "{\"version\":1}");
    assertThat(desk.entries()).isEqualTo(before + 1);
    // for three times as long as a reader waits for an entry at most
    for (int look = 0; look < 30; look++) {
      assertThat(isShown(before)).isFalse();
      Thread.sleep(50);
    }

    long doubted = doubted();
    assertThat(unexplained()).doesNotContain("\"entry\":%d,".formatted(doubted));

    viktor.done("/unfreeze", "{\"version\":%d}".formatted(version + 2));
    awaitShown(before);
    assertThat(freeze().at("/frozen").asBoolean()).isFalse();
    assertThat(unexplained()).contains("\"entry\":%d,".formatted(doubted));
  }
}
