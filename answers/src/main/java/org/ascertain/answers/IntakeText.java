package org.ascertain.answers;

import java.io.PrintWriter;
import java.util.List;
import org.ascertain.election.Problem;

/**
 * What became of a file that was handed in.
 *
 * @param election into whose record it went
 * @param file how its giver named it
 * @param trial whether it was only to be looked at
 * @param added how many entries went in, or would
 * @param known how many of its lines the record had already
 * @param entries how many the record has now, or would
 */
public record IntakeText(
    String election,
    String file,
    boolean trial,
    long added,
    long known,
    long entries,
    List<Problem> problems,
    List<Problem> remarks) {

  public IntakeText {
    problems = List.copyOf(problems);
    remarks = List.copyOf(remarks);
  }

  /** Whether the file is sound. */
  public boolean isSound() {
    return problems.isEmpty();
  }

  /**
   * For people to read.
   *
   * @param err gets what is wrong, and what somebody should look at
   */
  public void print(PrintWriter out, PrintWriter err) {
    problems.forEach(problem -> err.println(ProblemText.withLine(problem)));
    remarks.forEach(remark -> err.println(ProblemText.withLine(remark)));
    if (isSound()) out.println(line());
    else err.printf("ascertain: '%s' is not sound; nothing was taken in.%n", file);
  }

  private String line() {
    String already =
        known == 0
            ? ""
            : "; %s in it already".formatted(Names.several(known, "line is", "lines are"));
    return trial
        ? "%s: %s would be taken in, %s in all%s; nothing was."
            .formatted(election, entries(added), Names.number(entries), already)
        : "%s: %s taken in, %s in all%s."
            .formatted(election, entries(added), Names.number(entries), already);
  }

  private static String entries(long number) {
    return Names.several(number, "entry", "entries");
  }

  /** For programs. */
  public String json() {
    return JsonAnswer.object(
        json -> {
          json.text("election", election);
          json.truth("sound", isSound());
          json.truth("dryRun", trial);
          json.number("added", isSound() ? added : 0);
          json.number("alreadyRecorded", known);
          json.number("entries", entries);
          ProblemJson.write(json, problems, remarks);
        });
  }
}
