package org.ascertain.record;

import java.util.Optional;
import org.ascertain.election.Attestation;
import org.ascertain.election.Source;
import org.ascertain.election.When;
import org.jspecify.annotations.Nullable;

/** What every fact has: when it happened, and who says so. */
final class Attested {

  private static final Fields<Attestation> HAS = new Fields<>();
  private static final Field<Attestation, When> AT =
      HAS.required("at", Codecs.TIME, Attestation::at);
  private static final Field<Attestation, Boolean> ABOUT =
      HAS.orElse(false, "about", Codecs.FLAG, Attestation::about);
  private static final Field<Attestation, Optional<When>> LEARNED =
      HAS.optional("learned", Codecs.TIME, Attestation::learned);
  private static final Field<Attestation, Source> SOURCE =
      HAS.required("source", Sources.CODEC, Attestation::source);
  private static final Field<Attestation, Optional<Attestation.Basis>> BASIS =
      HAS.optional("basis", Codecs.words(Attestation.Basis.class), Attestation::basis);
  private static final Field<Attestation, Optional<String>> NOTE =
      HAS.optional("note", Codecs.TEXT, Attestation::note);
  private static final Field<Attestation, Optional<String>> PAPER =
      HAS.optional("paper", Codecs.SHA_256, Attestation::paper);

  static final ObjectCodec<Attestation> CODEC = HAS.codec();

  /** The attestation that stands in the fields of {@link #CODEC}, or null after a problem. */
  static @Nullable Attestation read(FieldSlots slots, Decoder in) {
    Values of = CODEC.values(slots, in);
    if (of == null) return null;
    return new Attestation(
        of.get(AT),
        of.get(ABOUT),
        of.get(LEARNED),
        of.get(SOURCE),
        of.get(BASIS),
        of.get(NOTE),
        of.get(PAPER));
  }

  private Attested() {}
}
