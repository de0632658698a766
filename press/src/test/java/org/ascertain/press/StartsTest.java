package org.ascertain.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of a pattern without trying it leaves out nothing that the pattern would find. */
class StartsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(?:was|were) (?:rejected|dismissed)",
        "\\b(?<n>[0-9]{1,3}|one|two) of (?:the )?",
        "(?i)(?<!of )the (?:19|2[0-9])th",
        "[^,;]{0,9}?, (?:on|in) ",
        "(?:late )?(?:on )?(?:Mon|Tues)day",
        "(?<=\\bat )[0-9]{1,2}\\.[0-5][0-9]",
        " ?\\([^()]{0,40}\\)",
        "[-* ,]*(?:and )?Ohio",
        "(?=[A-Z])[A-Z.]+",
        "x{0,2}y",
        "(?:a|b|)c?",
        "\\d+\\s",
        "[\\w.]+ v\\. "
      })
  void a_pattern_finds_the_same_with_its_starts_told(String pattern) {
    Pattern told = Starts.compile(pattern);
    Pattern plain = Pattern.compile(pattern);
    for (String line : lines()) assertThat(places(told, line)).isEqualTo(places(plain, line));
  }

  @Test
  void no_pattern_of_a_form_finds_what_its_trigger_rules_out() {
    for (Form form : Forms.ALL)
      for (Form.Cue cue : form.patterns())
        for (Form.Example example : form.examples()) {
          String line = example.sentence();
          if (cue.pattern().matcher(line).find())
            assertThat(cue.trigger().mayMatch(Trigger.Runs.of(line))).as(form.id()).isTrue();
        }
  }

  @Test
  void of_several_ways_each_needs_one_of_its_own_words() {
    Trigger trigger = Trigger.of("the same day|\\d+ (?:weeks?|days?) (?:later|earlier)");
    assertThat(trigger.mayMatch(Trigger.Runs.of("it was the same day"))).isTrue();
    assertThat(trigger.mayMatch(Trigger.Runs.of("3 days later"))).isTrue();
    assertThat(trigger.mayMatch(Trigger.Runs.of("on Monday"))).isFalse();
    assertThat(trigger.mayMatch(Trigger.Runs.of("3 days"))).isFalse();
  }

  private static List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (AnnotatedTexts.Annotated text : AnnotatedTexts.all().subList(0, 20))
      lines.addAll(text.text().lines().toList());
    return lines;
  }

  private static List<List<Integer>> places(Pattern pattern, String line) {
    List<List<Integer>> places = new ArrayList<>();
    Matcher found = pattern.matcher(line);
    while (found.find()) places.add(List.of(found.start(), found.end()));
    return places;
  }
}
