package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Call;
import org.ascertain.election.Fact.CallWithdrawn;
import org.ascertain.election.Fact.Matter;
import org.ascertain.election.Unit;
import org.ascertain.election.Washington;

/** Claims of calls that were not made, or were taken back, in pieces of sentences. */
final class NoCallPieces {

  static final List<Form> ALL =
      List.of(
          Form.of("not-called", Kind.CALL)
              .knows("yet")
              .hears(
                  "{K:k} (?:still )?(?:hasn't|had not|has not)(?: yet)?[ .,]*$",
                  "{K:k}(?:(?!⟦K).){0,30}?(?:\\bnot\\b|never|yet to|nobody|no one|no state|n't).{0,30}?",
                  "(?:nobody|no one|none of the networks|no network).{0,20}?(?:called|projected) {U:u}",
                  "{K:k} (?:took back|retracted|withdrew) (?<none>none|nothing|no call)")
              .withDenial()
              .example(SUPPORTED, "2020-11-08", "At that time CNN so far has not called Arizona.")
              .example(
                  CONTRADICTED, "2020-11-15", "At that time CNN so far has not called Arizona.")
              .judges(NoCallPieces::notCalled),
          Form.of("took-back", Kind.CALL)
              .hears(
                  "{K:k}.{0,20}?(?<which>first|last) to (?:withdraw|retract|take)",
                  "{K:k}.{0,30}?(?:took .*back|taken back|retract|withdr[ae]w|let go|rescind|take back|pulled (?:it|its|that|the call))",
                  "(?:calls|projections).{0,20}?(?:were|was) (?:taken back|withdrawn|retracted)")
              .example(
                  SUPPORTED, "2000-11-09", "Then CNN let go of Florida about 9:55 p.m. on Nov. 7.")
              .example(
                  CONTRADICTED,
                  "2000-11-09",
                  "Then CNN let go of Florida about 8:55 p.m. on Nov. 7.")
              .judges(NoCallPieces::tookBack));

  private static Judged notCalled(Slots s, Evidence e) {
    if (CallPieces.isOfElse(s)) return Judged.NO_CLAIM;
    if (s.has("none")) {
      String caller = s.caller("k");
      List<Entry> back = e.all(CallWithdrawn.class, f -> f.caller().equals(caller));
      if (!back.isEmpty())
        return Judged.contradicted(
            "It withdrew one, " + Evidence.time(back.getFirst()) + ".", back);
      return e.isComplete(Matter.CALLS, Optional.of(caller), Unit.NATION)
          ? Judged.supported("The record holds all its calls, and none withdrawn.", List.of())
          : Judged.beyond("The record does not hold all its calls.");
    }
    if (!s.hears("call|project|declar|not\\.?$|n't\\.?$|so far|⟦c|never did|for nobody"))
      return Judged.NO_CLAIM;
    List<String> units = CallPieces.units(s);
    if (!s.has("k")) {
      String unit = s.unit("u");
      Optional<Entry> any = e.first(Call.class, f -> f.unit().equals(unit));
      return any.isPresent()
          ? Judged.contradicted(
              "%s called it %s."
                  .formatted(((Call) any.get().fact()).caller(), Evidence.time(any.get())),
              List.of(any.get()))
          : Judged.beyond("The record does not hold the calls of all.");
    }
    String caller = s.caller("k");
    String unit =
        units.isEmpty()
            ? s.hears("never did|not\\b|n't\\b")
                    && s.scene().unit().isPresent()
                    && !Sought.has(s.scene().words(), "presiden|elected")
                ? s.scene().unit().get()
                : "US"
            : units.getFirst();
    Optional<String> person = s.standing().stream().findFirst();
    List<Entry> calls = e.all(Call.class, f -> f.caller().equals(caller) && f.unit().equals(unit));
    // "at that hour": as of an hour that the sentence or the one before it has
    Optional<Mention.Clock> hour =
        s.one(Mention.Clock.class)
            .or(
                () ->
                    s.hears("that (?:hour|time|moment)|by then")
                        ? s.scene().clock()
                        : Optional.empty());
    Optional<LocalDate> day = s.day().map(Mention.Days::to);
    List<Entry> before =
        calls.stream()
            .filter(c -> hour.isEmpty() || day.isEmpty() || isBefore(c, day.get(), hour.get()))
            .filter(c -> !isWithdrawn(e, c))
            .filter(c -> person.isEmpty() || ((Call) c.fact()).candidate().equals(person.get()))
            .toList();
    if (hour.isPresent() && (day.isEmpty() || !hour.get().isOfWashington())) return Judged.NO_CLAIM;
    if (!before.isEmpty())
      return Judged.contradicted(
          "%s called it %s.".formatted(caller, Evidence.time(before.getFirst())), before);
    return e.isComplete(Matter.CALLS, Optional.of(caller), unit)
        ? Judged.supported(
            "The record holds all calls of %s there, and none that stood by then."
                .formatted(caller),
            List.of())
        : Judged.beyond("The record does not hold all calls of %s.".formatted(caller));
  }

