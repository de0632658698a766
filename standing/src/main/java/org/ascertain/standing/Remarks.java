package org.ascertain.standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.ascertain.election.Check;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Addition;
import org.ascertain.election.Fact.Certification;
import org.ascertain.election.Problem;
import org.ascertain.election.Ticket;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;
import org.ascertain.election.Washington;

/**
 * Facts that stand and that somebody should look at: what cannot well be so, or what two facts say
 * in two ways. A remark changes nothing.
 */
final class Remarks {

  /** Units with fewer votes have the same figures by chance. */
  private static final long FEWEST_VOTES = 100;

  private final Tabulation now;
  private final Register register;
  private final Tallies tallies;
  private final List<Problem> remarks = new ArrayList<>();

  private Remarks(Tabulation now) {
    this.now = now;
    this.register = now.register();
    this.tallies = now.tallies();
  }

  /**
   * All remarks on a record as of a moment.
   *
   * @param declaring the entries that declare names
   */
  static List<Problem> of(Tabulation now, List<Entry> inTime, List<Entry> declaring) {
    Remarks remarks = new Remarks(now);
    remarks.samePersons(declaring);
    inTime.forEach(remarks::beforeThePolls);
    remarks.units();
    return remarks.remarks;
  }

  private void add(Check check, long index, String path, String detail) {
    remarks.add(new Problem(check, index, path, detail));
  }

  /** Lines of one candidate, as they look; nobody says so, and so they count apart. */
  private void samePersons(List<Entry> declaring) {
    Map<List<Object>, Ticket> first = new HashMap<>();
    for (Entry entry : declaring)
      for (Ticket ticket : tickets(entry.fact())) {
        if (ticket.slate().isPresent()) continue;
        Ticket before =
            first.putIfAbsent(List.of(ticket.president(), ticket.vicePresident()), ticket);
        if (before != null)
          add(Check.SAME_PERSONS, entry.index(), "tickets", before.id() + " and " + ticket.id());
      }
  }

  private static List<Ticket> tickets(Fact fact) {
    return switch (fact) {
      case Fact.Header header -> header.tickets();
      case Addition addition -> addition.tickets();
      default -> List.of(); // only these two declare tickets
    };
  }

  private void beforeThePolls(Entry entry) {
    boolean isEarly =
        switch (entry.fact()) {
          case Fact.Returns f -> entry.effective() < firstCount();
          case Fact.RankedReturns f -> entry.effective() < firstCount();
          case Fact.Call f -> entry.effective() < firstCount();
          default -> false; // all others tell of what need not wait for the polls
        };
    if (isEarly && !now.refuses(entry))
      add(Check.BEFORE_THE_POLLS, entry.index(), "at", entry.fact().attestation().at().toString());
  }

  /** When the first polls close, where the law of the states tells; else when voting begins. */
  private long firstCount() {
    LocalDate begins = register.law.appointmentDays().getFirst().first();
    long day = Washington.endOf(begins.minusDays(1)) + 1;
    OptionalLong closing = register.law.firstPollsClose();
    return closing.orElse(day);
  }

  private void units() {
    for (String jurisdiction : register.jurisdictions) {
      for (Unit unit : register.units(jurisdiction)) {
        Tallies.Node node = tallies.find(unit.id());
        if (node != null) unit(node);
        now.facts(jurisdiction).certification(unit.id()).ifPresent(this::certificate);
      }
      districts(jurisdiction);
      remarks.addAll(Contradictions.of(now.facts(jurisdiction)));
    }
    remarks.addAll(Contradictions.of(now.nation()));
  }

  private void certificate(JurisdictionFacts.Found<Certification> found) {
    Certification fact = found.fact();
    total(found.entry(), fact.votes(), fact.other(), fact.total());
  }

  private void unit(Tallies.Node node) {
    Tallies.Statement speaking = node.speaking();
    if (speaking != null) {
      if (speaking.other().isPresent() && speaking.total().isPresent())
        total(speaking.entry(), speaking.returns().votes(), speaking.other(), speaking.total());
      sources(node, speaking);
      levels(node, speaking);
    }
    siblings(node);
    for (Tallies.Node below : node.below()) unit(below);
  }

