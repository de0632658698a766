package org.ascertain.law;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ascertain.election.Fact.Ballots;
import org.ascertain.election.Fact.CountResult;
import org.ascertain.election.Fact.Grounds;

/**
 * What the record says of one jurisdiction's electors: never one number, but entitled, appointed,
 * cast and counted.
 *
 * @param entitled how many the law allots
 * @param appointed how many were appointed; absent while that is not known
 * @param cast their votes as they cast them; absent until they have voted
 * @param result what Congress did with the votes; absent until it has
 * @param counted the votes as Congress counted them; absent until it has
 * @param disputed whether rival returns differ and nothing yet decides between them
 * @param entries the entries of the record that say so
 * @param struck on what ground votes were rejected, where Congress rejected any and that is known;
 *     decides the base since 2025
 */
public record Electors(
    String jurisdiction,
    int entitled,
    OptionalInt appointed,
    Optional<Ballots> cast,
    Optional<CountResult> result,
    Optional<Ballots> counted,
    boolean disputed,
    List<Long> entries,
    Optional<Struck> struck) {

  /**
   * Votes rejected by both Houses.
   *
   * @param electors how many; absent means all that were appointed
   */
  public record Struck(Grounds grounds, OptionalInt electors) {}

  /** Electors of whom no vote was struck, or of whom it is not known on what ground. */
  public Electors(
      String jurisdiction,
      int entitled,
      OptionalInt appointed,
      Optional<Ballots> cast,
      Optional<CountResult> result,
      Optional<Ballots> counted,
      boolean disputed,
      List<Long> entries) {
    this(
        jurisdiction,
        entitled,
        appointed,
        cast,
        result,
        counted,
        disputed,
        entries,
        Optional.empty());
  }
}
