package org.ascertain.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.ascertain.desk.KeptActs.Acted;
import org.ascertain.desk.KeptRow.Asked;
import org.ascertain.ledger.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a file that is handed in to a record. */
@Timeout(60)
class ElectionDeskTest {

  private static final String TABLE =
      """
      unit,at,biden,trump,total
      VT,2020-11-04T01:00:00Z,100,50,152
      NH,2020-11-04T01:10:00Z,90,80,175
      ME,2020-11-04T01:10:00Z,"1,090",80,1180
      """;

  @TempDir private Path folder;

  private static Intake taken(Taken taken) {
    assertThat(taken).isInstanceOf(Taken.Answered.class);
    return ((Taken.Answered) taken).intake();
  }

  private static Taken take(ElectionDesk desk, HandedIn handed) {
    return desk.take(handed, row -> {}, soFar -> {});
  }

  @Test
  void sound_rows_are_recorded_and_one_that_cannot_be_read_is_kept_aside() {
    Store store = Records.store(folder);
    try (ElectionDesk desk = Records.open(store)) {
      List<RowAnswer> answers = new ArrayList<>();
      Intake intake = taken(desk.take(Records.table(TABLE), answers::add, soFar -> {}));
      assertThat(intake.recorded()).isEqualTo(2);
      assertThat(intake.kept()).isEqualTo(1);
      assertThat(intake.state()).isEqualTo(Intake.State.DONE);
      assertThat(store.election(Records.ELECTION).size()).isEqualTo(3);
      List<KeptRow> kept = desk.kept(Asked.waiting(10));
      assertThat(kept).hasSize(1);
      assertThat(kept.getFirst().raw()).isEqualTo("ME,2020-11-04T01:10:00Z,\"1,090\",80,1180");
      assertThat(kept.getFirst().row()).isEqualTo(3);
      assertThat(answers)
          .anySatisfy(
              row -> assertThat(row.kept()).isEqualTo(OptionalLong.of(kept.getFirst().id())));
    }
  }

  @Test
  void the_same_file_again_gives_the_same_answer_and_records_nothing() {
    Store store = Records.store(folder);
    Intake first;
    List<RowAnswer> before = new ArrayList<>();
    try (ElectionDesk desk = Records.open(store)) {
      first = taken(desk.take(Records.table(TABLE), before::add, soFar -> {}));
      assertThat(taken(take(desk, Records.table(TABLE)))).isEqualTo(first);
    }
    try (ElectionDesk desk = Records.open(store)) {
      List<RowAnswer> again = new ArrayList<>();
      assertThat(taken(desk.take(Records.table(TABLE), again::add, soFar -> {}))).isEqualTo(first);
      assertThat(again).isEqualTo(before);
      assertThat(store.election(Records.ELECTION).size()).isEqualTo(3);
    }
  }

  @Test
  void of_a_longer_file_what_is_new_goes_in() {
    Store store = Records.store(folder);
    try (ElectionDesk desk = Records.open(store)) {
      take(desk, Records.table(TABLE));
      Intake longer =
          taken(take(desk, Records.table(TABLE + "MA,2020-11-04T01:20:00Z,900,800,1750\n")));
      assertThat(longer.known()).as("recorded, or kept aside before").isEqualTo(3);
      assertThat(longer.kept()).isZero();
      assertThat(longer.recorded()).isEqualTo(1);
    }
  }

  @Test
  void the_same_file_under_another_key_is_refused() {
    try (ElectionDesk desk = Records.open(Records.store(folder))) {
      take(desk, Records.handedIn(Form.TABLE, TABLE, Optional.of("a")));
      Taken again = take(desk, Records.handedIn(Form.TABLE, TABLE, Optional.of("b")));
      assertThat(((Taken.Refused) again).why().code()).isEqualTo("D106");
      Taken other = take(desk, Records.handedIn(Form.TABLE, TABLE + "\n", Optional.of("a")));
      assertThat(((Taken.Refused) other).why().code()).isEqualTo("D102");
    }
  }

