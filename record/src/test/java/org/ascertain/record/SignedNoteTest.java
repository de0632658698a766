package org.ascertain.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SignedNoteTest {

  /** From the tests of golang.org/x/mod/sumdb/note. */
  private static final String VKEY =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

  private static final String SEED = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

  private static final String NOTE =
      """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.

      \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
      """;

  private static final Instant TIME = Instant.parse("2020-12-14T22:00:00Z");

  @Test
  void a_note_of_another_program_is_verified() {
    SignedNote note = SignedNote.parse(NOTE.getBytes(UTF_8));
    assertThat(VerifierKey.parse(VKEY).verifies(note)).isTrue();
    assertThat(note.bytes()).isEqualTo(NOTE.getBytes(UTF_8));
  }

  @Test
  void a_key_of_another_program_signs_as_that_program_does() {
    SigningKey key =
        SigningKey.parse("PRIVATE" + "+KEY+PeterNeumann+c74f20a3+" + SEED + "\n" + VKEY + "\n");
    Checkpoint checkpoint = new Checkpoint("PeterNeumann", 0, Hash.OF_NOTHING);
    SignedNote note = key.sign(checkpoint);
    assertThat(VerifierKey.parse(VKEY).verifies(note)).isTrue();
    assertThat(Checkpoint.of(SignedNote.parse(note.bytes()))).isEqualTo(checkpoint);
  }

  @Test
  void no_part_of_a_verifier_key_can_be_left_out_or_changed() {
    for (int from = 0; from <= VKEY.length(); from++)
      for (int to = from + 1; to <= VKEY.length(); to++)
        if (to - from < VKEY.length()) assertRefused(VKEY.substring(from, to));
    for (int at = 0; at < VKEY.length(); at++) {
      StringBuilder changed = new StringBuilder(VKEY);
      changed.setCharAt(at, (char) (VKEY.charAt(at) + 1));
      assertRefused(changed.toString());
    }
  }

  private static void assertRefused(String vkey) {
    assertThatThrownBy(() -> VerifierKey.parse(vkey)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_signing_key_is_read_back_from_its_text() {
    SigningKey read = SigningKey.parse(Logs.KEY.text());
    assertThat(read.text()).isEqualTo(Logs.KEY.text());
    assertThat(read.verifier()).hasToString(Logs.KEY.verifier().toString());
  }

  @Test
  void two_lines_of_different_keys_are_no_key() {
    String other = SigningKey.make("log.example", VerifierKey.Kind.LOG).text();
    String mixed =
        Logs.KEY.text().lines().findFirst().orElseThrow()
            + "\n"
            + other.lines().skip(1).findFirst().orElseThrow()
            + "\n";
    assertThatThrownBy(() -> SigningKey.parse(mixed)).hasMessageContaining("belong together");
  }

  @Test
  void a_log_without_a_name_of_its_own_is_named_after_its_key() {
    SigningKey one = SigningKey.make();
    assertThat(one.name()).matches("ascertain\\.invalid/[0-9a-f]{16}");
    assertThat(SigningKey.make().name()).isNotEqualTo(one.name());
  }

  @Property(tries = 2_000)
  void no_flipped_bit_in_a_signed_checkpoint_goes_unseen(
      @ForAll @IntRange(min = 0, max = 100_000) int bit) {
    SigningKey witness = SigningKey.make("witness.example/w", VerifierKey.Kind.WITNESS);
    SignedNote note =
        witness.cosign(Logs.KEY.sign(new Checkpoint(Logs.ORIGIN, 17, Hash.OF_NOTHING)), TIME);
    byte[] bytes = note.bytes();
    bytes[(bit / 8) % bytes.length] ^= (byte) (1 << (bit % 8));
    assertThat(bothVerify(bytes, witness.verifier())).isFalse();
  }

  private static boolean bothVerify(byte[] bytes, VerifierKey witness) {
    try {
      SignedNote note = SignedNote.parse(bytes);
      return Logs.VERIFIER.verifies(note) && witness.verifies(note);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Test
  void a_cosignature_holds_for_its_own_checkpoint_and_time_alone() {
    SigningKey witness = SigningKey.make("witness.example/w", VerifierKey.Kind.WITNESS);
    SignedNote note =
        witness.cosign(Logs.KEY.sign(new Checkpoint(Logs.ORIGIN, 17, Hash.OF_NOTHING)), TIME);
    assertThat(witness.verifier().verifies(note)).isTrue();
    assertThat(witness.verifier().claimedOn(note).map(VerifierKey::time)).contains(TIME);
    SignedNote other = new SignedNote(note.text().replace("17", "18"), note.signatures());
    assertThat(witness.verifier().verifies(other)).isFalse();
  }

  /**
   * A key's id takes in what kind of key it is, so that a log's signature never passes for a
   * witness's.
   */
  @Test
  void a_witness_is_not_confused_with_a_log_of_the_same_name() {
    VerifierKey log = Logs.KEY.verifier();
    assertThat(log.named("a").id()).isNotEqualTo(log.named("b").id());
    assertThat(SigningKey.make("a", VerifierKey.Kind.WITNESS).verifier().toString())
        .matches("a\\+[0-9a-f]{8}\\+B.*");
  }

  @Test
  void nobody_is_trusted_as_what_the_key_is_not() {
    VerifierKey log = SigningKey.make("same.example/log", VerifierKey.Kind.LOG).verifier();
    VerifierKey witness = SigningKey.make("same.example/log", VerifierKey.Kind.WITNESS).verifier();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Trust.NONE.withWitness(log))
        .withMessage("the key of same.example/log is not a witness's");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Trust.NONE.withKey(witness))
        .withMessage("the key of same.example/log is not a log's");
  }

  @Test
  void what_is_no_note_is_refused_with_the_reason() {
    refused("a\nb\n", "no blank line");
    refused("a\n\nno dash\n", "no signature line");
    refused("a\n\n\u2014 name\n", "no signature line");
    refused("a\n\n\u2014 name AAAAAAA=", "does not end with a line feed");
    refused("a\n\n\u2014 na+me AAAAAAA=\n", "neither spaces nor plus");
    refused("a\n\n\u2014 name AAAA\n", "without a signature");
    refused("a\u0001\n\n", "control character");
    assertThatThrownBy(() -> SignedNote.parse(new byte[] {(byte) 0xff, '\n', '\n'}))
        .hasMessageContaining("UTF-8");
  }

  private static void refused(String note, String reason) {
    assertThatThrownBy(() -> SignedNote.parse(note.getBytes(UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void what_is_no_checkpoint_is_refused() {
    for (String text :
        List.of(
            "a\n1\n",
            "a\n01\n" + Hash.OF_NOTHING + "\n",
            "a\n-1\n" + Hash.OF_NOTHING + "\n",
            "a\n1\nAAAA\n"))
      assertThatThrownBy(() -> Checkpoint.of(new SignedNote(text, List.of())))
          .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_inclusion_proof_is_read_back_and_holds() {
    List<byte[]> entries = Logs.entries(300);
    SignedNote checkpoint = Logs.KEY.sign(new Checkpoint(Logs.ORIGIN, 300, Logs.root(entries)));
    InclusionProof proof =
        InclusionProof.of(
            257, entries.get(257), TreeHashes.of(Lines.of(entries), entries.size()), checkpoint);
    InclusionProof read = InclusionProof.parse(proof.text());
    assertThat(read).isEqualTo(proof);
    assertThat(read.holds()).isTrue();
    assertThat(read.entry()).isEqualTo(new String(entries.get(257), UTF_8));
    assertThat(InclusionProof.parse(proof.text().replace("index 257", "index 256")).holds())
        .isFalse();
  }

  @Test
  void a_tile_lies_where_the_specification_says() {
    assertThat(new TilePath(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
    assertThat(TilePath.in(70_000, 0, 273)).contains(new TilePath(0, 273, 112));
    assertThat(TilePath.in(70_000, 1, 0)).contains(new TilePath(1, 0, 256));
    assertThat(TilePath.in(70_000, 1, 1)).contains(new TilePath(1, 1, 17));
    assertThat(TilePath.in(70_000, 2, 0)).contains(new TilePath(2, 0, 1));
    assertThat(TilePath.in(70_000, 3, 0)).isEmpty();
    assertThat(TilePath.in(256, 0, 1)).isEmpty();
    assertThat(TilePath.in(256, 1, 0)).contains(new TilePath(1, 0, 1));
    assertThat(new TilePath(TilePath.ENTRIES, 3, 17).path()).isEqualTo("tile/entries/003.p/17");
  }

  @Property
  void a_tile_path_is_read_back(
      @ForAll @IntRange(min = -1, max = 63) int level,
      @ForAll @IntRange(min = 0) int index,
      @ForAll @IntRange(min = 1, max = 256) int width) {
    TilePath tile = new TilePath(level, index, width);
    assertThat(TilePath.parse(tile.path())).contains(tile);
  }

  @Test
  void what_is_no_tile_path_is_not_read() {
    for (String path :
        List.of(
            "tile/0/1",
            "tile/00/001",
            "tile/0/x000/001",
            "tile/0/001.p/0",
            "tile/0/001.p/256",
            "tile/0/001.p/017",
            "tile/64/001",
            "tile/0/001/",
            "checkpoint")) assertThat(TilePath.parse(path)).as(path).isEqualTo(Optional.empty());
  }
}
