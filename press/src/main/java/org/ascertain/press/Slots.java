package org.ascertain.press;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ascertain.election.Entry;
import org.ascertain.press.Mention.Placed;
import org.jspecify.annotations.Nullable;

/** What a form found in a sentence, by the names of its slots. */
final class Slots {

  /** The mark of a mention, and its place among them. */
  static final Pattern MARK = Pattern.compile("⟦[A-Z]([0-9]+)⟧");

  private final Matcher found;
  private final String searched;
  private final Tagged sentence;
  private final int year;
  private final Optional<Mention.Days> day;
  private final LocalDate textDay;
  private final Optional<Piece> piece;
  private final Clause clause;
  private final Scene scene;
  private Sought.@Nullable Line heard;
  private int from;
  private int to;
  private final Set<Placed> read = new HashSet<>();
  private final Set<Sought> listened = new HashSet<>();
  private final Set<String> words = new HashSet<>();

  /**
   * @param searched the line in which it was found, with its marks
   * @param clause the days and hours that go with it
   * @param scene what the sentences before leave open
   */
  Slots(
      Matcher found,
      String searched,
      Tagged sentence,
      int year,
      Clause clause,
      LocalDate textDay,
      Optional<Piece> piece,
      Scene scene) {
    this.piece = piece;
    this.scene = scene;
    this.clause = clause;
    this.from = Integer.MAX_VALUE;
    this.to = -1;
    this.textDay = textDay;
    this.found = found;
    this.searched = searched;
    this.sentence = sentence;
    this.year = year;
    this.day = clause.day();
  }

  /** The day that the sentence gives for the claim, where it gives one. */
  Optional<Mention.Days> day() {
    return day;
  }

  /** The day of the text. */
  LocalDate textDay() {
    return textDay;
  }

  /** Everything of a kind that the sentence names. */
  <M extends Mention> List<M> named(Class<M> kind) {
    return sentence.mentions().stream()
        .filter(each -> kind.isInstance(each.mention()))
        .peek(read::add)
        .map(each -> kind.cast(each.mention()))
        .toList();
  }

  /** The same with their places, of which nothing is looked at yet. */
  <M extends Mention> List<Placed> placed(Class<M> kind) {
    return sentence.mentions().stream().filter(each -> kind.isInstance(each.mention())).toList();
  }

  boolean has(String slot) {
    return found.namedGroups().containsKey(slot) && found.group(slot) != null;
  }

  /** The words of a group. */
  String words(String slot) {
    return has(slot) ? found.group(slot) : "";
  }

  /** The words of the sentence. */
  String words() {
    return sentence.words();
  }

  String all() {
    return found.group();
  }

  Mention mention(String slot) {
    return sentence.mentions().get(Integer.parseInt(found.group(slot))).mention();
  }

  /** A mention of the sentence by its number. */
  Mention at(int number) {
    return sentence.mentions().get(number).mention();
  }

  /** The id of a candidate in the election that the claim speaks of. */
  String candidate(String slot) {
    return standee((Mention.Person) mention(slot));
  }

  private String standee(Mention.Person person) {
    return person.of().stream()
        .filter(each -> each.year() == year)
        .findFirst()
        .map(Mention.Standee::id)
        .orElseThrow();
  }

  String unit(String slot) {
    return ((Mention.Place) mention(slot)).unit();
  }

  String caller(String slot) {
    return ((Mention.Caller) mention(slot)).id();
  }

  Quantity number(String slot) {
    return switch (mention(slot)) {
      case Mention.Count count -> count.quantity();
      case Mention.Share share -> share.quantity();
      case Mention other -> throw new IllegalArgumentException(slot + " is " + other);
    };
  }

  Mention.Score score(String slot) {
    return (Mention.Score) mention(slot);
  }

  Mention.Days days(String slot) {
    return (Mention.Days) mention(slot);
  }

  /** The mentions of a list. */
  <M extends Mention> List<M> list(String slot, Class<M> kind) {
    List<M> all = new ArrayList<>();
    Matcher marks = MARK.matcher(found.group(slot));
    while (marks.find()) {
      Mention each = sentence.mentions().get(Integer.parseInt(marks.group(1))).mention();
      if (kind.isInstance(each)) all.add(kind.cast(each));
    }
    return all;
  }

