package org.ascertain.desk;

import static org.ascertain.desk.Proposals.ANN;
import static org.ascertain.desk.Proposals.BEN;
import static org.ascertain.desk.Proposals.CLEO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.ascertain.desk.ProposalActs.Answer;
import org.ascertain.desk.ProposalActs.Stayed;
import org.ascertain.desk.ProposalActs.Unfit;
import org.ascertain.desk.ProposalActs.Written;
import org.ascertain.ledger.Store;
import org.ascertain.ledger.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Proposals beside the record: what two people stand by is an entry, in one transaction. */
@Timeout(120)
class ProposalActsTest {

  private static final Map<String, String> FIELDS =
      Map.of(
          "/at",
          "2020-11-03",
          "/votes/biden",
          "2473633",
          "/votes/trump",
          "2461854",
          "/authority",
          "Secretary of State");

  /** How often two race for one proposal. */
  private static final int RACES = Integer.getInteger("ascertain.races", 50);

  @TempDir private Path folder;
  private Store store;

  @BeforeEach
  void begin() {
    store = Records.store(folder);
  }

  private static KeptProposal written(Answer answer) {
    assertThat(answer).isInstanceOf(Written.class);
    return ((Written) answer).now();
  }

  private static Proposal.Content content() {
    return new Proposal.Content(
        List.of(
            Proposals.fact(
                """
                {"fact":"certification","at":"2020-11-03","source":{"id":"ga","title":"Georgia"},"unit":"GA","votes":{"biden":2473633,"trump":2461854},"authority":"Secretary of State"}
                """)),
        "the paper",
        Optional.empty());
  }

  private long entries() {
    return store.election(Records.ELECTION).size();
  }

