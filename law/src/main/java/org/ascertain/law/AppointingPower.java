package org.ascertain.law;

import static org.ascertain.law.Rule.Confidence.CONFIRMED;
import static org.ascertain.law.Rule.Confidence.DISPUTED;
import static org.ascertain.law.Rule.Confidence.SETTLED;
import static org.ascertain.law.Rule.KeyedOn.APPOINTMENT;
import static org.ascertain.law.Rule.OPEN;
import static org.ascertain.law.Rule.Rank.CONSTITUTION;
import static org.ascertain.law.Rule.Rank.STATE_LAW;
import static org.ascertain.law.Rule.Rank.STATUTE;
import static org.ascertain.law.Rule.example;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.ascertain.law.Verdict.Alternative;
import org.ascertain.law.Verdict.Alternatives;
import org.ascertain.law.Verdict.Determined;
import org.ascertain.law.Verdict.Grounds;

/** What the legislatures may direct, who may be an elector, and what votes belong to whom. */
final class AppointingPower {

  /** The last day for appointing, and the day on which a legislature acts; whether it may. */
  static final Rule<BiPredicate<LocalDate, LocalDate>> PLENARY =
      new Rule<>(
          "MANNER.PLENARY",
          "the legislature chooses the manner in which electors are appointed, but may not choose"
              + " another for an election after the day of the election; courts of the state keep"
              + " their ordinary review",
          "Art. II s. 1 cl. 2; McPherson v. Blacker, 146 U.S. 1 (1892); Bush v. Gore, 531 U.S. 98"
              + " (2000); Moore v. Harper, 600 U.S. 1 (2023)",
          CONSTITUTION,
          1788,
          OPEN,
          APPOINTMENT,
          CONFIRMED,
          (electionDay, acts) -> !acts.isAfter(electionDay),
          List.of(
              example(
                  "2028: an act of 1 November",
                  law -> law.test(LocalDate.of(2028, 11, 7), LocalDate.of(2028, 11, 1)),
                  "true"),
              example(
                  "2028: an act of 8 November",
                  law -> law.test(LocalDate.of(2028, 11, 7), LocalDate.of(2028, 11, 8)),
                  "false")));

  /** Votes on one party line, for the electors of one slate. */
  record Line(String slate, long votes) {}

  static final Rule<Function<List<Line>, Map<String, Long>>> FUSION =
      new Rule<>(
          "MANNER.FUSION",
          "votes on several party lines for the same electors add up; for different electors of the"
              + " same candidate they do not, unless the law of the state says so",
          "laws of the states; New York today",
          STATE_LAW,
          1788,
          OPEN,
          APPOINTMENT,
          SETTLED,
          lines -> {
            Map<String, Long> votes = new TreeMap<>();
            lines.forEach(line -> votes.merge(line.slate(), line.votes(), Long::sum));
            return votes;
          },
          List.of(
              example(
                  "hypothetical: two lines of one slate, one of another",
                  law -> law.apply(List.of(new Line("x", 5), new Line("y", 6), new Line("x", 2))),
                  "{x=7, y=6}")));

  /** A slate and the candidate it names, if it does; to whom its popular votes belong. */
  record Slate(String id, Optional<String> candidate) {}

  static final Rule<Function<Slate, String>> UNPLEDGED =
      new Rule<>(
          "MANNER.UNPLEDGED",
          "a slate that names no candidate can win; its popular votes are the slate's, whoever gets"
              + " its electoral votes",
          "laws of the states; Mississippi and Alabama 1960",
          STATE_LAW,
          1788,
          OPEN,
          APPOINTMENT,
          SETTLED,
          slate -> slate.candidate().orElse(slate.id()),
          List.of(
              example(
                  "Mississippi 1960, whose electors voted for Byrd",
                  law -> law.apply(new Slate("unpledged", Optional.empty())),
                  "unpledged"),
              example(
                  "a pledged slate",
                  law -> law.apply(new Slate("kennedy", Optional.of("kennedy"))),
                  "kennedy")));

  /** Whether a legislature may appoint after an election that failed to choose. */
  static final Rule<BiPredicate<Boolean, Boolean>> FAILED_BEFORE_2022 =
      new Rule<>(
          "MANNER.FAIL.OLD",
          "a state that held an election and failed to choose appoints later as its legislature"
              + " directs (see CAL.FAILCHOICE.1845)",
          "5 Stat. 721; 3 U.S.C. s. 2 (1948)",
          STATUTE,
          1848,
          2020,
          APPOINTMENT,
          SETTLED,
          ElectorsAppointed.FAILED_CHOICE.formula(),
          List.of(example("Massachusetts 1848", law -> law.test(true, false), "true")));

