package org.ascertain.press;

import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import org.ascertain.press.Mention.Placed;
import org.jspecify.annotations.Nullable;

/** Finds hours: "7:49 p.m.", "at 2:16", "half past five", "twenty to four", "noon". */
final class Clocks {

  private static final String ROUGH =
      "(?<rough>(?:a little |shortly |just |soon |well )?(?:after|before|past) |about |around |approximately |at about |nearly |towards? )?";
  private static final String HOUR =
      "(?<h>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[0-9]{1,2})";
  private static final String HALF =
      "(?<half> ?(?:a\\.?m\\b\\.?|p\\.?m\\b\\.?)| (?:in the|this|that|on [A-Z][a-z]+) (?:morning|afternoon|evening)| at night)?";

  private static final Sought DIGITS =
      Sought.of(
          "(?i)(?<![\\w:])"
              + ROUGH
              + "(?<h>[0-9]{1,2})(?:[:.](?<m>[0-5][0-9]))?(?::[0-5][0-9])? ?(?<half>a\\.?m\\b\\.?|p\\.?m\\b\\.?)");

  /** "2:16", without the half of the day. */
  private static final Sought PLAIN =
      Sought.of(
          "(?i)(?<![\\w:.,])"
              + ROUGH
              + "(?<h>[0-9]{1,2}):(?<m>[0-5][0-9])(?![0-9:])(?<half> (?:this|in the|that) (?:morning|afternoon|evening))?");

  /** "2.29 in the morning". */
  private static final Sought POINT =
      Sought.of(
          "(?i)(?<![\\w:.,])(?:(?<h>[0-9]{1,2})\\.(?<m>[0-5][0-9])(?<half> (?:in the|this|that) (?:morning|afternoon|evening))|(?<=\\bat )(?<h2>[0-9]{1,2})\\.(?<m2>[0-5][0-9])(?![0-9%]| ?(?:per|percent|million|points?|of)\\b))");

  /** "half past five", "ten minutes to eight". */
  private static final Sought WORDS =
      Sought.of(
          "(?i)(?<![\\w-])(?<rough>about |around |a little (?:before|after) |shortly (?:before|after) |just (?:before|after) |after |before )?(?<m>half|(?:a )?quarter|five|ten|twenty|twenty-five|[a-z]+(?:-[a-z]+)? minutes?)(?: minutes)? (?<to>past|to|before|after) (?<h>noon|midnight|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?! (?:votes|electors|states|points|hundred|thousand|million))"
              + "(?: o'clock)?"
              + HALF
              + "(?![\\w-])");

  /** "nine o'clock", "about one in the afternoon", "shortly after two". */
  private static final Sought WHOLE =
      Sought.of(
          "(?i)(?<![\\w-])(?<rough>about |around |shortly (?:after|before) |just (?:after|before) |a (?:little|few minutes) (?:before|after|past) |soon after |towards? )?"
              + HOUR
              + "(?<sure> o'clock)?"
              + HALF
              + "(?![\\w-]|:[0-9]| (?:votes?|electors?|states?|points?|of|to|per|percent|hundred|thousand|million|days?|weeks?|months?|years?|hours?|minutes?|senators?|members?|objections?|million|more|less|fewer|and|or|other|for|from|in [A-Z]))");

  private static final Sought NOON =
      Sought.of(
          "(?i)(?<![\\w-])(?<rough>about |around |shortly (?:after|before) |just (?:after|before) |soon after |by )?(?:at )?(?<what>noon|midnight)(?! on)(?![\\w-])");

  /** "at eleven twenty-four", as it is said on the air. */
  private static final Sought SPOKEN =
      Sought.of(
          "(?i)(?<=\\b(?:at|about|around|by|until|past|before|after|of) )(?<h>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?<m>(?:oh[ -](?:one|two|three|four|five|six|seven|eight|nine)|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?))"
              + HALF
              + "(?![\\w-]| (?:votes?|electors?|states?|thousand|million|percent|per))");

  /** "1900 HOURS". */
  private static final Sought MILITARY =
      Sought.of("(?i)(?<![\\w:])(?<h>[01][0-9]|2[0-3])(?<m>[0-5][0-9]) hours\\b");

  /**
   * Finds them in a line.
   *
   * @param ofText by whose clock the text tells its hours, where it says so
   */
  static void find(Sought.Line line, Optional<Zone> ofText, List<Placed> found) {
    int before = found.size();
    find(line, found);
    for (int i = before; i < found.size(); i++)
      found.set(i, withZone(found.get(i), line.words(), ofText));
  }

  /** The same with the name of its clock, where one stands behind it. */
  private static Placed withZone(Placed hour, String words, Optional<Zone> ofText) {
    Mention.Clock clock = (Mention.Clock) hour.mention();
    Optional<Zone.Found> own = Zone.after(words, hour.end());
    return new Placed(
        hour.start(),
        own.map(Zone.Found::end).orElse(hour.end()),
        clock.by(own.map(Zone.Found::zone).or(() -> ofText)));
  }

