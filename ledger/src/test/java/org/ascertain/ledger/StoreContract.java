package org.ascertain.ledger;

import static org.ascertain.ledger.Records.append;
import static org.ascertain.ledger.Records.copied;
import static org.ascertain.ledger.Records.fact;
import static org.ascertain.ledger.Records.lines;
import static org.ascertain.ledger.Records.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ascertain.ledger.Ledger.Indexes;
import org.ascertain.ledger.LedgerException.Reason;
import org.ascertain.record.Checkpoint;
import org.ascertain.record.Hash;
import org.ascertain.record.InclusionProof;
import org.ascertain.record.RecordCheck;
import org.ascertain.record.SignedNote;
import org.ascertain.record.SigningKey;
import org.ascertain.record.Trust;
import org.ascertain.record.VerifierKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every store has to do, whatever it keeps its records in. One file: who writes a store reads
 * it from beginning to end.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
public abstract class StoreContract {

  static final String ELECTION = "us-president-2020";

  private static final Tables NOTES =
      new Tables(
          "notes",
          List.of("create table scribbled (text text primary key, first bigint not null)"));

  @TempDir Path folder;

  /** The same store each time that it is asked for in a test. */
  protected abstract Store store();

  /** The folder that belongs to it. */
  protected final Path keysAndSettings() {
    return folder.resolve("data");
  }

  private Ledger open() {
    return store().open(ELECTION, Records.CLOCK, notice -> {});
  }

  @Test
  void an_entry_gets_the_next_index_and_the_time_and_keeps_its_bytes() {
    try (Ledger ledger = open()) {
      assertThat(append(ledger, "a")).isEqualTo(new Indexes(0, 1));
      assertThat(ledger.append(List.of(fact("b"), fact("c")), "b and c").join())
          .isEqualTo(new Indexes(1, 2));
      assertThat(ledger.size()).isEqualTo(3);
      assertThat(lines(ledger))
          .containsExactly(
              "{\"index\":0,\"recorded\":\"2020-12-14T17:00:00Z\",\"recordedBy\":\"7\",\"fact\":\"count-opened\",\"at\":\"2021-01-06\",\"source\":{\"id\":\"desk\",\"title\":\"Desk\"},\"note\":\"a\"}",
              "{\"index\":1,\"recorded\":\"2020-12-14T17:00:00Z\",\"recordedBy\":\"7\",\"fact\":\"count-opened\",\"at\":\"2021-01-06\",\"source\":\"desk\",\"note\":\"b\"}",
              "{\"index\":2,\"recorded\":\"2020-12-14T17:00:00Z\",\"recordedBy\":\"7\",\"fact\":\"count-opened\",\"at\":\"2021-01-06\",\"source\":\"desk\",\"note\":\"c\"}");
    }
  }

  @Test
  void a_record_goes_on_where_it_stopped() {
    try (Ledger ledger = open()) {
      append(ledger, "a");
    }
    try (Ledger ledger = open()) {
      assertThat(append(ledger, "b")).isEqualTo(new Indexes(1, 1));
      assertThat(lines(ledger)).hasSize(2);
    }
  }

  @Test
  void the_same_key_again_gives_the_same_indexes_and_appends_nothing() {
    try (Ledger ledger = open()) {
      append(ledger, "a");
      append(ledger, "b");
      assertThat(append(ledger, "a")).isEqualTo(new Indexes(0, 1));
      assertThat(store().election(ELECTION).appended("b")).contains(new Indexes(1, 1));
      assertThat(store().election(ELECTION).appended("c")).isEmpty();
      assertThat(ledger.size()).isEqualTo(2);
      CompletableFuture<Indexes> one = ledger.append(List.of(fact("c")), "c");
      CompletableFuture<Indexes> again = ledger.append(List.of(fact("c")), "c");
      assertThat(one.join()).isEqualTo(again.join()).isEqualTo(new Indexes(2, 1));
    }
  }

