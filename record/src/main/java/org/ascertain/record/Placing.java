package org.ascertain.record;

import java.io.IOException;
import java.time.Instant;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Washington;
import org.jspecify.annotations.Nullable;

/** Where an entry stands in the record: what the ledger adds to a fact. */
record Placing(long index, Instant recorded, String recordedBy) {

  private static final Fields<Placing> HAS = new Fields<>();
  private static final Field<Placing, Long> INDEX =
      HAS.required("index", Forms.COUNT, Placing::index);
  private static final Field<Placing, Instant> RECORDED =
      HAS.required("recorded", Forms.INSTANT, Placing::recorded);
  private static final Field<Placing, String> RECORDED_BY =
      HAS.required("recordedBy", Forms.ID, Placing::recordedBy);

  static final Shape<Placing> SHAPE = HAS.shape();

  /** The placing that stands in the fields of {@link #SHAPE}, or null after a problem. */
  static @Nullable Placing read(Room room, Decoder in) {
    Values of = SHAPE.values(room, in);
    return of == null ? null : new Placing(of.get(INDEX), of.get(RECORDED), of.get(RECORDED_BY));
  }

  /**
   * Where a draft stands that nobody has recorded yet: by its line, as of when its fact took
   * effect.
   */
  static Placing ofDraft(long line, Fact fact) {
    return new Placing(line, Washington.instant(fact.attestation().at().effective()), "draft");
  }

  static void write(Entry entry, Encoder out) throws IOException {
    SHAPE.write(new Placing(entry.index(), entry.recorded(), entry.recordedBy()), out);
  }
}
