package org.ascertain.answers;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import org.ascertain.audit.Power;
import org.ascertain.law.Law;

/** How much each unit matters in the college of an election. */
public final class PowerText implements InTwoForms {

  private static final int WIDTH = 80;
  private static final int PLACES = 6;
  private static final String MEANING =
      "Banzhaf: of the sets of the other units that a unit turns from no majority to a majority,"
          + " its part of all such turns. Shapley-Shubik: in how many of all orders of the units it"
          + " is the one that brings the majority. Both are counted exactly.";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Law law;
  private final Power power;
  private final List<Power.Share> mostFirst;

  public PowerText(Law law) {
    this.law = law;
    this.power = Power.of(law);
    this.mostFirst =
        power.units().stream()
            .sorted(
                Comparator.comparing(share -> share.unit().electors(), Comparator.reverseOrder()))
            .toList();
  }

  @Override
  public void print(PrintWriter out, TextLayout layout) {
    out.println(
        layout.bold(
            "The power of each unit by the allotment of "
                + law.election()
                + ": "
                + power.electors()
                + " electors, "
                + power.majority()
                + " decide"));
    out.println("As if the electors of each unit vote as one, and no unit leans either way.");
    if (law.votesForPairs())
      out.println("Each elector named two persons then; this is of one majority of the electors.");
    out.println();
    out.printf(
        "  %-24s %8s %9s %9s %15s%n", "unit", "electors", "of all", "Banzhaf", "Shapley-Shubik");
    for (Power.Share share : mostFirst)
      out.printf(
          "  %-24s %8d %8s%% %8s%% %14s%%%n",
          Names.place(share.unit().id()),
          share.unit().electors(),
          percent(
              BigInteger.valueOf(share.unit().electors()), BigInteger.valueOf(power.electors())),
          percent(share.swings(), power.swings()),
          percent(share.orders(), power.orders()));
    out.println();
    for (String line : Lines.wrap(MEANING, WIDTH)) out.println(line);
  }

  private static String percent(BigInteger part, BigInteger whole) {
    return new BigDecimal(part)
        .multiply(HUNDRED)
        .divide(new BigDecimal(whole), 2, RoundingMode.HALF_UP)
        .toPlainString();
  }

  /** For programs: exact counts as decimal strings, and the same as shares of one. */
  @Override
  public String json() {
    return JsonAnswer.object(
        json -> {
          json.number("law", law.election());
          json.number("electors", power.electors());
          json.number("majority", power.majority());
          json.text("swings", power.swings().toString());
          json.text("orders", power.orders().toString());
          json.list(
              "units",
              mostFirst,
              share -> {
                json.text("unit", share.unit().id());
                json.number("electors", share.unit().electors());
                json.out().writeNumberField("banzhaf", part(share.swings(), power.swings()));
                json.text("swings", share.swings().toString());
                json.out().writeNumberField("shapleyShubik", part(share.orders(), power.orders()));
                json.text("orders", share.orders().toString());
              });
        });
  }

  private static BigDecimal part(BigInteger part, BigInteger whole) {
    return new BigDecimal(part).divide(new BigDecimal(whole), PLACES, RoundingMode.HALF_UP);
  }
}