  /** Keys of entries committed alone stand elsewhere at first; no caller can tell. */
  @Test
  void the_key_of_every_entry_that_was_committed_alone_is_known_ever_after() throws Exception {
    int entries = 2_100;
    try (Ledger ledger = open()) {
      for (int i = 0; i < entries; i++) append(ledger, "note " + i);
      assertThat(store().election(ELECTION).appended("note 2099")).contains(new Indexes(2_099, 1));
      assertThat(store().election(ELECTION).appended("note 7")).contains(new Indexes(7, 1));
      assertThat(store().election(ELECTION).appended("note 2100")).isEmpty();
      ledger.append(List.of(fact("one"), fact("two")), "pair").join();
      append(ledger, "last");
    }
    try (Ledger ledger = open()) {
      for (int i : new int[] {0, 999, 1_000, 1_001, 2_000, 2_099})
        assertThat(append(ledger, "note " + i)).isEqualTo(new Indexes(i, 1));
      assertThat(append(ledger, "last")).isEqualTo(new Indexes(entries + 2, 1));
      assertThat(ledger.append(List.of(fact("one"), fact("two")), "pair").join())
          .isEqualTo(new Indexes(entries, 2));
      assertThat(ledger.size()).isEqualTo(entries + 3);
    }
  }

  @Test
  void a_key_is_never_taken_for_another_batch() {
    try (Ledger ledger = open()) {
      append(ledger, "a");
      refusal(Reason.REFUSED, () -> ledger.append(List.of(fact("b")), "a").join())
          .contains("used for another batch");
      assertThat(ledger.size()).isEqualTo(1);
    }
  }

  @Test
  void one_refused_batch_does_not_hold_up_the_others() {
    try (Ledger ledger = open()) {
      CompletableFuture<Indexes> before = ledger.append(List.of(fact("a")), "a");
      CompletableFuture<Indexes> long_ =
          ledger.append(List.of(fact("b"), fact("x".repeat(65_535))), "long");
      CompletableFuture<Indexes> after = ledger.append(List.of(fact("c")), "c");
      assertThat(before.join().first()).isEqualTo(0);
      refusal(Reason.REFUSED, long_::join)
          .isEqualTo("Entry 2 cannot be written: it has 65,663 bytes and the most is 65,535.");
      assertThat(after.join().first()).isEqualTo(1);
    }
  }

  @Test
  void closing_finishes_what_was_accepted_and_refuses_what_comes_later() {
    Ledger ledger = open();
    CompletableFuture<Indexes> accepted = ledger.append(List.of(fact("a")), "a");
    ledger.close();
    assertThat(accepted).isCompletedWithValue(new Indexes(0, 1));
    refusal(Reason.CLOSED, () -> ledger.append(List.of(fact("b")), "b").join()).contains("closed");
  }

  @Test
  void recorded_times_never_fall_when_the_clock_jumps_back_and_a_notice_says_so_once() {
    Deque<Instant> clock =
        new ArrayDeque<>(
            List.of(
                Records.NOON,
                Records.NOON.minusSeconds(3600),
                Records.NOON.minusSeconds(3599),
                Records.NOON.plusSeconds(1),
                Records.NOON));
    List<String> notices = new ArrayList<>();
    try (Ledger ledger = store().open(ELECTION, clock::removeFirst, notices::add)) {
      for (String note : List.of("a", "b", "c", "d")) append(ledger, note);
      assertThat(lines(ledger))
          .extracting(line -> line.replaceAll(".*recorded\":\"([^\"]*)\".*", "$1"))
          .containsExactly(
              "2020-12-14T17:00:00Z",
              "2020-12-14T17:00:00Z",
              "2020-12-14T17:00:00Z",
              "2020-12-14T17:00:01Z");
      assertThat(notices)
          .hasSize(1)
          .first()
          .asString()
          .startsWith("The clock says 2020-12-14T16:00:00Z, before the last entry");
    }
    try (Ledger ledger = store().open(ELECTION, clock::removeFirst, notices::add)) {
      append(ledger, "e");
      assertThat(lines(ledger).getLast()).contains("2020-12-14T17:00:01Z");
      assertThat(notices).as("told again after a start").hasSize(2);
    }
  }

  @Test
  void lines_that_have_their_places_are_copied_byte_for_byte_and_no_mistake_twice() {
    try (Ledger ledger = open()) {
      List<Draft> record = List.of(copied(0, "a"), copied(1, "b"));
      assertThat(ledger.append(record, "1").join()).isEqualTo(new Indexes(0, 2));
      assertThat(ledger.append(record, "2").join()).isEqualTo(new Indexes(0, 2));
      assertThat(ledger.append(List.of(copied(1, "b"), copied(2, "c")), "3").join())
          .isEqualTo(new Indexes(1, 2));
      assertThat(ledger.size()).isEqualTo(3);
      refusal(Reason.REFUSED, () -> ledger.append(List.of(copied(1, "another b")), "4").join())
          .startsWith("Entry 1 is in the record with other content");
      refusal(Reason.REFUSED, () -> ledger.append(List.of(copied(4, "e")), "5").join())
          .isEqualTo("The line of entry 4 cannot follow entry 2.");
      refusal(Reason.REFUSED, () -> ledger.append(List.of(copied(3, "d"), fact("e")), "6").join())
          .contains("either new facts or lines of a record");
      assertThat(ledger.size()).isEqualTo(3);
    }
  }

