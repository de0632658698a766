package org.ascertain.answers;

import java.io.IOException;
import java.util.List;
import org.ascertain.election.Problem;

/** Problems and remarks of a file, each with its line. */
final class ProblemJson {

  /** Writes both lists inside an object that has been begun. */
  static void write(JsonAnswer json, List<Problem> problems, List<Problem> remarks)
      throws IOException {
    write(json, problems);
    json.list("remarks", remarks, remark -> write(json, remark));
  }

  /** Writes the problems alone. */
  static void write(JsonAnswer json, List<Problem> problems) throws IOException {
    json.list("problems", problems, problem -> write(json, problem));
  }

  private static void write(JsonAnswer json, Problem problem) throws IOException {
    json.number("line", problem.line());
    json.text("code", problem.check().code());
    json.text("path", problem.path());
    json.text("sentence", problem.sentence());
  }

  private ProblemJson() {}
}
