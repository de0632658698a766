package org.ascertain.standing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ascertain.election.Check;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Call;
import org.ascertain.election.Fact.CallWithdrawn;
import org.ascertain.election.Problem;
import org.ascertain.standing.JurisdictionFacts.Found;

/**
 * What stands of one caller's calls of one unit. The last call stands until it is withdrawn; a
 * withdrawal of somebody for whom no call stands has no effect.
 */
final class Calls {

  /** The call that stands after all calls and withdrawals, given in the order of time. */
  static Optional<Found<Call>> standing(List<Entry> inTime) {
    Set<String> withdrawn = new HashSet<>();
    for (Entry entry : inTime.reversed()) {
      if (entry.fact() instanceof Call call)
        return withdrawn.contains(call.candidate())
            ? Optional.empty()
            : Optional.of(new Found<>(entry, call));
      if (entry.fact() instanceof CallWithdrawn taken) withdrawn.add(taken.candidate());
    }
    return Optional.empty();
  }

  /** Withdrawals without effect among all calls and withdrawals, given in the order of time. */
  static List<Entry> withdrawnWithoutCall(List<Entry> inTime) {
    List<Entry> without = new ArrayList<>();
    Optional<String> standing = Optional.empty();
    for (Entry entry : inTime) {
      if (entry.fact() instanceof Call call) standing = Optional.of(call.candidate());
      if (!(entry.fact() instanceof CallWithdrawn taken)) continue;
      if (standing.filter(taken.candidate()::equals).isEmpty()) without.add(entry);
      else standing = Optional.empty();
    }
    return without;
  }

  /** Withdrawals without effect among the calls of one place. */
  static List<Entry> withdrawnWithoutCall(FactsByKey facts) {
    return facts.keys(Key.Kind.CALL).stream()
        .flatMap(key -> withdrawnWithoutCall(facts.about(key)).stream())
        .toList();
  }

  /** What is wrong with a withdrawal without effect. */
  static Problem notCalled(Entry withdrawal) {
    String candidate = ((CallWithdrawn) withdrawal.fact()).candidate();
    return new Problem(Check.NOT_CALLED, withdrawal.index(), "for", candidate);
  }

  private Calls() {}
}
