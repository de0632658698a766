package org.ascertain.press;

import static org.ascertain.press.Verdict.BEYOND;
import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.IMPRECISE;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Matter;
import org.ascertain.election.Washington;
import org.ascertain.election.When;
import org.ascertain.standing.KnownOrder;
import org.ascertain.standing.Rung;

/** Claims of what callers called, for whom and when. */
final class CallForms {

  private static final String WINNER =
      "(?:the )?(?:winner|projected winner|president-elect|next president|victor|elected|re-elected|as elected)";

  static final List<Form> ALL =
      List.of(
          Form.of("call-of-a-unit", Kind.CALL)
              .reads(
                  "{Ks:k} (?:(?:had|have) not |had already |never |had |have |has )?(?:called|projected|call|calls|projects|declared|put|awarded|gave) {Us:us}(?:'s electoral votes)? (?:for|in favor of|to|in the column of|as won by) {C:c}",
                  "{Us:us} (?:was|were|had been|has been|have been|was not|was first) (?:called|projected|declared|awarded) (?:for|to) {C:c} by {Ks:k}",
                  "{Ks:k} (?:had |has |have )?(?:called|projected|declared) {C:c} (?:to be )?(?:the )?(?:winner|projected winner|victor) (?:in|of) {Us:us}",
                  "{Ks:k}'s call of {Us:us} for {C:c}")
              .example(SUPPORTED, "2020-12-15", "Fox News called Arizona for Biden.")
              .example(CONTRADICTED, "2020-12-15", "Fox News called Arizona for Trump.")
              .example(SUPPORTED, "2000-11-09", "NBC called Florida for Gore at 7:49 p.m.")
              .judges((s, e) -> judge(e, s.callers("k"), s.units("us"), s.candidate("c"), s.day())),
          Form.of("call-of-the-presidency", Kind.CALL)
              .reads(
                  "{Ks:k} (?:(?:had|have) not |never |had |have |has )?(?:all )?(?:called|projected|call|calls|projects|declared) {race} (?:for|in favor of) {C:c}",
                  "{Ks:k} (?:had |has |have )?(?:all )?(?:called|projected|declared) (?:that )?{C:c} (?:as |to be )?"
                      + WINNER,
                  "{race} (?:was|had been|has been) (?:called|declared) for {C:c} by {Ks:k}",
                  "{C:c} (?:was|had been|has been) (?:called|projected|declared) (?:as |to be )?"
                      + WINNER
                      + "(?: of the (?:election|race|presidency))? by {Ks:k}",
                  "{Ks:k} (?:had |has |have )?(?:all )?(?:called|projected) (?:that )?{C:c} (?:had won|won|would win|as having won) {race}",
                  "{Ks:k}'s call (?:of {race} )?for {C:c}")
              .ahead()
              .example(
                  SUPPORTED,
                  "2020-12-15",
                  "The Associated Press called the race for Biden on Nov. 7.")
              .example(
                  CONTRADICTED,
                  "2020-12-15",
                  "The Associated Press called the race for Biden on Nov. 6.")
              .judges((s, e) -> judge(e, s.callers("k"), List.of("US"), s.candidate("c"), s.day())),
          Form.of("call-by-the-media", Kind.PROJECTION)
              .reads(
                  "{M:m} (?:had |have |has )?(?:called|projected|declared) {race} (?:for|in favor of) {C:c}",
                  "{M:m} (?:had |have |has )?(?:called|projected|declared) (?:that )?{C:c} (?:as |to be )?"
                      + WINNER,
                  "{C:c} (?:was|had been|has been) (?:called|projected|declared) (?:as |to be )?"
                      + WINNER
                      + "(?: of the (?:election|race))? by {M:m}",
                  "{race} (?:was|had been) called for {C:c}(?! by)")
              .ahead()
              .example(
                  SUPPORTED,
                  "2020-12-15",
                  "News organizations called the race for Biden on Nov. 7.")
              .example(CONTRADICTED, "2020-12-15", "News organizations called the race for Trump.")
              .judges((s, e) -> byTheMedia(e, "US", s.candidate("c"), s.day())),
          Form.of("same-as-projected", Kind.PROJECTION)
              .reads(
                  "(?:the )?same (?:result|score|tally|outcome|figure) (?:that |which )?(?:was |had been |were |as )*(?:projected|called|forecast|declared) by {M:m} (?<days>days|a week|weeks|hours) after (?:the )?(?:{D:d} )?(?:election|vote)",
                  "(?:the )?same (?:result|score|tally|outcome|figure) (?:that |which )?(?:was |had been |were |as )*(?:projected|called|forecast|declared) by {M:m}")
              .withDays()
              .example(
                  IMPRECISE,
                  "2020-12-15",
                  "It was the same result that was projected by media outlets.")
              .example(
                  BEYOND,
                  "2016-12-22",
                  "It was the same result that was projected by media outlets.")
              .judges(CallForms::sameAsProjected),
          Form.of("call-of-a-unit-by-the-media", Kind.PROJECTION)
              .reads(
                  "{M:m} (?:had |have |has )?(?:called|projected|declared) {U:u} for {C:c}",
                  "{U:u} (?:was|had been) called for {C:c}(?! by)")
              .example(SUPPORTED, "2020-12-15", "The networks called Pennsylvania for Biden.")
              .example(CONTRADICTED, "2020-12-15", "The networks called Pennsylvania for Trump.")
              .judges((s, e) -> byTheMedia(e, s.unit("u"), s.candidate("c"), s.day())),
          Form.of("first-call", Kind.CALL)
              .reads(
                  "{K:k} (?:was|became) the (?<which>first|last) (?:network |major network |news organi[sz]ation |of the networks |outlet )?to (?:call|project) (?:{U:u}|{race})(?: for {C:c})?")
              .example(SUPPORTED, "2020-12-15", "Fox News was the first to call Arizona for Biden.")
              .example(CONTRADICTED, "2020-12-15", "CNN was the first to call Arizona for Biden.")
              .judges(CallForms::first),
          Form.of("call-withdrawn", Kind.CALL)
              .reads(
                  "{Ks:k} (?:had |have )?(?:all )?(?:retracted|withdrew|took back|rescinded|withdrawn|retract|pulled back) (?:its|their|the) (?:call|calls|projection|projections)(?: of| in| for)? {U:u}(?: for {C:c})?",
                  "{Ks:k} (?:had |have )?(?:all )?(?:retracted|withdrew|took back|rescinded) {U:u}(?: from {C:c})?")
              .example(SUPPORTED, "2000-11-09", "CNN withdrew its call of Florida for Gore.")
              .example(
                  CONTRADICTED,
                  "2000-11-10",
                  "CNN withdrew its call of Florida for Gore on November 9.")
              .judges(CallForms::withdrawn),
          Form.of("call-without-a-name", Kind.CALL)
              .reads(
                  "{Ks:k} (?:had |has |have )?(?:called|projected|calls) {Us:us}(?! (?:for|to|,))",
                  "{Us:us},? (?:was |were |had been )?called by {Ks:k}(?! for)",
                  "{Ks:k} (?:had |has |have )?called {race}(?! (?:for|in|of|to)\\b)")
              .example(
                  SUPPORTED,
                  "2016-12-20",
                  "The Associated Press called the race at 2:29 a.m. on Nov. 9.")
              .example(
                  CONTRADICTED,
                  "2016-12-20",
                  "The Associated Press called the race at 3:29 a.m. on Nov. 9.")
              .example(SUPPORTED, "2020-11-08", "AP called Nevada on Saturday.")
              .example(CONTRADICTED, "2020-11-08", "AP called Nevada on Friday.")
              .judges(CallForms::forAnybody),
          Form.of("no-call-yet", Kind.CALL)
              .reads(
                  "{Ks:k} (?:has|had|have) (?:not|yet to) (?:yet )?(?:called|call) (?:{U:u}|{race})(?! for)")
              .withDenial()
              .example(SUPPORTED, "2020-11-05", "CNN has not called the race.")
              .example(CONTRADICTED, "2020-11-15", "CNN has not called the race.")
              .judges(CallForms::notYet));

