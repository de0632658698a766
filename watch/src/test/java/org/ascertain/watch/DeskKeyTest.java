package org.ascertain.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ascertain.ledger.LedgerException;
import org.ascertain.postgres.ScratchStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One desk, one key: on a machine that lacks it, as a second server's may, none is made anew. */
@Timeout(60)
class DeskKeyTest {

  @TempDir private Path folder;
  private WatchStore store;
  private Path file;

  @BeforeEach
  void open() {
    store = WatchStore.open(ScratchStores.in(folder));
    file = folder.resolve("keys").resolve("desk.key");
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void it_is_made_once_and_read_from_then_on() {
    store.requireKey(file); // a desk without watches lacks nothing
    assertThat(file).doesNotExist();
    DeskKey made = store.key(file);
    assertThat(store.key(file).publicKey()).isEqualTo(made.publicKey());
  }

  @Test
  void a_lost_one_is_not_made_anew() throws IOException {
    store.key(file);
    Files.delete(file);
    assertThatThrownBy(() -> store.key(file))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("The key of the desk is missing: put back " + file);
    assertThatThrownBy(() -> store.requireKey(file)).hasMessageContaining("put back");
    assertThat(file).doesNotExist();
  }

  @Test
  void that_of_another_desk_is_refused() {
    store.key(file);
    Path other = folder.resolve("other").resolve("desk.key");
    DeskKey.open(other);
    assertThatThrownBy(() -> store.key(other))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("is not the key that this desk's watches were made with");
  }
}
