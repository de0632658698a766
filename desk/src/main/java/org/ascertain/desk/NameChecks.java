package org.ascertain.desk;

import static org.ascertain.desk.IntakeCheck.*;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ascertain.election.Candidate;
import org.ascertain.election.Fact;
import org.ascertain.election.KnownUnits;
import org.ascertain.election.KnownUnits.Listed;
import org.ascertain.election.Ticket;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;

/** The unit and the tickets that a row names. */
final class NameChecks {

  /** FIPS codes of counties: two digits of the state, three of the county. */
  private static final int CODE = 5;

  private static final int COUNTY = 3;

  static void of(Fact fact, Context context, Findings found) {
    if (fact instanceof Fact.OfUnit of) unit(of.unit(), context, found);
    if (!(fact instanceof Fact.Returns returns)) return;
    tickets(returns.unit(), returns.votes(), context, found);
  }

  private static void unit(String unit, Context context, Findings found) {
    int year = context.header().year();
    KnownUnits units = context.units();
    Optional<String> unknown = units.unknown(year, unit);
    if (unknown.isEmpty()) return;
    Optional<Listed> padded = padded(year, unit, units);
    if (padded.isPresent())
      found.add(
          LOST_ZERO,
          "unit",
          Figure.text("unit", unit),
          Figure.text("meant", padded.get().unit()),
          Figure.text("name", padded.get().name()));
    found.add(
        isOfAnotherYear(year, unit, units) ? OTHER_VINTAGE : UNKNOWN_UNIT,
        "unit",
        Figure.text("what", unknown.get()));
  }

  /** The unit that is meant where a spreadsheet took the zeros off the front of a code. */
  private static Optional<Listed> padded(int year, String unit, KnownUnits units) {
    String code = unit.substring(unit.indexOf('/') + 1);
    if (code.isEmpty() || code.length() >= CODE) return Optional.empty();
    if (!code.chars().allMatch(c -> '0' <= c && c <= '9')) return Optional.empty();
    String whole = "0".repeat(CODE - code.length()) + code;
    String county = "0".repeat(Math.max(0, COUNTY - code.length())) + code;
    List<Listed> there = units.under(year, Unit.jurisdictionOf(unit));
    return there.stream()
        .filter(each -> each.code().equals(whole))
        .findFirst()
        .or(
            () ->
                there.stream()
                    .filter(each -> county.length() == COUNTY && each.code().endsWith(county))
                    .findFirst());
  }

  private static boolean isOfAnotherYear(int year, String unit, KnownUnits units) {
    for (int other = year - 28; other <= year + 28; other += 4)
      if (!units.vintages(other, unit).isEmpty()) return true;
    return false;
  }

  private static void tickets(String unit, Votes votes, Context context, Findings found) {
    Set<String> onBallot = context.thresholds().ballot(Unit.jurisdictionOf(unit));
    for (int i = 0; i < votes.size(); i++) {
      String id = votes.ids().get(i);
      boolean isKnown = false;
      for (Ticket ticket : context.header().tickets()) isKnown |= ticket.id().equals(id);
      if (!isKnown) spelling(id, context, found);
      else if (!onBallot.isEmpty() && !onBallot.contains(id) && votes.count(i) > 0)
        found.add(
            NOT_ON_BALLOT,
            "votes." + id,
            Figure.text("ticket", context.name(id)),
            Figure.text("unit", Unit.jurisdictionOf(unit)),
            Figure.of("votes", votes.count(i)));
    }
  }

  private static void spelling(String id, Context context, Findings found) {
    String plain = Candidate.plain(id);
    List<Ticket> meant =
        context.header().tickets().stream()
            .filter(ticket -> isMeant(plain, ticket, context))
            .toList();
    if (meant.size() == 1)
      found.add(
          OTHER_SPELLING,
          "votes." + id,
          Figure.text("ticket", "'" + id + "'"),
          Figure.text("meant", meant.getFirst().id()));
  }

  /** By its name in other letters, the name of its candidate, or the party. */
  private static boolean isMeant(String plain, Ticket ticket, Context context) {
    if (Candidate.plain(ticket.id()).equals(plain)) return true;
    return context.header().candidates().stream()
        .filter(candidate -> candidate.id().equals(ticket.president()))
        .anyMatch(
            candidate ->
                (plain.length() > 2 && Candidate.plain(candidate.name()).contains(plain))
                    || candidate
                        .party()
                        .map(party -> party.toLowerCase(Locale.ROOT))
                        .filter(party -> party.equals(plain) || isShort(plain, party))
                        .isPresent());
  }

  /** {@code D} or {@code Dem} for Democratic. */
  private static boolean isShort(String plain, String party) {
    return (plain.length() == 1 || plain.length() == 3) && party.startsWith(plain);
  }

  private NameChecks() {}
}
