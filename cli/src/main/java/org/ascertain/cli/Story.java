package org.ascertain.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
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
import org.ascertain.standing.Majorities;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Tabulation;
import org.ascertain.standing.Turns;

/**
 * An election told in order: what turned it, told singly; the rest of a day in one line. Told
 * singly are the first and last of each stage, every crossing of the majority, changes of the lead
 * in exact figures, corrections, national calls, recounts, objections, the declaration and the
 * oaths.
 */
final class Story implements History.Step {

  /**
   * A line of the story.
   *
   * @param moment its place in time, nanoseconds since 1970-01-01T00:00Z
   * @param clock the time within the day, where it is known
   * @param turning whether it is one of the turns that decide
   */
  record Line(long moment, String clock, String text, boolean turning) {}

  private final Names names;
  private final Optional<String> reference;
  private final List<Line> lines = new ArrayList<>();
  private final Map<Rung, Turns> turns = new EnumMap<>(Rung.class);
  private final Set<Long> firstOrLast = new HashSet<>();
  private final Leads leads;
  private final Corrections corrections;
  private final Map<String, Fact.Certification> certificates = new HashMap<>();
  private final long countDay;
  private Gathered gathered;
  private Optional<LocalDate> today = Optional.empty();
  private final Set<String> told = new HashSet<>();

  private Story(History history) {
    this.names = new Names(history.header());
    this.reference = history.header().caller();
    this.countDay =
        history
            .law()
            .deadline(Due.COUNT)
            .map(d -> Washington.endOf(d.day()))
            .orElse(Long.MAX_VALUE);
    this.leads = new Leads(names);
    this.corrections = new Corrections(names);
    this.gathered = new Gathered(names);
    for (Rung rung : Rung.values()) turns.put(rung, new Turns(Majorities.on(rung)));
    stages(history);
  }

  /** Tells a history up to a moment (nanoseconds since 1970-01-01T00:00Z). */
  static List<Line> of(History history, long until) {
    Story story = new Story(history);
    history.walk(until, story);
    story.endDay();
    return story.lines;
  }

  /** Finds the first and last fact of each stage. */
  private void stages(History history) {
    Map<Rung, List<Entry>> stages = new HashMap<>();
    for (Entry entry : history.entries())
      stage(entry.fact())
          .ifPresent(rung -> stages.computeIfAbsent(rung, r -> new ArrayList<>()).add(entry));
    for (List<Entry> stage : stages.values()) {
      firstOrLast.add(stage.getFirst().index());
      if (stage.getFirst().fact() instanceof Fact.Returns) continue;
      firstOrLast.add(stage.getLast().index());
    }
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

  @Override
  public void after(Entry entry, boolean momentIsOver, Tabulation now) {
    LocalDate day = Washington.day(now.now());
    if (today.isPresent() && !today.get().equals(day)) endDay();
    today = Optional.of(day);
    List<String> crossings = crossings(entry, momentIsOver, now);
    Optional<String> lead = leads.after(entry, now);
    corrections.after(entry);
    if (!crossings.isEmpty()) {
      flush(entry);
      crossings.forEach(text -> tell(entry, text, true));
    } else if (lead.isPresent()) tell(entry, lead.get(), false);
    else if (singly(entry)) {
      flush(entry);
      tell(
          entry,
          sentence(entry, now),
          entry.fact() instanceof Fact.Declared || entry.fact() instanceof Fact.Oath);
    } else gathered.add(entry, now);
    if (entry.fact() instanceof Fact.Certification certification)
      certificates.put(certification.unit(), certification);
  }

  private List<String> crossings(Entry entry, boolean momentIsOver, Tabulation now) {
    List<String> texts = new ArrayList<>();
    turns.forEach(
        (rung, each) -> {
          each.after(entry, momentIsOver, now);
          if (rung.compareTo(Rung.COUNTED) > 0) return;
          for (Turns.Turn turn : each.turns()) {
            if (turn.since().entry().index() == entry.index()
                && told.add(rung + "+" + entry.index()))
              texts.add(crossing(rung, turn.candidate(), entry, now, true));
            if (turn.until().filter(edge -> edge.entry().index() == entry.index()).isPresent()
                && told.add(rung + "-" + entry.index()))
              texts.add(crossing(rung, turn.candidate(), entry, now, false));
          }
        });
    return texts;
  }

  private String crossing(
      Rung rung, String candidate, Entry entry, Tabulation now, boolean begins) {
    String what =
        "%s: %s %s the majority"
            .formatted(heading(rung), names.of(candidate), begins ? "passes" : "falls below");
    String figures = figures(rung, now);
    String cause = Telling.briefly(entry.fact(), names);
    String counted = rung == Rung.REPORTED ? " (of the votes counted so far)" : "";
    return "%s%s, %s: %s".formatted(what, counted, figures, cause);
  }

  static String heading(Rung rung) {
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

  private String figures(Rung rung, Tabulation now) {
    return Gathered.figures(rung, now, names);
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
      case Fact.Correction f -> true;
      case Fact.Retraction f -> true;
      case Fact.NotAppointed f -> false;
      case Fact.Call f -> f.unit().equals("US") || firstOrLast.contains(entry.index());
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
      String first = told.add("first " + stage.get()) ? "First: " : "Last: ";
      String standing = stage.get() == Rung.REPORTED ? "" : " (" + figures(stage.get(), now) + ")";
      return first + text + standing;
    }
    return switch (entry.fact()) {
      case Fact.Objection f -> text + Telling.remark(f).map(remark -> ". " + remark).orElse("");
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
    lines.add(
        new Line(entry.effective(), Moments.clock(entry.fact().attestation()), text, turning));
  }

  /** What was gathered of the same stage comes before what is told singly of it. */
  private void flush(Entry entry) {
    switch (entry.fact()) {
      case Fact.ElectorVotes f -> gathered.flush(entry.effective()).forEach(lines::add);
      case Fact.Counted f -> gathered.flush(entry.effective()).forEach(lines::add);
      case Fact.ChamberVote f -> gathered.flush(entry.effective()).forEach(lines::add);
      case Fact.Objection f -> gathered.flush(entry.effective()).forEach(lines::add);
      default -> {}
    }
  }

  private void endDay() {
    long end = today.map(Washington::endOf).orElse(Long.MIN_VALUE);
    corrections.flush(end).forEach(lines::add);
    gathered.flush(end).forEach(lines::add);
    gathered = new Gathered(names);
  }
}
