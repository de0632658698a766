package org.ascertain.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ascertain.condition.Condition.And;
import org.ascertain.condition.Condition.AtLeast;
import org.ascertain.condition.Condition.CalledBy;
import org.ascertain.condition.Condition.Declared;
import org.ascertain.condition.Condition.InOffice;
import org.ascertain.condition.Condition.Leads;
import org.ascertain.condition.Condition.Not;
import org.ascertain.condition.Condition.Or;
import org.ascertain.condition.Condition.Settled;
import org.ascertain.condition.Condition.Stage;
import org.ascertain.condition.ConditionParser.Parsed;
import org.ascertain.standing.Rung;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The language in which people say what official means to them. */
class ConditionParserTest {

  private static final Condition DECLARED = new Declared();
  private static final Condition IN_OFFICE = new InOffice();
  private static final Condition SETTLED = new Settled(Optional.empty());

  private static Condition understood(String text) {
    return switch (ConditionParser.parse(text, Contest.HEADER, Contest.LAW)) {
      case Parsed.Understood(var condition) -> condition;
      case Parsed.NotUnderstood(int place, var problem) ->
          throw new AssertionError(text + " at " + place + ": " + problem);
    };
  }

  private static AtLeast atLeast(Rung rung, int electors) {
    return new AtLeast(rung, OptionalInt.of(electors));
  }

  private static CalledBy calledBy(String... callers) {
    return new CalledBy(Optional.empty(), List.of(callers));
  }

  @Test
  void electors_on_a_rung_are_held_against_a_number_or_the_majority() {
    assertThat(understood("voted >= 270")).isEqualTo(atLeast(Rung.VOTED, 270));
    assertThat(understood("reported>=0")).isEqualTo(atLeast(Rung.REPORTED, 0));
    assertThat(understood("declared >= 270")).isEqualTo(atLeast(Rung.DECLARED, 270));
    assertThat(understood("certified >= majority"))
        .isEqualTo(new AtLeast(Rung.CERTIFIED, OptionalInt.empty()));
  }

  @Test
  void spaces_matter_nowhere_but_between_words() {
    assertThat(understood("  called( ME-2 )by AP\tand  Fox "))
        .isEqualTo(new CalledBy(Optional.of("ME-2"), List.of("AP", "Fox")));
    assertThat(understood("leads(PA/42003 ,biden)or(declared)"))
        .isEqualTo(new Or(List.of(new Leads("PA/42003", Optional.of("biden")), DECLARED)));
  }

  @Test
  void each_meaning_of_official_has_its_form() {
    assertThat(understood("declared")).isEqualTo(DECLARED);
    assertThat(understood("in-office")).isEqualTo(IN_OFFICE);
    assertThat(understood("settled")).isEqualTo(SETTLED);
    assertThat(understood("settled(PA)")).isEqualTo(new Settled(Optional.of("PA")));
    assertThat(understood("stage(NE-2) >= counted")).isEqualTo(new Stage("NE-2", Rung.COUNTED));
    assertThat(understood("leads(GA)")).isEqualTo(new Leads("GA", Optional.empty()));
    assertThat(understood("called by AP")).isEqualTo(calledBy("AP"));
    assertThat(understood("called >= 270")).isEqualTo(atLeast(Rung.CALLED, 270));
  }

  @Test
  void and_binds_closer_than_or_and_not_closer_than_and() {
    assertThat(understood("declared or settled and in-office"))
        .isEqualTo(new Or(List.of(DECLARED, new And(List.of(SETTLED, IN_OFFICE)))));
    assertThat(understood("not declared and settled"))
        .isEqualTo(new And(List.of(new Not(DECLARED), SETTLED)));
    assertThat(understood("(declared or settled) and in-office"))
        .isEqualTo(new And(List.of(new Or(List.of(DECLARED, SETTLED)), IN_OFFICE)));
    assertThat(understood("not (declared and settled)"))
        .isEqualTo(new Not(new And(List.of(DECLARED, SETTLED))));
    assertThat(understood("declared or settled or in-office"))
        .isEqualTo(new Or(List.of(DECLARED, SETTLED, IN_OFFICE)));
  }

  @Test
  void capitals_and_names_of_states_make_no_difference() {
    assertThat(understood("VOTED >= 270 And Called By ap"))
        .isEqualTo(understood("voted >= 270 and called by AP"));
    assertThat(understood("leads(new hampshire, Biden)")).hasToString("leads(NH,biden)");
    assertThat(understood("acknowledged by 'Russia'")).hasToString("acknowledged by \"Russia\"");
    assertThat(understood("acknowledged by \u201cRussia\u201d"))
        .hasToString("acknowledged by \"Russia\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "on or after 1700-01-01",
        "on or after 2200-12-31",
        "leads(PA) steady for P3660D",
        "stage(PA) >= ascertained",
        "stage(PA) >= counted",
        "stage(PA/42003) >= certified",
        "leads(New Hampshire/33001)"
      })
  void the_last_that_is_understood_is(String text) {
    assertThat(ConditionParser.parse(text, Contest.HEADER, Contest.LAW))
        .isInstanceOf(Parsed.Understood.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "on or after 1699-12-31",
        "on or after 2201-01-01",
        "leads(PA) steady for P3661D",
        "leads(PA) steady for PT0S",
        "stage(PA) >= called",
        "stage(PA) >= declared",
        "stage(PA/42003) >= voted",
        "settled(PA/42003)",
        "leads(/42003)",
        "leads()"
      })
  void the_first_that_is_not_understood_is_not(String text) {
    assertThat(ConditionParser.parse(text, Contest.HEADER, Contest.LAW))
        .isInstanceOf(Parsed.NotUnderstood.class);
  }

