package org.ascertain.answers;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ascertain.election.Attestation;
import org.ascertain.election.Entry;
import org.ascertain.law.Rule;
import org.ascertain.standing.Explainer;
import org.ascertain.standing.Explanation;
import org.ascertain.standing.History;

/** Why a figure is what it is, for people to read. */
public final class ExplanationText {

  /** So many entries are told in one line. */
  private static final int MOST_ENTRIES = 3;

  private final History record;
  private final Explainer explainer;
  private final Names names;
  private final PrintWriter out;
  private final TextLayout layout;

  /**
   * Tells what an explainer explained.
   *
   * @param record everything that is known, what is struck included
   */
  public ExplanationText(Explainer explainer, History record, PrintWriter out, TextLayout layout) {
    this.record = record;
    this.explainer = explainer;
    this.names = new Names(record.header());
    this.out = out;
    this.layout = layout;
  }

  /** All of it, as a tree. */
  public void tree(Explanation explanation) {
    tree(explanation, "");
  }

  private void tree(Explanation explanation, String indent) {
    out.println(indent + (indent.isEmpty() ? layout.bold(explanation.text()) : explanation.text()));
    for (String id : explanation.rules()) out.println(indent + "  rule  " + rule(id));
    for (long index : explanation.entries()) out.println(indent + "  entry " + entry(index));
    for (Explanation part : explanation.parts()) tree(part, indent + "  ");
  }

  private String rule(String id) {
    Optional<Rule<?>> rule = explainer.rule(id);
    return id + rule.map(r -> ": " + r.text() + " (" + r.citation() + ")").orElse("");
  }

  private String entry(long index) {
    Entry entry = record.entry(index).orElseThrow();
    Attestation attestation = entry.fact().attestation();
    return "%d, %s: %s; source: %s%s%s"
        .formatted(
            index,
            TimeText.full(attestation),
            FactText.withCorrected(entry, record, names),
            attestation.source().title(),
            attestation.basis().map(basis -> " (" + EnumWords.of(basis) + ")").orElse(""),
            attestation.note().map(note -> "; note: " + note).orElse(""));
  }

  /** What falls without an entry. */
  public void difference(long index, Explanation before, Explanation after) {
    out.println(layout.bold("Without entry " + entry(index)));
    if (before.equals(after)) {
      out.println("  nothing falls: " + before.text());
      return;
    }
    if (before.text().equals(after.text())) out.println("  the figure stands: " + before.text());
    else {
      out.println("  before: " + before.text());
      out.println("  after:  " + after.text());
    }
    evidence("", before, after);
    parts(before, after);
  }

  /** What the parts of a figure lose and gain; where a part stays, what it is made of does. */
  private void parts(Explanation before, Explanation after) {
    Map<String, Explanation> was = byText(before);
    Map<String, Explanation> is = byText(after);
    for (Explanation part : before.parts())
      if (!is.containsKey(part.text())) out.println("  falls:  " + part.text() + by(part));
    for (Explanation part : after.parts()) {
      Explanation same = was.get(part.text());
      if (same == null) out.println("  instead: " + part.text() + by(part));
      else if (!same.equals(part)) {
        evidence(part.text() + " ", same, part);
        parts(same, part);
      }
    }
  }

  /** The entries of a figure that stays, where they are others now. */
  private void evidence(String figure, Explanation before, Explanation after) {
    if (before.entries().equals(after.entries()) || !before.text().equals(after.text())) return;
    out.println("  " + figure + "now rests on " + listed(after) + "; before, on " + listed(before));
  }

  private static Map<String, Explanation> byText(Explanation explanation) {
    return explanation.parts().stream()
        .collect(Collectors.toMap(Explanation::text, Function.identity(), (a, b) -> a));
  }

  private String by(Explanation part) {
    return part.entries().isEmpty() ? "" : ", by " + listed(part);
  }

  private String listed(Explanation part) {
    if (part.entries().isEmpty()) return "no entry";
    return part.entries().stream()
        .limit(MOST_ENTRIES)
        .map(
            index ->
                "entry %d (%s)"
                    .formatted(
                        index, FactText.briefly(record.entry(index).orElseThrow().fact(), names)))
        .collect(Collectors.joining(", ", "", more(part.entries().size() - MOST_ENTRIES)));
  }

  private static String more(int others) {
    return others > 0 ? " and " + others + " more" : "";
  }
}
