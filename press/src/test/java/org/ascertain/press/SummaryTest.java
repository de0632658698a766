package org.ascertain.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.ascertain.press.AnnotatedTexts.Annotated;
import org.junit.jupiter.api.Test;

/** What the summary of a text says is what was found in it: over all annotated texts. */
class SummaryTest {

  private static final TextCheck CHECK = new TextCheck(new ArchivedRecords());
  private static final Pattern SUMMARY =
      Pattern.compile(
          "(\\d+) claims?(?:: (.+))?; (\\d+) of (\\d+) sentences? holds? no claim we know\\.");
  private static final Pattern COUNT = Pattern.compile("(\\d+) ([a-z ]+)");

  @Test
  void no_line_is_wider_than_the_terminal() {
    int width = 80;
    for (Annotated annotated : AnnotatedTexts.all()) {
      StringWriter out = new StringWriter();
      CheckedText text = CHECK.check(annotated.text(), Optional.empty(), Optional.empty());
      PressText.print("report.txt", text, width, new PrintWriter(out));
      assertThat(out.toString().lines())
          .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(width));
    }
  }

  @Test
  void its_counts_are_those_of_the_findings() {
    int all = 0;
    for (Annotated annotated : AnnotatedTexts.all()) {
      CheckedText text = CHECK.check(annotated.text(), Optional.empty(), Optional.empty());
      all += text.findings().size();
      String summary = PressText.summary(text);
      MatchResult read = match(summary);
      assertThat(Integer.parseInt(read.group(1))).as(summary).isEqualTo(text.findings().size());
      List<String> told = new ArrayList<>();
      int sum = 0;
      for (MatchResult each :
          COUNT.matcher(Optional.ofNullable(read.group(2)).orElse("")).results().toList()) {
        told.add(each.group(2));
        sum += Integer.parseInt(each.group(1));
        assertThat(text.findings())
            .as(summary)
            .filteredOn(finding -> finding.verdict().title().equals(each.group(2)))
            .hasSize(Integer.parseInt(each.group(1)));
      }
      assertThat(told).as(summary).doesNotHaveDuplicates();
      assertThat(sum).as(summary).isEqualTo(text.findings().size());
      assertThat(Integer.parseInt(read.group(3))).as(summary).isEqualTo(silent(annotated, text));
      assertThat(Integer.parseInt(read.group(4))).as(summary).isEqualTo(text.sentences());
    }
    assertThat(all).isGreaterThan(1_000);
  }

  private static MatchResult match(String summary) {
    var matcher = SUMMARY.matcher(summary);
    assertThat(matcher.matches()).as(summary).isTrue();
    return matcher.toMatchResult();
  }

  /** The sentences in which no finding begins, counted another way than the check does. */
  private static int silent(Annotated annotated, CheckedText checked) {
    Text text = Text.of(annotated.text());
    List<Sentences.Place> sentences = Sentences.of(text.plain());
    int silent = 0;
    for (int i = 0; i < sentences.size(); i++) {
      int from = i == 0 ? 0 : text.origin(sentences.get(i - 1).end());
      int to = text.origin(sentences.get(i).end());
      if (checked.findings().stream().noneMatch(f -> f.start() >= from && f.start() < to)) silent++;
    }
    return silent;
  }

  @Test
  void one_and_none_are_told_in_their_own_words() {
    assertThat(summary("December 16, 2020\n\nThe weather was mild."))
        .isEqualTo("0 claims; 2 of 2 sentences hold no claim we know.");
    assertThat(summary("December 16, 2020\n\nBiden defeated Trump 306-232."))
        .startsWith("1 claim: 1 supported; 1 of 2 sentences hold");
  }

  private static String summary(String text) {
    return PressText.summary(CHECK.check(text, Optional.empty(), Optional.empty()));
  }
}
