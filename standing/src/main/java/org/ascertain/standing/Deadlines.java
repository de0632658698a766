package org.ascertain.standing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.ascertain.election.Attestation;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.ChallengeKind;
import org.ascertain.election.Fact.CountOpened;
import org.ascertain.election.Unit;
import org.ascertain.election.Washington;
import org.ascertain.election.When;
import org.ascertain.law.Deadline;
import org.ascertain.law.Electors;
import org.ascertain.law.StateLaw;
import org.ascertain.standing.DeadlineReason.Act;
import org.ascertain.standing.DeadlineReason.ArrivalNotInRecord;
import org.ascertain.standing.DeadlineReason.CameToCongress;
import org.ascertain.standing.DeadlineReason.ContestOpen;
import org.ascertain.standing.DeadlineReason.Done;
import org.ascertain.standing.DeadlineReason.NotInRecord;
import org.ascertain.standing.DeadlineReason.NotYet;
import org.ascertain.standing.DeadlineReason.OnUnknownDay;
import org.ascertain.standing.JurisdictionFacts.Found;
import org.ascertain.standing.Key.Kind;
import org.ascertain.standing.Standing.ChallengeRow;
import org.ascertain.standing.Standing.DeadlineRow;

/**
 * The days of the calendar, and by jurisdiction whether each was met, missed, not known, or is
 * still open.
 */
final class Deadlines {

  private final Tabulation now;
  private final Challenges challenges;
  private final long moment;

  Deadlines(Tabulation now, Challenges challenges, long moment) {
    this.now = now;
    this.challenges = challenges;
    this.moment = moment;
  }

  List<DeadlineRow> rows() {
    return now.register().law.deadlines().stream().map(this::row).toList();
  }

  /**
   * The days that the states' own laws set for their certificates, a row for each that has one to
   * be held to.
   */
  List<DeadlineRow> ofStates() {
    List<DeadlineRow> rows = new ArrayList<>();
    for (String code : now.register().jurisdictions)
      now.register()
          .law
          .state(code)
          .flatMap(StateLaw::certification)
          .ifPresent(
              deadline -> {
                Answers answers = new Answers(deadline);
                answers.place(code, at(now.facts(code).firstCertification(code)), Act.CERTIFIED);
                rows.add(answers.row());
              });
    return List.copyOf(rows);
  }

  /** Reasons by jurisdiction, sorted into the four answers. */
  private final class Answers {
    final Deadline deadline;
    final SequencedMap<String, DeadlineReason> met = new LinkedHashMap<>();
    final SequencedMap<String, DeadlineReason> missed = new LinkedHashMap<>();
    final SequencedMap<String, DeadlineReason> unknown = new LinkedHashMap<>();
    final SequencedMap<String, DeadlineReason> open = new LinkedHashMap<>();

    Answers(Deadline deadline) {
      this.deadline = deadline;
    }

    long due() {
      return Washington.endOf(deadline.day());
    }

    boolean past() {
      return moment >= due();
    }

    /** Holds the time of an act against the day. */
    void place(String jurisdiction, Optional<Attestation> by, Act act) {
      Optional<When> at = by.map(Attestation::at);
      if (at.isEmpty()) {
        if (past()) unknown.put(jurisdiction, new NotInRecord(act));
        else open.put(jurisdiction, new NotYet(act));
      } else if (at.get().effective() <= due()) met.put(jurisdiction, new Done(act, by.get()));
      else if (earliest(at.get()) > due()) missed.put(jurisdiction, new Done(act, by.get()));
      else unknown.put(jurisdiction, new OnUnknownDay(act, by.get()));
    }

    DeadlineRow row() {
      return new DeadlineRow(deadline, met, missed, unknown, open);
    }
  }

  /** The first nanosecond at which it may have happened. */
  private static long earliest(When at) {
    return switch (at) {
      case When.AtMoment moment -> moment.effective();
      case When.OnDay(var day) -> Washington.endOf(day.minusDays(1)) + 1;
      case When.Between(var from, var to) -> earliest(from);
    };
  }

  private DeadlineRow row(Deadline deadline) {
    Answers answers = new Answers(deadline);
    switch (deadline.due()) {
      case SAFE_HARBOUR -> appointing().forEach(code -> safeHarbour(answers, code));
      case ASCERTAIN ->
          appointing()
              .forEach(
                  code ->
                      answers.place(code, at(now.facts(code).ascertainment()), Act.ASCERTAINED));
      case MEET -> appointing().forEach(code -> meeting(answers, code));
      case COUNT ->
          answers.place(
              Unit.NATION,
              at(now.nation().all(Kind.COUNT_OPENED, CountOpened.class).stream().findFirst()),
              Act.OPENED);
      case DEMAND -> appointing().forEach(code -> certificateOfVotes(answers, code));
      case APPOINT, CERTIFY, COURT, DELIVER, TERM -> {}
    }
    return answers.row();
  }

  /** Where no electors were appointed there is nobody whom a day could bind. */
  private List<String> appointing() {
    return now.college().electors().stream()
        .filter(electors -> electors.appointed().orElse(1) > 0)
        .map(Electors::jurisdiction)
        .toList();
  }

  private static Optional<Attestation> at(Optional<? extends Found<?>> found) {
    return found.map(Found::entry).map(Entry::fact).map(Fact::attestation);
  }

  /** Electors meet on the day itself: neither before nor after. */
  private void meeting(Answers answers, String jurisdiction) {
    Optional<Found<Fact.ElectorVotes>> votes =
        now.facts(jurisdiction).returnsOfElectors().stream().findFirst();
    answers.place(jurisdiction, at(votes), Act.VOTED);
  }

  /**
   * Electors send their certificates at once; no fact says when one came, but what was counted had
   * come, and nothing of it was missing (3 USC 11, 12).
   */
  private void certificateOfVotes(Answers answers, String jurisdiction) {
    Optional<Attestation> counted = at(now.facts(jurisdiction).counted());
    Optional<Attestation> voted =
        at(now.facts(jurisdiction).returnsOfElectors().stream().findFirst());
    if (counted.isPresent()) answers.met.put(jurisdiction, new CameToCongress(counted.get()));
    else if (voted.isEmpty()) answers.place(jurisdiction, voted, Act.VOTED);
    else
      (answers.past() ? answers.unknown : answers.open)
          .put(jurisdiction, new ArrivalNotInRecord(voted.get()));
  }

  /**
   * A determination is final when it is certified with no election contest open; the executive's
   * certificate shows when. Where the day of that certificate is not known, neither is this (3 USC
   * 5, 1948).
   */
  private void safeHarbour(Answers answers, String jurisdiction) {
    JurisdictionFacts facts = now.facts(jurisdiction);
    Optional<Attestation> certified = at(facts.firstCertification(jurisdiction));
    List<Fact.Challenge> contests = new ArrayList<>();
    for (ChallengeRow row :
        challenges.openAt(jurisdiction, ChallengeKind.ELECTION_CONTEST, answers.due()))
      contests.add(row.challenge());
    if (answers.past() && !contests.isEmpty())
      answers.missed.put(jurisdiction, new ContestOpen(contests));
    else if (certified.isPresent() && earliest(certified.get().at()) > answers.due())
      answers.missed.put(jurisdiction, new Done(Act.CERTIFIED, certified.get()));
    else answers.place(jurisdiction, at(facts.ascertainment()), Act.ASCERTAINED);
  }
}
