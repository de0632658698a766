package org.ascertain.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.ContingentBallot;
import org.ascertain.election.Washington;

/**
 * Ballots in the House or the Senate; those of one day that came out alike are told in one line.
 */
final class BallotSeries {

  private final Names names;
  private final StoryPlan outline;
  private final List<Entry> alike = new ArrayList<>();

  BallotSeries(Names names, StoryPlan outline) {
    this.names = names;
    this.outline = outline;
  }

  /** Takes in a ballot; gives the line of those before it where it came out otherwise. */
  Optional<Story.Line> add(Entry entry) {
    Optional<Story.Line> before =
        alike.isEmpty() || key(alike.getFirst()).equals(key(entry)) ? Optional.empty() : end();
    alike.add(entry);
    return before;
  }

  private String key(Entry entry) {
    return entry.fact() instanceof ContingentBallot ballot
        ? Washington.day(entry.effective())
            + " "
            + ballot.chamber()
            + " "
            + FactText.contingent(ballot.votes(), names)
        : "";
  }

  /** The line of what was taken in since the last; nothing where nothing was. */
  Optional<Story.Line> end() {
    if (alike.isEmpty()) return Optional.empty();
    Entry first = alike.getFirst();
    Entry last = alike.getLast();
    String text = FactText.capital(FactText.briefly(last.fact(), names));
    if (alike.size() > 1 && first.fact() instanceof ContingentBallot ballot)
      text =
          text.replaceFirst(
              "ballot (\\d+):", "ballots " + ballot.ballot() + " to $1" + begun(first) + ", each:");
    if (alike.size() == 1) text = outline.withRemark(text, last.fact());
    alike.clear();
    return Optional.of(
        Story.Line.at(last.effective(), TimeText.clock(last.fact().attestation()), text, false));
  }

  private static String begun(Entry first) {
    String clock = TimeText.clock(first.fact().attestation());
    return clock.isEmpty() ? "" : ", the first " + clock;
  }
}
