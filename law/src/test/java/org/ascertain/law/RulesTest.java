package org.ascertain.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every rule must do, run from the rules themselves. */
class RulesTest {

  @TestFactory
  Stream<DynamicTest> every_rule_gives_its_examples() {
    return Rules.ALL.stream().flatMap(RulesTest::examples);
  }

  private static <F> Stream<DynamicTest> examples(Rule<F> rule) {
    return rule.examples().stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    rule.id() + ": " + example.given(),
                    () ->
                        assertThat(String.valueOf(example.run().apply(rule.formula())))
                            .isEqualTo(example.expected())));
  }

  private static final String KNOWN =
      """
      CAL.APPOINT.1788 CAL.APPOINT.1792 CAL.APPOINT.1845 CAL.APPOINT.2022 CAL.FAILCHOICE.1845
      CAL.MEET.1788 CAL.MEET.1792 CAL.MEET.1887 CAL.MEET.1934 CAL.MEET.2022 CAL.SAFE.1887
      CAL.ASCERTAIN.1792 CAL.ASCERTAIN.1887 CAL.ASCERTAIN.2022 CAL.COURT.2022 CAL.DELIVER.1792
      CAL.DEMAND.1888 CAL.DEMAND.1934 CAL.COUNT.1789 CAL.COUNT.1792 CAL.COUNT.1877 CAL.COUNT.1934
      CAL.COUNT.X.1956 CAL.COUNT.X.1984 CAL.COUNT.X.1988 CAL.COUNT.X.1996 CAL.COUNT.X.2008
      CAL.COUNT.X.2012 CAL.TERM.1792 CAL.TERM.1933 CAL.CEREMONY CAL.CONGRESS.1789 CAL.CONGRESS.1933
      CAL.NPVIC ALLOT.BASE ALLOT.WHEN ALLOT.DC ALLOT.NEWSTATE ALLOT.PENALTY ALLOT.NONSTATE.1864
      ALLOT.NONSTATE.1868 APP.CONST APP.JEFF.1792 APP.JEFF.1802 APP.JEFF.1811 APP.JEFF.1822
      APP.JEFF.1832 APP.WEB.1842 APP.VINTON.1852 APP.VINTON.1862 APP.1872 APP.1882 APP.1891 APP.1901
      APP.WEB.1911 APP.WEB.1931 APP.HH.1940 APP.HH.2020 MANNER.PLENARY MANNER.TICKET MANNER.SHORT
      MANNER.DISTRICT.ME MANNER.DISTRICT.NE MANNER.RCV.ME MANNER.RCV.AK MANNER.FUSION
      MANNER.UNPLEDGED MANNER.NPVIC MANNER.TIE MANNER.FAIL.OLD MANNER.FAIL.NEW MANNER.ELIGIBLE
      MANNER.BALLOT14 VOTE.TWO VOTE.TWO.P VOTE.TWO.VP VOTE.XII VOTE.HABIT VOTE.VPELIG VOTE.DAY
      VOTE.BALLOT VOTE.VACANCY VOTE.BIND VOTE.UFEPA VOTE.DEADCAND CNT.PRES CNT.R22 CNT.COMM CNT.NONE
      CNT.EITHER.1820 CNT.EITHER.1836 CNT.EITHER.1868 CNT.EITHER.1880
      CNT.ECA CNT.ECRA ECA.1 ECA.2 ECA.3 ECA.4 ECA.5 ECA.6 ECA.7 ECRA.MINISTERIAL ECRA.ONESLATE
      ECRA.SIGN ECRA.GROUND.I ECRA.GROUND.II ECRA.BASE ECRA.FINDINGS ECRA.DEBATE CONT.ART2.TIE
      CONT.ART2.TOP5 CONT.ART2.VP CONT.XII.P CONT.XII.VOTE CONT.XII.DELEG CONT.DC CONT.XII.VP
      CONT.IMMEDIATE CONT.WHO CONT.DEATH QUAL.OLD QUAL.XX3.DEATH QUAL.XX3.UNCHOSEN QUAL.XX3.NEITHER
      QUAL.WHENELECT QUAL.ELIG CERT.EXECUTIVE.2022 CERT.FORM.2022 CERT.SEND.2022 VOTE.TRANSMIT
      COUNT.ALPHABET COUNT.NODEBATE COUNT.RECESS TRANSITION.2022 STATE.CERTIFY STATE.POLLS
      STATE.RECOUNT STATE.CONTEST STATE.MAIL MAIL.WATSON ECRA.SIGN.NUMBER
      """;

  @Test
  void no_rule_that_is_known_is_missing() {
    assertThat(Rules.ALL.stream().<String>map(Rule::id)).contains(KNOWN.strip().split("\\s+", -1));
  }

  @Test
  void the_rules_of_an_election_are_those_in_force_and_those_that_lie_dormant() {
    assertThat(ids(2000)).contains("CAL.SAFE.1887", "VOTE.XII", "CNT.ECA", "ALLOT.PENALTY");
    assertThat(ids(2000)).doesNotContain("CAL.MEET.2022", "VOTE.TWO", "CNT.ECRA", "QUAL.OLD");
    assertThat(ids(2024)).contains("CAL.NPVIC", "MANNER.NPVIC", "ECRA.BASE");
    assertThat(ids(1788)).contains("CAL.MEET.1788", "VOTE.TWO").doesNotContain("VOTE.XII");
  }

  private static List<String> ids(int election) {
    return Law.of(election).orElseThrow().rules().stream().<String>map(Rule::id).toList();
  }

  @Test
  void examples_by_year_apply_the_formula_to_each_year() {
    List<Rule.Example<IntFunction<Integer>>> examples = Rule.years(2000, "2001", 2004, "2005");
    assertThat(examples).extracting(Rule.Example::given).containsExactly("2000", "2004");
    assertThat(examples).extracting(Rule.Example::expected).containsExactly("2001", "2005");
    assertThat(examples)
        .extracting(example -> example.run().apply(year -> year + 1))
        .isEqualTo(List.of(2001, 2005));
    Rule.Example<Integer> one = Rule.example("five", five -> five + 1, "6");
    assertThat(one.run().apply(5)).isEqualTo(6);
  }

  @Test
  void every_rule_has_an_id_of_its_own_words_a_citation_a_period_and_an_example() {
    Set<String> ids = new HashSet<>();
    for (Rule<?> rule : Rules.ALL) {
      assertThat(ids.add(rule.id())).as(rule.id()).isTrue();
      assertThat(rule.id()).matches("[A-Z0-9]+(\\.[A-Z0-9]+)+");
      assertThat(rule.text()).as(rule.id()).isNotBlank().doesNotEndWith(".");
      assertThat(rule.citation()).as(rule.id()).isNotBlank();
      assertThat(rule.from()).as(rule.id()).isLessThanOrEqualTo(rule.to());
      assertThat(rule.examples()).as(rule.id()).isNotEmpty();
    }
  }

  @Test
  void every_exception_displaces_a_rule_that_is_in_force_with_it() {
    List<Rule<?>> exceptions =
        Rules.ALL.stream().filter(rule -> rule.exceptionTo().isPresent()).toList();
    assertThat(exceptions).isNotEmpty();
    for (Rule<?> exception : exceptions)
      assertThat(Rules.ALL)
          .as(exception.id())
          .anyMatch(
              general ->
                  general.id().equals(exception.exceptionTo().orElseThrow())
                      && general.holdsFor(exception.from())
                      && general.holdsFor(exception.to()));
  }
}
