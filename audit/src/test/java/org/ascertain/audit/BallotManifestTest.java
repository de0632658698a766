package org.ascertain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ascertain.audit.BallotManifest.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BallotManifestTest {

  @Test
  void cards_are_numbered_through_the_batches_in_their_order() throws Unreadable {
    BallotManifest manifest =
        BallotManifest.of(
            """
            \uFEFFContainer,Batch Name,Number of Ballots
            Box 1,A,"1,000"
            Box 1,B,0
            Box 2,A,5
            """);
    assertThat(manifest.cards()).isEqualTo(1005);
    assertThat(manifest.place(1)).isEqualTo(new Place("Box 1 A", 1));
    assertThat(manifest.place(1000)).isEqualTo(new Place("Box 1 A", 1000));
    assertThat(manifest.place(1001)).isEqualTo(new Place("Box 2 A", 1));
    assertThat(manifest.oddities()).containsExactly("Line 3: batch Box 1 B has no card.");
    assertThatThrownBy(() -> manifest.place(1006)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Batch,Cards\n",
        "Batch,Cards\nA,0\n",
        "Batch,Pages\nA,3\n",
        "Batch,Cards\nA,three\n",
        "Batch,Cards\nA,-3\n",
        "Batch,Cards\n,3\n",
        "Batch,Cards\nA,3\nA,4\n"
      })
  void a_manifest_that_could_not_be_drawn_from_is_refused(String csv) {
    assertThatThrownBy(() -> BallotManifest.of(csv)).isInstanceOf(Unreadable.class);
  }
}
