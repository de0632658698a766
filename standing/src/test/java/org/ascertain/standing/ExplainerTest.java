package org.ascertain.standing;

import static org.ascertain.standing.SmallElection.ascertainment;
import static org.ascertain.standing.SmallElection.ballots;
import static org.ascertain.standing.SmallElection.certificate;
import static org.ascertain.standing.SmallElection.electors;
import static org.ascertain.standing.SmallElection.on;
import static org.ascertain.standing.SmallElection.returns;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Office;
import org.junit.jupiter.api.Test;

/**
 * Why each figure is what it is: in words, with its rules, its entries and its parts. Longer than
 * other files: every figure that can be explained is, beside the others.
 */
class ExplainerTest {

  private static final String EIGHT = "2020-11-03T20:00:00-05:00";
  private static final String NINE = "2020-11-03T21:00:00-05:00";
  private static final List<String> BOTH =
      List.of("CA", "FL", "NY", "IL", "PA", "OH", "GA", "MI", "NC", "NJ", "VA", "NH");

  private final SmallElection election = new SmallElection();

  private Explanation explain(String figure) {
    History history = election.history();
    return new Explainer(history, history.law().termBegins())
        .explain(understood(Figure.read(figure, history)));
  }

  private static Figure understood(Figure.Reading reading) {
    return ((Figure.Reading.Understood) reading).figure();
  }

  private static List<String> texts(Explanation of) {
    return of.parts().stream().map(Explanation::text).toList();
  }

  @Test
  void electors_on_a_rung_are_those_of_each_state_with_the_facts_behind_them() {
    election
        .add(certificate("PA", "2020-11-24", 60, 40))
        .add(ascertainment("GA", "2020-11-20", 16))
        .add(electors("ME", "2020-12-14", 3, 1));
    Explanation certified = explain("certified(biden)");
    assertThat(certified.text()).isEqualTo("biden has 39 electors certified, from 3 jurisdictions");
    assertThat(certified.figure()).isEqualTo("39");
    assertThat(certified.rules()).contains("MANNER.TICKET").doesNotContain("CAL.ASCERTAIN");
    assertThat(texts(certified))
        .containsExactly(
            "GA 16, implied by a later fact", "ME 3, implied by a later fact", "PA 20");
    assertThat(certified.parts()).extracting(Explanation::figure).containsExactly("16", "3", "20");
    assertThat(certified.parts())
        .extracting(Explanation::entries)
        .containsExactly(List.of(2L), List.of(3L), List.of(1L));
    assertThat(explain("voted(trump)").text())
        .isEqualTo("trump has 1 elector voted, from 1 jurisdiction");
    assertThat(explain("voted(trump)").rules()).contains("VOTE.XII");
    assertThat(explain("called(biden)").rules()).isEmpty();
    assertThat(explain("reported(biden)").parts()).isEmpty();
  }

  @Test
  void who_was_declared_and_who_is_in_office() {
    assertThat(explain("declared(biden)").text())
        .isEqualTo("The state of the vote has not been announced");
    assertThat(explain("declared(biden)").entries()).isEmpty();
    assertThat(explain("in-office(biden)").text())
        .isEqualTo("biden does not hold the office of President");
    assertThat(explain("in-office(biden)").figure()).isEqualTo("false");
    election
        .add(
            new Fact.Declared(
                on("2021-01-06"), ballots(306, 232), OptionalLong.empty(), OptionalLong.empty()))
        .add(new Fact.Oath(on("2021-01-20T11:48:00-05:00"), "biden", Office.PRESIDENT));
    assertThat(explain("declared(biden)").text())
        .isEqualTo("biden was declared to have 306 electoral votes");
    assertThat(explain("declared(biden)").figure()).isEqualTo("306");
    assertThat(explain("declared(biden)").entries()).containsExactly(1L);
    assertThat(explain("in-office(biden)").text())
        .isEqualTo("biden holds the office: the term has begun and the oath is taken");
    assertThat(explain("in-office(biden)").entries()).containsExactly(2L);
    assertThat(explain("in-office(biden)").rules()).isNotEmpty();
    assertThat(explain("in-office(trump)").entries()).isEmpty();
    assertThat(explain("in-office(trump)").figure()).isEqualTo("false");
  }

