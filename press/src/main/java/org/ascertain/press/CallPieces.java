package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Call;
import org.ascertain.election.Fact.Matter;
import org.ascertain.election.Washington;

/** Claims of calls in pieces of sentences: who called what, when, first or last. */
final class CallPieces {

  static final List<Form> ALL =
      List.of(
          Form.of("first-or-last-to-call", Kind.CALL)
              .knows("among big")
              .hears(
                  "{K:k}.{0,20}?(?:was|were|had been|became|came|went|is).{0,6}?(?<which>first|last)(?! time)",
                  "{K:k} went (?<which>first|last)",
                  "{K:k},? the (?<which>first|last)")
              .example(SUPPORTED, "2020-12-15", "Fox News was first in Arizona.")
              .example(CONTRADICTED, "2020-12-15", "AP was first in Arizona.")
              .judges(CallPieces::order),
          Form.of("order-of-calls", Kind.CALL)
              .hears(
                  "{U:u} (?:was|is|came|had been) (?:the )?(?<which>first|last)(?: state)?(?: called| to be called)? (?:on|by|of|for|at) {K:k}",
                  "{U:u},? called (?<which>first|last)")
              .example(SUPPORTED, "2020-12-15", "Georgia was the last state called by AP.")
              .example(CONTRADICTED, "2020-12-15", "Nevada was the last state called by AP.")
              .judges(CallPieces::orderOfCalls),
          Form.of("called-before", Kind.CALL)
              .hears(
                  "{U:u} (?:was |were |had been )?(?:called|given|projected|decided)(?: by {K:k})? (?<way>before|after|ahead of) {U:w}")
              .example(CONTRADICTED, "2020-11-08", "At AP Michigan was called before Wisconsin.")
              .example(SUPPORTED, "2020-11-08", "At AP Michigan was called after Wisconsin.")
              .judges(CallPieces::before),
          Form.of("call-in-a-piece", Kind.CALL)
              .hears(
                  "{K:k}.{0,40}?(?:call(?:ed|s|ing)?|project(?:ed|s|ing|ion)?|declar(?:ed|es|ing)|gave|gives|given|put|named|awarded|had him over|had her over|handed|held off until|waited until|pulled the trigger|pressed the button|weighed in|went first|led the way|agreed|was in)\\b",
                  "(?:called|declared|projected|given).{0,40}?by {K:k}",
                  "{K:k}.{0,10}?(?:came(?: in)?|follow(?:ed|s)?|did (?:so|likewise|the same)|likewise|joined|at ⟦T)",
                  "{U:u} (?:was|had been|were) (?:called|projected|given|declared)",
                  "^[ ,]*(?:and )?{U:u},?(?: at)? {T:t}",
                  "\\bcalled (?:it|that state|the state|him|her|{C:c})\\b")
              .example(
                  SUPPORTED, "2020-11-08", "Then came Nevada, given by AP at 12:15 on Saturday.")
              .example(
                  CONTRADICTED,
                  "2020-11-08",
                  "That day Fox News had him over the top at 11:30 on Saturday; it called the race.")
              .judges(CallPieces::called),
          Form.of("place-at-an-hour", Kind.CALL)
              .hears("{U:u}.{0,40}?{T:t}", "{T:t}.{0,40}?{U:u}")
              .example(
                  SUPPORTED,
                  "2020-11-08",
                  "The AP called it all night, and so Ohio came in at 12:19 a.m. on Wednesday.")
              .example(
                  CONTRADICTED,
                  "2020-11-08",
                  "The AP called it all night, and so Ohio came in at 10:19 p.m. on Tuesday.")
              .judges(CallPieces::atHour),
          Form.of("nobody-before", Kind.CALL)
              .hears("{D:d} before (?:anybody|anyone|any (?:network|caller|outlet)) called")
              .example(
                  CONTRADICTED,
                  "2020-12-15",
                  "The country waited, and it was Nov. 7 before anybody called it.")
              .example(
                  SUPPORTED,
                  "2020-12-15",
                  "The country waited, and it was Nov. 6 before anybody called it.")
              .judges(
                  (s, e) -> {
                    Optional<Entry> first = e.first(Call.class, f -> f.unit().equals("US"));
                    if (first.isEmpty()) return Judged.beyond("No call is on record by then.");
                    LocalDate day = Washington.day(first.get().effective());
                    Mention.Days said = s.days("d");
                    boolean holds =
                        said.weekday().isPresent()
                            ? day.getDayOfWeek() == said.weekday().get()
                            : !day.isBefore(said.from()) && !day.isAfter(said.to());
                    return Judged.held(
                        holds,
                        "%s called it %s."
                            .formatted(
                                ((Call) first.get().fact()).caller(), Evidence.time(first.get())),
                        List.of(first.get()));
                  }));

