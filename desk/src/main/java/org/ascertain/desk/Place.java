package org.ascertain.desk;

import java.util.Optional;
import org.ascertain.election.Fact;

/** What unit a fact is about. */
final class Place {

  static Optional<String> of(Fact fact) {
    return switch (fact) {
      case Fact.OfUnit f -> Optional.of(f.unit());
      case Fact.OfJurisdiction f -> Optional.of(f.jurisdiction());
      case Fact.Correction f -> of(f.with());
      default ->
          Optional.empty(); // about the nation, or several: a new kind of place is a new interface
    };
  }

  private Place() {}
}
