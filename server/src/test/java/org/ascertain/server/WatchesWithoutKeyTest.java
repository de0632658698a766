package org.ascertain.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.ascertain.ledger.DataFolder;
import org.ascertain.watch.WatchStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that has watches and not their key, as a second machine may, says so. */
@QuarkusTest
@TestProfile(WatchesWithoutKeyTest.Profile.class)
@Timeout(120)
class WatchesWithoutKeyTest {

  /** The running desk, whose watches were made by a key that is gone. */
  public static final class Profile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      DataFolder data = RunningDesk.data();
      try (WatchStore store = WatchStore.open(data.store())) {
        store.key(data.deskKeyFile());
        Files.delete(data.deskKeyFile());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new RunningDesk.Profile().getConfigOverrides();
    }
  }

  private final Client client = new Client();

  @Test
  void its_health_says_what_is_missing_and_no_key_is_made_anew() throws Exception {
    String missing = "The key of the desk is missing: put back " + RunningDesk.data().deskKeyFile();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    String health = "";
    while (!health.contains(missing) && System.nanoTime() < end) {
      health = client.management("/q/health/well").body();
      TimeUnit.MILLISECONDS.sleep(20);
    }
    assertThat(health).contains(missing);
    assertThat(RunningDesk.data().deskKeyFile()).doesNotExist();
  }
}
