package org.ascertain.press;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascertain.press.Mention.Placed;

/**
 * Which election a claim speaks of: by a year beside it, by whom it names, by the text's own. Where
 * two are possible, none.
 */
final class ElectionMeant {

  /** An election that is counted from another. */
  private static final Sought RELATIVE =
      Sought.of(
          "(?i)\\b(?:(?<n>four|eight|twelve|sixteen|twenty|twenty-four) years (?<way>ago|earlier|before|previously|later|afterwards)|(?:the|that|its|his|her) (?<last>last|previous) (?:election|time|contest|race)|last time|in (?:his|her) first (?:election|race|contest|victory))\\b(?! than)");

  /** What is done in the January after an election, and told by its year. */
  private static final Pattern OF_JANUARY =
      Starts.compile("(?i)oath|sworn|inaugurat|presid|joint session|count");

  private static final Pattern OF_COUNT =
      Starts.compile("(?i)presid|object|declared|announced|count|read|chair|gavel");

  private final Standees standees;
  private final Optional<Integer> given;
  private final Optional<Integer> main;

  /**
   * @param given the election that was asked for, if one was
   * @param main the text's own
   */
  ElectionMeant(Standees standees, Optional<Integer> given, Optional<Integer> main) {
    this.standees = standees;
    this.given = given;
    this.main = main;
  }

  /** The election that a piece of a sentence speaks of. */
  Optional<Integer> of(Piece piece) {
    Set<Integer> named = new HashSet<>();
    int since = piece.sinceWhen();
    for (Placed each : piece.mentions())
      if (each.start() < since && each.mention() instanceof Mention.Days days) {
        Clause.season(days).ifPresent(named::add);
        int year = days.from().getYear();
        if (days.isYear()
            && year % 4 == 1
            && (OF_JANUARY.matcher(piece.marked()).find()
                || PRESIDING.matcher(piece.sentence().words()).find())) named.add(year - 1);
      }
    if (named.size() > 1) return Optional.empty();
    if (named.isEmpty()) ofJanuary(piece.sentence()).ifPresent(named::add);
    Optional<Integer> relative = relative(piece.sentence(), piece.end());
    Optional<Integer> year =
        named.isEmpty() ? relative.or(() -> given).or(() -> main) : named.stream().findFirst();
    Optional<Set<Integer>> possible = Optional.empty();
    for (Placed each : piece.mentions())
      if (each.start() < since
          && each.mention() instanceof Mention.Person person
          && !person.isPronoun()) possible = both(possible, years(person));
    if (possible.isEmpty() || year.filter(possible.get()::contains).isPresent()) return year;
    // a member of Congress may have the name of one who stood long before
    if (year.isPresent()
        && !isNamedInFull(piece, since)
        && possible.get().stream().allMatch(p -> Math.abs(p - year.get()) > 24)) return year;
    // who presides or objects in January need not have stood
    boolean isOfCount =
        OF_COUNT.matcher(piece.marked()).find()
            && piece.mentions().stream()
                .anyMatch(m -> m.mention() instanceof Mention.Days d && isOfCount(d));
    if (named.size() == 1 && isOfCount) return year;
    if (PRESIDING.matcher(piece.marked()).find() && year.isPresent()) return year;
    if (!named.isEmpty() || given.isPresent()) return year.filter(y -> false);
    // "four years before, Debs had polled": not the election in which he is best known
    if (relative.isPresent()) return relative.filter(of -> stood(piece, since, of));
    return possible.flatMap(set -> only(set)).filter(of -> areKnownBy(piece, since, of));
  }

  private static final Pattern FULL_NAME =
      Starts.compile("[A-Z][a-z]+ (?:[A-Z][A-Za-z.'-]* )*[A-Z][A-Za-z'-]+");

  private static final Pattern TITLE =
      Starts.compile(
          "(?:Sens?|Senators?|Reps?|Representatives?|Mr|Mrs|Ms|Congress(?:wo)?man|Judge|Justice|Gov|Governor|Secretary|President|Vice|Former|Dr)\\b.*");

  /** "Benjamin Harrison", and not "Senator Harrison". */
  private static boolean isNamedInFull(Piece piece, int since) {
    return piece.mentions().stream()
        .filter(
            each ->
                each.start() < since
                    && each.mention() instanceof Mention.Person who
                    && !who.isPronoun())
        .map(each -> piece.sentence().words().substring(each.start(), each.end()))
        .anyMatch(name -> FULL_NAME.matcher(name).matches() && !TITLE.matcher(name).matches());
  }

  private static boolean stood(Piece piece, int since, int year) {
    return piece.mentions().stream()
        .filter(each -> each.start() < since)
        .allMatch(
            each ->
                !(each.mention() instanceof Mention.Person who)
                    || who.of().stream().anyMatch(of -> of.year() == year));
  }

  /**
   * Whether those whom a piece names are known by an election that is not the text's own: who only
   * stood beside the tickets may have stood again, and not be on record.
   */
  private boolean areKnownBy(Piece piece, int since, int year) {
    return piece.mentions().stream()
        .filter(each -> each.start() < since)
        .allMatch(
            each ->
                !(each.mention() instanceof Mention.Person who)
                    || who.of().stream()
                        .anyMatch(of -> of.year() == year && standees.isOfTheTwo(of)));
  }

  private static final Pattern PRESIDING =
      Starts.compile("(?i)presid(?:ed|ing|es)\\b|in the chair|gavel");

  private static boolean isOfCount(Mention.Days days) {
    return days.isOne() && days.from().getMonthValue() <= 3 && days.from().getYear() % 4 == 1;
  }

