package org.ascertain.desk;

import static org.ascertain.desk.Proposals.ANN;
import static org.ascertain.desk.Proposals.BEN;
import static org.ascertain.desk.Proposals.CLEO;
import static org.ascertain.desk.Proposals.NOW;
import static org.ascertain.desk.Proposals.made;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ascertain.desk.Ended.Recorded;
import org.ascertain.desk.ForApproval.Proposed;
import org.ascertain.desk.ForApproval.SentBack;
import org.ascertain.desk.ForApproval.Stale;
import org.ascertain.desk.ProposalAct.Kind;
import org.junit.jupiter.api.Test;

/** The two ways by which what binds gets two people. */
class ProposalTest {

  private static final Map<String, String> FIELDS =
      Map.of("/at", "2020-11-20", "/votes/biden", "12", "/votes/trump", "9", "/authority", "GA");

  private Instant now = NOW;

  private Filed act(Filed filed, Account who, ProposalAct act) {
    return made(attempt(filed, who, act));
  }

  private Filed.Acted attempt(Filed filed, Account who, ProposalAct act) {
    return filed.act(who, filed.version(), act, now, content -> Proposals.checked(0));
  }

  private Filed typed(Filed filed, Account who, Map<String, String> fields) {
    Filed claimed = act(filed, who, new ProposalAct.Claim());
    Filed saved = act(claimed, who, new ProposalAct.Save(fields));
    return act(saved, who, new ProposalAct.Done(Optional.empty()));
  }

  private static Map<String, String> with(String path, String typed) {
    Map<String, String> fields = new TreeMap<>(FIELDS);
    fields.put(path, typed);
    return fields;
  }

  @Test
  void what_one_proposes_another_approves() {
    Filed recorded = act(Proposals.proposed(), BEN, new ProposalAct.Approve());
    assertThat(recorded.version()).isEqualTo(2);
    assertThat(recorded.state())
        .isEqualTo(
            new Recorded(ANN, BEN, Optional.empty(), new Ended.Facts(Proposals.CONTENT.facts())));
  }

