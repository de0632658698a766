package org.ascertain.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ascertain.election.Caller;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Source;
import org.ascertain.election.Unit;
import org.ascertain.exchange.Parts.Event;
import org.ascertain.exchange.ReadRows.Unfit;
import org.ascertain.exchange.TicketNames.Meaning;

/** What the figures of a report of NIST SP 1500-100 are of: its units, candidates and head. */
final class NistNames {

  /** The types of unit that the format has, and what else was seen of the civics feed. */
  private static final Set<String> TYPES =
      Set.of(
          "ballot-batch",
          "ballot-style-area",
          "borough",
          "city",
          "city-council",
          "combined-precinct",
          "congressional",
          "country",
          "county",
          "county-council",
          "drop-box",
          "judicial",
          "municipality",
          "other",
          "polling-place",
          "precinct",
          "school",
          "special",
          "split-precinct",
          "state",
          "state-house",
          "state-senate",
          "town",
          "township",
          "utility",
          "village",
          "vote-center",
          "ward",
          "water");

  /**
   * A candidate.
   *
   * @param ticket the place of the ticket, if it is one of the record's
   * @param isDoubtful whether the name is nobody's and the party is somebody's
   */
  record Person(
      String name, Optional<Integer> ticket, boolean isDoubtful, boolean isLeading, String status) {
    boolean isWinner() {
      return status.equals("projected-winner");
    }
  }

  private final Header header;
  private final TicketNames tickets;
  private final UnitNames unitNames;
  private final Map<String, Part> units = new HashMap<>();
  private final Map<String, String> above = new HashMap<>();
  private final Map<String, Part> candidates = new HashMap<>();
  private final Map<String, Person> people = new HashMap<>();
  private final Map<String, String> persons = new HashMap<>();
  private final Map<String, String> parties = new HashMap<>();
  private final Set<String> offices = new HashSet<>();
  private final Set<String> otherOffices = new HashSet<>();
  private final Map<String, List<Part>> ballots = new HashMap<>();
  private final Map<String, String> head = new HashMap<>();
  private final Map<String, Optional<String>> found = new HashMap<>();
  private final Map<String, String> olderLists = new HashMap<>();
  private Optional<String> asOf = Optional.empty();
  private boolean isCutOff;

  NistNames(Header header) {
    this.header = header;
    this.tickets = new TicketNames(header);
    this.unitNames = new UnitNames(header.year());
  }

  /** Whether what is in a part is looked through. */
  static boolean isAround(String name) {
    return name.isEmpty()
        || name.equals("ElectionReport")
        || name.equals("Election")
        || name.endsWith("Collection");
  }

  /** A contest as it stands: its name, and the ids of its offices. */
  private static final class Race {
    private String name = "";
    private final List<String> offices = new ArrayList<>();
  }

  /**
   * Goes through the whole report.
   *
   * @param ours gets of each contest whether it is for President
   */
  void read(Parts in, Deque<Boolean> ours) throws IOException, Unfit {
    List<Race> races = new ArrayList<>();
    isCutOff = true;
    try {
      read(in, races);
      isCutOff = false;
    } finally {
      for (Race race : races) ours.add(isOurs(race));
    }
  }

  /** Of a contest whose office stands behind the place where the report breaks off, perhaps. */
  private boolean isOurs(Race race) {
    return OfficeNames.isPresident(race.name)
        || race.offices.stream().anyMatch(offices::contains)
        || (isCutOff && race.offices.stream().noneMatch(otherOffices::contains));
  }

  private void read(Parts in, List<Race> races) throws IOException, Unfit {
    for (Event event = in.next(); event != Event.OVER; event = in.next()) {
      if (event == Event.END) continue;
      switch (in.name()) {
        case "GpUnit" -> unit(in.whole());
        case "Candidate" -> keep(candidates, in.whole());
        case "Person" -> name(persons, in.whole(), "FullName");
        case "Party" -> name(parties, in.whole(), "Name");
        case "Office" -> office(in.whole());
        case "BallotCounts" -> ballots(in.whole());
        case "Contest" -> {
          Race race = new Race();
          races.add(race);
          race(in, race);
        }
        case "ExternalIdentifier" -> asOf(in.whole());
        case "Issuer",
            "IssuerAbbreviation",
            "GeneratedDate",
            "Status",
            "SequenceStart",
            "SequenceEnd",
            "IsTest",
            "TestType",
            "StartDate",
            "VendorApplicationId" ->
            head.putIfAbsent(in.name(), in.whole().inner());
        default -> {
          if (!isAround(in.name())) in.skip();
        }
      }
    }
  }

