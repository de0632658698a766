package org.ascertain.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;

/**
 * What a reviewer does about an entry of the desk's own that may be wrong: pulling back is to be
 * faster than asserting, so one alone may, and the correction itself takes two.
 */
public final class HoldActs {

  private static final int MOST_ATTEMPTS = 20;

  /** What came of it. */
  public enum Acted {
    DONE,
    /** No entry of that number was put into the record by two people of this desk. */
    NOT_OWN,
    /** It is held already, or is not. */
    SO_ALREADY
  }

  private final ElectionDesk desk;

  HoldActs(ElectionDesk desk) {
    this.desk = desk;
  }

  /** The holds that stand. */
  public List<Hold> all() {
    return Hold.of(desk.record());
  }

  /** Tells readers that an entry is looked into. */
  public Acted hold(Account who, long entry, String reason) {
    Hold hold = new Hold(entry, who, desk.now(), reason);
    return act(who, entry, "hold", false, hold::insert);
  }

  /** Ends that. */
  public Acted lift(Account who, long entry) {
    return act(who, entry, "unhold", true, in -> Hold.lift(in, entry, desk.now()));
  }

  private interface Change {
    void in(Connection in) throws SQLException;
  }

  private static final class NotDone extends RuntimeException {
    private static final long serialVersionUID = 1;

    final Acted why;

    NotDone(Acted why) {
      super("it is not done", null, false, false);
      this.why = why;
    }
  }

  private Acted act(Account who, long entry, String word, boolean stands, Change change) {
    for (int attempts = 1; ; attempts++) {
      try {
        desk.decide(
                state ->
                    desk.append(
                        List.of(),
                        state.size(),
                        "hold:" + UUID.randomUUID(),
                        (in, at) -> {
                          if (!Hold.isOwn(in, entry)) throw new NotDone(Acted.NOT_OWN);
                          if (Hold.stands(in, entry) != stands) throw new NotDone(Acted.SO_ALREADY);
                          change.in(in);
                          Trail.write(in, desk.now(), who, word, "entry " + entry, Map.of());
                        }))
            .join();
        return Acted.DONE;
      } catch (CompletionException failed) {
        for (Throwable each = failed; each != null; each = each.getCause())
          if (each instanceof NotDone notDone) return notDone.why;
        if (!HandedBatch.hasMoved(failed) || attempts == MOST_ATTEMPTS)
          throw ElectionDesk.why(failed);
        desk.lookAnew();
      }
    }
  }
}
