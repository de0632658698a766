package org.ascertain.record;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What whoever verifies goes by. Without a key and without a pin that fits, a log can be shown to
 * be consistent and no more.
 *
 * @param key the log's
 * @param witnesses each must have cosigned the checkpoint
 * @param pins of records whose root is known; the one of the log's election counts
 * @param older a checkpoint kept from before, of which the log must be a continuation
 */
public record Trust(
    Optional<VerifierKey> key,
    List<VerifierKey> witnesses,
    List<Pin> pins,
    Optional<SignedNote> older) {

  public static final Trust NONE =
      new Trust(Optional.empty(), List.of(), List.of(), Optional.empty());

  public Trust {
    key.ifPresent(log -> require(log, VerifierKey.Kind.LOG, "a log's"));
    witnesses.forEach(witness -> require(witness, VerifierKey.Kind.WITNESS, "a witness's"));
    witnesses = List.copyOf(witnesses);
    pins = List.copyOf(pins);
  }

  private static void require(VerifierKey key, VerifierKey.Kind kind, String whose) {
    if (key.kind() != kind)
      throw new IllegalArgumentException("the key of " + key.name() + " is not " + whose);
  }

  public Trust withKey(VerifierKey log) {
    return new Trust(Optional.of(log), witnesses, pins, older);
  }

  public Trust withWitness(VerifierKey witness) {
    return new Trust(
        key, Stream.concat(witnesses.stream(), Stream.of(witness)).toList(), pins, older);
  }

  public Trust withPins(List<Pin> known) {
    return new Trust(key, witnesses, known, older);
  }

  public Trust withOlder(SignedNote checkpoint) {
    return new Trust(key, witnesses, pins, Optional.of(checkpoint));
  }
}
