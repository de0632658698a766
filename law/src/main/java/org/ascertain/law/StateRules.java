package org.ascertain.law;

import static org.ascertain.law.Rule.Confidence.REPORTED;
import static org.ascertain.law.Rule.KeyedOn.APPOINTMENT;
import static org.ascertain.law.Rule.OPEN;
import static org.ascertain.law.Rule.Rank.STATE_LAW;
import static org.ascertain.law.Rule.Rank.STATUTE;
import static org.ascertain.law.Rule.example;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.ascertain.law.Provision.Field;
import org.ascertain.law.Rule.Example;
import org.ascertain.law.Verdict.Determined;
import org.ascertain.law.Verdict.NoRule;
import org.ascertain.law.Verdict.NotYet;

/** What the states' own laws give, as rules over the table of their values. */
final class StateRules {

  private static final String TABLE =
      "law of the state and the year, each value with its source in the table";

  private static final String EMPTY = "Optional.empty";

  /** The law of a jurisdiction for an election, as far as it was gathered. */
  interface OfState<T> extends Function<StateLaw, T> {}

  static final Rule<OfState<Optional<LocalDate>>> CERTIFY =
      rule(
          "STATE.CERTIFY",
          "a state certifies its result by the day that its law sets; where sources give several, it"
              + " is late after the last of them; general knowledge makes nothing late",
          2020,
          law -> law.latest(Field.CERT_DEADLINE),
          List.of(
              of("GA", 2020, "2020-11-20"),
              of("GA", 2028, "2028-11-24"),
              of("AZ", 2028, "2028-11-27"),
              of("SC", 2028, "2028-11-22"),
              example("OR 2028: general knowledge", law -> law.apply(state("OR", 2028)), EMPTY),
              example("PA 2028: no day is set", law -> law.apply(state("PA", 2028)), EMPTY)));

  static final Rule<OfState<Optional<OffsetDateTime>>> POLLS =
      rule(
          "STATE.POLLS",
          "nobody has votes to report before the first polls of a place close, by its own clock",
          2024,
          StateLaw::firstPollsClose,
          List.of(
              of("IN", 2028, "2028-11-07T18:00-05:00"),
              of("PA", 2028, "2028-11-07T20:00-05:00"),
              of("AK", 2028, "2028-11-07T20:00-09:00")));

  /** What may follow a margin, and a day of certification. */
  interface Recounts extends BiFunction<StateLaw, Margin, Verdict<RecountChance>> {}

  static final Rule<Recounts> RECOUNT =
      rule(
          "STATE.RECOUNT",
          "a recount is ordered by the law of the state within its threshold, or may be asked for"
              + " within another until a day; a threshold from general knowledge opens and closes"
              + " nothing",
          2020,
          (law, margin) -> law.recount(margin, Optional.empty()),
          List.of(
              example(
                  "Pennsylvania 2028: 30,000 votes of 7 million",
                  law -> words(law.apply(state("PA", 2028), margin(3_500_000, 3_470_000))),
                  "ordered"),
              example(
                  "Georgia 2028: 12,000 votes of 5 million",
                  law -> words(law.apply(state("GA", 2028), margin(2_506_000, 2_494_000))),
                  "on request"),
              example(
                  "Georgia 2028: 100,000 votes of 5 million",
                  law -> words(law.apply(state("GA", 2028), margin(2_550_000, 2_450_000))),
                  "none"),
              example(
                  "Arizona 2028: 10,457 votes, the margin of 2020",
                  law -> words(law.apply(state("AZ", 2028), margin(1_672_143, 1_661_686))),
                  "ordered"),
              example(
                  "Michigan 2028: 10,000 votes; requests rest on general knowledge",
                  law -> words(law.apply(state("MI", 2028), margin(2_500_000, 2_490_000))),
                  "no rule"),
              example(
                  "Alaska 2028: a losing candidate may ask whatever the margin",
                  law -> words(law.apply(state("AK", 2028), margin(200_000, 100_000))),
                  "on request")));

