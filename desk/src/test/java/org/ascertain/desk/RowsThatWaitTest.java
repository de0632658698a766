package org.ascertain.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.ascertain.desk.KeptRow.Asked;
import org.ascertain.ledger.Draft;
import org.ascertain.ledger.Ledger;
import org.ascertain.ledger.Store;
import org.ascertain.ledger.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What later rows tell of one that is kept aside. */
@Timeout(60)
class RowsThatWaitTest {

  private static final String COLUMNS = "unit,at,biden,trump,total\n";

  /** Nebraska on 7 November 2020: three minutes in which two columns were exchanged. */
  private static final String BEFORE = COLUMNS + "NE,2020-11-04T05:44:00Z,362038,544150,926348\n";

  private static final String EXCHANGED =
      COLUMNS + "NE,2020-11-04T05:47:07Z,338193,579968,940208\n";
  private static final String PUT_RIGHT =
      COLUMNS + "NE,2020-11-04T05:50:26Z,367930,550231,940208\n";

  private Store store;

  @BeforeEach
  void store(@TempDir Path folder) {
    store = Records.store(folder);
  }

  private static Intake take(ElectionDesk desk, String table) {
    Taken taken = desk.take(Records.table(table), row -> {}, soFar -> {});
    assertThat(taken).isInstanceOf(Taken.Answered.class);
    return ((Taken.Answered) taken).intake();
  }

  private static KeptRow row(ElectionDesk desk, long id) {
    return desk.kept(id).orElseThrow();
  }

  private static String codes(List<Told> findings) {
    return String.join(
        " ",
        findings.stream()
            .filter(each -> !each.severity().equals(Severity.NOTE.word()))
            .map(Told::code)
            .toList());
  }

  @Test
  void the_row_after_shows_that_columns_were_exchanged_and_leaves_the_one_that_waits_behind() {
    try (ElectionDesk desk = Records.open(store)) {
      take(desk, BEFORE);
      take(desk, EXCHANGED);
      assertThat(codes(row(desk, 1).findings())).isEqualTo("D605");
      assertThat(row(desk, 1).since()).isEqualTo(KeptRow.Since.NOTHING);

      assertThat(take(desk, PUT_RIGHT).recorded()).isEqualTo(1);

      KeptRow exchanged = row(desk, 1);
      assertThat(codes(exchanged.since().shown())).isEqualTo("D604");
      assertThat(exchanged.since().shown().getFirst().says())
          .contains("Biden +29,737", "Trump -29,737");
      assertThat(exchanged.since().overtaken()).contains(Records.NOW);
      assertThat(exchanged.state().waits()).as("nothing is decided for anybody").isTrue();
      assertThat(KeptJson.row(exchanged, Optional.empty(), List.of()))
          .contains("\"overtaken\":\"2020-11-04T17:00:00Z\"", "\"shown\":[{\"code\":\"D604\"");
      assertThat(
              desk.kept(
                  new Asked(
                      Optional.empty(),
                      Optional.empty(),
                      Optional.of("D604"),
                      Optional.empty(),
                      OptionalLong.empty(),
                      0,
                      10)))
          .containsExactly(exchanged);
    }
  }

  @Test
  void it_is_the_same_in_one_file_and_after_the_desk_was_opened_again() {
    String all = BEFORE + EXCHANGED.substring(COLUMNS.length());
    try (ElectionDesk desk = Records.open(store)) {
      take(desk, all + PUT_RIGHT.substring(COLUMNS.length()));
      assertThat(codes(row(desk, 1).since().shown())).isEqualTo("D604");
      assertThat(row(desk, 1).since().overtaken()).isPresent();
    }
    try (ElectionDesk desk = Records.open(store)) {
      take(desk, BEFORE.replace("NE", "KS"));
      take(desk, EXCHANGED.replace("NE", "KS"));
    }
    try (ElectionDesk desk = Records.open(store)) {
      take(desk, PUT_RIGHT.replace("NE", "KS"));
      assertThat(row(desk, 2).unit()).contains("KS");
      assertThat(codes(row(desk, 2).since().shown())).isEqualTo("D604");
      assertThat(row(desk, 2).since().overtaken()).isPresent();
    }
  }

  private static final String FALLS =
      COLUMNS
          + """
          PA,2020-11-04T02:00:00Z,100000,90000,190000
          PA,2020-11-04T03:00:00Z,50000,40000,90000
          PA,2020-11-04T03:10:00Z,50100,40100,90200
          PA,2020-11-04T03:20:00Z,50200,40200,90400
          """;

  @Test
  void rows_that_only_follow_one_that_waits_name_it() {
    try (ElectionDesk desk = Records.open(store)) {
      take(desk, FALLS);

      assertThat(row(desk, 1).since().isOwn()).isTrue();
      assertThat(row(desk, 1).since().followers()).isEqualTo(2);
      assertThat(row(desk, 2).since().follows()).hasValue(1);
      assertThat(row(desk, 3).since().follows()).hasValue(1);
    }
    try (ElectionDesk desk = Records.open(store)) {
      take(desk, COLUMNS + "PA,2020-11-04T03:30:00Z,50300,40300,90600\n");
      assertThat(row(desk, 4).since().follows()).hasValue(1);

      desk.acts().release(1, OptionalLong.empty(), "desk", "a file was taken back");
      assertThat(desk.kept(Asked.waiting(10))).as("all of them fit then").isEmpty();
    }
  }

