package org.ascertain.law;

import java.util.List;
import java.util.Optional;
import org.ascertain.election.Fact.Office;
import org.ascertain.law.Choice.By;

/** Distinct votes for each office, as the 12th Amendment has it. */
record DistinctVotes(int election) implements Voting {

  private static final String RULE = ElectorsVote.DISTINCT.id();

  @Override
  public Optional<Office> canvassed(Office office) {
    return Optional.of(office);
  }

  /**
   * A majority elects even while others have still to vote: as no elector votes twice, nothing can
   * take it away.
   */
  @Override
  public List<Outcome> outcomes(
      Office office, Canvass canvass, Base base, List<College.Ballot> ballots) {
    Optional<Outcome> elected =
        ElectorsVote.DISTINCT.formula().apply(canvass.votes(), base.majority()).stream()
            .findFirst()
            .map(
                candidate ->
                    new Outcome.Chosen(
                        new Choice(candidate, By.ELECTORS), "", List.of(RULE), canvass.entries()));
    return elected
        .map(List::of)
        .or(() -> choice(office, canvass).map(choice -> choice.outcomes(ballots)))
        .orElseGet(() -> List.of(canvass.open(List.of(RULE))));
  }

  @Override
  public Optional<ContingentChoice> contingent(
      Office office, Canvass canvass, Base base, List<College.Ballot> ballots) {
    return ElectorsVote.DISTINCT.formula().apply(canvass.votes(), base.majority()).isEmpty()
        ? choice(office, canvass)
        : Optional.empty();
  }

  private Optional<ContingentChoice> choice(Office office, Canvass canvass) {
    if (!canvass.isComplete()) return Optional.empty();
    return Optional.of(
        office == Office.PRESIDENT
            ? ContingentChoice.byStates(
                election,
                ContingentElection.TOP_THREE.formula().apply(canvass.votes()),
                List.of(RULE, ContingentElection.TOP_THREE.id()))
            : ContingentChoice.bySenators(
                election,
                ContingentElection.TOP_TWO.formula().apply(canvass.votes()),
                List.of(RULE, ContingentElection.TOP_TWO.id())));
  }
}