  private static boolean isWithdrawn(Evidence e, Entry call) {
    Call fact = (Call) call.fact();
    return e
        .all(
            CallWithdrawn.class,
            w ->
                w.caller().equals(fact.caller())
                    && w.unit().equals(fact.unit())
                    && w.candidate().equals(fact.candidate()))
        .stream()
        .anyMatch(w -> w.effective() >= call.effective());
  }

  private static boolean isBefore(Entry call, LocalDate day, Mention.Clock hour) {
    return Washington.at(call.effective()).toLocalDateTime().isBefore(day.atTime(hour.time()));
  }

  private static Judged tookBack(Slots s, Evidence e) {
    List<String> callers = CallPieces.callers(s);
    Optional<String> place = s.place();
    Optional<String> person = s.standing().stream().filter(e::isPresidential).findFirst();
    List<Entry> back =
        e.all(
            CallWithdrawn.class,
            f ->
                (!s.has("k") || callers.contains(f.caller()))
                    && place.map(p -> f.unit().equals(p) || f.unit().equals("US")).orElse(true)
                    && person.map(p -> f.candidate().equals(p)).orElse(true));
    if (s.has("which")) {
      String caller = s.caller("k");
      List<Entry> all =
          e.all(CallWithdrawn.class, f -> place.map(p -> f.unit().equals(p)).orElse(true));
      Optional<Entry> own =
          all.stream()
              .filter(w -> ((CallWithdrawn) w.fact()).caller().equals(caller))
              .reduce((a, b) -> b);
      if (own.isEmpty() || all.size() < 3) return Judged.beyond("The record does not hold it.");
      String candidate = ((CallWithdrawn) own.get().fact()).candidate();
      List<Entry> same =
          all.stream()
              .filter(w -> ((CallWithdrawn) w.fact()).candidate().equals(candidate))
              .toList();
      boolean first = s.words("which").equals("first");
      boolean passed =
          same.stream()
              .anyMatch(
                  o ->
                      first
                          ? o.effective() < own.get().fact().attestation().at().begins()
                          : o.fact().attestation().at().begins() > own.get().effective());
      String why = "%s withdrew it %s.".formatted(caller, Evidence.time(own.get()));
      return passed
          ? Judged.contradicted(why + " Others did " + (first ? "before it." : "after it."), same)
          : Judged.beyond(why + " Of others only bounds are known.");
    }
    if (back.isEmpty()) {
      // an hour is that of the call
      if (!s.has("k") || s.all().contains("⟦T")) return Judged.NO_CLAIM;
      boolean all =
          place.isPresent()
              && callers.stream()
                  .allMatch(c -> e.isComplete(Matter.CALLS, Optional.of(c), place.get()));
      return all
          ? Judged.contradicted(
              "The record holds all calls there, and none withdrawn by then.", List.of())
          : Judged.beyond("The record holds no withdrawal there.");
    }
    for (Entry each : back) {
      Judged judged =
          Judged.supported(
                  "%s withdrew it %s."
                      .formatted(((CallWithdrawn) each.fact()).caller(), Evidence.time(each)),
                  List.of(each))
              .at(each);
      if (s.fits(judged, e)) return judged;
    }
    Entry last = back.getFirst();
    return Judged.supported(
            "%s withdrew it %s."
                .formatted(((CallWithdrawn) last.fact()).caller(), Evidence.time(last)),
            List.of(last))
        .at(last);
  }

  private NoCallPieces() {}
}
