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
      HAS.required("at", Forms.TIME, Attestation::at);
  private static final Field<Attestation, Boolean> ABOUT =
      HAS.orElse(false, "about", Forms.FLAG, Attestation::about);
  private static final Field<Attestation, Optional<When>> LEARNED =
      HAS.optional("learned", Forms.TIME, Attestation::learned);
  private static final Field<Attestation, Source> SOURCE =
      HAS.required("source", Sources.FORM, Attestation::source);
  private static final Field<Attestation, Optional<Attestation.Basis>> BASIS =
      HAS.optional("basis", Forms.words(Attestation.Basis.class), Attestation::basis);
  private static final Field<Attestation, Optional<String>> NOTE =
      HAS.optional("note", Forms.TEXT, Attestation::note);

  static final Shape<Attestation> SHAPE = HAS.shape();

  /** The attestation that stands in the fields of {@link #SHAPE}, or null after a problem. */
  static @Nullable Attestation read(Room room, Decoder in) {
    Values of = SHAPE.values(room, in);
    if (of == null) return null;
    return new Attestation(
        of.get(AT), of.get(ABOUT), of.get(LEARNED), of.get(SOURCE), of.get(BASIS), of.get(NOTE));
  }

  private Attested() {}
}