  /** Else the release of the one between would bring figures back that its source has left. */
  @Test
  void a_row_that_goes_back_to_the_record_while_another_waits_is_an_entry() {
    try (ElectionDesk desk = Records.open(store)) {
      String back = "PA,2020-11-04T03:30:00Z,100000,90000,190000\n";
      take(desk, FALLS.lines().limit(3).collect(Collectors.joining("\n", "", "\n")));
      assertThat(take(desk, COLUMNS + back).recorded()).isEqualTo(1);
      assertThat(row(desk, 1).since().overtaken()).isPresent();

      desk.acts().release(1, OptionalLong.empty(), "desk", "it was so");

      assertThat(desk.inForce(row(desk, 1)).orElseThrow().total()).hasValue(190_000);
      assertThat(take(desk, COLUMNS + back.replace("03:30", "03:40")).known()).isEqualTo(1);
    }
  }

  @Test
  void a_row_whose_leader_was_discarded_waits_for_its_own_decision() {
    try (ElectionDesk desk = Records.open(store)) {
      take(desk, FALLS);
      desk.acts().discard(1, OptionalLong.empty(), "desk", "sent by mistake");
      assertThat(desk.kept(Asked.waiting(10))).hasSize(2).allMatch(each -> each.since().isOwn());
    }
  }

  @Test
  void a_row_with_a_fault_of_its_own_does_not_follow() {
    try (ElectionDesk desk = Records.open(store)) {
      take(desk, FALLS);
      take(desk, COLUMNS + "PA,2020-11-04T03:40:00Z,20000,10000,30000\n");
      assertThat(row(desk, 4).since().isOwn()).isTrue();
    }
  }

  @Test
  void a_longer_file_lays_no_row_before_a_person_twice() {
    try (ElectionDesk desk = Records.open(store)) {
      String unread = "ME,2020-11-04T01:10:00Z,\"1,090\",80,1180\n";
      take(desk, FALLS + unread);
      assertThat(desk.kept(Asked.waiting(10))).hasSize(4);

      Intake longer = take(desk, FALLS + unread + "VT,2020-11-04T01:00:00Z,100,50,152\n");

      assertThat(longer.recorded()).isEqualTo(1);
      assertThat(longer.known()).isEqualTo(5);
      assertThat(longer.kept()).isZero();
      assertThat(desk.kept(Asked.waiting(10))).hasSize(4);
    }
  }

  @Test
  void what_a_person_has_left_out_stays_out_when_it_comes_again() {
    try (ElectionDesk desk = Records.open(store)) {
      take(desk, FALLS);
      desk.acts().discard(1, OptionalLong.empty(), "desk", "sent by mistake");
      desk.acts().release(2, OptionalLong.empty(), "desk", "it holds");
      long size = store.election(Records.ELECTION).size();

      Intake again = take(desk, FALLS + "VT,2020-11-04T01:00:00Z,100,50,152\n");

      assertThat(again.known()).isEqualTo(4);
      assertThat(store.election(Records.ELECTION).size()).isEqualTo(size + 1);
    }
  }

  @Test
  void a_row_that_the_record_has_by_another_is_not_recorded_twice() {
    try (ElectionDesk desk = Records.open(store)) {
      take(desk, FALLS);
      try (Ledger other = store.open(Records.ELECTION, Records.clock(), notice -> {})) {
        Draft same = new Draft.Fresh("1", row(desk, 2).read().orElseThrow());
        other.append(List.of(same), "by another program").join();
      }
      long size = store.election(Records.ELECTION).size();

      desk.acts().release(2, OptionalLong.empty(), "desk", "it holds");

      assertThat(row(desk, 2).state()).isEqualTo(KeptRow.State.RELEASED);
      assertThat(row(desk, 2).entry()).isEmpty();
      assertThat(store.election(Records.ELECTION).size())
          .as("the row after it, which fits now")
          .isEqualTo(size + 1);
    }
  }

  @Test
  void rows_that_a_program_before_kept_aside_are_taken_over() {
    Tables before =
        new Tables(IntakeTables.TABLES.name(), IntakeTables.TABLES.scripts().subList(0, 2));
    try (Ledger ledger = store.open(Records.ELECTION, Records.clock(), notice -> {}, before)) {
      ledger
          .append(
              List.of(),
              "a row",
              (in, at) -> {
                try (Statement insert = in.createStatement()) {
                  insert.executeUpdate(
                      """
                      insert into kept (id, intake, row, raw, fact, unit, source, moment, findings, state, version)
                      values (1, 9, 1, 'a row', '{"fact":"returns","at":"2020-11-04T05:47:07Z","source":{"id":"folder","title":"rows"},"unit":"NE","votes":{"biden":338193,"trump":579968},"total":940208}', 'NE', 'folder', 1604468827000000000, '[]', 'open', 1)
                      """);
                }
              })
          .join();
    }
    try (ElectionDesk desk = Records.open(store)) {
      assertThat(row(desk, 1).since()).isEqualTo(KeptRow.Since.NOTHING);
      take(desk, PUT_RIGHT.replace("total\n", "total,source\n").replace("940208\n", "940208,s\n"));
      assertThat(row(desk, 1).since().overtaken()).as("another source").isEmpty();
      desk.acts().release(1, OptionalLong.empty(), "desk", "it holds");
      assertThat(row(desk, 1).state()).isEqualTo(KeptRow.State.RELEASED);
    }
  }
}
