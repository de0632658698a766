package org.ascertain.press;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ascertain.answers.Lines;
import org.ascertain.answers.Names;
import org.ascertain.answers.TimeText;

/** Checked texts for people. */
public final class PressText {

  private static final int IN = 2;
  private static final int IN_CLAIM = 5;

  /**
   * One text: how many claims of which verdict, then each with its reason.
   *
   * @param width how many columns a line may have
   */
  public static void print(String name, CheckedText text, int width, PrintWriter out) {
    out.println(name);
    if (text.refused().isPresent()) {
      lines(IN, "Not judged. " + text.refused().get(), width, out);
      return;
    }
    lines(
        IN,
        "Judged as of %s (%s).".formatted(TimeText.day(text.day().orElseThrow()), text.dayFrom()),
        width,
        out);
    lines(IN, summary(text), width, out);
    for (int i = 0; i < text.findings().size(); i++) {
      Finding finding = text.findings().get(i);
      out.println();
      out.printf(
          "  %d  %s, %s%n",
          i + 1, finding.verdict().title().toUpperCase(Locale.ROOT), finding.election());
      lines(IN_CLAIM, "\"" + finding.claim().strip().replaceAll("\\s+", " ") + "\"", width, out);
      lines(IN_CLAIM, finding.why() + entries(finding.entries()), width, out);
      finding
          .today()
          .ifPresent(
              today ->
                  lines(
                      IN_CLAIM,
                      "Today: %s. %s%s"
                          .formatted(
                              today.verdict().title(), today.why(), entries(today.entries())),
                      width,
                      out));
    }
  }

  private static void lines(int indent, String text, int width, PrintWriter out) {
    for (String line : Lines.wrap(text, width - indent)) out.println(" ".repeat(indent) + line);
  }

  /** "21 claims: 9 supported, 1 contradicted, ...; 7 of 18 sentences hold no claim we know." */
  public static String summary(CheckedText text) {
    StringBuilder told =
        new StringBuilder(Names.several(text.findings().size(), "claim", "claims"));
    String colon = ": ";
    for (Verdict verdict : Verdict.values()) {
      if (text.count(verdict) == 0) continue;
      told.append(colon).append(text.count(verdict)).append(' ').append(verdict.title());
      colon = ", ";
    }
    return told.append("; ")
        .append(text.sentences() - text.withClaims())
        .append(" of ")
        .append(Names.several(text.sentences(), "sentence holds", "sentences hold"))
        .append(" no claim we know.")
        .toString();
  }

  /** "4 texts of 3 sources make 48 claims, each counted once in a text and its copies: ...". */
  public static String counted(List<CheckedText> texts, List<Copies.Pair> copies) {
    List<CountedClaim> claims = CountedClaim.of(texts, copies);
    StringBuilder told =
        new StringBuilder(
            "%s of %s: %s, each counted once for a text and its copies"
                .formatted(
                    Names.several(texts.size(), "text", "texts"),
                    Names.several(
                        CountedClaim.sources(texts.size(), copies).size(), "source", "sources"),
                    Names.several(sum(claims, Optional.empty()), "claim", "claims")));
    String colon = ": ";
    for (Verdict verdict : Verdict.values()) {
      int count = sum(claims, Optional.of(verdict));
      if (count == 0) continue;
      told.append(colon).append(count).append(' ').append(verdict.title());
      colon = ", ";
    }
    return told.append('.').toString();
  }

  private static int sum(List<CountedClaim> claims, Optional<Verdict> verdict) {
    return claims.stream()
        .filter(claim -> verdict.filter(its -> its != claim.finding().verdict()).isEmpty())
        .mapToInt(CountedClaim::sources)
        .sum();
  }

  private static String entries(List<Long> entries) {
    if (entries.isEmpty()) return "";
    List<String> shown = entries.stream().limit(5).map(String::valueOf).toList();
    return " [entr%s %s%s]"
        .formatted(
            entries.size() == 1 ? "y" : "ies",
            String.join(", ", shown),
            entries.size() > 5 ? " and " + (entries.size() - 5) + " more" : "");
  }

  /** Which of several texts are copies. */
  public static void copies(
      List<String> names, List<Copies.Pair> pairs, int width, PrintWriter out) {
    for (Copies.Pair pair : pairs) {
      String shared =
          "%d of a hundred runs of five words".formatted(Math.round(100 * pair.shared()));
      switch (pair.relation()) {
        case SAME ->
            related("%s and %s are one text in two copies (%s).", names, pair, shared, width, out);
        case SHARED ->
            related("%s and %s share a wire or a quotation (%s).", names, pair, shared, width, out);
        case UNRELATED -> {
          continue;
        }
      }
      for (Copies.Change change : pair.changes()) {
        lines(IN, "- " + (change.one().isEmpty() ? "(not in it)" : change.one()), width, out);
        lines(IN, "+ " + (change.other().isEmpty() ? "(not in it)" : change.other()), width, out);
      }
    }
  }

  private static void related(
      String how, List<String> names, Copies.Pair pair, String shared, int width, PrintWriter out) {
    out.println();
    lines(0, how.formatted(names.get(pair.a()), names.get(pair.b()), shared), width, out);
  }

  private PressText() {}
}
