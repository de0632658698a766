package org.ascertain.standing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ascertain.election.Caller;
import org.ascertain.election.Candidate;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.KnownUnits;
import org.ascertain.election.Ticket;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;
import org.ascertain.law.Law;

/**
 * The ids of one election as small integers, so that the fold adds in arrays and looks names up
 * once.
 */
final class Register {

  final Header header;
  final Law law;
  final KnownUnits known;
  final List<String> candidates;
  final List<String> tickets;
  final List<String> jurisdictions;

  private final Map<String, Integer> candidate;
  private final Map<String, Integer> ticket;
  private final Map<String, Integer> jurisdiction;
  private final Map<String, Unit> unit = new HashMap<>();
  private final Map<String, List<Unit>> unitsOf = new HashMap<>();
  private final Map<String, Caller> caller = new HashMap<>();
  private final int[] presidentOf;
  private final Set<String> presidents;

  /** By ticket, the first ticket of its slate: the ticket itself where it has none. */
  private final int[] slateOf;

  private final boolean hasSlates;

  private volatile Looked last = new Looked(List.of(), new int[0]);

  Register(Header header, Law law, KnownUnits known) {
    this.header = header;
    this.law = law;
    this.known = known;
    List<String> names = new ArrayList<>(header.candidates().stream().map(Candidate::id).toList());
    for (Ticket t : header.tickets()) if (!names.contains(t.president())) names.add(t.president());
    this.candidates = List.copyOf(names);
    this.tickets = header.tickets().stream().map(Ticket::id).toList();
    this.jurisdictions = List.copyOf(law.entitled().keySet());
    this.candidate = places(candidates);
    this.ticket = places(tickets);
    this.jurisdiction = places(jurisdictions);
    for (Unit u : law.units()) {
      unit.put(u.id(), u);
      unitsOf.computeIfAbsent(u.jurisdiction(), j -> new ArrayList<>()).add(u);
    }
    header.callers().forEach(c -> caller.put(c.id(), c));
    this.presidents =
        header.tickets().stream().map(Ticket::president).collect(Collectors.toUnmodifiableSet());
    this.presidentOf = header.tickets().stream().mapToInt(t -> candidate(t.president())).toArray();
    this.hasSlates = header.tickets().stream().anyMatch(each -> each.slate().isPresent());
    this.slateOf = IntStream.range(0, tickets.size()).map(this::firstOfSlate).toArray();
  }

  private static Map<String, Integer> places(List<String> ids) {
    Map<String, Integer> places = new HashMap<>();
    for (String id : ids) places.putIfAbsent(id, places.size());
    return places;
  }

  private int firstOfSlate(int ticket) {
    Optional<String> slate = header.tickets().get(ticket).slate();
    if (slate.isEmpty()) return ticket;
    int first = 0;
    while (!header.tickets().get(first).slate().equals(slate)) first++;
    return first;
  }

  /** The place of a candidate, or -1. */
  int candidate(String id) {
    return candidate.getOrDefault(id, -1);
  }

  /** The place of a ticket, or -1. */
  int ticket(String id) {
    return ticket.getOrDefault(id, -1);
  }

  /** What was looked up last: facts that share a list of ids come one after the other. */
  private static final class Looked {
    final List<String> ids;
    final int[] places;

    Looked(List<String> ids, int[] places) {
      this.ids = ids;
      this.places = places;
    }
  }

  /** The places of tickets, -1 for each unknown one; facts that share a list cost one look-up. */
  @SuppressWarnings(
      "ReferenceEquality") // the same list again is the common case, and equal ones are only slower
  int[] tickets(List<String> ids) {
    Looked looked = last;
    if (ids != looked.ids) {
      looked = new Looked(ids, ids.stream().mapToInt(this::ticket).toArray());
      last = looked;
    }
    return looked.places;
  }

  /** The place of the candidate for President on a ticket. */
  int presidentOf(int ticket) {
    return presidentOf[ticket];
  }

  /**
   * Figures by ticket with those of one slate added up, at the place of the slate's first ticket;
   * its other tickets have none (-1), and so has a slate of which no ticket has a figure.
   */
  long[] bySlate(long[] figures) {
    long[] slates = new long[figures.length];
    Arrays.fill(slates, -1);
    for (int t = 0; t < figures.length; t++)
      if (figures[t] >= 0) slates[slateOf[t]] = Math.max(0, slates[slateOf[t]]) + figures[t];
    return slates;
  }

  /**
   * The places of the tickets whose votes are added up with a ticket's: itself, and its slate's.
   */
  int[] linesOf(String id) {
    int slate = slateOf[ticket(id)];
    return IntStream.range(0, slateOf.length).filter(t -> slateOf[t] == slate).toArray();
  }

  /** Whether several tickets stand for one slate of electors. */
  boolean hasSlates() {
    return hasSlates;
  }

  /** Whether a candidate is the one for President on some ticket. */
  boolean standsForPresident(String candidate) {
    return presidents.contains(candidate);
  }

  /** The place of a jurisdiction, or -1. */
  int jurisdiction(String code) {
    return jurisdiction.getOrDefault(code, -1);
  }

  /** The unit of appointment that a fact is about, at or above what it names. */
  Optional<Unit> unitOf(Fact fact) {
    String id = References.place(fact);
    int slash = id.indexOf('/');
    return Optional.ofNullable(unit.get(slash < 0 ? id : id.substring(0, slash)));
  }

  /**
   * Votes by ticket; a ticket without a figure (-1) is left out.
   *
   * @param figures in the order of the tickets; what follows after them is no ticket's
   */
  Votes byTicket(long[] figures) {
    Map<String, Long> named = new LinkedHashMap<>();
    for (int i = 0; i < tickets.size(); i++)
      if (figures[i] >= 0) named.put(tickets.get(i), figures[i]);
    return Votes.of(named);
  }

  /** Figures in the order of the tickets; -1 for one that is not named. */
  long[] figures(Votes votes) {
    long[] figures = new long[tickets.size()];
    Arrays.fill(figures, -1);
    votes.forEach((id, n) -> figures[ticket(id)] = n);
    return figures;
  }

  /** Whether a candidate stands for President on any ticket. */
  boolean isOnTicket(int candidate) {
    return Arrays.stream(presidentOf).anyMatch(president -> president == candidate);
  }

  /** Electors by candidate; those with none are left out. */
  Votes byCandidate(int[] electors) {
    Map<String, Long> named = new LinkedHashMap<>();
    for (int i = 0; i < electors.length; i++)
      if (electors[i] > 0) named.put(candidates.get(i), (long) electors[i]);
    return Votes.of(named);
  }

  /** The unit of appointment of an id. */
  Optional<Unit> unit(String id) {
    return Optional.ofNullable(unit.get(id));
  }

  boolean isUnit(String id) {
    return unit.containsKey(id);
  }

  boolean isCaller(String id) {
    return caller.containsKey(id);
  }

  /** The units of a jurisdiction, the at-large one first. */
  List<Unit> units(String jurisdiction) {
    return unitsOf.getOrDefault(jurisdiction, List.of());
  }
}
