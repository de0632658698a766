package org.ascertain.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ascertain.ledger.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that are laid in a folder. */
@Timeout(60)
class InboxTest {

  private static final String TABLE =
      "unit,at,biden,trump\nVT,2020-11-04T01:00:00Z,100,50\nME,2020-11-04T01:10:00Z,1O,80\n";

  @TempDir private Path folder;

  private Path laid(String name, String text) throws IOException {
    Path in = Files.createDirectories(folder.resolve("in").resolve(Records.ELECTION));
    return Files.writeString(in.resolve(name), text);
  }

  private Inbox inbox(ElectionDesk desk) {
    return new Inbox(
        folder.resolve("in"),
        Optional.empty(),
        id -> id.equals(Records.ELECTION) ? Optional.of(desk) : Optional.empty());
  }

  @Test
  void a_file_is_taken_once_it_has_rested_and_lies_beside_its_answer() throws IOException {
    Store store = Records.store(folder.resolve("data"));
    Path file = laid("night.csv", TABLE);
    try (ElectionDesk desk = Records.open(store)) {
      Inbox inbox = inbox(desk);
      assertThat(inbox.look(0)).isEmpty();
      assertThat(inbox.isWaiting()).isTrue();
      assertThat(inbox.look(1_000)).isEmpty();
      List<Inbox.Answer> answers = inbox.look(2_500);
      assertThat(answers).hasSize(1);
      assertThat(answers.getFirst().isDone()).isTrue();
      assertThat(file).doesNotExist();
      Path done = file.resolveSibling("done");
      assertThat(done.resolve("night.csv")).content().isEqualTo(TABLE);
      assertThat(done.resolve("night.csv.answer.json")).content().contains("\"recorded\":1");
      assertThat(inbox.look(5_000)).isEmpty();
    }
  }

  @Test
  void a_file_that_still_grows_is_left_alone() throws IOException {
    Store store = Records.store(folder.resolve("data"));
    laid("night.csv", TABLE);
    try (ElectionDesk desk = Records.open(store)) {
      Inbox inbox = inbox(desk);
      inbox.look(0);
      laid("night.csv", TABLE + "NH,2020-11-04T01:10:00Z,10,80\n");
      assertThat(inbox.look(2_500)).isEmpty();
      assertThat(inbox.look(5_000)).hasSize(1);
    }
  }

  @Test
  void a_file_that_was_taken_in_before_its_move_gives_the_same_answer_and_nothing_new()
      throws IOException {
    Store store = Records.store(folder.resolve("data"));
    Path file = laid("night.csv", TABLE);
    try (ElectionDesk desk = Records.open(store);
        Body body = Body.of(file)) {
      desk.take(
          new HandedIn(Sender.folder(), Form.TABLE, body, Optional.empty(), Optional.empty()),
          row -> {},
          soFar -> {});
      long size = store.election(Records.ELECTION).size();
      Inbox inbox = inbox(desk);
      inbox.look(0);
      assertThat(inbox.look(2_500).getFirst().isDone()).isTrue();
      assertThat(store.election(Records.ELECTION).size()).isEqualTo(size);
    }
  }

  @Test
  void a_file_that_cannot_be_read_goes_where_failures_lie() throws IOException {
    Store store = Records.store(folder.resolve("data"));
    Path file = laid("night.csv", "county,biden\n");
    try (ElectionDesk desk = Records.open(store)) {
      Inbox inbox = inbox(desk);
      inbox.look(0);
      assertThat(inbox.look(2_500).getFirst().isDone()).isFalse();
      assertThat(file.resolveSibling("failed").resolve("night.csv.answer.json"))
          .content()
          .contains("D103");
    }
  }
}
