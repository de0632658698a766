package org.ascertain.answers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Votes;

/**
 * Notices exact returns that went down. A unit's falls of one day are told as one, from the figures
 * before the first to those after the last, for as long as somebody is still down from those
 * before: by themselves where they are large or their note explains them, else with the rest of the
 * day.
 */
final class Corrections {

  /** A fall of a candidate by as many votes is told by itself. */
  private static final long LARGE = 20_000;

  private static final String UNEXPLAINED = "cause was not found";

  /** Falls of one unit that follow each other within one day. */
  private static final class Fall {
    final String unit;
    final Votes before;
    Entry last;
    Returns after;
    long deepest;
    boolean explained;
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
  private final List<Fall> today = new ArrayList<>();
  private final Map<String, Fall> latestFall = new HashMap<>();

  Corrections(Names names) {
    this.names = names;
  }

  void after(Entry entry) {
    if (!(entry.fact() instanceof Returns returns) || returns.unit().indexOf('/') >= 0) return;
    Returns before = latest.put(returns.unit(), returns);
    if (before == null || !before.exact() || !returns.exact()) return;
    long fall = fall(before.votes(), returns.votes());
    if (fall <= 0) return;
    Fall told = fallOf(before, entry, returns);
    told.last = entry;
    told.after = returns;
    told.deepest = Math.max(told.deepest, fall);
    FactText.remark(returns)
        .ifPresent(
            remark -> {
              told.remark = Optional.of(remark);
              told.explained |= !remark.contains(UNEXPLAINED);
            });
  }

  /** The fall that these returns go on with, or a new one. */
  private Fall fallOf(Returns before, Entry entry, Returns returns) {
    Fall going = latestFall.get(returns.unit());
    if (going != null && fall(going.before, returns.votes()) > 0) return going;
    Fall begun = new Fall(returns.unit(), before.votes(), entry, returns);
    latestFall.put(returns.unit(), begun);
    today.add(begun);
    return begun;
  }

  /** How far the candidate fell who fell furthest. */
  private static long fall(Votes before, Votes after) {
    long[] deepest = {0};
    before.forEach((id, n) -> deepest[0] = Math.max(deepest[0], n - after.count(id).orElse(n)));
    return deepest[0];
  }

  /** The lines of the day that ends; small falls go to what is gathered of it. */
  List<Story.Line> flush(DayLine gathered) {
    List<Story.Line> lines = new ArrayList<>();
    for (Fall fall : today) {
      if (fall.deepest >= LARGE || fall.explained) lines.add(line(fall));
      else gathered.corrected(fall.unit, fall.deepest);
    }
    today.clear();
    latestFall.clear();
    return lines;
  }

  private Story.Line line(Fall fall) {
    String text =
        "Corrected downward in %s: %s; before: %s. %s"
            .formatted(
                Names.place(fall.unit),
                names.figures(fall.after.votes()),
                names.figures(fall.before),
                fall.remark.orElse("The " + UNEXPLAINED + "."));
    return Story.Line.at(
        fall.last.effective(), TimeText.clock(fall.after.attestation()), text, false);
  }
}