  /** What callers called: each of them every unit, for one candidate. */
  private static Judged judge(
      Evidence e,
      List<String> callers,
      List<String> units,
      String candidate,
      Optional<Mention.Days> day) {
    List<Entry> by = new ArrayList<>();
    List<String> told = new ArrayList<>();
    for (String caller : callers)
      for (String unit : units) {
        List<Entry> calls =
            e.all(Fact.Call.class, f -> f.caller().equals(caller) && f.unit().equals(unit));
        List<Entry> same =
            calls.stream()
                .filter(c -> ((Fact.Call) c.fact()).candidate().equals(candidate))
                .toList();
        if (same.isEmpty()) {
          if (!calls.isEmpty())
            return Judged.contradicted(
                caller
                    + " called it for "
                    + e.name(((Fact.Call) calls.getLast().fact()).candidate())
                    + ", "
                    + Evidence.time(calls.getLast())
                    + ".",
                calls);
          return e.isComplete(Matter.CALLS, Optional.of(caller), unit)
              ? Judged.contradicted(
                  "The record holds all calls of %s there, and none for %s by then."
                      .formatted(caller, e.name(candidate)),
                  List.of())
              : Judged.beyond("The record holds no call of %s there.".formatted(caller));
        }
        Entry best = same.getFirst();
        for (Entry each : same)
          if (day.isPresent()
              && Evidence.within(each.fact().attestation().at(), day.get().from(), day.get().to()))
            best = each;
        by.add(best);
        told.add("%s called it %s".formatted(caller, Evidence.time(best)));
      }
    return Judged.supported(String.join("; ", told) + ".", by).atEach(by);
  }