  /** "Ohio came in at 12:19", where calls are told: a call of that very minute is on record. */
  private static Judged atHour(Slots s, Evidence e) {
    Mention.Clock clock = (Mention.Clock) s.mention("t");
    boolean isOfCalls =
        s.scene().caller().isPresent()
            || Sought.has(s.context(), "\\bcall(?:s|ed|ing)?\\b|projected");
    boolean isOfElse =
        s.hears(
            "\\bwith ⟦u|stood|\\bread\\b|count|vote[sd]?\\b|elector|object|congress|debate|clos|\\bpolls|\\bmet\\b|meet|certif|⟦h|senat|speech|spoke|rally|recount|not\\b|until");
    if (clock.rough() || !isOfCalls || isOfElse) return Judged.NO_CLAIM;
    List<String> callers = callers(s);
    List<Entry> own =
        e.all(
            Call.class,
            f ->
                f.unit().equals(s.unit("u"))
                    && (callers.isEmpty() || callers.contains(f.caller()))
                    && s.standing().stream().allMatch(f.candidate()::equals));
    // of one caller there is one hour, where it is said that the place came then
    if (own.size() == 1 && callers.size() == 1 && s.hears("\\b(?:came in|came at|was called)\\b"))
      return Judged.supported(
              "%s called it %s.".formatted(callers.getFirst(), Evidence.time(own.getFirst())), own)
          .at(own.getFirst());
    return own.stream()
        .filter(each -> s.fits(each, e))
        .findFirst()
        .map(
            each ->
                Judged.supported(
                        "%s called it %s."
                            .formatted(((Call) each.fact()).caller(), Evidence.time(each)),
                        List.of(each))
                    .at(each))
        .orElse(Judged.NO_CLAIM);
  }

  private static final String RACE =
      "\\brace|presiden|white house|elect(?:ion|ed)|winner|over the top|victor|\\bwon\\b|\\bit\\b is over|the country";

  static boolean isOfElse(Slots s) {
    return s.hears(
        "congress|certif|joint session|commission|objection|\\bcourt|poll\\b|poll closing|interview|(?:before|after|until|by the time|once) ⟦k|according to ⟦k|electors? (?:met|voted)");
  }

  static List<String> callers(Slots s) {
    List<String> own = s.sources();
    return own.isEmpty() ? s.scene().caller().stream().toList() : own;
  }

  /** The places that a call may be of: what is named, else what was spoken of, else the whole. */
  static List<String> units(Slots s) {
    List<String> own = s.here(Mention.Place.class).stream().map(Mention.Place::unit).toList();
    if (!own.isEmpty()) {
      List<String> all = new ArrayList<>(own);
      if (s.hears("and (?:the )?(?:presidency|white house|race|country)")) all.add("US");
      return List.copyOf(all);
    }
    boolean race = s.hears(RACE);
    Optional<String> earlier = s.earlier(Mention.Place.class).map(Mention.Place::unit);
    if (earlier.isPresent() && !race) return List.of(earlier.get());
    if (race) return List.of("US");
    return s.hears("that state|the state\\b|called it\\b")
        ? s.scene().unit().stream().toList()
        : List.of();
  }

  /** Which place one caller called first or last; without a caller, the AP. */
  private static Judged orderOfCalls(Slots s, Evidence e) {
    String caller = s.has("k") ? s.caller("k") : callers(s).stream().findFirst().orElse("AP");
    List<Entry> calls = e.all(Call.class, f -> f.caller().equals(caller) && !f.unit().equals("US"));
    if (calls.size() < 40 || s.hears("certif|elector")) return Judged.NO_CLAIM;
    boolean first = s.words("which").equalsIgnoreCase("first");
    Entry one = first ? calls.getFirst() : calls.getLast();
    boolean same =
        calls.stream()
            .anyMatch(
                c ->
                    c.effective() == one.effective()
                        && ((Call) c.fact()).unit().equals(s.unit("u")));
    return Judged.held(
        same,
        "%s called %s %s, %s."
            .formatted(
                caller,
                Evidence.place(((Call) one.fact()).unit()),
                first ? "first" : "last",
                Evidence.time(one)),
        List.of(one));
  }

