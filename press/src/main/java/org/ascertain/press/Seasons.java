package org.ascertain.press;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascertain.press.Mention.Placed;
import org.ascertain.press.Mention.Standee;

/** Of which election a text speaks: by those it names, by years, by its day. */
final class Seasons {

  private static final Pattern NAMED =
      Starts.compile(
          "\\b(1[789][0-9]{2}|20[0-9]{2}) (?:U\\.S\\. |American )?(?:presidential |general )?(?:election|race|contest|vote|campaign|returns)\\b|\\belection of (1[789][0-9]{2}|20[0-9]{2})\\b");

  /** "Fifty-six years ago". */
  private static final Sought AGO =
      Sought.of(
          "(?i)\\b(?<n>an?|[0-9]{1,3}|[a-z]+(?:-[a-z]+)?) years? ago(?<today> today)?\\b|(?<old>thirty|forty|fifty|sixty|seventy|eighty) years old (?<tomorrow>tomorrow|today)|(?<round>ten|twenty|thirty) years since");

  private final String plain;
  private final List<Sentences.Place> places;
  private final Map<Integer, Double> weights = new HashMap<>();
  private final Map<Integer, Integer> mentions = new HashMap<>();
  private final Map<Integer, Set<String>> persons = new HashMap<>();

  /** Elections of which somebody is named between whom and another they lay. */
  private final Set<Integer> byRivals = new HashSet<>();

  /** How many sentences name those who stood together in one election, and in no other. */
  private final Map<Integer, Integer> alone = new HashMap<>();

  Seasons(Standees standees, String plain, List<Sentences.Place> places) {
    this.plain = plain;
    this.places = places;
    for (Sentences.Place place : places) {
      List<Placed> found = new ArrayList<>();
      standees.find(words(place), found);
      alone(standees, found).ifPresent(year -> alone.merge(year, 1, Integer::sum));
      for (Placed each : found)
        if (each.mention() instanceof Mention.Person person)
          for (Standee standee : person.of())
            if (standees.leads(standee)) {
              persons.computeIfAbsent(standee.year(), none -> new HashSet<>()).add(standee.id());
              mentions.merge(standee.year(), 1, Integer::sum);
              if (standees.isOfTheTwo(standee)) byRivals.add(standee.year());
            }
    }
    mentions.forEach(
        (year, count) ->
            weights.put(
                year, count * (persons.getOrDefault(year, Set.of()).size() >= 2 ? 1.0 : 0.3)));
    Matcher named = NAMED.matcher(plain);
    while (named.find()) {
      int year = Integer.parseInt(named.group(1) != null ? named.group(1) : named.group(2));
      if (year % 4 == 0) weights.merge(year, 2.0, Double::sum);
    }
  }

  /** The one election in which all stood whom a sentence names. */
  private static Optional<Integer> alone(Standees standees, List<Placed> found) {
    Set<Integer> possible = new HashSet<>();
    boolean isFirst = true;
    for (Placed each : found) {
      if (!(each.mention() instanceof Mention.Person person)) continue;
      Set<Integer> years = standees.yearsOnTickets(person);
      if (years.isEmpty()) continue;
      if (isFirst) possible.addAll(years);
      else possible.retainAll(years);
      isFirst = false;
    }
    return possible.size() == 1 ? possible.stream().findFirst() : Optional.empty();
  }

  /**
   * The election of a text without a day: of those whose year it writes, of which it speaks most.
   */
  Optional<Integer> written() {
    return weights.entrySet().stream()
        .filter(each -> times(each.getKey()) > 0)
        .max(
            Comparator.comparingDouble(
                (Map.Entry<Integer, Double> each) -> each.getValue() * times(each.getKey())))
        .map(Map.Entry::getKey);
  }

  /** The election of a text that names two who stood against each other in it, and in no other. */
  Optional<Integer> alone() {
    List<Integer> rivals =
        persons.entrySet().stream()
            .filter(each -> each.getValue().size() >= 2)
            .map(Map.Entry::getKey)
            .toList();
    return rivals.size() == 1 ? Optional.of(rivals.getFirst()) : Optional.empty();
  }

  private int times(int year) {
    return plain.split("\\b" + year + "\\b", -1).length - 1;
  }

  /** The election of which the names speak most; the latest of several. */
  Optional<Integer> named() {
    return weights.entrySet().stream()
        .max(
            Map.Entry.<Integer, Double>comparingByValue()
                .thenComparing(Map.Entry.<Integer, Double>comparingByKey()))
        .map(Map.Entry::getKey);
  }

  /**
   * The election of a text of a day, unless one is given: where names allow it, that of the day.
   */
  Optional<Integer> main(LocalDate day, Optional<Integer> given) {
    if (given.isPresent()) return given;
    Optional<Integer> ofDay = ofDay(day);
    for (Sentences.Place place : places) weighYearsAgo(day, words(place));
    // who only stood beside the tickets may have stood again
    boolean isOfDayOnly =
        weights.keySet().stream().noneMatch(year -> byRivals.contains(year) || times(year) > 0);
    if (ofDay.isPresent() && isOfDayOnly) return ofDay;
    double most = named().map(year -> weights.getOrDefault(year, 0.0)).orElse(0.0);
    int named = mentions.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    if (ofDay.isPresent()
        && !isOutweighed(ofDay.get())
        && (weights.getOrDefault(ofDay.get(), 0.0) * 2 >= most
            || mentions.getOrDefault(ofDay.get(), 0) * 4 >= named)) return ofDay;
    if (ofDay.isPresent() && isOutweighed(ofDay.get()))
      return alone.entrySet().stream()
          .max(Map.Entry.<Integer, Integer>comparingByValue())
          .map(Map.Entry::getKey);
    return weights.entrySet().stream()
        .filter(each -> each.getValue() >= most)
        .map(Map.Entry::getKey)
        .min((a, b) -> Math.abs(a - day.getYear()) - Math.abs(b - day.getYear()));
  }

  /** An election of which so many sentences speak and of no other is more than an aside. */
  private static final int MANY = 3;

  /** Whether names of another election stand where those of the day's own should. */
  private boolean isOutweighed(int ofDay) {
    int most = alone.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return most >= MANY && most >= MANY * alone.getOrDefault(ofDay, 0);
  }

  /** What is told of so many years ago is told of the election of then. */
  private void weighYearsAgo(LocalDate day, String words) {
    Matcher ago = AGO.in(Sought.Line.of(words));
    while (ago.find()) {
      String count = ago.group("n");
      if (count == null) count = ago.group("old") != null ? ago.group("old") : ago.group("round");
      long years =
          count.matches("(?i)an?")
              ? 1
              : count.matches("[0-9]+") ? Long.parseLong(count) : Figures.number(count).orElse(0L);
      if (years < 1) continue;
      Optional<Integer> meant = ofDay(day.minusYears(years));
      if (meant.isPresent() && mentions.containsKey(meant.get()))
        weights.merge(meant.get(), ago.group("today") != null ? 6.0 : 3.0, Double::sum);
    }
  }

  private String words(Sentences.Place place) {
    return plain.substring(place.start(), place.end()).replace('\n', ' ');
  }

  /** The election in whose season a day lies: from its year on to the next April. */
  static Optional<Integer> ofDay(LocalDate day) {
    int year = day.getYear();
    if (year % 4 == 0) return Optional.of(year);
    return year % 4 == 1 && day.getMonthValue() <= 4 ? Optional.of(year - 1) : Optional.empty();
  }
}