  private static void find(Sought.Line line, List<Placed> found) {
    digits(line, found);
    inWords(line, found);
    Matcher plain = PLAIN.in(line);
    while (plain.find()) {
      int hour = Integer.parseInt(plain.group("h"));
      if (hour > 23) continue;
      put(
          plain,
          time(hour, Integer.parseInt(plain.group("m")), plain.group("half")),
          plain.group("rough") != null && !plain.group("rough").isBlank(),
          hour == 0 || hour > 12 || plain.group("half") != null,
          found);
    }
    Matcher point = POINT.in(line);
    while (point.find()) {
      boolean isOfHalf = point.group("half") != null;
      put(
          point,
          time(
              Integer.parseInt(point.group(isOfHalf ? "h" : "h2")) % 24,
              Integer.parseInt(point.group(isOfHalf ? "m" : "m2")),
              point.group("half")),
          false,
          isOfHalf,
          found);
    }
    Matcher military = MILITARY.in(line);
    while (military.find())
      put(
          military,
          LocalTime.of(
              Integer.parseInt(military.group("h")), Integer.parseInt(military.group("m"))),
          false,
          true,
          found);
    Matcher noon = NOON.in(line);
    while (noon.find())
      put(
          noon,
          LocalTime.of(noon.group("what").equalsIgnoreCase("noon") ? 12 : 0, 0),
          noon.group("rough") != null,
          true,
          found);
  }

  private static void digits(Sought.Line line, List<Placed> found) {
    Matcher clock = DIGITS.in(line);
    while (clock.find()) {
      int hour = Integer.parseInt(clock.group("h"));
      if (hour < 1 || hour > 12) continue;
      int minute = clock.group("m") == null ? 0 : Integer.parseInt(clock.group("m"));
      boolean rough = clock.group("rough") != null || clock.group("m") == null;
      put(clock, time(hour, minute, clock.group("half")), rough, true, found);
    }
  }

  private static void inWords(Sought.Line line, List<Placed> found) {
    String words = line.words();
    Matcher clock = WORDS.in(line);
    while (clock.find()) {
      String part = clock.group("m").toLowerCase(Locale.ROOT).replaceFirst("^a ", "");
      Optional<Long> minutes =
          part.equals("half")
              ? Optional.of(30L)
              : part.equals("quarter")
                  ? Optional.of(15L)
                  : Figures.number(part.replaceFirst(" minutes?$", ""));
      if (minutes.isEmpty() || minutes.get() > 59) continue;
      int minute = minutes.get().intValue();
      String name = clock.group("h").toLowerCase(Locale.ROOT);
      boolean known = name.equals("noon") || name.equals("midnight");
      int hour =
          known ? (name.equals("noon") ? 12 : 0) : Figures.number(name).orElse(0L).intValue();
      boolean bare =
          known
              || clock.group("half") != null
              || clock.group("rough") != null
              || !part.matches("[a-z]+(?:-[a-z]+)?")
              || part.equals("half")
              || part.equals("quarter");
      // "five to four" is a vote, unless an hour is spoken of
      if (!bare
          && !clock.group().contains("minute")
          && !words.substring(0, clock.start()).matches("(?is).*\\b(?:at|was|is|until) $"))
        continue;
      boolean before = List.of("to", "before").contains(clock.group("to").toLowerCase(Locale.ROOT));
      LocalTime whole = time(hour, 0, known ? null : clock.group("half"));
      put(
          clock,
          before ? whole.minusMinutes(minute) : whole.plusMinutes(minute),
          clock.group("rough") != null,
          known || clock.group("half") != null,
          found);
    }
    Matcher spoken = SPOKEN.in(line);
    while (spoken.find()) {
      String minutes = spoken.group("m").toLowerCase(Locale.ROOT).replaceFirst("^oh[ -]", "");
      put(
          spoken,
          time(
              Figures.number(spoken.group("h").toLowerCase(Locale.ROOT)).orElse(0L).intValue(),
              Figures.number(minutes).orElse(0L).intValue(),
              spoken.group("half")),
          false,
          spoken.group("half") != null,
          found);
    }
    Matcher whole = WHOLE.in(line);
    while (whole.find()) {
      boolean sure =
          whole.group("sure") != null || whole.group("half") != null || follows(whole, words);
      if (!sure) continue;
      String name = whole.group("h").toLowerCase(Locale.ROOT);
      long hour =
          Character.isDigit(name.charAt(0))
              ? Long.parseLong(name)
              : Figures.number(name).orElse(0L);
      if (hour < 1 || hour > 12) continue;
      boolean isPast =
          whole.group("rough") != null
              && whole
                  .group("rough")
                  .toLowerCase(Locale.ROOT)
                  .matches("a few minutes (?:after|past) ");
      put(
          whole,
          time((int) hour, isPast ? 5 : 0, whole.group("half")),
          true,
          whole.group("half") != null,
          found);
    }
  }

  /** A bare hour counts as one only after "shortly after" and the like, at the end of a phrase. */
  private static boolean follows(Matcher whole, String words) {
    String rough = whole.group("rough");
    return rough != null
        && rough.toLowerCase(Locale.ROOT).matches("(?:shortly|just|a little|a few minutes|soon) .*")
        && !Character.isDigit(whole.group("h").charAt(0))
        && words.substring(whole.end()).matches("(?s)[,.;)]?(?: .*)?");
  }

  private static LocalTime time(int hour, int minute, @Nullable String half) {
    if (half == null || hour > 12) return LocalTime.of(hour % 24, minute);
    String words = half.toLowerCase(Locale.ROOT);
    boolean morning =
        words.strip().startsWith("a") && !words.contains("after") && !words.contains("at");
    if (words.contains("morning")) morning = true;
    if (words.contains("afternoon") || words.contains("evening") || words.contains("night"))
      morning = false;
    return LocalTime.of(hour % 12 + (morning ? 0 : 12), minute);
  }

  private static void put(
      Matcher at, LocalTime time, boolean rough, boolean isOfHalf, List<Placed> found) {
    if (Placed.isFree(found, at.start(), at.end()))
      found.add(
          new Placed(
              at.start(), at.end(), new Mention.Clock(time, rough, isOfHalf, Optional.empty())));
  }

  private Clocks() {}
}
