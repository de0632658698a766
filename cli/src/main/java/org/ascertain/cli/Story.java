package org.ascertain.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Washington;
import org.ascertain.election.When;
import org.ascertain.law.Due;
import org.ascertain.standing.History;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Tabulation;
import org.ascertain.standing.Turns;

/**
 * An election told in order: what turned it, told singly; the rest of a day in one line. Told
 * singly are the first and last of each stage, every crossing of the majority, changes of the lead
 * in exact figures, corrections, recounts, objections, the declaration and the oaths.
 */
final class Story implements History.Step {

  /**
   * A line of the story.
   *
   * @param moment its place in time, nanoseconds since 1970-01-01T00:00Z
   * @param from the first day it tells of, where it tells of several
   * @param clock the time within the day, where it is known
   * @param turning whether it is one of the turns that decide
   */
  record Line(long moment, LocalDate from, String clock, String text, boolean turning) {

    static Line at(long moment, String clock, String text, boolean turning) {
      return new Line(moment, Washington.day(moment), clock, text, turning);
    }
  }

  /** Somebody's passing, or falling below, the majority on a rung. */
  private record Crossing(Rung rung, String candidate, boolean begins) {}

  private final Names names;
  private final Optional<String> reference;
  private final long countDay;
  private final List<Line> lines = new ArrayList<>();
  private final List<Line> todays = new ArrayList<>();
  private final Map<Long, List<Crossing>> crossings = new HashMap<>();
  private final Map<String, Fact.Certification> certificates = new HashMap<>();
  private final Set<Long> firstOrLast = new HashSet<>();
  private final Set<Rung> begun = EnumSet.noneOf(Rung.class);
  private final Set<Long> told = new HashSet<>();
  private final Leads leads;
  private final Corrections corrections;
  private final Gathered gathered;
  private Optional<LocalDate> today = Optional.empty();

  private Story(History history) {
    this.names = new Names(history.header());
    this.reference = history.header().caller();
    this.countDay =
        history
            .law()
            .deadline(Due.COUNT)
            .map(due -> Washington.endOf(due.day()))
            .orElse(Long.MAX_VALUE);
    this.leads = new Leads(names);
    this.corrections = new Corrections(names);
    this.gathered = new Gathered(names);
    stages(history);
    crossings(history);
  }

  /** Tells a history up to a moment (nanoseconds since 1970-01-01T00:00Z). */
  static List<Line> of(History history, long until) {
    Story story = new Story(history);
    history.walk(until, story);
    story.end();
    return story.lines;
  }

  /** Finds the first and last fact of each stage. */
  private void stages(History history) {
    Map<Rung, List<Entry>> stages = new EnumMap<>(Rung.class);
    for (Entry entry : history.entries())
      stage(entry.fact())
          .ifPresent(rung -> stages.computeIfAbsent(rung, r -> new ArrayList<>()).add(entry));
    stages.forEach(
        (rung, facts) -> {
          firstOrLast.add(facts.getFirst().index());
          if (rung != Rung.REPORTED && rung != Rung.ASCERTAINED)
            firstOrLast.add(facts.getLast().index());
        });
  }

  private Optional<Rung> stage(Fact fact) {
    return switch (fact) {
      case Fact.Returns f when f.unit().indexOf('/') < 0 -> Optional.of(Rung.REPORTED);
      case Fact.Call f
          when reference.filter(f.caller()::equals).isPresent() && !f.unit().equals("US") ->
          Optional.of(Rung.CALLED);
      case Fact.Certification f when f.amends().isEmpty() -> Optional.of(Rung.CERTIFIED);
      case Fact.Ascertainment f when !(f.attestation().at() instanceof When.Between) ->
          Optional.of(Rung.ASCERTAINED);
      case Fact.ElectorVotes f -> Optional.of(Rung.VOTED);
      case Fact.Counted f -> Optional.of(Rung.COUNTED);
      default -> Optional.empty();
    };
  }

  /** Finds the entries with which somebody passed or lost the majority on a rung. */
  private void crossings(History history) {
    for (Rung rung : Rung.values()) {
      if (!rung.byJurisdiction()) continue;
      for (Turns.Turn turn : history.majorities(rung)) {
        crossing(turn.since(), new Crossing(rung, turn.candidate(), true));
        turn.until().ifPresent(end -> crossing(end, new Crossing(rung, turn.candidate(), false)));
      }
    }
  }

  private void crossing(Turns.Edge edge, Crossing crossing) {
    crossings.computeIfAbsent(edge.entry().index(), entry -> new ArrayList<>()).add(crossing);
  }

  @Override
  public void after(Entry entry, boolean momentIsOver, Tabulation now) {
    startDay(Washington.day(now.now()));
    Optional<String> lead = leads.after(entry, now);
    corrections.after(entry);
    List<Crossing> crossed = crossings.getOrDefault(entry.index(), List.of());
    if (!told.add(entry.index())) termBegins(entry, now);
    else if (!crossed.isEmpty()) {
      flush(entry);
      crossings(entry, crossed)
          .forEach((each, also) -> tell(entry, crossing(each, also, entry, lead, now), true));
    } else if (lead.isPresent()) tell(entry, lead.get(), false);
    else if (singly(entry)) {
      flush(entry);
      tell(entry, sentence(entry, now), entry.fact() instanceof Fact.Declared);
    } else gathered.add(entry, now);
    if (entry.fact() instanceof Fact.Certification certification)
      certificates.put(certification.unit(), certification);
  }

