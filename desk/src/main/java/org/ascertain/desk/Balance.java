package org.ascertain.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.ascertain.desk.Before.OpenChallenge;
import org.ascertain.desk.Weighing.Could;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Fact.Stake;
import org.ascertain.election.Ticket;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;
import org.ascertain.law.Law;

/**
 * What rows that wait are weighed against: who leads each unit by how much, what is outstanding and
 * at stake there, as the record had it at one moment. It does not change afterwards.
 */
final class Balance {

  /** A row that waits, by its number, with what it says. */
  record Waiting(long id, Returns returns) {}

  /**
   * How a unit stands.
   *
   * @param votes by slate
   * @param candidate who leads; empty where nobody does
   */
  private record Lead(
      int electors,
      Optional<String> candidate,
      Map<String, Long> votes,
      OptionalLong outstanding,
      OptionalLong atStake,
      boolean allAtStake) {}

  private final Header header;
  private final Map<String, Lead> leads = new TreeMap<>();

  /** By unit and source, the figures in force of the units that are weighed and what is below. */
  private final Map<String, Map<String, Reported>> inForce;

  private final long majority;

  /**
   * @param weighed the units of appointment of which rows may be weighed
   */
  Balance(FiguresInForce before, Law law, Header header, Set<String> weighed) {
    this.header = header;
    this.inForce = before.under(weighed);
    for (Unit unit : law.units()) leads.put(unit.id(), lead(unit, before));
    long all = law.units().stream().mapToLong(Unit::electors).sum();
    this.majority = all / 2 + 1; // of all who may be appointed; a base that shrank only helps
  }

  /** The unit of appointment to which a unit or reporting unit belongs. */
  static String whole(String unit) {
    int slash = unit.indexOf('/');
    return slash < 0 ? unit : unit.substring(0, slash);
  }

  private Lead lead(Unit unit, FiguresInForce before) {
    Optional<Reported> own = before.tally(unit.id(), header.returnsFrom());
    Map<String, Long> votes =
        own.map(reported -> bySlate(reported.votes()))
            .orElseGet(() -> bySlate(before.votesBelow(unit.id(), header.returnsFrom())));
    long stake = 0;
    boolean isStaked = false;
    boolean all = false;
    for (OpenChallenge challenge : before.challenges(unit.id())) {
      if (challenge.atStake().isEmpty()) continue;
      switch (challenge.atStake().get()) {
        case Stake.Everything everything -> all = true;
        case Stake.Ballots(long ballots) -> {
          stake += ballots;
          isStaked = true;
        }
      }
    }
    return new Lead(
        unit.electors(),
        first(votes).flatMap(this::president),
        votes,
        own.map(Balance::outstanding).orElse(OptionalLong.empty()),
        isStaked ? OptionalLong.of(stake) : OptionalLong.empty(),
        all);
  }

  /** Only an official's figure can bound anything. */
  private static OptionalLong outstanding(Reported reported) {
    if (!reported.expectedByOfficial() || reported.expected().isEmpty())
      return OptionalLong.empty();
    long more = reported.expected().getAsLong() - reported.counted();
    return more < 0 ? OptionalLong.empty() : OptionalLong.of(more);
  }

  private Map<String, Long> bySlate(Votes votes) {
    Map<String, Long> slates = new TreeMap<>();
    votes.forEach((ticket, count) -> slates.merge(slate(ticket), count, Long::sum));
    return slates;
  }

  /** Tickets of one slate have the same electors. */
  private String slate(String ticket) {
    return header.tickets().stream()
        .filter(each -> each.id().equals(ticket))
        .findFirst()
        .flatMap(Ticket::slate)
        .orElse(ticket);
  }

  private Optional<String> president(String slate) {
    return header.tickets().stream()
        .filter(each -> each.slate().orElse(each.id()).equals(slate))
        .map(Ticket::president)
        .findFirst();
  }

  /** Who has most, where nobody has as many. */
  private static Optional<String> first(Map<String, Long> votes) {
    Optional<String> first = Optional.empty();
    long most = 0;
    for (Map.Entry<String, Long> each : votes.entrySet()) {
      if (each.getValue() == most) first = Optional.empty();
      if (each.getValue() <= most) continue;
      first = Optional.of(each.getKey());
      most = each.getValue();
    }
    return first;
  }

  private static OptionalLong margin(Map<String, Long> votes) {
    if (votes.isEmpty()) return OptionalLong.empty();
    long[] sorted = votes.values().stream().mapToLong(Long::longValue).sorted().toArray();
    int last = sorted.length - 1;
    return OptionalLong.of(sorted[last] - (last > 0 ? sorted[last - 1] : 0));
  }

  /** Whether the law appoints electors for a unit. */
  boolean has(String unit) {
    return leads.containsKey(unit);
  }

