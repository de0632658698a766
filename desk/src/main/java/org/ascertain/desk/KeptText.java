package org.ascertain.desk;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.ascertain.answers.Lines;
import org.ascertain.answers.Names;
import org.ascertain.answers.ShellWord;
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

  /**
   * How many rows there are, for how many of them a person has to decide, and how.
   *
   * @param state of them all
   */
  public void heading(List<KeptRow> rows, KeptRow.State state, String data) {
    if (!state.waits()) {
      out.printf(
          "%s of %s %s %s.%n",
          Names.several(rows.size(), "row", "rows"),
          election,
          rows.size() == 1 ? "is" : "are",
          state.word());
      return;
    }
    if (rows.isEmpty()) {
      out.printf("No row of %s waits.%n", election);
      return;
    }
    out.printf(
        "%s of %s %s kept aside%s.%n",
        Names.several(rows.size(), "row", "rows"),
        election,
        rows.size() == 1 ? "is" : "are",
        parts(rows));
    String act = "ascertain kept %s --data %s ".formatted(election, ShellWord.of(data));
    out.println(layout.faint(act + "--release K --reason R"));
    out.println(
        layout.faint("also --mend K FILE, --discard K --reason R, --release-all --reason R"));
  }

  private static String parts(List<KeptRow> rows) {
    long overtaken = rows.stream().filter(row -> row.since().overtaken().isPresent()).count();
    long follow =
        rows.stream()
            .filter(row -> row.since().overtaken().isEmpty() && row.since().follows().isPresent())
            .count();
    if (overtaken == 0 && follow == 0) return "";
    return ": %s for a decision of %s own, %d only follow one of them, %d are overtaken by a later row"
        .formatted(
            Names.several(rows.size() - overtaken - follow, "waits", "wait"),
            rows.size() - overtaken - follow == 1 ? "its" : "their",
            follow,
            overtaken);
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

  /**
   * Rows, those first that need a decision of their own, each with what was found in it and what is
   * in force.
   */
  public void rows(List<KeptRow> rows, Function<KeptRow, Optional<Reported>> inForce) {
    for (KeptRow row : rows)
      if (row.since().isOwn() || !row.state().waits()) row(row, inForce.apply(row));
    brief("They only follow a row above; one decision is for both", rows, this::follows);
    brief(
        "Overtaken by a later row that is recorded; nobody needs to decide", rows, this::overtaken);
  }

  private boolean follows(KeptRow row) {
    return row.since().follows().isPresent() && !overtaken(row);
  }

  private boolean overtaken(KeptRow row) {
    return row.since().overtaken().isPresent();
  }

  private void brief(String heading, List<KeptRow> rows, Predicate<KeptRow> of) {
    List<KeptRow> those = rows.stream().filter(row -> row.state().waits()).filter(of).toList();
    if (those.isEmpty()) return;
    out.println();
    out.println(layout.bold(heading + ":"));
    for (KeptRow row : those) {
      String codes = codes(row.findings());
      String shown =
          row.since().shown().isEmpty()
              ? ""
              : ", the row after shows " + codes(row.since().shown());
      String follows = follows(row) ? ", follows " + row.since().follows().getAsLong() : "";
      out.printf("%4d %s  %s%s%s%n", row.id(), row.unit().orElse("?"), codes, shown, follows);
      lines(row.raw());
    }
  }

  private static String codes(List<Told> findings) {
    return findings.stream().map(Told::code).distinct().collect(Collectors.joining(" "));
  }

  private void row(KeptRow row, Optional<Reported> inForce) {
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
    for (Told told : row.since().shown()) lines("the row after shows: " + words(told));
    inForce.ifPresent(figures -> lines(words(figures)));
    if (row.since().followers() > 0)
      lines(
          "%s only %s it: one decision is for all"
              .formatted(
                  Names.several(row.since().followers(), "row", "rows"),
                  row.since().followers() == 1 ? "follows" : "follow"));
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
