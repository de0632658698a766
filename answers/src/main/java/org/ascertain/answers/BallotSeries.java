package org.ascertain.answers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ascertain.election.Fact.ContingentBallot;
import org.ascertain.election.Washington;
import org.ascertain.election.When;

/**
 * Ballots in the House or the Senate; those of one day that came out alike are told in one line.
 */
final class BallotSeries {

  private final Names names;
  private final StoryPlan outline;
  private final List<ContingentBallot> alike = new ArrayList<>();

  BallotSeries(Names names, StoryPlan outline) {
    this.names = names;
    this.outline = outline;
  }

  /** Takes in a ballot; gives the line of those before it where it came out otherwise. */
  Optional<Story.Line> add(ContingentBallot ballot) {
    Optional<Story.Line> before =
        alike.isEmpty() || isAlike(alike.getFirst(), ballot) ? Optional.empty() : end();
    alike.add(ballot);
    return before;
  }

  private boolean isAlike(ContingentBallot one, ContingentBallot other) {
    return day(one).equals(day(other))
        && one.chamber() == other.chamber()
        && FactText.contingent(one.votes(), names)
            .equals(FactText.contingent(other.votes(), names));
  }

  private static LocalDate day(ContingentBallot ballot) {
    return Washington.day(ballot.attestation().at().effective());
  }

  /** The line of what was taken in since the last; nothing where nothing was. */
  Optional<Story.Line> end() {
    if (alike.isEmpty()) return Optional.empty();
    ContingentBallot first = alike.getFirst();
    ContingentBallot last = alike.getLast();
    String text =
        alike.size() == 1
            ? outline.withRemark(FactText.capital(FactText.briefly(last, names)), last)
            : FactText.capital(FactText.ballots(first, last, begun(first), names));
    When at = last.attestation().at();
    alike.clear();
    return Optional.of(
        Story.Line.at(at.effective(), TimeText.clock(last.attestation()), text, false));
  }

  private static String begun(ContingentBallot first) {
    String clock = TimeText.clock(first.attestation());
    return clock.isEmpty() ? "" : ", the first " + clock;
  }
}
