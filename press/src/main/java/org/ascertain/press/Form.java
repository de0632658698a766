package org.ascertain.press;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A way in which a text can make a claim: patterns over marked sentences, and what the record is
 * asked for it. Patterns name what they take: {@code {C:winner}} is a candidate, {@code {N:n}} a
 * number ({@link Mention#letter} has the letters); {@code {Us:all}} is a list of places; {@code ..}
 * stands for a few words without a mention or a stop.
 *
 * @param id stable, for answers and tests
 * @param isBare whether it reads sentences without days and adverbs
 * @param ownsNegation whether the words of denial are in the form itself
 * @param mayBeAhead whether it also reads what is to come
 * @param examples sentences with the verdict that each must have
 */
record Form(
    String id,
    Kind kind,
    boolean isBare,
    boolean ownsNegation,
    boolean mayBeAhead,
    List<Pattern> patterns,
    Judge judge,
    List<Example> examples) {

  /** What the record says to what a form has read. */
  @FunctionalInterface
  interface Judge {
    Judged judge(Slots slots, Evidence evidence);
  }

  /** A sentence, the day of its text, and the verdict that it must have. */
  record Example(String sentence, String day, Verdict verdict) {}

  /** Words with several shapes that forms share. */
  private static final List<List<String>> WORDS =
      List.of(
          List.of(
              "{defeated}",
              "(?:did not |didn't )?(?:has |had |having )?(?:not |never )?(?:defeat|defeated|beat|beaten|beating|defeating|bested|besting|won over|won against|winning over|prevailed over|prevailed against|triumphed over|edged(?: out)?|edging(?: out)?|outpolled|topped|overcame|toppled|routed|trounced|ousted|unseated)"),
          List.of(
              "{won}",
              "(?:(?:has |had |having )?(?:not |never )?(?:won|carried|took|taken|secured|captured|winning|carrying|taking|capturing|securing)|(?:did not|didn't) (?:win|carry|take))"),
          List.of(
              "{got}",
              "(?:has |had |having )?(?:won|received|got|took|earned|garnered|collected|secured|amassed|captured|finished with|ended with|ended up with|wound up with|gained|drew|was awarded|had|has|winning|receiving|taking|tallied|polled)"),
          List.of(
              "{called}",
              "(?:has |have |had )?(?:called|projected|declared|calls|projects|declares)"),
          List.of(
              "{electors}",
              "(?:presidential )?(?:electoral[- ](?:college )?votes?|electors|votes? in the [Ee]lectoral [Cc]ollege|[Ee]lectoral [Cc]ollege votes?|electoral ballots)"),
          List.of(
              "{congratulated}",
              "(?:has |had )?(?:not |never |not yet |did not )?(?:congratulate|congratulated|sent (?:his |her |its |their |a )?(?:congratulations|congratulatory (?:telegram|letter|message|note)|(?:letter|telegram|message|note) of congratulations?)(?: in a (?:telegram|letter))? to|offered (?:his |her |its |their )?congratulations to|extended (?:his |her |its |their )?congratulations to|telegraphed (?:his |her )?congratulations to)"),
          List.of("{college}", "(?:[Tt]he )?(?:Electoral College|electoral college)"),
          List.of(
              "{race}",
              "(?:the )?(?:race|election|presidency|White House|contest|presidential (?:race|election|contest))"));

  private static final Pattern SLOT = Pattern.compile("\\{([A-Z])(s?):([a-z]+)\\}");

  /** Begins a form; it has to be given patterns, a judge and examples. */
  static Building of(String id, Kind kind) {
    return new Building(id, kind);
  }

  /** A form that is put together. */
  static final class Building {
    private final String id;
    private final Kind kind;
    private final List<Pattern> patterns = new ArrayList<>();
    private final List<Example> examples = new ArrayList<>();
    private boolean isBare = true;
    private boolean ownsNegation;
    private boolean mayBeAhead;

    private Building(String id, Kind kind) {
      this.id = id;
      this.kind = kind;
    }

    Building reads(String... written) {
      for (String each : written) patterns.add(compile(each));
      return this;
    }

    /** It reads sentences with their days. */
    Building withDays() {
      isBare = false;
      return this;
    }

    Building withDenial() {
      ownsNegation = true;
      return this;
    }

    Building ahead() {
      mayBeAhead = true;
      return this;
    }

    Building example(Verdict verdict, String day, String sentence) {
      examples.add(new Example(sentence, day, verdict));
      return this;
    }

    Form judges(Judge judge) {
      if (examples.isEmpty()) throw new IllegalStateException(id + " has no example");
      return new Form(
          id,
          kind,
          isBare,
          ownsNegation,
          mayBeAhead,
          List.copyOf(patterns),
          judge,
          List.copyOf(examples));
    }
  }

  static Pattern compile(String written) {
    String pattern = written;
    for (List<String> each : WORDS) pattern = pattern.replace(each.getFirst(), each.getLast());
    pattern = pattern.replace("..", "(?:[^⟦⟧,;:.\u2014\"()]{0,40}?)");
    Matcher slots = SLOT.matcher(pattern);
    StringBuilder compiled = new StringBuilder();
    while (slots.find()) {
      String letter = slots.group(1);
      String one = "⟦" + letter + "[0-9]+⟧";
      String slot =
          slots.group(2).isEmpty()
              ? "⟦" + letter + "(?<" + slots.group(3) + ">[0-9]+)⟧"
              : "(?<"
                  + slots.group(3)
                  + ">"
                  + one
                  + "(?:(?:,? and (?:in )?|, (?:in )?|,? as well as |,? plus )(?:the )?"
                  + one
                  + ")*)";
      slots.appendReplacement(compiled, Matcher.quoteReplacement(slot));
    }
    slots.appendTail(compiled);
    return Pattern.compile(compiled.toString());
  }

  /** What a form found in a sentence, by the names of its slots. */
  static final class Slots {

    private static final Pattern MARK = Pattern.compile("⟦[A-Z]([0-9]+)⟧");

    private final Matcher found;
    private final Tagged sentence;
    private final int year;
    private final Optional<Mention.Days> day;
    private final java.time.LocalDate textDay;

    Slots(
        Matcher found,
        Tagged sentence,
        int year,
        Optional<Mention.Days> day,
        java.time.LocalDate textDay) {
      this.textDay = textDay;
      this.found = found;
      this.sentence = sentence;
      this.year = year;
      this.day = day;
    }

    /** The day that the sentence gives for the claim, where it gives one. */
    Optional<Mention.Days> day() {
      return day;
    }

    /** The day of the text. */
    java.time.LocalDate textDay() {
      return textDay;
    }

    /** Everything of a kind that the sentence names. */
    <M extends Mention> List<M> named(Class<M> kind) {
      return sentence.mentions().stream()
          .map(Mention.Placed::mention)
          .filter(kind::isInstance)
          .map(kind::cast)
          .toList();
    }

    boolean has(String slot) {
      return found.namedGroups().containsKey(slot) && found.group(slot) != null;
    }

    /** The words of a group. */
    String words(String slot) {
      return has(slot) ? found.group(slot) : "";
    }

    String all() {
      return found.group();
    }

    Mention mention(String slot) {
      return sentence.mentions().get(Integer.parseInt(found.group(slot))).mention();
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
  }
}