  /** Whether it breaks off, so that what it refers to may not be there. */
  boolean isCutOff() {
    return isCutOff;
  }

  private static void keep(Map<String, Part> to, Part part) {
    to.put(part.id(), part);
  }

  private static void name(Map<String, String> to, Part part, String field) {
    to.put(part.id(), part.text(field).or(() -> part.text("InternationalizedName")).orElse(""));
  }

  private void office(Part part) {
    boolean isPresident = part.text("Name").filter(OfficeNames::isPresident).isPresent();
    (isPresident ? offices : otherOffices).add(part.id());
  }

  private void unit(Part part) {
    units.put(part.id(), part);
    for (String below : part.references("ComposingGpUnitIds")) above.put(below, part.id());
  }

  private void ballots(Part part) {
    ballots.computeIfAbsent(part.text("GpUnitId").orElse(""), id -> new ArrayList<>()).add(part);
  }

  private void asOf(Part part) {
    if (isOther(part, "as-of")) asOf = part.text("Value");
  }

  private static void race(Parts in, Race race) throws IOException, Unfit {
    for (Event event = in.next(); event == Event.BEGIN; event = in.next()) {
      switch (in.name()) {
        case "Name", "BallotTitle" -> {
          if (race.name.isEmpty()) race.name = in.whole().inner();
          else in.skip();
        }
        case "OfficeIds", "OfficeId" -> race.offices.addAll(Part.words(in.whole().text()));
        default -> in.skip();
      }
    }
  }

  boolean isReport() {
    return head.containsKey("GeneratedDate") || head.containsKey("SequenceStart");
  }

  /** A line of its head. */
  Optional<String> text(String name) {
    return Optional.ofNullable(head.get(name)).filter(text -> !text.isEmpty());
  }

  /** As of when its figures are, where its writer tells that. */
  Optional<String> asOf() {
    return asOf;
  }

  /** The year of the election. */
  Optional<String> year() {
    return text("StartDate").filter(day -> day.length() >= 4).map(day -> day.substring(0, 4));
  }

  TicketNames tickets() {
    return tickets;
  }

  /** The caller that has issued the report, if it is one of the election's. */
  Optional<String> caller() {
    String abbreviation = text("IssuerAbbreviation").orElse("");
    String issuer = text("Issuer").orElse("");
    return header.callers().stream()
        .filter(
            each ->
                each.id().equalsIgnoreCase(abbreviation) || each.name().equalsIgnoreCase(issuer))
        .map(Caller::id)
        .findFirst();
  }

  /** Whoever has issued it, if it says so. */
  Optional<Source> issuer() {
    String name = text("Issuer").orElse("").strip();
    String id = text("IssuerAbbreviation").orElse("").strip();
    if (id.isEmpty()) id = String.join("-", TicketNames.words(name));
    return id.isEmpty() ? Optional.empty() : Optional.of(Source.of(id, name.isEmpty() ? id : name));
  }

  /** Whoever of a selection's candidates stands for President. */
  Optional<Person> leading(List<String> ids) {
    List<Person> all =
        ids.stream()
            .flatMap(id -> Optional.ofNullable(candidates.get(id)).stream())
            .map(part -> people.computeIfAbsent(part.id(), each -> person(part)))
            .toList();
    return all.stream().filter(Person::isLeading).findFirst().or(() -> all.stream().findFirst());
  }

  private Person person(Part part) {
    String name =
        part.text("BallotName")
            .or(() -> part.text("PersonId").map(id -> persons.getOrDefault(id, "")))
            .orElse("");
    String party = part.text("PartyId").map(id -> parties.getOrDefault(id, "")).orElse("");
    Optional<Integer> own = other(part, NistReport.TICKET).flatMap(tickets::ofId);
    Meaning meaning = tickets.of(name, party);
    Optional<Integer> byName =
        meaning instanceof Meaning.Of(int place) ? Optional.of(place) : Optional.empty();
    return new Person(
        name,
        own.or(() -> byName),
        own.isEmpty() && meaning instanceof Meaning.Doubtful,
        part.text("IsTopTicket").filter("false"::equals).isEmpty(),
        part.text("PostElectionStatus").orElse(""));
  }

  /** Whether an external identifier is of a type that the format has not. */
  static boolean isOther(Part identifier, String type) {
    return identifier.text("OtherType").filter(type::equals).isPresent();
  }

