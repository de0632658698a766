package org.ascertain.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;

/** The pictures of an election's papers: who types or proposes hands them in. */
public final class ScanActs {

  private static final int MOST_ATTEMPTS = 20;

  /** Each state has some papers, and some are handed in twice. */
  static final int MOST = 1_000;

  private final ElectionDesk desk;

  ScanActs(ElectionDesk desk) {
    this.desk = desk;
  }

  /** A picture by its SHA-256. */
  public Optional<Scan> find(String hash) {
    return desk.record().ask(of -> Scan.find(of, hash));
  }

  /**
   * Keeps a picture, with a line in the trail; one that is kept already stays as it is.
   *
   * @return whether there is room for it
   */
  public boolean keep(Account who, Scan scan) {
    for (int attempts = 1; ; attempts++) {
      if (desk.record().ask(of -> Scan.isKept(of, scan.hash()))) return true;
      if (desk.record().ask(Scan::number) >= MOST) return false;
      try {
        desk.decide(
                state ->
                    desk.append(
                        List.of(),
                        state.size(),
                        "scan:" + UUID.randomUUID(),
                        (in, at) -> {
                          if (Scan.isKept(in, scan.hash())) return;
                          scan.insert(in);
                          Trail.write(in, desk.now(), who, "scan", "scan " + scan.hash(), Map.of());
                        }))
            .join();
        return true;
      } catch (CompletionException failed) {
        if (!HandedBatch.hasMoved(failed) || attempts == MOST_ATTEMPTS)
          throw ElectionDesk.why(failed);
        desk.lookAnew();
      }
    }
  }
}
