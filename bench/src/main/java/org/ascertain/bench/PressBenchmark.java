package org.ascertain.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.ascertain.press.CheckedText;
import org.ascertain.press.TextCheck;

/** A text of 100 kB held against the record: in a program that runs, and from a process's start. */
final class PressBenchmark implements Benchmark {

  private static final int BYTES = 100_000;
  private static final int ROUNDS = 40;

  /** Sentences with claims and without, as reports have them. */
  private static final String REPORT =
      """
      Joseph Biden defeated President Donald Trump 306-232 when the Electoral College voted on Monday, Dec. 14. \
      Hawaii was the last state to vote, while California's 55 electors had put him over the 270-vote threshold. \
      The weather was mild for the season, and few people had come to watch what is usually a formality. \
      Georgia certified its results on Nov. 20 and again, after a recount, on Dec. 7; Biden won the state by 11,779 votes. \
      "It is time to turn the page," one of the electors said, and went home to a late lunch with her family. \
      The Associated Press called the race for Biden on Nov. 7, and Russian President Vladimir Putin congratulated him on Tuesday. \
      Nobody knew what would become of the lawsuits that were still before the courts of several states.

      """;

  @Override
  public String name() {
    return "press";
  }

  @Override
  public void run(PrintStream out) throws IOException {
    String text = "December 16, 2020\n\n" + REPORT.repeat(BYTES / REPORT.length());
    TextCheck check = TextCheck.ofArchive();
    Stopwatch warm =
        Stopwatch.best(
            ROUNDS,
            () -> {
              CheckedText checked =
                  check.check(text, Optional.empty(), Optional.<LocalDate>empty());
              if (checked.findings().size() < 500)
                throw new IllegalStateException(checked.findings().size() + " findings");
            });
    out.printf("  100 kB of text, warm: %.0f ms by the clock (due: 300 ms)%n", 1000 * warm.clock());
    Path file = Files.createTempFile("ascertain-press", ".txt");
    try {
      Files.writeString(file, text, UTF_8);
      out.printf(
          "  the same from a process's start: %s (due: 1.5 s, 256 MB)%n",
          WatchedProcess.ascertain("check-text", file.toString(), "--json"));
    } finally {
      Files.delete(file);
    }
  }
}