  @Test
  void a_copied_line_may_not_be_older_than_the_one_before_it() {
    try (Ledger ledger = store().open(ELECTION, () -> Records.NOON.plusSeconds(60), notice -> {})) {
      append(ledger, "a");
      refusal(Reason.REFUSED, () -> ledger.append(List.of(copied(1, "b")), "b").join())
          .isEqualTo(
              "Entry 1 was recorded at 2020-12-14T17:00:01Z, before the entry that precedes it.");
    }
  }

  @Test
  void a_store_knows_the_elections_that_it_has() {
    assertThat(store().elections()).isEmpty();
    assertThat(store().has(ELECTION)).isFalse();
    open().close();
    store().open("us-president-2016", Records.CLOCK, notice -> {}).close();
    assertThat(store().elections()).containsExactly("us-president-2016", ELECTION);
    assertThat(store().has(ELECTION)).isTrue();
    assertThat(store().election(ELECTION).size()).isZero();
  }

  @Test
  void two_ledgers_append_to_one_record_and_each_hears_what_the_other_wrote() {
    try (Ledger one = open();
        Ledger other = open()) {
      List<String> heard = new CopyOnWriteArrayList<>();
      assertThat(one.follow(recorded -> heard.add(note(recorded)))).isZero();
      append(one, "a");
      append(other, "b");
      append(other, "c");
      assertThat(append(one, "d")).isEqualTo(new Indexes(3, 1));
      append(other, "e");
      one.lookForOthers().join();
      assertThat(heard).containsExactly("a", "b", "c", "d", "e");
      assertThat(one.size()).isEqualTo(5);
      assertThat(append(one, "b"))
          .as("a key that the other was given")
          .isEqualTo(new Indexes(1, 1));
    }
    sound(5);
  }

  private static String note(Recorded recorded) {
    return recorded.entry().fact().attestation().note().orElseThrow();
  }

  /** A source is described once in a record, whoever names it first. */
  @Test
  void what_the_other_described_is_not_described_again() {
    try (Ledger one = open();
        Ledger other = open()) {
      one.append(List.of(fact("a", "ap")), "a").join();
      other.append(List.of(fact("b", "ap"), fact("c", "fox")), "b").join();
      one.append(List.of(fact("d", "fox")), "d").join();
      assertThat(lines(one).get(1)).contains("\"source\":\"ap\"");
      assertThat(lines(one).get(3)).contains("\"source\":\"fox\"");
    }
    sound(4);
  }

  @Test
  void a_refused_batch_describes_nothing() {
    try (Ledger ledger = open()) {
      refusal(
          Reason.REFUSED,
          () ->
              ledger
                  .append(List.of(fact("a", "ap"), fact("x".repeat(70_000), "ap")), "long")
                  .join());
      ledger.append(List.of(fact("b", "ap")), "b").join();
      assertThat(lines(ledger)).singleElement().asString().contains("{\"id\":\"ap\"");
    }
    sound(1);
  }

  private void sound(long size) {
    StoredRecord stored = store().election(ELECTION);
    assertThat(stored.size()).isEqualTo(size);
    stored.readChecked(size, (line, index) -> {}, flaw -> assertThat(flaw).isNull());
    assertThat(RecordCheck.verify(ELECTION, size, stored, List.of(), Trust.NONE).flaws()).isEmpty();
  }

