package org.ascertain.desk;

import static org.ascertain.desk.IntakeCheck.*;
import static org.ascertain.desk.Threshold.*;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.ascertain.desk.Before.Below;
import org.ascertain.election.Unit;

/** A row against what other levels and other sources say of the same votes. */
final class LevelChecks {

  static void of(String unit, Reported is, Before before, Findings found) {
    ofParts(unit, is, before, found);
    ofWhole(unit, is, before, found);
    ofSiblings(unit, is, before, found);
    districts(unit, is, before, found);
    sources(unit, is, before, found);
  }

  /** The row is of a unit below which others have spoken. */
  private static void ofParts(String unit, Reported is, Before before, Findings found) {
    Below below = before.below(unit, is.source());
    if (below.units() == 0) return;
    levels(unit, below.votes(), is.counted(), found);
  }

  /** The row is of a part, and moves what the parts add up to. */
  private static void ofWhole(String unit, Reported is, Before before, Findings found) {
    int end = unit.lastIndexOf('/');
    if (end < 0) return;
    String whole = unit.substring(0, end);
    Optional<Reported> of =
        before
            .newest(whole, is.source())
            .or(() -> before.byOthers(whole, is.source()).stream().findFirst());
    if (of.isEmpty()) return;
    long was = before.newest(unit, is.source()).map(Reported::counted).orElse(0L);
    long all = before.below(whole, is.source()).votes();
    long total = of.get().counted();
    long now = all - was + is.counted();
    // Once, by the part that tips it. That parts are fewer is told with the whole; where both are
    // of
    // one file, by those that come when nearly all are there.
    boolean tips = all <= total && now > total;
    boolean isOneFile =
        of.get().source().equals(is.source()) && of.get().effective() == is.effective();
    if (tips || (isOneFile && now < total && found.isShare(now, total, PARTS_SHARE)))
      levels(whole, now, total, found);
  }

  /** A row of a table's foot, taken for one more unit, doubles those beside it. */
  private static void ofSiblings(String unit, Reported is, Before before, Findings found) {
    int end = unit.lastIndexOf('/');
    if (end < 0) return;
    Below all = before.below(unit.substring(0, end), is.source());
    Optional<Reported> own = before.newest(unit, is.source());
    int units = all.units() - (own.isPresent() ? 1 : 0);
    long votes = all.votes() - own.map(Reported::counted).orElse(0L);
    if (units >= 2 && votes > 0 && votes == is.counted())
      found.add(
          SUM_OF_SIBLINGS,
          "unit",
          Figure.text("unit", unit),
          Figure.of("units", units),
          Figure.of("votes", votes));
  }

  private static void levels(String unit, long below, long total, Findings found) {
    if (below < total)
      found.add(
          COUNTIES_BELOW,
          "total",
          Figure.of("below", below),
          Figure.of("total", total),
          Figure.text("unit", unit),
          Figure.of("residual", total - below));
    else if (below > total)
      found.add(
          COUNTIES_ABOVE,
          "total",
          Figure.of("above", below - total),
          Figure.text("unit", unit),
          Figure.of("below", below),
          Figure.of("total", total));
  }

  private static void districts(String unit, Reported is, Before before, Findings found) {
    if (unit.indexOf('/') >= 0) return;
    String state = Unit.jurisdictionOf(unit);
    boolean isDistrict = !state.equals(unit);
    OptionalLong total =
        isDistrict
            ? before.newest(state, is.source()).stream().mapToLong(Reported::counted).findFirst()
            : OptionalLong.of(is.counted());
    if (total.isEmpty()) return;
    long was = isDistrict ? before.newest(unit, is.source()).map(Reported::counted).orElse(0L) : 0;
    long all = before.districts(state, is.source()).votes() + (isDistrict ? is.counted() - was : 0);
    if (all > total.getAsLong())
      found.add(
          DISTRICTS_ABOVE,
          "total",
          Figure.text("unit", state),
          Figure.of("below", all),
          Figure.of("total", total.getAsLong()));
  }

  private static void sources(String unit, Reported is, Before before, Findings found) {
    for (Reported other : before.byOthers(unit, is.source())) {
      if (!differ(is, other, found.of(SOURCES_VOTES), found.of(SOURCES_SHARE))) continue;
      OptionalLong since = before.differSince(unit, is.source(), other.source());
      if (since.isEmpty()) continue;
      long minutes = TimeUnit.NANOSECONDS.toMinutes(is.effective() - since.getAsLong());
      if (minutes <= found.of(SOURCES_MINUTES)
          || isTold(unit, is, since.getAsLong(), before, found)) continue;
      found.add(
          SOURCES_DIFFER,
          "total",
          List.of(SOURCES_VOTES, SOURCES_SHARE, SOURCES_MINUTES),
          Figure.text("source", is.source()),
          Figure.of("here", is.counted()),
          Figure.text("other", other.source()),
          Figure.of("there", other.counted()),
          Figure.entry(other.entry()),
          Figure.of("minutes", minutes));
    }
  }

  /** Whether the last statement of the source found them apart for as long: it is told once. */
  private static boolean isTold(
      String unit, Reported is, long since, Before before, Findings found) {
    return before
        .newest(unit, is.source())
        .filter(
            last ->
                TimeUnit.NANOSECONDS.toMinutes(last.effective() - since)
                    > found.of(SOURCES_MINUTES))
        .isPresent();
  }

  /** Whether two statements differ by so many votes and such a share, in thousandths. */
  static boolean differ(Reported one, Reported other, long votes, long share) {
    long difference = Math.abs(one.counted() - other.counted());
    return difference >= votes
        && difference * 1000 >= Math.max(one.counted(), other.counted()) * share;
  }

  private LevelChecks() {}
}
