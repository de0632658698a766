package org.ascertain.press;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascertain.election.Washington;
import org.ascertain.press.Mention.Placed;
import org.ascertain.standing.History;

/**
 * One text that is checked: each sentence is marked, read by every form, and held against records.
 */
final class Checking {

  /** An election that is counted from another. */
  private static final Sought RELATIVE =
      Sought.of(
          "(?i)\\b(?:(?<n>four|eight|twelve|sixteen|twenty|twenty-four) years (?<way>ago|earlier|before|previously|later|afterwards)|(?:the|that|its|his|her) (?<last>last|previous) (?:election|time|contest|race)|last time|in (?:his|her) first (?:election|race|contest|victory))\\b(?! than)");

  /** What is done in the January after an election, and told by its year. */
  private static final Pattern OF_JANUARY =
      Pattern.compile("(?i)oath|sworn|inaugurat|presid|joint session|count");

  private static final Pattern OF_COUNT =
      Pattern.compile("(?i)presid|object|declared|announced|count|read|chair|gavel");

  private final Records records;
  private final Standees standees;
  private final Text text;
  private final LocalDate day;
  private final Optional<Integer> given;
  private final Optional<Integer> main;
  private final Marking marking;
  private final Map<Integer, Optional<Evidence>> atDay = new HashMap<>();
  private final Map<Integer, Optional<Evidence>> today = new HashMap<>();

  Checking(
      Records records,
      Standees standees,
      Text text,
      LocalDate day,
      boolean isUndated,
      Optional<Integer> given,
      Optional<Integer> main) {
    this.records = records;
    this.standees = standees;
    this.text = text;
    this.day = day;
    this.given = given;
    this.main = main;
    Optional<Actors> actors = main.flatMap(records::of).map(TextCheck::actors);
    this.marking =
        new Marking(
            standees,
            actors,
            new Calendar(isUndated ? Optional.empty() : Optional.of(day), season()),
            new References(standees.headers(), season()));
  }

  private int season() {
    return main.orElseGet(() -> Seasons.ofDay(day).orElse(day.getYear()));
  }

  List<Finding> findings(List<Sentences.Place> places) {
    List<Finding> all = new ArrayList<>();
    Scene scene = new Scene(Dateline.state(text.plain()));
    for (Sentences.Place place : places) {
      String whole = text.plain().substring(place.start(), place.end()).replace('\n', ' ');
      int skip = place.start() < Dateline.BEGINNING ? Dateline.leading(whole) : 0;
      String written = whole.substring(skip);
      Tagged sentence = marking.mark(Capitals.read(written), scene);
      if (!written.endsWith("?"))
        all.addAll(
            findings(new Sentences.Place(place.start() + skip, place.end()), sentence, scene));
      scene.after(sentence);
    }
    return all;
  }

  private List<Finding> findings(Sentences.Place place, Tagged sentence, Scene scene) {
    List<Finding> found = new ArrayList<>();
    int letters = Form.Cue.letters(sentence.full().text());
    Trigger.Runs full = Trigger.Runs.of(sentence.full().text());
    Trigger.Runs bare = Trigger.Runs.of(sentence.bare().text());
    for (Form form : Forms.ALL) {
      if (form.isOfPieces()) continue;
      Tagged.Line line = form.isBare() ? sentence.bare() : sentence.full();
      for (Form.Cue cue : form.patterns()) {
        if (!cue.mayMatch(letters, form.isBare() ? bare : full)) continue;
        Matcher match = cue.pattern().matcher(line.text());
        while (match.find()) finding(place, sentence, form, line, match).ifPresent(found::add);
      }
    }
    List<Finding> kept = new ArrayList<>(TextCheck.apart(found));
    for (Wide each : ofPieces(place, sentence, scene)) {
      if (isFree(each.finding(), kept)) kept.add(each.finding());
      else
        each.last()
            .flatMap(last -> endOf(each.finding(), place, last))
            .filter(end -> isFree(end, kept))
            .ifPresent(kept::add);
    }
    kept.sort(Comparator.comparingInt(Finding::start));
    return kept;
  }

  private static boolean isFree(Finding each, List<Finding> kept) {
    return kept.stream().noneMatch(k -> k.start() < each.end() && each.start() < k.end());
  }

  /** A finding, and of one that goes over several pieces the last. */
  private record Wide(Finding finding, Optional<Piece> last) {}

  /** A piece, and what its line has that patterns need. */
  private record Window(Piece piece, int letters, Trigger.Runs runs) {
    static Window of(Piece piece) {
      return new Window(piece, Form.Cue.letters(piece.marked()), Trigger.Runs.of(piece.marked()));
    }
  }

