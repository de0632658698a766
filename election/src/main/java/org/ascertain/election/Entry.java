package org.ascertain.election;

import java.time.Instant;

/**
 * A fact with its place in the record.
 *
 * @param index its place, from 0; the header has 0
 * @param recorded when it was recorded; never falls along the record. Of a draft that nobody has
 *     recorded yet, the fact's own effective moment
 * @param recordedBy an opaque account number, or {@code archive}
 */
public record Entry(long index, Instant recorded, String recordedBy, Fact fact) {

  /** When the fact took effect, in nanoseconds since 1970-01-01T00:00Z. */
  public long effective() {
    return fact.attestation().at().effective();
  }

  /** From when on it was known: learned, else recorded; in nanoseconds since 1970-01-01T00:00Z. */
  public long known() {
    return fact.attestation()
        .learned()
        .map(When::effective)
        .orElseGet(() -> Washington.nanos(recorded));
  }
}
