package org.ascertain.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.ascertain.archive.Archive;
import org.ascertain.election.Jurisdiction;
import org.ascertain.election.KnownUnits.Listed;
import org.ascertain.election.Unit;

/**
 * What the units of an election are called by others: names, and identifiers as far as a table has
 * them. None is guessed.
 */
final class Places {

  private static final String TABLE = "counties.csv";
  private static final String COUNTIES = "counties";
  private static final String NATION = "ocd-division/country:us";

  /** The list of a county: its full name, and its Open Civic Data id if the list has it. */
  private record County(String name, Optional<String> ocd) {}

  /** Read once, when it is first asked for. */
  private static final class Table {
    private static final Map<String, County> COUNTIES = read();
  }

  /** A year whose list has counties of every state. */
  private static final int FIRST = 2000;

  private static final int LAST = 2028;

  private final int year;

  /** The lists that every unit of a state that the record speaks of belongs to. */
  private final Map<String, Set<String>> vintages = new HashMap<>();

  private final Map<String, Optional<Listed>> listed = new HashMap<>();

  /** By state those of its units that are of the record, by their ids. */
  private final Map<String, Map<String, Listed>> ofStates = new HashMap<>();

  /** Units of a state that one list has from one year on. */
  private record ListOf(String jurisdiction, String vintage, int from) {}

  private final Map<ListOf, Integer> lastYears = new HashMap<>();

  /**
   * What the units of an election are called.
   *
   * @param year of the election: codes mean other units in other years
   * @param units of which the record speaks: a code that two lists have means what the others of
   *     its state mean
   */
  Places(int year, Collection<String> units) {
    this.year = year;
    for (String unit : units) {
      Set<String> lists = Archive.knownUnits().vintages(year, unit);
      if (!lists.isEmpty())
        vintages
            .computeIfAbsent(Unit.jurisdictionOf(unit), state -> new TreeSet<>(lists))
            .retainAll(lists);
    }
  }

