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
import java.util.stream.Stream;
import org.ascertain.election.Candidate;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.BallotCounts;
import org.ascertain.election.Ticket;
import org.ascertain.election.Unit;
import org.ascertain.election.Washington;
import org.ascertain.election.When;
import org.ascertain.exchange.Report.Contest;
import org.ascertain.exchange.Report.Counted;
import org.ascertain.exchange.Report.Kind;

/**
 * Google's civics feed of election results, a descendant of version 1 of NIST SP 1500-100 with
 * collections around its parts and an id beside each that stays the same from feed to feed.
 */
final class Civics {

  private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

  private static final List<Loss> LOSSES =
      Stream.concat(
              Nist.LOSSES.stream(),
              Stream.of(new Loss("who stands for Vice President", Civics::namesSeconds)))
          .toList();

  static final Format XML =
      new Format(
              "civics-xml",
              "Google's civics feed of election results, XML",
              "civics.xml",
              "application/xml",
              Nist.KEEPS,
              LOSSES,
              List.of(
                  "Who appointed, voted, counted and declared: its words end at `official` results and"
                      + " a `winner`, and which of those a result is nobody but its authority says. The"
                      + " stage stands in an identifier of the contest, `ascertained-stage`.",
                  "Who called a result, and the source of one figure: each is a report of its own.",
                  "The list that a FIPS code belongs to: an external identifier, `fips-vintage`.",
                  "Electors who stood for no candidate: whoever stands is a person there, so that"
                      + " `unpledged` is written as if it were one.",
                  "That a unit is not done: of one of which the record does not say that it is, its count is"
                      + " `unknown`; `in-process` only where fewer of its parts have reported than it has.",
                  "Earlier figures, withdrawn calls, superseded certificates: a feed is of one"
                      + " moment."),
              true,
              Optional.of(Civics::documents))
          .with(
              new Format.Reads(
                  Set.of("returns", "call", "certification"),
                  Nist.READING,
                  (content, reading) -> new NistRows(content, reading, XmlParts::new)));

  /** Whether a fact declares somebody who stands for Vice President. */
  static boolean namesSeconds(Fact fact) {
    List<Ticket> tickets =
        switch (fact) {
          case Fact.Header header -> header.tickets();
          case Fact.Addition addition -> addition.tickets();
          default -> List.of(); // no other kind declares tickets
        };
    return tickets.stream().anyMatch(ticket -> ticket.vicePresident().isPresent());
  }

  private static List<Document> documents(ElectionAt election) {
    return Report.all(election).stream()
        .filter(report -> report.kind() != Kind.CANDIDATES) // a feed of results has some
        .map(
            report ->
                new Document(
                    "%s-%s.civics.xml".formatted(election.id(), report.fileName()),
                    report.abbreviation(),
                    report::has,
                    out -> XmlOut.write(out, xml -> new Civics(election, report, xml).write())))
        .toList();
  }

  private final ElectionAt election;
  private final Places places;
  private final Report report;
  private final XmlOut xml;
  private final ReportUnits units;

  /**
   * Those who stand for President; the validator takes no ticket of two, and no candidate who is no
   * person, as unpledged electors are.
   */
  private final Map<String, Candidate> candidates = new LinkedHashMap<>();

  private Civics(ElectionAt election, Report report, XmlOut xml) {
    this.election = election;
    this.places = election.places();
    this.report = report;
    this.xml = xml;
    this.units = new ReportUnits(report);
    Set<String> first = new LinkedHashSet<>();
    for (Ticket ticket : election.header().tickets()) first.add(ticket.president());
    for (Candidate candidate : election.header().candidates())
      if (first.contains(candidate.id())) candidates.put(candidate.id(), candidate);
    for (String id : first) candidates.putIfAbsent(id, new Candidate(id, id, Optional.empty()));
  }

  private void write() throws IOException {
    xml.element(
        "ElectionReport",
        () -> {
          xml.element("Election", this::election, "objectId", id("el", election.id()));
          xml.text("Format", report.hasPrecincts() ? "precinct-level" : "summary-contest");
          xml.text("GeneratedDate", election.moment().toString());
          xml.element("GpUnitCollection", this::gpUnits);
          xml.text("Issuer", report.issuer());
          xml.text("IssuerAbbreviation", report.abbreviation());
          xml.element("OfficeCollection", this::office);
          if (!parties().isEmpty()) xml.element("PartyCollection", this::writeParties);
          xml.element("PersonCollection", this::persons);
          xml.text("SequenceStart", "1");
          xml.text("SequenceEnd", "1");
          xml.text("Status", report.status());
          xml.text("VendorApplicationId", "Ascertain");
        },
        "xmlns:xsi",
        INSTANCE);
  }