  private static Optional<String> other(Part part, String type) {
    return part.all("ExternalIdentifier").stream()
        .filter(each -> isOther(each, type))
        .flatMap(each -> each.text("Value").stream())
        .findFirst();
  }

  private static Optional<String> identifier(Part part, String type) {
    return part.all("ExternalIdentifier").stream()
        .filter(each -> each.text("Type").filter(type::equals).isPresent())
        .flatMap(each -> each.text("Value").stream())
        .findFirst();
  }

  /** The record's id of a unit; empty if it is none that an election knows. */
  Optional<String> unit(String id) {
    Optional<String> known = found.get(id);
    if (known == null) {
      found.put(id, Optional.empty()); // units that are in one another have no id
      known = find(id);
      found.put(id, known);
    }
    return known;
  }

  private Optional<String> find(String id) {
    Part part = units.get(id);
    if (part == null || !hasType(id)) return Optional.empty();
    Optional<String> own = other(part, NistReport.UNIT);
    if (own.isPresent()) return own;
    Optional<String> byOcd = identifier(part, "ocd-id").flatMap(unitNames::ofOcd);
    if (byOcd.isPresent()) {
      byOcd.flatMap(unitNames::olderList).ifPresent(list -> olderLists.put(id, list));
      return byOcd;
    }
    Optional<String> fips = identifier(part, "fips");
    String name = part.text("Name").or(() -> part.text("InternationalizedName")).orElse("");
    return switch (type(id)) {
      case "country" -> Optional.of(Unit.NATION);
      case "state" -> fips.flatMap(unitNames::stateByFips).or(() -> UnitNames.state(name));
      case "county" -> county(id, fips.orElse(""), name);
      default ->
          within(id)
              .filter(upper -> upper.indexOf('/') > 0 && !name.isEmpty())
              .map(upper -> upper + "/" + name.replace('/', '-'));
    };
  }

  private Optional<String> county(String id, String fips, String name) {
    UnitNames.Found found = unitNames.found(fips, within(id), name);
    found.old().ifPresent(list -> olderLists.put(id, list));
    return found.unit();
  }

  /** The list of a unit, if that is older than the year's. */
  Optional<String> olderList(String id) {
    return Optional.ofNullable(olderLists.get(id));
  }

  private Optional<String> within(String id) {
    return Optional.ofNullable(above.get(id)).flatMap(this::unit);
  }

  String type(String id) {
    return Optional.ofNullable(units.get(id)).flatMap(part -> part.text("Type")).orElse("");
  }

  boolean has(String id) {
    return units.containsKey(id);
  }

  boolean hasType(String id) {
    return !units.containsKey(id) || TYPES.contains(type(id));
  }

  /** Its name and type, for people. */
  String described(String id) {
    Part part = units.get(id);
    if (part == null) return id;
    String name = part.text("Name").or(() -> part.text("InternationalizedName")).orElse(id);
    return name + " (" + type(id) + ")";
  }

  /** Adds to a unit's figures what is told of it outside of the contest. */
  void complete(String id, UnitFigures figures) {
    for (Part each : ballots.getOrDefault(id, List.of())) ballots(each, figures);
    Part part = units.get(id);
    if (part == null) return;
    if (part.all("CountStatus").stream()
        .anyMatch(each -> each.text("Status").filter("completed"::equals).isPresent()))
      figures.complete();
    long of = count(part, "TotalSubUnits");
    if (of >= 0) figures.reporting(count(part, "SubUnitsReported"), of);
    long registered = count(part, "VotersRegistered");
    if (registered >= 0) figures.add(TableFigure.REGISTERED, registered, true, 0);
  }

  private static long count(Part part, String name) {
    return part.text(name).map(Numbers::count).orElse(-1L);
  }

  /** Counts of ballots become what a record has for them. */
  static void ballots(Part part, UnitFigures to) {
    boolean isTotal = isOther(part, NistReport.VOTES);
    long cast = count(part, "BallotsCast");
    if (isTotal && cast >= 0) to.add(TableFigure.TOTAL, cast, true, 0);
    // by the way they were cast, ballots are counted there a second time
    if (isTotal || !part.text("Type").orElse("total").equals("total")) return;
    add(to, TableFigure.CAST, cast);
    add(to, TableFigure.INVALID, count(part, "BallotsRejected"));
    add(to, TableFigure.OVER, count(part, "Overvotes"));
    add(to, TableFigure.UNDER, count(part, "Undervotes"));
  }

  private static void add(UnitFigures to, TableFigure figure, long number) {
    if (number >= 0) to.add(figure, number, false, 0);
  }
}
