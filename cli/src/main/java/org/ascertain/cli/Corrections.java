package org.ascertain.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Votes;

/**
 * Notices returns that went down. A unit's falls of one day are told as one, from the figures
 * before the first to those after the last: by themselves where they are large or their note
 * explains them, else in one line for the day.
 */
final class Corrections {

  /** A fall of a candidate by as many votes is told by itself. */
  private static final long LARGE = 20_000;

  private static final String UNEXPLAINED = "The cause was not found.";

  /** The falls of one unit within one day. */
  private static final class Fall {
    final String unit;
    final Votes before;
    Entry last;
    Returns after;
    long deepest;
    Optional<String> remark = Optional.empty();

    Fall(String unit, Votes before, Entry entry, Returns after) {
      this.unit = unit;
      this.before = before;
      this.last = entry;
      this.after = after;
    }
  }

  private final Names names;
  private final Map<String, Returns> latest = new HashMap<>();
  private final Map<String, Fall> today = new LinkedHashMap<>();
  private int inexact;

  Corrections(Names names) {
    this.names = names;
  }

  void after(Entry entry) {
    if (!(entry.fact() instanceof Returns returns) || returns.unit().indexOf('/') >= 0) return;
    Returns before = latest.put(returns.unit(), returns);
    if (before == null) return;
    long fall = fall(before.votes(), returns.votes());
    if (!returns.exact() || !before.exact()) {
      if (before.total().orElse(0) > returns.total().orElse(Long.MAX_VALUE)) inexact++;
      return;
    }
    if (fall <= 0) return;
    Fall day =
        today.computeIfAbsent(
            returns.unit(), unit -> new Fall(unit, before.votes(), entry, returns));
    day.last = entry;
    day.after = returns;
    day.deepest = Math.max(day.deepest, fall);
    Telling.remark(returns)
        .filter(remark -> !remark.equals(UNEXPLAINED))
        .ifPresent(r -> day.remark = Optional.of(r));
  }

  /** How far the candidate fell who fell furthest. */
  private static long fall(Votes before, Votes after) {
    long[] deepest = {0};
    before.forEach((id, n) -> deepest[0] = Math.max(deepest[0], n - after.count(id).orElse(n)));
    return deepest[0];
  }

  /** The lines of the day that ends. */
  List<Story.Line> flush(long endOfDay) {
    List<Story.Line> lines = new ArrayList<>();
    List<Fall> small = new ArrayList<>();
    for (Fall fall : today.values()) {
      if (fall.deepest >= LARGE || fall.remark.isPresent()) lines.add(line(fall));
      else small.add(fall);
    }
    if (!small.isEmpty())
      lines.add(
          new Story.Line(
              endOfDay,
              "",
              "Also corrected downward: "
                  + small.stream()
                      .map(fall -> fall.unit + " by " + Names.number(fall.deepest))
                      .collect(Collectors.joining(", ")),
              false));
    if (inexact > 0)
      lines.add(
          new Story.Line(
              endOfDay,
              "",
              inexact
                  + " times a state's total went down in the night's feed, whose shares are rounded",
              false));
    today.clear();
    inexact = 0;
    return lines;
  }

  private Story.Line line(Fall fall) {
    String text =
        "Corrected downward in %s: %s; before: %s%s"
            .formatted(
                Names.place(fall.unit),
                names.figures(fall.after.votes()),
                names.figures(fall.before),
                fall.remark.map(remark -> ". " + remark).orElse(". " + UNEXPLAINED));
    Entry last = fall.last;
    return new Story.Line(last.effective(), Moments.clock(fall.after.attestation()), text, false);
  }
}
