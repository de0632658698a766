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
    if ("1".equals(System.getenv("ASCERTAIN_DEBUG"))) fault.printStackTrace(err);
    err.flush();
    return ExitCode.FAULT;
  }

  private static String inOneLine(Throwable fault) {
    String message = fault.getMessage();
    String name = fault.getClass().getSimpleName();
    return message == null ? name : name + ", " + message.lines().findFirst().orElse("");
  }

  private CrashReport() {}
}