  /** From the first to the last of several. */
  private static When spanning(List<Entry> entries) {
    When first = entries.getFirst().fact().attestation().at();
    When last = first;
    for (Entry each : entries) {
      When at = each.fact().attestation().at();
      if (at.begins() < first.begins()) first = at;
      if (at.effective() > last.effective()) last = at;
    }
    return When.between(first.earliest(), last.latest());
  }

  private static Judged byTheMedia(
      Evidence e, String unit, String candidate, Optional<Mention.Days> day) {
    List<Entry> calls = e.all(Fact.Call.class, f -> f.unit().equals(unit));
    List<Entry> same =
        calls.stream().filter(c -> ((Fact.Call) c.fact()).candidate().equals(candidate)).toList();
    if (same.isEmpty())
      return calls.isEmpty()
          ? Judged.beyond("The record holds no call there by then.")
          : Judged.contradicted(
              "Those on record called it for "
                  + e.name(((Fact.Call) calls.getFirst().fact()).candidate())
                  + ".",
              calls);
    List<Entry> onDay =
        same.stream()
            .filter(
                c ->
                    day.isEmpty()
                        || Evidence.within(
                            c.fact().attestation().at(), day.get().from(), day.get().to()))
            .toList();
    List<Entry> told = onDay.isEmpty() ? same : onDay;
    return Judged.supported(
            "It was called by "
                + String.join(
                    ", ",
                    told.stream().map(c -> ((Fact.Call) c.fact()).caller()).distinct().toList())
                + ", from "
                + Evidence.time(told.getFirst())
                + " on.",
            told)
        .at(spanning(told));
  }

  private static Judged first(Slots s, Evidence e) {
    String unit = s.has("u") ? s.unit("u") : "US";
    List<Entry> calls =
        e.all(
            Fact.Call.class,
            f -> f.unit().equals(unit) && (!s.has("c") || f.candidate().equals(s.candidate("c"))));
    boolean first = s.words("which").equals("first");
    List<String> all = e.history().header().callers().stream().map(c -> c.id()).toList();
    boolean complete = calls.size() >= 2;
    Optional<Entry> one = first ? new KnownOrder(calls).first() : new KnownOrder(calls).last();
    if (one.isEmpty() || !complete)
      return Judged.beyond("Which of them called first is not on record.");
    String who = ((Fact.Call) one.get().fact()).caller();
    Judged judged =
        Judged.held(
            who.equals(s.caller("k")),
            "Of those on record %s called it %s, %s."
                .formatted(who, first ? "first" : "last", Evidence.time(one.get())),
            List.of(one.get()));
    boolean known =
        all.stream()
            .allMatch(
                id -> calls.stream().anyMatch(c -> ((Fact.Call) c.fact()).caller().equals(id)));
    return judged.verdict() == Verdict.SUPPORTED && !known && !first
        ? Judged.beyond(judged.why())
        : judged.at(one.get());
  }

  private static Judged withdrawn(Slots s, Evidence e) {
    List<Entry> by = new ArrayList<>();
    for (String caller : s.callers("k")) {
      Optional<Entry> one =
          e.last(
              Fact.CallWithdrawn.class,
              f ->
                  f.caller().equals(caller)
                      && f.unit().equals(s.unit("u"))
                      && (!s.has("c") || f.candidate().equals(s.candidate("c"))));
      if (one.isEmpty())
        return e.isComplete(Matter.CALLS, Optional.of(caller), s.unit("u"))
            ? Judged.contradicted("%s withdrew no such call by then.".formatted(caller), List.of())
            : Judged.beyond("The record holds no withdrawal of %s there.".formatted(caller));
      by.add(one.get());
    }
    return Judged.supported("Withdrawn " + Evidence.time(by.getFirst()) + ".", by).atEach(by);
  }