  @Test
  void the_majority_is_that_of_the_electors_appointed_as_far_as_is_known() {
    Explanation majority = explain("majority");
    assertThat(majority.text())
        .isEqualTo("270 is the majority of 538 electors appointed, as far as is known");
    assertThat(majority.figure()).isEqualTo("270");
    assertThat(majority.rules()).isNotEmpty();
    assertThat(texts(majority))
        .containsExactly("How many electors are appointed this record does not tell");
  }

  @Test
  void where_all_are_appointed_and_some_did_not_vote_they_stay_in_the_base() {
    SmallElection.LAW
        .entitled()
        .forEach(
            (place, n) -> {
              if (!place.equals("PA")) election.add(electors(place, "2020-12-14", n, 0));
            });
    election.add(ascertainment("PA", "2020-11-24", 20));
    assertThat(explain("majority").text())
        .isEqualTo("270 is the majority of 538 electors appointed, of whom 518 voted");
    election.add(electors("PA", "2020-12-14", 20, 0));
    assertThat(explain("majority").text())
        .isEqualTo("270 is the majority of 538 electors appointed");
    Explanation president = explain("president");
    assertThat(president.text())
        .startsWith("biden is chosen by a majority of the electors; stage:");
    assertThat(president.figure()).isEqualTo("biden");
    assertThat(president.rules()).isNotEmpty();
    assertThat(texts(president)).containsExactly("270 is the majority of 538 electors appointed");
    assertThat(explain("vicePresident").figure()).isEqualTo("harris");
  }

  @Test
  void nobody_is_chosen_while_electors_have_not_voted() {
    election.add(electors("PA", "2020-12-14", 20, 0));
    Explanation president = explain("president");
    assertThat(president.text()).startsWith("Nobody is chosen yet; missing: ");
    assertThat(president.figure()).isEmpty();
    assertThat(president.parts()).hasSize(1);
  }

  @Test
  void a_leader_of_counties_is_told_with_the_returns_of_each() {
    election.add(returns("PA/2", "first", EIGHT, 3, 4)).add(returns("PA/1", "first", EIGHT, 10, 4));
    assertThat(part(explain("reported(biden)"), "PA 20").entries())
        .containsExactlyInAnyOrder(1L, 2L);
  }

  @Test
  void the_four_numbers_are_made_of_each_state() {
    election
        .add(ascertainment("PA", "2020-11-24", 20))
        .add(electors("PA", "2020-12-14", 19, 0))
        .add(electors("GA", "2020-12-14", 16, 0))
        .add(
            new Fact.Counted(
                on("2021-01-06"),
                "GA",
                Fact.CountResult.COUNTED,
                Optional.empty(),
                Optional.empty()));
    assertThat(explain("electors.entitled").text()).isEqualTo("538 electors entitled");
    assertThat(explain("electors.entitled").parts()).hasSize(51);
    assertThat(explain("electors.entitled").rules()).isNotEmpty();
    Explanation appointed = explain("electors.appointed");
    assertThat(appointed.figure()).isEqualTo("36");
    assertThat(texts(appointed))
        .contains("PA 20", "GA 16, implied by a later fact")
        .anyMatch(text -> text.startsWith("not known of AK, AL,") && text.contains(" TX,"));
    assertThat(part(appointed, "PA 20").entries()).containsExactly(1L);
    Explanation cast = explain("electors.cast");
    assertThat(cast.text()).isEqualTo("35 electors cast, as far as is known");
    assertThat(part(cast, "PA 19").entries()).containsExactly(2L);
    assertThat(cast.rules()).contains("VOTE.XII");
    Explanation counted = explain("electors.counted");
    assertThat(counted.figure()).isEqualTo("16");
    assertThat(part(counted, "GA 16").entries()).containsExactly(4L);
    assertThat(texts(counted)).noneMatch(text -> text.startsWith("PA "));
  }

  private static Explanation part(Explanation of, String text) {
    return of.parts().stream().filter(each -> each.text().equals(text)).findFirst().orElseThrow();
  }

