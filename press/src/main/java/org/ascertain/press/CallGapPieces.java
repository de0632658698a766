package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Call;

/** Claims of how long after one caller another called. */
final class CallGapPieces {

  static final List<Form> ALL =
      List.of(
          Form.of("call-after-a-call", Kind.DURATION)
              .hears(
                  "{V:v} (?<way>after|before|ahead of|behind) (?:the )?{K:other}",
                  "{K:k}.{0,40}?{V:v} (?<way>later|after|afterwards|earlier|before|quicker|sooner|faster|ahead|slower|behind)",
                  "{K:k}.{0,30}?(?<way>within) (?<one>the (?:same )?minute|{V:v})",
                  "{K:k}.{0,30}?in the (?<way>same) minute as {K:other}")
              .example(
                  SUPPORTED,
                  "2020-11-10",
                  "CNN called the race at 11:24 on Saturday, and Fox News followed 16 minutes later.")
              .example(
                  CONTRADICTED,
                  "2020-11-10",
                  "CNN called the race at 11:24 on Saturday, and Fox News followed 26 minutes later.")
              .judges(CallGapPieces::gap));

  private static Judged gap(Slots s, Evidence e) {
    if (s.hears("congress|\\bcourt|poll|elector|took back|withdr|retract|certif"))
      return Judged.NO_CLAIM;
    List<String> callers = new ArrayList<>();
    for (Mention.Caller each : s.here(Mention.Caller.class))
      if (!callers.contains(each.id())) callers.add(each.id());
    // "he spoke an hour after CNN" tells of no other call
    boolean begins = s.piece().marked().substring(0, s.start()).matches("[ ,]*(?:and |only )?");
    boolean isSaid = s.earlier(Mention.Caller.class).isPresent();
    if (s.has("other") && callers.size() == 1 && begins)
      s.earlier(Mention.Caller.class)
          .map(Mention.Caller::id)
          .ifPresent(first -> callers.addFirst(first));
    if (!s.has("other") && callers.size() == 1)
      s.earlier(Mention.Caller.class)
          .map(Mention.Caller::id)
          .or(() -> s.scene().caller())
          .ifPresent(callers::add);
    if (callers.size() != 2 || callers.get(0).equals(callers.get(1))) return Judged.NO_CLAIM;
    List<String> units = new ArrayList<>(CallPieces.units(s));
    if (units.isEmpty()) {
      units.add("US");
      s.scene().unit().ifPresent(units::add);
    }
    Judged last = Judged.NO_CLAIM;
    int known = 0;
    for (String unit : units) {
      Optional<Entry> own = only(e, callers.get(0), unit);
      Optional<Entry> other = only(e, callers.get(1), unit);
      if (own.isEmpty() || other.isEmpty()) continue;
      known++;
      Judged judged = held(s, own.get(), other.get());
      if (judged.verdict() == SUPPORTED) return judged;
      last = judged;
    }
    // of what other call it is counted has to be clear to contradict a text
    boolean isClear =
        (isSaid || s.has("other"))
            && s.named(Mention.Place.class).size() <= 1
            && !s.hears("(?:before|after) that\\b");
    return known > 1 || (last.verdict() == CONTRADICTED && !isClear) ? Judged.NO_CLAIM : last;
  }

  private static Optional<Entry> only(Evidence e, String caller, String unit) {
    List<Entry> calls = e.all(Call.class, f -> f.caller().equals(caller) && f.unit().equals(unit));
    return calls.size() == 1 ? Optional.of(calls.getFirst()) : Optional.empty();
  }

  private static Judged held(Slots s, Entry own, Entry other) {
    String why =
        "%s called it %s, %s %s."
            .formatted(
                ((Call) own.fact()).caller(),
                Evidence.time(own),
                ((Call) other.fact()).caller(),
                Evidence.time(other));
    List<Entry> by = List.of(own, other);
    long off = own.effective() - other.effective();
    String way = s.words("way").toLowerCase(Locale.ROOT);
    if (way.equals("within") || way.equals("same")) {
      long most =
          s.has("v")
              ? length((Mention.Length) s.mention("v")).toNanos()
              : Duration.ofMinutes(1).toNanos();
      return Judged.held(Math.abs(off) <= most + Duration.ofSeconds(30).toNanos(), why, by)
          .undeniable();
    }
    boolean later = List.of("after", "later", "afterwards", "slower", "behind").contains(way);
    if (later != off > 0) return Judged.contradicted(why, by).undeniable();
    Mention.Length length = (Mention.Length) s.mention("v");
    long said = length(length).toNanos();
    long open =
        switch (length.unit()) {
          case SECONDS -> Duration.ofMillis(999).toNanos();
          case MINUTES -> Duration.ofSeconds(59).toNanos();
          case HOURS -> Duration.ofMinutes(20).toNanos();
          default -> Duration.ofHours(10).toNanos();
        };
    boolean about = length.about() || s.hears("about|some ⟦v|almost|nearly");
    // "a good two minutes": two or more
    if (Math.abs(off) < said && s.hears("a good|a full|at least|more than|(?<!just )over ⟦v"))
      return Judged.contradicted(why, by).undeniable();
    if (about) open += said / 8;
    long gap = Math.abs(Math.abs(off) - said);
    if (gap <= open) return Judged.supported(why, by).undeniable();
    return gap <= 2 * open
            && length.unit() != ChronoUnit.MINUTES
            && length.unit() != ChronoUnit.SECONDS
        ? Judged.imprecise(why, by)
        : Judged.contradicted(why, by).undeniable();
  }

  private static Duration length(Mention.Length length) {
    return Duration.of(length.count(), length.unit());
  }

  private CallGapPieces() {}
}
