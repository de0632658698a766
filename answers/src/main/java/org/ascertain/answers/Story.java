package org.ascertain.answers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Washington;
import org.ascertain.election.When;
import org.ascertain.law.DeadlineKind;
import org.ascertain.standing.Amendment;
import org.ascertain.standing.History;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Tabulation;
import org.ascertain.standing.TurningPoint;
import org.ascertain.standing.TurningPoint.Majority;

/**
 * An election told in order: what turned it, told singly; the rest of a day in one line. Told
 * singly are the first and last of each stage, every crossing of the majority, changes of the lead
 * in exact figures, corrections, recounts, objections, the declaration and the oaths.
 */
public final class Story implements History.Step {

  /**
   * A line of the story.
   *
   * @param moment its place in time, nanoseconds since 1970-01-01T00:00Z
   * @param from the first day it tells of, where it tells of several
   * @param clock the time within the day, where it is known
   * @param turning whether it is one of the turns that decide
   */
  public record Line(long moment, LocalDate from, String clock, String text, boolean turning) {

    static Line at(long moment, String clock, String text, boolean turning) {
      return new Line(moment, Washington.day(moment), clock, text, turning);
    }
  }

  /**
   * Who recorded what the archive holds: an entry of its own that it puts right is book-keeping.
   */
  private static final String ARCHIVE = "archive";

  private final Names names;
  private final TurningPointText points;
  private final StoryPlan outline;
  private final ToldSingly words;
  private final long countDay;
  private final List<Line> lines = new ArrayList<>();
  private int dayBegins;
  private final Map<String, Fact.Certification> certificates = new HashMap<>();
  private final Set<String> objected = new HashSet<>();
  private final Set<Long> told = new HashSet<>();
  private final BallotSeries ballots;
  private final DayOfFalls falls;
  private final DayLine gathered;
  private Optional<LocalDate> today = Optional.empty();
  private Optional<ToldCall> call = Optional.empty();

  /** A call, or its withdrawal, and the line in which it was told. */
  private record ToldCall(Entry entry, Line line) {}

  private Story(History history) {
    this.names = new Names(history.header());
    this.points = new TurningPointText(names);
    this.outline = new StoryPlan(history);
    this.words = new ToldSingly(names, outline);
    this.countDay =
        history
            .law()
            .deadline(DeadlineKind.COUNT)
            .map(due -> Washington.endOf(due.day()))
            .orElse(Long.MAX_VALUE);
    this.falls = new DayOfFalls(names);
    this.gathered = new DayLine(names, history.law().entitled().keySet());
    this.ballots = new BallotSeries(names, outline);
  }

  /**
   * Tells a history up to a moment (nanoseconds since 1970-01-01T00:00Z).
   *
   * @param amendedBy up to when it is told what was put right; that may be after all had happened
   */
  public static List<Line> of(History history, long until, long amendedBy) {
    Story story = new Story(history);
    history.walk(until, story);
    story.end();
    List<Amendment> amendments =
        history.amendments().stream()
            .filter(amendment -> amendment.by().effective() <= amendedBy)
            .toList();
    amendments.stream()
        .filter(amendment -> !isOwn(amendment))
        .forEach(
            amendment ->
                story.put(line(amendment.by(), FactText.putRight(amendment, story.names), false)));
    ownBooks(amendments.stream().filter(Story::isOwn).toList()).ifPresent(story::put);
    return story.lines;
  }

  private static boolean isOwn(Amendment amendment) {
    return amendment.by().recordedBy().equals(ARCHIVE);
  }

  /** What the archive put right in what it had recorded itself, long after all was over. */
  private static Optional<Line> ownBooks(List<Amendment> own) {
    if (own.isEmpty()) return Optional.empty();
    return Optional.of(
        line(
            own.getLast().by(),
            "The archive put right %s of its own, each with the reason (from entry %d on)"
                .formatted(
                    Names.several(own.size(), "entry", "entries"), own.getFirst().by().index()),
            false));
  }

  /** What was put right stands by its own time among what was told. */
  private void put(Line line) {
    int place = 0;
    for (int i = 0; i < lines.size(); i++)
      if (lines.get(i).moment() <= line.moment()) place = i + 1;
    lines.add(place, line);
  }

