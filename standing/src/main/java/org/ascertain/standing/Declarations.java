package org.ascertain.standing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.ascertain.election.Caller;
import org.ascertain.election.Candidate;
import org.ascertain.election.Check;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Addition;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Problem;
import org.ascertain.election.Ticket;

/** The names that a record declares: in its first entry, and those that came late. */
final class Declarations {

  private final Set<String> candidates = new HashSet<>();
  private final Set<String> tickets = new HashSet<>();
  private final Set<String> callers = new HashSet<>();
  private final List<Problem> problems = new ArrayList<>();

  /**
   * The header with every name that came late behind its own, in the order of the record; an id
   * declared twice is left out. A record that began without callers shows the calls of the first
   * that came.
   */
  static Header with(Header header, Collection<Entry> inForce) {
    List<Addition> additions =
        inForce.stream()
            .sorted(Comparator.comparingLong(Entry::index))
            .map(Entry::fact)
            .filter(Addition.class::isInstance)
            .map(Addition.class::cast)
            .toList();
    List<Candidate> candidates = new ArrayList<>();
    List<Ticket> tickets = new ArrayList<>();
    List<Caller> callers = new ArrayList<>();
    List<String> returnsFrom = new ArrayList<>();
    append(header.candidates(), candidates, Candidate::id);
    append(header.tickets(), tickets, Ticket::id);
    append(header.callers(), callers, Caller::id);
    append(header.returnsFrom(), returnsFrom, id -> id);
    for (Addition addition : additions) {
      append(addition.candidates(), candidates, Candidate::id);
      append(addition.tickets(), tickets, Ticket::id);
      append(addition.callers(), callers, Caller::id);
      append(addition.returnsFrom(), returnsFrom, id -> id);
    }
    return new Header(
        header.attestation(),
        header.election(),
        header.year(),
        header.law(),
        List.copyOf(candidates),
        List.copyOf(tickets),
        List.copyOf(callers),
        header.callers().isEmpty() ? callers.stream().map(Caller::id).findFirst() : header.caller(),
        List.copyOf(returnsFrom));
  }

  private static <T> void append(List<T> more, List<T> to, Function<T, String> id) {
    for (T each : more) if (to.stream().map(id).noneMatch(id.apply(each)::equals)) to.add(each);
  }

  /** Every id that is declared twice, at the entry that declares it again. */
  static List<Problem> problems(Collection<Entry> declaring) {
    Declarations declared = new Declarations();
    declaring.stream().sorted(Comparator.comparingLong(Entry::index)).forEach(declared::add);
    return declared.problems;
  }

  private void add(Entry entry) {
    if (entry.fact() instanceof Header header) {
      add(entry, header.candidates(), header.tickets(), header.callers());
    } else if (entry.fact() instanceof Addition addition) {
      add(entry, addition.candidates(), addition.tickets(), addition.callers());
    }
  }

  private void add(Entry entry, List<Candidate> people, List<Ticket> lines, List<Caller> rooms) {
    add(entry, "candidates", people.stream().map(Candidate::id).toList(), candidates);
    add(entry, "tickets", lines.stream().map(Ticket::id).toList(), tickets);
    add(entry, "callers", rooms.stream().map(Caller::id).toList(), callers);
  }

  private void add(Entry entry, String path, List<String> ids, Set<String> declared) {
    for (String id : ids)
      if (!declared.add(id))
        problems.add(new Problem(Check.DECLARED_TWICE, entry.index(), path, id));
  }
}
