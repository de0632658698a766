package org.ascertain.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ascertain.archive.Archive;
import org.ascertain.desk.Scope;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.record.FactWord;
import org.ascertain.record.RecordReader;

/**
 * What a wire of its day would have handed in of an election of the archive: facts that bind
 * nobody, as the archive has them now, without what it put right, in the order in which they took
 * effect.
 *
 * @param facts with the moment at which each took effect, in nanoseconds since 1970
 * @param leftOut how many facts of each kind are not for this token, or for no wire
 */
record WireScript(List<Timed> facts, SortedMap<String, Integer> leftOut) {

  /** A fact that a wire gives. */
  record Timed(Fact fact, long at) {}

  WireScript {
    facts = List.copyOf(facts);
  }

  /**
   * The script of an election.
   *
   * @param election its id; the archive has it
   * @param scope what the token may hand in
   * @param until the last moment that is played
   */
  static WireScript of(String election, Scope scope, long until) {
    List<Timed> facts = new ArrayList<>();
    SortedMap<String, Integer> leftOut = new TreeMap<>();
    for (Entry entry : inForce(election)) {
      if (entry.effective() > until) continue;
      Fact fact = entry.fact();
      if (isForAWire(fact) && scope.beyond(election, fact).isEmpty())
        facts.add(new Timed(fact, entry.effective()));
      else leftOut.merge(FactWord.of(fact), 1, Integer::sum);
    }
    return new WireScript(facts, leftOut);
  }

  private static List<Entry> inForce(String election) {
    Map<Long, Entry> inForce = new LinkedHashMap<>();
    try (InputStream in = Archive.open(election).orElseThrow()) {
      RecordReader.forEach(in, line -> take(line.entry().orElseThrow(), inForce));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return inForce.values().stream()
        .sorted(
            Comparator.comparingLong(Entry::effective)
                // of a challenge and its ruling of one day the challenge comes first
                .thenComparing(entry -> entry.fact() instanceof Fact.Ruling)
                .thenComparingLong(Entry::index))
        .toList();
  }

  // Only these kinds change which facts are in force.
  private static void take(Entry entry, Map<Long, Entry> inForce) {
    Optional<Fact> stands = Optional.of(entry.fact());
    if (entry.fact() instanceof Fact.Retraction retraction) {
      inForce.remove(retraction.retracts());
      stands = Optional.empty();
    } else if (entry.fact() instanceof Fact.Correction correction) {
      inForce.remove(correction.corrects());
      stands = Optional.of(correction.with());
    }
    stands.ifPresent(
        fact ->
            inForce.put(
                entry.index(),
                new Entry(entry.index(), entry.recorded(), entry.recordedBy(), fact)));
  }

  /** Whether a wire gives facts of this kind; the others bind, or are about the record itself. */
  static boolean isForAWire(Fact fact) {
    return switch (fact) {
      case Fact.Returns f -> true;
      case Fact.RankedReturns f -> true;
      case Fact.Call f -> true;
      case Fact.CallWithdrawn f -> true;
      case Fact.Challenge f -> true;
      case Fact.Ruling f -> true;
      case Fact.Acknowledgement f -> true;
      case Fact.Statement f -> true;
      case Fact.Death f -> true;
      case Fact.Withdrawal f -> true;
      case Fact.VotingExtended f -> true;
      case Fact.Header f -> false;
      case Fact.Addition f -> false;
      case Fact.Coverage f -> false;
      case Fact.Lot f -> false;
      case Fact.AuditRound f -> false;
      case Fact.Certification f -> false;
      case Fact.Appointment f -> false;
      case Fact.NotAppointed f -> false;
      case Fact.Ascertainment f -> false;
      case Fact.ElectorVotes f -> false;
      case Fact.CountOpened f -> false;
      case Fact.Objection f -> false;
      case Fact.ChamberVote f -> false;
      case Fact.CommissionRuling f -> false;
      case Fact.Counted f -> false;
      case Fact.Declared f -> false;
      case Fact.ContingentBallot f -> false;
      case Fact.Oath f -> false;
      case Fact.Correction f -> false;
      case Fact.Retraction f -> false;
    };
  }
}
