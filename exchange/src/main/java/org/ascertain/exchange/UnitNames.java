package org.ascertain.exchange;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ascertain.archive.Archive;
import org.ascertain.election.Candidate;
import org.ascertain.election.Jurisdiction;
import org.ascertain.election.KnownUnits.Listed;
import org.ascertain.election.Unit;

/** The ids of states and counties by what others call them. None is guessed. */
final class UnitNames {

  private final int year;
  private final Places places;
  private final Map<String, Map<String, String>> byName = new HashMap<>();
  private final Map<String, String> byCode = new HashMap<>();

  UnitNames(int year) {
    this.year = year;
    this.places = new Places(year, List.of());
  }

  /** A state by its postal code or its name. */
  static Optional<String> state(String written) {
    String plain = plain(written);
    if (plain.equals("d c") || plain.equals("washington d c")) return Optional.of("DC");
    return Jurisdiction.of(written.strip().toUpperCase(Locale.ROOT))
        .map(Jurisdiction::name)
        .or(
            () ->
                Arrays.asList(Jurisdiction.values()).stream()
                    .filter(each -> plain(each.title()).equals(plain))
                    .map(Jurisdiction::name)
                    .findFirst());
  }

  /** A state by the two digits of its FIPS code. */
  Optional<String> stateByFips(String fips) {
    return Arrays.asList(Jurisdiction.values()).stream()
        .map(Jurisdiction::name)
        .filter(code -> places.fips(code).filter(fips::equals).isPresent())
        .findFirst();
  }

  /** A state, district or county by its Open Civic Data id. */
  Optional<String> ofOcd(String ocd) {
    if (ocd.equals("ocd-division/country:us")) return Optional.of(Unit.NATION);
    Matcher id = OCD.matcher(ocd);
    if (!id.matches()) return Optional.empty();
    Optional<String> state = state(id.group(1));
    if (id.group(2) == null || state.isEmpty()) return state;
    String rest = id.group(2);
    if (rest.startsWith("cd:")) return Optional.of(state.get() + "-" + rest.substring(3));
    return Archive.knownUnits().under(year, state.get()).stream()
        .map(Listed::unit)
        .filter(unit -> places.ocd(unit).filter(ocd::equals).isPresent())
        .findFirst();
  }

  private static final Pattern OCD =
      Pattern.compile("ocd-division/country:us/(?:state|district):([a-z]{2})(?:/(.+))?");

  /** A county by its name, with or without the word for what it is. */
  Optional<String> county(String state, String name) {
    Map<String, String> names = byName.computeIfAbsent(state, this::names);
    String plain = plain(name);
    return Optional.ofNullable(names.get(plain))
        .or(() -> Optional.ofNullable(names.get(COUNTY.matcher(plain).replaceAll(""))));
  }

  private static final Pattern COUNTY = Pattern.compile(" (county|parish)$");

  /** A county by its FIPS code, in which a spreadsheet may have lost the zero in front. */
  private Optional<String> county(String fips) {
    if (byCode.isEmpty())
      for (Jurisdiction each : Arrays.asList(Jurisdiction.values()))
        for (Listed listed : Archive.knownUnits().under(year, each.name()))
          byCode.putIfAbsent(listed.code(), listed.unit());
    return code(fips).flatMap(code -> Optional.ofNullable(byCode.get(code)));
  }

  private static Optional<String> code(String fips) {
    String digits = POINT.matcher(fips.strip()).replaceAll("");
    if (!DIGITS.matcher(digits).matches()) return Optional.empty();
    return Optional.of(digits.length() == 4 ? "0" + digits : digits);
  }

  private static final Pattern POINT = Pattern.compile("\\.0$");
  private static final Pattern DIGITS = Pattern.compile("\\d{4,5}");

  /**
   * A county as it was found.
   *
   * @param unit empty where there is none
   * @param old that it is of an older list than the year's, in words
   * @param isContradicted whether code, state and name are not one county's
   */
  record Found(Optional<String> unit, Optional<String> old, boolean isContradicted) {

    private static final Found NONE = new Found(Optional.empty(), Optional.empty(), false);
    private static final Found CONTRADICTED = new Found(Optional.empty(), Optional.empty(), true);
  }

