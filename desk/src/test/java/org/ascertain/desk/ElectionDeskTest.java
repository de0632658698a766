package org.ascertain.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
      assertThat(longer.known()).isEqualTo(2);
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
  void a_kept_row_that_is_mended_is_recorded_once() {
    Store store = Records.store(folder);
    try (ElectionDesk desk = Records.open(store)) {
      take(desk, Records.table(TABLE));
      String fact =
          """
          {"fact":"returns","at":"2020-11-04T01:10:00Z","unit":"ME","votes":{"biden":1090,"trump":80},"total":1180}""";
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
