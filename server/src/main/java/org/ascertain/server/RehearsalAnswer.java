package org.ascertain.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ascertain.answers.JsonAnswer;
import org.ascertain.desk.ElectionDesk;
import org.ascertain.desk.KeptRow;
import org.ascertain.feed.Feed;

/**
 * What became of the faults that are planted in a rehearsal with people. One that waits is not
 * named: whoever reads the score is not to learn from it where to look.
 */
final class RehearsalAnswer {

  /** What became of a fault. */
  private enum Came {
    /** Nobody has decided yet. */
    WAITING,
    /** A person mended or left out the row, or the checks told of it and no person was needed. */
    FOUND,
    /** It went into the record and nobody said a word. */
    MISSED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private record Told(Feed.Seen seen, Came came) {}

  static String json(RehearsedDesk rehearsal, ElectionDesk desk) {
    List<Told> all = new ArrayList<>();
    for (Feed.Seen seen : rehearsal.seen()) all.add(new Told(seen, came(seen, desk)));
    return JsonAnswer.compact(
        json -> {
          json.number("planted", rehearsal.planted());
          json.number("sent", all.size());
          for (Came came : Came.values())
            json.number(came.word(), all.stream().filter(each -> each.came() == came).count());
          json.list(
              "items",
              all.stream().filter(each -> each.came() != Came.WAITING).toList(),
              each -> {
                json.text("fault", each.seen().fault().word());
                json.text("unit", each.seen().unit());
                json.text("at", each.seen().at());
                json.texts("codes", each.seen().codes());
                json.text("came", each.came().word());
              });
        });
  }

  private static Came came(Feed.Seen seen, ElectionDesk desk) {
    Optional<KeptRow> kept =
        seen.kept().isPresent() ? desk.kept(seen.kept().getAsLong()) : Optional.empty();
    if (kept.isEmpty()) return seen.isCaught() ? Came.FOUND : Came.MISSED;
    return switch (kept.get().state()) {
      case OPEN, CLAIMED -> kept.get().since().overtaken().isPresent() ? Came.FOUND : Came.WAITING;
      case MENDED, DISCARDED -> Came.FOUND;
      case RELEASED -> Came.MISSED;
    };
  }

  private RehearsalAnswer() {}
}
