package org.ascertain.standing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Returns;

/**
 * By source, the newest figure of each ticket of states and their districts. A later statement
 * takes the place of the earlier one's figures for the tickets that it names; one that is complete
 * and has a total takes the place of the whole.
 */
final class NewestFigures implements History.Step {

  private record Of(String unit, String source) {}

  private final Map<Of, UnitVotes> newest = new HashMap<>();

  @Override
  public void after(Entry entry, boolean momentIsOver, Tabulation now) {
    if (!(entry.fact() instanceof Returns returns)
        || returns.unit().indexOf('/') >= 0
        || now.refuses(entry)) return;
    UnitVotes said = UnitVotes.of(returns, now.register());
    boolean isWhole = returns.complete() && returns.total().isPresent();
    newest.merge(
        new Of(returns.unit(), returns.attestation().source().id()),
        said,
        (earlier, later) -> isWhole ? later : later.over(earlier));
  }

  /** The newest figures of the source of a statement. */
  UnitVotes of(Tallies.Statement statement, Register register) {
    return Optional.ofNullable(newest.get(new Of(statement.returns().unit(), statement.source)))
        .orElseGet(() -> UnitVotes.of(statement.returns(), register));
  }
}
