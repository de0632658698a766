package org.ascertain.record;

import java.io.IOException;
import org.ascertain.election.Attestation;
import org.ascertain.election.Fact;
import org.jspecify.annotations.Nullable;

/** A kind of fact: the word for it, and the fields that it has beside those that every fact has. */
record FactCodec<F extends Fact>(String word, ObjectCodec<F> codec, Makes<F> makes) {

  /**
   * Makes the fact of what its fields hold; null if they do not go together, of which the report is
   * told.
   */
  interface Makes<F> {
    @Nullable F make(Attestation attestation, Values of);
  }

  @Nullable F read(@Nullable Attestation attestation, FieldSlots slots, Decoder in) {
    Values own = codec.values(slots, in);
    return attestation == null || own == null ? null : makes.make(attestation, own);
  }

  void write(F fact, Encoder out) throws IOException {
    out.json().writeStringField(FactCodecs.WORD, word);
    Attested.CODEC.write(fact.attestation(), out);
    codec.write(fact, out);
  }
}
