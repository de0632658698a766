package org.ascertain.answers;

import java.io.PrintWriter;
import java.util.List;
import org.ascertain.election.Problem;

/**
 * What checking a record came to.
 *
 * @param entries how many could be read
 * @param further how many more problems there are than are listed
 */
public record CheckText(long entries, List<Problem> problems, long further, List<Problem> remarks) {

  public CheckText {
    problems = List.copyOf(problems);
    remarks = List.copyOf(remarks);
  }

  /** One line each, then how many there are. */
  public void print(PrintWriter out) {
    problems.forEach(problem -> out.println(ProblemText.withLine(problem)));
    remarks.forEach(remark -> out.println(ProblemText.withLine(remark)));
    out.println(sum());
  }

  private String sum() {
    String read = Names.several(entries, "entry", "entries");
    long all = problems.size() + further;
    return all == 0 && remarks.isEmpty()
        ? "No problem in " + read + "."
        : "%s: %s, %s"
            .formatted(
                read,
                Names.several(all, "problem", "problems"),
                Names.several(remarks.size(), "remark", "remarks"));
  }

  /** For programs. */
  public String json() {
    return JsonAnswer.object(
        json -> {
          json.number("entries", entries);
          ProblemJson.write(json, problems, remarks);
          if (further > 0) json.number("furtherProblems", further);
        });
  }
}
