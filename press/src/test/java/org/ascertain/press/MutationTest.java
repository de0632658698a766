package org.ascertain.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
          "\\b(Georgia|Arizona|Pennsylvania|Florida|California|Hawaii|Ohio|Wisconsin|Michigan|Texas)\\b");

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

  @Test
  void one_changed_word_turns_the_verdict() {
    List<String> kept = new ArrayList<>();
    int tried = 0;
    for (Supported claim : supported())
      for (String mutant : mutants(claim)) {
        tried++;
        for (Finding finding :
            CHECK.check(mutant, Optional.of(claim.year()), Optional.of(claim.day())).findings())
          if (finding.verdict() == Verdict.SUPPORTED
              && finding.start() <= claim.finding().start()
              && finding.end() >= claim.finding().end() - 1
              && finding.form().equals(claim.finding().form()))
            kept.add(
                finding.form()
                    + ": "
                    + finding.claim()
                    + " <- "
                    + claim.finding().claim()
                    + " "
                    + finding.why());
      }
    System.out.println(tried + " mutants");
    kept.forEach(System.out::println);
    assertThat(tried).isGreaterThan(150);
    assertThat(kept).isEmpty();
  }

  private static List<String> mutants(Supported claim) {
    List<String> mutants = new ArrayList<>();
    String before = claim.sentence().substring(0, claim.finding().start());
    String words = claim.sentence().substring(claim.finding().start(), claim.finding().end());
    String after = claim.sentence().substring(claim.finding().end());
    Matcher numbers = NUMBER.matcher(words);
    while (numbers.find()) {
      long number = Long.parseLong(numbers.group(1).replace(",", ""));
      boolean isLarge = number >= 1_000 || words.startsWith(" million", numbers.end());
      long other = isLarge ? 2 * number + 1 : number + 1;
      // the next minute may be as right: 19:49:40 is 7:49 for one clock and 7:50 for another; and
      // an earlier one, where the record knows only until when
      boolean isMinute = words.startsWith(":", numbers.start() - 1);
      if (isMinute) other = number <= 30 ? number + 29 : number - 29;
      if (number >= 1788 && number <= 2028 && !numbers.group(1).contains(",")) other = number + 1;
      String written =
          numbers.group(1).contains(",")
              ? "%,d".formatted(other)
              : (isMinute ? "%02d" : "%d").formatted(other);
      mutants.add(
          before
              + words.substring(0, numbers.start())
              + written
              + words.substring(numbers.end())
              + after);
    }
    // In 2000 calls for the one and for the other were withdrawn.
    boolean isOfBoth = claim.finding().form().equals("call-withdrawn");
    for (List<String> rivals : RIVALS)
      for (int i = 0; i < 2; i++) {
        String one = rivals.get(i);
        String other = rivals.get(1 - i);
        if (!isOfBoth
            && words.contains(one)
            && !words.contains(other)
            && claim.sentence().contains(one)
            && stand(claim.year(), rivals))
          mutants.add(
              before + words.replaceFirst("(?:[A-Z][a-z.]+ )?\\b" + one + "\\b", other) + after);
      }
    Matcher day = WEEKDAY.matcher(words);
    if (day.find())
      mutants.add(
          before
              + words.substring(0, day.start())
              + (day.group().equals("Sunday") ? "Friday" : "Sunday")
              + words.substring(day.end())
              + after);
    Matcher state = STATE.matcher(words);
    if (state.find()
        && (words.matches("(?s).*[0-9].*")
            || RIVALS.stream().flatMap(List::stream).anyMatch(words::contains)))
      mutants.add(
          before
              + words.substring(0, state.start())
              + (goesTo(claim) ? "Wyoming" : "Vermont")
              + words.substring(state.end())
              + after);
    Matcher verb = VERB.matcher(words);
    if (verb.find())
      mutants.add(
          before
              + words.substring(0, verb.start())
              + "never "
              + words.substring(verb.start())
              + after);
    return mutants;
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
