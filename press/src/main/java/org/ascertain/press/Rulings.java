package org.ascertain.press;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ascertain.election.Candidate;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Challenge;
import org.ascertain.election.Fact.Ruling;
import org.ascertain.election.Jurisdiction;

/** The rulings of a record: what it tells of each, and which of them names mean. */
final class Rulings {

  private static final Pattern CAPITAL = Starts.compile("(?<![A-Za-z])[A-Z][a-zA-Z'-]{3,}");

  private static final Set<String> NO_PARTY = Vocabulary.of("no-party");

  /** Names in a piece that may be those of a party or a judge. */
  static Set<String> names(String words) {
    Set<String> all = new LinkedHashSet<>();
    Matcher found = CAPITAL.matcher(words);
    while (found.find()) {
      String name = found.group().replaceAll("'s$", "");
      if (!NO_PARTY.contains(name)) all.add(name);
    }
    return all;
  }

  private static final Set<String> PLACES =
      Arrays.stream(Jurisdiction.values())
          .flatMap(each -> Arrays.stream(each.title().split(" ", -1)))
          .collect(Collectors.toUnmodifiableSet());

  /** Whether a name is that of a state, or a part of one. */
  static boolean isPlace(String name) {
    return PLACES.contains(name);
  }

  private static final Pattern TITLE =
      Starts.compile("\\W*[A-Z][\\w.,' -]{2,60} v\\.? [A-Z][\\w.,' -]{2,60}\\W*");

  private static final Pattern VERSUS =
      Starts.compile("(?<one>[A-Z][\\w'-]+) v(?:s|ersus)?\\.? (?<other>[A-Z][\\w'-]+)");

  /** Whether words name a suit by its parties. */
  static boolean namesSuit(String words) {
    return VERSUS.matcher(words).find();
  }

  /** Whether words name the suit of some title by a party on each side. */
  static boolean isNamed(String title, String words) {
    int versus = title.indexOf(" v. ");
    return versus > 0
        && VERSUS
            .matcher(words)
            .results()
            .anyMatch(
                found ->
                    title.substring(0, versus).contains(found.group("one"))
                        && title.substring(versus).contains(found.group("other")));
  }

  /** Whether a sentence is only the title of a suit. */
  static boolean isTitle(String words) {
    return TITLE.matcher(words).matches();
  }

  /** The suit that was decided. */
  static Optional<Challenge> challenge(Evidence e, Ruling ruling) {
    return e.first(Challenge.class, c -> c.id().equals(ruling.challenge()))
        .map(c -> (Challenge) c.fact());
  }

  /** The rulings in the suits whose names the sentence has, else the sentence before it. */
  static List<Entry> named(Slots s, Evidence e) {
    for (String words : List.of(s.piece().sentence().words(), s.scene().words())) {
      Set<String> names = names(words);
      for (Jurisdiction each : Jurisdiction.values())
        if (words.contains(each.title() + " ")) names.add(each.title());
      e.candidates().stream().map(Candidate::shortName).forEach(names::remove);
      long most = 0;
      List<Entry> best = new ArrayList<>();
      for (Entry each : e.all(Ruling.class, f -> true)) {
        String of = challenge(e, (Ruling) each.fact()).map(Challenge::name).orElse("");
        long same = names.stream().filter(of::contains).count();
        if (same > most) best.clear();
        if (same > 0 && same >= most) best.add(each);
        most = Math.max(most, same);
      }
      if (!best.isEmpty()) return best;
    }
    return List.of();
  }

  /** What the record tells of a ruling. */
  static String told(Evidence e, Entry entry) {
    return e.told(entry, each -> wording(e, each));
  }

  /** The same as a reason: the suit, its court, the day and the outcome, then what is noted. */
  static String sentence(Evidence e, Entry entry) {
    Ruling ruling = (Ruling) entry.fact();
    Optional<Challenge> suit = challenge(e, ruling);
    List<String> all = new ArrayList<>();
    all.add(
        "%s, %s: %s"
            .formatted(
                suit.map(c -> c.name() + " (" + c.venue() + ")").orElse("The ruling"),
                Evidence.time(entry),
                ruling.outcome()));
    entry.fact().attestation().note().ifPresent(all::add);
    suit.flatMap(c -> c.attestation().note()).ifPresent(all::add);
    return String.join(" ", all.stream().map(Wording::sentence).toList());
  }

  private static String wording(Evidence e, Entry entry) {
    Ruling ruling = (Ruling) entry.fact();
    String of = challenge(e, ruling).map(c -> c.name() + " " + c.venue() + " ").orElse("");
    String stake =
        e.first(Challenge.class, c -> c.id().equals(ruling.challenge()))
            .map(c -> c.fact().attestation().note().orElse(""))
            .orElse("");
    return of + stake + " " + ruling.outcome() + " " + entry.fact().attestation().note().orElse("");
  }

  private Rulings() {}
}
