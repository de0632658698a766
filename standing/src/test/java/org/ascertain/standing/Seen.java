package org.ascertain.standing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Problem;
import org.ascertain.election.Unit;

/**
 * All that can be asked of the running state, to be compared.
 *
 * @param tallies what the returns come to, by reporting unit
 * @param reported of the rung of tallies, and what rests on it alone
 * @param calls of the rung of calls, and every caller's
 * @param official all else
 */
record Seen(
    Map<String, String> tallies,
    Map<String, String> reported,
    Map<String, String> calls,
    Map<String, String> official,
    List<Problem> problems) {

  private static final List<String> PLACES =
      List.of(
          "PA", "PA/1", "PA/1/1", "PA/1/2", "PA/2", "GA", "GA/1", "ME", "ME/1", "ME-1", "ME-1/1",
          "ME-2");

  static Seen of(Tabulation now) {
    Map<String, String> tallies = new LinkedHashMap<>();
    for (String place : PLACES) tallies.put(place, tally(now, place));
    Map<String, String> reported = new LinkedHashMap<>();
    Map<String, String> calls = new LinkedHashMap<>();
    Map<String, String> official = new LinkedHashMap<>();
    Settling settling = new Settling(now);
    for (int c = 0; c < now.candidates().size(); c++) {
      for (Rung rung : Rung.values()) {
        Map<String, String> side =
            rung == Rung.REPORTED ? reported : rung == Rung.CALLED ? calls : official;
        side.put(rung + " " + c, now.electors(rung, c) + " " + Majorities.of(now, rung, c).hold());
      }
      for (String unit : PLACES) reported.put(unit + " led by " + c, "" + now.leads(unit, c));
      for (String unit : List.of("US", "PA", "GA", "ME", "ME-1", "ME-2"))
        for (String caller : List.of("AP", "Fox"))
          calls.put(unit + caller + c, "" + now.called(unit, caller, c));
      reported.put("settled " + c, "" + now.settled(c));
      official.put("in office " + c, "" + now.inOffice(c));
    }
    for (Unit unit : now.register().law.units()) {
      reported.put("stage of " + unit.id(), "" + now.stage(unit.id()));
      reported.put("settled " + unit.id(), "" + settling.of(unit));
    }
    for (String code : List.of("PA", "GA", "ME")) {
      for (Rung rung : Rung.values())
        if (rung.inChain()) official.put(code + rung, onRung(now.rungs(code).on(rung)));
      official.put(code, now.facts(code).appointedBy().toString());
    }
    official.put("base", now.base() + " of " + now.college());
    official.put("challenges", now.challenges().rows() + " " + now.challenges().problems());
    official.put("president", "" + now.register().law.decide(Office.PRESIDENT, now.college()));
    return new Seen(tallies, reported, calls, official, now.problems());
  }

  private static String onRung(JurisdictionRungs.OnRung on) {
    return Arrays.toString(on.electors) + on.entries + on.implied;
  }

  private static String tally(Tabulation now, String place) {
    Tallies.Node node = now.tallies().find(place);
    if (node == null) return "none";
    List<String> statements = new ArrayList<>();
    for (Tallies.Statement each : node.statements())
      statements.add(each.source + " by " + each.entry().index());
    StringBuilder below = new StringBuilder();
    for (int t = 0; t < SmallElection.TICKETS.size(); t++)
      below.append(node.sumBelow(t)).append(' ');
    return "%s from %s, below %d: %s"
        .formatted(
            Arrays.toString(now.tallies().tally(node)), statements, node.reportingBelow(), below);
  }

  /** The same without what calls are about. */
  Seen withoutCalls() {
    return new Seen(tallies, reported, Map.of(), official, List.of());
  }

  /** The same without what returns are about. */
  Seen withoutReturns() {
    return new Seen(Map.of(), Map.of(), calls, official, List.of());
  }
}
