package org.ascertain.desk;

import static org.ascertain.desk.Proposals.ANN;
import static org.ascertain.desk.Proposals.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.ascertain.desk.HoldActs.Acted;
import org.ascertain.ledger.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One reviewer can say at once that an entry of the desk's own is looked into. */
@Timeout(60)
class HoldTest {

  @TempDir private Path folder;

  @Test
  void an_entry_of_two_people_is_held_and_let_go_and_no_other_is() {
    Store store = Records.store(folder);
    assertThat(Hold.of(store.election(Records.ELECTION))).isEmpty();
    try (ElectionDesk desk = Records.open(store)) {
      desk.proposals().propose(ANN, Proposals.CONTENT);
      desk.proposals().act(1, BEN, 1, new ProposalAct.Approve());
      HoldActs acts = desk.holds();
      assertThat(acts.hold(BEN, 0, "why")).isEqualTo(Acted.NOT_OWN);
      assertThat(acts.lift(BEN, 1)).isEqualTo(Acted.SO_ALREADY);
      assertThat(acts.hold(BEN, 1, "the office sent another paper")).isEqualTo(Acted.DONE);
      assertThat(acts.hold(ANN, 1, "why")).isEqualTo(Acted.SO_ALREADY);
      assertThat(Hold.json(acts.all())).contains("\"entry\":1", "another paper");
      assertThat(acts.lift(ANN, 1)).isEqualTo(Acted.DONE);
      assertThat(acts.all()).isEmpty();
      assertThat(desk.proposals().trail(1, 10))
          .extracting(Trail.Line::act)
          .containsExactly("open", "approve", "hold", "unhold");
    }
  }
}
