package org.ascertain.press;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascertain.press.Mention.Placed;

/** Marks what a sentence names. */
final class Marking {

  /** Words quoted at length are somebody's; what they claim is not the text's claim. */
  private static final Pattern QUOTED = Starts.compile("\"([^\"]{18,1200})(?:\"|$)");

  private final Standees standees;
  private final ForkJoinTask<Optional<Actors>> actors;
  private final Calendar calendar;
  private final References references;
  private final Optional<Zone> zone;

  /**
   * @param actors those abroad whose words are on record, as soon as that is read
   * @param zone by whose clock the text tells its hours, where it says so
   */
  Marking(
      Standees standees,
      ForkJoinTask<Optional<Actors>> actors,
      Calendar calendar,
      References references,
      Optional<Zone> zone) {
    this.zone = zone;
    this.standees = standees;
    this.actors = actors;
    this.calendar = calendar;
    this.references = references;
  }

  /** A sentence and what is found in it so far. */
  record Found(Sought.Line line, List<Placed> mentions) {}

  /**
   * What sentences name. What depends on no other sentence is looked for in several at a time: all
   * but days, as "the 19th" goes by those before, and whom "he" means.
   *
   * @param readers the threads that do it
   */
  List<Found> found(List<String> sentences, ForkJoinPool readers) {
    List<Found> all =
        readers.submit(() -> sentences.parallelStream().map(this::hours).toList()).join();
    all.forEach(each -> calendar.find(each.line(), each.mentions()));
    Optional<Actors> abroad = actors.join();
    readers.submit(() -> all.parallelStream().forEach(each -> names(each, abroad))).join();
    return all;
  }

  private Found hours(String words) {
    List<Placed> found = new ArrayList<>();
    Matcher quoted = QUOTED.matcher(words);
    while (quoted.find())
      if (quoted.group(1).split(" ", -1).length >= 4)
        found.add(new Placed(quoted.start(), quoted.end(), new Mention.Quotation(quoted.group(1))));
    Sought.Line line = Sought.Line.of(words);
    Clocks.find(line, zone, found);
    return new Found(line, found);
  }

  private void names(Found times, Optional<Actors> abroad) {
    List<Placed> found = times.mentions();
    Sought.Line line = times.line();
    String words = line.words();
    standees.find(words, found);
    Places.find(line, found);
    Homes.read(words, standees.headers(), found);
    localHours(words, found);
    abroad.ifPresent(known -> known.find(words, found));
    Figures.find(line, found);
  }

  /** A sentence with its marks; the scene is what those before it leave open. */
  Tagged mark(Found sentence, Scene scene) {
    String words = sentence.line().words();
    references.find(words, scene, sentence.mentions());
    ages(words, sentence.mentions());
    return Tagged.of(sentence.line(), sentence.mentions());
  }

  private static final long YOUNGEST = 25;
  private static final long OLDEST = 99;

  /** From who somebody is to how old: "Nixon, ", "the French president, ". */
  private static final Pattern OF_WHOM = Starts.compile("(?: [a-z]+){0,2}, $");

  /** Numbers between commas behind a name. */
  private static void ages(String words, List<Placed> found) {
    for (int i = 0; i < found.size(); i++) {
      Placed number = found.get(i);
      if (number.mention() instanceof Mention.Count count
          && count.quantity().isExact()
          && count.quantity().whole() >= YOUNGEST
          && count.quantity().whole() <= OLDEST
          && words.startsWith(",", number.end())
          && found.stream().anyMatch(who -> isOfAge(words, who, number)))
        found.set(
            i, new Placed(number.start(), number.end(), new Mention.Age(count.quantity().whole())));
    }
  }

  private static boolean isOfAge(String words, Placed who, Placed number) {
    return who.end() < number.start()
        && (who.mention() instanceof Mention.Person || who.mention() instanceof Mention.Actor)
        && OF_WHOM.matcher(words.substring(who.end(), number.start())).matches();
  }

  /** States in which all clocks are those of Washington. */
  private static final Set<String> EASTERN = Vocabulary.of("eastern");

  /** "It was 2:29 a.m. in Wisconsin": by whose clock, of a state with another, is left open. */
  private static void localHours(String words, List<Placed> found) {
    for (int i = 0; i < found.size(); i++)
      if (found.get(i).mention() instanceof Mention.Clock clock
          && clock.zone().isEmpty()
          && isInWest(words, found.get(i), found))
        found.set(
            i,
            new Placed(
                found.get(i).start(),
                found.get(i).end(),
                clock.by(Optional.of(new Zone(Optional.empty())))));
  }

  private static boolean isInWest(String words, Placed hour, List<Placed> found) {
    return words.startsWith(" in ", hour.end())
        && found.stream()
            .anyMatch(
                each ->
                    each.start() == hour.end() + 4
                        && each.mention() instanceof Mention.Place place
                        && !EASTERN.contains(place.unit()));
  }
}