  /** The oath was told when it was taken; now the term it is for has begun. */
  private void termBegins(Entry entry, Tabulation now) {
    if (!(entry.fact() instanceof Fact.Oath oath)) return;
    String clock = Moments.clock(Washington.at(now.now()));
    String text = "The term begins: " + names.of(oath.person()) + " is in office";
    tell(Line.at(now.now(), clock, text, true));
  }

  /**
   * Crossings by a fact of their own rung, each with those that the fact only implies; else all of
   * them.
   */
  private static Map<Crossing, List<Crossing>> crossings(Entry entry, List<Crossing> crossed) {
    Map<Crossing, List<Crossing>> told = new LinkedHashMap<>();
    for (Crossing each : crossed.reversed()) {
      Optional<Crossing> own =
          told.keySet().stream()
              .filter(other -> other.candidate().equals(each.candidate()))
              .findFirst();
      if (own.isPresent() && Telling.implies(each.rung(), entry.fact()))
        told.getOrDefault(own.get(), new ArrayList<>()).addFirst(each);
      else told.put(each, new ArrayList<>());
    }
    return told;
  }

  private String crossing(
      Crossing crossed, List<Crossing> also, Entry entry, Optional<String> lead, Tabulation now) {
    String implied = Telling.implies(crossed.rung(), entry.fact()) ? " at the latest now" : "";
    String others =
        also.isEmpty()
            ? ""
            : "; at the latest now also "
                + String.join(" and ", also.stream().map(each -> each.rung().word()).toList());
    return "%s%s: %s %s the majority%s, %s: %s%s"
        .formatted(
            heading(crossed.rung()),
            implied,
            names.of(crossed.candidate()),
            crossed.begins() ? "passes" : "falls below",
            crossed.rung() == Rung.REPORTED ? " by the votes counted so far" : "",
            Gathered.figures(crossed.rung(), now, names),
            lead.orElseGet(() -> Telling.briefly(entry.fact(), names)),
            others);
  }

  private static String heading(Rung rung) {
    return switch (rung) {
      case REPORTED -> "Reported";
      case CALLED -> "Called";
      case CERTIFIED -> "Certified";
      case ASCERTAINED -> "Ascertained";
      case VOTED -> "Electors have voted";
      case COUNTED -> "Counted by Congress";
      case DECLARED -> "Declared";
      case IN_OFFICE -> "In office";
    };
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
      case Fact.Challenge f ->
          f.kind() == Fact.ChallengeKind.RECOUNT || f.kind() == Fact.ChallengeKind.ELECTION_CONTEST;
      case Fact.Certification f ->
          (f.amends().isPresent() && entry.effective() < countDay)
              || firstOrLast.contains(entry.index());
      default -> firstOrLast.contains(entry.index());
    };
  }

  private String sentence(Entry entry, Tabulation now) {
    String text = capital(Telling.briefly(entry.fact(), names));
    Optional<Rung> stage = stage(entry.fact());
    if (stage.isPresent() && firstOrLast.contains(entry.index())) {
      String figures =
          stage.get() == Rung.REPORTED
              ? ""
              : " (" + Gathered.figures(stage.get(), now, names) + ")";
      return (begun.add(stage.get()) ? "First: " : "Last: ") + text + figures;
    }
    return switch (entry.fact()) {
      case Fact.Objection f when !f.received() && f.senators().orElse(1) == 0 ->
          text + ": no Senator stands by it";
      case Fact.Certification f ->
          text
              + Optional.ofNullable(certificates.get(f.unit()))
                  .map(before -> "; before: " + names.figures(before.votes()))
                  .orElse("");
      default -> text;
    };
  }

  static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private void tell(Entry entry, String text, boolean turning) {
    tell(Line.at(entry.effective(), Moments.clock(entry.fact().attestation()), text, turning));
  }

  private void tell(Line line) {
    gathered.beforeTelling().ifPresent(lines::add);
    todays.add(line);
  }

  /** What was gathered of the same stage comes before what is told singly of it. */
  private void flush(Entry entry) {
    switch (entry.fact()) {
      case Fact.CallWithdrawn f -> gathered.flush(entry.effective()).ifPresent(todays::add);
      case Fact.ElectorVotes f -> gathered.flush(entry.effective()).ifPresent(todays::add);
      case Fact.Counted f -> gathered.flush(entry.effective()).ifPresent(todays::add);
      case Fact.ChamberVote f -> gathered.flush(entry.effective()).ifPresent(todays::add);
      case Fact.Objection f -> gathered.flush(entry.effective()).ifPresent(todays::add);
      default -> {}
    }
  }

  private void startDay(LocalDate day) {
    if (today.filter(day::equals).isPresent()) return;
    if (today.isPresent()) endDay();
    today = Optional.of(day);
    gathered.startDay(day);
  }

  private void endDay() {
    // How far a figure fell is known only now, after later things of the day were told.
    corrections.flush(gathered).forEach(this::tell);
    todays.sort(Comparator.comparingLong(Line::moment));
    lines.addAll(todays);
    todays.clear();
    gathered.endDay(Washington.endOf(today.orElseThrow())).ifPresent(lines::add);
  }

  private void end() {
    if (today.isEmpty()) return;
    endDay();
    gathered.end().ifPresent(lines::add);
  }
}
