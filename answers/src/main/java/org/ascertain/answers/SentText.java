package org.ascertain.answers;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of rows that were sent to a desk, as the desk told it, or that went into a record
 * file through a desk's checks.
 *
 * @param what was sent, for people
 * @param election to which
 * @param hasDesk whether what is kept aside waits at a desk
 * @param trial whether it was only looked at
 * @param findings of rows that were not simply recorded
 * @param more how many further findings there are, which the desk did not list
 * @param stopped why not everything was answered, in a sentence
 */
public record SentText(
    String what,
    String election,
    boolean hasDesk,
    boolean trial,
    Counts counts,
    List<Finding> findings,
    long more,
    Optional<String> stopped) {

  /** How many findings are printed for people. */
  private static final int MOST_PRINTED = 40;

  /** By which a desk tells what it did to a file of others when it read it. */
  private static final String READ_SO = "D112";

  public SentText {
    findings = List.copyOf(findings);
  }

  /**
   * How many rows came to what.
   *
   * @param known those that the record had already
   * @param kept those that wait for somebody to decide
   */
  public record Counts(
      long rows, long recorded, long known, long kept, long proposed, long refused) {

    void write(JsonAnswer json) throws IOException {
      json.number("rows", rows);
      json.number("recorded", recorded);
      json.number("known", known);
      json.number("kept", kept);
      json.number("proposed", proposed);
      json.number("refused", refused);
    }

    String words(boolean trial) {
      List<String> parts = new ArrayList<>();
      parts.add(Names.number(recorded) + (trial ? " would be recorded" : " recorded"));
      if (known > 0) parts.add(Names.number(known) + " known already");
      if (kept > 0)
        parts.add(Names.number(kept) + (trial ? " would be kept aside" : " kept aside"));
      if (proposed > 0) parts.add(Names.number(proposed) + " proposed");
      if (refused > 0) parts.add(Names.number(refused) + " refused");
      return Names.several(rows, "row", "rows") + ": " + String.join(", ", parts);
    }
  }

  /** What a check found in a row, from 1; in the whole, where that is 0. */
  public record Finding(
      long row, String code, String severity, String path, String says, Optional<String> kept) {

    String line() {
      String place = row == 0 ? "" : "row " + row + ": ";
      return place
          + code
          + " "
          + (path.isEmpty() ? "" : path + ": ")
          + says
          + kept.map(number -> " (kept as " + number + ")").orElse("");
    }
  }

  /**
   * For people to read: findings that ask for something on {@code err}, the counts on {@code out}.
   */
  public void print(PrintWriter out, PrintWriter err) {
    List<Finding> grave =
        findings.stream().filter(finding -> !finding.severity().equals("note")).toList();
    grave.stream().limit(MOST_PRINTED).forEach(finding -> err.println(finding.line()));
    long further = Math.max(0, grave.size() - MOST_PRINTED) + more;
    if (further > 0)
      err.printf(
          hasDesk ? "... and %s; the desk has them all.%n" : "... and %s.%n",
          Names.several(further, "other", "others"));
    out.printf("%s: %s, %s.%n", election, what, counts.words(trial));
    List<String> done =
        findings.stream()
            .filter(finding -> finding.code().equals(READ_SO))
            .map(Finding::says)
            .distinct()
            .limit(MOST_PRINTED)
            .toList();
    done.forEach(out::println);
    int notes = findings.size() - grave.size() - done.size();
    if (notes > 0) out.printf("%s; --json lists them.%n", Names.several(notes, "note", "notes"));
    if (hasDesk && !trial && counts.kept() > 0)
      out.println("What was kept aside waits at the desk; see 'ascertain kept --help'.");
    if (!hasDesk && !trial && counts.kept() + counts.refused() > 0)
      out.println("A record file has no desk: what was kept aside or refused is not in it.");
    stopped.ifPresent(why -> err.println("ascertain: " + why));
  }

  /** For programs. */
  public String json() {
    return JsonAnswer.object(
        json -> {
          json.text("election", election);
          counts.write(json);
          json.list("findings", findings, finding -> write(json, finding));
          if (more > 0) json.number("more", more);
          json.text("stopped", stopped);
        });
  }

  private static void write(JsonAnswer json, Finding finding) throws IOException {
    json.number("row", finding.row());
    json.text("code", finding.code());
    json.text("severity", finding.severity());
    if (!finding.path().isEmpty()) json.text("path", finding.path());
    json.text("says", finding.says());
    json.text("kept", finding.kept());
  }
}
