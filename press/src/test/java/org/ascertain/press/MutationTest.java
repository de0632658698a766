package org.ascertain.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascertain.press.AnnotatedTexts.Annotated;
import org.junit.jupiter.api.Test;

/**
 * A supported claim in which one figure, name, day or word of denial is changed is supported no
 * more.
 */
class MutationTest {

  private static final TextCheck CHECK = new TextCheck(new ArchivedRecords());

  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w.,])([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?=[^0-9]|$)");
  private static final Pattern VERB =
      Pattern.compile(
          "\\b(defeated|beat|won|carried|certified|called|voted|congratulated|conceded|passed|received|put|cast|took|rejected|met|declared|counted|was|were|had)\\b");
  private static final Pattern WEEKDAY =
      Pattern.compile("\\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\\b");
  private static final Pattern STATE =
      Pattern.compile(
          "\\b(Georgia|Arizona|Pennsylvania|Florida|California|Hawaii|Ohio|Wisconsin|Michigan|Texas|Nevada|New Mexico|New Hampshire|Minnesota|Iowa|Colorado|Louisiana|South Carolina|Oregon|Tennessee|Illinois|New York|New Jersey|Alaska|North Carolina|Virginia(?<!West Virginia)|Maine|Nebraska|Washington(?= State))\\b");
  private static final Pattern LEADER =
      Pattern.compile(
          "\\b(?:(?:Vladimir )?Putin|(?:Emmanuel )?Macron|(?:Angela )?Merkel|(?:Boris )?Johnson|(?:Benjamin )?Netanyahu|Xi Jinping|(?:Viktor )?Orban|(?:Justin )?Trudeau|(?:Jair )?Bolsonaro|(?:Andr\u00e9s Manuel )?L\u00f3pez Obrador|(?:Recep Tayyip )?Erdogan)\\b");
  private static final Pattern CALLER =
      Pattern.compile(
          "\\b(?:[Tt]he )?(?:Associated Press|AP|A\\.P\\.|CNN|NBC(?: News)?|ABC(?: News)?|CBS(?: News)?|Fox(?: News)?)(?![A-Za-z'])");

  private static final Pattern HOUR = Pattern.compile("[0-9]:[0-9]{2}|\\b[0-9]+ [ap]\\.?m\\b");
  private static final Pattern MONTH =
      Pattern.compile(
          "\\b(January|February|March|November|December|Jan\\.|Feb\\.|Nov\\.|Dec\\.)(?= [0-9])");

  private static final List<String> NUMBERS = Figures.ONES.subList(2, 14);
  private static final Pattern SMALL =
      Pattern.compile(
          "(?i)\\b(?:"
              + String.join("|", NUMBERS.subList(0, 11))
              + ")\\b(?![- ](?:million|hundred|thousand|thirds))");
  private static final Pattern OF_TIME =
      Pattern.compile(" (?:minutes )?(?:to|past) | (?:days|weeks) after");

  /** Words of denial, and what stands there where it is not denied. */
  private static final Map<Pattern, String> AFFIRMED = new LinkedHashMap<>();

  static {
    AFFIRMED.put(Pattern.compile("\\bNot (?=one|a single)"), "At least ");
    AFFIRMED.put(Pattern.compile("\\bnot (?=one|a single)"), "at least ");
    AFFIRMED.put(Pattern.compile("\\bNeither "), "Either ");
    AFFIRMED.put(Pattern.compile("\\bNobody "), "Somebody ");
    AFFIRMED.put(Pattern.compile("\\bnobody "), "somebody ");
    AFFIRMED.put(Pattern.compile("\\bNone "), "Some ");
    AFFIRMED.put(Pattern.compile("\\bnone(?= |$)"), "some");
    AFFIRMED.put(Pattern.compile("\\bwere no "), "were two ");
    AFFIRMED.put(Pattern.compile("\\bNo "), "One ");
    AFFIRMED.put(Pattern.compile("\\bno "), "one ");
    AFFIRMED.put(Pattern.compile("\\b(?:never|not) "), "");
    AFFIRMED.put(Pattern.compile("\\bnot$"), "");
    AFFIRMED.put(Pattern.compile("\\b[Ww]ithout "), "With ");
  }

  /** Who stood against whom, by surname. */
  private static final List<List<String>> RIVALS =
      List.of(
          List.of("Biden", "Trump"),
          List.of("Bush", "Gore"),
          List.of("Bush", "Kerry"),
          List.of("Clinton", "Trump"),
          List.of("Harris", "Trump"),
          List.of("Kennedy", "Nixon"),
          List.of("Hayes", "Tilden"));

  private record Supported(String sentence, Finding finding, LocalDate day, int year) {}

  /** Supported claims that their sentence makes by itself. */
  private static List<Supported> supported() {
    List<Supported> all = new ArrayList<>();
    for (Annotated text : AnnotatedTexts.all()) {
      CheckedText checked = CHECK.check(text.text(), Optional.empty(), Optional.empty());
      Set<String> sentences = new LinkedHashSet<>();
      String plain = Text.of(text.text()).plain();
      for (Sentences.Place place : Sentences.of(plain))
        sentences.add(plain.substring(place.start(), place.end()).replace('\n', ' '));
      LocalDate day = checked.day().orElseThrow();
      int year = Integer.parseInt(text.name().replaceAll(".*-(\\d{4})-.*", "$1"));
      for (String sentence : sentences)
        for (Finding finding :
            CHECK.check(sentence, Optional.of(year), Optional.of(day)).findings())
          if (finding.verdict() == Verdict.SUPPORTED && finding.kind() != Kind.QUOTATION)
            all.add(new Supported(sentence, finding, day, year));
    }
    for (Form form : Forms.ALL)
      for (Form.Example example : form.examples())
        for (Finding finding :
            CHECK
                .check(
                    example.sentence(),
                    Optional.empty(),
                    Optional.of(LocalDate.parse(example.day())))
                .findings())
          if (finding.verdict() == Verdict.SUPPORTED && finding.kind() != Kind.QUOTATION)
            all.add(
                new Supported(
                    example.sentence(),
                    finding,
                    LocalDate.parse(example.day()),
                    Integer.parseInt(finding.election().replaceAll(".*-", ""))));
    return all;
  }

  /** What was changed: each kind is tried so often at least, a little under what is. */
  private enum Change {
    FIGURE(700),
    WORD_OF_NUMBER(95),
    NAME(155),
    WEEKDAY(70),
    MONTH(90),
    PLACE(115),
    LEADER(5),
    CALLER(40),
    DENIED(240),
    NO_LONGER_DENIED(28);

    private final int least;

    Change(int least) {
      this.least = least;
    }
  }

  /**
   * A sentence with one change.
   *
   * @param from where in it the changed claim begins
   * @param to where it ends
   * @param at where the change begins
   * @param after where it ends
   */
  private record Mutant(
      Supported of, Change change, String sentence, int from, int to, int at, int after) {

    /** The claim with some of its words put otherwise; places are those in the claim. */
    static Mutant of(Supported of, Change change, int start, int end, String other) {
      int from = of.finding().start();
      int to = of.finding().end() + other.length() - (end - start);
      String sentence =
          of.sentence().substring(0, from + start) + other + of.sentence().substring(from + end);
      return new Mutant(
          of, change, sentence, from, to, from + start, from + start + other.length());
    }

    /** The claim as it is now. */
    String words() {
      return sentence.substring(from, to);
    }

    /** Whether a finding is of the changed claim: of the changed words, or of its own form. */
    boolean isOfIt(Finding finding) {
      boolean overChange =
          at < after
              ? finding.start() < after && at < finding.end()
              : finding.start() < at && at < finding.end();
      boolean overClaim = finding.start() < to && from < finding.end();
      // "it never was interrupted, and it was finished": what is left is a statement of its own
      boolean isApart =
          after <= finding.start()
              && sentence.substring(after, finding.start()).matches(".*(?:;|, (?:and|but)) ");
      return overChange || (overClaim && !isApart && finding.form().equals(of.finding().form()));
    }
  }

  @Test
  void one_changed_word_turns_the_verdict() {
    List<String> kept = new ArrayList<>();
    Map<Change, int[]> counts = new EnumMap<>(Change.class);
    for (Change change : Change.values()) counts.put(change, new int[3]);
    for (Supported claim : supported()) {
      for (Mutant mutant : mutants(claim)) {
        int[] count = Objects.requireNonNull(counts.get(mutant.change()));
        count[0]++;
        List<Finding> of =
            CHECK
                .check(mutant.sentence(), Optional.of(claim.year()), Optional.of(claim.day()))
                .findings()
                .stream()
                .filter(mutant::isOfIt)
                .toList();
        if (!of.isEmpty()) count[1]++;
        if (of.stream().anyMatch(each -> each.verdict() == Verdict.CONTRADICTED)) count[2]++;
        of.stream()
            .filter(each -> each.verdict() == Verdict.SUPPORTED)
            .forEach(
                each ->
                    kept.add(
                        "%s %s: \"%s\" of \"%s\" <- %s \"%s\": %s"
                            .formatted(
                                mutant.change(),
                                each.form(),
                                each.claim(),
                                mutant.words(),
                                claim.finding().form(),
                                claim.finding().claim(),
                                each.why())));
      }
    }
    counts.forEach(
        (change, count) ->
            System.out.printf(
                "mutants %-16s %d tried, %d still read, %d of them contradicted%n",
                change, count[0], count[1], count[2]));
    kept.forEach(System.out::println);
    assertThat(kept).isEmpty();
    counts.forEach(
        (change, count) ->
            assertThat(count[0]).as("%s", change).isGreaterThanOrEqualTo(change.least));
  }

  private static List<Mutant> mutants(Supported claim) {
    List<Mutant> mutants = new ArrayList<>();
    String words = claim.sentence().substring(claim.finding().start(), claim.finding().end());
    numbers(claim, words, mutants);
    names(claim, words, mutants);
    Matcher day = WEEKDAY.matcher(words);
    while (day.find())
      mutants.add(
          Mutant.of(
              claim,
              Change.WEEKDAY,
              day.start(),
              day.end(),
              day.group().equals("Sunday") ? "Friday" : "Sunday"));
    Matcher month = MONTH.matcher(words);
    while (month.find())
      mutants.add(
          Mutant.of(
              claim,
              Change.MONTH,
              month.start(),
              month.end(),
              month.group().startsWith("Oct") ? "September" : "October"));
    Matcher state = STATE.matcher(words);
    if (state.find()
        && (words.matches("(?s).*[0-9].*")
            || RIVALS.stream().flatMap(List::stream).anyMatch(words::contains)))
      mutants.add(
          Mutant.of(
              claim,
              Change.PLACE,
              state.start(),
              state.end(),
              goesTo(claim) ? "Wyoming" : "Vermont"));
    // who else wrote, or called, on the same day is another claim that may be right
    boolean isTimed = HOUR.matcher(words).find();
    Matcher leader = LEADER.matcher(words);
    if (leader.find() && (WEEKDAY.matcher(words).find() || MONTH.matcher(words).find()))
      mutants.add(
          Mutant.of(
              claim,
              Change.LEADER,
              leader.start(),
              leader.end(),
              leader.group().endsWith("Putin") ? "Justin Trudeau" : "Vladimir Putin"));
    Matcher caller = CALLER.matcher(words);
    if (caller.find() && isTimed)
      mutants.add(
          Mutant.of(
              claim,
              Change.CALLER,
              caller.start(),
              caller.end(),
              caller.group().contains("N") ? "Decision Desk HQ" : "NBC"));
    Matcher verb = VERB.matcher(words);
    if (verb.find() && !Clause.isDenied(words))
      mutants.add(Mutant.of(claim, Change.DENIED, verb.start(), verb.start(), "never "));
    for (Map.Entry<Pattern, String> each : AFFIRMED.entrySet()) {
      Matcher denial = each.getKey().matcher(words);
      if (!denial.find()) continue;
      mutants.add(
          Mutant.of(claim, Change.NO_LONGER_DENIED, denial.start(), denial.end(), each.getValue()));
      break;
    }
    return mutants;
  }

  private static void numbers(Supported claim, String words, List<Mutant> mutants) {
    Matcher numbers = NUMBER.matcher(words);
    while (numbers.find()) {
      long number = Long.parseLong(numbers.group(1).replace(",", ""));
      boolean isOfDays = OF_TIME.matcher(words).region(numbers.end(), words.length()).lookingAt();
      String lead = words.substring(0, numbers.start());
      boolean isLarge =
          number >= 1_000
              || isOfDays
              || lead.matches("(?is).*\\bat least ")
              || words.startsWith(" million", numbers.end());
      long other = isLarge ? 2 * number + 1 : number + 1;
      // the next minute may be as right: 19:49:40 is 7:49 for one clock and 7:50 for another; and
      // an earlier one, where the record knows only until when
      boolean isMinute = words.startsWith(":", numbers.start() - 1);
      if (isMinute) other = number <= 30 ? number + 29 : number - 29;
      if (number >= 1788 && number <= 2028 && !numbers.group(1).contains(",")) other = number + 1;
      // what had happened by one day has by the next
      if (lead.matches("(?s).*\\bby [A-Z][a-z.]+ ")) other = number == 1 ? 2 : 1;
      String written =
          numbers.group(1).contains(",")
              ? "%,d".formatted(other)
              : (isMinute ? "%02d" : "%d").formatted(other);
      mutants.add(Mutant.of(claim, Change.FIGURE, numbers.start(), numbers.end(), written));
    }
    Matcher small = SMALL.matcher(words);
    while (small.find()) {
      int at = NUMBERS.indexOf(small.group().toLowerCase(Locale.ROOT));
      // "ten to nine", "four days after": a minute more may be as right, and a day more is that
      // of what is told beside it
      boolean isOfTime = OF_TIME.matcher(words).region(small.end(), words.length()).lookingAt();
      String other = isOfTime ? at < 10 ? "twenty-five" : "five" : NUMBERS.get(at + 1);
      mutants.add(Mutant.of(claim, Change.WORD_OF_NUMBER, small.start(), small.end(), other));
    }
  }

  private static void names(Supported claim, String words, List<Mutant> mutants) {
    // In 2000 calls for the one and for the other were withdrawn.
    boolean isOfBoth = claim.finding().form().equals("call-withdrawn");
    for (List<String> rivals : RIVALS)
      for (int i = 0; i < 2; i++) {
        String one = rivals.get(i);
        String other = rivals.get(1 - i);
        Matcher name = Pattern.compile("(?:[A-Z][a-z.]+ )?\\b" + one + "\\b").matcher(words);
        if (!isOfBoth && name.find() && !words.contains(other) && stand(claim.year(), rivals))
          mutants.add(Mutant.of(claim, Change.NAME, name.start(), name.end(), other));
      }
  }

  private static boolean stand(int year, List<String> rivals) {
    return switch (year) {
      case 2020 -> rivals.contains("Biden");
      case 2016 -> rivals.contains("Clinton");
      case 2024 -> rivals.contains("Harris");
      case 2000 -> rivals.contains("Gore");
      case 2004 -> rivals.contains("Kerry");
      case 1960 -> rivals.contains("Nixon");
      case 1876 -> rivals.contains("Tilden");
      default -> false;
    };
  }

  /**
   * Whether the claim is of who carried the state and of a Democrat: then Wyoming is wrong for him.
   */
  private static boolean goesTo(Supported claim) {
    boolean democrat =
        List.of("Biden", "Gore", "Kerry", "Clinton", "Harris").stream()
            .anyMatch(claim.finding().claim()::contains);
    return democrat != claim.finding().claim().contains("lost");
  }
}
