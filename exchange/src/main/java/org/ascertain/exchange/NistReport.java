package org.ascertain.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.ascertain.election.Candidate;
import org.ascertain.election.Fact.BallotCounts;
import org.ascertain.election.Ticket;
import org.ascertain.election.Unit;
import org.ascertain.election.Washington;
import org.ascertain.election.When;
import org.ascertain.exchange.Report.Contest;
import org.ascertain.exchange.Report.Counted;
import org.ascertain.exchange.Report.Kind;

/**
 * One issuer's report in the form of NIST SP 1500-100 version 2. What that has no word for and has
 * a place of its own here stands in external identifiers of type {@code other} whose names begin
 * with {@code ascertain-}.
 */
final class NistReport {

  static final String UNIT = "ascertain-unit";
  static final String TICKET = "ascertain-ticket";
  static final String STAGE = "ascertained-stage";
  static final String AUTHORITY = "ascertain-authority";
  static final String RECORD = "ascertain-record";
  static final String USPS = "usps";
  static final String VINTAGE = "fips-vintage";

  /** The type of a count of all votes for anybody whom the record does not name. */
  static final String OTHERS = "candidates-not-named";

  /** The type of a count of ballots by how many votes for President are on them. */
  static final String VOTES = "votes-for-president";

  private final ElectionAt election;
  private final Places places;
  private final Report report;
  private final ReportSink sink;
  private final Map<String, Candidate> candidates = new LinkedHashMap<>();

  private final ReportUnits units;

  NistReport(ElectionAt election, Report report, ReportSink sink) {
    this.election = election;
    this.places = election.places();
    this.report = report;
    this.sink = sink;
    for (Candidate candidate : election.header().candidates())
      candidates.put(candidate.id(), candidate);
    this.units = new ReportUnits(report);
  }

  void write() throws IOException {
    sink.report(
        () -> {
          sink.list("Election", () -> sink.item("Election", this::election));
          sink.list("ExternalIdentifier", this::ofReport);
          sink.text("Format", report.hasPrecincts() ? "precinct-level" : "summary-contest");
          sink.text("GeneratedDate", election.moment().toString());
          sink.list("GpUnit", this::gpUnits);
          sink.text("Issuer", report.issuer());
          sink.text("IssuerAbbreviation", report.abbreviation());
          sink.text("Notes", notes());
          sink.list("Office", this::office);
          sink.list("Party", this::parties);
          sink.list("Person", this::persons);
          sink.number("SequenceStart", 1);
          sink.number("SequenceEnd", 1);
          sink.text("Status", report.status());
          sink.text("VendorApplicationId", "Ascertain");
        });
  }

  private String notes() {
    return switch (report.kind()) {
          case CERTIFICATES ->
              "The newest certificate of each unit; who certified it is an external identifier of"
                  + " its contest, "
                  + AUTHORITY
                  + ".";
          case RETURNS -> "What this source reports; no other source's figures are among them.";
          case CALLS -> "This caller's projections; nothing here is a count.";
          case CANDIDATES ->
              "Who stands, as the record has it; on which states' ballots it does not say.";
        }
        + " How official each result was stands beyond this format's words in "
        + STAGE
        + ".";
  }

  private void ofReport() throws IOException {
    other("as-of", election.at().toString());
    if (election.version().isPresent())
      other(
          RECORD,
          "%s, %d entries, root %s"
              .formatted(
                  election.id(), election.version().get().size(), election.version().get().root()));
  }

  private void other(String type, String value) throws IOException {
    sink.item(
        "ExternalIdentifier",
        () -> {
          sink.text("Type", "other");
          sink.text("OtherType", type);
          sink.text("Value", value);
        });
  }

  private void identifier(String type, String value) throws IOException {
    sink.item(
        "ExternalIdentifier",
        () -> {
          sink.text("Type", type);
          sink.text("Value", value);
        });
  }

  private void election() throws IOException {
    List<Counted> ballots = units.figures().stream().filter(NistReport::hasBallots).toList();
    if (!ballots.isEmpty())
      sink.list(
          "BallotCounts",
          () -> {
            for (Counted counted : ballots) ballots(counted);
          });
    sink.list(
        "Candidate",
        () -> {
          for (Contest contest : report.contests()) candidates(contest);
        });
    sink.list(
        "Contest",
        () -> {
          for (Contest contest : report.contests())
            sink.item("CandidateContest", id("contest", contest.unit()), () -> contest(contest));
        });
    sink.text("ElectionScopeId", id("unit", Unit.NATION));
    sink.english("Name", "United States presidential election, " + election.header().year());
    When day = election.header().attestation().at();
    sink.text("StartDate", Washington.day(day.begins()).toString());
    sink.text("EndDate", Washington.day(day.effective()).toString());
    sink.text("Type", "general");
  }

