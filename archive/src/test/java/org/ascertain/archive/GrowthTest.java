package org.ascertain.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.record.Hash;
import org.ascertain.record.MerkleTree;
import org.ascertain.record.Pin;
import org.ascertain.record.StreamedLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A record that was given out grows at its end and is never rewritten. */
class GrowthTest {

  static Stream<Pin> older() {
    return Pinned.older().stream();
  }

  static Stream<String> ids() {
    return Archive.ids().stream();
  }

  @Test
  void every_election_was_given_out_before() {
    assertThat(Pinned.older())
        .extracting(Pin::election)
        .containsAll(Archive.ids())
        .isSubsetOf(Archive.ids());
  }

  @ParameterizedTest
  @MethodSource("older")
  void every_record_begins_with_what_was_given_out_before(Pin older) {
    assertThat(root(lines(older), older.size())).isEqualTo(older.root());
  }

  @Test
  void an_entry_altered_in_what_was_given_out_is_noticed() {
    Pin older = Pinned.older().getFirst();
    List<byte[]> lines = lines(older);
    byte[] altered = lines.get(5);
    altered[altered.length - 2]++;

    assertThat(root(lines, older.size())).isNotEqualTo(older.root());
  }

  @ParameterizedTest
  @MethodSource("ids")
  void what_is_put_right_says_why_and_is_known_as_early_as_what_was_wrong(String id) {
    List<Entry> entries = Archived.of(id).entries();
    for (Entry entry : entries)
      if (entry.fact() instanceof Fact.Correction correction) {
        Entry corrected = entries.get((int) correction.corrects());
        assertThat(correction.reason()).endsWith(".");
        assertThat(correction.attestation().learned())
            .as("entry %d of %s", entry.index(), id)
            .isEqualTo(corrected.fact().attestation().learned());
        assertThat(entry.recorded()).isAfter(corrected.recorded());
      }
  }

  private static List<byte[]> lines(Pin older) {
    List<byte[]> lines = new ArrayList<>();
    new StreamedLines(() -> Archive.open(older.election()).orElseThrow())
        .read(0, older.size(), (line, index) -> lines.add(line.clone()));
    return lines;
  }

  private static Hash root(List<byte[]> lines, long size) {
    MerkleTree tree = new MerkleTree();
    lines.stream().limit(size).forEach(line -> tree.add(Hash.ofLeaf(line)));
    assertThat(tree.size()).isEqualTo(size);
    return tree.root();
  }
}
