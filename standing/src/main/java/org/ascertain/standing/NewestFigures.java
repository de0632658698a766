package org.ascertain.standing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ascertain.election.Fact.Returns;

/**
 * By source, the newest figure of each ticket of states and their districts. A later statement
 * takes the place of the earlier one's figures for the tickets that it names; one that is complete
 * and has a total takes the place of the whole.
 */
final class NewestFigures {

  private record Of(String unit, String source) {}

  private final Map<Of, UnitVotes> newest = new HashMap<>();

  /** Takes in returns, in the order of time. */
  void add(long index, Returns returns, Register register) {
    UnitVotes said = UnitVotes.of(index, returns, register);
    boolean isWhole = returns.complete() && returns.total().isPresent();
    newest.merge(
        new Of(returns.unit(), returns.attestation().source().id()),
        said,
        (earlier, later) -> isWhole ? later : later.over(earlier));
  }

  /** The newest figures of the source of a statement. */
  UnitVotes of(Tallies.Statement statement, Register register) {
    return Optional.ofNullable(newest.get(new Of(statement.returns().unit(), statement.source)))
        .orElseGet(() -> UnitVotes.of(statement.index(), statement.returns(), register));
  }
}
