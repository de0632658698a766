package org.ascertain.server;

import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.List;
import org.ascertain.desk.Trail;

/**
 * A trail as JSON Lines, from the line on that is asked for: while it grows, whoever has it up to
 * some line asks for what came after.
 */
final class TrailAnswer {

  private static final String TYPE = "application/jsonl; charset=utf-8";
  private static final int AT_ONCE = 1_000;

  /** Where the lines come from. */
  @FunctionalInterface
  interface Lines {
    List<Trail.Line> from(long first, int most);
  }

  static void send(RoutingContext context, Lines lines) throws IOException {
    long next = Math.max(1, DeskAnswers.number(context, "from").orElse(1));
    StreamedAnswer answer = new StreamedAnswer(context, TYPE);
    answer.begin();
    List<Trail.Line> some = lines.from(next, AT_ONCE);
    while (!some.isEmpty() && !answer.isClosed()) {
      StringBuilder text = new StringBuilder();
      for (Trail.Line line : some) text.append(line.json()).append('\n');
      answer.write(text.toString());
      next = some.getLast().id() + 1;
      some = some.size() < AT_ONCE ? List.of() : lines.from(next, AT_ONCE);
    }
    answer.end();
  }

  private TrailAnswer() {}
}
