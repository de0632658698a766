package org.ascertain.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ascertain.condition.Condition.Acknowledged;
import org.ascertain.condition.Condition.And;
import org.ascertain.condition.Condition.AtLeast;
import org.ascertain.condition.Condition.CalledBy;
import org.ascertain.condition.Condition.Conceded;
import org.ascertain.condition.Condition.DeadlinePassed;
import org.ascertain.condition.Condition.Declared;
import org.ascertain.condition.Condition.Else;
import org.ascertain.condition.Condition.Exactly;
import org.ascertain.condition.Condition.InOffice;
import org.ascertain.condition.Condition.Leads;
import org.ascertain.condition.Condition.Not;
import org.ascertain.condition.Condition.OnOrAfter;
import org.ascertain.condition.Condition.Or;
import org.ascertain.condition.Condition.PopularVoteLeads;
import org.ascertain.condition.Condition.Settled;
import org.ascertain.condition.Condition.SomeCall;
import org.ascertain.condition.Condition.Stage;
import org.ascertain.condition.Condition.Steady;
import org.ascertain.condition.ConditionParser.Parsed;
import org.ascertain.standing.Rung;

/** What is printed as understood is what was understood. */
class ConditionPropertyTest {

  private static Arbitrary<String> units() {
    return Arbitraries.of("PA", "ME", "ME-1", "NE-2", "DC");
  }

  private static Arbitrary<Condition> atoms() {
    Arbitrary<Optional<String>> unit = units().optional();
    return Arbitraries.oneOf(
        Combinators.combine(
                Arbitraries.of(Rung.class).filter(rung -> rung != Rung.IN_OFFICE),
                Arbitraries.integers().between(0, 538).optional())
            .as((rung, n) -> new AtLeast(rung, n.map(OptionalInt::of).orElse(OptionalInt.empty()))),
        Combinators.combine(
                unit, Arbitraries.of("AP", "Fox", "NBC").list().ofMinSize(1).ofMaxSize(3))
            .as(CalledBy::new),
        Arbitraries.of(new Declared(), new InOffice()),
        unit.map(Settled::new),
        Combinators.combine(
                units(),
                Arbitraries.of(
                    Rung.REPORTED, Rung.CERTIFIED, Rung.ASCERTAINED, Rung.VOTED, Rung.COUNTED))
            .as(Stage::new),
        Combinators.combine(
                Arbitraries.oneOf(units(), Arbitraries.of("PA/42003", "ME-1/7")),
                Arbitraries.of("biden", "trump").optional())
            .as(Leads::new),
        Combinators.combine(
                Arbitraries.of(Rung.REPORTED, Rung.VOTED, Rung.DECLARED),
                Arbitraries.integers().between(0, 538))
            .as(Exactly::new),
        Combinators.combine(Arbitraries.integers().between(1, 3), unit)
            .as((n, of) -> new SomeCall(n, List.of("AP", "Fox", "NBC"), of)),
        Arbitraries.of("Russia", "the GSA (letter) else, \u00fc").map(Acknowledged::new),
        Arbitraries.of(
            new Conceded(),
            new PopularVoteLeads(),
            new OnOrAfter(LocalDate.of(2021, 1, 20)),
            new DeadlinePassed("CAL.MEET.1934", LocalDate.of(2020, 12, 14))));
  }

  /** What the grammar can say: an {@code or} of {@code and}s, and so on inside parentheses. */
  private static Arbitrary<Condition> conditions(int deep) {
    if (deep == 0) return atoms();
    Arbitrary<Condition> inner = Arbitraries.lazy(() -> conditions(deep - 1));
    Arbitrary<List<Condition>> several = inner.list().ofMinSize(2).ofMaxSize(3);
    return Arbitraries.oneOf(
        atoms(),
        inner.filter(condition -> !(condition instanceof Not)).map(Not::new),
        Combinators.combine(
                inner,
                Arbitraries.of(Duration.ofMinutes(10), Duration.ofDays(2), Duration.ofHours(30)))
            .as(Steady::new),
        Combinators.combine(inner, inner, Arbitraries.of(LocalDate.of(2021, 1, 20))).as(Else::new),
        several.map(And::new),
        several.filter(any -> any.stream().noneMatch(Or.class::isInstance)).map(Or::new));
  }

  @Provide
  Arbitrary<Condition> anything() {
    return conditions(3);
  }

  @Property(tries = 1000)
  void a_condition_that_is_printed_and_read_again_is_the_same(
      @ForAll("anything") Condition condition) {
    assertThat(ConditionParser.parse(condition.toString(), Contest.HEADER, Contest.LAW))
        .isEqualTo(new Parsed.Understood(condition));
  }

  @Property(tries = 1000)
  void whatever_is_written_is_understood_or_told_with_a_place_within_it(@ForAll String text) {
    placed(text, ConditionParser.parse(text, Contest.HEADER, Contest.LAW));
  }

  @Property(tries = 1000)
  void words_of_the_language_in_any_order_are_understood_or_told(
      @ForAll("words") List<String> words) {
    String text = String.join(" ", words);
    placed(text, ConditionParser.parse(text, Contest.HEADER, Contest.LAW));
  }

  @Provide
  Arbitrary<List<String>> words() {
    return Arbitraries.of(
            "and",
            "or",
            "not",
            "(",
            ")",
            "by",
            "called",
            "AP",
            "Fox",
            "voted",
            ">=",
            "270",
            "majority",
            "declared",
            "settled",
            "PA",
            "stage",
            "leads",
            ",",
            "biden",
            "reported",
            "else",
            "2021-01-20",
            "steady",
            "for",
            "PT10M",
            "2",
            "of",
            "call",
            "=",
            "on or after",
            "\"Russia\"",
            "acknowledged")
        .list()
        .ofMaxSize(9);
  }

  private static void placed(String text, Parsed parsed) {
    switch (parsed) {
      case Parsed.Understood(var condition) ->
          assertThat(ConditionParser.parse(condition.toString(), Contest.HEADER, Contest.LAW))
              .isEqualTo(parsed);
      case Parsed.NotUnderstood(int place, var problem) -> {
        assertThat(place).isBetween(0, text.length());
        assertThat(problem).isNotBlank();
      }
    }
  }
}
