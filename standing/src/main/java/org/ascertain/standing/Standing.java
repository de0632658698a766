package org.ascertain.standing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SequencedMap;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Acknowledgement;
import org.ascertain.election.Fact.BallotCounts;
import org.ascertain.election.Fact.Ballots;
import org.ascertain.election.Fact.Challenge;
import org.ascertain.election.Fact.CountResult;
import org.ascertain.election.Fact.Extent;
import org.ascertain.election.Fact.Reporting;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Fact.Ruling;
import org.ascertain.election.Fact.Statement;
import org.ascertain.election.Problem;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;
import org.ascertain.election.When;
import org.ascertain.law.Base;
import org.ascertain.law.Choice;
import org.ascertain.law.Deadline;
import org.ascertain.law.Sentence;
import org.ascertain.law.Succession;
import org.ascertain.law.Verdict;

/**
 * Where an election stands at a moment: the law applied to the record so far.
 *
 * @param election its id
 * @param law the year whose law applies
 * @param at the moment, in nanoseconds since 1970-01-01T00:00Z
 * @param entries how many facts in force had taken effect
 * @param succession who is or acts as President by the law; absent before the term begins
 * @param stateDeadlines the days that the states' own laws set, a row for each state that has one
 * @param challenges all challenges filed so far, in the order of filing
 * @param acknowledgements in the order of time, as are {@code statements}
 * @param problems facts that count nowhere, and what was done against the law
 * @param remarks facts that stand and that somebody should look at
 */