  private static boolean hasBallots(Counted counted) {
    return counted.total().isPresent() || counted.ballots().isPresent();
  }

  private void ballots(Counted counted) throws IOException {
    if (counted.ballots().isPresent()) {
      BallotCounts ballots = counted.ballots().get();
      sink.item(
          "BallotCounts",
          () -> {
            sink.text("GpUnitId", id("unit", counted.unit()));
            sink.text("Type", "total");
            number("BallotsCast", ballots.cast());
            number("BallotsRejected", ballots.invalid());
          });
    }
    if (counted.total().isPresent())
      sink.item(
          "BallotCounts",
          () -> {
            sink.text("GpUnitId", id("unit", counted.unit()));
            sink.text("Type", "other");
            sink.text("OtherType", VOTES);
            number("BallotsCast", counted.total());
          });
  }

  private void number(String name, OptionalLong number) throws IOException {
    if (number.isPresent()) sink.number(name, number.getAsLong());
  }

  private List<Ticket> tickets(Contest contest) {
    return report.tickets(contest, election.header().tickets());
  }

  private void candidates(Contest contest) throws IOException {
    for (Ticket ticket : tickets(contest)) {
      candidate(contest, ticket, ticket.president(), true);
      if (ticket.vicePresident().isPresent())
        candidate(contest, ticket, ticket.vicePresident().get(), false);
    }
  }

  private void candidate(Contest contest, Ticket ticket, String person, boolean leads)
      throws IOException {
    sink.item(
        "Candidate",
        id("candidate", contest.unit(), ticket.id(), person),
        () -> {
          sink.english("BallotName", name(person));
          sink.list("ExternalIdentifier", () -> other(TICKET, ticket.id()));
          sink.truth("IsTopTicket", leads);
          Optional<String> party = party(person);
          if (party.isPresent()) sink.text("PartyId", id("party", party.get()));
          // unpledged electors are a ticket and no person
          if (candidates.containsKey(person)) sink.text("PersonId", id("person", person));
          if (leads && contest.calledFor().filter(person::equals).isPresent())
            sink.text("PostElectionStatus", "projected-winner");
        });
  }

  private String name(String person) {
    return Optional.ofNullable(candidates.get(person)).map(Candidate::name).orElse(person);
  }

  private Optional<String> party(String person) {
    return Optional.ofNullable(candidates.get(person)).flatMap(Candidate::party);
  }

  private void contest(Contest contest) throws IOException {
    sink.list(
        "ContestSelection",
        () -> {
          for (Ticket ticket : tickets(contest)) selection(contest, ticket);
          if (contest.counts().stream().anyMatch(counted -> counted.other().isPresent()))
            others(contest);
        });
    sink.text("ElectionDistrictId", id("unit", contest.unit()));
    if (contest.authority().isPresent() || contest.stage().isPresent())
      sink.list(
          "ExternalIdentifier",
          () -> {
            if (contest.authority().isPresent()) other(AUTHORITY, contest.authority().get());
            if (contest.stage().isPresent()) other(STAGE, contest.stage().get());
          });
    sink.text("Name", "President of the United States, " + places.name(contest.unit()));
    List<Counted> spoilt =
        contest.counts().stream().filter(counted -> counted.ballots().isPresent()).toList();
    if (!spoilt.isEmpty())
      sink.list(
          "OtherCounts",
          () -> {
            for (Counted counted : spoilt) spoilt(counted);
          });
    sink.references("OfficeIds", List.of(id("office", "president")));
    sink.number("VotesAllowed", 1);
  }

