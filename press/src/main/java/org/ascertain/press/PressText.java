package org.ascertain.press;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ascertain.answers.Names;
import org.ascertain.answers.TimeText;

/** Checked texts for people. */
public final class PressText {

  /** One text: how many claims of which verdict, then each with its reason. */
  public static void print(String name, CheckedText text, PrintWriter out) {
    out.println(name);
    if (text.refused().isPresent()) {
      out.println("  Not judged. " + text.refused().get());
      return;
    }
    out.printf("  Judged as of %s (%s).%n", TimeText.day(text.day().orElseThrow()), text.dayFrom());
    out.println("  " + summary(text));
    for (int i = 0; i < text.findings().size(); i++) {
      Finding finding = text.findings().get(i);
      out.println();
      out.printf(
          "  %d  %s, %s%n",
          i + 1, finding.verdict().title().toUpperCase(Locale.ROOT), finding.election());
      out.printf("     \"%s\"%n", finding.claim().replaceAll("\\s+", " "));
      out.println("     " + finding.why() + entries(finding.entries()));
      finding
          .today()
          .ifPresent(
              today ->
                  out.printf(
                      "     Today: %s. %s%s%n",
                      today.verdict().title(), today.why(), entries(today.entries())));
    }
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
  public static void copies(List<String> names, List<Copies.Pair> pairs, PrintWriter out) {
    for (Copies.Pair pair : pairs) {
      String shared =
          "%d of a hundred runs of five words".formatted(Math.round(100 * pair.shared()));
      switch (pair.relation()) {
        case SAME ->
            out.printf(
                "%n%s and %s are one text in two copies (%s).%n",
                names.get(pair.a()), names.get(pair.b()), shared);
        case SHARED ->
            out.printf(
                "%n%s and %s share a wire or a quotation (%s).%n",
                names.get(pair.a()), names.get(pair.b()), shared);
        case UNRELATED -> {
          continue;
        }
      }
      for (Copies.Change change : pair.changes()) {
        out.println("  - " + (change.one().isEmpty() ? "(not in it)" : change.one()));
        out.println("  + " + (change.other().isEmpty() ? "(not in it)" : change.other()));
      }
    }
  }

  private PressText() {}
}
