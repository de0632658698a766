package org.ascertain.answers;

import org.ascertain.election.Problem;

/** Problems and remarks for people to read. */
public final class ProblemText {

  /** A problem's code, its field where the sentence does not begin with it, and the sentence. */
  public static String of(Problem problem) {
    boolean isSaid = problem.path().isEmpty() || problem.detail().startsWith(problem.path());
    return problem.check().code()
        + (isSaid ? " " : " " + problem.path() + ": ")
        + problem.sentence();
  }

  private ProblemText() {}
}
