package org.ascertain.standing;

import static org.ascertain.standing.SmallElection.certificate;
import static org.ascertain.standing.SmallElection.on;
import static org.ascertain.standing.SmallElection.returns;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.ascertain.election.Check;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.KnownUnits;
import org.ascertain.election.Problem;
import org.junit.jupiter.api.Test;

/** What stands, who put it right, and what was known before that. */
class KnownFactsTest {

  private static final String EIGHT = "2020-11-03T20:00:00-05:00";
  private static final String NINE = "2020-11-03T21:00:00-05:00";

  private final SmallElection election = new SmallElection();

  /** A record that is amended in every way, and not always rightly. */
  private void amended() {
    election
        .add(returns("PA", "first", EIGHT, 1, 2))
        .add(certificate("GA", "2020-11-20/2020-11-24", 5, 4))
        .correct(1, returns("PA", "first", EIGHT, 3, 2))
        .retract(9)
        .add(returns("PA", "second", NINE, 7, 7))
        .retract(2)
        .correct(2, certificate("GA", "2020-11-24", 6, 4))
        .retract(3)
        .add(certificate("GA", "2020-11-25", 9, 4))
        .correct(9, certificate("GA", "2020-11-25", 9, 5))
        .correct(9, certificate("GA", "2020-11-25", 9, 6))
        .retract(11)
        .retract(9);
  }

  @Test
  void a_history_stays_as_it_was_when_later_entries_amend_it() {
    amended();
    Gathering gathering = History.gather(SmallElection.LAW, KnownUnits.ANY, History.ALL);
    List<History> given = new ArrayList<>();
    for (Entry entry : election.entries()) {
      gathering.add(entry);
      given.add(gathering.history());
    }
    for (int known = 1; known <= given.size(); known++) {
      List<Entry> then = election.entries().subList(0, known);
      History fresh = History.of(then, SmallElection.LAW, History.ALL);
      History kept = given.get(known - 1);
      assertThat(kept.size()).isEqualTo(known);
      assertThat(kept.recorded()).isEqualTo(then);
      assertThat(kept.entries()).isEqualTo(fresh.entries());
      assertThat(kept.besidesReturns()).isEqualTo(fresh.besidesReturns());
      assertThat(kept.bounded()).isEqualTo(fresh.bounded());
      assertThat(kept.sources()).isEqualTo(fresh.sources());
      assertThat(kept.amendments()).isEqualTo(fresh.amendments());
      assertThat(kept.problems(History.ALL)).isEqualTo(fresh.problems(History.ALL));
      assertThat(kept.begin()).isEqualTo(fresh.begin());
      assertThat(kept.end()).isEqualTo(fresh.end());
      assertThat(kept.last()).isEqualTo(fresh.last());
      assertThat(kept.standing()).isEqualTo(fresh.standing());
      assertThat(kept.course().points()).isEqualTo(fresh.course().points());
      assertThat(kept.entry(known)).isEmpty();
      assertThat(kept.entry(known - 1L)).contains(then.getLast());
    }
  }

  @Test
  void an_amendment_names_what_stood_and_what_stands_by_it() {
    amended();
    assertThat(election.history().amendments())
        .extracting(each -> each.by().index() + " of " + each.before().index())
        .containsExactly(
            "3 of 1", "6 of 2", "8 of 3", "10 of 9", "11 of 10", "12 of 11", "13 of 10");
    assertThat(election.history().amendments().get(2).after())
        .as("taking a correction back restores the fact")
        .contains(election.entries().get(1).fact());
    assertThat(election.history().entries()).extracting(Entry::index).containsExactly(1L, 5L);
  }

  @Test
  void what_is_not_in_force_can_not_be_amended_and_the_election_itself_never() {
    election
        .add(certificate("GA", "2020-11-24", 5, 4))
        .retract(0)
        .correct(0, SmallElection.HEADER)
        .retract(9)
        .retract(-1)
        .retract(4)
        .retract(1)
        .retract(1);
    assertThat(election.history().problems(History.ALL))
        .allMatch(problem -> problem.check() == Check.NOT_IN_FORCE)
        .extracting(problem -> problem.index() + " " + problem.path() + ": " + problem.detail())
        .containsExactly(
            "2 retracts: 0 is the election itself, which can be neither corrected nor retracted",
            "3 corrects: 0 is the election itself, which can be neither corrected nor retracted",
            "4 retracts: 9 is not in force",
            "5 retracts: -1 is not in force",
            "6 retracts: 4 is not in force",
            "8 retracts: 1 is not in force");
  }

  @Test
  void a_correction_puts_a_fact_of_the_same_thing_in_place_and_no_amendment() {
    election
        .add(certificate("GA", "2020-11-24", 5, 4))
        .correct(1, new Fact.Retraction(on("2020-11-30"), 1, "twice"))
        .correct(1, new Fact.Correction(on("2020-11-30"), 1, "twice", SmallElection.HEADER))
        .correct(1, SmallElection.HEADER);
    assertThat(election.history().problems(History.ALL))
        .extracting(Problem::check)
        .containsOnly(Check.NOT_ALONE);
    assertThat(election.history().problems(History.ALL))
        .extracting(Problem::detail)
        .containsExactly("a retraction", "a correction", "the record's first entry");
    assertThat(election.history().entries()).extracting(Entry::index).containsExactly(1L);
  }

  @Test
  void what_an_entry_has_become_is_told_as_it_was_known() {
    amended();
    KnownFacts facts = election.history().facts();
    References all = facts.references(Integer.MAX_VALUE);
    assertThat(List.of(all.isCorrection(3), all.isCorrection(10))).containsOnly(true);
    assertThat(List.of(all.isCorrection(1), all.isCorrection(7), all.isCorrection(8)))
        .as("a fact, a correction that does not hold, a retraction")
        .containsOnly(false);
    assertThat(facts.references(3).isCorrection(3)).as("not known yet").isFalse();
    assertThat(facts.references(3).present(1)).isEqualTo(1);
    assertThat(facts.references(4).present(1)).isEqualTo(3);
    assertThat(facts.references(8).present(1)).isEqualTo(3);
    assertThat(facts.references(9).present(1)).as("the correction is taken back").isEqualTo(1);
    assertThat(all.recorded(1)).map(Entry::index).contains(1L);
    assertThat(all.recorded(0)).map(Entry::fact).contains(SmallElection.HEADER);
    assertThat(all.recorded(4)).as("an amendment is no fact").isEmpty();
    assertThat(all.recorded(14)).isEmpty();
    assertThat(all.recorded(-1)).isEmpty();
    assertThat(facts.references(2).recorded(1)).isPresent();
    assertThat(facts.references(2).recorded(2)).isEmpty();
  }

  @Test
  void an_amendment_changes_what_is_told_from_the_earlier_of_both_facts_on() {
    KnownFacts facts = new KnownFacts(SmallElection.HEADER, SmallElection.LAW, KnownUnits.ANY);
    election
        .add(returns("PA", "first", EIGHT, 1, 2))
        .correct(1, returns("PA", "first", NINE, 3, 2))
        .correct(1, returns("PA", "first", EIGHT, 4, 2))
        .retract(1);
    List<Effect> effects = election.entries().stream().map(facts::add).toList();
    long eight = election.entries().get(1).effective();
    assertThat(effects.subList(2, 5))
        .allSatisfy(effect -> assertThat(((Effect.Amended) effect).from()).isEqualTo(eight));
  }
}
