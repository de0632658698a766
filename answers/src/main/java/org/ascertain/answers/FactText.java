package org.ascertain.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.ascertain.election.Attestation;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Ballots;
import org.ascertain.election.Fact.ContingentBallot;
import org.ascertain.election.Fact.ContingentVotes;
import org.ascertain.election.Fact.CountResult;
import org.ascertain.election.Fact.Drawn;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Votes;
import org.ascertain.election.When;
import org.ascertain.standing.Amendment;
import org.ascertain.standing.History;

/** Any fact in one clause, without its time and source. */
public final class FactText {

  /** A fact in as few words as tell it. */
  public static String briefly(Fact fact, Names names) {
    return switch (fact) {
      case Fact.Header f -> "the election of " + f.year();
      case Fact.Addition f -> "the record adds " + added(f);
      case Fact.Coverage f -> "this record holds " + held(f);
      case Fact.Returns f ->
          Names.place(f.unit()) + " reports " + votes(f.votes(), f.other(), names);
      case Fact.RankedReturns f -> Names.place(f.unit()) + " reports ranked ballots";
      case Fact.Lot f ->
          "a lot in "
              + Names.place(f.unit())
              + switch (f.drawn()) {
                case Drawn.Winner(String ticket) -> " is for " + names.of(ticket);
                case Drawn.Out(String ticket) -> " eliminates " + names.of(ticket);
              };
      case Fact.Call f -> call(f, called(f.unit()), names);
      case Fact.CallWithdrawn f -> call(f, called(f.unit()), names);
      case Fact.Certification f ->
          Names.place(f.unit())
              + (f.amends().isPresent() ? " certifies again " : " certifies ")
              + votes(f.votes(), f.other(), names);
      case Fact.Challenge f -> kind(f.kind()) + " " + f.id() + ", " + f.name();
      case Fact.Ruling f -> f.challenge() + ": " + f.outcome();
      case Fact.Appointment f ->
          Names.place(f.jurisdiction())
              + " appoints "
              + electors(f.number())
              + pledged(f.electors(), names);
      case Fact.NotAppointed f ->
          Names.place(f.jurisdiction())
              + " does not appoint "
              + electors(f.number())
              + ": "
              + f.reason();
      case Fact.Ascertainment f ->
          f.authority()
              + " certifies the electors of "
              + Names.place(f.jurisdiction())
              + ": "
              + names.figures(f.electors());
      case Fact.ElectorVotes f ->
          "the electors of "
              + Names.place(f.jurisdiction())
              + f.slate().map(s -> " (return " + s + ")").orElse("")
              + " vote: "
              + ballots(f.ballots(), names);
      case Fact.CountOpened f -> "Congress opens the count";
      case Fact.Objection f ->
          "an objection to the votes of "
              + Names.place(f.jurisdiction())
              + by(f)
              + (f.received() ? " is received" : " is not received");
      case Fact.ChamberVote f ->
          "the "
              + (f.chamber() == Fact.Chamber.SENATE ? "Senate" : "House")
              + " votes on the objection to "
              + Names.place(f.jurisdiction())
              + ": "
              + f.sustain()
              + " to sustain, "
              + f.reject()
              + " to reject";
      case Fact.CommissionRuling f ->
          "the Electoral Commission votes "
              + f.inFavour()
              + " to "
              + f.against()
              + " for return "
              + f.slate()
              + " of "
              + Names.place(f.jurisdiction());
      case Fact.Counted f ->
          "Congress "
              + counted(f.result())
              + " the votes of "
              + Names.place(f.jurisdiction())
              + f.ballots().map(b -> ": " + ballots(b, names)).orElse("");
      case Fact.Declared f ->
          "the state of the vote is announced: " + bothOffices(f.ballots(), names);
      case Fact.ContingentBallot f ->
          chamber(f) + ", ballot " + f.ballot() + ": " + contingent(f.votes(), names);
      case Fact.Oath f ->
          names.of(f.person())
              + " takes the oath of the "
              + (f.office() == Office.PRESIDENT ? "President" : "Vice President");
      case Fact.Death f -> names.of(f.person()) + " dies";
      case Fact.Withdrawal f -> names.of(f.person()) + " withdraws";
      case Fact.VotingExtended f ->
          "voting in "
              + Names.place(f.jurisdiction())
              + " goes on until "
              + TimeText.day(f.until())
              + " under "
              + f.law();
      case Fact.Acknowledgement f ->
          f.actor()
              + (f.toward().equals("none") ? ": " : " to " + names.of(f.toward()) + ": ")
              + f.form().replace('-', ' ');
      case Fact.Statement f ->
          f.actor()
              + f.body().map(body -> " (" + body + ")").orElse("")
              + ": "
              + f.text().or(f::quote).orElseGet(() -> "a statement about " + word(f.about()));
      case Fact.Correction f -> "entry " + f.corrects() + " is corrected: " + f.reason();
      case Fact.Retraction f -> "entry " + f.retracts() + " is retracted: " + f.reason();
    };
  }