  private void total(Entry entry, Votes votes, OptionalLong other, OptionalLong total) {
    if (total.isEmpty() || other.isEmpty()) return;
    long named = votes.sum() + other.getAsLong();
    if (named < total.getAsLong())
      add(
          Check.BELOW_TOTAL,
          entry.index(),
          "total",
          grouped(named) + " of " + grouped(total.getAsLong()));
  }

  private void sources(Tallies.Node node, Tallies.Statement speaking) {
    List<Tallies.Statement> statements = node.statements();
    if (statements.size() == 1) return;
    Votes own = speaking.returns().votes();
    for (Tallies.Statement other : statements) {
      if (other.equals(speaking) || own.agreesWith(other.returns().votes())) continue;
      add(
          Check.SOURCES_DIFFER,
          other.entry().index(),
          "votes",
          "%s by %s has %s, by %s %s"
              .formatted(node.id(), speaking.source, own, other.source, other.returns().votes()));
    }
  }

  private void levels(Tallies.Node node, Tallies.Statement speaking) {
    if (node.reportingBelow() == 0) return;
    long[] own = tallies.tally(node);
    for (int t = 0; t < own.length; t++)
      if (own[t] >= 0 && node.sumBelow(t) >= 0 && own[t] != node.sumBelow(t)) {
        differ(speaking.entry(), node.id(), t, own[t], node.sumBelow(t));
        return;
      }
  }

  private void differ(Entry entry, String unit, int ticket, long own, long below) {
    add(
        Check.LEVELS_DIFFER,
        entry.index(),
        "votes." + register.tickets.get(ticket),
        "%s has %s, below it are %s".formatted(unit, grouped(own), grouped(below)));
  }

  /** The districts of Maine and Nebraska make up the whole state. */
  private void districts(String jurisdiction) {
    Tallies.Node whole = tallies.find(jurisdiction);
    if (whole == null || whole.speaking() == null) return;
    List<Tallies.Node> parts = new ArrayList<>();
    for (Unit unit : register.units(jurisdiction)) {
      Tallies.Node part = unit.atLarge() ? null : tallies.find(unit.id());
      if (part != null) parts.add(part);
      else if (!unit.atLarge()) return;
    }
    if (parts.isEmpty()) return;
    long[] own = tallies.tally(whole);
    for (int t = 0; t < own.length; t++) {
      int ticket = t;
      if (parts.stream().anyMatch(part -> tallies.tally(part)[ticket] < 0)) continue;
      long sum = parts.stream().mapToLong(part -> tallies.tally(part)[ticket]).sum();
      if (own[t] >= 0 && own[t] != sum) {
        differ(whole.speaking().entry(), jurisdiction, t, own[t], sum);
        return;
      }
    }
  }

  /** Among the units right below one: figures that are those of another, or of all others. */
  private void siblings(Tallies.Node parent) {
    Map<List<Long>, Tallies.Node> first = new HashMap<>();
    for (Tallies.Node node : parent.below()) {
      Tallies.Statement own = node.speaking();
      if (own == null) continue;
      long[] figures = tallies.tally(node);
      if (Arrays.stream(figures).filter(n -> n > 0).sum() < FEWEST_VOTES) continue;
      List<Long> key = Arrays.stream(figures).boxed().toList();
      Tallies.Node before = first.putIfAbsent(key, node);
      if (before != null)
        add(Check.SAME_FIGURES, own.entry().index(), "votes", before.id() + " and " + node.id());
      if (isSumOfOthers(parent, figures))
        add(Check.SUM_OF_SIBLINGS, own.entry().index(), "votes", node.id());
    }
  }

  private static boolean isSumOfOthers(Tallies.Node parent, long[] figures) {
    if (parent.reportingBelow() < 3) return false;
    for (int t = 0; t < figures.length; t++)
      if (figures[t] >= 0 && 2 * figures[t] != parent.sumBelow(t)) return false;
    return true;
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
