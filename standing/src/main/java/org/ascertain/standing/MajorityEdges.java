package org.ascertain.standing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Office;
import org.ascertain.standing.Turn.Edge;
import org.ascertain.standing.TurningPoint.Majority;
import org.jspecify.annotations.Nullable;

/**
 * When majorities begin and end. What comes and goes within one moment was never true at a moment:
 * of the moment that goes on, {@link #open} says how it would end if nothing further came.
 */
final class MajorityEdges {

  private static final Rung[] RUNGS = Rung.values();

  /** By rung and candidate, whether it held when the last moment was over. */
  private boolean[] held = new boolean[0];

  /** By rung and candidate, the fact since which it differs from that. */
  private @Nullable Entry[] flipped = new Entry[0];

  private long revision = -1;
  private int flips = 0;

  /** Every beginning and end of a majority in a history. */
  static List<Majority> of(History history) {
    List<Majority> points = new ArrayList<>();
    MajorityEdges majorities = new MajorityEdges();
    Tabulation now = history.empty();
    long termBegins = history.law().termBegins();
    boolean termBegun = false;
    int[] places = history.inTime(History.ALL);
    for (int i = 0; i < places.length; i++) {
      long moment = history.moment(places[i]);
      if (i > 0 && moment != history.moment(places[i - 1])) points.addAll(majorities.close(now));
      if (!termBegun && moment >= termBegins) {
        now.reach(termBegins);
        points.addAll(majorities.termBegins(now));
        termBegun = true;
      }
      int place = places[i];
      now.take(place, moment);
      if (majorities.isConcerned(now)) majorities.after(() -> history.entryAt(place), now);
    }
    points.addAll(majorities.close(now));
    if (!termBegun) points.addAll(MajorityEdges.whenTermBegins(now));
    return points;
  }

  /** Goes on from a state at the end of a moment, in which these majorities held. */
  void goOnFrom(boolean[] heldLast, Tabulation now) {
    held = heldLast.clone();
    flipped = new Entry[held.length];
    revision = now.revision();
  }

  /** By rung and candidate, whether a majority held when the last moment was over. */
  boolean[] held() {
    return held.clone();
  }

  /** Whether a majority may have begun or ended since the last time. */
  boolean isConcerned(Tabulation now) {
    return now.revision() != revision;
  }

  /**
   * After a fact was taken in.
   *
   * @param cause gives its entry, where it is wanted
   */
  void after(Supplier<Entry> cause, Tabulation now) {
    int candidates = now.candidates().size();
    if (held.length == 0) {
      held = new boolean[RUNGS.length * candidates];
      flipped = new Entry[held.length];
    }
    if (now.revision() == revision) return;
    revision = now.revision();
    int place = -1;
    for (Rung rung : RUNGS)
      for (int c = 0; c < candidates; c++) {
        place++;
        if (Majorities.of(now, rung, c).hold() == held[place]) {
          if (flipped[place] != null) flips--;
          flipped[place] = null;
        } else if (flipped[place] == null) {
          flipped[place] = cause.get();
          flips++;
        }
      }
  }

  /** The edges of the moment that goes on. */
  List<Majority> open(Tabulation now) {
    List<Majority> edges = new ArrayList<>();
    if (flips == 0) return edges;
    int candidates = now.candidates().size();
    int place = -1;
    for (Rung rung : RUNGS)
      for (int c = 0; c < candidates; c++) {
        place++;
        Entry cause = flipped[place];
        if (cause == null) continue;
        boolean begins = !held[place];
        edges.add(
            new Majority(
                rung,
                now.candidates().get(c),
                new Edge(now.now(), cause),
                begins,
                rung.isImpliedBy(cause.fact())));
      }
    return edges;
  }

  /** The edges of the moment that is over. */
  List<Majority> close(Tabulation now) {
    List<Majority> edges = open(now);
    for (int place = 0; place < held.length && flips > 0; place++)
      if (flipped[place] != null) {
        held[place] = !held[place];
        flipped[place] = null;
        flips--;
      }
    return edges;
  }

  /** The edges at the moment at which the term begins, by the clock. */
  List<Majority> termBegins(Tabulation now) {
    Optional<Entry> oath = now.inOffice(Office.PRESIDENT).map(JurisdictionFacts.Found::entry);
    if (oath.isEmpty()) return List.of();
    after(oath::get, now);
    return close(now);
  }

  /** Who will be in office when the term begins, if nothing further comes. */
  static List<Majority> whenTermBegins(Tabulation now) {
    return now.nation().oaths(Office.PRESIDENT).stream()
        .map(
            found ->
                new Majority(
                    Rung.IN_OFFICE,
                    found.fact().person(),
                    new Edge(now.register().law.termBegins(), found.entry()),
                    true,
                    false))
        .toList();
  }
}
