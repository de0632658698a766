package org.ascertain.desk;

import static org.ascertain.desk.Proposals.ANN;
import static org.ascertain.desk.Proposals.BEN;
import static org.ascertain.desk.Proposals.CLEO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.ascertain.desk.FreezeActs.Done;
import org.ascertain.desk.FreezeActs.NotOpen;
import org.ascertain.ledger.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the public sees stands still when two people want it to, and goes on when one does. */
@Timeout(60)
class FreezeTest {

  @TempDir private Path folder;
  private Store store;

  @BeforeEach
  void begin() {
    store = Records.store(folder);
  }

  private static Freeze done(FreezeActs.Acted acted) {
    assertThat(acted).isInstanceOf(Done.class);
    return ((Done) acted).now();
  }

  @Test
  void one_asks_another_agrees_and_the_public_sees_what_there_was_then() {
    assertThat(Freeze.of(store.election(Records.ELECTION))).isEqualTo(new Freeze.Thawed(0));
    try (ElectionDesk desk = Records.open(store)) {
      FreezeActs acts = desk.freezes();
      assertThat(done(acts.ask(ANN, 0, "two counts differ"))).isInstanceOf(Freeze.Asked.class);
      Freeze frozen = done(acts.agree(BEN, 1));
      assertThat(frozen).isInstanceOf(Freeze.Frozen.class);
      assertThat(((Freeze.Frozen) frozen).entries()).isEqualTo(1);
      assertThat(Freeze.of(store.election(Records.ELECTION))).isEqualTo(frozen);
      assertThat(done(acts.thaw(CLEO, 2))).isEqualTo(new Freeze.Thawed(3));
      assertThat(done(acts.ask(BEN, 3, "again"))).isInstanceOf(Freeze.Asked.class);
      assertThat(desk.proposals().trail(1, 10))
          .extracting(Trail.Line::act)
          .containsExactly("ask-freeze", "freeze", "thaw", "ask-freeze");
    }
  }

  @Test
  void whoever_asked_does_not_agree_and_nobody_acts_on_what_is_past() {
    try (ElectionDesk desk = Records.open(store)) {
      FreezeActs acts = desk.freezes();
      done(acts.ask(ANN, 0, "why"));
      assertThat(acts.agree(ANN, 1)).isInstanceOf(NotOpen.class);
      assertThat(acts.agree(BEN, 0)).isInstanceOf(NotOpen.class);
      assertThat(acts.ask(BEN, 1, "why")).isInstanceOf(NotOpen.class);
      assertThat(acts.now()).isInstanceOf(Freeze.Asked.class);
    }
  }

  @Test
  void the_database_refuses_a_freeze_by_one() {
    Records.open(store).close();
    assertThatThrownBy(
            () ->
                Records.byHand(
                    store,
                    ProposalTables.STOPS,
                    "insert into \"freeze\" values (1, 1, 'frozen', 1, 1, 'now', 'why', 1)"))
        .hasRootCauseInstanceOf(SQLException.class)
        .hasStackTraceContaining("constraint");
  }
}
