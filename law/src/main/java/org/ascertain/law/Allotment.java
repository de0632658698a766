package org.ascertain.law;

import static org.ascertain.law.Rule.Confidence.CONFIRMED;
import static org.ascertain.law.Rule.Confidence.SETTLED;
import static org.ascertain.law.Rule.KeyedOn.APPOINTMENT;
import static org.ascertain.law.Rule.KeyedOn.TERM;
import static org.ascertain.law.Rule.OPEN;
import static org.ascertain.law.Rule.Rank.CONSTITUTION;
import static org.ascertain.law.Rule.Rank.ONE_OFF_ACT;
import static org.ascertain.law.Rule.Rank.STATUTE;
import static org.ascertain.law.Rule.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ascertain.election.Fraction;
import org.ascertain.election.Unit;

/** How many electors each jurisdiction is entitled to, and for which units they are appointed. */
final class Allotment {

  static final Rule<IntUnaryOperator> BASE =
      new Rule<>(
          "ALLOT.BASE",
          "a state has as many electors as it has seats in the House, and two more",
          "Art. II s. 1 cl. 2",
          CONSTITUTION,
          1788,
          OPEN,
          TERM,
          CONFIRMED,
          seats -> seats + 2,
          List.of(
              example("Wyoming, 1 seat", law -> law.applyAsInt(1), "3"),
              example("New York of 1876, 33 seats", law -> law.applyAsInt(33), "35")));

  static final Rule<IntUnaryOperator> WHEN =
      new Rule<>(
          "ALLOT.WHEN",
          "the seats are those of the apportionment in force when the new term begins; after a"
              + " census without an apportionment, those of the one before (the formula gives the"
              + " census)",
          "1 Stat. 239 s. 1; 3 U.S.C. s. 3",
          STATUTE,
          1792,
          OPEN,
          TERM,
          CONFIRMED,
          election -> Apportionment.inForce(election).census(),
          List.of(
              example("1792, though the old House still sat", law -> law.applyAsInt(1792), "1790"),
              example("1800", law -> law.applyAsInt(1800), "1790"),
              example("1860", law -> law.applyAsInt(1860), "1850"),
              example("1912", law -> law.applyAsInt(1912), "1910"),
              example("1928: no act since 1911", law -> law.applyAsInt(1928), "1910"),
              example("2020", law -> law.applyAsInt(2020), "2010"),
              example("2024", law -> law.applyAsInt(2024), "2020")));

  static final Rule<IntBinaryOperator> DISTRICT_OF_COLUMBIA =
      new Rule<>(
          "ALLOT.DC",
          "the District has as many electors as it would have as a state, but no more than the"
              + " least populous state",
          "23rd Amendment (29 March 1961); 3 U.S.C. s. 21",
          CONSTITUTION,
          1964,
          OPEN,
          TERM,
          CONFIRMED,
          Math::min,
          List.of(
              example(
                  "its population would give 5, Wyoming has 3", law -> law.applyAsInt(5, 3), "3"),
              example("it would have 3, the least populous 4", law -> law.applyAsInt(3, 4), "3")));

  /** Least populous state by census, from the census of 1960 on. */
  private static final Map<Integer, String> LEAST_POPULOUS =
      Map.of(1960, "AK", 1970, "AK", 1980, "AK", 1990, "WY", 2000, "WY", 2010, "WY", 2020, "WY");

  /** What the District would have as a state at the least; more never matters so far. */
  private static final int LEAST_OF_A_STATE = 3;

  /** How much of a state's basis of representation is left. */
  record Denial(long male21, long denied) {}

  static final Rule<Function<Denial, Fraction>> PENALTY =
      new Rule<>(
          "ALLOT.PENALTY",
          "a state's basis of representation is reduced in the proportion in which it denies the"
              + " vote to male citizens of 21; never applied",
          "14th Amendment s. 2",
          CONSTITUTION,
          1868,
          OPEN,
          TERM,
          SETTLED,
          state -> new Fraction(state.male21() - state.denied(), state.male21()),
          List.of(
              example(
                  "hypothetical: 1 of 4 denied",
                  law -> law.apply(new Denial(400, 100)),
                  "300/400")));

  static final List<Rule<IntFunction<List<String>>>> NONSTATE =
      List.of(
          new Rule<>(
              "ALLOT.NONSTATE.1864",
              "the states in rebellion have no electors, and no votes from them are counted, those"
                  + " of the electors whom Louisiana and Tennessee had chosen among them",
              "joint resolution of 8 February 1865, 13 Stat. 567",
              ONE_OFF_ACT,
              1864,
              1864,
              APPOINTMENT,
              SETTLED,
              year -> List.of("AL", "AR", "FL", "GA", "LA", "MS", "NC", "SC", "TN", "TX", "VA"),
              Rule.years(1864, "[AL, AR, FL, GA, LA, MS, NC, SC, TN, TX, VA]")),
          new Rule<>(
              "ALLOT.NONSTATE.1868",
              "states not restored to representation appoint no electors",
              "joint resolution of 20 July 1868, 15 Stat. 257",
              ONE_OFF_ACT,
              1868,
              1868,
              APPOINTMENT,
              SETTLED,
              year -> List.of("MS", "TX", "VA"),
              Rule.years(1868, "[MS, TX, VA]")));