  private void election() throws IOException {
    if (report.contests().stream().anyMatch(contest -> !tickets(contest).isEmpty()))
      xml.element(
          "CandidateCollection",
          () -> {
            for (Contest contest : report.contests()) candidates(contest);
          });
    xml.element(
        "ContestCollection",
        () -> {
          for (Contest contest : report.contests())
            xml.element(
                "Contest",
                () -> contest(contest),
                "objectId",
                id("cc", contest.unit()),
                "xsi:type",
                "CandidateContest");
        });
    xml.text("ElectionDateStatus", "confirmed");
    xml.text("ElectionScopeId", id("ru", Unit.NATION));
    identifiers(List.of(), stable("election", election.id()));
    xml.english("Name", "United States presidential election, " + election.header().year());
    When day = election.header().attestation().at();
    xml.text("StartDate", Washington.day(day.begins()).toString());
    xml.text("EndDate", Washington.day(day.effective()).toString());
    xml.text("Type", "general");
  }

  private List<Ticket> tickets(Contest contest) {
    return report.tickets(contest, election.header().tickets());
  }

  private void candidates(Contest contest) throws IOException {
    for (Ticket ticket : tickets(contest)) candidate(contest, ticket, ticket.president());
  }

  private void candidate(Contest contest, Ticket ticket, String person) throws IOException {
    xml.element(
        "Candidate",
        () -> {
          xml.english("BallotName", name(person));
          identifiers(
              List.of(new Identifier(NistReport.TICKET, ticket.id())),
              stable("candidate", contest.unit(), ticket.id(), person));
          xml.text("IsTopTicket", "true");
          xml.text("PartyId", party(person).map(party -> id("par", party)));
          xml.text("PersonId", id("per", person));
          if (contest.calledFor().filter(person::equals).isPresent())
            xml.text("PostElectionStatus", "projected-winner");
        },
        "objectId",
        id("can", contest.unit(), ticket.id(), person));
  }

  private String name(String person) {
    return Optional.ofNullable(candidates.get(person)).map(Candidate::name).orElse(person);
  }

  private Optional<String> party(String person) {
    return Optional.ofNullable(candidates.get(person)).flatMap(Candidate::party);
  }

  private void contest(Contest contest) throws IOException {
    if (contest.counts().stream().anyMatch(counted -> counted.other().isPresent()))
      xml.element(
          "AggregateBallotSelection",
          () -> {
            counts(contest, Counted::other);
            xml.text("CountedInTotal", "true");
            xml.english("Selection", "Candidates not named");
          },
          "objectId",
          id("abs", contest.unit()));
    for (Ticket ticket : tickets(contest)) selection(contest, ticket);
    xml.text("ElectoralDistrictId", id("ru", contest.unit()));
    List<Identifier> others = new ArrayList<>();
    contest.authority().ifPresent(who -> others.add(new Identifier(NistReport.AUTHORITY, who)));
    contest.stage().ifPresent(stage -> others.add(new Identifier(NistReport.STAGE, stage)));
    identifiers(others, stable("contest", contest.unit()));
    xml.text("Name", "President of the United States, " + places.name(contest.unit()));
    for (Counted counted : contest.counts()) summary(counted);
    xml.references("OfficeIds", List.of(id("off", "president")));
    xml.text("Type", "general");
    xml.text("VotesAllowed", "1");
  }

  private void selection(Contest contest, Ticket ticket) throws IOException {
    xml.element(
        "BallotSelection",
        () -> {
          counts(contest, counted -> counted.votes().count(ticket.id()));
          xml.text("CandidateIds", id("can", contest.unit(), ticket.id(), ticket.president()));
        },
        "objectId",
        id("cs", contest.unit(), ticket.id()),
        "xsi:type",
        "CandidateSelection");
  }

  private interface Figure {
    OptionalLong of(Counted counted);
  }

  private void counts(Contest contest, Figure figure) throws IOException {
    List<Counted> known =
        contest.counts().stream().filter(counted -> figure.of(counted).isPresent()).toList();
    if (known.isEmpty()) return;
    xml.element(
        "VoteCountsCollection",
        () -> {
          for (Counted counted : known)
            xml.element(
                "VoteCounts",
                () -> {
                  xml.text("GpUnitId", id("ru", counted.unit()));
                  xml.text("Type", "total");
                  xml.text("Count", Long.toString(figure.of(counted).getAsLong()));
                });
        });
  }

  /** What a unit's ballots and its total come to, where somebody tells. */
  private void summary(Counted counted) throws IOException {
    if (counted.ballots().isPresent()) {
      BallotCounts ballots = counted.ballots().get();
      xml.element(
          "SummaryCounts",
          () -> {
            xml.text("GpUnitId", id("ru", counted.unit()));
            xml.text("Type", "total");
            xml.text("BallotsCast", number(ballots.cast()));
            xml.text("BallotsRejected", number(ballots.invalid()));
            xml.text("Overvotes", number(ballots.over()));
            xml.text("Undervotes", number(ballots.under()));
          });
    }
    if (counted.total().isPresent())
      xml.element(
          "SummaryCounts",
          () -> {
            xml.text("GpUnitId", id("ru", counted.unit()));
            xml.text("Type", "other");
            xml.text("OtherType", NistReport.VOTES);
            xml.text("BallotsCast", number(counted.total()));
          });
  }