  /** The election that words before a place count from the text's own: "four years earlier". */
  private Optional<Integer> relative(Tagged sentence, int until) {
    return main.flatMap(of -> relative(sentence, until, of));
  }

  /** The same, counted from some election. */
  static Optional<Integer> relative(Tagged sentence, int until, int main) {
    if (!RELATIVE.mayBeIn(sentence.line())) return Optional.empty();
    String words = sentence.words();
    Matcher found =
        RELATIVE.in(Sought.Line.of(words.substring(0, Math.min(words.length(), until))));
    Optional<Integer> year = Optional.empty();
    while (found.find()) {
      int years = 4;
      if (found.group("n") != null) years = Figures.number(found.group("n")).orElse(4L).intValue();
      boolean later =
          found.group("way") != null
              && found.group("way").toLowerCase(Locale.ROOT).matches("later|afterwards");
      year = Optional.of(main + (later ? years : -years));
    }
    return year;
  }

  /**
   * The election of which a claim speaks: by a year beside it, by those it names, by the text's own
   * election. Where two are possible, none.
   */
  Optional<Integer> of(Tagged sentence, Clause clause, Set<Integer> taken) {
    Optional<Set<Integer>> possible = possible(sentence, taken);
    if (possible.filter(Set::isEmpty).isPresent()) return Optional.empty();
    Set<Integer> beside = clause.electionYears();
    if (beside.size() > 1) return Optional.empty();
    if (beside.size() == 1) {
      int year = beside.iterator().next();
      return possible.isEmpty() || possible.get().contains(year)
          ? Optional.of(year)
          : Optional.empty();
    }
    if (given.isPresent())
      return possible.isEmpty() || possible.get().contains(given.get()) ? given : Optional.empty();
    Optional<Integer> january = ofJanuary(sentence);
    if (january.isPresent() && possible.isEmpty()) return january;
    Optional<Integer> relative = relative(sentence, clause.end());
    if (relative.isPresent())
      return possible.isEmpty() || possible.get().contains(relative.get())
          ? relative
          : Optional.empty();
    if (RELATIVE.isIn(sentence.line())) return main.filter(m -> clause.end() < 0);
    boolean mainFits =
        main.isPresent() && (possible.isEmpty() || possible.get().contains(main.get()));
    Set<Integer> elsewhere = Clause.electionYears(sentence);
    main.ifPresent(elsewhere::remove);
    if (mainFits && (possible.isEmpty() || elsewhere.stream().noneMatch(possible.get()::contains)))
      return possible.isEmpty() && !elsewhere.isEmpty() ? Optional.empty() : main;
    if (mainFits) return Optional.empty();
    if (possible.isEmpty() || !areKnown(sentence, taken, possible.get())) return Optional.empty();
    Optional<Set<Integer>> all = possible;
    for (Placed each : sentence.mentions())
      if (each.mention() instanceof Mention.Person person) all = both(all, years(person));
    return all.filter(set -> set.size() == 1)
        .or(() -> Optional.of(Set.<Integer>of()))
        .flatMap(set -> set.stream().findFirst())
        .or(() -> possible(sentence, taken).flatMap(ElectionMeant::only));
  }

  /** How far into a sentence a year may stand of which all of it speaks. */
  private static final int FIRST_WORDS = 16;

  /** "In 2005 the Senate threw out an objection": what Congress did then is of the year before. */
  private Optional<Integer> ofJanuary(Tagged sentence) {
    if (!OF_COUNT.matcher(sentence.words()).find()) return Optional.empty();
    return sentence.mentions().stream()
        .filter(each -> each.start() <= FIRST_WORDS && each.mention() instanceof Mention.Days)
        .map(each -> (Mention.Days) each.mention())
        .filter(days -> days.isYear() && days.from().getYear() % 4 == 1)
        .map(days -> days.from().getYear() - 1)
        .filter(year -> main.filter(m -> m.equals(year)).isEmpty())
        .reduce((one, other) -> one);
  }

  private boolean areKnown(Tagged sentence, Set<Integer> taken, Set<Integer> years) {
    return taken.stream()
        .map(i -> sentence.mentions().get(i).mention())
        .allMatch(
            each ->
                !(each instanceof Mention.Person who)
                    || who.of().stream()
                        .anyMatch(of -> years.contains(of.year()) && standees.isOfTheTwo(of)));
  }

  /** The elections in which all stood whom a claim names. */
  private Optional<Set<Integer>> possible(Tagged sentence, Set<Integer> taken) {
    Optional<Set<Integer>> possible = Optional.empty();
    for (int i : taken)
      if (sentence.mentions().get(i).mention() instanceof Mention.Person person)
        possible = both(possible, years(person));
    return possible;
  }

  private static Optional<Integer> only(Set<Integer> years) {
    return years.size() == 1 ? years.stream().findFirst() : Optional.empty();
  }

  private Set<Integer> years(Mention.Person person) {
    Set<Integer> leading = new HashSet<>();
    Set<Integer> all = new HashSet<>();
    for (Mention.Standee each : person.of()) {
      all.add(each.year());
      if (standees.leads(each) || main.filter(year -> year == each.year()).isPresent())
        leading.add(each.year());
    }
    return leading.isEmpty() ? all : leading;
  }

  private static Optional<Set<Integer>> both(Optional<Set<Integer>> one, Set<Integer> other) {
    if (one.isEmpty()) return Optional.of(other);
    Set<Integer> both = new HashSet<>(one.get());
    both.retainAll(other);
    return Optional.of(both);
  }
}
