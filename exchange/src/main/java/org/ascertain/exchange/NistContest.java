package org.ascertain.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ascertain.exchange.Parts.Event;
import org.ascertain.exchange.ReadRows.Unfit;

/** The race for President in one district, as a report of NIST SP 1500-100 has it. */
final class NistContest {

  /**
   * Somebody of whom it says how the race ended for them.
   *
   * @param candidate the record's id, if it is one of its candidates
   */
  record Called(String name, Optional<String> candidate, String status, String place) {}

  /** A figure of one selection in one unit, before it is known whose selection it is. */
  private record Count(
      String unit, long votes, boolean isWhole, boolean isOfOthers, long line, String place) {}

  private final NistNames names;
  private final Map<String, UnitFigures> units = new LinkedHashMap<>();
  private final List<Called> called = new ArrayList<>();
  private String district = "";
  private String name = "";
  private Optional<String> authority = Optional.empty();
  private boolean namesATicket;
  private final NamedCounts others = new NamedCounts();
  private final NamedCounts notVotes = new NamedCounts();

  NistContest(NistNames names) {
    this.names = names;
  }

  /** Reads the contest that has begun, to its end; what was read until a break stays. */
  void read(Parts in) throws IOException, Unfit {
    inside(in);
  }

  private void inside(Parts in) throws IOException, Unfit {
    for (Event event = in.next(); event == Event.BEGIN; event = in.next()) {
      switch (in.name()) {
        case "ContestSelection", "BallotSelection" -> selection(in, false);
        case "AggregateBallotSelection" -> selection(in, true);
        case "OtherCounts", "SummaryCounts" -> {
          long line = in.line();
          counts(in.whole(), line);
        }
        case "ElectionDistrictId", "ElectoralDistrictId", "ElectoralDistrictIds" ->
            district = in.whole().text();
        case "Name" -> name = in.whole().inner();
        case "ExternalIdentifier", "ExternalIdentifiers" -> identifiers(in.whole());
        default -> {
          if (in.name().endsWith("Collection")) inside(in);
          else in.skip();
        }
      }
    }
  }

  private void identifiers(Part part) {
    if (NistNames.isOther(part, NistReport.AUTHORITY)) authority = part.text("Value");
    for (Part each : part.all("ExternalIdentifier")) identifiers(each);
  }

  private void selection(Parts in, boolean isOfOthers) throws IOException, Unfit {
    List<Count> counts = new ArrayList<>();
    List<String> candidates = new ArrayList<>();
    boolean isWhole = false;
    try {
      selection(in, counts, candidates);
      isWhole = true;
    } finally { // what was read until a break is somebody's, too
      if (isWhole || isOfOthers || !candidates.isEmpty()) counted(counts, candidates, isOfOthers);
      else counts.forEach(this::nobodysYet);
    }
    Optional<NistNames.Person> person = names.leading(candidates);
    if (person.isPresent() && person.get().isWinner())
      called.add(
          new Called(person.get().name(), ticket(person.get()), person.get().status(), in.place()));
  }

  private void nobodysYet(Count count) {
    if (!count.unit().isEmpty())
      unit(count.unit(), count.line())
          .note(
              new Fault(
                  ReadCheck.CUT_OFF,
                  count.place(),
                  "whose %d votes these are stands behind the break".formatted(count.votes())));
  }

  private void counted(List<Count> counts, List<String> candidates, boolean isOfOthers) {
    Optional<NistNames.Person> person = names.leading(candidates);
    namesATicket |= person.flatMap(NistNames.Person::ticket).isPresent();
    for (Count each : counts) {
      if (each.unit().isEmpty()) continue;
      UnitFigures unit = unit(each.unit(), each.line());
      if (each.votes() < 0) unit.fault(Fault.noCount(each.place(), "Count"), name);
      else if (isOfOthers || each.isOfOthers() || (person.isEmpty() && candidates.isEmpty()))
        unit.add(names.tickets().size(), each.votes(), each.isWhole(), each.line());
      else if (person.isEmpty())
        unit.fault(
            new Fault(ReadCheck.NOT_THERE, each.place(), candidates.getFirst()),
            "%s: %d".formatted(candidates.getFirst(), each.votes()));
      else add(each, person.get(), unit);
    }
  }

