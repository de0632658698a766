package org.ascertain.answers;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.ascertain.audit.BallotManifest;
import org.ascertain.audit.BallotManifest.Place;
import org.ascertain.audit.Sampler;

/** Which cards of a unit to draw, by a public seed. */
public final class AuditSampleText implements InTwoForms {

  private static final int WIDTH = 80;
  private static final String SEED =
      "The seed has to be drawn in public after the manifest, the records and the reported result"
          + " were committed to, and to be of this unit alone.";

  private final String unit;
  private final String seed;
  private final BallotManifest manifest;
  private final List<Long> drawn;

  /**
   * @param count how many cards are drawn, with replacement
   */
  public AuditSampleText(String unit, String seed, int count, BallotManifest manifest) {
    this.unit = unit;
    this.seed = seed;
    this.manifest = manifest;
    this.drawn = new Sampler(seed, manifest.cards()).first(count);
  }

  @Override
  public void print(PrintWriter out, TextLayout layout) {
    out.println(
        layout.bold(
            "Cards to draw in "
                + Names.place(unit)
                + ": "
                + Names.several(drawn.size(), "draw", "draws")
                + " of "
                + Names.several(manifest.cards(), "card", "cards")));
    out.println("With replacement: a card that comes again counts again.");
    for (String line : Lines.wrap(SEED, WIDTH)) out.println(line);
    for (String oddity : manifest.oddities()) out.println(oddity);
    out.println();
    out.printf("  %6s %12s %12s  %s%n", "draw", "card", "in batch", "batch");
    for (int k = 1; k <= drawn.size(); k++) {
      Place place = manifest.place(drawn.get(k - 1));
      out.printf("  %6d %12d %12d  %s%n", k, drawn.get(k - 1), place.card(), place.batch());
    }
  }

  @Override
  public String json() {
    List<Integer> draws = new ArrayList<>();
    for (int k = 1; k <= drawn.size(); k++) draws.add(k);
    return JsonAnswer.object(
        json -> {
          json.text("unit", unit);
          json.text("seed", seed);
          json.number("cards", manifest.cards());
          json.texts("oddities", manifest.oddities());
          json.list(
              "draws",
              draws,
              k -> {
                Place place = manifest.place(drawn.get(k - 1));
                json.number("draw", k);
                json.number("card", drawn.get(k - 1));
                json.text("batch", place.batch());
                json.number("inBatch", place.card());
              });
        });
  }
}
