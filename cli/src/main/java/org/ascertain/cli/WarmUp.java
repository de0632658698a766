package org.ascertain.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The training run for the JVM's ahead-of-time cache: the command lines here load the classes, and
 * run the methods, that later runs find prepared. What they print is of no interest.
 */
final class WarmUp {

  private static final List<List<String>> COMMAND_LINES =
      List.of(
          List.of("--help"),
          List.of("--version"),
          List.of("no-such-command"),
          List.of("replay", "2020", "--instant"),
          List.of("standing", "2020", "--json"),
          List.of("when", "2020", "voted >= 270"),
          List.of("explain", "2020", "president"),
          List.of("export", "2000", "--format", "nist-100-v2-xml"));

  /** A report as a text is held against the record. */
  private static final String REPORT =
      """
      December 16, 2020

      Joseph Biden defeated President Donald Trump 306-232 when the Electoral College voted on Monday, Dec. 14. \
      California's 55 electors put him over the 270-vote threshold, and Hawaii was the last state to vote. \
      Georgia certified its results on Nov. 20; Biden won the state by 11,779 votes. \
      The Associated Press called the race for Biden on Nov. 7.
      """;

  public static void main(String[] args) throws IOException {
    COMMAND_LINES.forEach(line -> Ascertain.run(line.toArray(String[]::new)));
    Path report = Files.createTempFile("ascertain-report", ".txt");
    try {
      Files.writeString(report, REPORT, UTF_8);
      Ascertain.run("check-text", report.toString());
    } finally {
      Files.delete(report);
    }
  }

  private WarmUp() {}
}
