package org.ascertain.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.ascertain.election.When;
import org.ascertain.exchange.TicketNames.Meaning;

/** What an election night page of a state says of its counties, or of one county's precincts. */
final class ClarityFigures {

  private final TicketNames names;
  private final UnitNames unitNames;
  private final Reading reading;
  private final Map<String, UnitFigures> units = new LinkedHashMap<>();
  private final List<ReadRow> apart = new ArrayList<>();
  private final TreeSet<String> modes = new TreeSet<>();
  private final TreeSet<String> notVotes = new TreeSet<>();
  private final TreeSet<String> others = new TreeSet<>();
  private Optional<String> state = Optional.empty();
  private Optional<String> county = Optional.empty();

  ClarityFigures(Reading reading) {
    this.reading = reading;
    this.names = new TicketNames(reading.header());
    this.unitNames = new UnitNames(reading.header().year());
    this.state = reading.jurisdiction().flatMap(UnitNames::state);
  }

  /** The page is of a state, or of a county of the state that was named. */
  void region(String region) throws ReadRows.Unfit {
    Optional<String> its = UnitNames.state(region);
    boolean isOfCounty = its.isEmpty() && state.isPresent();
    if (isOfCounty) county = unitNames.county(state.get(), region);
    else if (state.isEmpty()) state = its;
    if (state.isEmpty()) throw new ReadRows.Unfit(ReadCheck.NO_STATE, "Region", region);
  }

  /** The unit that a name means on this page. */
  private Optional<UnitFigures> unit(String name, boolean isCounty, String place) {
    Optional<String> id =
        isCounty
            ? state.flatMap(of -> unitNames.county(of, name))
            : county.map(of -> of + "/" + name.replace('/', '-'));
    if (id.isEmpty()) apart.add(ReadRow.aside(name, new Fault(ReadCheck.NO_UNIT, place, name)));
    return id.map(
        each ->
            units.computeIfAbsent(
                each, fresh -> new UnitFigures(fresh, names.tickets().size(), 0)));
  }

  /** The precincts of a county, where one page has all of them. */
  void inCounty(String name) {
    county = state.flatMap(of -> unitNames.county(of, name));
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
      String place) {
    Optional<UnitFigures> unit = unit(name, isCounty, place);
    if (unit.isEmpty()) return;
    long number = Numbers.count(votes);
    if (number < 0) {
      unit.get().fault(Fault.noCount(place, votes), name + " " + choice);
      return;
    }
    Optional<TableFigure> figure = TableFigure.of(choice);
    if (figure.isPresent()) {
      notVotes.add(choice);
      unit.get().add(figure.get(), number, false, 0);
      return;
    }
    if (!mode.isEmpty()) modes.add(mode);
    switch (names.of(choice.replaceAll("\\s*\\([A-Za-z]+\\)(?: *\\(I\\))?$", ""), party)) {
      case Meaning.Of(int ticket) -> unit.get().add(ticket, number, mode.isEmpty(), 0);
      case Meaning.Other() -> {
        if (number > 0) others.add(choice);
        unit.get().add(names.tickets().size(), number, mode.isEmpty(), 0);
      }
      case Meaning.Doubtful() ->
          unit.get().fault(new Fault(ReadCheck.NO_TICKET, place, choice), name + " " + choice);
    }
  }

  /** Voters and ballots of a county or precinct, and how many of its precincts have reported. */
  void turnout(Map<String, String> of, boolean isCounty, String place) {
    Optional<UnitFigures> unit = unit(of.getOrDefault("name", ""), isCounty, place);
    if (unit.isEmpty()) return;
    long voters = Numbers.count(of.getOrDefault("totalVoters", ""));
    if (voters > 0) unit.get().add(TableFigure.REGISTERED, voters, true, 0);
    long cast = Numbers.count(of.getOrDefault("ballotsCast", ""));
    if (cast >= 0) unit.get().add(TableFigure.CAST, cast, true, 0);
    unit.get()
        .reporting(
            Numbers.count(of.getOrDefault("precinctsReported", "")),
            Numbers.count(of.getOrDefault("precinctsParticipating", "")));
  }

  /** All rows, once the page is read. */
  List<ReadRow> rows(When at) {
    List<ReadRow> rows = new ArrayList<>(apart);
    for (UnitFigures each : units.values())
      if (each.hasVotes()) rows.add(each.row(reading.attestation(at), names.tickets()));
    return rows;
  }

  /** What is told of the whole page. */
  Map<ReadCheck, String> notes() {
    Map<ReadCheck, String> notes = new LinkedHashMap<>();
    if (!modes.isEmpty()) notes.put(ReadCheck.MODES_SUMMED, String.join(", ", modes));
    if (!others.isEmpty()) notes.put(ReadCheck.OTHERS_SUMMED, String.join(", ", others));
    if (!notVotes.isEmpty()) notes.put(ReadCheck.NO_VOTES, String.join(", ", notVotes));
    return notes;
  }
}
