package org.ascertain.server;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What takes work to answer, asked within the budget that all such questions share. */
@ApplicationScoped
class Questions {

  private final QuestionBudget budget;
  private final CurrentVertxRequest request;

  Questions(Settings settings, CurrentVertxRequest request) {
    this.budget = new QuestionBudget(settings.questionLimit());
    this.request = request;
  }

  void stop(@Observes ShutdownEvent stopped) {
    budget.close();
  }

  /**
   * The answer to come. Who leaves before it is there gives it up; where nobody waits any longer,
   * it is not made.
   *
   * @param question all that the answer depends on, beside the record
   * @param making throws a {@link Refusal} where the question makes no sense
   */
  CompletionStage<Response> ask(
      HttpHeaders headers,
      Snapshot snapshot,
      List<@Nullable String> question,
      Supplier<Rendered> making) {
    QuestionBudget.Asked asked = budget.ask(QuestionBudget.Question.of(snapshot, question), making);
    RoutingContext context = request.getCurrent();
    if (context != null) context.addEndHandler(gone -> asked.leave());
    return asked
        .answer()
        .handle(
            (answer, failure) ->
                failure == null
                    ? HttpAnswers.answer(headers, answer)
                    : Problems.document(Refusal.of(failure)));
  }
}
