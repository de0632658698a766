package org.ascertain.law;

import static org.ascertain.law.Rule.Confidence.CONFIRMED;
import static org.ascertain.law.Rule.Confidence.DISPUTED;
import static org.ascertain.law.Rule.Confidence.SETTLED;
import static org.ascertain.law.Rule.KeyedOn.TERM;
import static org.ascertain.law.Rule.OPEN;
import static org.ascertain.law.Rule.Rank.CONSTITUTION;
import static org.ascertain.law.Rule.Rank.STATUTE;
import static org.ascertain.law.Rule.example;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.ascertain.law.Succession.Capacity;
import org.ascertain.law.TermStart.Person;
import org.ascertain.law.Verdict.Alternative;
import org.ascertain.law.Verdict.Alternatives;
import org.ascertain.law.Verdict.Determined;
import org.ascertain.law.Verdict.Grounds;
import org.ascertain.law.Verdict.NoRule;

/** Who is or acts as President when the term begins. */
final class Qualification {

  /** The answer of one rule; empty where it does not speak to the case. */
  interface Answer extends Function<TermStart, Optional<Succession>> {}

  static final Rule<Answer> OLD =
      new Rule<>(
          "QUAL.OLD",
          "if the House has not chosen a President by 4 March, the Vice President acts as President",
          "12th Amendment",
          CONSTITUTION,
          1804,
          1928,
          TERM,
          SETTLED,
          start ->
              start.president().isEmpty()
                  ? ready(start.vicePresident()).map(Qualification::acting)
                  : Optional.empty(),
          List.of(
              example(
                  "hypothetical, 1825: no choice by the House",
                  law -> law.apply(new TermStart(Optional.empty(), chosen("calhoun"))),
                  "Optional[calhoun acts as President]")));

  static final Rule<Answer> DEATH =
      new Rule<>(
          "QUAL.XX3.DEATH",
          "if the President-elect is dead when the term begins, the Vice-President-elect becomes"
              + " President",
          "20th Amendment s. 3, in force from 23 January 1933",
          CONSTITUTION,
          1932,
          OPEN,
          TERM,
          CONFIRMED,
          start ->
              start.president().flatMap(Person::died).isPresent()
                  ? ready(start.vicePresident()).map(id -> new Succession(id, Capacity.PRESIDENT))
                  : Optional.empty(),
          List.of(
              example(
                  "hypothetical: Roosevelt dies of the attack of 15 February 1933",
                  law ->
                      law.apply(
                          new TermStart(
                              dead("roosevelt", LocalDate.of(1933, 3, 1)), chosen("garner"))),
                  "Optional[garner is President]")));

  static final Rule<Answer> UNCHOSEN =
      new Rule<>(
          "QUAL.XX3.UNCHOSEN",
          "if no President is chosen when the term begins, or the one chosen has not qualified, the"
              + " Vice-President-elect acts as President until one has qualified",
          "20th Amendment s. 3",
          CONSTITUTION,
          1932,
          OPEN,
          TERM,
          CONFIRMED,
          start ->
              start.president().filter(person -> person.qualified() || isDead(person)).isEmpty()
                  ? ready(start.vicePresident()).map(Qualification::acting)
                  : Optional.empty(),
          List.of(
              example(
                  "hypothetical: 25 delegations to 25",
                  law -> law.apply(new TermStart(Optional.empty(), chosen("b"))),
                  "Optional[b acts as President]"),
              example(
                  "hypothetical: found to be under 35",
                  law ->
                      law.apply(
                          new TermStart(
                              Optional.of(new Person("a", Optional.empty(), false)), chosen("b"))),
                  "Optional[b acts as President]")));

  static final List<Rule<IntFunction<List<String>>>> NEITHER =
      List.of(
          successors(
              "QUAL.NEITHER.1792",
              "1 Stat. 239 s. 9",
              1792,
              1884,
              List.of("the President pro tempore of the Senate", "the Speaker of the House"),
              1876),
          successors(
              "QUAL.NEITHER.1886",
              "24 Stat. 1",
              1888,
              1944,
              List.of(
                  "the Secretary of State",
                  "the Secretary of the Treasury",
                  "the Cabinet in order"),
              1944),
          successors(
              "QUAL.XX3.NEITHER",
              "20th Amendment s. 3; 3 U.S.C. s. 19 (1947)",
              1948,
              OPEN,
              List.of(
                  "the Speaker of the House",
                  "the President pro tempore of the Senate",
                  "the Cabinet in order"),
              2024));

  private static Rule<IntFunction<List<String>>> successors(
      String id, String citation, int from, int to, List<String> order, int example) {
    return new Rule<>(
        id,
        "if neither a President nor a Vice President has qualified, there act in this order: "
            + String.join(", ", order),
        citation,
        STATUTE,
        from,
        to,
        TERM,
        SETTLED,
        year -> order,
        Rule.years(example, order.toString()));
  }

  /** Whether a person who died on a day was President-elect then. */
  record Died(int election, LocalDate day, LocalDate counted) {}

  static final Rule<Function<Died, Verdict<Boolean>>> WHEN_ELECT =
      new Rule<>(
          "QUAL.WHENELECT",
          "whether one is President-elect from the electors' vote or only once it is counted is"
              + " unsettled; the House report of 1932 favours the vote",
          "House report of 1932 on the 20th Amendment",
          CONSTITUTION,
          1932,
          OPEN,
          TERM,
          DISPUTED,
          Qualification::isElect,
          List.of(
              example("before the vote", law -> kind(law.apply(died(2024, 12, 16))), "false"),
              example(
                  "between the vote and the count",
                  law -> kind(law.apply(died(2024, 12, 20))),
                  "Alternatives"),
              example(
                  "on the day of the vote",
                  law -> kind(law.apply(died(2024, 12, 17))),
                  "Alternatives"),
              example("on the day of the count", law -> kind(law.apply(died(2025, 1, 6))), "true"),
              example("after the count", law -> kind(law.apply(died(2025, 1, 10))), "true")));