  @Test
  void a_dry_run_tells_everything_and_writes_nothing() {
    Store store = Records.store(folder);
    try (ElectionDesk desk = Records.open(store)) {
      List<RowAnswer> answers = new ArrayList<>();
      Intake would = taken(desk.dryRun(Records.table(TABLE), answers::add));
      assertThat(would.recorded()).isEqualTo(2);
      assertThat(would.kept()).isEqualTo(1);
      assertThat(answers).isNotEmpty();
      assertThat(store.election(Records.ELECTION).size()).isEqualTo(1);
      assertThat(desk.kept(Asked.waiting(10))).isEmpty();
      assertThat(desk.intakes(Optional.empty(), Long.MAX_VALUE, 10)).isEmpty();
    }
  }

  @Test
  void a_dry_run_holds_each_row_against_those_before_it() {
    try (ElectionDesk desk = Records.open(Records.store(folder))) {
      String falls =
          """
          unit,at,biden,trump
          PA,2020-11-04T03:00:00Z,100000,90000
          PA,2020-11-04T03:10:00Z,50000,40000
          """;
      List<RowAnswer> answers = new ArrayList<>();
      desk.dryRun(Records.table(falls), answers::add);
      assertThat(answers)
          .flatExtracting(RowAnswer::findings)
          .extracting(Told::code)
          .contains("D602");
    }
  }

  @Test
  void a_decision_lets_the_rows_follow_that_fit_then() {
    Store store = Records.store(folder);
    try (ElectionDesk desk = Records.open(store)) {
      take(
          desk,
          Records.table(
              """
              unit,at,biden,trump
              PA,2020-11-04T03:00:00Z,100000,90000
              PA,2020-11-04T03:40:00Z,50000,40000
              PA,2020-11-04T03:50:00Z,50100,40100
              """));
      List<KeptRow> kept = desk.kept(Asked.waiting(10));
      assertThat(kept).hasSize(2);
      KeptActs.Done done =
          (KeptActs.Done)
              desk.acts()
                  .release(
                      kept.getFirst().id(), OptionalLong.of(1), "desk", "A file was taken back");
      assertThat(done.follow()).isEqualTo(1);
      assertThat(desk.kept(Asked.waiting(10))).isEmpty();
      assertThat(store.election(Records.ELECTION).size()).isEqualTo(4);
    }
  }

  @Test
  void an_alert_is_raised_with_the_row_that_could_change_a_winner_and_cleared_with_its_decision() {
    try (ElectionDesk desk = Records.open(Records.store(folder))) {
      take(
          desk,
          Records.table(
              """
              unit,at,biden,trump
              PA,2020-11-04T03:00:00Z,100000,90000
              PA,2020-11-04T03:40:00Z,90000,100000
              """));
      List<Alert> raised = desk.alerts(10);
      assertThat(raised).extracting(Alert::unit).contains("PA");
      assertThat(raised).allMatch(Alert::isOpen);
      long id = desk.kept(Asked.waiting(10)).getFirst().id();
      desk.acts().discard(id, OptionalLong.of(1), "desk", "columns exchanged");
      assertThat(desk.alerts(10)).isNotEmpty().noneMatch(Alert::isOpen);
      assertThat(desk.alerts(10).getLast().why().orElseThrow()).contains("discarded");
    }
  }

  @Test
  void two_who_decide_at_once_record_one_entry() throws Exception {
    Store store = Records.store(folder);
    try (ElectionDesk one = Records.open(store);
        ElectionDesk other = Records.open(store)) {
      take(
          one,
          Records.table(
              """
              unit,at,biden,trump
              PA,2020-11-04T03:00:00Z,100000,90000
              PA,2020-11-04T03:40:00Z,50000,40000
              """));
      long id = one.kept(Asked.waiting(10)).getFirst().id();
      assertOneActs(one, id, () -> other.acts().release(id, OptionalLong.of(1), "2", "it holds"));
      assertThat(store.election(Records.ELECTION).size()).isEqualTo(3);
    }
  }