  private void selection(Contest contest, Ticket ticket) throws IOException {
    sink.item(
        "CandidateSelection",
        id("selection", contest.unit(), ticket.id()),
        () -> {
          if (!contest.counts().isEmpty())
            sink.list(
                "VoteCounts",
                () -> {
                  for (Counted counted : contest.counts())
                    votes(counted.unit(), counted.votes().count(ticket.id()), Optional.empty());
                });
          List<String> persons = new ArrayList<>();
          persons.add(id("candidate", contest.unit(), ticket.id(), ticket.president()));
          ticket
              .vicePresident()
              .ifPresent(
                  second -> persons.add(id("candidate", contest.unit(), ticket.id(), second)));
          sink.references("CandidateIds", persons);
        });
  }

  /**
   * Votes for whom the record does not name: a selection without a candidate, for there is none.
   */
  private void others(Contest contest) throws IOException {
    sink.item(
        "CandidateSelection",
        id("others", contest.unit()),
        () ->
            sink.list(
                "VoteCounts",
                () -> {
                  for (Counted counted : contest.counts())
                    votes(counted.unit(), counted.other(), Optional.of(OTHERS));
                }));
  }

  private void votes(String unit, OptionalLong count, Optional<String> otherType)
      throws IOException {
    if (count.isEmpty()) return;
    sink.item(
        "VoteCounts",
        () -> {
          sink.text("GpUnitId", id("unit", unit));
          sink.text("Type", otherType.isPresent() ? "other" : "total");
          if (otherType.isPresent()) sink.text("OtherType", otherType.get());
          sink.number("Count", count.getAsLong());
        });
  }

  private void spoilt(Counted counted) throws IOException {
    BallotCounts ballots = counted.ballots().orElseThrow();
    sink.item(
        "OtherCounts",
        () -> {
          sink.text("GpUnitId", id("unit", counted.unit()));
          number("Overvotes", ballots.over());
          number("Undervotes", ballots.under());
        });
  }

  private void gpUnits() throws IOException {
    for (String unit : units.all())
      sink.item("ReportingUnit", id("unit", unit), () -> gpUnit(unit));
  }

  private void gpUnit(String unit) throws IOException {
    sink.references(
        "ComposingGpUnitIds", units.below(unit).stream().map(id -> id("unit", id)).toList());
    sink.list("ExternalIdentifier", () -> identifiers(unit));
    sink.english("Name", places.name(unit));
    Optional<Counted> counted = units.figures(unit);
    if (counted.isPresent() && report.kind() != Kind.CALLS)
      sink.list("CountStatus", () -> status(counted.get()));
    if (counted.isPresent() && counted.get().reporting().isPresent()) {
      sink.number("SubUnitsReported", counted.get().reporting().get().units());
      sink.number("TotalSubUnits", counted.get().reporting().get().of());
    }
    String type = units.type(unit, places);
    sink.text("Type", type);
    if (type.equals("other")) sink.text("OtherType", "reporting-unit");
    if (counted.isPresent()) number("VotersRegistered", counted.get().registered());
  }

  private void identifiers(String unit) throws IOException {
    Optional<String> fips = places.fips(unit);
    if (fips.isPresent()) identifier("fips", fips.get());
    Optional<String> ocd = places.ocd(unit);
    if (ocd.isPresent()) identifier("ocd-id", ocd.get());
    Optional<String> vintage = places.vintage(unit);
    if (vintage.isPresent()) other(VINTAGE, vintage.get());
    if (unit.length() == 2) other(USPS, unit);
    other(UNIT, unit);
  }

  private void status(Counted counted) throws IOException {
    sink.item(
        "CountStatus",
        () -> {
          sink.text("Status", counted.status());
          sink.text("Type", "total");
        });
  }

  private void office() throws IOException {
    sink.item(
        "Office",
        id("office", "president"),
        () -> {
          sink.text("ElectionDistrictId", id("unit", Unit.NATION));
          sink.english("Name", "President of the United States");
        });
  }

  private void parties() throws IOException {
    Set<String> parties = new LinkedHashSet<>();
    for (Candidate candidate : candidates.values()) candidate.party().ifPresent(parties::add);
    for (String party : parties)
      sink.item("Party", id("party", party), () -> sink.english("Name", party));
  }

  private void persons() throws IOException {
    for (Candidate candidate : candidates.values())
      sink.item(
          "Person",
          id("person", candidate.id()),
          () -> {
            sink.english("FullName", candidate.name());
            if (candidate.party().isPresent())
              sink.text("PartyId", id("party", candidate.party().get()));
          });
  }

  private static String id(String kind, String... parts) {
    return XmlText.id(kind, parts);
  }
}