  /** What forms of pieces find, those first that come first among the forms. */
  private List<Wide> ofPieces(Sentences.Place place, Tagged sentence, Scene scene) {
    List<Piece> pieces = Piece.of(sentence, scene);
    List<Window> windows = pieces.stream().map(Window::of).toList();
    List<Window> wide = new ArrayList<>();
    List<Optional<Window>> wider = new ArrayList<>();
    for (int i = 0; i + 1 < pieces.size(); i++) {
      wide.add(Window.of(pieces.get(i).with(pieces.get(i + 1))));
      boolean isAside =
          i + 2 < pieces.size() && pieces.get(i + 1).marked().length() <= LONGEST_ASIDE;
      wider.add(
          isAside
              ? Optional.of(Window.of(pieces.get(i).with(pieces.get(i + 2))))
              : Optional.empty());
    }
    List<Wide> found = new ArrayList<>();
    for (Form form : Forms.ALL) {
      if (!form.isOfPieces()) continue;
      for (int i = 0; i < windows.size(); i++) {
        List<Finding> own = ofPiece(place, form, windows.get(i), -1, -1);
        int first = windows.get(i).piece().marked().length();
        Optional<Piece> last = Optional.empty();
        if (own.isEmpty() && i < wide.size()) {
          own = ofPiece(place, form, wide.get(i), first, first);
          last = Optional.of(pieces.get(i + 1));
        }
        if (own.isEmpty() && i < wider.size() && wider.get(i).isPresent()) {
          last = Optional.of(pieces.get(i + 2));
          own =
              ofPiece(
                  place, form, wider.get(i).get(), first, last.get().from() - pieces.get(i).from());
        }
        for (Finding each : own) found.add(new Wide(each, last));
      }
    }
    return found;
  }

  /** How many characters are enough to be a claim. */
  private static final int LEAST_CLAIM = 12;

  /**
   * What of a claim over several pieces lies in the last: "put him over the top" of "Texas, with
   * its 40, put him over the top", where its beginning is a claim of its own.
   */
  private Optional<Finding> endOf(Finding each, Sentences.Place place, Piece last) {
    int start = text.origin(place.start() + last.start());
    while (start < each.end() && !Character.isLetterOrDigit(text.words(start, start + 1).charAt(0)))
      start++;
    if (start <= each.start() || each.end() - start < LEAST_CLAIM) return Optional.empty();
    return Optional.of(
        new Finding(
            start,
            each.end(),
            each.election(),
            each.verdict(),
            each.kind(),
            each.form(),
            text.words(start, each.end()),
            each.why(),
            each.entries(),
            each.today()));
  }

  /** "California, voting about 5:30 p.m., carried him": how long what stands between may be. */
  private static final int LONGEST_ASIDE = 45;

  /**
   * @param edge where in a piece of several the first ends: what lies in one of them the one alone
   *     would have told; -1 of one
   * @param last where in it the last begins
   */
  private List<Finding> ofPiece(
      Sentences.Place place, Form form, Window window, int edge, int last) {
    Piece piece = window.piece();
    List<Finding> found = new ArrayList<>();
    for (Form.Cue cue : form.patterns()) {
      if (!cue.mayMatch(window.letters(), window.runs())) continue;
      Matcher match = cue.pattern().matcher(piece.marked());
      while (match.find())
        if (edge < 0 || (match.start() < edge && match.end() > last))
          ofPiece(place, form, piece, match).ifPresent(found::add);
      if (!found.isEmpty()) break;
    }
    return found;
  }

  private Optional<Finding> ofPiece(Sentences.Place place, Form form, Piece piece, Matcher match) {
    Optional<Integer> year = year(piece);
    if (match.start() == match.end() || year.isEmpty()) return Optional.empty();
    Optional<Evidence> evidence = at(year.get(), true);
    if (evidence.isEmpty()) return Optional.empty();
    Tagged.Line line = piece.sentence().full();
    int from = line.place(piece.from() + match.start());
    int to = piece.endOfWord(piece.sentence().end(line, piece.from() + match.end()));
    Clause first = Clause.of(piece, from, to);
    if (form.ownsNegation() && Clause.denials(piece.marked()) > 1) return Optional.empty();
    if (!form.isOverYears() && first.isDenied() && SINCE.matcher(piece.words()).find())
      return Optional.empty();
    if (!form.mayBeAhead() && (first.isSupposed() || first.isForeseen())) return Optional.empty();
    Slots slots =
        new Slots(match, piece.sentence(), year.get(), first.day(), day, Optional.of(piece));
    Judged judged = judged(form, slots, first, evidence.get());
    if (judged.why().isEmpty()) return Optional.empty();
    if (judged.verdict() == Verdict.CONTRADICTED && Guesses.isOfPronounOnly(piece))
      return Optional.empty();
    int start = Math.min(from, slots.from());
    int end = Math.max(to, slots.to());
    // a figure stands on its own: the day beside it is that of something else
    Clause clause =
        judged.when().isPresent()
                || (judged.verdict() == Verdict.CONTRADICTED
                    && !first.days().isEmpty()
                    && piece.marked().indexOf('|') < 0)
            ? Clause.of(piece, start, end)
            : first.without(start, end);
    // of two words of denial it is not clear what each denies
    if (judged.verdict() == Verdict.SUPPORTED
        && (Clause.denials(piece.marked()) > 1 || slots.passesOver(clause.start(), clause.end())))
      return Optional.empty();
    return Optional.of(found(place, form, slots, clause, judged, evidence.get(), year.get()));
  }