  /**
   * Weighs what waits in a unit.
   *
   * @param unit a unit of appointment that this was made to weigh
   * @param waiting its rows, and those of what is below it
   */
  Weighing weigh(String unit, Collection<Waiting> waiting) {
    Lead lead = leads.get(unit);
    if (lead == null) throw new IllegalArgumentException("no electors are appointed for " + unit);
    boolean speaksItself = inForce.containsKey(unit);
    Map<String, Waiting> furthest = new HashMap<>();
    List<Long> rows = new ArrayList<>();
    for (Waiting each : waiting) {
      if (isOvertaken(each.returns())) continue;
      rows.add(each.id());
      // Where a unit speaks for itself, what is reported below it moves nothing.
      if (speaksItself && !each.returns().unit().equals(unit)) continue;
      furthest.merge(
          each.returns().unit(),
          each,
          (one, other) -> swing(other, lead) > swing(one, lead) ? other : one);
    }
    long kept = furthest.values().stream().mapToLong(each -> swing(each, lead)).sum();
    OptionalLong most =
        furthest.values().stream()
            .max((one, other) -> Long.compare(swing(one, lead), swing(other, lead)))
            .map(Waiting::id)
            .map(OptionalLong::of)
            .orElse(OptionalLong.empty());
    OptionalLong margin = margin(lead.votes());
    return new Weighing(
        unit,
        margin,
        kept,
        lead.outstanding(),
        lead.atStake(),
        lead.allAtStake(),
        could(lead, margin, kept),
        List.copyOf(rows),
        most);
  }

  /** What its source has reported since is in force: the row would count nowhere. */
  private boolean isOvertaken(Returns row) {
    Reported newest =
        inForce.getOrDefault(row.unit(), Map.of()).get(row.attestation().source().id());
    return newest != null && newest.effective() > row.attestation().at().effective();
  }

  private static Could could(Lead lead, OptionalLong margin, long kept) {
    if (lead.allAtStake()) return Could.CHANGE;
    if (margin.isEmpty()) return Could.UNKNOWN;
    long bound = kept + lead.outstanding().orElse(0) + lead.atStake().orElse(0);
    return margin.getAsLong() > bound ? Could.NOT_CHANGE : Could.CHANGE;
  }

  /**
   * By how much a row could move the difference of the first and any other: what it changes of
   * both, and no more votes than it or the figures in force have.
   */
  private long swing(Waiting row, Lead lead) {
    Returns returns = row.returns();
    Reported is = Reported.of(Reported.NOT_RECORDED, 0, returns);
    Map<String, Reported> known = inForce.getOrDefault(returns.unit(), Map.of());
    Optional<Reported> was =
        Optional.ofNullable(known.get(is.source())).or(() -> known.values().stream().findFirst());
    Map<String, Long> now = bySlate(is.votes());
    Map<String, Long> before = was.map(reported -> bySlate(reported.votes())).orElse(Map.of());
    Optional<String> first = first(lead.votes());
    long ofFirst = first.map(slate -> moved(slate, now, before)).orElse(0L);
    long ofOther = 0;
    for (String slate : now.keySet())
      if (!first.equals(Optional.of(slate))) ofOther = Math.max(ofOther, moved(slate, now, before));
    long all = Math.max(is.counted(), was.map(Reported::counted).orElse(0L));
    return Math.min(ofFirst + ofOther, all);
  }

  /** Who is not named in a row has the figure that stands. */
  private static long moved(String slate, Map<String, Long> now, Map<String, Long> before) {
    if (!now.containsKey(slate)) return 0;
    return Math.abs(now.get(slate) - before.getOrDefault(slate, 0L));
  }

  /**
   * Weighs units that could change against the majority of the nation: whether they could take it
   * away, or give it. Nothing where no unit could change.
   */
  Optional<Weighing> nation(Collection<String> couldChange) {
    if (couldChange.isEmpty()) return Optional.empty();
    Map<String, Long> electors = new TreeMap<>();
    Map<String, Long> apart = new TreeMap<>();
    long open = 0;
    for (Map.Entry<String, Lead> each : leads.entrySet()) {
      boolean isMarked = couldChange.contains(each.getKey());
      if (isMarked) open += each.getValue().electors();
      each.getValue()
          .candidate()
          .ifPresent(
              candidate -> {
                electors.merge(candidate, (long) each.getValue().electors(), Long::sum);
                if (!isMarked) apart.merge(candidate, (long) each.getValue().electors(), Long::sum);
              });
    }
    long most = electors.values().stream().mapToLong(Long::longValue).max().orElse(0);
    long mostApart =
        electors.entrySet().stream()
            .filter(each -> each.getValue() == most)
            .mapToLong(each -> apart.getOrDefault(each.getKey(), 0L))
            .max()
            .orElse(0);
    boolean hasMajority = most >= majority;
    long best = apart.values().stream().mapToLong(Long::longValue).max().orElse(0) + open;
    boolean changes = hasMajority ? mostApart < majority : best >= majority;
    return Optional.of(
        new Weighing(
            Unit.NATION,
            OptionalLong.of(most - majority),
            open,
            OptionalLong.empty(),
            OptionalLong.empty(),
            false,
            changes ? Could.CHANGE : Could.NOT_CHANGE,
            List.of(),
            OptionalLong.empty()));
  }
}
