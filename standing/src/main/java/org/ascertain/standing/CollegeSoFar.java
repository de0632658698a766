package org.ascertain.standing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ascertain.election.Fact.ContingentBallot;
import org.ascertain.law.Base;
import org.ascertain.law.College;
import org.ascertain.law.Electors;
import org.ascertain.law.Verdict;
import org.ascertain.standing.Key.Kind;

/** All electors as the record has them so far, kept until a fact may have changed them. */
final class CollegeSoFar {

  private final Register register;
  private final Function<String, JurisdictionFacts> facts;
  private final NationalFacts nation;
  private final Map<String, Electors> electors = new HashMap<>();
  private Optional<College> college = Optional.empty();
  private Optional<Verdict<Base>> base = Optional.empty();

  /**
   * @param facts gives the facts of a jurisdiction
   * @param nation the facts that belong to none
   */
  CollegeSoFar(Register register, Function<String, JurisdictionFacts> facts, NationalFacts nation) {
    this.register = register;
    this.facts = facts;
    this.nation = nation;
  }

  /** A fact of a jurisdiction, or of the nation, may have changed what the law decides by. */
  void forget(String jurisdiction) {
    college = Optional.empty();
    base = Optional.empty();
    electors.remove(jurisdiction);
  }

  /** A fact may have changed what the electors of any jurisdiction did. */
  void forgetAll() {
    college = Optional.empty();
    base = Optional.empty();
    electors.clear();
  }

  /** The electors, for the law to decide by. */
  College now() {
    if (college.isEmpty())
      college =
          Optional.of(
              new College(
                  register.jurisdictions.stream().map(this::electors).toList(),
                  nation.all(Kind.CONTINGENT_BALLOT, ContingentBallot.class).stream()
                      .map(found -> new College.Ballot(found.entry().index(), found.fact()))
                      .toList()));
    return college.get();
  }

  private Electors electors(String jurisdiction) {
    return electors.computeIfAbsent(
        jurisdiction, code -> new Counting(register.law, facts.apply(code)).electors());
  }

  /** The base of the majority and the majority, as the law has them now. */
  Verdict<Base> base() {
    if (base.isEmpty()) base = Optional.of(register.law.base(now()));
    return base.get();
  }
}
