package org.ascertain.answers;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.ascertain.audit.CardComparison;
import org.ascertain.audit.CardComparison.Differing;
import org.ascertain.election.Fact.Discrepancies;

/** What cards differ in from their records, as a round of an audit takes it. */
public final class AuditCompareText implements InTwoForms {

  private static final int WIDTH = 80;

  private final CardComparison comparison;
  private final List<String> oddities;

  /**
   * @param oddities what is odd about the files, a sentence each
   */
  public AuditCompareText(CardComparison comparison, List<String> oddities) {
    this.comparison = comparison;
    this.oddities = List.copyOf(oddities);
  }

  @Override
  public void print(PrintWriter out, TextLayout layout) {
    Discrepancies of = comparison.discrepancies();
    out.println(
        layout.bold(
            Names.several(comparison.cards(), "card", "cards")
                + " compared: "
                + Names.several(of.sum(), "differs", "differ")));
    List<String> lines = new ArrayList<>(oddities);
    lines.add(
        "Votes too many for the winner in the record: one on %d, two on %d; too few: one on %d, two on %d."
            .formatted(of.oneTooMany(), of.twoTooMany(), of.oneTooFew(), of.twoTooFew()));
    lines.add("A card without one record, and one not found, is taken for two too many.");
    for (String line : lines) Lines.wrap(line, WIDTH).forEach(out::println);
    if (comparison.differing().isEmpty()) return;
    out.println();
    for (Differing card : comparison.differing())
      out.printf("  %+d  %s%n", card.tooMany(), card.card());
  }

  @Override
  public String json() {
    Discrepancies of = comparison.discrepancies();
    return JsonAnswer.object(
        json -> {
          json.number("cards", comparison.cards());
          json.object(
              "discrepancies",
              inside -> {
                inside.number("o1", of.oneTooMany());
                inside.number("o2", of.twoTooMany());
                inside.number("u1", of.oneTooFew());
                inside.number("u2", of.twoTooFew());
              });
          json.list(
              "differing",
              comparison.differing(),
              card -> {
                json.text("card", card.card());
                json.number("tooMany", card.tooMany());
              });
          json.texts("oddities", oddities);
        });
  }
}
