package org.ascertain.record;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedLogTest {

  /** Two full tiles and a partial one, and a partial tile above them. */
  private static final int SIZE = 600;

  private static final Instant TIME = Instant.parse("2020-12-14T22:00:00Z");

  @TempDir private Path folder;

  private List<byte[]> entries = new ArrayList<>();

  @BeforeEach
  void publish() {
    entries = Logs.entries(SIZE);
    Logs.publish(folder, entries);
  }

  private Verification verify(Trust trust) {
    return PublishedLog.verify(new LogFolder(folder), trust);
  }

  private Path file(String path) {
    return folder.resolve(path);
  }

  private void republish(List<byte[]> altered) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) Files.delete(file);
    }
    Logs.publish(folder, altered);
  }

  @Test
  void an_unaltered_log_is_proven() {
    Verification verification = verify(Logs.TRUST);
    assertThat(verification.flaws()).isEmpty();
    assertThat(verification.holds()).isTrue();
    assertThat(verification.size()).isEqualTo(SIZE);
    assertThat(verification.root()).isEqualTo(Logs.root(entries));
    assertThat(verification.proven())
        .containsExactly(
            "the checkpoint is signed by " + Logs.ORIGIN,
            "all 600 entries give the root of the checkpoint");
  }

  @Test
  void without_a_key_it_is_consistent_and_not_proven() {
    Verification verification = verify(Trust.NONE);
    assertThat(verification.holds()).isFalse();
    assertThat(verification.flaws()).isEmpty();
    assertThat(verification.summary()).isEqualTo("consistent, signature not checked");
  }

  @Test
  void a_pinned_root_vouches_for_a_log_that_nobody_signed() throws IOException {
    LogWriter writer = new LogWriter(Files.createDirectory(file("unsigned")), Logs.ORIGIN);
    entries.forEach(writer::add);
    writer.publish(Optional.empty());
    LogFolder unsigned = new LogFolder(file("unsigned"));
    Pin pin = new Pin("us-president-2020", SIZE, Logs.root(entries));
    assertThat(PublishedLog.verify(unsigned, Trust.NONE.withPins(List.of(pin))).holds()).isTrue();
    assertThat(PublishedLog.verify(unsigned, Trust.NONE).holds()).isFalse();
    assertThat(PublishedLog.verify(unsigned, Logs.TRUST).summary())
        .startsWith("wrong: checkpoint: is not signed");
  }

  @Test
  void the_key_of_another_log_does_not_vouch() {
    VerifierKey other = Logs.KEY.verifier().named("log.example/us-president-2016");
    assertThat(verify(Trust.NONE.withKey(other)).summary())
        .contains("and the key of log.example/us-president-2016");
    VerifierKey impostor = SigningKey.make(Logs.ORIGIN, VerifierKey.Kind.LOG).verifier();
    assertThat(verify(Trust.NONE.withKey(impostor)).summary())
        .startsWith("wrong: checkpoint: is not signed with the key");
  }

  @Test
  void an_altered_entry_is_named() throws IOException {
    flip("tile/entries/001", "note 300", 5);
    assertThat(verify(Logs.TRUST).summary())
        .isEqualTo(
            "wrong: entry 300: in tile/entries/001 was changed after its checkpoint was made");
    assertThat(verify(Logs.TRUST).flaws()).hasSize(1);
  }

  private void flip(String path, String near, int beyond) throws IOException {
    byte[] bytes = Files.readAllBytes(file(path));
    int at = new String(bytes, ISO_8859_1).indexOf(near) + beyond;
    bytes[at] ^= 1;
    Files.write(file(path), bytes);
  }

  @Test
  void an_altered_hash_of_an_entry_is_named_and_the_entry_cleared() throws IOException {
    byte[] tile = Files.readAllBytes(file("tile/0/001"));
    tile[(300 - 256) * 32] ^= 1;
    Files.write(file("tile/0/001"), tile);
    assertThat(verify(Logs.TRUST).flaws())
        .containsExactly(
            new Flaw("tile/0/001", "has a wrong hash for entry 300; the entry is right"));
  }

  @Test
  void an_altered_hash_higher_up_is_named() throws IOException {
    byte[] tile = Files.readAllBytes(file("tile/1/000.p/2"));
    tile[40] ^= 1;
    Files.write(file("tile/1/000.p/2"), tile);
    assertThat(verify(Logs.TRUST).flaws())
        .containsExactly(new Flaw("tile/1/000.p/2", "has a wrong hash at place 1"));
  }

  @Test
  void an_entry_and_its_hash_altered_together_are_found_by_the_root() throws IOException {
    entries.set(300, Logs.entry(300, "nothing happened"));
    SignedNote honest = SignedNote.parse(Files.readAllBytes(file("checkpoint")));
    republish(entries);
    Files.write(file("checkpoint"), honest.bytes());
    assertThat(verify(Logs.TRUST).summary()).startsWith("wrong: checkpoint: has the root");
  }

  @Test
  void a_dropped_entry_is_named_even_if_somebody_signs_without_it() throws IOException {
    Files.delete(file("checkpoint"));
    entries.remove(300);
    List<byte[]> rest = entries;
    assertThatThrownBy(() -> republish(rest))
        .isInstanceOf(LogRefused.class)
        .hasMessageStartingWith("entry 300: says that it is entry 301; entries were dropped");
  }

  @Test
  void two_entries_that_changed_places_are_named() throws IOException {
    byte[] bundle = Files.readAllBytes(file("tile/entries/000"));
    EntryBundle.Reader reader = new EntryBundle.Reader(bundle);
    List<byte[]> read = new ArrayList<>();
    while (!reader.isAtEnd()) read.add(reader.next().orElseThrow());
    Collections.swap(read, 17, 18);
    var swapped = new ByteArrayOutputStream();
    read.forEach(entry -> EntryBundle.append(swapped, entry));
    Files.write(file("tile/entries/000"), swapped.toByteArray());
    assertThat(verify(Logs.TRUST).flaws())
        .extracting(Flaw::toString)
        .contains("entry 17: says that it is entry 18; entries were dropped or changed places");
  }

  @Test
  void a_file_too_many_is_named() throws IOException {
    for (String path :
        List.of(
            "tile/0/003",
            "tile/entries/002.p/89",
            "tile/0/000.p/3",
            "tile/2/000.p/1",
            // an index that times 256 is 0 again in 64 bits
            "tile/0/x072/x057/x594/x037/x927/936",
            "tile/0/x036/x029/x897/x530/x591/744",
            "tile/63/000",
            "notes.txt",
            ".hidden")) {
      Files.createDirectories(file(path).getParent());
      Files.writeString(file(path), "x");
      assertThat(verify(Logs.TRUST).flaws()).as(path).extracting(Flaw::where).containsExactly(path);
      Files.delete(file(path));
    }
    assertThat(verify(Logs.TRUST).holds()).isTrue();
  }

  @Test
  void a_linked_folder_and_a_link_to_nothing_are_files_too_many() throws IOException {
    for (String path : List.of("tile/more", "tile/0/003", "link")) {
      Files.createSymbolicLink(file(path), path.equals("link") ? Path.of("nothing") : folder);
      assertThat(verify(Logs.TRUST).flaws()).as(path).extracting(Flaw::where).contains(path);
      Files.delete(file(path));
    }
    assertThat(verify(Logs.TRUST).holds()).isTrue();
  }

  /** Who else signed, and in which order the lines stand, makes no difference. */
  @Test
  void a_line_in_the_logs_name_that_is_not_its_signature_is_refused_wherever_it_stands()
      throws IOException {
    SignedNote note = SignedNote.parse(Files.readAllBytes(file("checkpoint")));
    SignedNote.Signature good = note.signatures().getFirst();
    byte[] altered = good.bytes();
    altered[altered.length - 1] ^= 1;
    SignedNote.Signature bad = SignedNote.Signature.of(good.name(), good.keyId(), altered);
    SignedNote.Signature otherKey = SignedNote.Signature.of(good.name(), 0, altered);
    SignedNote.Signature other =
        SignedNote.Signature.of("witness.example/w", 7, new byte[] {1, 2, 3});
    String wrong =
        "wrong: signature of %s: is not of this checkpoint; one of the two was altered"
            .formatted(Logs.ORIGIN);
    String right = "complete and unaltered";

    assertThat(signed(note, good).summary()).isEqualTo(right);
    assertThat(signed(note, other, good).summary()).isEqualTo(right);
    assertThat(signed(note, otherKey, good).summary()).isEqualTo(right);
    assertThat(signed(note, good, bad).summary()).isEqualTo(wrong);
    assertThat(signed(note, bad, good).summary()).isEqualTo(wrong);
    assertThat(signed(note, bad).summary()).isEqualTo(wrong);
    assertThat(signed(note, otherKey).summary()).contains("is not signed with the key");
    assertThat(signed(note).summary()).contains("is not signed with the key");
    Verification twice = signed(note, good, good);
    assertThat(twice.summary()).isEqualTo(right);
    assertThat(twice.remarks())
        .contains("the signature line of " + Logs.ORIGIN + " stands there twice");
  }

  private Verification signed(SignedNote note, SignedNote.Signature... signatures)
      throws IOException {
    Files.write(file("checkpoint"), new SignedNote(note.text(), List.of(signatures)).bytes());
    return verify(Logs.TRUST);
  }

  @Test
  void every_missing_file_is_named() throws IOException {
    for (String path : new LogFolder(folder).paths().orElseThrow().toList()) {
      byte[] bytes = Files.readAllBytes(file(path));
      Files.delete(file(path));
      assertThat(verify(Logs.TRUST).flaws()).as(path).extracting(Flaw::where).contains(path);
      Files.write(file(path), bytes);
    }
  }

  @Test
  void a_log_goes_on_where_it_stopped_and_keeps_what_older_checkpoints_need() throws IOException {
    Files.delete(file("tile/1/000.p/2"));
    Files.writeString(file(".unfinished"), "torn");
    SignedNote older = SignedNote.parse(Files.readAllBytes(file("checkpoint")));
    Logs.publish(folder, Logs.entries(700));
    assertThat(file("tile/0/002.p/88")).exists();
    Verification verification = verify(Logs.TRUST.withOlder(older));
    assertThat(verification.flaws()).isEmpty();
    assertThat(verification.proven())
        .contains("the older checkpoint of 600 entries begins this record");
    Logs.publish(folder, Logs.entries(800));
    assertThat(file("tile/0/002.p")).doesNotExist();
    assertThat(verify(Logs.TRUST.withOlder(older)).holds()).isTrue();
  }

  @Test
  void what_a_tile_was_earlier_is_checked_too() throws IOException {
    Logs.publish(folder, Logs.entries(700));
    flip("tile/entries/002.p/88", "note 590", 5);
    assertThat(verify(Logs.TRUST).flaws())
        .containsExactly(
            new Flaw("tile/entries/002.p/88", "is not how tile/entries/002.p/188 begins"));
  }

  @Test
  void a_log_that_was_cut_is_found_against_an_older_checkpoint() throws IOException {
    SignedNote older = SignedNote.parse(Files.readAllBytes(file("checkpoint")));
    republish(Logs.entries(599));
    assertThat(verify(Logs.TRUST.withOlder(older)).summary())
        .isEqualTo(
            "wrong: older checkpoint: is of 600 entries and there are only 599; the log was cut");
  }

  @Test
  void a_fork_of_the_same_size_is_found_against_an_older_checkpoint() throws IOException {
    SignedNote older = SignedNote.parse(Files.readAllBytes(file("checkpoint")));
    entries.set(599, Logs.entry(599, "another story"));
    republish(entries);
    assertThat(verify(Logs.TRUST).holds()).as("nothing in the log itself tells a fork").isTrue();
    assertThat(verify(Logs.TRUST.withOlder(older)).summary())
        .endsWith("two records were signed under one name (a fork)");
  }

  @Test
  void a_fork_of_the_same_size_is_found_against_a_cosignature() throws IOException {
    SigningKey witness = SigningKey.make("witness.example/w", VerifierKey.Kind.WITNESS);
    SignedNote cosigned =
        witness.cosign(SignedNote.parse(Files.readAllBytes(file("checkpoint"))), TIME);
    Files.write(file("checkpoint"), cosigned.bytes());
    Trust trust = Logs.TRUST.withWitness(witness.verifier());
    assertThat(verify(trust).proven())
        .contains("cosigned by witness.example/w at 2020-12-14T22:00:00Z");

    entries.set(599, Logs.entry(599, "another story"));
    republish(entries);
    assertThat(verify(trust).summary())
        .isEqualTo("wrong: cosignature of witness.example/w: is missing");
    SignedNote fork = SignedNote.parse(Files.readAllBytes(file("checkpoint")));
    Files.write(file("checkpoint"), fork.with(cosigned.signatures().subList(1, 2)).bytes());
    assertThat(verify(trust).summary())
        .startsWith("wrong: cosignature of witness.example/w: is of another checkpoint");
  }

  @Test
  void a_cosignature_is_kept_when_nothing_was_added_and_shown_without_its_key() throws IOException {
    SigningKey witness = SigningKey.make("witness.example/w", VerifierKey.Kind.WITNESS);
    SignedNote cosigned =
        witness.cosign(SignedNote.parse(Files.readAllBytes(file("checkpoint"))), TIME);
    Files.write(file("checkpoint"), cosigned.bytes());
    assertThat(Logs.publish(folder, entries)).isEqualTo(cosigned);
    assertThat(verify(Logs.TRUST).remarks())
        .containsExactly("signed by witness.example/w too, not checked: its key was not given");
  }

  @Test
  void nothing_is_signed_that_does_not_continue_what_was_published() {
    entries.set(3, Logs.entry(3, "another story"));
    assertThatThrownBy(() -> Logs.publish(folder, entries))
        .isInstanceOf(LogRefused.class)
        .hasMessageContaining("has other content");
    assertThatThrownBy(() -> Logs.publish(folder, Logs.entries(10)))
        .isInstanceOf(LogRefused.class)
        .hasMessageContaining("there are only 10; the log was cut");
    assertThatThrownBy(() -> new LogWriter(folder, "other.example/us-president-2020"))
        .isInstanceOf(LogRefused.class)
        .hasMessageContaining("holds the log " + Logs.ORIGIN);
    assertThat(verify(Logs.TRUST).holds()).isTrue();
  }

  @Test
  void a_time_that_falls_is_named() {
    byte[] early =
        new EntryLine(2, Instant.EPOCH).write("7", "\"fact\":\"count-opened\"".getBytes(UTF_8));
    List<byte[]> falling = List.of(entries.get(0), entries.get(1), early);
    assertThat(
            RecordCheck.verify("us-president-2020", 3, Lines.of(falling), List.of(), Trust.NONE)
                .summary())
        .isEqualTo(
            "wrong: entry 2: was recorded at 1970-01-01T00:00:00Z, before the entry that precedes it");
  }

  @Test
  void the_longest_entry_is_65535_bytes() {
    LogWriter writer = new LogWriter(file("long"), Logs.ORIGIN);
    int around = Logs.entry(0, "").length;
    writer.add(Logs.entry(0, "x".repeat(65_535 - around)));
    writer.publish(Optional.of(Logs.KEY));
    assertThat(PublishedLog.verify(new LogFolder(file("long")), Logs.TRUST).holds()).isTrue();
    assertThatThrownBy(() -> writer.add(Logs.entry(1, "x".repeat(65_536 - around))))
        .hasMessage("an entry has at most 65535 bytes, not 65536");
  }
}
