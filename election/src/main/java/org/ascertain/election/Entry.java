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

  /**
   * When the fact took effect, in nanoseconds since 1970-01-01T00:00Z. What a record says that it
   * holds from a day on holds of the whole of that day, and takes effect as it begins.
   */
  public long effective() {
    return moment(fact.attestation().at());
  }

  /** From when on it was known: learned, else recorded; in nanoseconds since 1970-01-01T00:00Z. */
  public long known() {
    return fact.attestation()
        .learned()
        .map(this::moment)
        .orElseGet(() -> Washington.nanos(recorded));
  }

  private long moment(When when) {
    return fact instanceof Fact.Coverage && when instanceof When.OnDay(var day)
        ? Washington.endOf(day.minusDays(1)) + 1
        : when.effective();
  }
}
