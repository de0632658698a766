package org.ascertain.answers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ascertain.archive.Archive;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.law.Law;
import org.ascertain.law.Rule;
import org.ascertain.law.Sentence;
import org.ascertain.standing.Explainer;
import org.ascertain.standing.Explanation;
import org.ascertain.standing.Figure;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an answer words is there in Spanish, and no English is left in it. */
class SpanishTest {

  /** Words that no Spanish sentence has; names of people, courts and cases have none of them. */
  private static final Set<String> ENGLISH =
      Set.of(
          "the",
          "of",
          "and",
          "votes",
          "vote",
          "electors",
          "elector's",
          "calls",
          "reports",
          "with",
          "certifies",
          "from",
          "count",
          "counts",
          "opens",
          "ballot",
          "takes",
          "lead",
          "majority",
          "has",
          "not",
          "yet",
          "by",
          "for",
          "is",
          "are",
          "on",
          "was",
          "held",
          "entry",
          "corrected");

  private static final Pattern WORD = Pattern.compile("[\\p{L}']+");

  /** Names may hold English words: of courts, persons, parties, newsrooms, laws. */
  private static final Pattern NAME = Pattern.compile("\\b\\p{Lu}[\\p{L}'.]*( (of|for|and|the) )?");

  static Stream<String> years() {
    return Archive.ids().stream().map(id -> id.substring(id.length() - 4));
  }

  @ParameterizedTest
  @MethodSource("years")
  void every_rule_of_an_election_is_told_in_spanish(String year) {
    Law law = Law.of(SampleRecord.of(year).history().header()).orElseThrow();
    assertThat(law.rules().stream().map(Rule::id))
        .allSatisfy(id -> assertThat(SpanishTexts.rule(id)).as(id).isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1788", "1800", "1824", "1864", "1868", "1876", "1960", "2000", "2020"})
  void nothing_told_in_spanish_has_an_english_word(String year) throws IOException {
    AllAnswers answers = new AllAnswers(SampleRecord.of(year), Edition.OVER);
    Set<String> english = new TreeSet<>();
    List<String> given = given(SampleRecord.of(year));
    for (String json : List.of(answers.story(), answers.standing(SampleRecord.of(year).end())))
      texts(new ObjectMapper().readTree(json)).stream()
          .filter(text -> isEnglish(without(given, text)))
          .forEach(english::add);
    assertThat(english).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("years")
  void no_fact_of_the_archive_is_told_in_english(String year) {
    SampleRecord record = SampleRecord.of(year);
    Names spanish = new Names(record.history().header()).inSpanish();
    Set<String> english = new TreeSet<>();
    List<String> given = given(record);
    for (Entry entry : record.entries()) {
      String text = FactText.briefly(entry.fact(), spanish);
      if (isEnglish(without(given, text))) english.add(text);
    }
    assertThat(english).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("years")
  void every_reason_is_told_in_spanish(String year) {
    SampleRecord record = SampleRecord.of(year);
    Set<String> english = new TreeSet<>();
    for (long moment : moments(record)) {
      Explainer explainer = new Explainer(record.history(), moment);
      for (String figure : figures(record))
        if (Figure.read(figure, record.history()) instanceof Figure.Reading.Understood(var asked))
          untold(explainer.explain(asked), english);
      record.history().at(moment).units().stream()
          .map(Standing.UnitRow::settled)
          .flatMap(settled -> Stream.concat(Stream.of(settled.reason()), settled.noted().stream()))
          .filter(sentence -> SpanishSentences.of(sentence).isEmpty())
          .forEach(sentence -> english.add(sentence.toString()));
    }
    assertThat(english).isEmpty();
  }

  /** The night, when states certify, when electors have voted, and the end. */
  private static List<Long> moments(SampleRecord record) {
    List<Entry> entries = record.entries();
    return Stream.of(entries.size() / 3, entries.size() / 2, entries.size() - 1)
        .map(index -> entries.get(index).effective())
        .toList();
  }

  private static List<String> figures(SampleRecord record) {
    Fact.Header header = record.history().header();
    List<String> figures =
        new ArrayList<>(
            List.of("majority", "president", "vicePresident", "settled", "popularVote(total)"));
    figures.addAll(List.of("popularVote(other)", "electors.entitled", "electors.appointed"));
    figures.addAll(List.of("electors.cast", "electors.counted", "stage(VA)", "settled(PA)"));
    for (Rung rung : Rung.values()) {
      figures.add("majority(" + rung.word() + ")");
      header.candidates().forEach(of -> figures.add(rung.word() + "(" + of.id() + ")"));
    }
    header
        .tickets()
        .forEach(
            of ->
                figures.addAll(
                    List.of(
                        "popularVote(" + of.id() + ")",
                        "share(" + of.id() + ")",
                        "votes(PA," + of.id() + ")")));
    return figures;
  }

  private static void untold(Explanation explanation, Set<String> english) {
    if (SpanishSentences.of(explanation.sentence()).isEmpty()) english.add(explanation.text());
    explanation.parts().forEach(part -> untold(part, english));
  }

  @Test
  void every_form_fills_the_same_blanks_in_spanish() {
    SpanishTexts.sentences()
        .forEach(
            (form, spanish) -> {
              int blanks = (int) form.chars().filter(c -> c == '{').count();
              for (int i = 1; i <= blanks; i++) assertThat(spanish).as(form).contains("$" + i);
              assertThat(spanish).as(form).doesNotContain("$" + (blanks + 1));
            });
  }

  @Test
  void a_sentence_is_filled_anew_and_a_name_that_looks_like_a_blank_stays() {
    assertThat(
            SpanishSentences.of(
                Sentence.of("{x} is chosen {t}", "$2", Sentence.of("by the House"))))
        .contains("$2 es elegido por la Cámara de Representantes");
    assertThat(SpanishSentences.of(Sentence.of("No rule: {t}", Sentence.of("nobody knows"))))
        .isEmpty();
  }

  @Test
  void an_english_sentence_is_noticed() {
    assertThat(isEnglish("Congress counts the votes of Pennsylvania: Biden 20")).isTrue();
    assertThat(isEnglish("el Congreso cuenta los votos de Pensilvania: Biden 20")).isFalse();
  }

  /** What is left as its source gives it: names of cases, who spoke, and the very words. */
  private static List<String> given(SampleRecord record) {
    return record.entries().stream()
        .map(Entry::fact)
        .map(fact -> fact instanceof Fact.Correction correction ? correction.with() : fact)
        .flatMap(
            fact ->
                switch (fact) {
                  case Fact.Challenge f -> Stream.of(f.name());
                  case Fact.Acknowledgement f -> Stream.of(f.actor());
                  case Fact.Statement f -> Stream.concat(Stream.of(f.actor()), f.quote().stream());
                  default -> Stream.of(); // no other kind has words of others in its clause
                })
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  private static String without(List<String> given, String text) {
    String left = text;
    for (String each : given) left = left.replace(each, "");
    return left;
  }

  private static boolean isEnglish(String text) {
    return WORD.matcher(NAME.matcher(text).replaceAll(""))
        .results()
        .anyMatch(word -> ENGLISH.contains(word.group()));
  }

  /** The values of all fields whose name says that they are Spanish. */
  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    node.properties()
        .forEach(
            field -> {
              if (!field.getKey().endsWith("Es")) texts.addAll(texts(field.getValue()));
              else if (field.getValue().isTextual()) texts.add(field.getValue().asText());
              else field.getValue().forEach(each -> texts.add(each.asText()));
            });
    if (node.isArray()) node.forEach(each -> texts.addAll(texts(each)));
    return texts;
  }
}
