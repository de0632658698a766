package org.ascertain.postgres;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ascertain.election.Attestation;
import org.ascertain.election.Fact;
import org.ascertain.election.Source;
import org.ascertain.election.When;
import org.ascertain.ledger.Draft;
import org.ascertain.ledger.Ledger;
import org.ascertain.ledger.Ledger.Indexes;

/** Facts that differ by their note alone, each appended under its note as a key. */
final class Notes {

  static Draft fact(String note) {
    return new Draft.Fresh(
        "7",
        new Fact.CountOpened(
            new Attestation(
                new When.OnDay(LocalDate.of(2021, 1, 6)),
                false,
                Optional.empty(),
                Source.of("desk", "Desk"),
                Optional.empty(),
                Optional.of(note))));
  }

  static Indexes append(Ledger ledger, String note) {
    return ledger.append(List.of(fact(note)), note).join();
  }

  private Notes() {}
}
