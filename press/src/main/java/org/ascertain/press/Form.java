package org.ascertain.press;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
 * @param isOfPieces whether it reads pieces of sentences, and takes what it needs from all of a
 *     piece
 * @param isOverYears whether it tells of several elections: what is denied "since 1988" is its own
 * @param isWhole whether what it reads is a claim whatever the rest of its clause says: "January 6,
 *     a Thursday"
 * @param ownsDays whether the day of the claim is in the form itself, so that none before it is its
 *     own
 * @param knows words that it understands wherever they stand in its clause; {@code @C} for all
 *     mentions with that letter, {@code ^} for all names
 * @param examples sentences with the verdict that each must have
 */
record Form(
    String id,
    Kind kind,
    boolean isBare,
    boolean ownsNegation,
    boolean mayBeAhead,
    boolean isOfPieces,
    boolean isOverYears,
    boolean isWhole,
    boolean ownsDays,
    Set<String> knows,
    List<Cue> patterns,
    Judge judge,
    List<Example> examples) {

  /** What the record says to what a form has read. */
  @FunctionalInterface
  interface Judge {
    Judged judge(Slots slots, Evidence evidence);
  }

  /**
   * A pattern, and what it cannot match without: most of a text has none of it and is not searched.
   *
   * @param needs a bit for the letter of each mark
   */
  record Cue(Pattern pattern, int needs, Trigger trigger) {

    Cue(Pattern pattern, int needs) {
      this(pattern, needs, Trigger.of(pattern.pattern()));
    }

    boolean mayMatch(int letters) {
      return (needs & ~letters) == 0;
    }

    boolean mayMatch(int letters, Trigger.Runs runs) {
      return mayMatch(letters) && trigger.mayMatch(runs);
    }

    /** The letters of the marks in a line. */
    static int letters(String marked) {
      int letters = 0;
      for (int at = marked.indexOf('⟦'); at >= 0; at = marked.indexOf('⟦', at + 1))
        letters |= 1 << (marked.charAt(at + 1) - 'A');
      return letters;
    }

    /** The letters of the slots that stand outside all brackets and are not optional. */
    private static int needed(String written) {
      int needs = 0;
      int depth = 0;
      for (int i = 0; i < written.length(); i++) {
        char c = written.charAt(i);
        if (c == '\\') i++;
        else if (c == '(') depth++;
        else if (c == ')') depth--;
        else if (c == '|' && depth == 0) return 0;
        else if (c == '{'
            && depth == 0
            && SLOT.matcher(written).region(i, written.length()).lookingAt())
          needs |= 1 << (written.charAt(i + 1) - 'A');
      }
      return needs;
    }
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
    private final List<Cue> patterns = new ArrayList<>();
    private final List<Example> examples = new ArrayList<>();
    private boolean isBare = true;
    private boolean ownsNegation;
    private boolean mayBeAhead;
    private boolean isOfPieces;
    private boolean isOverYears;
    private boolean isWhole;
    private boolean ownsDays;
    private Set<String> knows = Set.of();

    private Building(String id, Kind kind) {
      this.id = id;
      this.kind = kind;
    }

    Building reads(String... written) {
      for (String each : written) patterns.add(new Cue(compile(each), Cue.needed(each)));
      return this;
    }

    /** It reads pieces of sentences in which such words stand, in small letters or capitals. */
    Building hears(String... written) {
      isOfPieces = true;
      isBare = false;
      for (String each : written)
        for (String way : ways(each)) patterns.add(new Cue(compile("(?i)" + way), Cue.needed(way)));
      return this;
    }

    /** Alternatives outside all brackets, each for itself: each may have slots of one name. */
    private static List<String> ways(String written) {
      List<String> ways = new ArrayList<>();
      int depth = 0;
      int from = 0;
      for (int i = 0; i < written.length(); i++) {
        char c = written.charAt(i);
        if (c == '\\') i++;
        else if (c == '(') depth++;
        else if (c == ')') depth--;
        else if (c == '|' && depth == 0) {
          ways.add(written.substring(from, i));
          from = i + 1;
        }
      }
      ways.add(written.substring(from));
      return ways;
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

    /** It tells of several elections. */
    Building overYears() {
      isOverYears = true;
      return this;
    }

    /** What it reads is a claim whatever the rest of its clause says. */
    Building whole() {
      isWhole = true;
      return this;
    }

    /** The day of what it reads is in it. */
    Building ownsDays() {
      ownsDays = true;
      return this;
    }

    /** Words that it understands wherever they stand in its clause. */
    Building knows(String words) {
      knows = Set.of(words.split(" ", -1));
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
          isOfPieces,
          isOverYears,
          isWhole,
          ownsDays,
          knows,
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
                  + ")*+)";
      slots.appendReplacement(compiled, Matcher.quoteReplacement(slot));
    }
    slots.appendTail(compiled);
    return Starts.compile(compiled.toString());
  }
}
