package org.ascertain.desk;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ascertain.answers.Lines;
import org.ascertain.answers.Names;
import org.ascertain.answers.TextLayout;

/** Rows that are kept aside, and what acts did with them, for people to read. */
public final class KeptText {

  private static final String INDENT = "     ";
  private static final int USUAL_WIDTH = 100;

  private final String election;
  private final PrintWriter out;
  private final TextLayout layout;

  public KeptText(String election, PrintWriter out, TextLayout layout) {
    this.election = election;
    this.out = out;
    this.layout = layout;
  }

  /** How many rows wait, and how they are decided. */
  public void heading(int rows, String data) {
    if (rows == 0) {
      out.printf("No row of %s waits.%n", election);
      return;
    }
    out.printf(
        "%s of %s %s kept aside.%n",
        Names.several(rows, "row", "rows"), election, rows == 1 ? "is" : "are");
    String act = "ascertain kept %s --data %s ".formatted(election, data);
    out.println(layout.faint(act + "--release K --reason R"));
    out.println(
        layout.faint("also --mend K FILE, --discard K --reason R, --release-all --reason R"));
  }

  /** What of it could change who wins. */
  public void alerts(List<Alert> alerts) {
    for (Alert each : alerts)
      if (each.isOpen()) {
        out.println();
        out.println(layout.marked("Alert: " + each.unit()));
        lines(each.weighing().says());
      }
  }

  /** One row with what was found in it and what is in force. */
  public void row(KeptRow row, Optional<Reported> inForce) {
    out.println();
    out.println(
        layout.bold(
            "%4d %s  row %d of intake %d%s"
                .formatted(
                    row.id(),
                    row.unit().orElse("?"),
                    row.row(),
                    row.intake(),
                    row.state() == KeptRow.State.OPEN ? "" : "  " + row.state().word())));
    lines(row.raw());
    for (Told told : row.findings()) lines(words(told));
    inForce.ifPresent(figures -> lines(words(figures)));
    row.reason().ifPresent(reason -> lines("because: " + reason));
    row.entry().ifPresent(entry -> lines("recorded as entry " + entry));
  }

  private void lines(String text) {
    int width = Math.min(layout.width(), USUAL_WIDTH) - INDENT.length();
    String plain = text.replaceAll("\\p{Cntrl}", " ");
    for (String line : Lines.wrap(plain, width)) out.println(INDENT + line);
  }

  /** A finding in a sentence, with its code and field. */
  public static String words(Told told) {
    String path = told.path().isEmpty() ? "" : told.path() + ": ";
    return told.code() + " " + path + told.says() + " " + told.advice();
  }

  private static String words(Reported figures) {
    List<String> parts = new ArrayList<>();
    figures.votes().forEach((id, votes) -> parts.add(id + " " + Names.number(votes)));
    figures.other().ifPresent(other -> parts.add("other " + Names.number(other)));
    figures.total().ifPresent(total -> parts.add("total " + Names.number(total)));
    return "in force: entry %d of %s, %s"
        .formatted(figures.entry(), figures.source(), String.join(", ", parts));
  }

  /** What an act did. */
  public void done(KeptActs.Done done) {
    KeptRow row = done.row();
    String entry = row.entry().isPresent() ? " as entry " + row.entry().getAsLong() : "";
    String follow =
        done.follow() == 0
            ? ""
            : "; %s of %s after it fit now and %s recorded"
                .formatted(
                    Names.several(done.follow(), "row", "rows"),
                    row.unit().orElse(election),
                    done.follow() == 1 ? "is" : "are");
    out.printf("Row %d is %s%s%s.%n", row.id(), row.state().word(), entry, follow);
  }
}
