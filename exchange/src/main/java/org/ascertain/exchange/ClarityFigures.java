package org.ascertain.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.ascertain.election.When;
import org.ascertain.exchange.TicketNames.Meaning;

/** What an election night page of a state says of its counties, or of one county's precincts. */
final class ClarityFigures {

  private final TicketNames names;
  private final UnitNames unitNames;
  private final Reading reading;
  private final Map<String, UnitFigures> units = new LinkedHashMap<>();
  private final TreeSet<String> modes = new TreeSet<>();
  private final NamedCounts notVotes = new NamedCounts();
  private final NamedCounts others = new NamedCounts();

  /** Counties by their names, however many choices have them. */
  private final Function<String, UnitNames.Found> counties;

  /** Units of which more may come. */
  private final Set<UnitFigures> open = new LinkedHashSet<>();

  private Optional<String> state = Optional.empty();
  private Optional<String> county = Optional.empty();

  ClarityFigures(Reading reading) {
    this.reading = reading;
    this.names = new TicketNames(reading.header());
    this.unitNames = new UnitNames(reading.header().year());
    this.state = reading.jurisdiction().flatMap(UnitNames::state);
    this.counties = VoteTable.once(name -> unitNames.found("", state, name));
  }

  /** The page is of a state, or of a county of the state that was named. */
  void region(String region) throws ReadRows.Unfit {
    Optional<String> its = UnitNames.state(region);
    boolean isOfCounty = its.isEmpty() && state.isPresent();
    if (isOfCounty) county = unitNames.county(state.get(), region);
    else if (state.isEmpty()) state = its;
    if (state.isEmpty()) throw new ReadRows.Unfit(ReadCheck.NO_STATE, "Region", region);
  }

  /** The unit that a name means on this page; of one that is none, what waits. */
  private UnitFigures unit(String name, boolean isCounty, Parts at) {
    UnitNames.Found found = isCounty ? counties.apply(name) : precinct(name);
    UnitFigures unit =
        units.computeIfAbsent(found.unit().orElse("?" + name), fresh -> begun(found, name, at));
    open.add(unit);
    return unit;
  }

  private UnitNames.Found precinct(String name) {
    return new UnitNames.Found(
        county.map(of -> of + "/" + name.replace('/', '-')), Optional.empty(), false);
  }

  private UnitFigures begun(UnitNames.Found found, String name, Parts at) {
    UnitFigures unit = new UnitFigures(found.unit().orElse(""), names.tickets().size(), at.line());
    unit.called(name);
    if (found.unit().isEmpty()) unit.note(new Fault(ReadCheck.NO_UNIT, at.place(), name));
    found.old().ifPresent(list -> unit.note(new Fault(ReadCheck.OLD_LIST, at.place(), list)));
    return unit;
  }

  /** The precincts of a county, where one page has all of them. */
  void inCounty(String name) {
    county = counties.apply(name).unit();
  }

  /** All of a county has come. */
  void countyIsOver() {
    open.clear();
  }

  /**
   * Where the page breaks off, whatever is still open lacks votes, and all of it where nothing says
   * of when it is. Tells whether there is anything.
   */
  boolean breaksOff(Fault fault, boolean hasMoment) {
    for (UnitFigures each : hasMoment ? open : units.values()) each.breaksOff(fault);
    return !units.isEmpty();
  }

  /**
   * Votes of a choice.
   *
   * @param isCounty whether the name is a county's, else a precinct's
   * @param mode how they were cast; empty for all
   */
  void votes(
      String name,
      boolean isCounty,
      String choice,
      String party,
      String mode,
      String votes,
      Parts at) {
    UnitFigures unit = unit(name, isCounty, at);
    long number = Numbers.count(votes);
    if (number < 0) {
      unit.fault(Fault.noCount(at.place(), votes), name + " " + choice);
      return;
    }
    Optional<TableFigure> figure = TableFigure.of(choice);
    if (figure.isPresent()) {
      notVotes.add(choice, number);
      unit.add(figure.get(), number, false, at.line());
      return;
    }
    if (!mode.isEmpty()) modes.add(mode);
    switch (names.of(MARKS.matcher(choice).replaceAll(""), party)) {
      case Meaning.Of(int ticket) -> unit.add(ticket, number, mode.isEmpty(), at.line());
      case Meaning.Other() -> {
        if (number > 0) others.add(choice, number);
        unit.add(names.tickets().size(), number, mode.isEmpty(), at.line());
      }
      case Meaning.Doubtful() ->
          unit.fault(new Fault(ReadCheck.NO_TICKET, at.place(), choice), name + " " + choice);
    }
  }

  /** A choice's party, and that it is in office: "(Dem)", "(I) (Rep)". */
  private static final Pattern MARKS = Pattern.compile("\\s*\\([A-Za-z]+\\)(?: *\\(I\\))?$");

  /** Voters and ballots of a county or precinct, and how many of its precincts have reported. */
  void turnout(Map<String, String> of, boolean isCounty, Parts at) {
    UnitFigures unit = unit(of.getOrDefault("name", ""), isCounty, at);
    long voters = Numbers.count(of.getOrDefault("totalVoters", ""));
    if (voters > 0) unit.add(TableFigure.REGISTERED, voters, true, at.line());
    long cast = Numbers.count(of.getOrDefault("ballotsCast", ""));
    if (cast >= 0) unit.add(TableFigure.CAST, cast, true, at.line());
    unit.reporting(
        Numbers.count(of.getOrDefault("precinctsReported", "")),
        Numbers.count(of.getOrDefault("precinctsParticipating", "")));
  }

  /**
   * All rows, once the page is read.
   *
   * @param at of when it is; empty where it breaks off before it says so
   */
  List<ReadRow> rows(Optional<When> at) {
    List<ReadRow> rows = new ArrayList<>();
    for (UnitFigures each : units.values()) {
      ReadRow row =
          at.isPresent() ? each.row(reading.attestation(at.get()), names) : each.aside(names);
      // of a unit with registered voters alone nothing is said of votes
      if (each.hasVotes() || row.fact().isEmpty()) rows.add(row);
    }
    return rows;
  }

  /** What is told of the whole page. */
  Map<ReadCheck, String> notes() {
    Map<ReadCheck, String> notes = new LinkedHashMap<>();
    if (!modes.isEmpty()) notes.put(ReadCheck.MODES_SUMMED, String.join(", ", modes));
    if (!others.isEmpty()) notes.put(ReadCheck.OTHERS_SUMMED, others.told());
    if (!notVotes.isEmpty()) notes.put(ReadCheck.NO_VOTES, notVotes.told());
    return notes;
  }
}
