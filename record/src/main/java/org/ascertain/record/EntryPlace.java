package org.ascertain.record;

import java.io.IOException;
import java.time.Instant;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Washington;
import org.jspecify.annotations.Nullable;

/** Where an entry stands in the record: what the ledger adds to a fact. */
record EntryPlace(long index, Instant recorded, String recordedBy) {

  private static final Fields<EntryPlace> HAS = new Fields<>();
  private static final Field<EntryPlace, Long> INDEX =
      HAS.required("index", Codecs.COUNT, EntryPlace::index);
  private static final Field<EntryPlace, Instant> RECORDED =
      HAS.required("recorded", Codecs.INSTANT, EntryPlace::recorded);
  private static final Field<EntryPlace, String> RECORDED_BY =
      HAS.required("recordedBy", Codecs.ID, EntryPlace::recordedBy);

  static final ObjectCodec<EntryPlace> CODEC = HAS.codec();

  /** The place that stands in the fields of {@link #CODEC}, or null after a problem. */
  static @Nullable EntryPlace read(FieldSlots slots, Decoder in) {
    Values of = CODEC.values(slots, in);
    return of == null ? null : new EntryPlace(of.get(INDEX), of.get(RECORDED), of.get(RECORDED_BY));
  }

  /**
   * Where a draft stands that nobody has recorded yet: by its line, as of when its fact took
   * effect.
   */
  static EntryPlace ofDraft(long line, Fact fact) {
    return new EntryPlace(line, Washington.instant(fact.attestation().at().effective()), "draft");
  }

  static void write(Entry entry, Encoder out) throws IOException {
    CODEC.write(new EntryPlace(entry.index(), entry.recorded(), entry.recordedBy()), out);
  }
}
