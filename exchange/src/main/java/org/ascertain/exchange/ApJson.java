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
                  "Of a race with a `seatNum`, as in Maine and Nebraska, the figures are the district's;"
                      + " parts of it that lie in a county are passed over.",
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

  /** Whose districts appoint electors of their own; a race there may be of one of them. */
  private static final Set<String> BY_DISTRICTS = Set.of("ME", "NE");

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
    parts = Optional.of(new JsonParts(open(content)));
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
    Race race = new Race();
    try {
      for (Event event = in.next(); event == Event.BEGIN; event = in.next()) part(in, race);
    } catch (Unfit unfit) { // whose votes those are that wait is not known
      if (race.isWanted())
        for (Placed each : race.waiting) unit(each, race, Optional.of(unfit.fault));
      throw unfit;
    }
    if (race.isWanted()) for (Placed each : race.waiting) unit(each, race, Optional.empty());
    if (race.isTest)
      add(
          ReadRow.aside(
              "race " + race.id, new Fault(ReadCheck.TEST, in.place(), "race " + race.id)));
    else if (!race.isOurs) note(ReadCheck.NOT_READ, "race " + race.id);
    if (!race.others.isEmpty()) note(ReadCheck.OTHERS_SUMMED, race.others.told());
    if (!race.notVotes.isEmpty()) note(ReadCheck.NO_VOTES, race.notVotes.told());
    if (!race.notRead.isEmpty()) note(ReadCheck.NOT_READ, race.notRead.told());
  }

  private void part(Parts in, Race race) throws IOException, Unfit {
    race.said.add(in.name());
    switch (in.name()) {
      case "test" -> race.isTest = in.whole().text().equals("true");
      case "raceID" -> race.id = in.whole().text();
      case "statePostal" -> race.state = in.whole().text().toUpperCase(Locale.ROOT);
      case "seatNum" -> race.seat = in.whole().text();
      case "officeID" -> race.isOurs = in.whole().text().equals("P");
      case "raceTypeID" -> race.isOurs &= in.whole().text().matches("G|");
      case "reportingUnits" -> {
        if (!race.isWanted()) in.skip();
        else {
          String place = in.place();
          Placed unit = new Placed(in.whole(), place);
          if (race.isKnownTo(unit.part())) unit(unit, race, Optional.empty());
          else race.waiting.add(unit);
        }
      }
      default -> in.skip();
    }
  }

  /** What is known of a race so far. */
  private static final class Race {
    private final Set<String> said = new HashSet<>();
    private final List<Placed> waiting = new ArrayList<>();
    private final NamedCounts others = new NamedCounts();
    private final NamedCounts notVotes = new NamedCounts();
    private final NamedCounts notRead = new NamedCounts();
    private boolean isTest;
    private boolean isOurs = true;
    private String id = "";
    private String state = "";
    private String seat = "";

    boolean isWanted() {
      return isOurs && !isTest;
    }

    /** Whether a unit needs nothing of the race that may come later. */
    boolean isKnownTo(Part unit) {
      String its = unit.text("statePostal").orElse(state).toUpperCase(Locale.ROOT);
      return said.containsAll(OF_A_RACE)
          && !its.isEmpty()
          && (said.contains("seatNum") || !BY_DISTRICTS.contains(its));
    }
  }

  /**
   * Takes what a unit reports.
   *
   * @param cut where the race breaks off, so that nothing of it can be recorded
   */
  private void unit(Placed placed, Race race, Optional<Fault> cut) {
    Part part = placed.part();
    String state = part.text("statePostal").orElse(race.state).toUpperCase(Locale.ROOT);
    String name = part.text("reportingunitName").or(() -> part.text("stateName")).orElse(state);
    if (!race.seat.isEmpty() && part.text("level").filter("subunit"::equals).isPresent()) {
      race.notRead.add("parts of a district that lie in a county", 1);
      return;
    }
    UnitNames.Found found = found(part, state, race.seat);
    Optional<When> at = part.text("lastUpdated").flatMap(ApJson::moment).or(() -> sent);
    String raw = "%s, %s".formatted(state, name);
    List<Fault> faults = new ArrayList<>();
    cut.ifPresent(faults::add);
    if (found.unit().isEmpty()) faults.add(new Fault(ReadCheck.NO_UNIT, placed.place(), raw));
    else if (at.isEmpty()) faults.add(new Fault(ReadCheck.NO_MOMENT, placed.place(), raw));
    found.unit().ifPresent(this::speaksOf);
    if (!found.unit().equals(Optional.of(Unit.NATION))) {
      UnitFigures figures = figures(placed, race, found.unit().orElse(""));
      figures.called(raw);
      faults.forEach(figures::note);
      found.old().ifPresent(o -> figures.note(new Fault(ReadCheck.OLD_LIST, placed.place(), o)));
      if (figures.hasVotes() || !faults.isEmpty())
        add(
            at.isEmpty()
                ? figures.aside(names)
                : figures.row(reading.attestation(at.get()), names));
    }
    boolean appointsElectors = found.unit().filter(unit -> unit.indexOf('/') < 0).isPresent();
    if (!appointsElectors) return; // a winner there has more votes than others, and no electors
    for (Part each : part.all("candidates"))
      if (each.text("winner").filter("X"::equals).isPresent())
        call(each, found.unit().get(), at, placed.place(), faults);
  }

  private UnitNames.Found found(Part part, String state, String seatOfRace) {
    String level = part.text("level").orElse("");
    String name = part.text("reportingunitName").orElse("");
    Optional<String> known = UnitNames.state(state);
    if (state.equals(Unit.NATION)) return just(Optional.of(Unit.NATION));
    Optional<String> seat =
        part.text("seatNum").or(() -> Optional.of(seatOfRace).filter(text -> !text.isEmpty()));
    if (level.equals("district") || seat.isPresent())
      return just(
          known.flatMap(
              of ->
                  seat.or(() -> Optional.of(name.replaceAll("\\D", "")))
                      .filter(number -> number.matches("\\d{1,2}"))
                      .map(number -> of + "-" + Integer.parseInt(number))));
    String fips = part.text("fipsCode").filter(code -> code.length() >= 4).orElse("");
    if (fips.isEmpty() && (level.equals("state") || level.isEmpty())) return just(known);
    UnitNames.Found found = units.found(fips, known, name);
    // in New England the towns report, each with the code of the county in which it lies
    boolean isTown =
        !name.isEmpty()
            && known.filter(BY_TOWNS::contains).isPresent()
            && !units.county(known.get(), name).equals(found.unit());
    return isTown ? just(Optional.empty()) : found;
  }

  private static UnitNames.Found just(Optional<String> unit) {
    return new UnitNames.Found(unit, Optional.empty(), false);
  }

  private UnitFigures figures(Placed placed, Race race, String unit) {
    Part part = placed.part();
    String place = placed.place();
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
      Optional<TableFigure> figure = TableFigure.of(name);
      if (figure.isPresent()) {
        race.notVotes.add(name, votes);
        figures.add(figure.get(), votes, true, line(place));
        continue;
      }
      all += votes;
      switch (names.of(name, each.text("party").orElse(""))) {
        case Meaning.Of(int ticket) -> figures.add(ticket, votes, true, line(place));
        case Meaning.Other() -> {
          if (votes > 0) race.others.add(name, votes);
          figures.add(names.tickets().size(), votes, true, line(place));
        }
        case Meaning.Doubtful() ->
            figures.fault(new Fault(ReadCheck.NO_TICKET, place, name), unit + " " + name);
      }
    }
    long of = part.text("precinctsTotal").map(Numbers::count).orElse(-1L);
    if (of > 0)
      figures.reporting(part.text("precinctsReporting").map(Numbers::count).orElse(-1L), of);
    expected(part, figures, all);
    return figures;
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

  private void call(
      Part candidate, String unit, Optional<When> at, String place, List<Fault> faults) {
    String name = name(candidate);
    Meaning meaning = names.of(name, candidate.text("party").orElse(""));
    String raw = "%s: %s has winner X".formatted(unit, name);
    if (at.isEmpty() || !faults.isEmpty())
      add(new ReadRow(raw, Optional.of(unit), Optional.empty(), faults));
    else if (caller.isEmpty()) add(ReadRow.aside(raw, new Fault(ReadCheck.NO_CALLER, place, AP)));
    else if (meaning instanceof Meaning.Of(int ticket))
      add(
          ReadRow.of(
              raw,
              new Fact.Call(
                  reading.attestation(at.get()),
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
