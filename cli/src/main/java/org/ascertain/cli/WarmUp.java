package org.ascertain.cli;

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

  public static void main(String[] args) {
    COMMAND_LINES.forEach(line -> Ascertain.run(line.toArray(String[]::new)));
  }

  private WarmUp() {}
}