  private static String added(Fact.Addition addition) {
    List<String> names = new ArrayList<>();
    addition.candidates().forEach(candidate -> names.add(candidate.name()));
    addition.tickets().forEach(ticket -> names.add("the ticket " + ticket.id()));
    addition.callers().forEach(caller -> names.add("the caller " + caller.name()));
    addition.returnsFrom().forEach(source -> names.add("returns of " + source));
    return names.isEmpty() ? "nothing" : String.join(", ", names);
  }

  private static String held(Fact.Coverage coverage) {
    String extent =
        switch (coverage.extent()) {
          case COMPLETE -> "all ";
          case PARTIAL -> "some ";
          case NONE -> "no ";
        };
    return extent
        + word(coverage.of())
        + coverage.caller().map(caller -> " of " + caller).orElse("")
        + (coverage.units().isEmpty() ? "" : " in " + String.join(", ", coverage.units()))
        + coverage.until().map(day -> " until " + TimeText.day(day)).orElse("");
  }

  /** A word of the record as people write it: {@code claim of victory}. */
  private static String word(Enum<?> word) {
    return EnumWords.of(word).replace('-', ' ');
  }

  private static String votes(Votes votes, OptionalLong other, Names names) {
    String figures = names.figures(votes);
    return other.isPresent() ? figures + ", others " + Names.number(other.getAsLong()) : figures;
  }

  private static String call(Fact.Call call, String what, Names names) {
    return call.caller() + " calls " + what + " for " + names.of(call.candidate());
  }

  private static String call(Fact.CallWithdrawn call, String what, Names names) {
    return call.caller() + " withdraws its call of " + what + " for " + names.of(call.candidate());
  }

  /** A call of a unit together with one of the presidency by the same caller. */
  static String withThePresidency(Fact.Call call, Names names) {
    return call(call, called(call.unit()) + " and the presidency", names);
  }

  /** The same of calls that are withdrawn together. */
  static String withThePresidency(Fact.CallWithdrawn call, Names names) {
    return call(call, called(call.unit()) + " and the presidency", names);
  }

  private static String called(String unit) {
    return unit.equals("US") ? "the presidency" : Names.place(unit);
  }

  public static String kind(Fact.ChallengeKind kind) {
    return switch (kind) {
      case LAWSUIT -> "lawsuit";
      case RECOUNT -> "recount";
      case AUDIT -> "audit";
      case ELECTION_CONTEST -> "election contest";
    };
  }

  public static String electors(long number) {
    return number + (number == 1 ? " elector" : " electors");
  }

  private static String pledged(Votes electors, Names names) {
    return electors.isEmpty() ? "" : ": " + names.figures(electors);
  }

  public static String ballots(Ballots ballots, Names names) {
    return names.figures(ballots.of(Office.PRESIDENT));
  }

  /** Votes for both offices. */
  public static String bothOffices(Ballots ballots, Names names) {
    return switch (ballots) {
      case Ballots.Distinct(var president, var vicePresident) ->
          names.figures(president)
              + (vicePresident.isEmpty()
                  ? ""
                  : "; for Vice President " + names.figures(vicePresident));
      case Ballots.Pairs(var both) -> names.figures(both);
    };
  }

