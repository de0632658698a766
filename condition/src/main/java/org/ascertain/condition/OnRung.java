package org.ascertain.condition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.ascertain.standing.Majorities;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Tabulation;

/**
 * The atoms of one rung in the order of their numbers: a sum that moves from 264 to 279 can change
 * those from 264 to 279 and no others.
 */
final class OnRung {

  private final Rung rung;
  private final NavigableMap<Integer, List<OpenAtom>> byNumber = new TreeMap<>();
  private final List<OpenAtom> majority = new ArrayList<>();

  /**
   * By candidate, between which numbers an answer lay when it was asked last: electors in each
   * alternative, electors, and both with all that the record may lack.
   */
  private int[][] bounds = new int[0][];

  OnRung(Rung rung) {
    this.rung = rung;
  }

  void add(OpenAtom open, OptionalInt electors) {
    if (electors.isPresent())
      byNumber.computeIfAbsent(electors.getAsInt(), n -> new ArrayList<>()).add(open);
    else majority.add(open);
  }

  /** Names the atoms that may stand otherwise than when this was asked last. */
  void changed(Tabulation now, AtomTruth truth, Consumer<OpenAtom> ask) {
    majority.forEach(ask);
    if (byNumber.isEmpty()) return;
    int candidates = now.candidates().size();
    if (bounds.length != candidates) {
      bounds = new int[candidates][];
      for (int c = 0; c < candidates; c++) bounds[c] = bounds(now, truth, c);
      byNumber.values().forEach(each -> each.forEach(ask));
      return;
    }
    for (int c = 0; c < candidates; c++) {
      int[] fresh = bounds(now, truth, c);
      if (Arrays.equals(fresh, bounds[c])) continue;
      for (int i = 0; i < fresh.length; i++) between(bounds[c][i], fresh[i], ask);
      bounds[c] = fresh;
    }
  }

  private int[] bounds(Tabulation now, AtomTruth truth, int candidate) {
    int least = Majorities.of(now, rung, candidate).least();
    int electors = now.electors(rung, candidate);
    int unknown = truth.unknown(rung);
    return new int[] {least, electors, least + unknown, electors + unknown};
  }

  private void between(int before, int after, Consumer<OpenAtom> ask) {
    if (before == after) return;
    byNumber
        .subMap(Math.min(before, after), true, Math.max(before, after), true)
        .values()
        .forEach(each -> each.forEach(ask));
  }
}
