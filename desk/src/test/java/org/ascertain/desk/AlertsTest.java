package org.ascertain.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.desk.KeptRow.Asked;
import org.ascertain.desk.Weighing.Could;
import org.ascertain.election.Unit;
import org.ascertain.law.Law;
import org.ascertain.ledger.Store;
import org.ascertain.ledger.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What could change a winner, from the row that is put aside to what takes the danger away. */
@Timeout(60)
class AlertsTest {

  private static final String COLUMNS = "unit,at,biden,trump,total\n";

  /** Florida on the night: 20,000 apart. */
  private static final String BEFORE =
      COLUMNS + "FL,2020-11-04T02:00:00Z,5020000,5000000,10020000\n";

  /** 30,000 of the one are the other's: kept aside as an exchange. */
  private static final String EXCHANGED =
      COLUMNS + "FL,2020-11-04T02:05:00Z,4990000,5030000,10020000\n";

  private Store store;

  @BeforeEach
  void store(@TempDir Path folder) {
    store = Records.store(folder);
  }

  private static void take(ElectionDesk desk, String table) {
    assertThat(desk.take(Records.table(table), row -> {}, soFar -> {}))
        .isInstanceOf(Taken.Answered.class);
  }

  private static List<Alert> open(ElectionDesk desk) {
    return desk.alerts(10).stream().filter(Alert::isOpen).toList();
  }

  private static Alert only(ElectionDesk desk) {
    List<Alert> open = open(desk);
    assertThat(open).hasSize(1);
    return open.getFirst();
  }

  private static long kept(ElectionDesk desk) {
    return desk.kept(Asked.waiting(10)).getFirst().id();
  }

  @Test
  void a_row_that_could_change_the_winner_raises_an_alert_as_it_is_put_aside() {
    try (ElectionDesk desk = Records.open(store)) {
      take(desk, BEFORE);
      assertThat(desk.alerts(10)).isEmpty();

      take(desk, EXCHANGED);

      Alert alert = only(desk);
      assertThat(alert.unit()).isEqualTo("FL");
      assertThat(alert.raised()).isEqualTo(Records.NOW);
      assertThat(alert.weighing().margin()).hasValue(20_000);
      assertThat(alert.weighing().kept()).isEqualTo(60_000);
      assertThat(alert.weighing().rows()).containsExactly(kept(desk));
      assertThat(AlertJson.list(List.of(alert)))
          .isEqualTo(
              """
              {"items":[{"id":1,"unit":"FL","raised":"2020-11-04T17:00:00Z","why":"Kept aside: up to 60,000 votes in 1 row; margin: 20,000: it could change who wins.","margin":20000,"kept":60000,"could":"change","rows":[1],"furthest":1}]}""");
    }
  }

  @Test
  void an_alert_is_still_there_when_the_desk_opens_again_and_ends_with_the_row() {
    try (ElectionDesk desk = Records.open(store)) {
      take(desk, BEFORE);
      take(desk, EXCHANGED);
    }
    try (ElectionDesk desk = Records.open(store)) {
      Alert raised = only(desk);

      desk.acts().discard(kept(desk), OptionalLong.empty(), "desk", "sent by mistake");

      assertThat(open(desk)).isEmpty();
      Alert cleared = desk.alerts(10).getFirst();
      assertThat(cleared.id()).isEqualTo(raised.id());
      assertThat(cleared.cleared()).contains(Records.NOW);
      assertThat(cleared.why())
          .contains(
              "Row 1 was discarded: sent by mistake. Margin: 20,000: it cannot change who wins.");
      assertThat(cleared.weighing()).isEqualTo(raised.weighing());
    }
  }

  @Test
  void a_later_row_that_fits_clears_the_alert() {
    try (ElectionDesk desk = Records.open(store)) {
      take(desk, BEFORE);
      take(desk, EXCHANGED);

      take(desk, COLUMNS + "FL,2020-11-04T02:06:00Z,5021000,5001000,10022000\n");

      assertThat(open(desk)).isEmpty();
      assertThat(desk.alerts(10).getFirst().why().orElseThrow())
          .startsWith("Rows of intake 'rows' came. ");
    }
  }

  @Test
  void a_claim_clears_nothing_and_a_release_that_turns_the_lead_does() {
    try (ElectionDesk desk = Records.open(store)) {
      take(desk, BEFORE);
      take(desk, EXCHANGED);
      Alert raised = only(desk);

      desk.acts().claim(kept(desk), OptionalLong.empty(), "desk");
      assertThat(only(desk)).isEqualTo(raised);

      desk.acts().release(1, OptionalLong.empty(), "desk", "confirmed by the source");
      assertThat(open(desk)).isEmpty();
    }
  }

