package org.ascertain.standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.election.Washington;
import org.ascertain.law.Margin;
import org.ascertain.law.RecountChance;
import org.ascertain.law.Sentence;
import org.ascertain.law.StateLaw;
import org.ascertain.law.Verdict;

/**
 * Until when the law of a state lets its certified result be recounted or contested. What the law
 * does not tell is noted.
 */
final class DisputeWindows {

  private static final String UNTIL_WHEN_IS_NOT_KNOWN = "{t}; until when is not known";

  private final StateLaw law;
  private final LocalDate certified;
  private final long now;
  private final List<Sentence> noted = new ArrayList<>();
  private OptionalLong closes = OptionalLong.empty();

  /**
   * The windows as of a moment.
   *
   * @param certified the day on which the state certified
   * @param now in nanoseconds since 1970-01-01T00:00Z
   */
  DisputeWindows(StateLaw law, LocalDate certified, long now) {
    this.law = law;
    this.certified = certified;
    this.now = now;
  }

  /** The recount that the law orders or lets somebody ask for, while its window is open. */
  Optional<Sentence> recount(Margin margin) {
    return switch (law.recount(margin, Optional.of(certified))) {
      case Verdict.Determined<RecountChance>(var chance, var grounds) -> open(chance);
      case Verdict.NoRule<RecountChance>(var why, var grounds) -> {
        noted.add(why);
        yield Optional.empty();
      }
      case Verdict.NotYet<RecountChance> v -> Optional.empty();
      case Verdict.Alternatives<RecountChance> v -> Optional.empty();
    };
  }

  private Optional<Sentence> open(RecountChance chance) {
    return switch (chance) {
      case RecountChance.None() -> Optional.empty();
      case RecountChance.Ordered(var by, var until) ->
          // It is held whether or not anybody asks, and nothing shows that it is over.
          until instanceof Verdict.Determined<LocalDate>
              ? open(until, "the law orders a recount")
              : Optional.of(untilWhenIsNotKnown("the law orders a recount"));
      case RecountChance.OnRequest(var by, var anyMargin, var until) ->
          anyMargin
              ? open(
                  until,
                  "a recount may be asked for, whatever the margin,",
                  "a recount may be asked for, whatever the margin")
              : open(until, "a recount may be asked for");
    };
  }

  private Optional<Sentence> open(Verdict<LocalDate> until, String what) {
    return open(until, what, what);
  }

  /**
   * A window while it is open.
   *
   * @param what as it is said before the day until which it is open
   * @param alone as it is said where that day is not known
   */
  private Optional<Sentence> open(Verdict<LocalDate> until, String what, String alone) {
    if (until instanceof Verdict.Determined<LocalDate>(var day, var grounds)) {
      if (now > Washington.endOf(day)) return Optional.empty();
      closes = OptionalLong.of(Washington.endOf(day) + 1);
      return Optional.of(Sentence.of("{t} until {n}", Sentence.of(what), day));
    }
    noted.add(untilWhenIsNotKnown(alone));
    return Optional.empty();
  }

  private static Sentence untilWhenIsNotKnown(String what) {
    return Sentence.of(UNTIL_WHEN_IS_NOT_KNOWN, Sentence.of(what));
  }

  /** Until when the result may be contested, while it may. */
  Optional<Sentence> contest() {
    return law.contestUntil(Optional.of(certified))
                instanceof Verdict.Determined<LocalDate>(var day, var grounds)
            && now <= Washington.endOf(day)
        ? Optional.of(Sentence.of("the result may be contested until {n}", day))
        : Optional.empty();
  }

  /** What the law does not tell of a recount. */
  List<Sentence> noted() {
    return List.copyOf(noted);
  }

  /** The moment after the last at which a recount may still come, where its window is open. */
  OptionalLong closes() {
    return closes;
  }
}
