package org.ascertain.answers;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import org.ascertain.ledger.LedgerException;
import org.ascertain.record.LogRefused;

/**
 * Tells what went wrong while a command ran: trouble with disks, networks and records, or a fault
 * of the program.
 */
final class ErrorText {

  public static int report(Throwable thrown, PrintWriter err) {
    int exit =
        switch (thrown) {
          case LedgerException ledger ->
              switch (ledger.reason()) {
                case REFUSED, FOREIGN -> ExitCode.USAGE;
                case BUSY, FULL, READ_ONLY, DAMAGED, TAKEN, CLOSED, UNKNOWN -> ExitCode.NO;
              };
          case LogRefused refused -> ExitCode.NO;
          case IOException disk -> ExitCode.USAGE;
          case UncheckedIOException disk -> ExitCode.USAGE;
          default -> ExitCode.FAULT;
        };
    if (exit == ExitCode.FAULT) return CrashReport.report(thrown, err);
    err.println("ascertain: " + sentence(thrown));
    CrashReport.traceIfAsked(thrown, err);
    err.flush();
    return exit;
  }

  private static String sentence(Throwable thrown) {
    return switch (thrown) {
      case UncheckedIOException disk -> io(Objects.requireNonNull(disk.getCause()));
      case IOException disk -> io(disk);
      default -> String.valueOf(thrown.getMessage());
    };
  }

  private static String io(IOException trouble) {
    return switch (trouble) {
      case NoSuchFileException missing -> "There is no file '" + missing.getFile() + "'.";
      case AccessDeniedException denied -> "You have no right to use '" + denied.getFile() + "'.";
      case FileAlreadyExistsException there -> "There is a file '" + there.getFile() + "' already.";
      default -> {
        String message = trouble.getMessage();
        yield "Reading or writing failed: "
            + (message == null ? trouble.getClass().getSimpleName() : message)
            + ".";
      }
    };
  }

  private ErrorText() {}
}
