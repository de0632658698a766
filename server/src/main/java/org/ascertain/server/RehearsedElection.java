package org.ascertain.server;

import org.ascertain.answers.Edition;
import org.ascertain.desk.Rehearsal;
import org.ascertain.ledger.DataFolder;
import org.ascertain.server.Rendered.Effort;

/** An election of the archive that happens again, served like one that runs. */
final class RehearsedElection implements AutoCloseable {

  private final Rehearsal rehearsal;
  private final LiveElection live;

  RehearsedElection(Rehearsal.Plan plan) {
    this.rehearsal = new Rehearsal(plan);
    this.live =
        new LiveElection(
            rehearsal.id(),
            Edition.REHEARSAL,
            Effort.LOW,
            rehearsal.ledger(),
            rehearsal.ledger()::size);
  }

  ServedElection served() {
    return live;
  }

  DataFolder folder() {
    return rehearsal.folder();
  }

  void start() {
    live.start();
    rehearsal.start(live::wake);
  }

  @Override
  public void close() {
    live.close();
    rehearsal.close();
  }
}
