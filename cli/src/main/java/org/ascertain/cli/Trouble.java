package org.ascertain.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.ascertain.ledger.LedgerException;
import org.ascertain.record.LogRefused;

/**
 * Tells what went wrong while a command ran: trouble with disks, networks and records, or a fault
 * of the program.
 */
final class Trouble {

  static int report(Throwable thrown, PrintWriter err) {
    int exit =
        switch (thrown) {
          case LedgerException ledger ->
              switch (ledger.reason()) {
                case REFUSED, FOREIGN -> Exit.USAGE;
                case BUSY, FULL, READ_ONLY, TAKEN, DAMAGED, CLOSED, UNKNOWN -> Exit.NO;
              };
          case LogRefused refused -> Exit.NO;
          case IOException disk -> Exit.USAGE;
          case UncheckedIOException disk -> Exit.USAGE;
          default -> Exit.FAULT;
        };
    if (exit == Exit.FAULT) return Fault.report(thrown, err);
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

  private Trouble() {}
}