  @Test
  void what_is_written_beside_a_batch_is_there_with_it_and_gone_with_it() {
    try (Ledger ledger = store().open(ELECTION, Records.CLOCK, notice -> {}, NOTES)) {
      assertThat(ledger.append(List.of(fact("a")), "a", scribble("a")).join())
          .isEqualTo(new Indexes(0, 1));
      CompletableFuture<Indexes> twice =
          ledger.append(List.of(fact("b", "ap")), "b", scribble("a"));
      CompletableFuture<Indexes> later = ledger.append(List.of(fact("c")), "c");
      refusal(Reason.REFUSED, twice::join).contains("nothing of it was");
      assertThat(later.join()).isEqualTo(new Indexes(1, 1));
      assertThat(ledger.append(List.of(), "alone", scribble("alone")).join())
          .isEqualTo(new Indexes(2, 0));
      assertThat(ledger.append(List.of(), "alone", scribble("alone")).join())
          .as("the same key again")
          .isEqualTo(new Indexes(2, 0));
      assertThat(scribbled()).containsExactly("a 0", "alone 2");
      ledger.append(List.of(fact("d", "ap")), "d").join();
      assertThat(lines(ledger).getLast()).contains("{\"id\":\"ap\"");
    }
    assertThat(store().election(ELECTION).appended("b")).isEmpty();
    try (Ledger ledger = store().open(ELECTION, Records.CLOCK, notice -> {}, NOTES)) {
      assertThat(ledger.append(List.of(fact("a")), "a", scribble("again")).join())
          .as("the same key after a restart")
          .isEqualTo(new Indexes(0, 1));
    }
    assertThat(scribbled()).hasSize(2);
    sound(3);
  }

  private static Beside scribble(String text) {
    return (in, at) -> {
      try (PreparedStatement insert =
          in.prepareStatement("insert into scribbled (text, first) values (?, ?)")) {
        insert.setString(1, text);
        insert.setLong(2, at.first());
        insert.executeUpdate();
      }
    };
  }

  private List<String> scribbled() {
    return store()
        .election(ELECTION)
        .ask(
            of -> {
              List<String> texts = new ArrayList<>();
              try (PreparedStatement select =
                      of.prepareStatement("select text, first from scribbled order by text");
                  ResultSet row = select.executeQuery()) {
                while (row.next()) texts.add(row.getString(1) + " " + row.getLong(2));
              }
              return texts;
            });
  }

  private static Tables newerNotes() {
    return new Tables(
        "notes", List.of(NOTES.scripts().getFirst(), "alter table scribbled add more bigint"));
  }

  private void writtenByTheVersionBefore() {
    try (Ledger ledger = store().open(ELECTION, Records.CLOCK, notice -> {}, NOTES)) {
      append(ledger, "a");
    }
    store().desk(NOTES).close();
  }

  private Path copies() {
    return keysAndSettings().resolve(UpgradeCopy.FOLDER);
  }

  @Test
  void tables_of_the_version_before_are_changed_after_one_copy_of_all() throws IOException {
    writtenByTheVersionBefore();
    assertThat(copies()).doesNotExist();
    Files.createDirectories(copies().resolve("before-upgrade-x.unfinished-999999999")); // killed
    store().desk(newerNotes()).close();
    try (Ledger ledger = store().open(ELECTION, Records.CLOCK, notice -> {}, newerNotes())) {
      assertThat(append(ledger, "b").first()).isEqualTo(1);
    }
    store().open(ELECTION, Records.CLOCK, notice -> {}, newerNotes()).close();
    List<Path> made;
    try (Stream<Path> all = Files.list(copies())) {
      made = all.toList();
    }
    assertThat(made).hasSize(1);
    SqliteStore copy = new SqliteStore(made.getFirst());
    assertThat(copy.election(ELECTION).size()).isEqualTo(1);
    // as the version before goes on with it
    copy.desk(NOTES).close();
    copy.open(ELECTION, Records.CLOCK, notice -> {}, NOTES).close();
  }

  @Test
  void where_no_copy_can_be_made_nothing_is_changed() throws IOException {
    writtenByTheVersionBefore();
    Files.createDirectories(keysAndSettings());
    Files.writeString(copies(), "in the way");
    refusal(Reason.READ_ONLY, () -> store().desk(newerNotes())).contains("Nothing was changed");
    refusal(
            Reason.READ_ONLY,
            () -> store().open(ELECTION, Records.CLOCK, notice -> {}, newerNotes()))
        .contains("older Ascertain", UpgradeCopy.FOLDER);
    store().desk(NOTES).close();
    store().open(ELECTION, Records.CLOCK, notice -> {}, NOTES).close();
    Files.delete(copies());
    store().open(ELECTION, Records.CLOCK, notice -> {}, newerNotes()).close();
  }

  /** What a program did not know before is no change of what is there. */
  @Test
  void tables_that_are_new_need_no_copy() {
    try (Ledger ledger = open()) {
      append(ledger, "a");
    }
    store().open(ELECTION, Records.CLOCK, notice -> {}, NOTES).close();
    assertThat(copies()).doesNotExist();
  }

