package org.ascertain.exchange;

import java.io.IOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ascertain.election.Caller;
import org.ascertain.election.Fact;
import org.ascertain.election.Unit;
import org.ascertain.election.When;
import org.ascertain.exchange.Parts.Event;
import org.ascertain.exchange.TicketNames.Meaning;

/**
 * Reads a feed in the shape of the Associated Press' elections API: races with reporting units,
 * each with the votes of candidates. What it marks as won is a call by the AP and never a result.
 */
final class ApJson extends ReadRows {

  static final Format JSON =
      Format.read(
          "ap-json",
          "A feed in the shape of the Associated Press' elections API, JSON",
          "ap.json",
          "application/json",
          new Format.Reads(
              Set.of("returns", "call"),
              List.of(
                  "One row for each reporting unit of a race for President (`officeID` `P`), of the"
                      + " moment of its `lastUpdated`; the nation's sum is passed over, for a record"
                      + " adds up itself.",
                  "`winner` `X` is a call by the caller `AP` of that state or district, and of `US`"
                      + " the presidency; `electWon` and a county's `winner` are not read. A call that the record has from this"
                      + " source and that is no longer there is a question for a person (D113), not"
                      + " a withdrawal: nobody says so.",
                  "A county's `fipsCode` counts where `reportingunitName` is not another's; in New"
                      + " England, whose towns report with the code of their county, where it is the"
                      + " county's own.",
                  "`eevp` with the votes so far makes what is expected in the end, an estimate.",
                  "A race that is marked as a test is kept aside as a whole."),
              Set.of("call"),
              ApJson::new));

  /** The caller whose word it is. */
  private static final String AP = "AP";

  /**
   * What of a race must be known before its units mean anything; where it comes later, they wait.
   */
  private static final Set<String> OF_A_RACE = Set.of("test", "officeID");

  private static final Set<String> BY_TOWNS = Set.of("CT", "MA", "ME", "NH", "RI", "VT");

  private record Placed(Part part, String place) {}

  private final Content content;
  private final Reading reading;
  private final TicketNames names;
  private final UnitNames units;
  private final Optional<String> caller;
  private Optional<Parts> parts = Optional.empty();
  private Optional<When> sent = Optional.empty();
  private boolean hasRaces;

  ApJson(Content content, Reading reading) {
    this.content = content;
    this.reading = reading;
    this.names = new TicketNames(reading.header());
    this.units = new UnitNames(reading.header().year());
    this.caller =
        reading.header().callers().stream().map(Caller::id).filter(AP::equals).findFirst();
    this.sent = reading.at();
  }

  @Override
  void begin() throws IOException, Unfit {
    parts = Optional.of(new JsonParts(content.unpacked()));
  }

  @Override
  boolean more() throws IOException, Unfit {
    Parts in = parts.orElseThrow();
    while (true) {
      Event event = in.next();
      if (event == Event.OVER) {
        if (!hasRaces) throw new Unfit(ReadCheck.OTHER_FORMAT, "", "it has no races");
        return false;
      }
      if (event == Event.END) continue;
      switch (in.name()) {
        case "" -> {} // the whole
        case "electionDate" -> year(in.whole().text());
        case "timestamp" -> {
          String written = in.whole().text();
          sent = sent.or(() -> moment(written));
        }
        case "races" -> {
          hasRaces = true;
          race(in);
          return true;
        }
        default -> in.skip();
      }
    }
  }

  private void year(String date) throws Unfit {
    if (date.length() >= 4 && !date.startsWith(Integer.toString(reading.header().year())))
      throw new Unfit(ReadCheck.OTHER_YEAR, "electionDate", date.substring(0, 4));
  }

  private static Optional<When> moment(String written) {
    try {
      return Optional.of(When.parse(written));
    } catch (DateTimeException | StringIndexOutOfBoundsException none) {
      return Optional.empty();
    }
  }

  private void race(Parts in) throws IOException, Unfit {
    boolean isTest = false;
    boolean isOurs = true;
    String id = "";
    String state = "";
    Set<String> said = new HashSet<>();
    List<Placed> waiting = new ArrayList<>();
    for (Event event = in.next(); event == Event.BEGIN; event = in.next()) {
      said.add(in.name());
      switch (in.name()) {
        case "test" -> isTest = in.whole().text().equals("true");
        case "raceID" -> id = in.whole().text();
        case "statePostal" -> state = in.whole().text();
        case "officeID" -> isOurs = in.whole().text().equals("P");
        case "raceTypeID" -> isOurs &= in.whole().text().matches("G|");
        case "reportingUnits" -> {
          if (!isOurs || isTest) in.skip();
          else if (said.containsAll(OF_A_RACE)) unit(in.whole(), state, in.place());
          else {
            String place = in.place();
            waiting.add(new Placed(in.whole(), place));
          }
        }
        default -> in.skip();
      }
    }
    if (isOurs && !isTest) for (Placed each : waiting) unit(each.part(), state, each.place());
    if (isTest)
      add(ReadRow.aside("race " + id, new Fault(ReadCheck.TEST, in.place(), "race " + id)));
    else if (!isOurs) note(ReadCheck.NOT_READ, "race " + id);
  }

