package org.ascertain.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.ascertain.condition.Condition.Atom;
import org.ascertain.condition.ConditionParser.Parsed;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.ChallengeKind;
import org.ascertain.election.Fact.Extent;
import org.ascertain.election.Fact.Matter;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Votes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which conditions a fact may change: those are asked again, and no others. */
class AskedAgainTest {

  private static final List<String> OF_REPORTS =
      List.of("reported >= 270", "reported = 1", "popular vote leads", "settled");

  private static final List<String> OF_PENNSYLVANIA =
      List.of("leads(PA)", "leads(PA/42003)", "stage(PA) >= voted", "settled(PA)");

  private static final List<String> OF_GEORGIA =
      List.of("leads(GA)", "stage(GA) >= voted", "settled(GA)");

  private static final List<String> OF_CALLS =
      List.of("called >= 270", "called = 1", "called by AP", "called(PA) by AP", "1 of (AP) call");

  private static final List<String> OF_WORDS = List.of("acknowledged by \"Russia\"", "conceded");

  private static final List<String> OF_ACTS =
      List.of(
          "certified >= 270",
          "certified = 1",
          "declared",
          "in-office",
          "deadline CAL.SAFE.1887 passed",
          "on or after 2021-01-20");

  private static final List<String> ALL =
      Stream.of(OF_REPORTS, OF_PENNSYLVANIA, OF_GEORGIA, OF_CALLS, OF_WORDS, OF_ACTS)
          .flatMap(List::stream)
          .toList();

  private static Atom atom(String text) {
    return switch (ConditionParser.parse(text, Contest.HEADER, Contest.LAW)) {
      case Parsed.Understood(var condition) -> (Atom) condition;
      case Parsed.NotUnderstood(int place, var problem) ->
          throw new AssertionError(text + " at " + place + ": " + problem);
    };
  }

  private static List<String> askedAgain(Fact fact) {
    return ALL.stream().filter(text -> Observation.mayChange(atom(text), fact)).toList();
  }

  @Test
  void returns_of_a_place_ask_for_what_is_reported_and_for_that_state_alone() {
    for (String unit : List.of("PA", "PA/42003"))
      assertThat(
              askedAgain(
                  Fact.Returns.of(Contest.on("2020-11-04"), unit, Votes.of(List.of("biden"), 1))))
          .as(unit)
          .isEqualTo(Stream.of(OF_REPORTS, OF_PENNSYLVANIA).flatMap(List::stream).toList());
  }

  @Test
  void calls_ask_for_what_is_called() {
    assertThat(askedAgain(new Fact.Call(Contest.on("2020-11-07"), "PA", "AP", "biden")))
        .isEqualTo(OF_CALLS);
    assertThat(askedAgain(new Fact.CallWithdrawn(Contest.on("2020-11-07"), "PA", "AP", "biden")))
        .isEqualTo(OF_CALLS);
  }

  @Test
  void an_acknowledgement_asks_for_what_others_did_and_a_statement_for_nothing() {
    assertThat(
            askedAgain(
                new Fact.Acknowledgement(
                    Contest.on("2020-11-07"),
                    "Russia",
                    Optional.empty(),
                    "biden",
                    "message",
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty())))
        .isEqualTo(OF_WORDS);
    assertThat(
            askedAgain(
                new Fact.Statement(
                    Contest.on("2020-11-07"),
                    "Russia",
                    Optional.empty(),
                    Fact.Topic.RESULT,
                    List.of(),
                    Optional.empty(),
                    Optional.empty())))
        .isEmpty();
  }

  private static Stream<Arguments> acts() {
    return Stream.<Fact>of(
            new Fact.Certification(
                Contest.on("2020-11-24"),
                "PA",
                Votes.of(List.of("biden"), 1),
                OptionalLong.empty(),
                OptionalLong.empty(),
                "board",
                OptionalLong.empty()),
            new Fact.CommissionRuling(Contest.on("2020-11-24"), "PA", "1", 8, 7),
            new Fact.Ruling(Contest.on("2020-11-24"), "C1", "dismissed", Optional.empty(), false),
            new Fact.Challenge(
                Contest.on("2020-11-24"),
                "C1",
                ChallengeKind.LAWSUIT,
                "a suit",
                "a court",
                List.of("PA"),
                Optional.empty(),
                List.of()))
        .map(fact -> Arguments.of(fact.getClass().getSimpleName(), fact));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("acts")
  void acts_of_a_state_and_suits_ask_for_all_but_calls_and_leads(String kind, Fact fact) {
    List<String> due = new ArrayList<>(ALL);
    due.removeAll(List.of("called by AP", "called(PA) by AP", "1 of (AP) call"));
    due.removeAll(List.of("leads(PA)", "leads(PA/42003)", "leads(GA)"));
    assertThat(askedAgain(fact)).isEqualTo(due);
  }

  private static Stream<Arguments> national() {
    return Stream.<Fact>of(
            Contest.HEADER,
            new Fact.Coverage(
                Contest.on("2020-11-24"),
                Matter.CALLS,
                Extent.COMPLETE,
                Optional.empty(),
                List.of(),
                Optional.empty()),
            new Fact.CountOpened(Contest.on("2021-01-06")),
            new Fact.Oath(Contest.on("2021-01-20"), "biden", Office.PRESIDENT),
            new Fact.Death(Contest.on("2021-01-20"), "biden"),
            new Fact.Withdrawal(Contest.on("2021-01-20"), "biden"),
            new Fact.Retraction(Contest.on("2021-01-20"), 1, "wrong"))
        .map(fact -> Arguments.of(fact.getClass().getSimpleName(), fact));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("national")
  void what_belongs_to_no_state_asks_for_everything(String kind, Fact fact) {
    assertThat(askedAgain(fact)).isEqualTo(ALL);
  }
}
