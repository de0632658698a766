package org.ascertain.server;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import org.ascertain.answers.JsonAnswer;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.handlers.ConsoleHandler;

/**
 * The log as lines of JSON, for machines that collect logs: {@code time}, {@code level}, {@code
 * logger}, {@code message}, and of a fault its {@code trace}.
 */
final class JsonLog extends ExtFormatter {

  private static final String INFORMS = "INFO";

  /** Has everything that is logged from now on written so, in place of sentences. */
  static void begin() {
    System.setProperty("quarkus.log.console.enabled", "false");
    ConsoleHandler console = new ConsoleHandler(ConsoleHandler.Target.SYSTEM_OUT, new JsonLog());
    // from the first moment on, in which the level that is configured is not in force yet
    console.setLevel(Level.WARN);
    LogContext.getLogContext().getLogger("").addHandler(console);
  }

  /** A line about what the server itself has to tell. */
  static String line(Instant time, String message) {
    return line(time, INFORMS, JsonLog.class.getPackageName(), message, "");
  }

  @Override
  public String format(ExtLogRecord logged) {
    return line(
            logged.getInstant(),
            logged.getLevel().getName(),
            logged.getLoggerName(),
            formatMessage(logged),
            trace(logged))
        + "\n";
  }

  private static String trace(ExtLogRecord logged) {
    if (logged.getThrown() == null) return "";
    StringWriter trace = new StringWriter();
    logged.getThrown().printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }

  private static String line(
      Instant time, String level, String logger, String message, String trace) {
    return JsonAnswer.compact(
        json -> {
          json.text("time", time.toString());
          json.text("level", level);
          json.text("logger", logger);
          json.text("message", message);
          if (!trace.isEmpty()) json.text("trace", trace);
        });
  }
}
