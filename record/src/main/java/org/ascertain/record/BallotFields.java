package org.ascertain.record;

import java.util.Optional;
import java.util.function.Function;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Ballots;
import org.ascertain.election.Votes;

/**
 * Electors' votes in a fact: by office ({@code president}, {@code vicePresident}), or without
 * distinction ({@code both}). An office that is left out has votes of nobody.
 */
final class BallotFields<F extends Fact> {

  static final Ballots NONE = new Ballots.Distinct(Votes.NONE, Votes.NONE);

  private final Field<F, Votes> president;
  private final Field<F, Votes> vicePresident;
  private final Field<F, Optional<Votes>> both;

  BallotFields(Fields<F> has, Function<F, Optional<Ballots>> ballots) {
    Function<F, Ballots> of = fact -> ballots.apply(fact).orElse(NONE);
    president = has.votes("president", fact -> president(of.apply(fact)));
    vicePresident = has.votes("vicePresident", fact -> vicePresident(of.apply(fact)));
    both = has.optional("both", Codecs.VOTES, fact -> both(of.apply(fact)));
  }

  private static Votes president(Ballots ballots) {
    return switch (ballots) {
      case Ballots.Distinct(Votes president, Votes _) -> president;
      case Ballots.Pairs _ -> Votes.NONE;
    };
  }

  private static Votes vicePresident(Ballots ballots) {
    return switch (ballots) {
      case Ballots.Distinct(Votes _, Votes vicePresident) -> vicePresident;
      case Ballots.Pairs _ -> Votes.NONE;
    };
  }

  private static Optional<Votes> both(Ballots ballots) {
    return switch (ballots) {
      case Ballots.Distinct _ -> Optional.empty();
      case Ballots.Pairs(Votes both) -> Optional.of(both);
    };
  }

  /** Whether the votes are given in one way only; if not, the report is told. */
  boolean areOfOneKind(Values of) {
    if (!isByOffice(of) || of.get(both).isEmpty()) return true;
    of.report().beside("both", "votes by office");
    return false;
  }

  /** The votes; empty if there are none. */
  Optional<Ballots> read(Values of) {
    return isByOffice(of)
        ? Optional.of(new Ballots.Distinct(of.get(president), of.get(vicePresident)))
        : of.get(both).map(Ballots.Pairs::new);
  }

  private boolean isByOffice(Values of) {
    return !of.get(president).isEmpty() || !of.get(vicePresident).isEmpty();
  }
}
