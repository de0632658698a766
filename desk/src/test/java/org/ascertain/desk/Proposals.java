package org.ascertain.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ascertain.desk.Blind.Opened;
import org.ascertain.desk.Blind.Paper;
import org.ascertain.desk.Filed.Acted;
import org.ascertain.desk.Filed.Made;
import org.ascertain.desk.ForApproval.Proposed;
import org.ascertain.election.Fact;
import org.ascertain.election.Source;
import org.ascertain.record.DraftReader;

/** Proposals for the tests of what people do about them. */
final class Proposals {

  static final Instant NOW = Instant.parse("2020-11-20T17:00:00Z");
  static final Account ANN = new Account(1);
  static final Account BEN = new Account(2);
  static final Account CLEO = new Account(3);
  static final Account DAN = new Account(4);

  static final Paper PAPER =
      new Paper(
          "certification",
          "GA",
          List.of("/at", "/votes/biden", "/votes/trump", "/authority"),
          new Source("ga", "Georgia", Optional.empty(), Optional.empty(), Optional.empty()),
          Optional.empty());

  static final Proposal.Content CONTENT =
      new Proposal.Content(
          List.of(
              fact(
                  """
                  {"fact":"certification","at":"2020-11-20","source":{"id":"ga","title":"Georgia"},"unit":"GA","votes":{"biden":10,"trump":9},"authority":"Secretary of State"}
                  """)),
          "the paper of 20 November",
          Optional.empty());

  static Fact fact(String draft) {
    DraftReader.Reading reading = new DraftReader().read(draft.strip().getBytes(UTF_8), 0);
    assertThat(reading.problems()).isEmpty();
    return reading.fact().orElseThrow();
  }

  static Filed proposed() {
    return new Filed(1, 1, new Proposed(ANN, CONTENT, checked(0)));
  }

  static Filed opened() {
    return new Filed(1, 1, new Opened(ANN, PAPER));
  }

  /** What the checks found, which differs where the number does. */
  static Checked checked(int kind) {
    return new Checked(
        kind == 0
            ? List.of()
            : List.of(
                Told.of(
                    Finding.of(
                        IntakeCheck.MOVED_ON, 0, "version", Figure.text("what", "kind " + kind)))),
        7);
  }

  static Filed made(Acted acted) {
    assertThat(acted).isInstanceOf(Made.class);
    return ((Made) acted).now();
  }

  private Proposals() {}
}
