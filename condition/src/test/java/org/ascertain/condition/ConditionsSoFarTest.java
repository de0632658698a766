package org.ascertain.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ascertain.condition.ConditionParser.Parsed;
import org.ascertain.condition.ConditionsSoFar.Cause;
import org.ascertain.condition.ConditionsSoFar.Turned;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Matter;
import org.ascertain.election.Fact.Stance;
import org.ascertain.election.KnownUnits;
import org.ascertain.election.Washington;
import org.ascertain.election.When;
import org.ascertain.standing.History;
import org.junit.jupiter.api.Test;

/** Conditions in the order in which facts become known, whatever that is. */
class ConditionsSoFarTest {

  private static final List<String> ASKED =
      List.of(
          "reported >= 20",
          "reported >= majority",
          "called >= 16",
          "certified >= 20",
          "certified = 20",
          "voted >= 16",
          "voted = 36",
          "ascertained >= 20",
          "counted >= 1",
          "called by AP and Fox",
          "2 of (AP, Fox, NBC) call",
          "called(PA) by AP",
          "declared",
          "in-office",
          "settled",
          "settled(PA)",
          "stage(GA) >= certified",
          "leads(PA)",
          "leads(GA, trump)",
          "popular vote leads",
          "acknowledged by \"Russia\"",
          "conceded",
          "on or after 2020-12-01",
          "deadline CAL.SAFE.1887 passed and leads(PA)",
          "called by AP or certified >= 20");

  private static final String[] TIMES = {
    "2020-11-03T20:00:00-05:00",
    "2020-11-03T21:00:00-05:00",
    "2020-11-04",
    "2020-11-05",
    "2020-11-06T12:00:00-05:00/2020-11-07T12:00:00-05:00",
    "2020-11-20",
    "2020-12-08",
    "2020-12-14",
    "2021-01-06",
    "2021-01-20T12:00:00-05:00"
  };

  private static Condition condition(String text) {
    if (ConditionParser.parse(text, Contest.HEADER, Contest.LAW)
        instanceof Parsed.Understood(var understood)) return understood;
    throw new AssertionError(text);
  }

  private static Contest any(Random random) {
    Contest contest = new Contest();
    if (random.nextBoolean())
      contest.lacking(Matter.CALLS, Matter.CERTIFICATIONS, Matter.ACKNOWLEDGEMENTS);
    for (int i = random.nextInt(25); i >= 0; i--) {
      String at = TIMES[random.nextInt(TIMES.length)];
      String unit = random.nextBoolean() ? "PA" : "GA";
      String person = random.nextBoolean() ? "biden" : "trump";
      String caller = List.of("AP", "Fox", "NBC").get(random.nextInt(3));
      String called = random.nextInt(3) == 0 ? "US" : unit;
      switch (random.nextInt(12)) {
        case 0, 1, 2 -> contest.returns(at, unit, random.nextInt(4), random.nextInt(4));
        case 3, 4 -> contest.call(at, called, caller, person);
        case 5 -> contest.withdrawn(at, called, caller, person);
        case 6 -> contest.certified(at, unit, random.nextInt(4), random.nextInt(4));
        case 7 -> contest.voted(at, unit, person, unit.equals("PA") ? 20 : 16);
        case 8 ->
            contest.acknowledged(
                at,
                random.nextBoolean() ? "Joseph Biden" : "Someone",
                "Russia",
                person,
                random.nextBoolean() ? Stance.CONCEDES : Stance.CONGRATULATES);
        case 9 -> contest.recount(at, "R" + i, unit);
        case 10 -> contest.declared(at, 306, 232);
        default -> contest.oath("2021-01-20T12:00:00-05:00", person);
      }
    }
    return contest;
  }

  /**
   * What is kept up from entry to entry is what the whole of them says, asked anew as of the same
   * moment.
   */
  @Property(tries = 60)
  void after_each_entry_a_condition_holds_for_whom_all_known_so_far_says(@ForAll long seed) {
    Random random = new Random(seed);
    List<Entry> record = any(random).history().recorded();
    long begins = When.parse("2020-11-03").effective();
    long ends = When.parse("2021-01-22").effective();
    long[] clocks =
        IntStream.range(0, record.size())
            .mapToLong(i -> begins + (long) (random.nextDouble() * (ends - begins)))
            .sorted()
            .toArray();
    ConditionsSoFar soFar =
        ConditionsSoFar.beginning(record.getFirst(), Contest.LAW, KnownUnits.ANY);
    Map<String, OpenCondition> open = new LinkedHashMap<>();
    int opened = random.nextInt(record.size());
    for (int i = 1; i < record.size(); i++) {
      if (open.isEmpty() && i >= opened)
        for (String text : ASKED) open.put(text, soFar.open(condition(text)));
      soFar.take(List.of(record.get(i)), clocks[i]);
      if (open.isEmpty() || random.nextInt(3) > 0) continue;
      History known =
          History.of(record.subList(0, i + 1), Contest.LAW, History.ALL).until(clocks[i]);
      if (known.entries().isEmpty()) continue;
      for (String text : ASKED) {
        List<String> holds =
            Evaluation.of(List.of(condition(text)), known, clocks[i]).getFirst().turns().stream()
                .filter(turn -> turn.until().isEmpty())
                .map(Evaluation.Turn::candidate)
                .sorted()
                .toList();
        OpenCondition asked = java.util.Objects.requireNonNull(open.get(text));
        assertThat(soFar.holds(asked).stream().sorted().toList())
            .as(text + " after entry " + i + " of seed " + seed)
            .isEqualTo(holds);
      }
    }
  }

