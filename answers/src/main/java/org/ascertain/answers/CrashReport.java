package org.ascertain.answers;

import java.io.PrintWriter;

/**
 * What a user is told when the program itself is at fault: one sentence; the rest only when asked
 * for.
 */
public final class CrashReport {

  public static int report(Throwable fault, PrintWriter err) {
    err.println(
        "This is a fault of Ascertain: %s. Run it with ASCERTAIN_DEBUG=1 for the details to report."
            .formatted(inOneLine(fault)));
    traceIfAsked(fault, err);
    err.flush();
    return ExitCode.FAULT;
  }

  /** Whether traces are asked for: ASCERTAIN_DEBUG is set, to anything but 0. */
  public static boolean isTraceAsked() {
    String asked = System.getenv().getOrDefault("ASCERTAIN_DEBUG", "");
    return !asked.isEmpty() && !asked.equals("0");
  }

  /** The trace of a fault or of trouble, for whoever asked for it. */
  static void traceIfAsked(Throwable thrown, PrintWriter err) {
    if (isTraceAsked()) thrown.printStackTrace(err);
  }

  private static String inOneLine(Throwable fault) {
    String message = fault.getMessage();
    String name = fault.getClass().getSimpleName();
    return message == null ? name : name + ", " + message.lines().findFirst().orElse("");
  }

  private CrashReport() {}
}
