package org.ascertain.exchange;

import java.io.IOException;
import java.util.ArrayList;
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
  private record Count(String unit, long votes, boolean isWhole, boolean isOfOthers, long line) {}

  private final NistNames names;
  private final Map<String, UnitFigures> units = new LinkedHashMap<>();
  private final List<Called> called = new ArrayList<>();
  private String district = "";
  private String name = "";
  private Optional<String> authority = Optional.empty();
  private long read;

  private NistContest(NistNames names) {
    this.names = names;
  }

  /** Reads the contest that has begun, to its end. */
  static NistContest read(Parts in, NistNames names) throws IOException, Unfit {
    NistContest contest = new NistContest(names);
    contest.inside(in);
    return contest;
  }

  private void inside(Parts in) throws IOException, Unfit {
    for (Event event = in.next(); event == Event.BEGIN; event = in.next()) {
      switch (in.name()) {
        case "ContestSelection", "BallotSelection" -> selection(in, false);
        case "AggregateBallotSelection" -> selection(in, true);
        case "OtherCounts", "SummaryCounts" -> counts(in.whole());
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
    selection(in, counts, candidates);
    Optional<NistNames.Person> person = names.leading(candidates);
    for (Count each : counts) {
      if (each.unit().isEmpty()) continue;
      UnitFigures unit = unit(each.unit());
      boolean isOther = isOfOthers || each.isOfOthers() || person.isEmpty();
      Optional<Integer> ticket = person.flatMap(NistNames.Person::ticket);
      if (each.votes() < 0) unit.fault(Fault.noCount("line " + each.line(), "Count"), name);
      else if (!isOther && person.get().isDoubtful())
        unit.fault(
            new Fault(ReadCheck.NO_TICKET, "line " + each.line(), person.get().name()), name);
      else
        unit.add(
            isOther ? names.tickets().size() : ticket.orElse(names.tickets().size()),
            each.votes(),
            each.isWhole(),
            each.line());
    }
    if (person.isPresent() && person.get().isWinner())
      called.add(
          new Called(person.get().name(), ticket(person.get()), person.get().status(), in.place()));
  }

  private Optional<String> ticket(NistNames.Person person) {
    return person.ticket().map(place -> names.tickets().get(place).president());
  }

  private void selection(Parts in, List<Count> counts, List<String> candidates)
      throws IOException, Unfit {
    for (Event event = in.next(); event == Event.BEGIN; event = in.next()) {
      switch (in.name()) {
        case "VoteCounts" -> counts.add(count(in.whole()));
        case "CandidateIds", "CandidateId" -> candidates.addAll(Part.words(in.whole().text()));
        default -> {
          if (in.name().endsWith("Collection")) selection(in, counts, candidates);
          else in.skip();
        }
      }
    }
  }

  private Count count(Part part) {
    read++;
    String type = part.text("Type").orElse("total");
    boolean isOfOthers =
        type.equals("other")
            && part.text("OtherType").filter(NistReport.OTHERS::equals).isPresent();
    return new Count(
        part.text("GpUnitId").orElse(""),
        part.text("Count").map(Numbers::count).orElse(-1L),
        type.equals("total") || isOfOthers,
        isOfOthers,
        read);
  }

  /** Ballots, and votes that are nobody's, of one unit. */
  private void counts(Part part) {
    Optional<String> unit = part.text("GpUnitId");
    if (unit.isPresent()) NistNames.ballots(part, unit(unit.get()));
  }

  private UnitFigures unit(String id) {
    return units.computeIfAbsent(id, this::begun);
  }

  private UnitFigures begun(String id) {
    Optional<String> unit = names.unit(id);
    UnitFigures figures = new UnitFigures(unit.orElse(""), names.tickets().size(), read);
    if (unit.isEmpty())
      figures.fault(
          new Fault(
              names.hasType(id) ? ReadCheck.NO_UNIT : ReadCheck.UNKNOWN_TYPE,
              "unit " + id,
              names.hasType(id) ? names.described(id) : names.type(id)),
          names.described(id));
    return figures;
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
