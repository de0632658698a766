package org.ascertain.answers;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.ascertain.ledger.LedgerException;
import org.ascertain.record.LogRefused;

/**
 * Tells what went wrong while a command ran: trouble with disks, networks and records, or a fault
 * of the program.
 */
public final class ErrorText {

  public static int report(Throwable thrown, PrintWriter err) {
    int exit =
        switch (thrown) {
          case LedgerException ledger ->
              switch (ledger.reason()) {
                case REFUSED, FOREIGN -> ExitCode.USAGE;
                case BUSY, FULL, READ_ONLY, DAMAGED, CLOSED, UNKNOWN -> ExitCode.NO;
              };
          case LogRefused refused -> ExitCode.NO;
          case IOException disk -> ExitCode.USAGE;
          case UncheckedIOException disk -> ExitCode.USAGE;
          default -> ExitCode.FAULT;
        };
    if (exit == ExitCode.FAULT) return CrashReport.report(thrown, err);
    err.println("ascertain: " + sentence(thrown));
    err.flush();
    return exit;
  }

  private static String sentence(Throwable thrown) {
    return switch (thrown) {
      case UncheckedIOException disk -> "Reading or writing failed: " + disk.getCause() + ".";
      case IOException disk -> "Reading or writing failed: " + disk + ".";
      default -> String.valueOf(thrown.getMessage());
    };
  }

  private ErrorText() {}
}
