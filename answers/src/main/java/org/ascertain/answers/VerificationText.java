package org.ascertain.answers;

import java.io.PrintWriter;
import java.util.List;
import org.ascertain.record.Verification;

/** What verifying records came to. */
public final class VerificationText {

  /** Columns of a terminal. */
  private static final int WIDTH = 80;

  /** All of it, for people to read. */
  public static void print(Verification of, PrintWriter out) {
    out.println(of.origin());
    if (of.size() > 0)
      out.printf("  entries  %s%n  root     %s%n", Names.number(of.size()), of.root());
    of.proven().forEach(sentence -> print("proven", sentence, out));
    of.remarks().forEach(sentence -> print("note", sentence, out));
    of.flaws().forEach(flaw -> print("wrong", flaw.toString(), out));
    out.println(of.summary());
  }

  /** A sentence behind its kind, its further lines below its first. */
  private static void print(String kind, String sentence, PrintWriter out) {
    String before = "  %-9s".formatted(kind);
    for (String line : Lines.wrap(sentence, WIDTH - before.length())) {
      out.println(before + line);
      before = " ".repeat(before.length());
    }
  }

  /** In one line. */
  public static String line(Verification of) {
    return "%s: %s, %s"
        .formatted(of.origin(), Names.several(of.size(), "entry", "entries"), of.summary());
  }

  /** For programs: whether all holds, and of each record what was proven and what is wrong. */
  public static String json(List<Verification> all) {
    return JsonAnswer.object(
        json -> {
          json.truth("holds", all.stream().allMatch(Verification::holds));
          json.list(
              "records",
              all,
              of -> {
                json.text("origin", of.origin());
                json.truth("holds", of.holds());
                json.text("summary", of.summary());
                json.number("entries", of.size());
                if (of.size() > 0) json.text("root", of.root().toString());
                json.truth("trusted", of.trusted());
                json.texts("proven", of.proven());
                json.texts("notes", of.remarks());
                json.list(
                    "wrong",
                    of.flaws(),
                    flaw -> {
                      json.text("where", flaw.where());
                      json.text("what", flaw.what());
                    });
              });
        });
  }

  private VerificationText() {}
}
