package org.ascertain.server;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.ascertain.answers.BegunText;
import org.ascertain.answers.BegunText.Next;
import org.ascertain.answers.ProblemText;
import org.ascertain.desk.NewElection;
import org.ascertain.desk.Token;
import org.ascertain.law.Law;
import org.ascertain.ledger.DataFolder;
import org.ascertain.postgres.DataPlace;
import org.jboss.logging.Logger;

/**
 * The record of an election begins in the data folder, for a token that may give its first fact.
 */
@ApplicationScoped
class NewElections {

  private static final Logger LOG = Logger.getLogger(NewElections.class);
  private static final InstantSource CLOCK = InstantSource.system();

  private final Optional<DataFolder> folder;

  NewElections(Settings settings) {
    this.folder = settings.data().map(DataPlace::open);
  }

  /** Begins it, as the request's body asks. */
  void begin(RoutingContext context, HandedInRequest handed, Asker asker) throws IOException {
    DeskAnswers.requireParameters(context, List.of());
    NewElection made = made(handed.json());
    if (!made.problems().isEmpty())
      throw new Refusal(
          400, "Not sound", ProblemText.of(made.problems().getFirst()) + " No record was begun.");
    String id = made.header().election();
    boolean isBeyond =
        asker instanceof Asker.Machine(Token token)
            && token.scope().beyond(id, made.header()).isPresent();
    if (isBeyond)
      throw new Refusal(
          403, "Beyond this token", "This token may not begin the record of %s.".formatted(id));
    DataFolder data =
        folder.orElseThrow(() -> new Refusal(404, "No data folder", "Nothing is recorded here."));
    if (data.has(id) && data.election(id).size() > 0)
      throw new Refusal(409, "It has begun", "There is a record of %s already.".formatted(id));
    long entries = made.begin(data, Optional.empty(), CLOCK, LOG::warn);
    BegunText begun =
        new BegunText(
            made.header(), Law.of(made.header()).orElseThrow(), made.keeps(), entries, next(id));
    DeskAnswers.send(context, 201, begun.json());
  }

  private static NewElection made(String asked) {
    try {
      return NewElection.asked(asked, CLOCK.instant());
    } catch (IllegalArgumentException wrong) {
      throw new Refusal(400, "Not understood", "It cannot begin: " + wrong.getMessage() + ".");
    }
  }

  private static List<Next> next(String id) {
    return List.of(
        new Next(
            "hand in",
            "POST /api/elections/" + id + "/facts",
            "facts as JSON or JSON Lines, by a token that may; returns as CSV at /returns"),
        new Next("look", "GET /api/elections/" + id + "/standing", "where the election stands"));
  }
}
