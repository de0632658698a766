package org.ascertain.election;

import java.util.Optional;

/**
 * What every fact has: when it happened, and who says so.
 *
 * @param at when it happened
 * @param about whether the clock time is approximate; changes only how it is printed
 * @param learned when the public could first know it, where the source tells
 * @param source the document that says so
 * @param basis what the entry rests on where no document was read
 * @param note a sentence for people
 * @param paper the SHA-256 of the document that lay before whoever recorded it, in 64 hexadecimal
 *     digits, by which anybody who has the document can tell that it is the one
 */
public record Attestation(
    When at,
    boolean about,
    Optional<When> learned,
    Source source,
    Optional<Basis> basis,
    Optional<String> note,
    Optional<String> paper) {

  /** An attestation of which no document was kept by its hash. */
  public Attestation(
      When at,
      boolean about,
      Optional<When> learned,
      Source source,
      Optional<Basis> basis,
      Optional<String> note) {
    this(at, about, learned, source, basis, note, Optional.empty());
  }

  /** On what an entry rests that no document states in so many words. */
  public enum Basis {
    GENERAL_KNOWLEDGE,
    COMPUTED
  }

  /** An attestation with neither doubt nor remark. */
  public static Attestation of(When at, Source source) {
    return new Attestation(at, false, Optional.empty(), source, Optional.empty(), Optional.empty());
  }
}
