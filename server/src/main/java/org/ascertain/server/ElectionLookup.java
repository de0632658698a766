package org.ascertain.server;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.ascertain.archive.Archive;
import org.ascertain.election.ElectionId;
import org.ascertain.law.Law;
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

  /** The law of an election to come, of which nothing is recorded here or in the archive. */
  Optional<Law> toCome(String id) {
    return elections.find(id).isPresent() || Archive.find(id).isPresent()
        ? Optional.empty()
        : ElectionId.of(id)
            .filter(each -> each.toString().equals(id))
            .flatMap(each -> Law.of(each.year()));
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