  @Test
  void after_by_and_goes_on_with_the_list_where_a_caller_follows() {
    assertThat(understood("called by AP and Fox and NBC")).isEqualTo(calledBy("AP", "Fox", "NBC"));
    assertThat(understood("called by AP and voted >= 1"))
        .isEqualTo(new And(List.of(calledBy("AP"), atLeast(Rung.VOTED, 1))));
    assertThat(understood("called by AP and Fox and declared"))
        .isEqualTo(new And(List.of(calledBy("AP", "Fox"), DECLARED)));
    assertThat(understood("called by AP and called by Fox"))
        .isEqualTo(new And(List.of(calledBy("AP"), calledBy("Fox"))));
    assertThat(understood("called by AP or called by Fox and NBC"))
        .isEqualTo(new Or(List.of(calledBy("AP"), calledBy("Fox", "NBC"))));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                        | 0  | the condition ends too soon: a meaning of official should follow
          official                  | 0  | "official" is no meaning of official; write one of: reported, called,
          Declare                   | 0  | "Declare" is no meaning of official
          voted                     | 0  | voted needs a number: voted >= 270
          in-office >= 1            | 10 | the end, "and" or "or" should stand here, not ">="
          voted > 270               | 6  | write >= here: voted >= 270
          voted >=                  | 8  | after >= comes a number of electors or "majority"
          voted >= most             | 9  | after >= comes a number of electors or "majority"
          voted >= -1               | 9  | after >= comes a number of electors or "majority"
          voted >= 270.5            | 9  | after >= comes a number of electors or "majority"
          voted >= 99999999999      | 9  | after >= comes a number of electors or "majority"
          voted >= 270 declared     | 13 | the end, "and" or "or" should stand here, not "declared"
          declared and              | 12 | the condition ends too soon: a meaning of official should follow
          not not declared          | 4  | "not" is no meaning of official
          (declared                 | 9  | ")" should stand here, not the end
          declared)                 | 8  | the end, "and" or "or" should stand here, not ")"
          ()                        | 1  | ")" is no meaning of official
          called                    | 6  | "by" and a caller, or >= and a number, should stand here, not the end
          called by                 | 9  | "" is no caller of this election; its callers are AP, Fox, NBC
          called by ZDF             | 10 | "ZDF" is no caller of this election; its callers are AP, Fox, NBC
          called by AP and          | 16 | the condition ends too soon: a meaning of official should follow
          called by AP and ZDF      | 17 | "ZDF" is no meaning of official
          called(PA/1) by AP        | 7  | "PA/1" is no unit of this election; write a code such as PA
          settled(XX)               | 8  | "XX" is no unit of this election; write a code such as PA
          settled(PA                | 10 | ")" should stand here, not the end
          stage                     | 5  | "(" and a unit should stand here, not the end
          stage(PA) > certified     | 10 | ">=" should stand here, not ">"
          stage(PA) >= called       | 13 | a stage is one of reported, certified, ascertained, voted, counted
          stage(PA) >= declared     | 13 | a stage is one of reported, certified, ascertained, voted, counted
          leads                     | 5  | "(" and a unit should stand here, not the end
          leads(ZZ/1)               | 6  | "ZZ/1" is no unit of this election
          leads(PA, nobody)         | 10 | "nobody" is no candidate of this election
          voted = most              | 8  | after = comes a number of electors
          4 of (AP, Fox) call       | 0  | 4 of 2 callers cannot be
          2 of (AP, AP) call        | 0  | a caller is named twice
          2 of (AP, Fox)            | 14 | "call" should stand here, not the end
          acknowledged by Russia    | 16 | a name in quotation marks should stand here
          deadline XX passed        | 9  | "XX" is no rule that sets a day for this election; write one of
          on or after 31 May        | 12 | a day should stand here, such as 2021-01-20
          declared steady for 10    | 20 | a length of time should stand here, such as PT10M
          declared else in-office   | 23 | "by" and a day such as 2021-01-20 should stand here, not the end
          stage(PA/1) >= voted      | 15 | a stage of a reporting unit is reported or certified
          """)
  void what_is_not_understood_is_told_with_its_place(String text, int place, String problem) {
    String asked = text == null ? "" : text;
    assertThat(ConditionParser.parse(asked, Contest.HEADER, Contest.LAW))
        .isInstanceOfSatisfying(
            Parsed.NotUnderstood.class,
            not -> {
              assertThat(not.problem()).startsWith(problem);
              assertThat(not.place()).isEqualTo(place);
            });
  }

  @Test
  void parentheses_without_end_are_told_and_do_not_break_the_program() {
    for (int deep : new int[] {100, 101, 100_000}) {
      Parsed parsed =
          ConditionParser.parse("(".repeat(deep) + "declared", Contest.HEADER, Contest.LAW);
      assertThat(parsed).isInstanceOf(Parsed.NotUnderstood.class);
    }
    String bearable = "(".repeat(99) + "declared" + ")".repeat(99);
    assertThat(understood(bearable)).isEqualTo(DECLARED);
  }

  @Test
  void a_long_condition_is_no_deep_one() {
    String text = "declared" + " or (declared)".repeat(1_000);
    assertThat(understood(text))
        .isInstanceOfSatisfying(Or.class, or -> assertThat(or.any()).hasSize(1_001));
  }
}