  @Test
  void of_a_release_and_a_discard_at_once_one_is_told_that_the_row_has_moved_on() throws Exception {
    Store store = Records.store(folder);
    try (ElectionDesk one = Records.open(store);
        ElectionDesk other = Records.open(store)) {
      take(
          one,
          Records.table(
              """
              unit,at,biden,trump
              PA,2020-11-04T03:00:00Z,100000,90000
              PA,2020-11-04T03:40:00Z,50000,40000
              OH,2020-11-04T03:00:00Z,100000,90000
              OH,2020-11-04T03:40:00Z,50000,40000
              MI,2020-11-04T03:00:00Z,100000,90000
              MI,2020-11-04T03:40:00Z,50000,40000
              """));
      for (KeptRow row : one.kept(Asked.waiting(10)))
        assertOneActs(
            one,
            row.id(),
            () -> other.acts().discard(row.id(), OptionalLong.of(1), "2", "it does not"));
    }
  }

  /** A row is released and, at the same time, something else is done with it. */
  private static void assertOneActs(ElectionDesk desk, long row, Supplier<Acted> otherwise)
      throws Exception {
    CompletableFuture<Acted> race =
        CompletableFuture.supplyAsync(
            () -> desk.acts().release(row, OptionalLong.of(1), "1", "it holds"));
    Acted second = otherwise.get();
    assertThat(List.of(race.get(), second))
        .hasAtLeastOneElementOfType(KeptActs.Done.class)
        .hasAtLeastOneElementOfType(KeptActs.MovedOn.class);
  }

  @Test
  void what_another_program_has_recorded_meanwhile_is_held_against_the_next_row() {
    Store store = Records.store(folder);
    try (ElectionDesk one = Records.open(store);
        ElectionDesk other = Records.open(store)) {
      take(one, Records.table("unit,at,biden,trump\nPA,2020-11-04T03:00:00Z,100000,90000\n"));
      Intake second =
          taken(
              take(
                  other,
                  Records.table("unit,at,biden,trump\nPA,2020-11-04T03:40:00Z,50000,40000\n")));
      assertThat(second.kept()).isEqualTo(1);
    }
  }

  @Test
  void a_file_of_which_too_many_rows_fail_is_held_and_goes_on_once_they_are_decided() {
    Store store = Records.store(folder);
    try (ElectionDesk desk = Records.open(store)) {
      StringBuilder table = new StringBuilder("unit,at,biden,trump\n");
      for (int i = 0; i < 1_500; i++)
        table.append(
            "TX/48%03d,2020-11-04T03:%02d:00Z,%s,%d\n"
                .formatted(
                    2 * (i % 250) + 1,
                    i / 250,
                    i < 500 ? "1O" : Integer.toString(1_000 + 37 * (i / 250) + 5 * (i % 250)),
                    900 + 29 * (i / 250) + 3 * (i % 250)));
      Intake held = taken(take(desk, Records.table(table.toString())));
      assertThat(held.state()).isEqualTo(Intake.State.HELD);
      assertThat(held.rows()).isEqualTo(1_000);
      assertThat(taken(take(desk, Records.table(table.toString())))).isEqualTo(held);
      for (KeptRow row : desk.kept(Asked.waiting(2_000)))
        desk.acts().discard(row.id(), OptionalLong.empty(), "desk", "another layout");
      Intake done = taken(take(desk, Records.table(table.toString())));
      assertThat(done.state()).isEqualTo(Intake.State.DONE);
      assertThat(done.rows()).isEqualTo(1_500);
    }
  }