  private void unit(Part part, String ofRace, String place) {
    String state = part.text("statePostal").orElse(ofRace).toUpperCase(Locale.ROOT);
    Optional<String> unit = unit(part, state);
    String name = part.text("reportingunitName").or(() -> part.text("stateName")).orElse(state);
    Optional<When> at = part.text("lastUpdated").flatMap(ApJson::moment).or(() -> sent);
    String raw = "%s, %s".formatted(state, name);
    if (unit.isEmpty() || at.isEmpty()) {
      add(
          ReadRow.aside(
              raw,
              unit.isEmpty()
                  ? new Fault(ReadCheck.NO_UNIT, place, raw)
                  : new Fault(ReadCheck.NO_MOMENT, place, raw)));
      return;
    }
    speaksOf(unit.get());
    if (!unit.get().equals(Unit.NATION)) returns(part, unit.get(), at.get(), place);
    boolean appointsElectors = unit.get().indexOf('/') < 0;
    if (!appointsElectors) return; // a winner there has more votes than others, and no electors
    for (Part each : part.all("candidates"))
      if (each.text("winner").filter("X"::equals).isPresent())
        call(each, unit.get(), at.get(), place);
  }

  private Optional<String> unit(Part part, String state) {
    String level = part.text("level").orElse("");
    Optional<String> fips = part.text("fipsCode");
    if (state.equals(Unit.NATION)) return Optional.of(Unit.NATION);
    Optional<String> known = UnitNames.state(state);
    if (level.equals("district") || part.text("seatNum").isPresent())
      return known.flatMap(
          of ->
              part.text("seatNum")
                  .or(() -> part.text("reportingunitName").map(n -> n.replaceAll("\\D", "")))
                  .filter(number -> number.matches("\\d+"))
                  .map(number -> of + "-" + Integer.parseInt(number)));
    if (fips.isPresent() && fips.get().length() >= 4)
      return units
          .county(fips.get())
          .filter(county -> isCounty(county, known, part.text("reportingunitName").orElse("")));
    if (level.equals("state") || level.isEmpty()) return known;
    return known.flatMap(
        of -> part.text("reportingunitName").flatMap(name -> units.county(of, name)));
  }

  /**
   * Whether what has the code of a county is that county: in New England the towns report, each
   * with the code of the county in which it lies.
   */
  private boolean isCounty(String county, Optional<String> state, String name) {
    String of = Unit.jurisdictionOf(county);
    return (BY_TOWNS.contains(of) && !name.isEmpty())
        ? state.orElse(of).equals(of) && units.county(of, name).equals(Optional.of(county))
        : units.isThere(county, state, name);
  }

  private void returns(Part part, String unit, When at, String place) {
    UnitFigures figures = new UnitFigures(unit, names.tickets().size(), line(place));
    long all = 0;
    for (Part each : part.all("candidates")) {
      String name = name(each);
      long votes = each.text("voteCount").map(Numbers::count).orElse(-1L);
      if (each.text("voteCount").isEmpty()) continue;
      if (votes < 0) {
        figures.fault(Fault.noCount(place, each.text("voteCount").get()), unit + " " + name);
        continue;
      }
      all += votes;
      switch (names.of(name, each.text("party").orElse(""))) {
        case Meaning.Of(int ticket) -> figures.add(ticket, votes, true, line(place));
        case Meaning.Other() -> figures.add(names.tickets().size(), votes, true, line(place));
        case Meaning.Doubtful() ->
            figures.fault(new Fault(ReadCheck.NO_TICKET, place, name), unit + " " + name);
      }
    }
    long of = part.text("precinctsTotal").map(Numbers::count).orElse(-1L);
    if (of > 0)
      figures.reporting(part.text("precinctsReporting").map(Numbers::count).orElse(-1L), of);
    expected(part, figures, all);
    add(figures.row(reading.attestation(at), names.tickets()));
  }

  /** Of the share of expected votes that is in, in per cent, what it is a share of. */
  private static void expected(Part part, UnitFigures figures, long votes) {
    try {
      double share = Double.parseDouble(part.text("eevp").orElse("0"));
      if (share > 0 && votes > 0)
        figures.expected(Math.max(votes, Math.round(votes * 100 / share)));
    } catch (NumberFormatException none) {
      figures.expected(0);
    }
  }

  private static long line(String place) {
    return Numbers.count(place.replaceAll("line (\\d+).*", "$1"));
  }

  private static String name(Part candidate) {
    return (candidate.text("first").orElse("") + " " + candidate.text("last").orElse("")).strip();
  }

  private void call(Part candidate, String unit, When at, String place) {
    String name = name(candidate);
    Meaning meaning = names.of(name, candidate.text("party").orElse(""));
    String raw = "%s: %s has winner X".formatted(unit, name);
    if (caller.isEmpty()) add(ReadRow.aside(raw, new Fault(ReadCheck.NO_CALLER, place, AP)));
    else if (meaning instanceof Meaning.Of(int ticket))
      add(
          ReadRow.of(
              raw,
              new Fact.Call(
                  reading.attestation(at),
                  unit,
                  caller.get(),
                  names.tickets().get(ticket).president())));
    else add(ReadRow.aside(raw, new Fault(ReadCheck.NO_TICKET, place, name)));
  }

  @Override
  public void close() throws IOException {
    if (parts.isPresent()) parts.get().close();
  }
}
