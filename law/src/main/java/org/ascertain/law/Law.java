package org.ascertain.law;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ascertain.election.Fact.Ballots;
import org.ascertain.election.Fact.CountResult;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;
import org.ascertain.election.Washington;
import org.ascertain.law.Choice.By;
import org.ascertain.law.Verdict.Determined;
import org.ascertain.law.Verdict.Grounds;
import org.ascertain.law.Verdict.NotYet;

/** The rules in force for one election, and what they say of its facts. */
public final class Law {

  private final int election;
  private final List<Unit> units;
  private final List<Deadline> deadlines;
  private final Map<String, Integer> entitled;

  private Law(int election) {
    this.election = election;
    this.units = Allotment.units(election);
    this.deadlines = Calendar.deadlines(election);
    this.entitled = Collections.unmodifiableMap(Allotment.entitled(election));
  }

  /** The law of an election by its year, if there was or will be an election of that year. */
  public static Optional<Law> of(int election) {
    return election >= 1788 && election % 4 == 0 && election <= 2040
        ? Optional.of(new Law(election))
        : Optional.empty();
  }

  /** The year of the general election. */
  public int election() {
    return election;
  }

  /** The units that appoint electors, each jurisdiction's at-large unit first. */
  public List<Unit> units() {
    return units;
  }

  /** How many electors each jurisdiction is entitled to. */
  public Map<String, Integer> entitled() {
    return entitled;
  }

  /** The rules that the allotment of electors rests on. */
  public List<String> allotmentRules() {
    return Allotment.rulesOf(election);
  }

  /** The days that the calendar sets, in their order. */
  public List<Deadline> deadlines() {
    return deadlines;
  }

  /**
   * The days on which electors may be appointed: one period, or where the law is read in two ways,
   * one for each reading, the customary first.
   */
  public List<Period> appointmentDays() {
    return ElectorsAppointed.days(election);
  }

  public Optional<Deadline> deadline(Due due) {
    return deadlines.stream().filter(d -> d.due() == due).findFirst();
  }

  /** When the term begins, in nanoseconds since 1970-01-01T00:00Z: noon in Washington. */
  public long termBegins() {
    LocalDate day = deadline(Due.TERM).orElseThrow().day();
    return Washington.nanos(
        OffsetDateTime.of(day, LocalTime.NOON, ZoneOffset.ofHours(-5)).toInstant());
  }

  /** Whether electors name two persons without distinction (Art. II s. 1 cl. 3). */
  public boolean votesForPairs() {
    return election <= 1800;
  }

  /**
   * The base of the majority: the electors appointed; where that is not known yet, those entitled.
   */
  public Verdict<Base> base(College college) {
    int base = 0;
    for (Electors electors : college.electors())
      base += electors.appointed().orElse(electors.entitled());
    return new Determined<>(Base.of(base), new Grounds(List.of("VOTE.XII"), List.of()));
  }

  /**
   * Who is chosen for an office on the strength of the electors' votes so far: as Congress counted
   * them where it has, as they were cast where it has not.
   */
  public Verdict<Choice> decide(Office office, College college) {
    int majority =
        switch (base(college)) {
          case Determined<Base>(var base, var grounds) -> base.majority();
          default -> throw new IllegalStateException("no base");
        };
    Map<String, Long> votes = new LinkedHashMap<>();
    List<Long> entries = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (Electors electors : college.electors()) {
      if (electors.result().filter(CountResult.REJECTED::equals).isPresent()) continue;
      Optional<Ballots> ballots = electors.counted().or(electors::cast);
      if (ballots.isEmpty()) missing.add("the votes of " + electors.jurisdiction());
      ballots.ifPresent(b -> of(office, b).forEach((id, n) -> votes.merge(id, n, Long::sum)));
      if (ballots.isPresent()) entries.addAll(electors.entries());
    }
    Grounds grounds = new Grounds(List.of("VOTE.XII"), entries);
    for (Map.Entry<String, Long> candidate : votes.entrySet())
      if (candidate.getValue() >= majority)
        return new Determined<>(new Choice(candidate.getKey(), By.ELECTORS), grounds);
    return new NotYet<>(missing, grounds);
  }

  private static Votes of(Office office, Ballots ballots) {
    return switch (ballots) {
      case Ballots.Distinct(var president, var vicePresident) ->
          office == Office.PRESIDENT ? president : vicePresident;
      case Ballots.Pairs(var both) -> both;
    };
  }
}