  @Override
  public void after(Entry entry, boolean momentIsOver, Tabulation now) {
    if (!outline.counts(entry)) return;
    startDay(Washington.day(now.now()));
    Optional<String> lead = outline.lead(entry).map(this::lead);
    outline.fall(entry).ifPresent(falls::add);
    List<Majority> crossed = outline.crossings(entry);
    if (!(entry.fact() instanceof Fact.ContingentBallot)) ballots.end().ifPresent(lines::add);
    if (!told.add(entry.index())) termBegins(entry, now);
    else if ((outline.together(entry) || (!crossed.isEmpty() && isOneOfADay(entry)))
        && !decided(entry)) {
      for (MajorityCrossing each : MajorityCrossing.of(crossed))
        gathered.crossing(
            entry.fact(), each.rung(), each.words(entry.fact(), names) + "%s: %s" + each.implied());
      gathered.add(entry, now);
      if (singly(entry)) gathered.apart(line(entry, sentence(entry, now), false));
    } else if (!crossed.isEmpty()) {
      flush(entry);
      for (MajorityCrossing each : MajorityCrossing.of(crossed))
        tell(entry, crossing(each, entry, lead, now), true);
    } else if (lead.isPresent()) tell(entry, lead.get(), false);
    else if (entry.fact() instanceof Fact.ContingentBallot ballot) {
      flush(entry);
      ballots.add(ballot).ifPresent(lines::add);
    } else if (singly(entry)) {
      flush(entry);
      if (!withTheLast(entry)) {
        tell(entry, sentence(entry, now), entry.fact() instanceof Fact.Declared);
        call = Optional.of(new ToldCall(entry, lines.getLast())).filter(this::isPlain);
      }
    } else if (!(entry.fact() instanceof Fact.Returns)) gathered.add(entry, now);
    gathered.afterSingly(entry.fact(), now);
    if (entry.fact() instanceof Fact.Certification certification)
      certificates.put(certification.unit(), certification);
    if (entry.fact() instanceof Fact.Objection objection) objected.add(objection.jurisdiction());
    if (entry.fact() instanceof Fact.Declared)
      words.undecided(now).ifPresent(text -> lines.add(line(entry, text, true)));
  }

  /** What Congress decided about, told in its place among the objections. */
  private boolean decided(Entry entry) {
    return entry.fact() instanceof Fact.Counted counted
        && (counted.result() != Fact.CountResult.COUNTED
            || (objected.contains(counted.jurisdiction()) && outline.remark(counted).isPresent()));
  }

  /** The oath was told when it was taken; now the term it is for has begun. */
  private void termBegins(Entry entry, Tabulation now) {
    if (!(entry.fact() instanceof Fact.Oath oath)) return;
    String clock = TimeText.clock(Washington.at(now.now()));
    String text = "The term begins: " + names.of(oath.person()) + " is in office";
    tell(Line.at(now.now(), clock, text, true));
  }

  private String lead(TurningPoint.Lead lead) {
    return points.lead(lead)
        + (lead.entry().fact() instanceof Fact.Returns returns
            ? ": " + names.figures(returns.votes())
            : "");
  }

  /** Whether a step came on some day, at what hour of it nobody knows, and others may have. */
  private boolean isOneOfADay(Entry entry) {
    boolean toTheMoment = entry.fact().attestation().at().latest() instanceof When.AtMoment;
    return !toTheMoment && !outline.isOrderKnown(entry);
  }

  /** Who brought it is named where it is known; between bounds, who brought it at the latest. */
  private String crossing(
      MajorityCrossing passing, Entry entry, Optional<String> lead, Tabulation now) {
    String by = lead.orElseGet(() -> FactText.briefly(entry.fact(), names));
    String named = passing.span().isPresent() ? ", at the latest when " + by : ": " + by;
    return passing.words(entry.fact(), names)
        + DayLine.figures(passing.rung(), now, names)
        + (outline.isOrderKnown(entry) ? named : "")
        + passing.implied();
  }

  private boolean singly(Entry entry) {
    return switch (entry.fact()) {
      case Fact.CountOpened f -> true;
      case Fact.Objection f -> true;
      case Fact.ChamberVote f -> true;
      case Fact.CommissionRuling f -> true;
      case Fact.Declared f -> true;
      case Fact.ContingentBallot f -> true;
      case Fact.Oath f -> true;
      case Fact.Death f -> true;
      case Fact.Withdrawal f -> true;
      case Fact.VotingExtended f -> true;
      case Fact.CallWithdrawn f -> true;
      case Fact.Call f -> outline.isWithdrawn(f) || outline.isAtAnEnd(entry);
      case Fact.Challenge f ->
          outline.isBrief()
              || f.kind() == Fact.ChallengeKind.RECOUNT
              || f.kind() == Fact.ChallengeKind.ELECTION_CONTEST;
      case Fact.Ruling f -> outline.isBrief() || (f.closing() && outline.isProceeding(f));
      case Fact.Acknowledgement f -> outline.isBrief() && f.country().isEmpty();
      case Fact.Certification f ->
          (f.amends().isPresent() && entry.effective() < countDay) || outline.isAtAnEnd(entry);
      case Fact.ElectorVotes f -> isAtAnEndOrRemarked(entry) || outline.isRival(f);
      case Fact.Counted f -> isAtAnEndOrRemarked(entry) || decided(entry);
      case Fact.Ascertainment f -> isAtAnEndOrRemarked(entry) || f.supersedes().isPresent();
      case Fact.Appointment f -> outline.remark(f).isPresent();
      default -> outline.isAtAnEnd(entry); // any other kind only as the first or last of a stage
    };
  }

