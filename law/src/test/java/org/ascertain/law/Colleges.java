package org.ascertain.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.ascertain.election.Attestation;
import org.ascertain.election.Fact.Ballots;
import org.ascertain.election.Fact.Chamber;
import org.ascertain.election.Fact.ContingentBallot;
import org.ascertain.election.Fact.ContingentVotes;
import org.ascertain.election.Fact.CountResult;
import org.ascertain.election.Source;
import org.ascertain.election.Votes;
import org.ascertain.election.When;

/** Short ways of writing down a college of electors. */
final class Colleges {

  static final Attestation SOMEWHEN =
      Attestation.of(When.parse("2000-01-01"), Source.of("test", "Test"));

  /** {@code "bush 25, gore 1"}, or nothing. */
  static Votes votes(String text) {
    Map<String, Long> votes = new LinkedHashMap<>();
    for (String part : text.split(",", -1))
      if (!part.isBlank()) {
        List<String> words = List.of(part.strip().split(" +", -1));
        votes.put(words.getFirst(), Long.parseLong(words.getLast()));
      }
    return Votes.of(votes);
  }

  static Ballots distinct(String president, String vicePresident) {
    return new Ballots.Distinct(votes(president), votes(vicePresident));
  }

  static Ballots pairs(String both) {
    return new Ballots.Pairs(votes(both));
  }

  /** Electors who all were appointed and voted so. */
  static Electors voted(String jurisdiction, int appointed, Ballots ballots) {
    return new Electors(
        jurisdiction,
        appointed,
        OptionalInt.of(appointed),
        Optional.of(ballots),
        Optional.empty(),
        Optional.empty(),
        false,
        List.of((long) jurisdiction.hashCode() & 0xff));
  }

  static Electors voted(String jurisdiction, int appointed, String president) {
    return voted(jurisdiction, appointed, distinct(president, president));
  }

  static Electors unvoted(String jurisdiction, int entitled) {
    return new Electors(
        jurisdiction,
        entitled,
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        List.of());
  }

  static Electors notAppointed(String jurisdiction, int entitled) {
    return new Electors(
        jurisdiction,
        entitled,
        OptionalInt.of(0),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        List.of());
  }

  static Electors with(Electors of, CountResult result) {
    return new Electors(
        of.jurisdiction(),
        of.entitled(),
        of.appointed(),
        of.cast(),
        Optional.of(result),
        Optional.empty(),
        of.disputed(),
        of.entries(),
        of.struck());
  }

  static Electors countedAs(Electors of, CountResult result, Ballots counted) {
    return new Electors(
        of.jurisdiction(),
        of.entitled(),
        of.appointed(),
        of.cast(),
        Optional.of(result),
        Optional.of(counted),
        of.disputed(),
        of.entries(),
        of.struck());
  }

  static Electors struck(Electors of, Electors.Struck struck) {
    return new Electors(
        of.jurisdiction(),
        of.entitled(),
        of.appointed(),
        of.cast(),
        Optional.of(CountResult.REJECTED),
        Optional.empty(),
        of.disputed(),
        of.entries(),
        Optional.of(struck));
  }

  static Electors disputed(Electors of) {
    return new Electors(
        of.jurisdiction(),
        of.entitled(),
        of.appointed(),
        of.cast(),
        of.result(),
        of.counted(),
        true,
        of.entries(),
        of.struck());
  }

  static College college(Electors... electors) {
    return new College(List.of(electors), List.of());
  }

  static College after(College college, College.Ballot... ballots) {
    return new College(college.electors(), List.of(ballots));
  }

  /** A ballot of the House: {@code "jefferson 8, burr 6, divided 2"} gives so many states. */
  static College.Ballot house(int ballot, String states) {
    Map<String, String> byState = new LinkedHashMap<>();
    List<String> names =
        new ArrayList<>(
            Arrays.stream(org.ascertain.election.Jurisdiction.values()).map(Enum::name).toList());
    votes(states)
        .forEach(
            (candidate, n) -> {
              for (long i = 0; i < n; i++) byState.put(names.removeFirst(), candidate);
            });
    return new College.Ballot(
        900L - ballot,
        new ContingentBallot(
            SOMEWHEN, Chamber.HOUSE, ballot, new ContingentVotes.ByState(byState, Map.of())));
  }

  static College.Ballot senate(int ballot, String senators) {
    return new College.Ballot(
        950L - ballot,
        new ContingentBallot(
            SOMEWHEN, Chamber.SENATE, ballot, new ContingentVotes.BySenator(votes(senators))));
  }

  private Colleges() {}
}