  @Test
  void a_row_that_cannot_change_the_winner_raises_none() {
    try (ElectionDesk desk = Records.open(store)) {
      take(desk, COLUMNS + "FL,2020-11-04T02:00:00Z,5080000,5000000,10080000\n");
      take(desk, COLUMNS + "FL,2020-11-04T02:05:00Z,5050000,5030000,10080000\n");

      assertThat(desk.kept(Asked.waiting(10))).hasSize(1);
      assertThat(desk.alerts(10)).isEmpty();
    }
  }

  private static void facts(ElectionDesk desk, String line) {
    Taken taken =
        desk.take(
            Records.handedIn(Form.LINES, line + "\n", Optional.empty()), row -> {}, soFar -> {});
    assertThat(((Taken.Answered) taken).intake().recorded()).as(taken.toString()).isEqualTo(1);
  }

  private static final String LAWSUIT =
      """
      {"fact":"challenge","at":"2020-11-04T10:00:00Z","id":"fl-1","kind":"lawsuit","name":"A v. B","venue":"a court","units":["FL"],"atStake":20000}""";

  @Test
  void a_challenge_alone_raises_an_alert_and_its_end_clears_it() {
    try (ElectionDesk desk = Records.open(store)) {
      take(desk, BEFORE);
      facts(desk, LAWSUIT);

      assertThat(only(desk).unit()).isEqualTo("FL");
      assertThat(only(desk).weighing().atStake()).hasValue(20_000);
      assertThat(only(desk).weighing().says())
          .isEqualTo("At stake: 20,000; margin: 20,000: it could change who wins.");

      facts(
          desk,
          """
          {"fact":"ruling","at":"2020-11-04T12:00:00Z","challenge":"fl-1","outcome":"Dismissed","final":true}""");
      assertThat(open(desk)).isEmpty();
      assertThat(desk.alerts(10).getFirst().why().orElseThrow())
          .contains("Margin: 20,000: it cannot change who wins.");
    }
  }

  @Test
  void returns_that_widen_a_margin_clear_what_a_challenge_had_raised() {
    try (ElectionDesk desk = Records.open(store)) {
      take(desk, BEFORE);
      facts(desk, LAWSUIT);
    }
    try (ElectionDesk desk = Records.open(store)) {
      assertThat(open(desk)).hasSize(1);
      take(desk, COLUMNS + "FL,2020-11-04T02:06:00Z,5020002,5000000,10020002\n");
      assertThat(open(desk)).isEmpty();
    }
  }

  @Test
  void what_another_program_records_is_weighed_with_the_next_rows() {
    try (ElectionDesk desk = Records.open(store);
        ElectionDesk other = Records.open(store)) {
      take(desk, BEFORE);
      facts(other, LAWSUIT.replace("20000", "20001"));
      take(desk, COLUMNS + "VT,2020-11-04T02:06:00Z,10,20,30\n");
      take(desk, COLUMNS + "FL,2020-11-04T02:06:00Z,5030000,5000000,10030000\n");
      assertThat(open(other)).isEmpty();
    }
  }

  @Test
  void tables_from_before_there_were_alerts_are_taken_over() {
    Tables before =
        new Tables(IntakeTables.TABLES.name(), IntakeTables.TABLES.scripts().subList(0, 1));
    store.open(Records.ELECTION, Records.clock(), notice -> {}, before).close();

    try (ElectionDesk desk = Records.open(store)) {
      assertThat(desk.alerts(10)).isEmpty();
      take(desk, BEFORE);
      take(desk, EXCHANGED);
      assertThat(only(desk).unit()).isEqualTo("FL");
    }
  }

  @Test
  void the_nation_is_alerted_where_the_majority_hangs_on_the_units() {
    // 257 electors for the first with California, New York and these; Florida's 29 make 286.
    StringBuilder states = new StringBuilder(BEFORE);
    long electors = 0;
    for (Unit unit : Law.of(2020).orElseThrow().units()) {
      if (unit.id().equals("FL") || unit.id().contains("-")) continue;
      boolean isFirsts = electors + unit.electors() <= 257;
      if (isFirsts) electors += unit.electors();
      states.append(
          "%s,2020-11-04T06:00:00Z,%s\n"
              .formatted(unit.id(), isFirsts ? "2000,1000,3000" : "1000,2000,3000"));
    }
    try (ElectionDesk desk = Records.open(store)) {
      take(desk, states.toString());
      take(desk, EXCHANGED);

      List<Alert> open = open(desk);
      assertThat(open).extracting(Alert::unit).containsExactly("US", "FL");
      assertThat(open.getFirst().weighing().could()).isEqualTo(Could.CHANGE);
      assertThat(open.getFirst().weighing().margin()).hasValue(electors + 29 - 270);

      desk.acts().discard(1, OptionalLong.empty(), "desk", "sent by mistake");
      assertThat(open(desk)).isEmpty();
      assertThat(desk.alerts(10)).hasSize(2);
    }
  }
}
