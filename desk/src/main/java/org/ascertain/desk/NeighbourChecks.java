package org.ascertain.desk;

import static org.ascertain.desk.IntakeCheck.*;
import static org.ascertain.desk.Threshold.*;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ascertain.desk.Neighbours.Neighbour;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.KnownUnits.Listed;
import org.ascertain.election.Unit;

/** A row of returns against the other rows of its intake. */
final class NeighbourChecks {

  static void of(Returns now, Reported is, Context context, Findings found) {
    same(now, is, context, found);
    figures(now, is, context, found);
    copied(now, is, context, found);
  }

  private static void same(Returns now, Reported is, Context context, Findings found) {
    Optional<Neighbour> first = context.neighbours().at(now);
    if (first.isEmpty()) return;
    Reported other = Reported.of(is.entry(), is.effective(), first.get().returns());
    if (is.saysWhat(other)) found.add(ROW_REPEATED, "", Figure.place("first", first.get().row()));
    else
      found.add(
          ROWS_DIFFER,
          "",
          Figure.place("first", first.get().row()),
          Figure.place("second", found.row()),
          Figure.text("unit", now.unit()),
          Figure.text("at", now.attestation().at().toString()));
  }

  private static void figures(Returns now, Reported is, Context context, Findings found) {
    if (is.counted() < found.of(SAME_FIGURES_VOTES)) return;
    Optional<Neighbour> twin = context.neighbours().withFiguresOf(now);
    if (twin.isEmpty() || isPart(now.unit(), twin.get().returns().unit())) return;
    String other = twin.get().returns().unit();
    if (areOnePlace(now.unit(), other, context))
      found.add(
          TWO_NAMES,
          "unit",
          List.of(SAME_FIGURES_VOTES),
          Figure.text("unit", now.unit()),
          Figure.text("other", other),
          Figure.of("votes", is.counted()));
    found.add(
        SAME_FIGURES,
        "votes",
        List.of(SAME_FIGURES_VOTES),
        Figure.text("other", other),
        Figure.place("row", twin.get().row()),
        Figure.of("total", is.counted()));
  }

  /** The only part of a whole has its figures. */
  private static boolean isPart(String one, String other) {
    return one.startsWith(other + "/") || other.startsWith(one + "/");
  }

  /** Whether two ids differ in letters only, or one is the listed name of the other. */
  private static boolean areOnePlace(String one, String other, Context context) {
    String first = plain(named(one, context));
    return first.equals(plain(named(other, context))) || first.equals(plain(last(other)));
  }

  private static String named(String unit, Context context) {
    return context.units().under(context.header().year(), Unit.jurisdictionOf(unit)).stream()
        .filter(each -> each.unit().equals(unit))
        .map(Listed::name)
        .findFirst()
        .orElse(last(unit));
  }

  private static String last(String unit) {
    return unit.substring(unit.lastIndexOf('/') + 1);
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replace("county", "")
        .replaceAll("[^a-z0-9]", "")
        .replaceAll("(?<!\\d)0+(?=\\d)", "");
  }

  /** One ticket has all votes, or what the row above has in all. */
  private static void copied(Returns now, Reported is, Context context, Findings found) {
    for (int i = 0; i < now.votes().size(); i++) {
      long votes = now.votes().count(i);
      if (votes < found.of(SAME_FIGURES_VOTES)) continue;
      boolean isAll = votes == is.counted() && now.votes().size() > 1;
      Optional<Neighbour> above =
          context
              .neighbours()
              .last()
              .filter(each -> !each.returns().unit().equals(now.unit()))
              .filter(each -> Reported.of(0, 0, each.returns()).counted() == votes);
      if (isAll || above.isPresent())
        found.add(
            COPIED,
            "votes." + now.votes().ids().get(i),
            List.of(SAME_FIGURES_VOTES),
            Figure.text("ticket", context.name(now.votes().ids().get(i))),
            Figure.of("votes", votes),
            Figure.text(
                "what", above.isPresent() ? "the total of the row above" : "all there are"));
    }
  }

  private NeighbourChecks() {}
}