  /**
   * A county by its code, its state and its name.
   *
   * @param fips empty where there is none, as the name may be
   */
  Found found(String fips, Optional<String> state, String name) {
    Optional<String> byCode = county(fips);
    if (byCode.isPresent())
      return isThere(byCode.get(), state, name) ? withList(byCode) : Found.CONTRADICTED;
    if (state.isEmpty() || name.isEmpty()) return Found.NONE;
    Optional<Listed> gone = gone(fips, state.get());
    // what is left of its name may be another's: a city that became part of the county around it
    if (gone.isPresent() && mayBe(gone.get(), name)) return Found.CONTRADICTED;
    Optional<String> byName = county(state.get(), name);
    return gone.isPresent()
        ? new Found(byName, Optional.of(gone.get().code() + ", read as " + name), false)
        : withList(byName);
  }

  private Found withList(Optional<String> county) {
    return new Found(county, county.flatMap(places::olderList), false);
  }

  /** The list of a county, if that is older than the year's. */
  Optional<String> olderList(String county) {
    return places.olderList(county);
  }

  /** A county of a state that had a code in earlier years and is gone. */
  private Optional<Listed> gone(String fips, String state) {
    Optional<String> code = code(fips);
    for (int before = year - 1; code.isPresent() && before >= FIRST; before--)
      for (Listed each : Archive.knownUnits().under(before, state))
        if (each.code().equals(code.get()) && each.to() < year) return Optional.of(each);
    return Optional.empty();
  }

  /** Whether what is written may be the name of a unit that is gone. */
  private static boolean mayBe(Listed gone, String name) {
    return plain(gone.name()).startsWith(plain(name).replaceAll(" (county|parish|city)$", ""));
  }

  /** The first year of the lists of units. */
  private static final int FIRST = 2000;

  /**
   * Whether a county, known by its code, may be what a state and a name say: neither of them is
   * another's.
   */
  private boolean isThere(String county, Optional<String> state, String name) {
    String of = Unit.jurisdictionOf(county);
    return state.orElse(of).equals(of) && county(of, name).orElse(county).equals(county);
  }

  private Map<String, String> names(String state) {
    Map<String, String> names = new HashMap<>();
    List<Listed> units = Archive.knownUnits().under(year, state);
    for (Listed each : units)
      names.merge(plain(places.name(each.unit())), each.unit(), UnitNames::neither);
    // the bare name is a county's, unless two units share it: Baltimore, St. Louis, Fairfax
    Map<String, String> bare = new HashMap<>();
    for (Listed each : units) bare.merge(plain(each.name()), each.unit(), UnitNames::neither);
    bare.forEach(names::putIfAbsent);
    names.values().removeIf(String::isEmpty);
    return names;
  }

  /**
   * A name that a county and cities that are no part of it have in common.
   *
   * @param county the unit that is called a county
   * @param others the other units of that name
   */
  record Shared(String county, Set<String> others) {}

  /**
   * The county that a bare name is of, if a city of its state has the same: Baltimore, St. Louis.
   */
  Optional<Shared> shared(String state, String name) {
    Map<Boolean, Set<String>> named =
        Archive.knownUnits().under(year, state).stream()
            .filter(each -> plain(each.name()).equals(plain(name)))
            .map(Listed::unit)
            .collect(Collectors.partitioningBy(this::isCounty, Collectors.toSet()));
    Set<String> counties = named.getOrDefault(true, Set.of());
    Set<String> others = named.getOrDefault(false, Set.of());
    return counties.size() == 1 && !others.isEmpty()
        ? Optional.of(new Shared(counties.iterator().next(), others))
        : Optional.empty();
  }

  private boolean isCounty(String unit) {
    return places.name(unit).endsWith(" County");
  }

  private static String neither(String one, String other) {
    return one.equals(other) ? one : "";
  }

  private static String plain(String name) {
    String plain = Candidate.plain(name);
    if (plain.contains("saint"))
      plain = SAINTE.matcher(SAINT.matcher(plain).replaceAll("st")).replaceAll("ste");
    return BETWEEN.matcher(MARKS.matcher(plain).replaceAll("")).replaceAll(" ").strip();
  }

  private static final Pattern SAINT = Pattern.compile("\\bsaint\\b");
  private static final Pattern SAINTE = Pattern.compile("\\bsainte\\b");
  private static final Pattern MARKS = Pattern.compile("[.'’`]");
  private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");
}