  /** Whether a failed choice may be made later, given whether an earlier law has a runoff. */
  static final Rule<Function<Boolean, Verdict<Boolean>>> FAILED_SINCE_2022 =
      new Rule<>(
          "MANNER.FAIL.NEW",
          "a legislature may not appoint after election day; whether a runoff under an earlier law"
              + " may still appoint is unsettled",
          "3 U.S.C. ss. 1, 21 (2022)",
          STATUTE,
          2024,
          OPEN,
          APPOINTMENT,
          DISPUTED,
          AppointingPower::laterChoice,
          List.of(
              example(
                  "no law of a runoff",
                  law -> law.apply(false) instanceof Determined<Boolean>(var may, var g) && !may,
                  "true"),
              example(
                  "a runoff under an earlier law",
                  law -> law.apply(true).getClass().getSimpleName(),
                  "Alternatives")));

  /** What a person holds, or did. */
  enum Holds {
    NOTHING,
    SEAT_IN_CONGRESS,
    FEDERAL_OFFICE_OF_TRUST_OR_PROFIT,
    OATH_BROKEN_BY_INSURRECTION
  }

  static final Rule<Predicate<Holds>> ELIGIBLE =
      new Rule<>(
          "MANNER.ELIGIBLE",
          "no Senator, Representative or holder of a federal office of trust or profit may be an"
              + " elector; how far \"office\" reaches is unsettled",
          "Art. II s. 1 cl. 2",
          CONSTITUTION,
          1788,
          OPEN,
          APPOINTMENT,
          DISPUTED,
          holds -> holds == Holds.NOTHING || holds == Holds.OATH_BROKEN_BY_INSURRECTION,
          List.of(
              example(
                  "Watts of Oregon 1876 while postmaster",
                  law -> law.test(Holds.FEDERAL_OFFICE_OF_TRUST_OR_PROFIT),
                  "false"),
              example("Watts after he had resigned", law -> law.test(Holds.NOTHING), "true"),
              example("a Senator", law -> law.test(Holds.SEAT_IN_CONGRESS), "false")));

  static final Rule<Predicate<Holds>> OATH_BREAKERS =
      new Rule<>(
          "MANNER.ELIGIBLE.XIV",
          "nobody who broke an oath to the Constitution by insurrection may be an elector, unless"
              + " Congress removes the disability",
          "14th Amendment s. 3",
          CONSTITUTION,
          1868,
          OPEN,
          APPOINTMENT,
          SETTLED,
          holds -> holds != Holds.OATH_BROKEN_BY_INSURRECTION,
          List.of(
              example("broke an oath", law -> law.test(Holds.OATH_BROKEN_BY_INSURRECTION), "false"),
              example("holds nothing", law -> law.test(Holds.NOTHING), "true")));

  static final Rule<Predicate<String>> BALLOT =
      new Rule<>(
          "MANNER.BALLOT14",
          "a state may not by itself enforce section 3 of the 14th Amendment against candidates for"
              + " federal office",
          "Trump v. Anderson, 601 U.S. 100 (2024)",
          CONSTITUTION,
          2024,
          OPEN,
          APPOINTMENT,
          CONFIRMED,
          office -> !List.of("President", "Vice President").contains(office),
          List.of(
              example("President", law -> law.test("President"), "false"),
              example("an office of the state", law -> law.test("governor"), "true")));

  private static Verdict<Boolean> laterChoice(boolean runoff) {
    Grounds grounds = new Grounds(List.of("MANNER.FAIL.NEW"), List.of());
    if (!runoff) return new Determined<>(false, grounds);
    return new Alternatives<>(
        List.of(
            new Alternative<>(
                true, "the runoff is part of the manner fixed before the day", grounds),
            new Alternative<>(false, "the day of the election is one day", grounds)));
  }

  static List<Rule<?>> rules() {
    return List.of(
        PLENARY,
        FUSION,
        UNPLEDGED,
        FAILED_BEFORE_2022,
        FAILED_SINCE_2022,
        ELIGIBLE,
        OATH_BREAKERS,
        BALLOT);
  }

  private AppointingPower() {}
}
