package org.ascertain.server;

import java.time.InstantSource;
import java.util.Optional;
import org.ascertain.answers.Edition;
import org.ascertain.desk.Rehearsal;
import org.ascertain.ledger.DataFolder;
import org.ascertain.server.Rendered.Effort;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** An election of the archive that happens again, served like one that runs. */
final class RehearsedElection implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(RehearsedElection.class);

  private final Rehearsal rehearsal;
  private final LiveElection live;
  private volatile @Nullable String trouble;

  RehearsedElection(Rehearsal.Plan plan) {
    this.rehearsal = new Rehearsal(plan);
    this.live = new LiveElection(rehearsal.id(), Edition.REHEARSAL, Effort.LOW, rehearsal.folder());
  }

  LiveElection served() {
    return live;
  }

  InstantSource clock() {
    return rehearsal.clock();
  }

  DataFolder folder() {
    return rehearsal.folder();
  }

  void start() {
    live.start();
    rehearsal.start(live::wake, this::stopped);
  }

  private void stopped(Throwable fault) {
    trouble = "the rehearsal stopped: " + fault.getMessage();
    LOG.errorf(fault, "the rehearsal stopped: %s", GuardedWork.said(fault));
  }

  /** Why no more entries come, if it stopped before its end. */
  Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  @Override
  public void close() {
    live.close();
    rehearsal.close();
  }
}