  /** Which of two places one caller called first; without a caller, the AP. */
  private static Judged before(Slots s, Evidence e) {
    String caller = s.has("k") ? s.caller("k") : callers(s).stream().findFirst().orElse("AP");
    Optional<Entry> one =
        e.first(Call.class, f -> f.caller().equals(caller) && f.unit().equals(s.unit("u")));
    Optional<Entry> other =
        e.first(Call.class, f -> f.caller().equals(caller) && f.unit().equals(s.unit("w")));
    if (one.isEmpty() || other.isEmpty() || one.get().effective() == other.get().effective())
      return Judged.NO_CLAIM;
    boolean isBefore = one.get().effective() < other.get().effective();
    return Judged.held(
            isBefore != s.words("way").equalsIgnoreCase("after"),
            "%s called the one %s and the other %s."
                .formatted(caller, Evidence.time(one.get()), Evidence.time(other.get())),
            List.of(one.get(), other.get()))
        .undeniable();
  }

  private static Judged called(Slots s, Evidence e) {
    // how long after another it was is more than that it was
    if (s.hears("⟦v")) return Judged.NO_CLAIM;
    if (isOfElse(s) || s.hears("\\bnot\\b|never|nobody|took back|withdr|retract|too close"))
      return Judged.NO_CLAIM;
    List<String> callers = callers(s);
    List<String> units = units(s);
    // "Ohio was called at 10:36", by whom is open: by any
    if (s.sources().isEmpty() && !units.isEmpty() && !units.contains("US")) {
      List<Entry> any = e.all(Call.class, f -> f.unit().equals(units.getFirst()));
      if (any.isEmpty() || s.piece().times().isEmpty()) return Judged.NO_CLAIM;
      for (Entry each : any) {
        Judged judged =
            Judged.supported(
                    "%s called it %s."
                        .formatted(((Call) each.fact()).caller(), Evidence.time(each)),
                    List.of(each))
                .at(each);
        if (s.fits(judged, e)) return judged;
      }
      // "the networks called it": the place of the sentence before, or the presidency
      boolean isNamed =
          s.placeOfSentence().isPresent() || s.hears("that state|the state\\b|\\bthere\\b");
      if (!isNamed)
        return e.all(Call.class, f -> f.unit().equals("US")).stream()
            .map(
                each ->
                    Judged.supported(
                            "%s called it %s."
                                .formatted(((Call) each.fact()).caller(), Evidence.time(each)),
                            List.of(each))
                        .at(each))
            .filter(judged -> s.fits(judged, e))
            .findFirst()
            .orElse(Judged.NO_CLAIM);
      return any.size() <= 2
          ? Judged.supported(
                  "%s called it %s."
                      .formatted(
                          ((Call) any.getFirst().fact()).caller(), Evidence.time(any.getFirst())),
                  any)
              .at(any.getFirst())
          : Judged.beyond("Of those on record none called it then.");
    }
    Optional<String> person = s.standing().stream().filter(e::isPresidential).findFirst();
    boolean isElliptic = units.isEmpty();
    if (callers.isEmpty()) return Judged.NO_CLAIM;
    boolean hasTime =
        s.piece().times().stream()
            .anyMatch(t -> !(t.mention() instanceof Mention.Days d && d.isYear()));
    if (isElliptic && !hasTime) return Judged.NO_CLAIM;
    List<List<String>> tries =
        isElliptic
            ? s.scene()
                .unit()
                .map(u -> List.of(List.of("US"), List.of(u)))
                .orElse(List.of(List.of("US")))
            : List.of(units);
    Judged worst = Judged.NO_CLAIM;
    int against = 0;
    for (List<String> each : tries) {
      Judged judged = judge(s, e, callers, each, person);
      if (judged.why().isEmpty()) continue;
      Judged timed = Clause.of(s.piece(), s.piece().start(), s.piece().end()).timed(judged, e);
      if (timed.verdict() == Verdict.SUPPORTED) return judged;
      if (isElliptic && judged.verdict() == Verdict.BEYOND) continue;
      if (isElliptic && judged.verdict() == Verdict.SUPPORTED) against++;
      // what is called has to be named to contradict a text
      boolean isNamed =
          s.one(Mention.Caller.class).isPresent()
              && (s.placeHere().isPresent() || (s.hears(RACE) && s.placeOfSentence().isEmpty()));
      if (!isNamed && judged.verdict() != Verdict.BEYOND) continue;
      worst = judged;
    }
    // whatever it was that was called, it was not then
    boolean isNone =
        isElliptic
            && against == tries.size()
            && s.one(Mention.Caller.class).isPresent()
            && Sought.has(s.scene().words(), "(?i)winner|presiden|race|called|victor");
    if (isNone) return judge(s, e, callers, tries.getFirst(), person);
    return worst;
  }