  /** "No objection since 1969": what is denied is of other elections. */
  private static final Pattern SINCE = Pattern.compile("\\bsince .*[0-9]{4}");

  /** The election that a piece of a sentence speaks of. */
  private Optional<Integer> year(Piece piece) {
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
    Optional<Integer> relative = relative(piece.sentence().words(), piece.end());
    Optional<Integer> year =
        named.isEmpty() ? relative.or(() -> given).or(() -> main) : named.stream().findFirst();
    Optional<Set<Integer>> possible = Optional.empty();
    for (Placed each : piece.mentions())
      if (each.start() < since
          && each.mention() instanceof Mention.Person person
          && !person.isPronoun()) possible = both(possible, years(person));
    if (possible.isEmpty() || year.filter(possible.get()::contains).isPresent()) return year;
    // a member of Congress may have the name of one who stood long before
    if (year.isPresent() && possible.get().stream().allMatch(p -> Math.abs(p - year.get()) > 24))
      return year;
    // who presides or objects in January need not have stood
    boolean isOfCount =
        OF_COUNT.matcher(piece.marked()).find()
            && piece.mentions().stream()
                .anyMatch(m -> m.mention() instanceof Mention.Days d && isOfCount(d));
    if (named.size() == 1 && isOfCount) return year;
    if (PRESIDING.matcher(piece.marked()).find() && year.isPresent()) return year;
    if (!named.isEmpty() || given.isPresent()) return year.filter(y -> false);
    return possible.flatMap(set -> only(set));
  }

  private static final Pattern PRESIDING =
      Pattern.compile("(?i)presid(?:ed|ing|es)\\b|in the chair|gavel");

  private static boolean isOfCount(Mention.Days days) {
    return days.isOne() && days.from().getMonthValue() <= 3 && days.from().getYear() % 4 == 1;
  }

  /** The election that words before a place count from the text's own: "four years earlier". */
  private Optional<Integer> relative(String words, int until) {
    Matcher found =
        RELATIVE.in(Sought.Line.of(words.substring(0, Math.min(words.length(), until))));
    Optional<Integer> year = Optional.empty();
    while (found.find() && main.isPresent()) {
      int years = 4;
      if (found.group("n") != null) years = Figures.number(found.group("n")).orElse(4L).intValue();
      boolean later =
          found.group("way") != null
              && found.group("way").toLowerCase(Locale.ROOT).matches("later|afterwards");
      year = Optional.of(main.get() + (later ? years : -years));
    }
    return year;
  }

  private Optional<Finding> finding(
      Sentences.Place place, Tagged sentence, Form form, Tagged.Line line, Matcher match) {
    if (match.start() == match.end()) return Optional.empty();
    Clause clause =
        Clause.of(
            sentence, line.place(match.start()), sentence.end(line, match.end()), taken(match));
    if (!form.mayBeAhead() && (clause.isSupposed() || clause.isForeseen())) return Optional.empty();
    Optional<Integer> year = year(sentence, clause, match);
    if (year.isEmpty()) return Optional.empty();
    Optional<Evidence> evidence = at(year.get(), true);
    if (evidence.isEmpty()) return Optional.empty();
    Slots slots = new Slots(match, sentence, year.get(), clause.day(), day, Optional.empty());
    Judged judged = judged(form, slots, clause, evidence.get());
    if (judged.why().isEmpty() || isDayBesideAgainst(sentence, clause, judged))
      return Optional.empty();
    boolean isDoublyDenied = form.ownsNegation() && Clause.denials(match.group()) > 1;
    if (judged.verdict() == Verdict.SUPPORTED
        && (isDoublyDenied || slots.passesOver(clause.start(), clause.end())))
      return Optional.empty();
    return Optional.of(found(place, form, slots, clause, judged, evidence.get(), year.get()));
  }

  /**
   * Whether a day that goes on from a claim may be its own, and is not: "by telephone on Nov. 2".
   */
  private static boolean isDayBesideAgainst(Tagged sentence, Clause clause, Judged judged) {
    return judged.verdict() == Verdict.SUPPORTED
        && clause.days().isEmpty()
        && judged.when().isPresent()
        && clause.daysBeside(sentence).stream()
            .anyMatch(day -> !Evidence.mayBeWithin(judged.when().get(), day.from(), day.to()));
  }

