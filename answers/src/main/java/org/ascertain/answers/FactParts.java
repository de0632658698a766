package org.ascertain.answers;

import java.io.IOException;
import java.util.Optional;
import org.ascertain.election.Attestation;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.record.RecordWriter;

/** What an entry says, in parts, so that a page can say it in its reader's language. */
final class FactParts {

  /** Writes the parts that the fact itself has; {@code unit} and {@code candidate} go before. */
  public static void write(
      JsonAnswer json, Entry entry, Optional<String> unit, Optional<String> candidate)
      throws IOException {
    Fact fact = entry.fact();
    Attestation attestation = fact.attestation();
    json.text("fact", RecordWriter.word(fact));
    json.text("unit", unit.or(() -> unit(fact)));
    json.text("candidate", candidate.or(() -> candidate(fact)));
    json.text("caller", caller(fact));
    json.text("at", attestation.at().toString());
    if (attestation.about()) json.truth("about", true);
  }

  /** The unit or jurisdiction that a fact speaks of. */
  public static Optional<String> unit(Fact fact) {
    return switch (fact) {
      case Fact.OfUnit f -> Optional.of(f.unit());
      case Fact.OfJurisdiction f -> Optional.of(f.jurisdiction());
      case Fact f -> Optional.empty(); // about the nation, or about another fact
    };
  }

  private static Optional<String> candidate(Fact fact) {
    return switch (fact) {
      case Fact.Call f -> Optional.of(f.candidate());
      case Fact.CallWithdrawn f -> Optional.of(f.candidate());
      case Fact.Oath f -> Optional.of(f.person());
      case Fact.Death f -> Optional.of(f.person());
      case Fact.Withdrawal f -> Optional.of(f.person());
      case Fact f -> Optional.empty(); // about several persons, or about none
    };
  }

  private static Optional<String> caller(Fact fact) {
    return switch (fact) {
      case Fact.Call f -> Optional.of(f.caller());
      case Fact.CallWithdrawn f -> Optional.of(f.caller());
      case Fact f -> Optional.empty(); // nobody else calls
    };
  }

  /** The word for a fact that is a turning point by itself. */
  static String act(Fact fact) {
    return switch (fact) {
      case Fact.CallWithdrawn f -> "call";
      case Fact.ContingentBallot f -> "contingent";
      case Fact f -> RecordWriter.word(f); // every other kind is known by its own word
    };
  }

  private FactParts() {}
}