  List<String> units(String slot) {
    return list(slot, Mention.Place.class).stream().map(Mention.Place::unit).toList();
  }

  List<String> callers(String slot) {
    return list(slot, Mention.Caller.class).stream().map(Mention.Caller::id).toList();
  }

  /** The words of the piece in small letters, with its marks. */
  String heard() {
    return heardLine().words();
  }

  private Sought.Line heardLine() {
    Sought.Line line = heard;
    if (line == null) {
      line =
          piece
              .map(Piece::heard)
              .orElseGet(() -> Sought.Line.of(found.group().toLowerCase(Locale.ROOT)));
      heard = line;
    }
    return line;
  }

  /** The piece before it and the piece, with their marks. */
  String heardWithMarksBefore() {
    String before =
        piece.stream()
            .flatMap(each -> each.before().stream())
            .findFirst()
            .map(Piece::marked)
            .orElse("");
    return before + ", " + piece().marked();
  }

  /** The same with the words of the piece before it. */
  String heardWithBefore() {
    String before =
        piece.stream()
            .flatMap(each -> each.before().stream())
            .findFirst()
            .map(Piece::words)
            .orElse("");
    return before.toLowerCase(Locale.ROOT) + " " + heard();
  }

  /** Whether the words of the piece have something in them, in small letters. */
  boolean hears(String pattern) {
    Sought sought = Sought.kept(pattern);
    Matcher found = sought.in(heardLine());
    if (!found.find()) return false;
    listened.add(sought);
    return true;
  }

  /** The words that the form has listened for and heard, in small letters. */
  Set<String> heardWords() {
    Set<String> all = new HashSet<>(words);
    for (Sought each : listened)
      each.in(heardLine())
          .results()
          .filter(found -> found.group().length() <= LONGEST_HEARD)
          .forEach(found -> all.addAll(wordsOf(found.group())));
    return all;
  }

  private static List<String> wordsOf(String some) {
    return WORD.matcher(some).results().map(MatchResult::group).toList();
  }

  /** Words of the piece are looked at by its form. */
  void read(Set<String> these) {
    these.forEach(each -> words.add(each.toLowerCase(Locale.ROOT)));
  }

  /** The words of the match that its pattern asks for: not those that a gap of it lets pass. */
  Set<String> askedWords() {
    String pattern = found.pattern().pattern();
    Set<String> all = new HashSet<>();
    WORD.matcher(found.group())
        .results()
        .map(MatchResult::group)
        .filter(word -> isAsked(word, pattern))
        .forEach(word -> all.add(word.toLowerCase(Locale.ROOT)));
    return all;
  }

  /**
   * Whether a pattern has a word, "[Nn]ext", or its beginning, "congratul", where a word begins.
   */
  private static boolean isAsked(String word, String pattern) {
    String rest = word.substring(1, Math.min(word.length(), LONGEST_BEGINNING));
    String after = word.length() > 2 ? rest : rest + " ";
    for (int at = pattern.indexOf(after, 1); at > 0; at = pattern.indexOf(after, at + 1)) {
      char first = pattern.charAt(at - 1);
      boolean isOwn = Character.toLowerCase(first) == Character.toLowerCase(word.charAt(0));
      boolean begins =
          at < 2
              || !Character.isLetter(pattern.charAt(at - 2))
              || pattern.startsWith("\\b", at - 3);
      if (first == ']' || (isOwn && begins)) return true;
    }
    return false;
  }

  private static final int LONGEST_BEGINNING = 9;

  /** Whether the form has listened for a word of denial and heard it. */
  boolean hasHeardDenial() {
    return Stream.concat(heardWords().stream(), askedWords().stream()).anyMatch(Clause::isDenied);
  }

  /** What is heard over more characters has a gap in it. */
  private static final int LONGEST_HEARD = 40;

  static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z'.-]*[A-Za-z]|[A-Za-z]");

  /** Whether what a judge refused is all that is denied: "refused to order a new election". */
  boolean isRefusal() {
    return piece
        .map(Piece::words)
        .filter(
            words ->
                !Clause.isDenied(
                    words.replaceAll("\\b(?:(?:refused|declined) to|without prejudice)\\b", "")))
        .isPresent();
  }

