package org.ascertain.answers;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Unit;
import org.ascertain.law.Law;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Tabulation;

/**
 * What each fact changes of what the page draws: a unit's tally, its stage, its leader, and the
 * electors of its jurisdiction on each rung. Whoever adds the changes up from the first has the
 * page at any moment without asking again.
 */
final class Changes {

  /** A fact about the nation has this in place of a unit. */
  static final int NATION = -1;

  private static final int NOBODY = -1;

  /** In whose order rows name stages. */
  static final List<Rung> STAGES = List.of(Rung.values());

  private static final List<Rung> RUNGS = STAGES.stream().filter(Rung::byJurisdiction).toList();

  /** What one fact changed of one unit. */
  static final class Change {
    final Entry entry;
    final int unit;

    /** The first unit of the same jurisdiction. */
    final int home;

    final SortedMap<Rung, int[]> rungs = new TreeMap<>();
    Optional<long[]> votes = Optional.empty();
    Optional<Rung> stage = Optional.empty();
    Optional<Integer> lead = Optional.empty();
    boolean fell;

    Change(Entry entry, int unit, int home) {
      this.home = home;
      this.entry = entry;
      this.unit = unit;
    }

    /** As a row: ms, entry, unit, votes or 0, stage or -1, electors by rung or 0. */
    void write(JsonGenerator out) throws IOException {
      out.writeStartArray();
      out.writeNumber(Millis.of(entry.effective()));
      out.writeNumber(entry.index());
      out.writeNumber(unit);
      if (votes.isPresent()) out.writeArray(votes.get(), 0, votes.get().length);
      else out.writeNumber(0);
      out.writeNumber(stage.map(STAGES::indexOf).orElse(-1));
      if (rungs.isEmpty()) out.writeNumber(0);
      else {
        out.writeStartObject();
        for (Map.Entry<Rung, int[]> each : rungs.entrySet()) {
          out.writeFieldName(Integer.toString(STAGES.indexOf(each.getKey())));
          out.writeArray(each.getValue(), 0, each.getValue().length);
        }
        out.writeEndObject();
      }
      out.writeEndArray();
    }
  }

  private final List<String> units;
  private final Map<String, List<Integer>> unitsOf = new HashMap<>();
  private final Map<String, Integer> place = new HashMap<>();
  private final Map<String, Map<Rung, int[]>> rungs = new HashMap<>();
  private final Map<Integer, long[]> votes = new HashMap<>();
  private final Map<Integer, Rung> stages = new HashMap<>();
  private final Map<Integer, Integer> leads = new HashMap<>();

  Changes(Law law) {
    this.units = law.units().stream().map(Unit::id).toList();
    for (Unit unit : law.units()) {
      int next = place.size();
      place.put(unit.id(), next);
      unitsOf.computeIfAbsent(unit.jurisdiction(), j -> new ArrayList<>()).add(next);
    }
  }

  /** What a fact just taken in has changed: one row for its unit, and one for each other unit. */
  List<Change> after(Entry entry, Tabulation now) {
    String id = unitOf(entry.fact());
    String jurisdiction = Unit.jurisdictionOf(id);
    List<Integer> concerned = unitsOf.getOrDefault(jurisdiction, List.of());
    if (concerned.isEmpty()) return List.of(national(entry));
    int own = place.getOrDefault(id, concerned.getFirst());
    Change change = new Change(entry, own, concerned.getFirst());
    votes(change, now);
    rungs(change, jurisdiction, now);
    List<Change> changes = new ArrayList<>(1);
    changes.add(change);
    for (int unit : concerned) {
      Optional<Rung> stage = stage(unit, now);
      if (stage.isEmpty()) continue;
      if (unit != own) changes.add(new Change(entry, unit, concerned.getFirst()));
      changes.getLast().stage = stage;
      if (unit == own) changes.getFirst().stage = stage;
    }
    return changes;
  }

  private static Change national(Entry entry) {
    Change change = new Change(entry, NATION, NATION);
    if (entry.fact() instanceof Fact.Declared) change.stage = Optional.of(Rung.DECLARED);
    return change;
  }

  /** The unit of appointment that a fact speaks of; the nation and reporting units below apart. */
  private static String unitOf(Fact fact) {
    String id =
        switch (fact) {
          case Fact.OfUnit f -> f.unit();
          case Fact.OfJurisdiction f -> f.jurisdiction();
          case Fact f -> "";
        };
    int slash = id.indexOf('/');
    return slash < 0 ? id : id.substring(0, slash);
  }

  private void votes(Change change, Tabulation now) {
    if (!(change.entry.fact() instanceof Fact.Returns)) return;
    Optional<long[]> tally = now.tally(units.get(change.unit));
    if (tally.isEmpty()) return;
    long[] told = withOthers(tally.get(), now.othersOf(units.get(change.unit)));
    long[] before = votes.put(change.unit, told);
    if (Arrays.equals(before, told)) return;
    change.votes = Optional.of(told);
    for (int t = 0; before != null && t < before.length - 1; t++)
      change.fell |= before[t] > told[t];
    int leader = leader(units.get(change.unit), now);
    Integer led = leads.put(change.unit, leader);
    if (led == null || led != leader) change.lead = Optional.of(leader);
  }

  /** A tally by ticket, and at its end the votes for others; -1 where nobody says how many. */
  private static long[] withOthers(long[] tally, OptionalLong others) {
    long[] told = Arrays.copyOf(tally, tally.length + 1);
    told[tally.length] = others.orElse(-1);
    return told;
  }

  private static int leader(String unit, Tabulation now) {
    for (int c = 0; c < now.candidates().size(); c++) if (now.leads(unit, c)) return c;
    return NOBODY;
  }

  private void rungs(Change change, String jurisdiction, Tabulation now) {
    Map<Rung, int[]> before = rungs.computeIfAbsent(jurisdiction, j -> new HashMap<>());
    for (Rung rung : RUNGS) {
      int[] electors = now.electors(rung, jurisdiction);
      int[] were = before.put(rung, electors);
      if (were == null
          ? Arrays.stream(electors).anyMatch(n -> n > 0)
          : !Arrays.equals(were, electors)) change.rungs.put(rung, electors);
    }
  }

  private Optional<Rung> stage(int unit, Tabulation now) {
    Optional<Rung> stage = now.stage(units.get(unit));
    if (stage.isEmpty() || stage.get() == stages.get(unit)) return Optional.empty();
    stages.put(unit, stage.get());
    return stage;
  }
}
