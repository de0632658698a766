package org.ascertain.cli;

import java.util.List;

/**
 * The training run for the JVM's ahead-of-time cache: the command lines here load the classes, and
 * run the methods, that later runs find prepared. What they print is of no interest.
 */
final class WarmUp {

  private static final List<List<String>> COMMAND_LINES =
      List.of(List.of("--help"), List.of("--version"), List.of("no-such-command"));

  public static void main(String[] args) {
    COMMAND_LINES.forEach(line -> Ascertain.run(line.toArray(String[]::new)));
  }

  private WarmUp() {}
}
