package org.ascertain.press;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ascertain.election.Washington;

/**
 * By whose clock an hour is told: "Pacific time", "16:26 GMT", "local time". One of a letter for
 * summer or winter is what it says, also where the other was in force.
 *
 * @param id empty where it is somebody's clock, and not known whose
 */
record Zone(Optional<ZoneId> id) {

  private static final Map<String, String> NAMES =
      Vocabulary.table("zones.tsv").stream()
          .collect(Collectors.toUnmodifiableMap(cells -> cells[0], cells -> cells[1]));

  private static final String NAME =
      String.join(
          "|",
          NAMES.keySet().stream()
              .sorted((a, b) -> b.length() - a.length())
              .map(Pattern::quote)
              .toList());

  /** Right behind an hour: ", Pacific time", " (EST)", " in London". */
  private static final Pattern AFTER =
      Pattern.compile(
          "(?:,? \\(?|\\()(?:(?<in>in )?(?<name>"
              + NAME
              + ")(?: (?:[Ss]tandard|[Dd]aylight|[Ss]ummer|[Mm]ean))?(?<time> [Tt]ime)?(?![\\w-])|(?<other>local|[Tt]heir|[A-Z][a-z]+) [Tt]ime\\b)\\)?");

  /** "All times Eastern", of a whole text. */
  private static final Pattern OF_ALL =
      Pattern.compile(
          "(?i:\\b(?:all )?(?:the )?(?:times|hours)(?: (?:are|here|in|of|by|given|told|below|the))*) (?<name>"
              + NAME
              + ")\\b");

  /** Behind a place in some words, and where it ends. */
  record Found(Zone zone, int end) {}

  static Optional<Found> after(String words, int place) {
    Matcher found = AFTER.matcher(words).region(place, words.length());
    if (!found.lookingAt()) return Optional.empty();
    String name = found.group("name");
    if (name == null) return Optional.of(new Found(new Zone(Optional.empty()), found.end()));
    boolean isCity = name.indexOf(' ') > 0 || Character.isLowerCase(name.charAt(name.length() - 1));
    boolean isOfTime = found.group("time") != null || found.group("in") != null;
    // "at nine Paris was told": a town is a clock where its time is named
    if (isCity && !isOfTime && !OF_LAND.contains(name)) return Optional.empty();
    if (found.group("in") != null && !isAbroad(name)) return Optional.empty();
    return Optional.of(new Found(of(name), found.end()));
  }

  private static final Set<String> OF_LAND = Set.of("Eastern", "Central", "Mountain", "Pacific");

  private static boolean isAbroad(String name) {
    return !NAMES.getOrDefault(name, "").startsWith("America/")
        && !NAMES.getOrDefault(name, "").startsWith("Pacific/")
        && name.length() > 3;
  }

  private static Zone of(String name) {
    return new Zone(Optional.of(ZoneId.of(NAMES.getOrDefault(name, "America/New_York"))));
  }

  /** By which clock all hours of a text are told, where it says so. */
  static Optional<Zone> ofAll(String plain) {
    Matcher found = OF_ALL.matcher(plain);
    return found.find() ? Optional.of(of(found.group("name"))) : Optional.empty();
  }

  /** Whether it is the clock of Washington, as it is from November to March. */
  boolean isOfWashington() {
    return id.filter(zone -> zone.equals(EASTERN) || zone.equals(ZoneOffset.ofHours(-5)))
        .isPresent();
  }

  private static final ZoneId EASTERN = ZoneId.of("America/New_York");

  /** A moment by this clock; empty where it is not known whose it is. */
  Optional<LocalDateTime> at(long moment) {
    return id.map(zone -> LocalDateTime.ofInstant(Washington.instant(moment), zone));
  }

  /** The day of a moment by this clock. */
  LocalDate day(long moment) {
    return at(moment).map(LocalDateTime::toLocalDate).orElseGet(() -> Washington.day(moment));
  }
}