  @Test
  void an_approval_records_the_facts_with_the_proposal_and_the_trail() {
    try (ElectionDesk desk = Records.open(store)) {
      ProposalActs acts = desk.proposals();
      KeptProposal proposed = written(acts.propose(ANN, content()));
      assertThat(entries()).isEqualTo(1);
      KeptProposal now =
          written(acts.act(proposed.filed().id(), BEN, 1, new ProposalAct.Approve()));
      assertThat(now.word()).isEqualTo("recorded");
      assertThat(now.firstEntry()).hasValue(1);
      assertThat(entries()).isEqualTo(2);
      assertThat(acts.find(1)).contains(now);
      assertThat(acts.trail(1, 10))
          .extracting(Trail.Line::act, Trail.Line::account)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("open", ANN),
              org.assertj.core.groups.Tuple.tuple("approve", BEN));
      assertThat(Trail.firstBroken(acts.trail(1, 10))).isEmpty();
    }
  }

  @Test
  void a_source_that_was_described_otherwise_meanwhile_is_the_records() {
    try (ElectionDesk desk = Records.open(store)) {
      ProposalActs acts = desk.proposals();
      Proposal.Content other =
          new Proposal.Content(
              List.of(
                  Proposals.fact(
                      """
                      {"fact":"certification","at":"2020-11-03","source":{"id":"ga","title":"The Secretary of State"},"unit":"NV","votes":{"biden":703486,"trump":669890},"authority":"Supreme Court"}
                      """)),
              "the paper",
              Optional.empty());
      long first = written(acts.propose(ANN, content())).filed().id();
      long second = written(acts.propose(ANN, other)).filed().id();
      written(acts.act(first, BEN, 1, new ProposalAct.Approve()));
      KeptProposal recorded = written(acts.act(second, BEN, 1, new ProposalAct.Approve()));
      assertThat(recorded.word()).isEqualTo("recorded");
      assertThat(entries()).isEqualTo(3);
    }
  }

  @Test
  void whoever_proposed_approves_nothing() {
    try (ElectionDesk desk = Records.open(store)) {
      KeptProposal proposed = written(desk.proposals().propose(ANN, content()));
      Answer answer =
          desk.proposals().act(proposed.filed().id(), ANN, 1, new ProposalAct.Approve());
      assertThat(answer).isInstanceOf(Stayed.class);
      assertThat(entries()).isEqualTo(1);
    }
  }

  @Test
  void the_database_refuses_one_person_twice() {
    try (ElectionDesk desk = Records.open(store)) {
      written(desk.proposals().propose(ANN, content()));
    }
    assertThatThrownBy(
            () ->
                Records.byHand(
                    store,
                    ProposalTables.PROPOSALS,
                    "update proposal set state = 'recorded', first_person = 1,"
                        + " second_person = 1, first_entry = 1, last_entry = 1"))
        .hasRootCauseInstanceOf(SQLException.class)
        .hasStackTraceContaining("constraint");
  }

  @Test
  void two_type_a_paper_blind_and_a_slip_is_found_and_typed_again() {
    try (ElectionDesk desk = Records.open(store)) {
      ProposalActs acts = desk.proposals();
      long id = written(acts.open(ANN, Proposals.PAPER)).filed().id();
      Map<String, String> slip = new TreeMap<>(FIELDS);
      slip.put("/votes/trump", "2461845");
      type(acts, id, BEN, FIELDS);
      KeptProposal differing = type(acts, id, CLEO, slip);
      assertThat(differing.word()).isEqualTo("differing");
      assertThat(acts.trail(1, 100).getLast().body())
          .isEqualTo(
              "{\"differ\":\"1\",\"state\":\"differing\",\"version\":\"%d\"}"
                  .formatted(differing.filed().version()));
      int fields = Proposals.PAPER.fields().size();
      assertThat(acts.typing())
          .extracting(
              TypingScore::typist, TypingScore::papers, TypingScore::fields, TypingScore::differing)
          .containsExactly(tuple(BEN, 1L, (long) fields, 1L), tuple(CLEO, 1L, (long) fields, 1L));
      assertThat(TypingScore.json(acts.typing()))
          .startsWith(
              "{\"items\":[{\"account\":2,\"papers\":1,\"fields\":4,\"differing\":1,\"seconds\":");
      assertThat(differing.filed().due()).containsExactly("/votes/trump");
      Map<String, String> right = Map.of("/votes/trump", "2461854");
      act(acts, id, BEN, new ProposalAct.Retype(right));
      KeptProposal recorded = act(acts, id, CLEO, new ProposalAct.Retype(right));
      assertThat(recorded.word()).isEqualTo("recorded");
      assertThat(entries()).isEqualTo(2);
      assertThat(acts.trail(1, 100).toString()).doesNotContain("24618", "2473633");
    }
    try (ElectionDesk again = Records.open(store)) {
      assertThat(again.proposals().find(1).orElseThrow().word()).isEqualTo("recorded");
    }
  }

  @Test
  void a_paper_with_what_is_no_number_is_not_done() {
    try (ElectionDesk desk = Records.open(store)) {
      ProposalActs acts = desk.proposals();
      long id = written(acts.open(ANN, Proposals.PAPER)).filed().id();
      Map<String, String> slip = new TreeMap<>(FIELDS);
      slip.put("/votes/trump", "2,461,854");
      act(acts, id, BEN, new ProposalAct.Claim());
      KeptProposal saved = act(acts, id, BEN, new ProposalAct.Save(slip));
      Answer answer =
          acts.act(id, BEN, saved.filed().version(), new ProposalAct.Done(Optional.of("so it is")));
      assertThat(answer).isInstanceOf(Unfit.class);
    }
  }

  private static KeptProposal type(
      ProposalActs acts, long id, Account who, Map<String, String> fields) {
    act(acts, id, who, new ProposalAct.Claim());
    act(acts, id, who, new ProposalAct.Save(fields));
    return act(acts, id, who, new ProposalAct.Done(Optional.of("as on the paper")));
  }

  private static KeptProposal act(ProposalActs acts, long id, Account who, ProposalAct act) {
    return written(acts.act(id, who, acts.find(id).orElseThrow().filed().version(), act));
  }

  @Test
  @Timeout(1_800) // of ten thousand rounds, when they are asked for
  void of_two_reviewers_at_once_one_records_and_the_other_is_told() {
    try (ElectionDesk desk = Records.open(store)) {
      ProposalActs acts = desk.proposals();
      for (int round = 0; round < RACES; round++) {
        long before = entries();
        long id = written(acts.propose(ANN, said(round))).filed().id();
        List<Answer> answers = together(acts, id, List.of(BEN, CLEO));
        assertThat(answers).filteredOn(Written.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(Stayed.class::isInstance).hasSize(1);
        assertThat(entries()).isEqualTo(before + 1);
      }
    }
  }

  @Test
  void the_same_approval_many_times_at_once_is_one_entry() {
    try (ElectionDesk desk = Records.open(store)) {
      ProposalActs acts = desk.proposals();
      long id = written(acts.propose(ANN, content())).filed().id();
      List<Account> same = new ArrayList<>();
      for (int i = 0; i < 100; i++) same.add(BEN);
      List<Answer> answers = together(acts, id, same);
      assertThat(answers).filteredOn(Written.class::isInstance).hasSize(1);
      assertThat(entries()).isEqualTo(2);
    }
  }

  /** A word of each round's own second, so that none repeats another. */
  private static Proposal.Content said(int round) {
    return new Proposal.Content(
        List.of(
            Proposals.fact(
                """
                {"fact":"acknowledgement","at":"2020-11-04T%02d:%02d:%02dZ","source":{"id":"s","title":"A list"},"actor":"A government","toward":"none","form":"letter","stance":"waits","waits":"the count"}
                """
                    .formatted(10 + round / 3_600, round / 60 % 60, round % 60))),
        "seen",
        Optional.empty());
  }

  private static List<Answer> together(ProposalActs acts, long id, List<Account> people) {
    CountDownLatch go = new CountDownLatch(1);
    List<CompletableFuture<Answer>> all = new ArrayList<>();
    for (Account who : people) {
      CompletableFuture<Answer> answer = new CompletableFuture<>();
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  go.await();
                  answer.complete(acts.act(id, who, 1, new ProposalAct.Approve()));
                } catch (InterruptedException | RuntimeException failed) {
                  answer.completeExceptionally(failed);
                }
              });
      all.add(answer);
    }
    go.countDown();
    return all.stream().map(CompletableFuture::join).toList();
  }

  @Test
  void a_record_from_before_there_were_proposals_is_taken_over() {
    Tables before = IntakeTables.TABLES;
    store.open(Records.ELECTION, Records.clock(), notice -> {}, before).close();
    try (ElectionDesk desk = Records.open(store)) {
      assertThat(desk.proposals().list(0, 10)).isEmpty();
      written(desk.proposals().propose(ANN, content()));
      assertThat(desk.proposals().list(0, 10)).hasSize(1);
    }
  }

  @Test
  void a_line_of_the_trail_that_was_changed_or_taken_out_shows() {
    try (ElectionDesk desk = Records.open(store)) {
      for (int i = 0; i < 5; i++) written(desk.proposals().propose(ANN, said(i)));
      List<Trail.Line> lines = desk.proposals().trail(1, 10);
      List<Trail.Line> missing = new ArrayList<>(lines);
      missing.remove(2);
      assertThat(Trail.firstBroken(missing)).hasValue(3);
      Trail.Line third = lines.get(2);
      List<Trail.Line> changed = new ArrayList<>(lines);
      changed.set(
          2,
          new Trail.Line(
              third.id(),
              third.at(),
              BEN,
              third.act(),
              third.object(),
              third.body(),
              third.leaf()));
      assertThat(Trail.firstBroken(changed)).hasValue(3);
    }
  }
}