  @Test
  void tables_of_a_newer_program_are_left_alone() {
    Tables newer =
        new Tables("notes", List.of(NOTES.scripts().getFirst(), "create table more (x bigint)"));
    store().open(ELECTION, Records.CLOCK, notice -> {}, newer).close();
    refusal(Reason.FOREIGN, () -> store().open(ELECTION, Records.CLOCK, notice -> {}, NOTES))
        .contains("newer Ascertain");
  }

  /** What a full heap or stack throws is no exception. */
  @Test
  void nobody_waits_for_ever_for_a_writer_that_met_an_error() {
    try (Ledger ledger = open()) {
      append(ledger, "a");
      CompletableFuture<Indexes> struck =
          ledger.append(
              List.of(fact("b")),
              "b",
              (in, at) -> {
                throw new OutOfMemoryError("planned");
              });
      refusal(Reason.UNKNOWN, struck::join).contains("out of memory");
      assertThat(ledger.state()).isEqualTo(Ledger.State.OPEN);
      assertThat(append(ledger, "c")).isEqualTo(new Indexes(1, 1));
      CompletableFuture<Indexes> fatal =
          ledger.append(
              List.of(fact("d")),
              "d",
              (in, at) -> {
                throw new LinkageError("planned");
              });
      refusal(Reason.UNKNOWN, fatal::join).contains("has stopped");
      assertThat(ledger.state()).isEqualTo(Ledger.State.STOPPED);
      refusal(Reason.CLOSED, () -> append(ledger, "e")).contains("has stopped");
    }
    sound(2);
  }

  @Test
  void one_who_follows_and_fails_harms_nobody() {
    List<String> notices = new CopyOnWriteArrayList<>();
    List<String> heard = new CopyOnWriteArrayList<>();
    try (Ledger ledger = store().open(ELECTION, Records.CLOCK, notices::add)) {
      ledger.follow(
          recorded -> {
            throw new IllegalStateException("planned");
          });
      ledger.follow(recorded -> heard.add(note(recorded)));
      append(ledger, "a");
      append(ledger, "b");
    }
    assertThat(heard).containsExactly("a", "b");
    assertThat(notices).singleElement().asString().contains("is told no more");
  }

  @Test
  void roots_and_proofs_come_from_stored_hashes() {
    int size = 600;
    try (Ledger ledger = open()) {
      Records.appendMany(ledger, 0, 300);
      for (int i = 300; i < size; i++) append(ledger, "note " + i);
    }
    StoredRecord stored = store().election(ELECTION);
    SigningKey key = SigningKey.make("log.example", VerifierKey.Kind.LOG);
    for (int at : new int[] {1, 255, 256, 257, 512, 599, 600}) {
      Hash root = RecordCheck.verify(ELECTION, at, stored, List.of(), Trust.NONE).root();
      assertThat(stored.root(at)).isEqualTo(root);
      SignedNote note = key.sign(new Checkpoint("log.example/" + ELECTION, at, root));
      InclusionProof proof = stored.prove(at - 1, note);
      assertThat(proof.holds()).isTrue();
      assertThat(proof.entry()).isEqualTo(lines(stored).get(at - 1));
    }
  }

  @Test
  void a_state_is_handed_out_for_the_record_that_it_was_made_of_and_no_other() {
    try (Ledger ledger = open()) {
      Records.appendMany(ledger, 0, 300);
      StoredRecord stored = store().election(ELECTION);
      assertThat(stored.state("standing", 1)).isEmpty();
      stored.keepState("standing", new KeptState(1, 280, stored.root(280), new byte[] {1, 2, 3}));
      append(ledger, "more");
      assertThat(stored.state("standing", 1).orElseThrow().content()).containsExactly(1, 2, 3);
      assertThat(stored.state("standing", 1).orElseThrow().size()).isEqualTo(280);
      assertThat(stored.state("standing", 2)).as("another version").isEmpty();
      assertThat(stored.state("standing", 1)).as("thrown away").isEmpty();
      stored.keepState("standing", new KeptState(1, 280, stored.root(279), new byte[0]));
      assertThat(stored.state("standing", 1)).as("of another record").isEmpty();
      stored.keepState("standing", new KeptState(1, 302, stored.root(301), new byte[0]));
      assertThat(stored.state("standing", 1)).as("of more than there is").isEmpty();
    }
  }

