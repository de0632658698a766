package org.ascertain.answers;

import org.ascertain.election.Problem;

/** A problem of a record in a sentence. */
public final class ProblemText {

  /** With its code, and its field where the sentence does not name it: "R401 unit: The law ...". */
  public static String of(Problem problem) {
    boolean isSaid = problem.path().isEmpty() || problem.check().namesField();
    return problem.check().code()
        + (isSaid ? " " : " " + problem.path() + ": ")
        + problem.sentence();
  }

  /** With its line, as lists of them give it. */
  public static String withLine(Problem problem) {
    return "line " + problem.line() + ": " + of(problem);
  }

  private ProblemText() {}
}
