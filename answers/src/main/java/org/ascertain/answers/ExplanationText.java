package org.ascertain.answers;

import java.io.PrintWriter;
import java.util.List;
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

  /** A part of more letters has a line of its own. */
  private static final int LONGEST_LEAF = 32;

  private static final String FIRST_INDENT = "  ";

  /** A tree of more lines is told in short, unless all of it is asked for. */
  private static final int LONGEST_TREE = 24;

  private final History record;
  private final Explainer explainer;
  private final Names names;
  private final PrintWriter out;
  private final TextLayout layout;
  private final Caveat caveat;

  /**
   * Tells what an explainer explained.
   *
   * @param record everything that is known, what is struck included
   */
  public ExplanationText(
      Explainer explainer, History record, Caveat caveat, PrintWriter out, TextLayout layout) {
    this.record = record;
    this.caveat = caveat;
    this.explainer = explainer;
    this.names = new Names(record.header());
    this.out = out;
    this.layout = layout;
  }

  /** All of it, as a tree. */
  public void tree(Explanation explanation) {
    heading(explanation.text());
    inside(explanation, FIRST_INDENT);
  }

  private void heading(String text) {
    out.println(layout.bold(text));
    caveat.print(out);
  }

  private void inside(Explanation explanation, String indent) {
    for (String id : explanation.rules()) out.println(indent + "rule  " + rule(id));
    for (long index : explanation.entries()) out.println(indent + "entry " + entry(index));
    for (Explanation part : explanation.parts()) {
      out.println(indent + part.text());
      inside(part, indent + "  ");
    }
  }

  /** The same, and where that is long only what it rests on, each in a few words. */
  public void brief(Explanation explanation) {
    if (lines(explanation) <= LONGEST_TREE) {
      tree(explanation);
      return;
    }
    heading(explanation.text());
    brief(explanation, FIRST_INDENT);
    out.println(layout.faint("  With --all: every entry with its source, and every part."));
  }

  private static int lines(Explanation explanation) {
    return 1
        + explanation.rules().size()
        + explanation.entries().size()
        + explanation.parts().stream().mapToInt(ExplanationText::lines).sum();
  }

  private void brief(Explanation explanation, String indent) {
    if (!explanation.entries().isEmpty()) out.println(indent + "by " + listed(explanation));
    leaves(explanation.parts().stream().filter(ExplanationText::isLeaf).toList(), indent);
    for (Explanation part : explanation.parts())
      if (!isLeaf(part)) {
        out.println(indent + part.text());
        brief(part, indent + "  ");
      }
    for (String id : explanation.rules()) out.println(indent + "rule " + rule(id));
  }

  /**
   * Short ones in one line, with their entries where they are what was asked for; long ones after
   * them, each in its own.
   */
  private void leaves(List<Explanation> leaves, String indent) {
    List<Explanation> together = leaves.stream().filter(leaf -> !isLong(leaf)).toList();
    boolean isAskedFor = indent.equals(FIRST_INDENT);
    if (!together.isEmpty())
      out.println(
          indent
              + "of "
              + together.stream()
                  .map(leaf -> isAskedFor ? withEntries(leaf) : leaf.text())
                  .collect(Collectors.joining(", ")));
    leaves.stream()
        .filter(ExplanationText::isLong)
        .forEach(leaf -> out.println(indent + leaf.text()));
  }

  private static boolean isLong(Explanation leaf) {
    return leaf.text().length() > LONGEST_LEAF;
  }

  private static boolean isLeaf(Explanation part) {
    return part.parts().isEmpty() && part.rules().isEmpty();
  }

  /** "CA 55 (entry 9883)". */
  private static String withEntries(Explanation leaf) {
    List<Long> entries = leaf.entries();
    return entries.isEmpty()
        ? leaf.text()
        : "%s (%s %s%s)"
            .formatted(
                leaf.text(),
                entries.size() == 1 ? "entry" : "entries",
                entries.stream()
                    .limit(MOST_ENTRIES)
                    .map(String::valueOf)
                    .collect(Collectors.joining(", ")),
                more(entries.size() - MOST_ENTRIES));
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
    heading("Without entry " + entry(index));
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