  private void add(Count count, NistNames.Person person, UnitFigures unit) {
    Optional<TableFigure> figure =
        person.ticket().isPresent() ? Optional.empty() : TableFigure.of(person.name());
    if (figure.isPresent()) {
      notVotes.add(person.name(), count.votes());
      unit.add(figure.get(), count.votes(), count.isWhole(), count.line());
    } else if (person.isDoubtful())
      unit.fault(
          new Fault(ReadCheck.NO_TICKET, count.place(), person.name()),
          "%s: %d".formatted(person.name(), count.votes()));
    else {
      if (person.ticket().isEmpty() && count.votes() > 0) others.add(person.name(), count.votes());
      unit.add(
          person.ticket().orElse(names.tickets().size()),
          count.votes(),
          count.isWhole(),
          count.line());
    }
  }

  private Optional<String> ticket(NistNames.Person person) {
    return person.ticket().map(place -> names.tickets().tickets().get(place).president());
  }

  private void selection(Parts in, List<Count> counts, List<String> candidates)
      throws IOException, Unfit {
    for (Event event = in.next(); event == Event.BEGIN; event = in.next()) {
      switch (in.name()) {
        case "VoteCounts" -> {
          long line = in.line();
          String place = in.place();
          counts.add(count(in.whole(), line, place));
        }
        case "CandidateIds", "CandidateId" -> candidates.addAll(Part.words(in.whole().text()));
        default -> {
          if (in.name().endsWith("Collection")) selection(in, counts, candidates);
          else in.skip();
        }
      }
    }
  }

  private static Count count(Part part, long line, String place) {
    String type = part.text("Type").orElse("total");
    boolean isOfOthers =
        type.equals("other")
            && part.text("OtherType").filter(NistReport.OTHERS::equals).isPresent();
    return new Count(
        part.text("GpUnitId").orElse(""),
        part.text("Count").map(Numbers::count).orElse(-1L),
        type.equals("total") || isOfOthers,
        isOfOthers,
        line,
        place);
  }

  /** Ballots, and votes that are nobody's, of one unit. */
  private void counts(Part part, long line) {
    Optional<String> unit = part.text("GpUnitId");
    if (unit.isPresent()) NistNames.ballots(part, unit(unit.get(), line));
  }

  private UnitFigures unit(String id, long line) {
    return units.computeIfAbsent(id, fresh -> begun(fresh, line));
  }

  private UnitFigures begun(String id, long line) {
    Optional<String> unit = names.unit(id);
    UnitFigures figures = new UnitFigures(unit.orElse(""), names.tickets().size(), line);
    figures.called(names.described(id));
    names
        .olderList(id)
        .ifPresent(list -> figures.note(new Fault(ReadCheck.OLD_LIST, "unit " + id, list)));
    boolean isBehindTheBreak = names.isCutOff() && !names.has(id);
    if (unit.isEmpty() && !isBehindTheBreak)
      figures.fault(
          new Fault(
              names.hasType(id) ? ReadCheck.NO_UNIT : ReadCheck.UNKNOWN_TYPE,
              "unit " + id,
              names.hasType(id) ? names.described(id) : names.type(id)),
          names.described(id));
    return figures;
  }

  /** Whether somebody stands in it who is on a ticket of the record. */
  boolean namesATicket() {
    return namesATicket;
  }

  /** What is told of the whole contest. */
  Map<ReadCheck, String> notes() {
    Map<ReadCheck, String> notes = new EnumMap<>(ReadCheck.class);
    long summed = units.values().stream().filter(UnitFigures::isSummed).count();
    if (summed > 0)
      notes.put(
          ReadCheck.MODES_SUMMED, "%s, in %d of %d units".formatted(name, summed, units.size()));
    if (!others.isEmpty()) notes.put(ReadCheck.OTHERS_SUMMED, others.told());
    if (!notVotes.isEmpty()) notes.put(ReadCheck.NO_VOTES, notVotes.told());
    return notes;
  }

  /** The figures of each unit by its id in the report. */
  Map<String, UnitFigures> units() {
    return units;
  }

  List<Called> called() {
    return called;
  }

  String district() {
    return district;
  }

  String name() {
    return name;
  }

  /** Who certified, where that is told. */
  Optional<String> authority() {
    return authority;
  }
}
