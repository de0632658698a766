package org.ascertain.press;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascertain.press.Mention.Person;
import org.ascertain.press.Mention.Placed;

/** Marks what a sentence names. */
final class Marking {

  /** Words quoted at length are somebody's; what they claim is not the text's claim. */
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]{18,1200})(?:\"|$)");

  private static final Pattern CLOCK =
      Pattern.compile(
          "(?i)(?<![\\w:])(?<rough>(?:shortly|just|soon) (?:after|before) |about |around |approximately |by |nearly )?(?<h>[0-9]{1,2})(?:[:.](?<m>[0-5][0-9]))?(?::[0-5][0-9])? ?(?<half>a\\.?m\\b\\.?|p\\.?m\\b\\.?)");

  /** "at 2:16", without the half of the day. */
  private static final Pattern PLAIN_CLOCK =
      Pattern.compile(
          "(?<=\\b(?:at|by|only|and) )(?<rough>about |around )?(?<h>[0-9]{1,2}):(?<m>[0-5][0-9])(?![0-9:]| ?[ap]\\.?m)");

  private static final Pattern PRONOUN = Pattern.compile("^(?:He|She|he|she)\\b");

  private final Standees standees;
  private final Optional<Actors> actors;
  private final Calendar calendar;

  Marking(Standees standees, Optional<Actors> actors, Calendar calendar) {
    this.standees = standees;
    this.actors = actors;
    this.calendar = calendar;
  }

  /** A sentence with its marks; {@code before} is the one before it, for "he" and "she". */
  Tagged mark(String words, Optional<Tagged> before) {
    List<Placed> found = new ArrayList<>();
    Matcher quoted = QUOTED.matcher(words);
    while (quoted.find())
      if (quoted.group(1).split(" ", -1).length >= 4)
        found.add(new Placed(quoted.start(), quoted.end(), new Mention.Quotation(quoted.group(1))));
    clocks(words, found);
    calendar.find(words, found);
    standees.find(words, found);
    Places.find(words, found);
    actors.ifPresent(known -> known.find(words, found));
    Figures.find(words, found);
    pronoun(words, before, found);
    return Tagged.of(words, found);
  }

  private static void clocks(String words, List<Placed> found) {
    Matcher clock = CLOCK.matcher(words);
    while (clock.find()) {
      int hour = Integer.parseInt(clock.group("h"));
      if (hour < 1 || hour > 12 || !Placed.isFree(found, clock.start(), clock.end())) continue;
      boolean afternoon = clock.group("half").toLowerCase(java.util.Locale.ROOT).startsWith("p");
      int minute = clock.group("m") == null ? 0 : Integer.parseInt(clock.group("m"));
      LocalTime time = LocalTime.of(hour % 12 + (afternoon ? 12 : 0), minute);
      boolean rough = clock.group("rough") != null || clock.group("m") == null;
      found.add(new Placed(clock.start(), clock.end(), new Mention.Clock(time, rough, true)));
    }
    Matcher plain = PLAIN_CLOCK.matcher(words);
    while (plain.find()) {
      int hour = Integer.parseInt(plain.group("h"));
      if (hour > 23 || !Placed.isFree(found, plain.start(), plain.end())) continue;
      LocalTime time = LocalTime.of(hour, Integer.parseInt(plain.group("m")));
      found.add(
          new Placed(
              plain.start(),
              plain.end(),
              new Mention.Clock(time, plain.group("rough") != null, hour == 0 || hour > 12)));
    }
  }

  /**
   * "He" at the start of a sentence is the one person that the sentence before it names, if it
   * begins with him.
   */
  private static void pronoun(String words, Optional<Tagged> before, List<Placed> found) {
    Matcher he = PRONOUN.matcher(words);
    if (!he.find() || before.isEmpty()) return;
    Set<Person> named = new HashSet<>();
    int first = Integer.MAX_VALUE;
    for (Placed each : before.get().mentions()) {
      if (each.mention() instanceof Mention.Actor) return;
      if (!(each.mention() instanceof Person person)) continue;
      named.add(new Person(person.of(), true));
      first = Math.min(first, each.start());
    }
    if (named.size() != 1 || first > 4) return;
    found.add(new Placed(he.start(), he.end(), named.iterator().next()));
  }
}
