package org.ascertain.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ascertain.desk.Ended.Recorded;
import org.ascertain.desk.Filed.Acted;
import org.ascertain.desk.Filed.Made;
import org.ascertain.desk.Filed.NotOpen;
import org.ascertain.desk.ForApproval.Proposed;
import org.ascertain.desk.ProposalAct.Kind;

/** Whatever four people do, in whatever order, nothing is recorded by one of them. */
class ProposalPropertyTest {

  private static final int ACTS = 500;
  private static final List<Kind> KINDS = List.of(Kind.values());

  /** What people did about one proposal. */
  private static final class Night {
    private final Random random;
    private Filed filed;
    private Instant now = Proposals.NOW;
    private final Set<Account> stood = new HashSet<>();

    Night(long seed) {
      random = new Random(seed);
      filed = begun();
    }

    private Filed begun() {
      Filed begun = random.nextBoolean() ? Proposals.proposed() : Proposals.opened();
      stood.clear();
      if (begun.state() instanceof Proposed proposed) stood.add(proposed.by());
      return begun;
    }

    void act() {
      if (filed.state() instanceof Ended) filed = begun();
      if (random.nextInt(10) == 0) now = now.plus(Duration.ofMinutes(random.nextInt(30)));
      Account who = new Account(1 + random.nextInt(4));
      ProposalAct act = any();
      long seen = filed.version() - (random.nextInt(20) == 0 ? 1 : 0);
      Set<Kind> open = filed.open(who, now);
      Filed before = filed;
      Acted acted =
          filed.act(
              who, seen, act, now, content -> Proposals.checked(random.nextInt(5) == 0 ? 1 : 0));
      if (acted instanceof NotOpen) assertThat(open).doesNotContain(act.kind());
      if (!(acted instanceof Made made)) return;
      assertThat(open).contains(act.kind());
      assertThat(seen).isEqualTo(before.version());
      filed = made.now();
      assertThat(filed.version()).isEqualTo(before.version() + 1);
      if (act.kind() == Kind.DONE || act.kind() == Kind.APPROVE) stood.add(who);
      if (filed.state() instanceof Recorded recorded) check(recorded, who);
    }

    private void check(Recorded recorded, Account last) {
      Set<Account> two = new HashSet<>(List.of(recorded.by(), recorded.second()));
      assertThat(two).hasSize(2);
      assertThat(stood).containsAll(two);
      recorded
          .decider()
          .ifPresent(decider -> assertThat(two).doesNotContain(decider).doesNotContain(last));
    }

    private ProposalAct any() {
      return switch (KINDS.get(random.nextInt(KINDS.size()))) {
        case CLAIM -> new ProposalAct.Claim();
        case SAVE -> new ProposalAct.Save(fields(new TreeSet<>(Proposals.PAPER.fields())));
        case DONE -> new ProposalAct.Done(Optional.empty());
        case RETYPE -> new ProposalAct.Retype(fields(filed.due()));
        case DECIDE -> new ProposalAct.Decide(fields(filed.due()));
        case APPROVE -> new ProposalAct.Approve();
        case SEND_BACK -> new ProposalAct.SendBack("look at the date", new TreeSet<>());
        case REFUSE -> new ProposalAct.Refuse("no");
        case PROPOSE -> new ProposalAct.Propose(Proposals.CONTENT);
        case LOOK_AGAIN -> new ProposalAct.LookAgain();
        case WITHDRAW -> new ProposalAct.Withdraw("by mistake");
      };
    }

    private Map<String, String> fields(Set<String> paths) {
      Map<String, String> fields = new TreeMap<>();
      for (String path : paths) fields.put(path, random.nextInt(4) == 0 ? "11" : "12");
      return fields;
    }
  }

  /** A million acts in all. */
  @Property(tries = 2_000)
  void nothing_is_recorded_by_one_person(@ForAll long seed) {
    Night night = new Night(seed);
    for (int i = 0; i < ACTS; i++) night.act();
  }

  @Property(tries = 2_000)
  void nothing_that_is_typed_is_told_before_both_are_done(@ForAll long seed) {
    Random random = new Random(seed);
    String secret = Long.toString(1_000_000 + random.nextInt(1_000_000));
    List<Object> told = new ArrayList<>();
    Filed filed = Proposals.opened();
    Map<String, String> fields = new TreeMap<>();
    for (String path : Proposals.PAPER.fields()) fields.put(path, secret);
    Account first = new Account(1 + random.nextInt(4));
    for (ProposalAct act :
        List.of(
            new ProposalAct.Claim(),
            new ProposalAct.Save(fields),
            new ProposalAct.Done(Optional.empty()))) {
      told.add(act);
      filed =
          Proposals.made(
              filed.act(
                  first, filed.version(), act, Proposals.NOW, content -> Proposals.checked(0)));
      told.add(filed);
    }
    assertThat(told.toString()).doesNotContain(secret);
  }
}