  private boolean isAtAnEndOrRemarked(Entry entry) {
    return outline.isAtAnEnd(entry) || outline.remark(entry.fact()).isPresent();
  }

  private String sentence(Entry entry, Tabulation now) {
    String text = FactText.capital(words.of(entry.fact()));
    Optional<Rung> stage = outline.stage(entry.fact());
    if (stage.isPresent() && outline.isAtAnEnd(entry)) {
      String figures =
          stage.get() == Rung.REPORTED
              ? ""
              : DayLine.inBrackets(DayLine.figures(stage.get(), now, names));
      text = outline.atWhichEnd(entry) + text + figures;
    } else
      text +=
          switch (entry.fact()) {
            case Fact.Objection f when !f.received() && f.senators().orElse(1) == 0 ->
                ": no Senator stands by it";
            case Fact.Certification f ->
                Optional.ofNullable(certificates.get(f.unit()))
                    .map(before -> "; before: " + names.figures(before.votes()))
                    .orElse("");
            default -> ""; // other kinds say all of it in their own clause
          };
    if (!DayLine.isDated(entry.fact()))
      text += " (" + TimeText.full(entry.fact().attestation()) + ")";
    return entry.fact() instanceof Fact.Returns ? text : outline.withRemark(text, entry.fact());
  }

  /** A caller's calls of a state and the presidency at one moment are told in one line. */
  private boolean withTheLast(Entry entry) {
    if (call.isEmpty() || lines.isEmpty() || !lines.getLast().equals(call.get().line()))
      return false;
    Entry before = call.get().entry();
    if (before.effective() != entry.effective()) return false;
    Optional<String> both = words.ofBoth(before.fact(), entry.fact());
    if (both.isEmpty()) return false;
    lines.removeLast();
    lines.add(line(before, outline.withRemark(FactText.capital(both.get()), before.fact()), false));
    return true;
  }

  /** Whether the line says no more than that it was called: not that it was the first or last. */
  private boolean isPlain(ToldCall told) {
    return !outline.isAtAnEnd(told.entry());
  }

  private void tell(Entry entry, String text, boolean turning) {
    Line line = line(entry, text, turning);
    // The last word on a challenge is no reason to end the line of small things that it is among.
    if (entry.fact() instanceof Fact.Ruling) lines.add(line);
    else tell(line);
  }

  private void tell(Line line) {
    gathered.beforeTelling().ifPresent(lines::add);
    lines.add(line);
  }

  private static Line line(Entry entry, String text, boolean turning) {
    return Line.at(entry.effective(), TimeText.clock(entry.fact().attestation()), text, turning);
  }

  /** What was gathered of the same stage comes before what is told singly of it. */
  private void flush(Entry entry) {
    switch (entry.fact()) {
      case Fact.CallWithdrawn f -> lines.addAll(gathered.flush(entry.effective()));
      case Fact.ElectorVotes f -> lines.addAll(gathered.flush(entry.effective()));
      case Fact.Counted f -> lines.addAll(gathered.flush(entry.effective()));
      case Fact.ChamberVote f -> lines.addAll(gathered.flush(entry.effective()));
      case Fact.CommissionRuling f -> lines.addAll(gathered.flush(entry.effective()));
      case Fact.ContingentBallot f -> lines.addAll(gathered.flush(entry.effective()));
      case Fact.CountOpened f -> lines.addAll(gathered.flush(entry.effective()));
      case Fact.Declared f -> lines.addAll(gathered.flush(entry.effective()));
      case Fact.Objection f -> lines.addAll(gathered.flush(entry.effective()));
      default -> {} // no other kind ends a run of facts that are told together
    }
  }

  private void startDay(LocalDate day) {
    if (today.filter(day::equals).isPresent()) return;
    if (today.isPresent()) endDay();
    today = Optional.of(day);
    dayBegins = lines.size();
    gathered.startDay(day);
  }

  private void endDay() {
    ballots.end().ifPresent(lines::add);
    // How far a figure fell is known only now, after later things of the day were told.
    falls.flush(gathered).forEach(this::tell);
    lines.subList(dayBegins, lines.size()).sort(Comparator.comparingLong(Line::moment));
    lines.addAll(gathered.endDay(Washington.endOf(today.orElseThrow())));
  }

  private void end() {
    if (today.isEmpty()) return;
    endDay();
    gathered.end().ifPresent(lines::add);
  }
}
