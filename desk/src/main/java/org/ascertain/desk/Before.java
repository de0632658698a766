package org.ascertain.desk;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.election.Fact.Certification;
import org.ascertain.election.Fact.Stake;

/** What the record holds as a row arrives: facts in force, the newest first. */
public interface Before {

  /** The newest figures of a unit by a source. */
  default Optional<Reported> newest(String unit, String source) {
    return recent(unit, source).stream().findFirst();
  }

  /**
   * The newest figures of a unit by a source and those of the half hour before them, the newest
   * first.
   */
  List<Reported> recent(String unit, String source);

  /** The newest figures of a unit by each other source. */
  List<Reported> byOthers(String unit, String source);

  /**
   * The units right below a unit, or the districts of a state, added up.
   *
   * @param units how many have spoken
   */
  record Below(int units, long votes) {
    static final Below NOTHING = new Below(0, 0);
  }

  /** The figures of a unit by the first source in the order given that has spoken of it. */
  default Optional<Reported> tally(String unit, List<String> order) {
    List<Reported> all = byOthers(unit, "");
    for (String source : order)
      for (Reported each : all) if (each.source().equals(source)) return Optional.of(each);
    return all.stream().findFirst();
  }

  /**
   * Since when the newest figures of a unit by two sources differ by as much as is told, in
   * nanoseconds since 1970-01-01T00:00Z; empty while they do not.
   */
  OptionalLong differSince(String unit, String source, String other);

  /** What the counties below a state, or the units below any unit, add up to by a source. */
  Below below(String unit, String source);

  /** What the districts of a state add up to by a source. */
  Below districts(String state, String source);

  /**
   * How a source speaks of a unit.
   *
   * @param last when it spoke last, in nanoseconds since 1970-01-01T00:00Z
   * @param medianGap between two of its last statements, in nanoseconds
   * @param gaps how many gaps the median is of
   */
  record Pace(long last, long medianGap, int gaps) {}

  /** Empty where it spoke less than twice. */
  Optional<Pace> pace(String unit, String source);

  /** A certificate in force. */
  record Certified(long entry, Certification certificate) {}

  Optional<Certified> certified(String unit);

  /**
   * A call in force, and from where it came.
   *
   * @param moment effective, in nanoseconds
   */
  record Called(long entry, long moment, String caller, String candidate, String source) {}

  /** The calls in force for a unit. */
  List<Called> calls(String unit);

  /** The entry of a certificate of ascertainment in force for a jurisdiction and slate. */
  Optional<Long> ascertained(String jurisdiction, String slate);

  /**
   * A challenge that no ruling has closed.
   *
   * @param atStake what it puts at stake; empty where the record does not say
   */
  record OpenChallenge(long entry, String id, Optional<Stake> atStake) {}

  /** The open challenges of a unit. */
  List<OpenChallenge> challenges(String unit);
}