public record Standing(
    String election,
    int law,
    long at,
    int entries,
    ElectorFigures electors,
    PopularVote popularVote,
    List<RungFigures> ladder,
    Outcome president,
    Outcome vicePresident,
    Optional<Verdict<Succession>> succession,
    List<UnitRow> units,
    List<DeadlineRow> deadlines,
    List<DeadlineRow> stateDeadlines,
    List<ChallengeRow> challenges,
    List<AcknowledgementRow> acknowledgements,
    List<StatementRow> statements,
    List<Problem> problems,
    List<Problem> remarks) {

  /** The same with some of the units only. */
  public Standing withUnits(List<UnitRow> some) {
    return new Standing(
        election,
        law,
        at,
        entries,
        electors,
        popularVote,
        ladder,
        president,
        vicePresident,
        succession,
        some,
        deadlines,
        stateDeadlines,
        challenges,
        acknowledgements,
        statements,
        problems,
        remarks);
  }

  /**
   * Four numbers, never one. A number is absent where the record tells it of no jurisdiction.
   *
   * @param asFarAsKnown those of the numbers that lack some jurisdictions
   * @param provisional whether the base still counts electors that are only entitled
   */
  public record ElectorFigures(
      int entitled,
      OptionalInt appointed,
      OptionalInt cast,
      OptionalInt counted,
      List<Figure.Electors> asFarAsKnown,
      Verdict<Base> base,
      boolean provisional) {}

  /**
   * The popular vote: of each jurisdiction by its certificate, and of what that is silent on by its
   * tally.
   *
   * @param votes by slate, the most first; lines of one slate are added up under its first ticket
   * @param other all other votes; absent where nothing tells of them
   * @param total all votes; absent where the total of any jurisdiction is not on record
   * @param shareOf of what a share can be taken
   * @param exact whether every figure in it is exact, and every total was printed
   * @param certified of how many jurisdictions the votes are certified
   * @param reported of how many more they are reported
   * @param sums of how many jurisdictions the total is a sum that nobody printed
   */
  public record PopularVote(
      Votes votes,
      OptionalLong other,
      OptionalLong total,
      ShareOf shareOf,
      boolean exact,
      int certified,
      int reported,
      int sums) {

    /** Of what a share can be taken. */
    public enum ShareOf {
      /** Of all votes. */
      ALL,
      /** Of the votes for the candidates who are named, and others as far as they are known. */
      NAMED
    }

    /** The votes of which a share is taken. */
    public long whole() {
      return total.orElseGet(() -> votes.sum());
    }
  }

  /**
   * Who has a majority on a rung, since when, and by which entry.
   *
   * @param beside who else has one: where an elector has two votes for President, as until 1800,
   *     two may
   */
  public record Majority(String candidate, List<String> beside, When since, Entry by) {}

  /**
   * One rung of the ladder.
   *
   * @param caller on the rung of calls, whose calls these are
   * @param electors by candidate, those with none left out
   * @param unassigned electors that nobody has on this rung
   * @param open those of them that nobody has, as the record is complete for them
   * @param unknown those of them that somebody may have, of whom the record does not tell
   * @param held what the record holds of this rung
   * @param implied units that are here only because of a later fact
   * @param callers on the rung of calls, every caller's own figures
   * @param holder on the rung {@code in-office}, who is
   */
  public record RungFigures(
      Rung rung,
      Optional<String> caller,
      Votes electors,
      int unassigned,
      int open,
      int unknown,
      Held held,
      List<String> implied,
      Map<String, CallerFigures> callers,
      Optional<String> holder,
      Optional<Majority> majority) {}

  /**
   * What the record holds of something.
   *
   * @param units of how many units
   * @param of how many there are
   * @param until the day up to which the record says so
   */
  public record Held(Extent extent, int units, int of, Optional<LocalDate> until) {}

  /**
   * What one caller has called.
   *
   * @param electors by candidate, of the units called
   * @param units how many of the units' calls the record holds
   * @param of how many units there are
   * @param presidency his call of the presidency
   */
  public record CallerFigures(Votes electors, int units, int of, Optional<Presidency> presidency) {}

  /** A caller's call of the presidency. */
  public record Presidency(String candidate, Entry by) {}

  /** What somebody did on the strength of a result, and the highest rung with a majority then. */
  public record AcknowledgementRow(Acknowledgement fact, Entry by, Optional<Rung> stage) {}

  /** What somebody said of the election, and the highest rung with a majority then. */
  public record StatementRow(Statement fact, Entry by, Optional<Rung> stage) {}

  /** Who is chosen for an office, and on which rung that stands. */
  public record Outcome(Verdict<Choice> verdict, Optional<Rung> stage) {

    /** The person chosen, where every alternative gives the same. */
    public Optional<String> candidate() {
      return switch (verdict) {
        case Verdict.Determined<Choice>(var choice, var grounds) -> Optional.of(choice.candidate());
        case Verdict.Alternatives<Choice>(var answers) -> {
          List<String> persons =
              answers.stream().map(a -> a.value().candidate()).distinct().toList();
          yield persons.size() == 1 ? Optional.of(persons.getFirst()) : Optional.empty();
        }
        case Verdict.NotYet<Choice> v -> Optional.empty();
        case Verdict.NoRule<Choice> v -> Optional.empty();
      };
    }
  }

  /**
   * Another source's figures for the same unit; {@code difference} is theirs less the tally's, by
   * ticket.
   */
  public record OtherSource(String source, Votes votes, Map<String, Long> difference, long entry) {}

  /**
   * What is known of one unit; what belongs to a whole jurisdiction stands on its at-large unit
   * only.
   */
  public record UnitRow(
      Unit unit,
      Optional<Rung> stage,
      Votes votes,
      OptionalLong other,
      OptionalLong total,
      boolean exact,
      Turnout turnout,
      Optional<Below> below,
      Optional<RankedCount> ranked,
      List<OtherSource> otherSources,
      Optional<Votes> certifiedVotes,
      Optional<Votes> appointedFor,
      SequencedMap<String, String> calls,
      Optional<Ballots> electorVotes,
      Optional<JurisdictionElectors> jurisdictionElectors,
      List<String> challenges,
      Settlement settled,
      List<Long> entries) {}

  /**
   * The four numbers of one jurisdiction's electors, and what Congress did with their votes. What
   * is absent is not known yet.
   *
   * @param votes the votes as Congress counted them; absent where it rejected them
   */
  public record JurisdictionElectors(
      int entitled,
      OptionalInt appointed,
      OptionalInt cast,
      OptionalInt counted,
      Optional<CountResult> result,
      Optional<Ballots> votes) {

    /** Whether, as far as they are known, one number is less than the one before it. */
    public boolean differ() {
      int before = entitled;
      for (OptionalInt number : List.of(appointed, cast, counted)) {
        if (number.isPresent() && number.getAsInt() != before) return true;
        before = number.orElse(before);
      }
      return false;
    }
  }

  /**
   * What the returns that make a unit's tally say beside votes. A sum of units below has none: each
   * of them has its own.
   *
   * @param reporting how many of its parts have reported
   */
  public record Turnout(
      OptionalLong registered, Optional<BallotCounts> ballots, Optional<Reporting> reporting) {

    static final Turnout NONE =
        new Turnout(OptionalLong.empty(), Optional.empty(), Optional.empty());

    /** What returns say of it. */
    public static Turnout of(Returns returns) {
      return new Turnout(returns.registered(), returns.ballots(), returns.reporting());
    }
  }

  /** What the reporting units below add up to, and the tally less that, by ticket. */
  public record Below(
      int units, Votes votes, Map<String, Long> residual, List<Differing> differing) {}

  /**
   * A reporting unit, however far below, of which two say different things. Differences are by
   * ticket, and by {@link #OTHERS} of votes for others.
   *
   * @param otherSources sources whose figures are not those that count
   * @param residual what its own figures have beyond those that lie below it
   */
  public record Differing(String unit, List<OtherSource> otherSources, Map<String, Long> residual) {

    /** By which a difference in the votes for others is named. */
    public static final String OTHERS = "other";
  }

  /**
   * Whether what is outstanding or disputed can still change a unit's result. Bounds are whole
   * numbers that an official gave.
   *
   * @param reason what the verdict rests on
   * @param noted what is worth knowing and does not change the verdict: windows that are open, and
   *     what the record does not tell
   */
  public record Settlement(
      Answer answer,
      OptionalLong outstandingAtMost,
      OptionalLong margin,
      Sentence reason,
      List<Sentence> noted) {

    public Settlement {
      noted = List.copyOf(noted);
    }

    /** The reason in English. */
    public String why() {
      return reason.toString();
    }

    /** What is noted beside it, in English. */
    public List<String> beside() {
      return noted.stream().map(Sentence::toString).toList();
    }

    /** The three answers there are. */
    public enum Answer {
      YES,
      NO,
      NO_BOUND
    }
  }

  /**
   * A day of the calendar, and by jurisdiction why it was met or missed, or why that is not known,
   * or still open.
   */
  public record DeadlineRow(
      Deadline deadline,
      SequencedMap<String, DeadlineReason> met,
      SequencedMap<String, DeadlineReason> missed,
      SequencedMap<String, DeadlineReason> unknown,
      SequencedMap<String, DeadlineReason> open) {}

  /** A challenge with its rulings so far. */
  public record ChallengeRow(
      Challenge challenge, long entry, List<RulingRow> rulings, boolean open) {}

  public record RulingRow(Ruling ruling, long entry) {}
}