  @Test
  void a_record_is_read_on_as_it_grows_from_wherever_one_begins() {
    try (Ledger ledger = open()) {
      ledger.append(List.of(fact("a", "ap"), fact("b", "fox"), fact("c", "ap")), "3").join();
      StoredRecord stored = store().election(ELECTION);
      RecordTail tail = new RecordTail(stored, 2);
      List<String> heard = new ArrayList<>();
      assertThat(tail.read(10, recorded -> heard.add(note(recorded)))).isEqualTo(1);
      assertThat(tail.read(10, recorded -> heard.add(note(recorded)))).isZero();
      ledger.append(List.of(fact("d", "fox"), fact("e", "cnn")), "2").join();
      append(ledger, "f");
      assertThat(tail.read(2, recorded -> heard.add(note(recorded)))).isEqualTo(2);
      assertThat(tail.read(2, recorded -> heard.add(note(recorded)))).isEqualTo(1);
      assertThat(heard).containsExactly("c", "d", "e", "f");
      assertThat(tail.next()).isEqualTo(6);
    }
  }

  @Test
  void a_copy_has_entries_keys_checkpoints_and_what_stands_beside() {
    try (Ledger ledger = store().open(ELECTION, Records.CLOCK, notice -> {}, NOTES)) {
      ledger.append(List.of(fact("a")), "a", scribble("a")).join();
      append(ledger, "b");
      StoredRecord stored = store().election(ELECTION);
      SigningKey key = SigningKey.make("log.example", VerifierKey.Kind.LOG);
      stored.keep(2, key.sign(new Checkpoint("log.example/" + ELECTION, 2, stored.root(2))));
      SqliteStore copies = new SqliteStore(folder.resolve("copy"));
      assertThat(folder.resolve("copy").toFile().mkdir()).isTrue();
      store().copy(ELECTION, copies.file(ELECTION));
      StoredRecord copy = copies.election(ELECTION);
      assertThat(lines(copy)).isEqualTo(lines(stored));
      assertThat(copy.checkpoints()).isEqualTo(stored.checkpoints());
      assertThat(copy.appended("a")).contains(new Indexes(0, 1));
      assertThat(copy.appended("b")).contains(new Indexes(1, 1));
      assertThat(copy.root(2)).isEqualTo(stored.root(2));
    }
  }

  private static final Tables PEOPLE =
      new Tables("people", List.of("create table person (name text primary key)"));

  @Test
  void a_desk_is_no_election_and_two_programs_see_at_once_what_the_other_changed() {
    assertThat(store().hasDesk()).isFalse();
    try (DeskStore one = store().desk(PEOPLE);
        DeskStore other = store().desk(PEOPLE)) {
      assertThat(store().hasDesk()).isTrue();
      assertThat(store().elections()).isEmpty();
      invite(one, "Ada");
      assertThat(people(other)).containsExactly("Ada");
      invite(other, "Bo");
      assertThat(people(one)).containsExactly("Ada", "Bo");
    }
    try (DeskStore desk = store().desk(PEOPLE)) {
      assertThat(people(desk)).containsExactly("Ada", "Bo");
    }
  }

  @Test
  void of_a_change_of_the_desk_that_fails_nothing_is_done() {
    try (DeskStore desk = store().desk(PEOPLE)) {
      assertThatThrownBy(
              () ->
                  desk.change(
                      in -> {
                        add(in, "Ada");
                        throw new IllegalStateException("planted");
                      }))
          .hasMessage("planted");
      assertThat(people(desk)).isEmpty();
      invite(desk, "Bo");
      assertThat(people(desk)).containsExactly("Bo");
    }
  }

  @Test
  void a_copy_of_the_desk_has_what_was_committed() {
    try (DeskStore desk = store().desk(PEOPLE)) {
      invite(desk, "Ada");
      SqliteStore copies = new SqliteStore(folder.resolve("copy"));
      assertThat(folder.resolve("copy").toFile().mkdir()).isTrue();
      store().copyDesk(copies.deskFile());
      try (DeskStore copy = copies.desk(PEOPLE)) {
        assertThat(people(copy)).containsExactly("Ada");
      }
    }
  }

  private static void invite(DeskStore desk, String name) {
    desk.change(in -> add(in, name));
  }

  private static int add(Connection to, String name) throws SQLException {
    try (PreparedStatement insert = to.prepareStatement("insert into person (name) values (?)")) {
      insert.setString(1, name);
      return insert.executeUpdate();
    }
  }

  private static List<String> people(DeskStore desk) {
    return desk.ask(
        of -> {
          List<String> names = new ArrayList<>();
          try (PreparedStatement select =
                  of.prepareStatement("select name from person order by 1");
              ResultSet row = select.executeQuery()) {
            while (row.next()) names.add(row.getString(1));
          }
          return names;
        });
  }
}
