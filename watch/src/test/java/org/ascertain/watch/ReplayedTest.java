package org.ascertain.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ascertain.archive.Archive;
import org.ascertain.condition.Condition;
import org.ascertain.condition.ConditionParser;
import org.ascertain.condition.ConditionParser.Parsed;
import org.ascertain.condition.ConditionsSoFar.Cause;
import org.ascertain.election.Caller;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Votes;
import org.ascertain.election.Washington;
import org.ascertain.election.When;
import org.ascertain.law.Law;
import org.ascertain.record.RecordReader;
import org.ascertain.standing.History;
import org.ascertain.standing.Rung;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Turns in the order in which facts became known, in elections that happen again. */
@Timeout(120)
class ReplayedTest {

  private static final String MARKET = "called by AP and Fox and NBC else in-office by 2021-01-20";

  private static final History OF_2020 = history("2020");

  private static History history(String year) {
    try (InputStream in = Archive.open(Archive.find(year).orElseThrow()).orElseThrow()) {
      var entries = RecordReader.read(in).entries();
      Law law = Law.of(History.header(entries).orElseThrow()).orElseThrow();
      return History.of(entries, law, Archive.knownUnits(), History.ALL);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Turn> turns(History history, String condition) {
    return turns(history, List.of(condition));
  }

  /** The turns of several watches, each called as its condition is written. */
  private static List<Turn> turns(History history, List<String> conditions) {
    Map<String, Condition> watches = new LinkedHashMap<>();
    for (String condition : conditions)
      if (ConditionParser.parse(condition, history.header(), history.law())
          instanceof Parsed.Understood(var understood)) watches.put(condition, understood);
    assertThat(watches).hasSameSizeAs(conditions);
    List<Turn> turns = new ArrayList<>();
    Replayed.tell(history, watches, Washington.endOf(Washington.day(history.end())), turns::add);
    return turns;
  }

  private static List<String> told(History history, String condition) {
    return turns(history, condition).stream()
        .map(
            turn ->
                turn.edge().word()
                    + " "
                    + turn.candidate()
                    + " "
                    + new When.AtMoment(Washington.at(turn.known()))
                    + (turn.by() instanceof Cause.Recorded(var entry)
                        ? " by " + entry.index()
                        : " by the clock"))
        .toList();
  }

  @Test
  void the_rule_of_the_market_turns_on_once() {
    assertThat(told(OF_2020, MARKET)).containsExactly("on biden 2020-11-07T11:40:00-05:00 by 7976");
  }

  @Test
  void the_rule_of_the_market_rests_on_each_of_the_three_calls() {
    assertThat(turns(OF_2020, MARKET).getFirst().rests())
        .extracting(entry -> ((Fact.Call) entry.fact()).caller())
        .containsExactlyInAnyOrder("AP", "Fox", "NBC");
    assertThat(turns(history("2000"), "called(FL) by NBC").get(2).rests())
        .as("a call that was taken back before is none")
        .hasSize(1);
  }

  @Test
  void a_majority_that_has_voted_rests_on_the_votes_of_each_state_that_is_part_of_it() {
    Turn turn = turns(OF_2020, "voted >= majority").getFirst();
    assertThat(turn.by()).isEqualTo(new Cause.Recorded(turn.rests().getFirst()));
    assertThat(turn.rests()).allMatch(entry -> entry.fact() instanceof Fact.ElectorVotes);
    assertThat(
            turn.rests().stream()
                .map(entry -> ((Fact.ElectorVotes) entry.fact()).ballots())
                .mapToLong(
                    votes -> ((Fact.Ballots.Distinct) votes).president().count("biden").orElse(0))
                .peek(electors -> assertThat(electors).isPositive())
                .sum())
        .isBetween(270L, 306L);
  }

  @Test
  void a_turn_rests_on_what_holds_and_not_on_what_is_asked_beside_it() {
    Turn turn =
        turns(
                OF_2020,
                "acknowledged by \"Slovenia\" and not called by AP"
                    + " and (leads(SD) or declared or voted >= 1)")
            .getFirst();
    assertThat(turn.candidate()).isEqualTo("trump");
    assertThat(turn.rests().getFirst().fact()).isInstanceOf(Fact.Acknowledgement.class);
    assertThat(turn.rests()).extracting(Entry::index).doesNotHaveDuplicates();
    assertThat(turn.rests().subList(1, turn.rests().size()))
        .isNotEmpty()
        .allMatch(
            entry ->
                entry.fact() instanceof Fact.Returns returns && returns.unit().startsWith("SD"));
  }

  @Test
  void a_majority_has_voted_when_california_has() {
    assertThat(told(OF_2020, "voted >= majority"))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("on biden 2020-12-14T17:3");
  }

  @Test
  void one_government_acknowledged_after_the_electors_voted_and_another_before_anything() {
    assertThat(
            told(OF_2020, "acknowledged by \"Russia\" and voted >= majority and not counted >= 1"))
        .first()
        .asString()
        .startsWith("on biden 2020-12-15");
    String slovenia = "acknowledged by \"Slovenia\"";
    List<String> official = new ArrayList<>();
    for (Caller caller : OF_2020.header().callers()) official.add("called by " + caller.id());
    official.add("called >= majority");
    for (Rung rung : EnumSet.range(Rung.CERTIFIED, Rung.COUNTED))
      official.add(rung.word() + " >= 1");
    official.addAll(List.of("settled", "declared", "in-office"));
    List<Turn> turns =
        turns(OF_2020, Stream.concat(Stream.of(slovenia), official.stream()).toList());
    assertThat(turns.getFirst().watch()).isEqualTo(slovenia);
    assertThat(told(OF_2020, slovenia).getFirst()).startsWith("on trump 2020-11-04");
    assertThat(turns.stream().map(Turn::watch))
        .as("all of them turned, and only afterwards")
        .containsAll(official);
  }

  @Test
  void what_is_known_to_the_day_or_about_an_hour_is_told_no_more_precisely() {
    Turn day = turns(OF_2020, "acknowledged by \"Russia\"").getFirst();
    assertThat(day.knownAs()).hasToString("2020-12-15");
    Turn about = turns(OF_2020, "voted >= majority").getFirst();
    assertThat(about.knownAs()).hasToString("2020-12-14T17:30:00-05:00");
    assertThat(about.isKnownAbout()).isTrue();
    assertThat(about.isSinceAbout()).isTrue();
    Turn moment = turns(OF_2020, MARKET).getFirst();
    assertThat(moment.knownAs()).hasToString("2020-11-07T11:40:00-05:00");
    assertThat(moment.isKnownAbout()).isFalse();
  }

  @Test
  void in_the_night_of_2000_a_call_came_went_and_came_with_three_ids() {
    List<Turn> turns = turns(history("2000"), "called(FL) by NBC");
    assertThat(turns.stream().map(turn -> turn.edge().word() + " " + turn.candidate()))
        .containsExactly("on gore", "off gore", "on bush", "off bush");
    assertThat(turns.stream().map(Turn::id)).doesNotHaveDuplicates();
    assertThat(turns.stream().map(Turn::seq)).containsExactly(1, 2, 3, 4);
    assertThat(turns).isSortedAccordingTo(Comparator.comparingLong(Turn::known));
  }

  @Test
  void in_2000_the_concession_came_was_taken_back_and_came_again() {
    History of2000 = history("2000");
    assertThat(told(of2000, "conceded"))
        .containsExactly(
            "on bush 2000-11-08T02:45:00-05:00 by 327",
            "off bush 2000-11-08T03:45:00-05:00 by 328",
            "on bush 2000-12-13T21:00:00-05:00 by 329");
    assertThat(turns(of2000, "conceded").get(2).rests())
        .as("the one that was taken back is none")
        .hasSize(1);
  }

  @Test
  void a_length_of_time_spares_what_is_undone_before_it_is_over() {
    List<String> leads =
        Stream.of("NE", "PA", "GA", "VA").map(unit -> "leads(" + unit + ", biden)").toList();
    String steady = " steady for PT10M";
    List<Turn> all =
        turns(OF_2020, leads.stream().flatMap(lead -> Stream.of(lead, lead + steady)).toList());
    List<Duration> spared = new ArrayList<>();
    for (String lead : leads) {
      List<Turn> plain = all.stream().filter(turn -> turn.watch().equals(lead)).toList();
      List<Long> lasting = new ArrayList<>();
      for (int i = 0; i < plain.size(); i += 2) {
        long since = plain.get(i).known();
        long until = i + 1 < plain.size() ? plain.get(i + 1).known() : Long.MAX_VALUE;
        Duration lasts = Duration.ofNanos(until - since);
        if (lasts.compareTo(Duration.ofMinutes(10)) > 0)
          lasting.add(since + Duration.ofMinutes(10).toNanos());
        else spared.add(lasts);
      }
      assertThat(
              all.stream()
                  .filter(turn -> turn.watch().equals(lead + steady))
                  .filter(turn -> turn.edge() == Turn.Edge.ON)
                  .map(Turn::known))
          .as(lead)
          .containsExactlyElementsOf(lasting);
    }
    assertThat(spared).as("leads that were undone within ten minutes").isNotEmpty();
  }

  /** As the feed had it at 19:47 on 6 November, with the two candidates' whole votes exchanged. */
  @Test
  void an_exchange_in_nebraska_that_is_put_right_after_three_minutes_turns_nothing_steady() {
    List<Entry> record = new ArrayList<>(OF_2020.recorded());
    Entry row = record.get(7_900);
    Votes right = ((Fact.Returns) record.get(7_901).fact()).votes();
    Votes exchanged =
        Votes.of(
            List.of("biden", "trump"),
            right.count("trump").orElseThrow(),
            right.count("biden").orElseThrow());
    Fact wrong = Fact.Returns.of(row.fact().attestation(), "NE", exchanged);
    record.set(7_900, new Entry(row.index(), row.recorded(), row.recordedBy(), wrong));
    History history = History.of(record, OF_2020.law(), Archive.knownUnits(), History.ALL);
    String lead = "leads(NE, biden) and on or after 2020-11-06";
    assertThat(told(history, lead))
        .containsExactly(
            "on biden 2020-11-06T19:47:07-05:00 by 7900",
            "off biden 2020-11-06T19:50:26-05:00 by 7901");
    assertThat(told(history, "(" + lead + ") steady for PT10M")).isEmpty();
  }

  /** How often conditions are asked while 2020 is told, and how many turns that gives. */
  private static long asked(int watchers, String condition, List<Turn> turns) {
    if (!(ConditionParser.parse(condition, OF_2020.header(), OF_2020.law())
        instanceof Parsed.Understood(var understood))) throw new AssertionError(condition);
    WatchedElection election = WatchedElection.retelling(OF_2020);
    for (int i = 0; i < watchers; i++) turns.addAll(election.add("watch " + i, understood));
    for (Entry entry : OF_2020.besidesReturns())
      turns.addAll(election.take(List.of(entry), entry.effective()));
    return election.asked();
  }

  @ParameterizedTest
  @ValueSource(strings = {MARKET, "voted >= majority", "called(FL) by AP or settled(FL)"})
  void ten_thousand_who_wait_for_the_same_cost_as_much_to_ask_as_one(String condition) {
    List<Turn> one = new ArrayList<>();
    List<Turn> many = new ArrayList<>();
    assertThat(asked(10_000, condition, many)).isEqualTo(asked(1, condition, one));
    assertThat(one).isNotEmpty();
    assertThat(many).hasSize(10_000 * one.size());
    assertThat(many.stream().map(Turn::id)).doesNotHaveDuplicates();
  }

  @Test
  void whoever_begins_to_wait_after_the_day_of_an_else_is_asked_apart() {
    WatchedElection election = WatchedElection.retelling(OF_2020);
    List<Turn> turns = new ArrayList<>();
    if (!(ConditionParser.parse(
            "voted >= 400 else voted >= majority by 2020-12-20", OF_2020.header(), OF_2020.law())
        instanceof Parsed.Understood(var condition))) throw new AssertionError();
    turns.addAll(election.add("before", condition));
    turns.addAll(election.add("before too", condition));
    for (Entry entry : OF_2020.besidesReturns())
      turns.addAll(election.take(List.of(entry), entry.effective()));
    assertThat(turns).extracting(Turn::watch).containsExactly("before", "before too");
    assertThat(election.holds("before")).isEqualTo(List.of("biden"));
    long asked = election.asked();
    turns.addAll(election.add("after", condition));
    assertThat(election.asked()).as("opened by itself").isEqualTo(asked + 1);
  }

  @Test
  void every_named_meaning_is_understood_in_each_of_the_last_elections() {
    for (Meaning each : Meaning.all(OF_2020.law())) {
      if (!(ConditionParser.parse(each.condition(), OF_2020.header(), OF_2020.law())
          instanceof Parsed.Understood(var condition))) throw new AssertionError(each);
      assertThat(PastElections.of(condition, 2020, 2))
          .as(each.name())
          .allMatch(past -> past.answer().isPresent());
    }
  }
}