  /** Until when a result may be contested, given the day on which it was certified. */
  interface Contests extends BiFunction<StateLaw, Optional<LocalDate>, Verdict<LocalDate>> {}

  static final Rule<Contests> CONTEST =
      rule(
          "STATE.CONTEST",
          "a result may be contested in the way of the state until the day that its law sets, mostly"
              + " so many days after the certification",
          2028,
          StateLaw::contestUntil,
          List.of(
              example(
                  "Georgia, certified on 24 November 2028",
                  law -> words(law.apply(state("GA", 2028), day(24))),
                  "2028-11-29"),
              example(
                  "Georgia, not certified",
                  law -> words(law.apply(state("GA", 2028), Optional.empty())),
                  "not yet: the certification of GA"),
              example(
                  "Tennessee: ten days after the election",
                  law -> words(law.apply(state("TN", 2028), Optional.empty())),
                  "2028-11-17")));

  static final Rule<OfState<Optional<LocalDate>>> MAIL =
      rule(
          "STATE.MAIL",
          "ballots that come by mail are counted if received by the day that the law of the state"
              + " sets; until then votes are outstanding",
          2020,
          law -> law.latest(Field.MAIL_RECEIPT),
          List.of(
              of("CA", 2028, "2028-11-14"),
              of("OH", 2024, "2024-11-09"),
              of("OH", 2028, "2028-11-07"),
              of("WA", 2028, "2028-11-27"),
              example("PA 2028: general knowledge", law -> law.apply(state("PA", 2028)), EMPTY)));

  /** Whether a ballot came after election day, and whether the law of the state lets it count. */
  static final Rule<BiPredicate<Boolean, Boolean>> WATSON =
      new Rule<>(
          "MAIL.WATSON",
          "the federal laws on the day of the election set no day by which ballots must be received:"
              + " a ballot cast by that day counts when it comes later, if the law of the state says"
              + " so",
          "Watson v. Republican National Committee, No. 24-1260 (29 June 2026), 5 to 4, opinion by"
              + " Barrett; only secondary pages were read (cronfeed.work, rstreet.org)",
          STATUTE,
          2028,
          OPEN,
          APPOINTMENT,
          REPORTED,
          (later, allowed) -> !later || allowed,
          List.of(
              example("later, within the period of the state", law -> law.test(true, true), "true"),
              example("later, no such period", law -> law.test(true, false), "false"),
              example("by election day", law -> law.test(false, false), "true")));

  private static <F> Rule<F> rule(
      String id, String text, int from, F formula, List<Example<F>> examples) {
    return new Rule<>(
        id, text, TABLE, STATE_LAW, from, OPEN, APPOINTMENT, REPORTED, formula, examples);
  }

  private static <T> Example<OfState<Optional<T>>> of(String code, int election, String expected) {
    return example(
        code + " " + election,
        law -> law.apply(state(code, election)),
        "Optional[" + expected + "]");
  }

  private static StateLaw state(String code, int election) {
    return StateLaw.of(code, election).orElseThrow();
  }

  private static Margin margin(long first, long second) {
    return new Margin(first, second, OptionalLong.of(first + second));
  }

  private static Optional<LocalDate> day(int dayOfNovember) {
    return Optional.of(LocalDate.of(2028, 11, dayOfNovember));
  }

  /** For the examples. */
  private static String words(Verdict<?> verdict) {
    return switch (verdict) {
      case Determined<?>(RecountChance.Ordered chance, var grounds) -> "ordered";
      case Determined<?>(RecountChance.OnRequest chance, var grounds) -> "on request";
      case Determined<?>(RecountChance.None chance, var grounds) -> "none";
      case Determined<?>(var value, var grounds) -> value.toString();
      case NotYet<?>(var missing, var grounds) ->
          "not yet: " + String.join(", ", Missing.words(missing));
      case NoRule<?>(var why, var grounds) -> "no rule";
      case Verdict.Alternatives<?> v -> v.toString();
    };
  }

  static List<Rule<?>> rules() {
    return List.of(CERTIFY, POLLS, RECOUNT, CONTEST, MAIL, WATSON);
  }

  private StateRules() {}
}