  @Test
  void nobody_reviews_what_they_proposed_themselves() {
    assertThat(((Proposed) Proposals.proposed().state()).reviewedBy(ANN)).isEmpty();
    assertThat(attempt(Proposals.proposed(), ANN, new ProposalAct.Approve()))
        .isInstanceOf(Filed.NotOpen.class);
    assertThatThrownBy(
            () ->
                new Recorded(
                    ANN, ANN, Optional.empty(), new Ended.Facts(Proposals.CONTENT.facts())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_act_on_what_has_moved_on_does_nothing() {
    assertThat(
            Proposals.proposed()
                .act(BEN, 0, new ProposalAct.Approve(), now, content -> Proposals.checked(0)))
        .isEqualTo(new Filed.MovedOn(Proposals.proposed()));
  }

  @Test
  void what_the_checks_find_anew_goes_back_to_the_proposer() {
    Filed stale =
        made(
            Proposals.proposed()
                .act(BEN, 1, new ProposalAct.Approve(), now, content -> Proposals.checked(1)));
    assertThat(stale.state()).isInstanceOf(Stale.class);
    assertThat(stale.open(BEN, now)).isEmpty();
    Filed again = act(stale, ANN, new ProposalAct.LookAgain());
    assertThat(again.state()).isInstanceOf(Proposed.class);
    assertThat(act(again, BEN, new ProposalAct.Approve()).state()).isInstanceOf(Recorded.class);
  }

  @Test
  void what_is_sent_back_only_its_proposer_puts_forward_again() {
    Filed back =
        act(Proposals.proposed(), BEN, new ProposalAct.SendBack("the date", new TreeSet<>()));
    assertThat(back.state()).isInstanceOf(SentBack.class);
    ProposalAct again = new ProposalAct.Propose(Proposals.CONTENT);
    assertThat(attempt(back, CLEO, again)).isInstanceOf(Filed.NotOpen.class);
    assertThat(act(back, ANN, again).state()).isInstanceOf(Proposed.class);
  }

  @Test
  void only_the_proposer_withdraws_and_nothing_follows() {
    ProposalAct withdraw = new ProposalAct.Withdraw("by mistake");
    assertThat(attempt(Proposals.proposed(), BEN, withdraw)).isInstanceOf(Filed.NotOpen.class);
    Filed withdrawn = act(Proposals.proposed(), ANN, withdraw);
    for (Account who : Set.of(ANN, BEN, CLEO)) assertThat(withdrawn.open(who, now)).isEmpty();
  }

  @Test
  void two_who_type_alike_have_it_recorded() {
    Filed first = typed(Proposals.opened(), BEN, FIELDS);
    assertThat(first.open(BEN, now)).isEmpty();
    Filed both = typed(first, CLEO, FIELDS);
    Recorded recorded = (Recorded) both.state();
    assertThat(recorded.by()).isEqualTo(BEN);
    assertThat(recorded.second()).isEqualTo(CLEO);
  }

  @Test
  void the_first_to_type_does_not_type_the_second_side() {
    Filed first = typed(Proposals.opened(), BEN, FIELDS);
    assertThat(attempt(first, BEN, new ProposalAct.Claim())).isInstanceOf(Filed.NotOpen.class);
    Filed second = act(first, CLEO, new ProposalAct.Claim());
    now = now.plus(Duration.ofHours(1));
    assertThat(second.open(BEN, now)).isEmpty();
    assertThat(second.open(ANN, now)).contains(Kind.CLAIM);
  }

  @Test
  void where_they_differ_both_type_those_fields_again_and_no_others() {
    Filed differing =
        typed(typed(Proposals.opened(), BEN, FIELDS), CLEO, with("/votes/biden", "21"));
    assertThat(differing.due()).containsExactly("/votes/biden");
    assertThat(attempt(differing, BEN, new ProposalAct.Retype(FIELDS)))
        .isEqualTo(new Filed.OtherFields(Set.of("/votes/biden")));
    ProposalAct right = new ProposalAct.Retype(Map.of("/votes/biden", "12"));
    Filed half = act(differing, CLEO, right);
    assertThat(attempt(half, CLEO, right)).isInstanceOf(Filed.NotOpen.class);
    assertThat(act(half, BEN, right).state()).isInstanceOf(Recorded.class);
  }

  @Test
  void where_they_still_differ_a_third_decides_from_the_paper() {
    Filed differing =
        typed(typed(Proposals.opened(), BEN, FIELDS), CLEO, with("/votes/biden", "21"));
    Filed half = act(differing, BEN, new ProposalAct.Retype(Map.of("/votes/biden", "13")));
    Filed undecided = act(half, CLEO, new ProposalAct.Retype(Map.of("/votes/biden", "14")));
    ProposalAct decide = new ProposalAct.Decide(Map.of("/votes/biden", "12"));
    assertThat(attempt(undecided, BEN, decide)).isInstanceOf(Filed.NotOpen.class);
    assertThat(attempt(undecided, CLEO, decide)).isInstanceOf(Filed.NotOpen.class);
    Recorded recorded = (Recorded) act(undecided, ANN, decide).state();
    assertThat(recorded.decider()).contains(ANN);
    assertThat(((Ended.Typed) recorded.agreed()).fields()).containsEntry("/votes/biden", "12");
  }

  @Test
  void a_claim_that_ran_out_lets_another_begin_with_nothing_typed() {
    Filed typing =
        act(
            act(Proposals.opened(), BEN, new ProposalAct.Claim()),
            BEN,
            new ProposalAct.Save(FIELDS));
    assertThat(typing.open(CLEO, now)).isEmpty();
    now = now.plus(Filed.CLAIM);
    Filed others = act(typing, CLEO, new ProposalAct.Claim());
    assertThat(((Blind.FirstTyping) others.state()).typing().side().fields()).isEmpty();
  }

  @Test
  void typing_is_not_done_before_every_field_is_typed() {
    Filed claimed = act(Proposals.opened(), BEN, new ProposalAct.Claim());
    assertThat(attempt(claimed, BEN, new ProposalAct.Done(Optional.empty())))
        .isInstanceOf(Filed.OtherFields.class);
  }
}