  /** The words of its sentence with those of the sentence before it, in small letters. */
  String context() {
    return piece().context();
  }

  /** Whether the days and hours of the piece are those of an entry. */
  boolean fits(Entry entry, Evidence e) {
    return fits(Judged.supported("as it stands", List.of(entry)).at(entry), e);
  }

  /** Whether a verdict stands with the days and hours of the piece. */
  boolean fits(Judged judged, Evidence e) {
    piece.ifPresent(of -> read.addAll(of.times()));
    Clause own = piece.map(Piece::circumstances).orElse(clause);
    return own.timed(judged, e).verdict() == Verdict.SUPPORTED;
  }

  Scene scene() {
    return scene;
  }

  Piece piece() {
    return piece.orElseThrow();
  }

  private static final Pattern IN_PLACE =
      Starts.compile(
          "(?:^|[;:] |, (?:and |but |while )?)(?:[Ii]n|[Ff]rom|[Oo]f|[Aa]t) (?:the )?⟦U[0-9]+⟧[^;:.]*$");

  /**
   * "In Maine, three electors voted for Biden": whether what is told is told of a place before it.
   */
  boolean isInPlace() {
    return IN_PLACE.matcher(before()).find();
  }

  /** Where the match begins in the words with their marks. */
  int start() {
    return found.start();
  }

  /** The words of the sentence after the match. */
  String after() {
    return sentence.full().text().substring(found.end());
  }

  /** Whether words are among those that the pattern asks for and has found. */
  boolean tells(String words) {
    // "[Ll]ast"
    String rest = words.substring(1);
    return found.group().contains(rest) && found.pattern().pattern().contains(rest);
  }

  /** The words of the sentence before the match. */
  String before() {
    return searched.substring(0, found.start());
  }

  /** Where what was taken beside the match begins. */
  int from() {
    return from;
  }

  /** Where it ends. */
  int to() {
    return to;
  }

  /**
   * Whether a figure between two places of the sentence was looked at by nobody: what is said of it
   * is not known to be so.
   */
  boolean passesOver(int start, int end) {
    Set<Integer> slots = marks(found.group());
    for (int i = 0; i < sentence.mentions().size(); i++) {
      Placed each = sentence.mentions().get(i);
      boolean isFigure =
          each.mention() instanceof Mention.Count
              || each.mention() instanceof Mention.Score
              || each.mention() instanceof Mention.Share
              || each.mention() instanceof Mention.Age;
      if (isFigure
          && each.start() >= start
          && each.end() <= end
          && !slots.contains(i)
          && !read.contains(each)) return true;
    }
    return false;
  }

  /**
   * Whether a name in an aside of the piece, between two places in its words with their marks, was
   * not asked for by the pattern: "Orban, once on the side of Trump, sent".
   */
  boolean passesOverName(int from, int to) {
    if (to <= from) return false;
    Set<Placed> asked = asked();
    int start = sentence.full().place(piece().from() + from);
    int end = sentence.full().place(piece().from() + to);
    return sentence.mentions().stream()
        .filter(each -> each.start() >= start && each.end() <= end && !asked.contains(each))
        .anyMatch(each -> each.mention() instanceof Mention.Person who && !who.isPronoun());
  }

  /** What the form asked for: by the slots of its pattern, and beside them. */
  Set<Placed> read() {
    Set<Placed> all = asked();
    all.addAll(read);
    return all;
  }

  private Set<Placed> asked() {
    Set<Placed> all = new HashSet<>();
    for (String name : found.namedGroups().keySet()) {
      String group = found.group(name);
      if (group == null || group.isEmpty()) continue;
      if (group.chars().allMatch(Character::isDigit)) {
        int at = Integer.parseInt(group);
        if (at < sentence.mentions().size()) all.add(sentence.mentions().get(at));
      } else marks(group).forEach(i -> all.add(sentence.mentions().get(i)));
    }
    return all;
  }

  private static Set<Integer> marks(String words) {
    Set<Integer> all = new HashSet<>();
    Matcher marks = MARK.matcher(words);
    while (marks.find()) all.add(Integer.parseInt(marks.group(1)));
    return all;
  }

