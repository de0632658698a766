package org.ascertain.standing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ascertain.election.Fact.Matter;
import org.ascertain.election.Washington;
import org.ascertain.law.DeadlineKind;
import org.ascertain.law.Electors;

/**
 * The four numbers of electors: entitled, appointed, cast, counted; of each jurisdiction and of
 * all. Before the day of the law there are none; from that day on the record's silence is none only
 * where the record says that it holds all of them, and else not known.
 */
final class ElectorNumbers {

  private final Tabulation now;

  ElectorNumbers(Tabulation now) {
    this.now = now;
  }

  /** Of all jurisdictions whose number is known; empty where that is none of them. */
  OptionalInt sum(Figure.Electors number) {
    int sum = 0;
    boolean known = false;
    for (Electors electors : now.college().electors()) {
      OptionalInt one = of(number, electors);
      known |= one.isPresent();
      sum += one.orElse(0);
    }
    return known ? OptionalInt.of(sum) : OptionalInt.empty();
  }

  /** The jurisdictions whose number is not known. */
  List<String> lacking(Figure.Electors number) {
    return now.college().electors().stream()
        .filter(electors -> of(number, electors).isEmpty())
        .map(Electors::jurisdiction)
        .toList();
  }

  /** Of one jurisdiction; empty where it is not known. */
  OptionalInt of(Figure.Electors number, Electors electors) {
    OptionalInt told = told(number, electors);
    return told.isPresent() || !isNone(number, electors.jurisdiction()) ? told : OptionalInt.of(0);
  }

  /** Of one jurisdiction, as facts tell it. */
  OptionalInt told(Figure.Electors number, Electors electors) {
    return switch (number) {
      case ENTITLED -> OptionalInt.of(electors.entitled());
      case APPOINTED -> electors.appointed();
      case CAST ->
          hasNone(electors) || electors.cast().isPresent() || electors.result().isPresent()
              ? OptionalInt.of(JurisdictionFacts.cast(electors))
              : OptionalInt.empty();
      case COUNTED ->
          hasNone(electors) || electors.result().isPresent()
              ? OptionalInt.of(JurisdictionFacts.counted(electors))
              : OptionalInt.empty();
    };
  }

  private static boolean hasNone(Electors electors) {
    return electors.appointed().isPresent() && electors.appointed().getAsInt() == 0;
  }

  /** Whether silence is none. Of rival returns that are undecided it is not known. */
  private boolean isNone(Figure.Electors number, String jurisdiction) {
    return switch (number) {
      case ENTITLED -> false;
      case APPOINTED ->
          isBefore(Optional.of(now.law().appointmentDays().getFirst().first()))
              || isComplete(Matter.APPOINTMENTS, jurisdiction)
              || isComplete(Matter.ASCERTAINMENTS, jurisdiction);
      case CAST ->
          isBefore(day(DeadlineKind.MEET))
              || (isComplete(Matter.ELECTOR_VOTES, jurisdiction)
                  && now.facts(jurisdiction).returnsOfElectors().isEmpty());
      case COUNTED -> isBefore(day(DeadlineKind.COUNT)) || isComplete(Matter.COUNTED, jurisdiction);
    };
  }

  private Optional<LocalDate> day(DeadlineKind kind) {
    return now.law().deadline(kind).map(deadline -> deadline.day());
  }

  private boolean isBefore(Optional<LocalDate> day) {
    return day.filter(due -> now.now() <= Washington.endOf(due.minusDays(1))).isPresent();
  }

  private boolean isComplete(Matter matter, String jurisdiction) {
    return now.coverages().isComplete(matter, Optional.empty(), jurisdiction, now.now());
  }
}