  static Judged judge(
      Slots s, Evidence e, List<String> callers, List<String> units, Optional<String> person) {
    List<Entry> by = new ArrayList<>();
    for (String caller : callers)
      for (String unit : units) {
        List<Entry> calls =
            e.all(Call.class, f -> f.caller().equals(caller) && f.unit().equals(unit));
        List<Entry> same =
            calls.stream()
                .filter(c -> person.isEmpty() || ((Call) c.fact()).candidate().equals(person.get()))
                .toList();
        if (same.isEmpty()) {
          if (!calls.isEmpty())
            return Judged.contradicted(
                "%s called it for %s, %s."
                    .formatted(
                        caller,
                        e.name(((Call) calls.getLast().fact()).candidate()),
                        Evidence.time(calls.getLast())),
                calls);
          return e.isComplete(Matter.CALLS, Optional.of(caller), unit)
              ? Judged.contradicted(
                  "The record holds all calls of %s there, and none of that kind by then."
                      .formatted(caller),
                  List.of())
              : Judged.beyond("The record holds no call of %s there.".formatted(caller));
        }
        Entry best = same.getFirst();
        for (Entry each : same) if (s.fits(each, e)) best = each;
        by.add(best);
      }
    if (by.isEmpty()) return Judged.NO_CLAIM;
    Entry last = by.getLast();
    // several at once: each has to fit the time
    for (Entry each : by) if (!s.fits(each, e)) last = each;
    return Judged.supported(
            "%s called %s for %s, %s."
                .formatted(
                    ((Call) last.fact()).caller(),
                    ((Call) last.fact()).unit().equals("US")
                        ? "the presidency"
                        : Evidence.place(((Call) last.fact()).unit()),
                    e.name(((Call) last.fact()).candidate()),
                    Evidence.time(last)),
            by)
        .atEach(by);
  }

  private static Judged order(Slots s, Evidence e) {
    if (isOfElse(s)) return Judged.NO_CLAIM;
    String caller = s.caller("k");
    List<String> units = units(s);
    String unit = units.isEmpty() ? "US" : units.getFirst();
    if (units.isEmpty() && s.scene().unit().isPresent() && s.hears("that state|the state|follow"))
      unit = s.scene().unit().get();
    boolean first = s.words("which").equals("first");
    String of = unit;
    Optional<String> person = s.standing().stream().filter(e::isPresidential).findFirst();
    List<Entry> calls = e.all(Call.class, f -> f.unit().equals(of));
    Optional<Entry> own =
        calls.stream()
            .filter(c -> ((Call) c.fact()).caller().equals(caller))
            .filter(c -> person.isEmpty() || ((Call) c.fact()).candidate().equals(person.get()))
            .reduce((a, b) -> b);
    if (own.isEmpty() || calls.size() < 2)
      return calls.isEmpty()
          ? Judged.NO_CLAIM
          : Judged.beyond("The record holds no such call of " + caller + ".");
    String candidate = ((Call) own.get().fact()).candidate();
    boolean networksOnly = s.hears("network|⟦m");
    Optional<Entry> passed =
        calls.stream()
            .filter(c -> ((Call) c.fact()).candidate().equals(candidate))
            .filter(c -> !((Call) c.fact()).caller().equals(caller))
            .filter(
                c ->
                    !networksOnly
                        || !List.of("AP", "DDHQ", "VNS").contains(((Call) c.fact()).caller()))
            .filter(
                o ->
                    first
                        ? o.effective() < own.get().fact().attestation().at().begins()
                        : o.fact().attestation().at().begins() > own.get().effective())
            .findFirst();
    String why = "%s called it %s.".formatted(caller, Evidence.time(own.get()));
    if (passed.isPresent())
      return Judged.contradicted(
              why
                  + " %s did %s."
                      .formatted(
                          ((Call) passed.get().fact()).caller(), Evidence.time(passed.get())),
              List.of(own.get(), passed.get()))
          .at(own.get());
    return Judged.supported(
            why + " Of those on record it was the " + s.words("which") + ".", List.of(own.get()))
        .at(own.get());
  }

  private CallPieces() {}
}