  @Test
  void votes_are_those_of_the_preferred_source_and_the_others_stand_beside_it() {
    assertThat(explain("votes(PA,biden)").text())
        .isEqualTo("Nobody has reported votes of Pennsylvania");
    election
        .add(returns("PA", "second", EIGHT, 1_200, 40))
        .add(returns("PA", "first", EIGHT, 1_234, 40))
        .add(returns("PA", "third", EIGHT));
    Explanation votes = explain("votes(PA,biden)");
    assertThat(votes.text()).isEqualTo("biden has 1,234 votes in Pennsylvania");
    assertThat(votes.figure()).isEqualTo("1234");
    assertThat(texts(votes))
        .containsExactly(
            "the tally, by first: 1,234",
            "beside it, by second: 1,200",
            "beside it, by third: no figure");
    assertThat(votes.parts())
        .extracting(Explanation::entries)
        .containsExactly(List.of(2L), List.of(1L), List.of(3L));
    assertThat(votes.parts()).extracting(Explanation::figure).containsExactly("1234", "1200", "");
    assertThat(explain("votes(PA,jorgensen)").text())
        .isEqualTo("jorgensen has no figure in Pennsylvania");
    assertThat(explain("votes(PA,jorgensen)").figure()).isEmpty();
  }

  @Test
  void votes_of_a_sum_are_explained_down_to_its_counties() {
    election
        .add(returns("PA/2", "first", EIGHT, 3, 4))
        .add(returns("PA/1", "first", EIGHT, 10, 40));
    Explanation votes = explain("votes(PA,biden)");
    assertThat(votes.figure()).isEqualTo("13");
    assertThat(texts(votes))
        .containsExactly("biden has 10 votes in PA/1", "biden has 3 votes in PA/2");
    assertThat(texts(votes.parts().getFirst())).containsExactly("the tally, by first: 10");
  }