  private static String by(Fact.Objection objection) {
    return objection.signers().isEmpty() ? "" : " by " + String.join(", ", objection.signers());
  }

  /** What became of votes at the count. */
  public static String result(CountResult result) {
    return switch (result) {
      case COUNTED -> "counted";
      case REJECTED -> "rejected by Congress";
      case EITHER_WAY -> "announced either way";
    };
  }

  private static String counted(CountResult result) {
    return switch (result) {
      case COUNTED -> "counts";
      case REJECTED -> "rejects";
      case EITHER_WAY -> "announces either way";
    };
  }

  /** Several ballots of a chamber that came out alike; {@code begun} says when the first was. */
  static String ballots(ContingentBallot first, ContingentBallot last, String begun, Names names) {
    return "%s, ballots %d to %d%s, each: %s"
        .formatted(
            chamber(last), first.ballot(), last.ballot(), begun, contingent(last.votes(), names));
  }

  private static String chamber(ContingentBallot ballot) {
    return ballot.chamber() == Fact.Chamber.HOUSE ? "the House" : "the Senate";
  }

  /** The states of a ballot by whom they are for: "Jefferson 10, Burr 4, divided 2". */
  public static String contingent(ContingentVotes votes, Names names) {
    return switch (votes) {
      case ContingentVotes.BySenator(var senators) -> names.figures(senators);
      case ContingentVotes.ByState(var states, var members) ->
          states.values().stream()
              .collect(Collectors.groupingBy(c -> c, Collectors.counting()))
              .entrySet()
              .stream()
              .sorted((a, b) -> Long.compare(b.getValue(), a.getValue()))
              .map(
                  each ->
                      (each.getKey().equals("divided") ? "divided" : names.of(each.getKey()))
                          + " "
                          + each.getValue())
              .collect(Collectors.joining(", "));
    };
  }

  /**
   * When something began, after a name: " since 7 Nov 2020", " between 14 and 16 Nov 2020"; ", at
   * the latest ..." where only a later fact says so, so that it may have begun before.
   */
  public static String since(When given, Entry by, boolean implied) {
    String word = given instanceof When.Between ? " " : " since ";
    return (implied ? ", at the latest " : word) + time(given, by);
  }

  /** A time that an entry gave, or the clock's own where the entry came before it. */
  public static String time(When given, Entry by) {
    return TimeText.full(given, isAbout(given, by));
  }

  /** Whether a time is approximate; the clock's own moments, as a term's beginning, never are. */
  public static boolean isAbout(When given, Entry by) {
    Attestation attestation = by.fact().attestation();
    return attestation.about() && given.equals(attestation.at());
  }

  /** What had been recorded wrongly, with what stands now, what stood before, and why. */
  public static String putRight(Amendment amendment, Names names) {
    String before =
        "; before: "
            + briefly(amendment.before().fact(), names)
            + " (entry "
            + amendment.before().index()
            + "). ";
    String after = amendment.after().map(fact -> briefly(fact, names)).orElse("taken back");
    return amendment.by().fact() instanceof Fact.Correction f
        ? "Recorded wrongly, now corrected: " + after + before + capital(f.reason())
        : amendment.by().fact() instanceof Fact.Retraction r
            ? "Recorded wrongly, now retracted: " + after + before + capital(r.reason())
            : briefly(amendment.by().fact(), names);
  }

  /** A fact with the one that it corrects, where it is a correction. */
  public static String withCorrected(Entry entry, History record, Names names) {
    if (!(entry.fact() instanceof Fact.Correction correction)) return briefly(entry.fact(), names);
    Fact before = record.entry(correction.corrects()).orElseThrow().fact();
    Fact stood = before instanceof Fact.Correction earlier ? earlier.with() : before;
    return briefly(correction.with(), names)
        + "; corrects entry "
        + correction.corrects()
        + " ("
        + briefly(stood, names)
        + "): "
        + correction.reason();
  }

  /** The same with its first letter as at the beginning of a sentence. */
  public static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private FactText() {}
}