  private <M extends Mention> M take(Placed placed, Class<M> kind) {
    read.add(placed);
    if (piece.isPresent()
        && placed.start() >= piece.get().start()
        && placed.end() <= piece.get().end()) {
      from = Math.min(from, placed.start());
      to = Math.max(to, placed.end());
    }
    return kind.cast(placed.mention());
  }

  /** What a mention beside the piece says: it is asked for. */
  Mention look(Placed placed) {
    read.add(placed);
    return placed.mention();
  }

  /** All of a kind that the piece names. */
  <M extends Mention> List<M> here(Class<M> kind) {
    return piece.stream()
        .flatMap(p -> p.mentions().stream())
        .filter(each -> kind.isInstance(each.mention()))
        .map(each -> take(each, kind))
        .toList();
  }

  /** The first of a kind that the piece names. */
  <M extends Mention> Optional<M> one(Class<M> kind) {
    return piece.flatMap(p -> p.first(kind)).map(each -> take(each, kind));
  }

  /** The last of a kind that the sentence names before the piece. */
  <M extends Mention> Optional<M> earlier(Class<M> kind) {
    for (Piece each : piece.map(Piece::before).orElse(List.of())) {
      List<Placed> own =
          each.mentions().stream().filter(m -> kind.isInstance(m.mention())).toList();
      // the first person of a piece is what it speaks of, the last place is where
      boolean subject = kind == Mention.Person.class || kind == Mention.Actor.class;
      if (!own.isEmpty())
        return Optional.of(kind.cast((subject ? own.getFirst() : own.getLast()).mention()));
    }
    return Optional.empty();
  }

  /** The place of the piece, else the last before it in its sentence, else of the last sentence. */
  Optional<String> place() {
    return placeHere()
        .or(() -> earlier(Mention.Place.class).map(Mention.Place::unit))
        .or(() -> scene().unit());
  }

  Optional<String> placeHere() {
    return one(Mention.Place.class).map(Mention.Place::unit);
  }

  /** The place of the piece or of its sentence. */
  Optional<String> placeOfSentence() {
    return placeHere().or(() -> earlier(Mention.Place.class).map(Mention.Place::unit));
  }

  /** The last before a slot of the piece who stood in the election. */
  Optional<String> lastBefore(String slot) {
    int at = piece().from() + found.start(slot);
    int place = sentence.full().place(at);
    return piece().mentions().stream()
        .filter(each -> each.end() <= place && each.mention() instanceof Mention.Person)
        .reduce((one, other) -> other)
        .stream()
        .peek(read::add)
        .findFirst()
        .flatMap(each -> in((Mention.Person) each.mention()));
  }

  /** Those of the piece who stood in the election, in the order of their names. */
  List<String> standing() {
    return piece.stream()
        .flatMap(p -> p.mentions().stream())
        .filter(each -> each.mention() instanceof Mention.Person)
        .peek(read::add)
        .map(Placed::mention)
        .map(Mention.Person.class::cast)
        .flatMap(each -> in(each).stream())
        .distinct()
        .toList();
  }

  /** The first of the piece who stood, else the last before it in its sentence. */
  Optional<String> who() {
    return standing().stream()
        .findFirst()
        .or(() -> earlier(Mention.Person.class).flatMap(this::in))
        .or(this::possessor);
  }

  /** Whose share or lead "his" or "her" tells of, where the sentence names nobody. */
  private Optional<String> possessor() {
    if (hears("\\bhis\\b")) return scene().man().flatMap(this::in);
    return hears("\\bher\\b") ? scene().woman().flatMap(this::in) : Optional.empty();
  }

  Optional<String> in(Mention.Person person) {
    return person.of().stream()
        .filter(each -> each.year() == year)
        .findFirst()
        .map(Mention.Standee::id);
  }

  int year() {
    return year;
  }

  Optional<Quantity> count() {
    return one(Mention.Count.class).map(Mention.Count::quantity);
  }

  Optional<Quantity> share() {
    return one(Mention.Share.class).map(Mention.Share::quantity);
  }

  /** The callers of the piece, else the last before it. */
  List<String> sources() {
    List<String> own =
        here(Mention.Caller.class).stream().map(Mention.Caller::id).distinct().toList();
    if (!own.isEmpty()) return own;
    return earlier(Mention.Caller.class).map(Mention.Caller::id).stream().toList();
  }
}