  @Test
  void figures_from_rounded_shares_are_told_as_such() {
    Fact.Returns plain = returns("PA", "first", EIGHT, 10, 40);
    election.add(
        new Fact.Returns(
            plain.attestation(),
            "PA",
            plain.votes(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            false,
            OptionalLong.empty(),
            Optional.empty(),
            false));
    assertThat(explain("votes(PA,biden)").text())
        .isEqualTo("biden has 10 votes in Pennsylvania, computed from a rounded share");
  }

  @Test
  void a_stage_names_every_fact_of_the_unit() {
    assertThat(explain("stage(PA)").text()).isEqualTo("PA has no facts yet");
    assertThat(explain("stage(PA)").rules()).isEmpty();
    election
        .add(returns("PA", "first", EIGHT, 10, 40))
        .add(certificate("PA", "2020-11-24", 60, 40))
        .add(ascertainment("PA", "2020-11-24", 20))
        .add(electors("PA", "2020-12-14", 20, 0));
    Explanation stage = explain("stage(PA)");
    assertThat(stage.text()).isEqualTo("PA stands at: voted");
    assertThat(stage.figure()).isEqualTo("voted");
    assertThat(stage.entries()).containsExactly(4L, 3L, 2L, 1L);
    assertThat(stage.rules()).contains("VOTE.XII");
    election.add(
        new Fact.Counted(
            on("2021-01-06"), "PA", Fact.CountResult.COUNTED, Optional.empty(), Optional.empty()));
    assertThat(explain("stage(PA)").entries()).startsWith(5L);
    assertThat(explain("stage(PA)").rules()).anyMatch(rule -> rule.startsWith("CNT."));
  }

  @Test
  void settled_tells_the_margin_against_what_is_outstanding() {
    assertThat(explain("settled(PA)").text())
        .isEqualTo("PA is not settled, nothing bounds what is outstanding: no returns");
    assertThat(explain("settled(PA)").figure()).isEqualTo("NO_BOUND");
    election.add(certificate("PA", "2020-11-24", 6_000, 4_000));
    assertThat(explain("settled(PA)").text())
        .isEqualTo("PA is settled for biden: certified, margin 2,000, outstanding at most 0");
    assertThat(explain("settled(PA)").figure()).isEqualTo("YES");
    assertThat(explain("settled(PA)").entries()).containsExactly(1L);
  }

  @Test
  void settled_of_the_whole_names_for_whom_how_many_are() {
    for (String state : BOTH) election.add(certificate(state, "2020-11-24", 60, 40));
    Explanation most = explain("settled");
    assertThat(most.parts()).hasSize(56);
    assertThat(
            part(most, "CA is settled for biden: certified, margin 20, outstanding at most 0")
                .figure())
        .isEqualTo("YES");
    assertThat(
            part(most, "AK is not settled, nothing bounds what is outstanding: no returns")
                .figure())
        .isEqualTo("NO_BOUND");
  }

  @Test
  void who_leads_a_unit_by_how_many_votes_and_by_whose_figures() {
    election
        .add(returns("PA", "first", NINE, 60, 45))
        .add(returns("GA/1", "first", NINE, 1, 2))
        .add(returns("CA", "first", NINE, 7))
        .add(returns("NY", "first", NINE, 7, 7));
    Explanation leads = explain("leads(Pennsylvania)");
    assertThat(leads.text()).isEqualTo("biden leads Pennsylvania by 15 votes");
    assertThat(leads.figure()).isEqualTo("biden");
    assertThat(texts(leads))
        .containsExactly(
            "biden has 60 votes in Pennsylvania", "trump has 45 votes in Pennsylvania");
    assertThat(leads.parts().getFirst().parts().getFirst().entries()).containsExactly(1L);
    assertThat(explain("leads(GA/1)").text()).isEqualTo("trump leads GA/1 by 1 vote");
    assertThat(explain("leads(GA)").parts().getFirst().parts())
        .extracting(Explanation::text)
        .containsExactly("trump has 2 votes in GA/1");
    assertThat(explain("leads(CA)").text())
        .isEqualTo(
            "Who leads California this record does not tell: it lacks figures of others who may");
    assertThat(explain("leads(CA)").figure()).isEmpty();
    assertThat(explain("leads(NY)").text())
        .isEqualTo("Nobody leads New York: several have the most votes, or none");
    assertThat(explain("leads(TX)").text()).isEqualTo("Nobody has reported votes of Texas");
  }

  @Test
  void the_share_in_a_unit_is_of_all_its_votes_where_a_total_stands() {
    election
        .add(returns("PA", "first", NINE, 60, 40))
        .add(certificate("GA", "2020-11-20", 50, 30, 20))
        .add(ShortFacts.certificate(SmallElection.votes(45, 40), OptionalLong.of(90)));
    assertThat(explain("share(GA,trump)").text())
        .isEqualTo("trump has 30.0% of the 100 votes for the named candidates in Georgia");
    Explanation share = explain("share(PA, biden)");
    assertThat(share.text()).isEqualTo("biden has 50.0% of all 90 votes in Pennsylvania");
    assertThat(share.figure()).isEqualTo("50.0%");
    assertThat(texts(share)).containsExactly("biden: 45 votes", "90 votes in all");
    assertThat(share.parts()).extracting(Explanation::entries).containsOnly(List.of(3L));
    assertThat(explain("share(PA,jorgensen)").text())
        .isEqualTo("jorgensen has no figure in Pennsylvania");
    assertThat(explain("share(TX,biden)").text()).isEqualTo("Nobody has reported votes of Texas");
  }

  @Test
  void certificates_that_contradict_each_other_are_both_named() {
    election
        .add(certificate("PA", "2020-11-24", 60, 40))
        .add(certificate("PA", "2020-11-25", 61, 40));
    assertThat(texts(explain("votes(PA,biden)")))
        .containsExactly(
            "certified by board, amended by no other: 60",
            "certified by board, amended by no other: 61");
  }

  @Test
  void a_figure_is_read_as_it_is_written_in_any_case() {
    election.add(returns("PA/1", "first", NINE, 1, 2));
    assertThat(read("Voted( Biden ) ")).isEqualTo(new Figure.OnRung(Rung.VOTED, "biden"));
    assertThat(read("votes(PA/1, biden)")).isEqualTo(new Figure.VotesOf("PA/1", "biden"));
    assertThat(read("share(pa, Biden)")).isEqualTo(new Figure.ShareIn("PA", "biden"));
    assertThat(read("LEADS(pa/1)")).isEqualTo(new Figure.LeadIn("PA/1"));
    assertThat(read("settled(me-2)")).isEqualTo(new Figure.SettledOf(Optional.of("ME-2")));
    assertThat(read("settled")).isEqualTo(new Figure.SettledOf(Optional.empty()));
    assertThat(read("stage(Pennsylvania)")).isEqualTo(new Figure.StageOf("PA"));
    assertThat(read("president")).isEqualTo(new Figure.Chosen(Office.PRESIDENT));
    assertThat(read("vicePresident")).isEqualTo(new Figure.Chosen(Office.VICE_PRESIDENT));
    assertThat(read("electors.cast")).isEqualTo(Figure.Electors.CAST);
    assertThat(read("majority")).isEqualTo(new Figure.TheMajority());
  }

  private Figure read(String figure) {
    return understood(Figure.read(figure, election.history()));
  }

  @Test
  void what_is_no_figure_is_told_by_what_is_wrong_with_it() {
    History history = election.history();
    assertThat(Figure.read("voted", history)).isEqualTo(new Figure.Reading.OfWhom(Rung.VOTED));
    assertThat(Figure.read("voted(nobody)", history))
        .isEqualTo(new Figure.Reading.NoSuchCandidate("nobody"));
    assertThat(Figure.read("votes(XX,biden)", history))
        .isEqualTo(new Figure.Reading.NoSuchUnit("XX"));
    assertThat(Figure.read("stage(XX)", history)).isEqualTo(new Figure.Reading.NoSuchUnit("XX"));
    assertThat(Figure.read("votes(PA,nobody)", history))
        .isEqualTo(new Figure.Reading.NoSuchTicket("nobody"));
    for (String none :
        List.of("", "votes(PA)", "voted(biden,PA)", "electors.none", "cast", "sat(biden)"))
      assertThat(Figure.read(none, history)).as(none).isEqualTo(new Figure.Reading.NoSuchForm());
  }

  @Test
  void the_popular_vote_tells_of_each_state_its_figure_how_it_is_known_and_by_which_entry() {
    election
        .add(returns("PA", "first", EIGHT, 60, 40, 10))
        .add(certificate("PA", "2020-11-24", 62, 41))
        .add(returns("GA/13121", "first", EIGHT, 5, 6))
        .add(returns("GA/13001", "first", EIGHT, 1, 2))
        .add(returns("ME-1", "first", EIGHT, 3, 4))
        .add(returns("NH", "first", EIGHT, 0, 9));
    Explanation biden = explain("popularVote(biden)");
    assertThat(biden.figure()).isEqualTo("71");
    assertThat(biden.text())
        .isEqualTo(
            "biden has 71 of the people's votes, 49.7% of the 143 votes for the named candidates;"
                + " the sum of 4 jurisdictions");
    assertThat(texts(biden).subList(0, 4))
        .containsExactly(
            "GA 6 summed of 2 below",
            "ME 3 summed of its districts",
            "NH 0 reported",
            "PA 62 certified");
    assertThat(biden.parts().subList(0, 4))
        .extracting(Explanation::entries)
        .containsExactly(List.of(4L, 3L), List.of(5L), List.of(6L), List.of(2L));
    assertThat(texts(biden).get(4)).startsWith("not in it: the record has no votes of AK, AL,");
    Explanation jorgensen = explain("popularVote(jorgensen)");
    assertThat(texts(jorgensen).getFirst()).isEqualTo("PA 10 reported");
    assertThat(jorgensen.parts().getFirst().entries())
        .as("the certificate is silent on her")
        .containsExactly(1L);
    assertThat(texts(jorgensen).get(1))
        .isEqualTo("not in it: the record does not name jorgensen in GA, ME, NH");
    assertThat(explain("share(biden)").figure()).isEqualTo("49.7%");
    assertThat(explain("popularVote(total)").figure()).isEmpty();
    assertThat(explain("popularVote(total)").text())
        .isEqualTo(
            "How many votes there are in all the record does not tell: it has the totals of 0 of 4"
                + " jurisdictions whose votes it has");
    assertThat(explain("popularVote(other)").text())
        .isEqualTo("The record does not tell of votes for others");
  }

  @Test
  void shares_of_all_rest_on_the_totals_and_others_are_what_is_left() {
    election
        .add(whole("PA", 5, 105, 60, 40))
        .add(whole("GA", -1, 20, 5, 10))
        .add(certificate("GA", "2020-11-24", 6, 10));
    assertThat(explain("popularVote(total)").figure()).isEqualTo("126");
    assertThat(explain("popularVote(total)").text())
        .isEqualTo(
            "126 votes in all, the sum of the totals of 2 jurisdictions; in 1 of them nobody"
                + " printed the total, it is a sum of figures in this record");
    assertThat(texts(explain("popularVote(total)"))).startsWith("GA 21 summed", "PA 105 reported");
    assertThat(explain("popularVote(total)").parts().getFirst().entries())
        .containsExactlyInAnyOrder(2L, 3L);
    assertThat(explain("popularVote(other)").figure()).isEqualTo("10");
    assertThat(texts(explain("popularVote(other)")))
        .last()
        .isEqualTo("116 votes for the named candidates");
    assertThat(explain("share(biden)").text()).isEqualTo("biden has 52.4% of all 126 votes");
    assertThat(explain("share(biden)").parts())
        .extracting(Explanation::figure)
        .containsExactly("66", "126");
  }

  private static Fact whole(String unit, long other, long total, long... votes) {
    Fact.Returns plain = returns(unit, "first", EIGHT, votes);
    return new Fact.Returns(
        plain.attestation(),
        unit,
        plain.votes(),
        other < 0 ? OptionalLong.empty() : OptionalLong.of(other),
        OptionalLong.of(total),
        true,
        OptionalLong.empty(),
        Optional.empty(),
        true);
  }

  @Test
  void votes_of_a_state_name_the_certificate_beside_the_tally() {
    election
        .add(certificate("GA", "2020-11-24", 62, 41))
        .add(returns("PA", "first", EIGHT, 60, 40, 10))
        .add(certificate("PA", "2020-11-24", 62, 41));
    assertThat(texts(explain("votes(PA,biden)"))).last().isEqualTo("certified: 62");
    assertThat(texts(explain("votes(PA,jorgensen)"))).last().isEqualTo("certified: no figure");
    assertThat(explain("votes(GA,biden)").text()).isEqualTo("Nobody has reported votes of Georgia");
    assertThat(texts(explain("votes(GA,biden)"))).containsExactly("certified: 62");
  }

  @Test
  void a_majority_tells_the_facts_that_added_up_to_it_in_the_order_of_time() {
    assertThat(explain("majority(voted)").text())
        .isEqualTo("Nobody has a majority of the electors voted");
    int day = 14;
    List<String> states = new ArrayList<>(List.of("AZ", "WA"));
    states.addAll(BOTH.reversed());
    for (String state : states) election.add(certificate(state, "2020-11-" + day++, 60, 40));
    Explanation majority = explain("majority(certified)");
    assertThat(majority.figure()).isEqualTo("2020-11-27");
    assertThat(majority.text())
        .isEqualTo("biden has a majority of the electors certified since 2020-11-27");
    Explanation since = majority.parts().getFirst();
    assertThat(since.entries()).containsExactly(14L);
    assertThat(texts(since)).startsWith("AZ +11 = 11", "WA +12 = 23").endsWith("CA +55 = 272");
    assertThat(since.parts().getFirst().entries()).containsExactly(1L);
    assertThat(read("Majority(Certified)")).isEqualTo(new Figure.MajorityOn(Rung.CERTIFIED));
  }

  @Test
  void what_is_open_and_rival_papers_are_told_with_a_unit_that_is_not_settled() {
    election
        .add(certificate("PA", "2020-11-24", 60, 40))
        .add(new Fact.Call(on(NINE), "PA", "AP", "biden"))
        .add(
            new Fact.Challenge(
                on("2020-11-25"),
                "R1",
                Fact.ChallengeKind.RECOUNT,
                "the recount",
                "board",
                List.of("PA"),
                Optional.empty(),
                List.of()));
    Explanation settled = explain("settled(PA)");
    assertThat(settled.text()).startsWith("PA is not settled, nothing bounds what is outstanding");
    assertThat(settled.entries()).as("calls are no part of it").containsExactly(1L);
    assertThat(texts(settled)).startsWith("open: R1, the recount");
    assertThat(settled.parts().getFirst().entries()).containsExactly(3L);
  }

  /** Under the Act of 1887 whether rejected votes stay in the base is disputed. */
  @Test
  void where_the_base_has_alternatives_each_is_told_with_its_reason() {
    SmallElection.LAW
        .entitled()
        .forEach((place, n) -> election.add(electors(place, "2020-12-14", n, 0)));
    election.add(
        new Fact.Counted(
            on("2021-01-06"), "PA", Fact.CountResult.REJECTED, Optional.empty(), Optional.empty()));
    Explanation majority = explain("majority");
    assertThat(majority.text()).isEqualTo("The majority has alternatives");
    assertThat(majority.figure()).isEqualTo("270 or 260");
    assertThat(majority.rules()).isNotEmpty();
    assertThat(texts(majority).get(0)).startsWith("270 of 538: ");
    assertThat(texts(majority).get(1)).startsWith("260 of 518: ");
    assertThat(majority.parts().subList(0, 2))
        .extracting(Explanation::figure)
        .containsExactly("270", "260");
    Explanation president = explain("president");
    assertThat(president.text()).startsWith("biden is chosen in every alternative");
    assertThat(president.figure()).isEqualTo("biden");
    assertThat(texts(president).get(0)).startsWith("biden by a majority of the electors: ");
    assertThat(president.parts().getLast().text()).isEqualTo(majority.text());
  }
}
