package org.ascertain.standing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ascertain.election.Check;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Call;
import org.ascertain.election.Fact.CallWithdrawn;
import org.ascertain.election.Problem;
import org.ascertain.standing.JurisdictionFacts.Found;

/**
 * What stands of one caller's calls of one unit. The last call stands until it is withdrawn; a
 * withdrawal of somebody for whom no call stands has no effect. A withdrawal shows that its call
 * was made before it: one that falls within the bounds of a call's time is that call's, though the
 * call is ordered by the later bound.
 */
final class Calls {

  private Optional<Found<Call>> standing = Optional.empty();

  /** Withdrawals of what does not stand, so far. */
  private final List<Entry> without = new ArrayList<>();

  private Calls(List<Entry> inTime) {
    for (Entry entry : inTime) {
      if (entry.fact() instanceof Call call) made(entry, call);
      if (entry.fact() instanceof CallWithdrawn taken) withdrawn(entry, taken);
    }
  }

  private void made(Entry entry, Call call) {
    Optional<Entry> withdrawal =
        without.stream()
            .filter(each -> ((CallWithdrawn) each.fact()).candidate().equals(call.candidate()))
            .filter(each -> call.attestation().at().begins() <= each.effective())
            .findFirst();
    withdrawal.ifPresent(without::remove);
    standing = withdrawal.isPresent() ? Optional.empty() : Optional.of(new Found<>(entry, call));
  }

  private void withdrawn(Entry entry, CallWithdrawn taken) {
    boolean stands =
        standing.filter(found -> found.fact().candidate().equals(taken.candidate())).isPresent();
    if (stands) standing = Optional.empty();
    else without.add(entry);
  }

  /** The call that stands after all calls and withdrawals, given in the order of time. */
  static Optional<Found<Call>> standing(List<Entry> inTime) {
    return new Calls(inTime).standing;
  }

  /** Withdrawals without effect among all calls and withdrawals, given in the order of time. */
  static List<Entry> withdrawnWithoutCall(List<Entry> inTime) {
    return List.copyOf(new Calls(inTime).without);
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
}