  /** States that the Constitution's list names but that were not in the Union. */
  private static final Map<Integer, List<String>> OUTSIDE = Map.of(1788, List.of("NC", "RI"));

  private static final Map<Integer, List<String>> EXCLUDED =
      NONSTATE.stream()
          .flatMapToInt(rule -> IntStream.rangeClosed(rule.from(), rule.to()))
          .boxed()
          .collect(Collectors.toUnmodifiableMap(year -> year, Allotment::excludedBy));

  private static List<String> excludedBy(int election) {
    return Precedence.governing(NONSTATE, election).orElseThrow().formula().apply(election);
  }

  /** States in the Union that appoint no electors by a rule for the election. */
  static List<String> excluded(int election) {
    return EXCLUDED.getOrDefault(election, List.of());
  }

  /** Seats in the House by state of the Union. */
  static Map<String, Integer> seats(int election) {
    Map<String, Integer> seats = new TreeMap<>(Apportionment.inForce(election).seats());
    if (Admission.RULE.holdsFor(election))
      Admission.RULE
          .formula()
          .apply(election)
          .forEach((state, n) -> seats.merge(state, n, Integer::sum));
    OUTSIDE.getOrDefault(election, List.of()).forEach(seats::remove);
    return seats;
  }

  /** Electors by jurisdiction. */
  static Map<String, Integer> entitled(int election) {
    return entitled(election, seats(election));
  }

  /** Those by another method or size of the House; empty without the populations of the census. */
  static Optional<Map<String, Integer>> entitledBy(
      int election, ApportionmentMethod method, int house) {
    int census = Apportionment.inForce(election).census();
    return Population.has(census)
        ? Optional.of(entitled(election, method.seats(Population.of(census), house)))
        : Optional.empty();
  }

  private static Map<String, Integer> entitled(int election, Map<String, Integer> seatsOf) {
    Map<String, Integer> entitled = new TreeMap<>();
    seatsOf.forEach((state, seats) -> entitled.put(state, BASE.formula().applyAsInt(seats)));
    if (DISTRICT_OF_COLUMBIA.holdsFor(election)) {
      String least = LEAST_POPULOUS.getOrDefault(Apportionment.inForce(election).census(), "WY");
      entitled.put(
          "DC",
          DISTRICT_OF_COLUMBIA
              .formula()
              .applyAsInt(LEAST_OF_A_STATE, entitled.getOrDefault(least, LEAST_OF_A_STATE)));
    }
    return entitled;
  }

  /**
   * A census after the last one whose seats are enacted, if an election comes after it by two years
   * or more: its apportionment will be in force then.
   */
  static Optional<Integer> censusToCome(int election) {
    Apportionment.Enacted inForce = Apportionment.inForce(election);
    int next = inForce.census() + 10;
    return inForce.rule().to() == OPEN && election >= next + 2
        ? Optional.of(next)
        : Optional.empty();
  }

  /** The units in the order of their codes, each jurisdiction's at-large unit first. */
  static List<Unit> units(int election) {
    Map<String, Integer> seats = seats(election);
    List<Unit> units = new ArrayList<>();
    entitled(election)
        .forEach(
            (jurisdiction, electors) -> {
              int districts =
                  ElectorsChosen.byDistrict(jurisdiction, election)
                      ? seats.getOrDefault(jurisdiction, 0)
                      : 0;
              units.add(new Unit(jurisdiction, jurisdiction, electors - districts));
              for (int d = 1; d <= districts; d++)
                units.add(new Unit(jurisdiction + "-" + d, jurisdiction, 1));
            });
    return List.copyOf(units);
  }

  /** The rules that the allotment of an election rests on. */
  static List<String> rulesOf(int election) {
    List<String> ids = new ArrayList<>();
    for (Rule<?> rule : List.<Rule<?>>of(BASE, WHEN, DISTRICT_OF_COLUMBIA))
      if (rule.holdsFor(election)) ids.add(rule.id());
    ids.add(Apportionment.inForce(election).rule().id());
    if (Admission.RULE.holdsFor(election) && !Admission.RULE.formula().apply(election).isEmpty())
      ids.add(Admission.RULE.id());
    Precedence.governing(NONSTATE, election).ifPresent(rule -> ids.add(rule.id()));
    return List.copyOf(ids);
  }

  static List<Rule<?>> rules() {
    return Rules.of(List.of(BASE, WHEN, DISTRICT_OF_COLUMBIA, Admission.RULE, PENALTY), NONSTATE);
  }

  private Allotment() {}
}
