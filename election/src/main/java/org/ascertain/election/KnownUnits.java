package org.ascertain.election;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The units right below the states under which votes are counted, as far as they are listed: as a
 * rule counties by their FIPS codes. What lies below them, and what no list speaks of, may have any
 * code.
 */
public final class KnownUnits {

  /** Nothing is listed: any code is taken. */
  public static final KnownUnits ANY = new KnownUnits(0, -1, List.of());

  /**
   * One unit of a list.
   *
   * @param from the first year of an election in which the code holds
   * @param to the last one
   * @param vintage the list that it belongs to; units of two lists cover the same ground twice
   * @param instead the code that took its place when it ended
   */
  public record Listed(
      String jurisdiction,
      String code,
      String name,
      int from,
      int to,
      String vintage,
      Optional<String> instead) {

    /** Its id in a record. */
    public String unit() {
      return jurisdiction + "/" + code;
    }

    private boolean holdsIn(int year) {
      return from <= year && year <= to;
    }
  }

  private final int first;
  private final int last;
  private final Map<String, List<Listed>> byCode = new HashMap<>();
  private final Map<String, List<Listed>> byJurisdiction = new HashMap<>();

  private KnownUnits(int first, int last, Collection<Listed> listed) {
    this.first = first;
    this.last = last;
    for (Listed each : listed) {
      byCode.computeIfAbsent(each.code(), code -> new ArrayList<>()).add(each);
      byJurisdiction.computeIfAbsent(each.jurisdiction(), code -> new ArrayList<>()).add(each);
    }
  }

  /** The units of a list that speaks of the elections of these years; of others any is taken. */
  public static KnownUnits of(int first, int last, Collection<Listed> listed) {
    return new KnownUnits(first, last, listed);
  }

  /**
   * Why an election of a year knows no such unit, with the nearest that it knows; empty if it knows
   * it or the lists do not speak of it.
   */
  public Optional<String> unknown(int year, String unit) {
    Optional<String> code = code(year, unit);
    if (code.isEmpty() || !holding(year, unit).isEmpty()) return Optional.empty();
    return Optional.of(unit + ", " + why(year, Unit.jurisdictionOf(unit), code.get()));
  }

  /**
   * The lists that a unit may belong to in an election of a year; none where they do not speak of
   * it.
   */
  public Set<String> vintages(int year, String unit) {
    return holding(year, unit).stream()
        .map(Listed::vintage)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The units listed for a jurisdiction in an election of a year, in the order of the list. */
  public List<Listed> under(int year, String jurisdiction) {
    return year < first || year > last
        ? List.of()
        : ofJurisdiction(jurisdiction).stream().filter(each -> each.holdsIn(year)).toList();
  }

  private List<Listed> holding(int year, String unit) {
    Optional<String> code = code(year, unit);
    if (code.isEmpty()) return List.of();
    String jurisdiction = Unit.jurisdictionOf(unit);
    List<Listed> holding = new ArrayList<>(1); // asked of every row of a county
    for (Listed each : withCode(code.get()))
      if (each.jurisdiction().equals(jurisdiction) && each.holdsIn(year)) holding.add(each);
    return holding;
  }

  /** The code right below the state or district, where the lists speak of it. */
  private Optional<String> code(int year, String unit) {
    int slash = unit.indexOf('/');
    if (slash < 0 || year < first || year > last) return Optional.empty();
    if (ofJurisdiction(Unit.jurisdictionOf(unit)).isEmpty()) return Optional.empty();
    int end = unit.indexOf('/', slash + 1);
    return Optional.of(unit.substring(slash + 1, end < 0 ? unit.length() : end));
  }

  private String why(int year, String jurisdiction, String code) {
    for (Listed each : withCode(code)) {
      if (each.jurisdiction().equals(jurisdiction)) return outOfTime(each, year);
      if (each.holdsIn(year))
        return "which is a code of " + each.jurisdiction() + " (" + named(each) + ")";
    }
    return nearest(year, jurisdiction, code)
        .map(each -> "the nearest is " + named(each))
        .orElse("there is none");
  }

  private String outOfTime(Listed each, int year) {
    boolean isOver = each.to() < year;
    String when =
        isOver
            ? named(each) + " ended after " + each.to()
            : named(each) + " begins in " + each.from();
    return under(year, each.jurisdiction()).stream()
        .filter(
            other ->
                isOver
                    ? each.instead().filter(other.code()::equals).isPresent()
                    : other.instead().filter(each.code()::equals).isPresent())
        .findFirst()
        .map(other -> when + "; in " + year + " it is " + named(other))
        .orElse(when);
  }

  private static String named(Listed each) {
    return each.unit() + " " + each.name();
  }

  /** By its name, where somebody wrote that in the place of the code; else by the code's look. */
  private Optional<Listed> nearest(int year, String jurisdiction, String code) {
    String text = code.toLowerCase(Locale.ROOT);
    List<Listed> there = under(year, jurisdiction);
    return there.stream()
        .filter(each -> text.startsWith(each.name().toLowerCase(Locale.ROOT)))
        .max(Comparator.comparingInt(each -> each.name().length()))
        .or(
            () ->
                there.stream()
                    .min(
                        Comparator.<Listed>comparingInt(each -> distance(each.code(), code))
                            .thenComparing(Listed::code)));
  }

  /** In how many letters two codes differ: added, left out or changed (Levenshtein 1965). */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) row[j] = j;
    for (int i = 1; i <= from.length(); i++) {
      int before = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int changed = before + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        before = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }

  private List<Listed> withCode(String code) {
    return byCode.getOrDefault(code, List.of());
  }

  private List<Listed> ofJurisdiction(String jurisdiction) {
    return byJurisdiction.getOrDefault(jurisdiction, List.of());
  }
}