  /** A call of a unit for whomever: that of the day that is given, else the first. */
  private static Judged forAnybody(Slots s, Evidence e) {
    List<Entry> by = new ArrayList<>();
    for (String caller : s.callers("k"))
      for (String unit : s.has("us") ? s.units("us") : List.of("US")) {
        List<Entry> calls =
            e.all(Fact.Call.class, f -> f.caller().equals(caller) && f.unit().equals(unit));
        if (calls.isEmpty())
          return e.isComplete(Matter.CALLS, Optional.of(caller), unit)
              ? Judged.contradicted(
                  "The record holds all calls of %s there, and none by then.".formatted(caller),
                  List.of())
              : Judged.beyond("The record holds no call of %s there.".formatted(caller));
        Entry best = calls.getFirst();
        for (Entry each : calls)
          if (s.day().isPresent()
              && Evidence.within(
                  each.fact().attestation().at(), s.day().get().from(), s.day().get().to()))
            best = each;
        by.add(best);
      }
    return Judged.supported(
            "It was called for "
                + e.name(((Fact.Call) by.getFirst().fact()).candidate())
                + ", "
                + Evidence.time(by.getFirst())
                + ".",
            by)
        .atEach(by);
  }

  private static Judged notYet(Slots s, Evidence e) {
    String unit = s.has("u") ? s.unit("u") : "US";
    for (String caller : s.callers("k")) {
      Optional<Entry> call =
          e.first(Fact.Call.class, f -> f.caller().equals(caller) && f.unit().equals(unit));
      if (call.isPresent())
        return Judged.contradicted(
            "%s called it %s.".formatted(caller, Evidence.time(call.get())), List.of(call.get()));
      if (!e.isComplete(Matter.CALLS, Optional.of(caller), unit))
        return Judged.beyond("The record does not hold all calls of %s.".formatted(caller));
    }
    return Judged.supported("The record holds all their calls, and none of it by then.", List.of());
  }

  /** Whether the calls of some caller gave as many electors as the electors then cast. */
  private static Judged sameAsProjected(Slots s, Evidence e) {
    Optional<ElectorResult> result = ElectorResult.of(e);
    if (result.isEmpty()) return ElectorResult.notYet();
    if (s.has("d") && !isElectionDay(s.days("d"), e)) return Judged.NO_CLAIM;
    if (s.has("days") && !isAfter(s.words("days"), e)) return Judged.NO_CLAIM;
    Map<String, Long> is = ScorePieces.map(result.get().votes());
    // of another score than that of the end it is not said what was the same
    for (Mention.Placed each : s.placed(Mention.Score.class))
      if (each.mention() instanceof Mention.Score score
          && !(is.containsValue(score.one()) && is.containsValue(score.other())))
        return Judged.NO_CLAIM;
    for (var caller : e.rung(Rung.CALLED).callers().entrySet())
      if (ScorePieces.map(caller.getValue().electors()).equals(is))
        return Judged.imprecise(
            "The calls of %s came to the same in the end, state by state."
                .formatted(caller.getKey()),
            result.get().by());
    return Judged.beyond("Of no caller the record has calls that come to the result.");
  }

  private static boolean isElectionDay(Mention.Days said, Evidence e) {
    return said.contradiction().isEmpty()
        && !e.electionDay().isBefore(said.from())
        && !e.electionDay().isAfter(said.to());
  }

  /** Whether the presidency was first called hours, days or weeks after the election. */
  private static boolean isAfter(String how, Evidence e) {
    Optional<Entry> first = e.first(Fact.Call.class, f -> f.unit().equals("US"));
    if (first.isEmpty()) return false;
    long days = ChronoUnit.DAYS.between(e.electionDay(), Washington.day(first.get().effective()));
    return switch (how) {
      case "hours" -> days <= 1;
      case "days" -> days >= 2 && days <= 10;
      case "a week" -> days >= 6 && days <= 8;
      default -> days >= 14;
    };
  }

  private CallForms() {}
}