  /** Where facts become known in the order in which they took effect, both tell the same turns. */
  @Property(tries = 40)
  void known_in_the_order_of_effect_the_turns_are_those_of_the_evaluation(@ForAll long seed) {
    History history = any(new Random(seed)).history();
    List<String> asked = new ArrayList<>(ASKED);
    asked.add("leads(PA) steady for P2D");
    asked.add("called by AP else leads(GA) by 2020-12-14");
    for (String text : asked) {
      ConditionsSoFar soFar = ConditionsSoFar.retelling(history);
      OpenCondition open = soFar.open(condition(text));
      List<String> turned = new ArrayList<>();
      long end = When.parse("2021-02-01").effective();
      List<Entry> entries = history.entries();
      for (int i = 0; i < entries.size(); ) {
        int j = i;
        while (j < entries.size() && entries.get(j).effective() == entries.get(i).effective()) j++;
        tell(soFar.take(entries.subList(i, j), entries.get(i).effective()), turned);
        i = j;
      }
      tell(soFar.reach(end), turned);
      List<String> due = new ArrayList<>();
      for (Evaluation.Turn turn :
          Evaluation.of(List.of(condition(text)), history, end).getFirst().turns()) {
        due.add("on " + turn.candidate() + " " + turn.since().moment());
        turn.until().ifPresent(until -> due.add("off " + turn.candidate() + " " + until.moment()));
      }
      assertThat(turned).as(text + " of seed " + seed).containsExactlyInAnyOrderElementsOf(due);
      assertThat(open.condition().toString()).isNotEmpty();
    }
  }

  private static void tell(List<Turned> turns, List<String> to) {
    for (Turned turn : turns)
      to.add((turn.begins() ? "on " : "off ") + turn.candidate() + " " + turn.known());
  }

  @Test
  void a_certificate_recorded_later_than_it_says_turns_a_condition_when_it_is_recorded() {
    List<Entry> record = new Contest().certified("2020-11-24", "PA", 2, 1).history().recorded();
    ConditionsSoFar soFar =
        ConditionsSoFar.beginning(record.getFirst(), Contest.LAW, KnownUnits.ANY);
    soFar.open(condition("certified >= 20"));
    long friday = When.parse("2020-11-27T12:00:00-05:00").effective();
    assertThat(soFar.take(record.subList(1, 2), friday))
        .singleElement()
        .satisfies(
            turned -> {
              assertThat(turned.known()).isEqualTo(friday);
              assertThat(turned.by()).isEqualTo(new Cause.Recorded(record.get(1)));
            });
  }

  @Test
  void a_fact_whose_time_is_to_come_waits_for_the_clock() {
    List<Entry> record = new Contest().call("2020-11-05", "US", "AP", "biden").history().recorded();
    ConditionsSoFar soFar =
        ConditionsSoFar.beginning(record.getFirst(), Contest.LAW, KnownUnits.ANY);
    soFar.open(condition("called by AP"));
    assertThat(soFar.take(record.subList(1, 2), When.parse("2020-11-04").effective())).isEmpty();
    long due = Washington.endOf(java.time.LocalDate.of(2020, 11, 5));
    assertThat(soFar.next()).hasValue(due);
    assertThat(soFar.reach(due)).singleElement().matches(Turned::begins);
  }

  @Test
  void what_comes_and_goes_among_entries_that_became_known_together_is_no_turn() {
    List<Entry> record =
        new Contest()
            .call("2020-11-04", "US", "AP", "biden")
            .withdrawn("2020-11-05", "US", "AP", "biden")
            .history()
            .recorded();
    ConditionsSoFar soFar =
        ConditionsSoFar.beginning(record.getFirst(), Contest.LAW, KnownUnits.ANY);
    soFar.open(condition("called by AP"));
    assertThat(soFar.take(record.subList(1, 3), When.parse("2020-11-06").effective())).isEmpty();
  }
}
