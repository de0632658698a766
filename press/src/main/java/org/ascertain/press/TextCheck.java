package org.ascertain.press;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascertain.election.ElectionId;
import org.ascertain.election.Fact;
import org.ascertain.election.Washington;
import org.ascertain.press.Mention.Placed;

/**
 * Holds texts against the record: finds the claims that it knows how to read, and says of each what
 * the record says to it, at the text's day and today. A sentence in which it reads no claim gets no
 * verdict.
 */
public final class TextCheck {

  /** How many characters a text may have. */
  public static final int LONGEST = 1_000_000;

  /** In how many sentences the day of a message is looked for. */
  private static final int FIRST = 6;

  private final KeptEvidence records;
  private final Standees standees;

  /** Holds texts against the records of the archive. */
  public static TextCheck ofArchive() {
    Checking.prepare();
    return new TextCheck(new ArchivedRecords());
  }

  TextCheck(Records records) {
    this.records = new KeptEvidence(records);
    this.standees = new Standees(records.headers());
  }

  /**
   * A text.
   *
   * @param written the text as it came: plain, or HTML
   * @param election the year of the election it speaks of, where that is given
   * @param asOf its day, where that is given; else it is looked for in the text
   */
  public CheckedText check(String written, Optional<Integer> election, Optional<LocalDate> asOf) {
    if (written.length() > LONGEST)
      return CheckedText.refused(
          "und",
          "The text has more than %,d characters, and no more are read. Check it in parts."
              .formatted(LONGEST));
    Text text = Text.of(written);
    String plain = text.plain();
    if (plain.isBlank()) return CheckedText.refused("und", "There are no words in it.");
    String language = English.languageOf(plain);
    if (!language.equals("en"))
      return CheckedText.refused(
          language,
          "The text does not read as English%s; only English is read."
              .formatted(language.equals("und") ? "" : " but as '" + language + "'"));
    List<Sentences.Place> places = Sentences.of(plain);
    Seasons seasons = new Seasons(standees, plain, places);
    Optional<LocalDate> dateline = Dateline.of(plain, election.or(seasons::named));
    String from = "";
    Optional<LocalDate> day = asOf;
    if (day.isPresent()) from = "as asked";
    else if (dateline.isPresent()) {
      day = dateline;
      from = "the text's dateline";
    } else {
      day = election.or(seasons::named).flatMap(year -> inferred(plain, places, year));
      if (day.isPresent()) from = CheckedText.UNDATED + "; the day is that of the event it reports";
    }
    boolean isUndated = day.isEmpty();
    if (isUndated) {
      day =
          election
              .or(seasons::written)
              .or(seasons::alone)
              .flatMap(records::whole)
              .map(record -> Washington.day(record.moment()));
      if (day.isPresent())
        from =
            CheckedText.UNDATED
                + "; it is held against the whole record of the election that it names, and"
                + " \"yesterday\" and weekdays in it are not read";
    }
    if (day.isEmpty())
      return CheckedText.refused(
          language,
          "Which day is the text of? It has no dateline, and what it says cannot be judged without"
              + " its day; name it (as-of).");
    Checking checking =
        new Checking(
            records,
            standees,
            text,
            day.get(),
            isUndated,
            election,
            isUndated
                ? election.or(seasons::written).or(seasons::alone)
                : seasons.main(day.get(), election));
    List<Finding> findings = checking.findings(places);
    return new CheckedText(
        day,
        from,
        language,
        Optional.empty(),
        findings,
        places.size(),
        withClaims(text, places, findings));
  }

  /** In how many sentences a finding begins; both are in the order of the text. */
  private static int withClaims(Text text, List<Sentences.Place> places, List<Finding> findings) {
    int count = 0;
    int next = 0;
    for (Sentences.Place place : places) {
      int before = next;
      while (next < findings.size() && findings.get(next).start() < text.origin(place.end()))
        next++;
      if (next > before) count++;
    }
    return count;
  }

  /**
   * The day of a text without a date, from a weekday and the one event of that kind that the record
   * has on such a day: a message that was published "on Tuesday".
   */
  private Optional<LocalDate> inferred(String plain, List<Sentences.Place> places, int year) {
    Optional<Evidence> record = records.whole(year);
    if (record.isEmpty() || places.isEmpty()) return Optional.empty();
    Actors actors = record.get().actors();
    for (Sentences.Place place : places.subList(0, Math.min(FIRST, places.size()))) {
      String words = plain.substring(place.start(), place.end()).replace('\n', ' ');
      List<Placed> found = new ArrayList<>();
      actors.find(words, found);
      Matcher weekday =
          Pattern.compile("\\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\\b")
              .matcher(words);
      if (found.isEmpty() || !weekday.find()) continue;
      Mention.Actor actor = (Mention.Actor) found.getFirst().mention();
      List<LocalDate> days =
          record
              .get()
              .all(
                  Fact.Acknowledgement.class,
                  a ->
                      a.country().filter(actor.country()::equals).isPresent()
                          && a.stance().filter(Fact.Stance.CONGRATULATES::equals).isPresent())
              .stream()
              .map(entry -> Washington.day(entry.effective()))
              .filter(on -> Calendar.name(on.getDayOfWeek()).equals(weekday.group(1)))
              .distinct()
              .toList();
      if (days.size() == 1) return Optional.of(days.getFirst());
    }
    return Optional.empty();
  }

  /** The election of a year, as records name it. */
  static String id(int year) {
    return new ElectionId(year).toString().toLowerCase(Locale.ROOT);
  }

  /** Findings of which none lies over another: of two the longer, of alike the first form's. */
  static List<Finding> apart(List<Finding> found) {
    List<Finding> order = new ArrayList<>(found);
    order.sort(
        Comparator.comparingInt((Finding f) -> f.start() - f.end())
            .thenComparingInt(Finding::start));
    List<Finding> kept = new ArrayList<>();
    for (Finding each : order) {
      if (kept.stream().anyMatch(k -> k.start() < each.end() && each.start() < k.end())) continue;
      kept.add(each);
    }
    kept.sort(Comparator.comparingInt(Finding::start));
    return kept;
  }
}
