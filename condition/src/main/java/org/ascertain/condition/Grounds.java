package org.ascertain.condition;

import java.util.OptionalLong;
import java.util.TreeMap;
import org.ascertain.condition.Condition.Atom;
import org.ascertain.condition.Condition.Settled;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Washington;
import org.ascertain.standing.History;
import org.ascertain.standing.PopularVoteLead;
import org.ascertain.standing.Tabulation;

/** What the answers of atoms rest on beside the running state, kept up as facts are taken in. */
final class Grounds {

  private final SettledUnits settled = new SettledUnits();
  private PopularVoteLead popularVote = new PopularVoteLead();
  private boolean begun;
  private boolean termBegun;
  private boolean isSettledAnew;

  /**
   * The moments to come at which an answer may change though nothing happens, with the fact by
   * which that is known: a window closes, what the record holds ends, the day on which the term
   * begins is over without an oath.
   */
  private final TreeMap<Long, Entry> due = new TreeMap<>();

  /** What an atom rests on is kept from now on. */
  void ask(Atom atom) {
    if (atom instanceof Settled) settled.ask();
  }

  /**
   * Goes on after a fact.
   *
   * @return whether any atom may have changed by it: it is the first, or the first of the term
   */
  boolean after(Entry entry, Tabulation now) {
    boolean begins = !termBegun && now.now() >= now.law().termBegins();
    termBegun |= begins;
    boolean all = !begun || begins;
    if (!begun) due.put(termBegun(now.law().termBegins()), entry);
    begun = true;
    after(entry, all, now);
    popularVote.after(entry, now);
    return all;
  }

  /** Goes on after an entry by which what was known before is known otherwise. */
  void anew(Entry entry, Tabulation now, History history) {
    after(entry, true, now);
    rereadVotes(history);
  }

  /** Takes the votes of the people from a history, where they did not come in order of time. */
  void rereadVotes(History history) {
    popularVote = PopularVoteLead.of(history);
  }

  private void after(Entry entry, boolean all, Tabulation now) {
    Fact fact =
        entry.fact() instanceof Fact.Correction correction ? correction.with() : entry.fact();
    if (fact instanceof Fact.Coverage coverage)
      coverage.until().ifPresent(day -> due.put(Washington.endOf(day) + 1, entry));
    isSettledAnew = settled.after(entry, all, now);
    due.putAll(settled.closings());
    settled.closings().clear();
  }

  /** The end of the day on which the term begins: until then its oath may still come. */
  private static long termBegun(long termBegins) {
    return Washington.endOf(Washington.day(termBegins)) + 1;
  }

  /** Whether the last fact settled a unit for somebody else than before. */
  boolean isSettledAnew() {
    return isSettledAnew;
  }

  /** The next moment at which any answer may change by the clock alone. */
  OptionalLong next() {
    return due.isEmpty() ? OptionalLong.empty() : OptionalLong.of(due.firstKey());
  }

  /**
   * The clock has come to that moment.
   *
   * @return the fact by which the moment was known
   */
  Entry clock(Tabulation now) {
    Entry by = due.pollFirstEntry().getValue();
    settled.after(by, true, now);
    return by;
  }

  /** How atoms stand now. */
  AtomTruth atoms(Tabulation now) {
    return new AtomTruth(now, settled, popularVote);
  }
}