  private Finding found(
      Sentences.Place place,
      Form form,
      Slots slots,
      Clause clause,
      Judged judged,
      Evidence evidence,
      int year) {
    Optional<Finding.Today> later = Optional.empty();
    Evidence whole = evidence.whole();
    if (evidence.moment() < whole.moment()) {
      Judged now = judged(form, slots, clause, whole);
      if (now.verdict() != judged.verdict() && !now.why().isEmpty())
        later = Optional.of(new Finding.Today(now.verdict(), now.why(), now.entries()));
    }
    int start = text.origin(place.start() + clause.start());
    int end = text.origin(place.start() + clause.end() - 1) + 1;
    return new Finding(
        start,
        end,
        TextCheck.id(year),
        judged.verdict(),
        form.kind(),
        form.id(),
        text.words(start, end),
        judged.why(),
        judged.entries(),
        later);
  }

  private static Judged judged(Form form, Slots slots, Clause clause, Evidence evidence) {
    Judged judged = form.judge().judge(slots, evidence);
    if (judged.why().isEmpty()) return judged;
    if (clause.isDenied() && !form.ownsNegation()) judged = judged.denied();
    if (form.isOfPieces() && judged.when().isEmpty()) return judged;
    return clause.timed(judged, evidence);
  }

  /** The places of the mentions that the slots of a match have taken. */
  private static Set<Integer> taken(Matcher match) {
    Set<Integer> taken = new HashSet<>();
    Matcher marks = Pattern.compile("⟦[A-Z]([0-9]+)⟧").matcher(match.group());
    while (marks.find()) taken.add(Integer.parseInt(marks.group(1)));
    return taken;
  }

  private Optional<Evidence> at(int year, boolean then) {
    return (then ? atDay : today)
        .computeIfAbsent(
            year,
            y -> {
              Optional<History> history =
                  standees.headers().stream().anyMatch(h -> h.year() == y)
                      ? records.of(y)
                      : Optional.empty();
              return history.map(
                  h -> new Evidence(h, then ? Washington.endOf(day) : h.end(), o -> at(o, false)));
            });
  }

  /**
   * The election of which a claim speaks: by a year beside it, by those it names, by the text's own
   * election. Where two are possible, none.
   */
  private Optional<Integer> year(Tagged sentence, Clause clause, Matcher match) {
    Optional<Set<Integer>> possible = Optional.empty();
    for (int i : taken(match))
      if (sentence.mentions().get(i).mention() instanceof Mention.Person person)
        possible = both(possible, years(person));
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
    Optional<Integer> relative = relative(sentence.words(), clause.end());
    if (relative.isPresent())
      return possible.isEmpty() || possible.get().contains(relative.get())
          ? relative
          : Optional.empty();
    if (RELATIVE.isIn(sentence.words())) return main.filter(m -> clause.end() < 0);
    boolean mainFits =
        main.isPresent() && (possible.isEmpty() || possible.get().contains(main.get()));
    Set<Integer> elsewhere = Clause.electionYears(sentence);
    main.ifPresent(elsewhere::remove);
    if (mainFits && (possible.isEmpty() || elsewhere.stream().noneMatch(possible.get()::contains)))
      return possible.isEmpty() && !elsewhere.isEmpty() ? Optional.empty() : main;
    if (mainFits) return Optional.empty();
    if (possible.isEmpty()) return Optional.empty();
    Optional<Set<Integer>> all = possible;
    for (Placed each : sentence.mentions())
      if (each.mention() instanceof Mention.Person person) all = both(all, years(person));
    return all.filter(set -> set.size() == 1)
        .or(() -> Optional.of(Set.<Integer>of()))
        .flatMap(set -> set.stream().findFirst())
        .or(() -> only(possibleOf(match, sentence)));
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

  private Set<Integer> possibleOf(Matcher match, Tagged sentence) {
    Optional<Set<Integer>> possible = Optional.empty();
    for (int i : taken(match))
      if (sentence.mentions().get(i).mention() instanceof Mention.Person person)
        possible = both(possible, years(person));
    return possible.orElse(Set.of());
  }

  private static Optional<Integer> only(Set<Integer> years) {
    return years.size() == 1 ? years.stream().findFirst() : Optional.empty();
  }

  private Set<Integer> years(Mention.Person person) {
    Set<Integer> leading = new HashSet<>();
    Set<Integer> all = new HashSet<>();
    for (Mention.Standee each : person.of()) {
      all.add(each.year());
      if (standees.leads(each)) leading.add(each.year());
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