  private static Map<String, County> read() {
    Map<String, County> read = new HashMap<>();
    var table = Objects.requireNonNull(Places.class.getResourceAsStream(TABLE), TABLE);
    try (var lines = new BufferedReader(new InputStreamReader(table, UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(line -> line.split(",", -1))
          .forEach(
              row ->
                  read.put(
                      row[0], new County(row[1], Optional.of(row[2]).filter(id -> !id.isEmpty()))));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return read;
  }

  /** "Autauga County", "Alabama", "Maine, district 1", "United States"; else the unit's code. */
  String name(String unit) {
    if (unit.equals(Unit.NATION)) return "United States";
    String jurisdiction = Unit.jurisdictionOf(unit);
    String state = Jurisdiction.of(jurisdiction).map(Jurisdiction::title).orElse(jurisdiction);
    if (unit.equals(jurisdiction)) return state;
    if (isDistrict(unit)) return state + ", district " + unit.substring(jurisdiction.length() + 1);
    return county(unit)
        .map(County::name)
        .or(() -> listed(unit).map(Listed::name))
        .orElseGet(() -> unit.substring(unit.lastIndexOf('/') + 1));
  }

  /** The name without the word for what it is: "Autauga". */
  String shortName(String unit) {
    return listed(unit).map(Listed::name).orElseGet(() -> name(unit));
  }

  /** The same, but of a city whose name a county of its state has too: "Baltimore city". */
  String nameAmongUnits(String unit) {
    String name = shortName(unit);
    boolean isShared =
        !name(unit).endsWith(" County")
            && Archive.knownUnits().under(year, Unit.jurisdictionOf(unit)).stream()
                .anyMatch(each -> each.name().equals(name) && !each.unit().equals(unit));
    return isShared ? name(unit) : name;
  }

  /** The unit's Open Civic Data id. */
  Optional<String> ocd(String unit) {
    if (unit.equals(Unit.NATION)) return Optional.of(NATION);
    String jurisdiction = Unit.jurisdictionOf(unit);
    if (Jurisdiction.of(jurisdiction).isEmpty()) return Optional.empty();
    String code = jurisdiction.toLowerCase(Locale.ROOT);
    String state = NATION + (code.equals("dc") ? "/district:dc" : "/state:" + code);
    if (unit.equals(jurisdiction)) return Optional.of(state);
    if (isDistrict(unit))
      return Optional.of(state + "/cd:" + unit.substring(jurisdiction.length() + 1));
    return county(unit).flatMap(County::ocd).map(rest -> NATION + "/" + rest);
  }

  /** The unit's FIPS code: two digits of a state, five of a county. */
  Optional<String> fips(String unit) {
    String jurisdiction = Unit.jurisdictionOf(unit);
    if (unit.equals(jurisdiction))
      return Archive.knownUnits().under(FIRST, jurisdiction).stream()
          .findFirst()
          .map(any -> any.code().substring(0, 2));
    if (unit.indexOf('/') != unit.lastIndexOf('/')) return Optional.empty();
    return listed(unit).filter(Places::hasFips).map(Listed::code);
  }

  /**
   * The list that a county's code belongs to, with the year as of which it is meant: the same
   * digits mean another unit in another.
   */
  Optional<String> vintage(String unit) {
    return listed(unit)
        .map(
            each ->
                HAS_YEAR.matcher(each.vintage()).find()
                    ? each.vintage()
                    : "%s as of %d%s%s"
                        .formatted(
                            each.vintage(),
                            lastYear(each),
                            year(", from ", each.from()),
                            year(", to ", each.to())));
  }

  /**
   * The year of the election; of a code that the Census Bureau's list of that year no longer has,
   * for another kind of unit took its place in the state, the last year before.
   */
  private int lastYear(Listed each) {
    return lastYears.computeIfAbsent(
        new ListOf(each.jurisdiction(), each.vintage(), each.from()), this::lastYear);
  }

  private int lastYear(ListOf list) {
    return Archive.knownUnits().under(year, list.jurisdiction()).stream()
        .filter(Places::hasFips)
        .filter(other -> !other.vintage().equals(list.vintage()) && other.from() > list.from())
        .mapToInt(other -> other.from() - 1)
        .min()
        .orElse(year);
  }

  /** The list of a county's code, if that is none of the year of the election. */
  Optional<String> olderList(String unit) {
    return listed(unit).filter(each -> lastYear(each) < year).flatMap(each -> vintage(unit));
  }

  private static final Pattern HAS_YEAR = Pattern.compile("[0-9]{4}");

  private static String year(String word, int year) {
    return year <= FIRST || year >= LAST ? "" : word + year;
  }

  /** Codes that no office gave are none of the Census Bureau's. */
  private static boolean hasFips(Listed unit) {
    return unit.vintage().equals(COUNTIES) || unit.vintage().equals("planning regions");
  }

  private Optional<County> county(String unit) {
    return listed(unit)
        .filter(each -> each.vintage().equals(COUNTIES))
        .map(each -> Table.COUNTIES.get(each.code()));
  }

  private Optional<Listed> listed(String unit) {
    int slash = unit.indexOf('/');
    if (slash < 0 || slash != unit.lastIndexOf('/')) return Optional.empty();
    return listed.computeIfAbsent(
        unit,
        id ->
            Optional.ofNullable(
                ofStates.computeIfAbsent(Unit.jurisdictionOf(id), this::ofState).get(id)));
  }

  private Map<String, Listed> ofState(String state) {
    Map<String, Listed> units = new HashMap<>();
    for (Listed each : Archive.knownUnits().under(year, state))
      if (isOfTheRecord(each, each.unit())) units.putIfAbsent(each.unit(), each);
    return units;
  }

  private boolean isOfTheRecord(Listed each, String unit) {
    Set<String> lists = vintages.getOrDefault(Unit.jurisdictionOf(unit), Set.of());
    return lists.isEmpty() || lists.contains(each.vintage());
  }

  static boolean isDistrict(String unit) {
    return unit.indexOf('-') >= 0 && unit.indexOf('/') < 0;
  }
}
