package org.ascertain.server;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Finds the election that an address names. */
@ApplicationScoped
class ElectionLookup {

  private final ServedElections elections;

  ElectionLookup(ServedElections elections) {
    this.elections = elections;
  }

  /**
   * The election.
   *
   * @throws Refusal if there is none
   */
  ServedElection election(String id) {
    return elections.find(id).orElseThrow(() -> Refusal.noElection(id));
  }

  /**
   * What the parameters of an address mean in an election's newest snapshot; each may be lacking.
   *
   * @throws Refusal if there is no such election, or one of them is no such thing
   */
  AsOf asOf(String id, @Nullable String at, @Nullable String known, @Nullable String entries) {
    Snapshot snapshot = election(id).snapshot();
    return new AsOf(snapshot, MomentParameter.of("at", at), Earlier.of(entries, known, snapshot));
  }
}
