package org.ascertain.answers;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.ascertain.election.Attestation;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.standing.Rung;

/** What an entry says, in parts, so that a page can say it in its reader's language. */
public final class FactParts {

  /** The record's word for the kind of a fact, which is the name of its type: elector-votes. */
  public static String kind(Fact fact) {
    return fact instanceof Fact.Header
        ? "election"
        : fact.getClass()
            .getSimpleName()
            .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
            .toLowerCase(Locale.ROOT);
  }

  /** Writes the parts that the fact itself has; {@code unit} and {@code candidate} go before. */
  public static void write(
      JsonAnswer json, Entry entry, Optional<String> unit, Optional<String> candidate)
      throws IOException {
    Fact fact = entry.fact();
    Attestation attestation = fact.attestation();
    json.text("fact", kind(fact));
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
      case Fact f -> Optional.empty();
    };
  }

  private static Optional<String> candidate(Fact fact) {
    return switch (fact) {
      case Fact.Call f -> Optional.of(f.candidate());
      case Fact.CallWithdrawn f -> Optional.of(f.candidate());
      case Fact.Oath f -> Optional.of(f.person());
      case Fact.Death f -> Optional.of(f.person());
      case Fact.Withdrawal f -> Optional.of(f.person());
      default -> Optional.empty();
    };
  }

  private static Optional<String> caller(Fact fact) {
    return switch (fact) {
      case Fact.Call f -> Optional.of(f.caller());
      case Fact.CallWithdrawn f -> Optional.of(f.caller());
      default -> Optional.empty();
    };
  }

  /** Whether an entry stands on a rung of the chain only because it is further up itself. */
  public static boolean isImplied(Rung rung, Fact fact) {
    return rung.inChain() && own(fact).filter(own -> own.compareTo(rung) > 0).isPresent();
  }

  private static Optional<Rung> own(Fact fact) {
    return switch (fact) {
      case Fact.Certification f -> Optional.of(Rung.CERTIFIED);
      case Fact.Ascertainment f -> Optional.of(Rung.ASCERTAINED);
      case Fact.ElectorVotes f -> Optional.of(Rung.VOTED);
      case Fact.Counted f -> Optional.of(Rung.COUNTED);
      default -> Optional.empty();
    };
  }

  private FactParts() {}
}