  @Test
  void a_folder_of_the_program_before_gets_the_desks_tables() {
    Store store = Records.store(folder); // its file has never been opened by a desk
    long tables =
        store
            .election(Records.ELECTION)
            .ask(of -> Statements.number(of, "select count(*) from beside where name <> 'ledger'"));
    assertThat(tables).isZero();
    try (ElectionDesk desk = Records.open(store)) {
      assertThat(taken(take(desk, Records.table(TABLE))).recorded()).isEqualTo(2);
    }
  }

  @Test
  void a_kept_row_that_is_mended_is_recorded_once() {
    Store store = Records.store(folder);
    try (ElectionDesk desk = Records.open(store)) {
      take(desk, Records.table(TABLE));
      String fact =
          """
          {"fact":"returns","at":"2020-11-04T01:10:00Z","unit":"ME","votes":{"biden":1090,"trump":80},"total":1180}\
          """;
      long id = desk.kept(Asked.waiting(10)).getFirst().id();
      Acted mended = desk.acts().mend(id, OptionalLong.of(1), "desk", fact, Optional.empty());
      assertThat(mended).isInstanceOf(KeptActs.Done.class);
      KeptRow row = ((KeptActs.Done) mended).row();
      assertThat(row.state()).isEqualTo(KeptRow.State.MENDED);
      assertThat(row.entry()).isEqualTo(OptionalLong.of(3));
      assertThat(desk.kept(id)).contains(row);
      assertThat(desk.acts().mend(id, OptionalLong.of(1), "desk", fact, Optional.empty()))
          .isInstanceOf(KeptActs.MovedOn.class);
      assertThat(store.election(Records.ELECTION).size()).isEqualTo(4);
    }
  }

  /** Else the tally of its unit would be that of another source than the rest of its file. */
  @Test
  void a_row_that_could_not_be_read_is_mended_as_its_senders() {
    String described =
        """
        {"fact":"addition","at":"2020-11-03","source":{"id":"desk","title":"As set up by this desk"},"callers":[{"id":"NBC","name":"NBC News"}]}\
        """;
    Store store = Records.store(folder, described);
    try (ElectionDesk desk = Records.open(store)) {
      String unread = "unit,at,biden,trump\nME,2020-11-04T01:10:00Z,\"1,090\",80\n";
      take(desk, Records.table(unread));
      KeptRow waits = desk.kept(Asked.waiting(10)).getFirst();
      assertThat(waits.unit()).contains("ME");
      assertThat(waits.source()).contains("feed-inbox");
      String fact =
          """
          {"fact":"returns","at":"2020-11-04T01:10:00Z","unit":"ME","votes":{"biden":1090,"trump":80}}\
          """;
      Acted mended = desk.acts().mend(1, OptionalLong.empty(), "desk", fact, Optional.empty());
      assertThat(mended).isInstanceOf(KeptActs.Done.class);
      assertThat(desk.inForce(desk.kept(1).orElseThrow()).orElseThrow().source())
          .isEqualTo("feed-inbox");
      // one that names the desk itself finds the source that the record has described
      take(desk, Records.table(unread.replace("1,090", "1,091")));
      assertThat(
              desk.acts()
                  .mend(
                      2,
                      OptionalLong.empty(),
                      "desk",
                      fact.replace("\"unit\"", "\"source\":\"desk\",\"unit\""),
                      Optional.empty()))
          .isInstanceOf(KeptActs.Done.class);
    }
  }

  @Test
  void what_cannot_be_read_cannot_be_released() {
    try (ElectionDesk desk = Records.open(Records.store(folder))) {
      take(desk, Records.table(TABLE));
      long id = desk.kept(Asked.waiting(10)).getFirst().id();
      assertThat(desk.acts().release(id, OptionalLong.empty(), "desk", "it holds"))
          .isInstanceOf(KeptActs.Unfit.class);
      assertThat(desk.acts().discard(id, OptionalLong.of(1), "desk", "sent again"))
          .isInstanceOf(KeptActs.Done.class);
      assertThat(desk.kept(Asked.waiting(10))).isEmpty();
    }
  }
}
