package org.ascertain.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ascertain.election.Fact.CountResult;
import org.ascertain.election.Fact.Office;

/** No verdict depends on the order in which independent facts were recorded. */
class OrderPropertyTest {

  private static final List<String> CANDIDATES = List.of("a", "b", "c", "d");

  /** A college in which anything may have happened, with a tie more often than by chance. */
  private static List<Electors> electors(Law law, Random random) {
    List<Electors> electors = new ArrayList<>();
    long entry = 1;
    for (var of : law.entitled().entrySet()) {
      int appointed = of.getValue() - (random.nextInt(20) == 0 ? 1 : 0);
      boolean disputed = random.nextInt(15) == 0;
      Optional<CountResult> result =
          random.nextInt(6) == 0
              ? Optional.of(List.of(CountResult.values()).get(random.nextInt(3)))
              : Optional.empty();
      String one = CANDIDATES.get(random.nextInt(random.nextBoolean() ? 2 : 4));
      String other = CANDIDATES.get(random.nextInt(4));
      electors.add(
          new Electors(
              of.getKey(),
              of.getValue(),
              random.nextInt(9) == 0 ? OptionalInt.empty() : OptionalInt.of(appointed),
              random.nextInt(25) == 0
                  ? Optional.empty()
                  : Optional.of(
                      law.votesForPairs()
                          ? Colleges.pairs(one + " " + appointed + ", z " + appointed)
                          : Colleges.distinct(one + " " + appointed, other + " " + appointed)),
              result,
              Optional.empty(),
              disputed,
              List.of(entry++)));
    }
    return electors;
  }

  @Property(tries = 400)
  void a_verdict_is_the_same_in_whatever_order_the_facts_stand(
      @ForAll @IntRange(min = 1788 / 4, max = 2028 / 4) int quarter, @ForAll long seed) {
    Law law = Law.of(quarter * 4).orElseThrow();
    Random random = new Random(seed);
    List<Electors> electors = electors(law, random);
    List<College.Ballot> ballots = new ArrayList<>();
    for (int ballot = 1; ballot <= 3; ballot++) {
      int states = ContingentElection.states(law.election());
      int some = random.nextInt(states + 1);
      ballots.add(Colleges.house(ballot, "a " + some + ", b " + (states - some)));
      ballots.add(Colleges.senate(ballot, "a " + 2 * some + ", b " + 2 * (states - some)));
    }
    College inOrder = new College(List.copyOf(electors), List.copyOf(ballots));
    Collections.shuffle(electors, random);
    Collections.shuffle(ballots, random);
    College shuffled = new College(electors, ballots);
    assertThat(law.base(shuffled)).isEqualTo(law.base(inOrder));
    for (Office office : Office.values()) {
      assertThat(law.decide(office, shuffled)).isEqualTo(law.decide(office, inOrder));
      assertThat(law.eligible(office, shuffled)).isEqualTo(law.eligible(office, inOrder));
    }
  }
}
