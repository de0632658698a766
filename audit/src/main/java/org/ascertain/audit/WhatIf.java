package org.ascertain.audit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;
import org.ascertain.law.Base;
import org.ascertain.law.Law;
import org.ascertain.standing.History;
import org.ascertain.standing.UnitResult;

/**
 * What the electors would be with something otherwise: the votes as they fell, the allotment and
 * the way of awarding as supposed, a majority of all electors. Nothing of it happened, and nothing
 * of it is ever stored.
 *
 * @param majority how many electors decide
 * @param electors how many there are
 * @param byUnit whose they are, by unit or, where they are awarded by jurisdiction, by that
 * @param nobodys electors of units whose votes the record does not have
 */
public record WhatIf(
    int majority, int electors, Map<String, Map<String, Integer>> byUnit, int nobodys) {

  /** Why something cannot be supposed, as a sentence. */
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    Refused(String why) {
      super(why);
    }

    /** The sentence. */
    public String why() {
      return String.valueOf(getMessage());
    }
  }

  /**
   * The electors at a moment with suppositions, which are applied in this order: allotment or
   * House, award, units that flip, electors who are faithless.
   *
   * @param moment nanoseconds since 1970-01-01T00:00Z
   * @throws Refused if the record or the law does not have what a supposition needs
   */
  public static WhatIf of(History history, long moment, List<Supposition> suppositions)
      throws Refused {
    return new Reckoning(history, moment).with(suppositions);
  }

  /** Electors by candidate, the most first. */
  public Map<String, Integer> byCandidate() {
    return sums().mostFirst();
  }

  /** Who has a majority. */
  public Optional<String> winner() {
    return sums().whoHas(majority);
  }

  private ElectorSums sums() {
    ElectorSums sums = new ElectorSums();
    byUnit.values().forEach(unit -> unit.forEach(sums::add));
    return sums;
  }

  /** The reckoning, from the votes as they fell. */
  private static final class Reckoning {
    private final Law law;
    private final List<UnitResult.OfJurisdiction> results;
    private final Map<String, Map<String, Integer>> fallen = new LinkedHashMap<>();
    private final Map<String, Integer> electors = new LinkedHashMap<>();
    private Map<String, Map<String, Integer>> byUnit = new LinkedHashMap<>();

    Reckoning(History history, long moment) {
      this.law = history.law();
      UnitResult.OfNation nation = UnitResult.at(history, moment);
      this.results = nation.jurisdictions();
      Holdings holdings = Holdings.of(nation, law);
      for (Holding holding : holdings.all())
        fallen
            .computeIfAbsent(holding.id(), id -> new LinkedHashMap<>())
            .merge(holding.candidate(), holding.electors(), Integer::sum);
      for (Unit unit : law.units()) electors.put(unit.id(), unit.electors());
      byUnit = new LinkedHashMap<>(fallen);
    }

    WhatIf with(List<Supposition> suppositions) throws Refused {
      for (Supposition each : suppositions) {
        switch (each) {
          case Supposition.AllotmentOf(int year) -> allot(unitsOf(year));
          case Supposition.HouseOf house -> allot(unitsOf(house));
          case Supposition.AwardBy(Supposition.Award award) -> award(award);
          case Supposition.Flip flip -> flip(flip);
          case Supposition.Faithless faithless -> faithless(faithless);
        }
      }
      int held = 0;
      for (Map<String, Integer> unit : byUnit.values())
        held += unit.values().stream().mapToInt(Integer::intValue).sum();
      int all = Math.max(held, electors.values().stream().mapToInt(Integer::intValue).sum());
      return new WhatIf(Base.of(all).majority(), all, byUnit, all - held);
    }

    private static List<Unit> unitsOf(int year) throws Refused {
      return Law.of(year)
          .orElseThrow(() -> new Refused("No law is known for an election of " + year + "."))
          .units();
    }

    /** The units of today, each at-large one with what its districts leave of the new number. */
    private List<Unit> unitsOf(Supposition.HouseOf house) throws Refused {
      int states = (int) law.entitled().keySet().stream().filter(id -> !id.equals("DC")).count();
      if (house.seats() < states || house.seats() > 100_000)
        throw new Refused("A House has from %,d to 100,000 seats here.".formatted(states));
      Map<String, Integer> entitled =
          law.entitledBy(house.method(), house.seats())
              .orElseThrow(
                  () ->
                      new Refused(
                          "The populations of the census behind %d are not in the table, so seats cannot be divided again."
                              .formatted(law.election())));
      Map<String, Integer> districts = new HashMap<>();
      for (Unit unit : law.units())
        if (!unit.atLarge()) districts.merge(unit.jurisdiction(), unit.electors(), Integer::sum);
      List<Unit> units = new ArrayList<>();
      for (Unit unit : law.units()) {
        int all = entitled.getOrDefault(unit.jurisdiction(), 0);
        int ofDistricts = districts.getOrDefault(unit.jurisdiction(), 0);
        if (unit.atLarge()) units.add(new Unit(unit.id(), unit.jurisdiction(), all - ofDistricts));
        else units.add(unit);
      }
      return units;
    }

    /** Each unit's electors for whom it fell, else for whom its jurisdiction did. */
    private void allot(List<Unit> units) {
      byUnit = new LinkedHashMap<>();
      electors.clear();
      for (Unit unit : units) {
        electors.put(unit.id(), unit.electors());
        leader(unit.id())
            .or(() -> leader(unit.jurisdiction()))
            .ifPresent(
                who -> byUnit.put(unit.id(), new LinkedHashMap<>(Map.of(who, unit.electors()))));
      }
    }

    private Optional<String> leader(String unit) {
      return Optional.ofNullable(fallen.get(unit)).stream()
          .flatMap(of -> of.entrySet().stream())
          .max(Map.Entry.comparingByValue())
          .map(Map.Entry::getKey);
    }

    private void award(Supposition.Award award) throws Refused {
      Map<String, Integer> ofJurisdictions = new LinkedHashMap<>();
      electors.forEach(
          (unit, n) -> ofJurisdictions.merge(Unit.jurisdictionOf(unit), n, Integer::sum));
      if (award == Supposition.Award.DISTRICT)
        throw new Refused(
            "The record does not have the votes of all congressional districts; none are guessed.");
      Optional<String> leads =
          award == Supposition.Award.POPULAR ? Optional.of(first()) : Optional.empty();
      byUnit = new LinkedHashMap<>();
      electors.clear();
      electors.putAll(ofJurisdictions);
      for (UnitResult.OfJurisdiction of : results) {
        int n = ofJurisdictions.getOrDefault(of.jurisdiction(), 0);
        if (n == 0) continue;
        switch (award) {
          case STATEWIDE ->
              leader(of.jurisdiction())
                  .ifPresent(who -> byUnit.put(of.jurisdiction(), Map.of(who, n)));
          case POPULAR -> byUnit.put(of.jurisdiction(), Map.of(leads.orElseThrow(), n));
          case PROPORTIONAL -> byUnit.put(of.jurisdiction(), proportional(of, n));
          case DISTRICT -> throw new IllegalStateException("refused above");
        }
      }
    }

    /** Who has most votes in the nation. */
    private String first() throws Refused {
      Map<String, Long> nation = new TreeMap<>();
      for (UnitResult.OfJurisdiction of : results)
        votes(of).forEach((who, n) -> nation.merge(who, n, Long::sum));
      List<Map.Entry<String, Long>> most =
          nation.entrySet().stream()
              .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
              .toList();
      if (most.isEmpty()) throw new Refused("The record has no votes of the people.");
      if (most.size() > 1 && most.get(0).getValue().equals(most.get(1).getValue()))
        throw new Refused("Two candidates have as many votes in the nation.");
      return most.getFirst().getKey();
    }

    private static Votes votes(UnitResult.OfJurisdiction of) {
      return of.units().isEmpty() ? Votes.NONE : of.units().getFirst().people();
    }

    /**
     * Whole quotas of the votes of who is named, then one more to each of the largest remainders.
     */
    private static Map<String, Integer> proportional(UnitResult.OfJurisdiction of, int electors)
        throws Refused {
      Votes votes = votes(of);
      BigInteger sum = BigInteger.valueOf(votes.sum());
      if (sum.signum() == 0)
        throw new Refused("The record has no votes of the people of " + of.jurisdiction() + ".");
      Map<String, Integer> shares = new LinkedHashMap<>();
      Map<String, BigInteger> remainders = new LinkedHashMap<>();
      int left = electors;
      for (int i = 0; i < votes.size(); i++) {
        BigInteger[] quota =
            BigInteger.valueOf(votes.count(i))
                .multiply(BigInteger.valueOf(electors))
                .divideAndRemainder(sum);
        shares.put(votes.ids().get(i), quota[0].intValueExact());
        remainders.put(votes.ids().get(i), quota[1]);
        left -= quota[0].intValueExact();
      }
      List<Map.Entry<String, BigInteger>> order =
          remainders.entrySet().stream()
              .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
              .toList();
      if (left > 0
          && left < order.size()
          && order.get(left - 1).getValue().equals(order.get(left).getValue()))
        throw new Refused(
            "In "
                + of.jurisdiction()
                + " two remainders are equal: no rule says whose the last elector is.");
      order.stream().limit(left).forEach(each -> shares.merge(each.getKey(), 1, Integer::sum));
      shares.values().removeIf(n -> n == 0);
      return shares;
    }

    private void flip(Supposition.Flip flip) throws Refused {
      Map<String, Integer> unit = byUnit.get(flip.unit());
      int n =
          unit == null
              ? electors.getOrDefault(flip.unit(), 0)
              : unit.values().stream().mapToInt(Integer::intValue).sum();
      if (n == 0)
        throw new Refused("No electors of " + flip.unit() + " are known that could be another's.");
      byUnit.put(flip.unit(), Map.of(flip.candidate(), n));
    }

    private void faithless(Supposition.Faithless of) throws Refused {
      Map<String, Integer> unit = new LinkedHashMap<>(byUnit.getOrDefault(of.unit(), Map.of()));
      String from =
          unit.entrySet().stream()
              .max(Map.Entry.comparingByValue())
              .filter(most -> most.getValue() >= of.electors())
              .<String>map(Map.Entry::getKey)
              .orElseThrow(
                  () ->
                      new Refused(
                          "%s has no %d electors of one candidate."
                              .formatted(of.unit(), of.electors())));
      unit.merge(from, -of.electors(), Integer::sum);
      unit.values().removeIf(n -> n == 0);
      unit.merge(of.candidate(), of.electors(), Integer::sum);
      byUnit.put(of.unit(), unit);
    }
  }
}
