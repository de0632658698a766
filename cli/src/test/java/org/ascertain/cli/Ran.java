package org.ascertain.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.ascertain.answers.ExitCode;

/** What a command line answered: its exit code, and what it wrote to either stream. */
record Ran(int exit, String out, String err) {

  static Ran run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        Ascertain.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(args);
    return new Ran(exit, out.toString(), err.toString());
  }

  /** The answer of a command that has to succeed without a word on standard error. */
  static Ran done(String... args) {
    Ran ran = run(args);
    if (ran.exit != ExitCode.DONE || !ran.err.isEmpty()) throw new AssertionError(ran);
    return ran;
  }

  List<String> lines() {
    return out.lines().toList();
  }

  /** The only line that has all of these words. */
  String line(String... words) {
    List<String> found =
        lines().stream().filter(line -> List.of(words).stream().allMatch(line::contains)).toList();
    if (found.size() != 1)
      throw new AssertionError(found.size() + " lines have " + List.of(words) + " in\n" + out);
    return found.getFirst();
  }

  /** The answer of a command with {@code --json}. */
  JsonValue json() {
    return JsonValue.read(out);
  }
}
