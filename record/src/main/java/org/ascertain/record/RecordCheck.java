package org.ascertain.record;

import java.util.List;
import java.util.Optional;

/** Verifies a record that lies before us as entries, without the files of a log. */
public final class RecordCheck {

  /**
   * Derives the root from the entries and holds against it whatever vouches for it: a pin, the
   * checkpoints that were signed of it, an older one.
   *
   * @param origin the log's, or the election's id where there is no log
   * @param size how many entries there are
   * @param checkpoints what was signed so far; the last one counts, and all must be of this record
   */
  public static Verification verify(
      String origin, long size, Lines entries, List<SignedNote> checkpoints, Trust trust) {
    VerificationLog log = new VerificationLog();
    SignatureCheck signatures = new SignatureCheck(trust, log);
    Derivation derivation = new Derivation((tile, hashes) -> {}, log::flaw);
    String election = origin.substring(origin.lastIndexOf('/') + 1);
    signatures.claim(derivation, origin, election, size, false);
    for (SignedNote note : checkpoints) {
      Checkpoint checkpoint = Checkpoint.of(note);
      String where = "checkpoint of " + checkpoint.size() + " entries";
      if (!checkpoint.origin().equals(origin))
        log.flaw(where, "is of another log, " + checkpoint.origin());
      else if (trust.key().filter(key -> !key.verifies(note)).isPresent())
        log.flaw(where, "is not signed with the key " + trust.key().get());
      else derivation.hold(claim(checkpoint, where));
    }
    entries.read(0, size, (line, index) -> derivation.add(line));
    derivation.end();
    last(checkpoints).ifPresent(note -> conclude(signatures, log, note, size));
    return log.conclude(origin, derivation.size(), derivation.root());
  }

  /**
   * Verifies a record that has to be the one that is pinned for its election, as the archive's
   * have.
   */
  public static Verification verifyPinned(String election, long size, Lines entries, Trust trust) {
    VerificationLog log = new VerificationLog();
    Derivation derivation = new Derivation((tile, hashes) -> {}, log::flaw);
    new SignatureCheck(trust, log).claim(derivation, election, election, size, true);
    entries.read(0, size, (line, index) -> derivation.add(line));
    derivation.end();
    return log.conclude(election, derivation.size(), derivation.root());
  }

  private static Derivation.Claim claim(Checkpoint checkpoint, String where) {
    return new Derivation.Claim(
        where,
        checkpoint.size(),
        checkpoint.root(),
        "is not of these entries; one of them was altered",
        () -> {});
  }

  private static Optional<SignedNote> last(List<SignedNote> checkpoints) {
    return checkpoints.isEmpty() ? Optional.empty() : Optional.of(checkpoints.getLast());
  }

  private static void conclude(
      SignatureCheck signatures, VerificationLog log, SignedNote note, long size) {
    Checkpoint checkpoint = Checkpoint.of(note);
    if (!log.areClean() || !signatures.checkSignatures(note, checkpoint)) return;
    log.proven("the first " + checkpoint.size() + " entries give the root of the checkpoint");
    if (checkpoint.size() < size)
      log.remark((size - checkpoint.size()) + " entries behind it are not signed yet");
  }

  private RecordCheck() {}
}
