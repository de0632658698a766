package org.ascertain.server;

import jakarta.enterprise.context.ApplicationScoped;

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
}
