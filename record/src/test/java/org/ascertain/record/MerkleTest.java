package org.ascertain.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The tree and its proofs, against the figures that Certificate Transparency's implementations
 * share.
 */
class MerkleTest {

  private static final List<String> LEAVES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  private static final List<String> ROOTS =
      List.of(
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  @Test
  void the_roots_of_the_known_leaves_are_the_known_roots() {
    MerkleTree tree = new MerkleTree();
    assertThat(tree.root()).isEqualTo(Hash.OF_NOTHING);
    for (int i = 0; i < LEAVES.size(); i++) {
      tree.add(Hash.ofLeaf(HexFormat.of().parseHex(LEAVES.get(i))));
      assertThat(tree.root().bytes()).isEqualTo(HexFormat.of().parseHex(ROOTS.get(i)));
    }
  }

  private static TreeHashes tree(List<byte[]> entries) {
    return TreeHashes.of(Lines.of(entries), entries.size());
  }

  @Test
  void proofs_reach_over_tiles_of_every_level() {
    List<byte[]> entries = Logs.entries(70_000);
    TreeHashes hashes = tree(entries);
    Hash root = Logs.root(entries);
    assertThat(hashes.root(70_000)).isEqualTo(root);
    for (int index : new int[] {0, 255, 256, 65_535, 65_536, 69_999}) {
      List<Hash> proof = MerkleProof.ofInclusion(index, 70_000, hashes);
      Hash leaf = Hash.ofLeaf(entries.get(index));
      assertThat(MerkleProof.rootOf(leaf, index, 70_000, proof)).contains(root);
    }
    for (int older : new int[] {1, 256, 300, 65_536, 69_632, 69_999}) {
      List<Hash> proof = MerkleProof.ofConsistency(older, 70_000, hashes);
      assertThat(MerkleProof.isConsistent(older, hashes.root(older), 70_000, root, proof)).isTrue();
    }
  }

  @Test
  void every_entry_of_every_small_tree_is_proven_and_no_other() {
    List<byte[]> entries = Logs.entries(40);
    for (int size = 1; size <= entries.size(); size++) {
      Hash root = Logs.root(entries.subList(0, size));
      for (int index = 0; index < size; index++) {
        List<Hash> proof = MerkleProof.ofInclusion(index, size, tree(entries));
        Hash leaf = Hash.ofLeaf(entries.get(index));
        assertThat(MerkleProof.rootOf(leaf, index, size, proof)).contains(root);
        for (int other = 0; other < size; other++) {
          if (other != index)
            assertThat(MerkleProof.rootOf(leaf, other, size, proof))
                .isNotEqualTo(Optional.of(root));
        }
        assertThat(MerkleProof.rootOf(leaf, index, size + 70, proof))
            .isNotEqualTo(Optional.of(root));
      }
    }
  }

  @Test
  void every_beginning_of_every_small_tree_is_proven_and_no_altered_one() {
    List<byte[]> entries = Logs.entries(40);
    for (int newer = 1; newer <= entries.size(); newer++) {
      Hash newerRoot = Logs.root(entries.subList(0, newer));
      for (int older = 1; older <= newer; older++) {
        Hash olderRoot = Logs.root(entries.subList(0, older));
        List<Hash> proof = MerkleProof.ofConsistency(older, newer, tree(entries));
        assertThat(MerkleProof.isConsistent(older, olderRoot, newer, newerRoot, proof)).isTrue();
        assertThat(MerkleProof.isConsistent(older, Hash.OF_NOTHING, newer, newerRoot, proof))
            .isFalse();
        assertThat(MerkleProof.isConsistent(older, olderRoot, newer, Hash.OF_NOTHING, proof))
            .isFalse();
        List<Hash> longer = new ArrayList<>(proof);
        longer.add(Hash.OF_NOTHING);
        assertThat(MerkleProof.isConsistent(older, olderRoot, newer, newerRoot, longer)).isFalse();
        for (int at = 0; at < proof.size(); at++) {
          List<Hash> wrong = new ArrayList<>(proof);
          wrong.set(at, Hash.OF_NOTHING);
          assertThat(MerkleProof.isConsistent(older, olderRoot, newer, newerRoot, wrong)).isFalse();
        }
      }
    }
  }

  /** The proof from 6 to 8 entries that RFC 6962's implementations share. */
  @Test
  void the_proof_from_six_entries_to_eight_is_the_known_one() {
    List<byte[]> entries = LEAVES.stream().map(HexFormat.of()::parseHex).toList();
    assertThat(MerkleProof.ofConsistency(6, 8, tree(entries)))
        .extracting(hash -> HexFormat.of().formatHex(hash.bytes()))
        .containsExactly(
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
  }

  @Test
  void an_entry_that_is_not_there_has_no_proof() {
    assertThatThrownBy(() -> MerkleProof.ofInclusion(3, 3, tree(Logs.entries(3))))
        .hasMessage("there is no entry 3 among 3");
  }

  @Test
  void a_hash_has_one_text() {
    String text = Hash.OF_NOTHING.toString();
    assertThat(Hash.parse(text)).isEqualTo(Hash.OF_NOTHING);
    String strayBits = text.replace("U=", "V=");
    assertThat(Base64.getDecoder().decode(strayBits)).isEqualTo(Hash.OF_NOTHING.bytes());
    assertThatThrownBy(() -> Hash.parse(strayBits)).hasMessageContaining("re-encode");
    assertThatThrownBy(() -> Hash.parse(text.replace("=", ""))).hasMessageContaining("re-encode");
  }
}