  /** A person: natural born, age, years of residence, how often elected President before. */
  record Candidate(boolean naturalBorn, int age, int resident, int elected) {}

  static final List<Rule<Predicate<Candidate>>> ELIGIBLE =
      List.of(
          new Rule<>(
              "QUAL.ELIG",
              "a President is a natural born citizen, 35 years old, and 14 years a resident",
              "Art. II s. 1 cl. 5",
              CONSTITUTION,
              1788,
              OPEN,
              TERM,
              CONFIRMED,
              of -> of.naturalBorn() && of.age() >= 35 && of.resident() >= 14,
              List.of(
                  example("35 and 14", law -> law.test(new Candidate(true, 35, 14, 0)), "true"),
                  example("34", law -> law.test(new Candidate(true, 34, 34, 0)), "false"),
                  example(
                      "13 years resident",
                      law -> law.test(new Candidate(true, 60, 13, 0)),
                      "false"),
                  example(
                      "not natural born",
                      law -> law.test(new Candidate(false, 60, 60, 0)),
                      "false"))),
          new Rule<>(
              "QUAL.ELIG.XXII",
              "nobody is elected President more than twice",
              "22nd Amendment (27 February 1951)",
              CONSTITUTION,
              1952,
              OPEN,
              TERM,
              CONFIRMED,
              of -> of.elected() < 2,
              List.of(
                  example("elected once", law -> law.test(new Candidate(true, 60, 60, 1)), "true"),
                  example(
                      "elected twice", law -> law.test(new Candidate(true, 60, 60, 2)), "false"))));

  /** In force in the election of 1932 only from this day; its section on death is keyed on it. */
  private static final LocalDate AMENDMENT = LocalDate.of(1933, 1, 23);

  /** Who is or acts as President when the term begins. */
  static Verdict<Succession> succession(int election, TermStart start) {
    Optional<Person> president = start.president();
    if (president.filter(Person::ready).isPresent())
      return new Determined<>(
          new Succession(president.get().id(), Capacity.PRESIDENT),
          grounds(Precedence.governing(TermBegins.DAY, election).orElseThrow().id()));
    for (Rule<Answer> rule : List.of(OLD, DEATH, UNCHOSEN)) {
      Optional<Succession> answer =
          rule.holdsFor(election) ? rule.formula().apply(start) : Optional.empty();
      if (answer.isPresent()) return keyedOnTheDeath(start, rule, answer.get());
    }
    boolean nobody = ready(start.vicePresident()).isEmpty();
    return Precedence.governing(NEITHER, election)
        .filter(rule -> nobody && DEATH.holdsFor(election))
        .<Verdict<Succession>>map(
            rule ->
                new Determined<>(
                    acting(rule.formula().apply(election).getFirst()), grounds(rule.id())))
        .orElseGet(
            () ->
                new NoRule<>(
                    "before the 20th Amendment no rule spoke of this case", grounds(OLD.id())));
  }

  /** A death before the amendment was in force leaves both the old law and the new. */
  private static Verdict<Succession> keyedOnTheDeath(
      TermStart start, Rule<Answer> rule, Succession answer) {
    boolean before =
        start.president().flatMap(Person::died).filter(day -> day.isBefore(AMENDMENT)).isPresent();
    return before
        ? new Alternatives<>(
            List.of(
                new Alternative<>(
                    answer, "the amendment was in force when the term began", grounds(rule.id())),
                new Alternative<>(
                    acting(answer.who()),
                    "the death came before the amendment",
                    grounds(OLD.id()))))
        : new Determined<>(answer, grounds(rule.id()));
  }

  private static Verdict<Boolean> isElect(Died died) {
    Grounds grounds = grounds("QUAL.WHENELECT");
    if (died.day().isBefore(ElectorsMeet.day(died.election())))
      return new Determined<>(false, grounds);
    if (!died.day().isBefore(died.counted())) return new Determined<>(true, grounds);
    return new Alternatives<>(
        List.of(
            new Alternative<>(true, "the electors had voted", grounds),
            new Alternative<>(false, "the votes were not counted", grounds)));
  }

  private static Optional<String> ready(Optional<Person> person) {
    return person.filter(Person::ready).map(Person::id);
  }

  private static boolean isDead(Person person) {
    return person.died().isPresent();
  }

  private static Succession acting(String who) {
    return new Succession(who, Capacity.ACTING_PRESIDENT);
  }

  private static Optional<Person> chosen(String id) {
    return Optional.of(new Person(id, Optional.empty(), true));
  }

  private static Optional<Person> dead(String id, LocalDate day) {
    return Optional.of(new Person(id, Optional.of(day), true));
  }

  private static Died died(int year, int month, int day) {
    return new Died(2024, LocalDate.of(year, month, day), LocalDate.of(2025, 1, 6));
  }

  private static String kind(Verdict<Boolean> verdict) {
    return verdict instanceof Determined<Boolean>(var value, var grounds)
        ? value.toString()
        : verdict.getClass().getSimpleName();
  }

  private static Grounds grounds(String rule) {
    return new Grounds(List.of(rule), List.of());
  }

  static List<Rule<?>> rules() {
    return Rules.of(List.of(OLD, DEATH, UNCHOSEN), NEITHER, List.of(WHEN_ELECT), ELIGIBLE);
  }

  private Qualification() {}
}
