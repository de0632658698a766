package org.ascertain.record;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Who vouches for a root: a key, a pin, witnesses, an older checkpoint. */
final class SignatureCheck {

  private final Trust trust;
  private final VerificationLog log;

  SignatureCheck(Trust trust, VerificationLog log) {
    this.trust = trust;
    this.log = log;
  }

  /**
   * Checks who has signed a checkpoint.
   *
   * @return whether it is worth while to go on: false if the log's key says that the text is not
   *     its own
   */
  boolean checkSignatures(SignedNote note, Checkpoint checkpoint) {
    boolean sound = trust.key().map(key -> checkKey(key, note, checkpoint)).orElse(true);
    for (VerifierKey witness : trust.witnesses()) checkWitness(witness, note);
    Set<SignedNote.Signature> seen = new HashSet<>();
    for (SignedNote.Signature other : note.signatures()) {
      if (!seen.add(other)) {
        log.remark("the signature line of " + other.name() + " stands there twice");
        continue;
      }
      boolean checked =
          trust.key().filter(key -> isBy(key, other)).isPresent()
              || trust.witnesses().stream().anyMatch(key -> isBy(key, other));
      if (!checked)
        log.remark("signed by " + other.name() + " too, not checked: its key was not given");
    }
    return sound;
  }

  private boolean checkKey(VerifierKey key, SignedNote note, Checkpoint checkpoint) {
    if (!key.name().equals(checkpoint.origin())) {
      log.flaw(
          "checkpoint", "is of the log " + checkpoint.origin() + " and the key of " + key.name());
      return false;
    }
    if (key.claimedOn(note).isEmpty()) {
      log.flaw("checkpoint", "is not signed with the key " + key);
      return false;
    }
    if (!key.verifies(note)) {
      log.flaw(
          "signature of " + key.name(), "is not of this checkpoint; one of the two was altered");
      return false;
    }
    log.proven("the checkpoint is signed by " + key.name());
    log.trusted();
    return true;
  }

  private void checkWitness(VerifierKey witness, SignedNote note) {
    Optional<SignedNote.Signature> claimed = witness.claimedOn(note);
    String where = "cosignature of " + witness.name();
    if (claimed.isEmpty()) log.flaw(where, "is missing");
    else if (!witness.verifies(note))
      log.flaw(
          where,
          "is of another checkpoint: the log shows different people different records, or was altered");
    else log.proven("cosigned by " + witness.name() + " at " + VerifierKey.time(claimed.get()));
  }

  private static boolean isBy(VerifierKey key, SignedNote.Signature signature) {
    return key.name().equals(signature.name()) && key.id() == signature.keyId();
  }

  /**
   * Has the pin of an election and the older checkpoint held against the entries.
   *
   * @param required whether the record has to be the pinned one, or merely may
   */
  void claim(Derivation derivation, String origin, String election, long size, boolean required) {
    for (Pin pin : trust.pins()) {
      if (!pin.election().equals(election)) continue;
      if (pin.size() == size) derivation.hold(ofPin(pin, required));
      else if (required)
        log.flaw(
            "record",
            "has " + size + " entries and the one pinned for " + election + " " + pin.size());
    }
    trust.older().ifPresent(older -> claimOlder(derivation, older, origin, size));
  }

  private Derivation.Claim ofPin(Pin pin, boolean required) {
    Runnable right =
        () -> {
          log.proven("the root is the one pinned for " + pin.election());
          log.trusted();
        };
    String wrong =
        "is " + pin.root() + " for " + pin.election() + ", and these entries have another";
    if (required) return new Derivation.Claim("pinned root", pin.size(), pin.root(), wrong, right);
    // A log that somebody else keeps of the same election is not the archive's, and need not be.
    return new Derivation.Claim("pinned root", pin.size(), pin.root(), wrong, right, false);
  }

  private void claimOlder(Derivation derivation, SignedNote note, String origin, long size) {
    String where = "older checkpoint";
    try {
      Checkpoint older = Checkpoint.of(note);
      if (!older.origin().equals(origin)) {
        log.flaw(where, "is of another log, " + older.origin());
        return;
      }
      if (trust.key().filter(key -> !key.verifies(note)).isPresent()) {
        log.flaw(where, "is not signed with the log's key");
        return;
      }
      String wrong =
          older.size() == size
              ? "has as many entries and another root: two records were signed under one name (a fork)"
              : "of "
                  + older.size()
                  + " entries does not begin this record: an entry before that was altered";
      derivation.hold(
          new Derivation.Claim(
              where,
              older.size(),
              older.root(),
              wrong,
              () ->
                  log.proven(
                      "the older checkpoint of " + older.size() + " entries begins this record")));
    } catch (IllegalArgumentException e) {
      log.flaw(where, "is no checkpoint: " + e.getMessage());
    }
  }
}