  private static Optional<String> number(OptionalLong number) {
    return number.isPresent() ? Optional.of(Long.toString(number.getAsLong())) : Optional.empty();
  }

  private void gpUnits() throws IOException {
    for (String unit : units.all())
      xml.element(
          "GpUnit", () -> gpUnit(unit), "objectId", id("ru", unit), "xsi:type", "ReportingUnit");
  }

  private void gpUnit(String unit) throws IOException {
    xml.references(
        "ComposingGpUnitIds", units.below(unit).stream().map(id -> id("ru", id)).toList());
    xml.element(
        "ExternalIdentifiers",
        () -> {
          Optional<String> fips = places.fips(unit);
          if (fips.isPresent()) identifier("fips", fips.get());
          Optional<String> ocd = places.ocd(unit);
          if (ocd.isPresent()) identifier("ocd-id", ocd.get());
          Optional<String> vintage = places.vintage(unit);
          if (vintage.isPresent()) other(NistReport.VINTAGE, vintage.get());
          if (unit.length() == 2) other(NistReport.USPS, unit);
          other(NistReport.UNIT, unit);
          other("stable", stable("unit", unit));
        });
    xml.english("InternationalizedName", places.name(unit));
    Optional<Counted> counted = units.figures(unit);
    if (counted.isPresent() && report.kind() != Kind.CALLS)
      xml.element(
          "CountStatus",
          () -> {
            xml.text("Status", counted.get().status());
            xml.text("Type", "total");
          });
    if (counted.isPresent() && counted.get().reporting().isPresent()) {
      xml.text("SubUnitsReported", Long.toString(counted.get().reporting().get().units()));
      xml.text("TotalSubUnits", Long.toString(counted.get().reporting().get().of()));
    }
    String type = units.type(unit, places);
    xml.text("Type", type);
    if (type.equals("other")) xml.text("OtherType", "reporting-unit");
    if (counted.isPresent()) xml.text("VotersRegistered", number(counted.get().registered()));
  }

  private void office() throws IOException {
    xml.element(
        "Office",
        () -> {
          xml.text("ElectoralDistrictId", id("ru", Unit.NATION));
          identifiers(List.of(), stable("office", "president"));
          xml.text("JurisdictionId", id("ru", Unit.NATION));
          xml.text("Level", "Country");
          xml.english("Name", "President of the United States");
          xml.text("Role", "head of state");
          xml.text("Role", "head of government");
          xml.text("SelectionMethod", "indirectly-elected");
        },
        "objectId",
        id("off", "president"));
  }

  private Set<String> parties() {
    Set<String> parties = new LinkedHashSet<>();
    for (Candidate candidate : candidates.values()) candidate.party().ifPresent(parties::add);
    return parties;
  }

  private void writeParties() throws IOException {
    for (String party : parties())
      xml.element(
          "Party",
          () -> {
            identifiers(List.of(), stable("party", party));
            if (party.equalsIgnoreCase("Independent")) xml.text("IsIndependent", "true");
            xml.english("Name", party);
            xml.text("PartyScopeGpUnitIds", id("ru", Unit.NATION));
          },
          "objectId",
          id("par", party));
  }

  private void persons() throws IOException {
    for (Candidate candidate : candidates.values())
      xml.element(
          "Person",
          () -> {
            identifiers(List.of(), stable("person", candidate.id()));
            xml.english("FullName", candidate.name());
            xml.text("PartyId", candidate.party().map(party -> id("par", party)));
          },
          "objectId",
          id("per", candidate.id()));
  }

  private record Identifier(String type, String value) {}

  private void identifiers(List<Identifier> others, String stable) throws IOException {
    xml.element(
        "ExternalIdentifiers",
        () -> {
          for (Identifier each : others) other(each.type(), each.value());
          other("stable", stable);
        });
  }

  private void identifier(String type, String value) throws IOException {
    xml.element(
        "ExternalIdentifier",
        () -> {
          xml.text("Type", type);
          xml.text("Value", value);
        });
  }

  private void other(String type, String value) throws IOException {
    xml.element(
        "ExternalIdentifier",
        () -> {
          xml.text("Type", "other");
          xml.text("OtherType", type);
          xml.text("Value", value);
        });
  }

  /**
   * An id that stays the same from feed to feed; letters, digits and hyphens alone may be in it.
   */
  private String stable(String... parts) {
    return "ascertain-%d-%s"
        .formatted(election.header().year(), String.join("-", parts))
        .replaceAll("[^A-Za-z0-9]+", "-");
  }

  private static String id(String kind, String... parts) {
    return XmlText.id(kind, parts);
  }
}
