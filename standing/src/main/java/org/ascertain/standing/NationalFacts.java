package org.ascertain.standing;

import java.util.List;
import java.util.Optional;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Call;
import org.ascertain.election.Fact.Declared;
import org.ascertain.election.Fact.Oath;
import org.ascertain.election.Fact.Office;
import org.ascertain.standing.JurisdictionFacts.Found;
import org.ascertain.standing.Key.Kind;

/** The facts of an election that belong to no jurisdiction. */
final class NationalFacts {

  private final FactsByKey facts = new FactsByKey();

  void put(Key key, Entry entry) {
    facts.put(key, entry);
  }

  /** The latest facts of one kind about everything, in the order of time. */
  <F extends Fact> List<Found<F>> all(Kind kind, Class<F> type) {
    return facts.all(kind, type);
  }

  /** The facts in force, by what they are about. */
  FactsByKey byKey() {
    return facts;
  }

  /** The announcement of the state of the vote, if it has been made. */
  Optional<Found<Declared>> declared() {
    return all(Kind.DECLARED, Declared.class).stream().findFirst();
  }

  /** The oaths of an office, in the order of time; they count from when the term begins. */
  List<Found<Oath>> oaths(Office office) {
    return all(Kind.OATH, Oath.class).stream()
        .filter(found -> found.fact().office() == office)
        .toList();
  }

  /** The call of the nation by a caller that stands, if any. */
  Optional<Found<Call>> call(String unit, String caller) {
    return Calls.standing(facts.about(new Key(Kind.CALL, unit, caller)));
  }

  /** Withdrawals of calls of the nation that did not stand. */
  List<Entry> withdrawnWithoutCall() {
    return Calls.withdrawnWithoutCall(facts);
  }
}
