package org.ascertain.answers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ascertain.election.Check;
import org.ascertain.election.Jurisdiction;
import org.ascertain.election.Problem;
import org.ascertain.election.When;
import org.ascertain.law.Law;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small answers that are kept as files, each called by its schema. The page's tests hold its types
 * against the same files. A change that is meant is taken over by
 *
 * <pre>
 * mvn -Pquick -pl answers -am test -Dtest=KeptAnswersTest -Dsurefire.failIfNoSpecifiedTests=false -Dascertain.renew=true
 * </pre>
 */
class KeptAnswersTest {

  private static final Path FOLDER =
      Path.of(Optional.ofNullable(System.getProperty("basedir")).orElse("."))
          .resolve("src/test/resources/org/ascertain/answers/kept");
  private static final ObjectWriter PRETTY = new ObjectMapper().writerWithDefaultPrettyPrinter();

  private static final AllAnswers OF_1840 = new AllAnswers(SampleRecord.of("1840"), Edition.OVER);
  private static final AllAnswers OF_1800 = new AllAnswers(SampleRecord.of("1800"), Edition.OVER);
  private static final AllAnswers OF_1876 = new AllAnswers(SampleRecord.of("1876"), Edition.OVER);
  private static final AllAnswers OF_1868 = new AllAnswers(SampleRecord.of("1868"), Edition.OVER);
  private static final AllAnswers OF_2000 = new AllAnswers(SampleRecord.of("2000"), Edition.OVER);
  private static final AllAnswers LINES = new AllAnswers(SampleRecord.lines(), Edition.OVER);
  private static final AllAnswers CALLS = new AllAnswers(SampleRecord.calls(), Edition.LIVE);
  private static final SampleRecord RECORD = SampleRecord.madeUp();
  private static final AllAnswers MADE_UP = new AllAnswers(RECORD, Edition.REHEARSAL);

  private static final Map<String, Supplier<String>> ANSWERS = new TreeMap<>();

  static {
    ANSWERS.put("About-1800", OF_1800::about);
    ANSWERS.put("About-made-up", MADE_UP::about);
    ANSWERS.put("Challenges-made-up", MADE_UP::challenges);
    ANSWERS.put("Check-a-file", KeptAnswersTest::check);
    ANSWERS.put("Counties-made-up", MADE_UP::counties);
    ANSWERS.put("Elections-1876", OF_1876::overview);
    ANSWERS.put("Elections-made-up", MADE_UP::overview);
    ANSWERS.put("Entry-1800", () -> OF_1800.entry(20));
    ANSWERS.put("Explanation-1800", () -> OF_1800.explanation("voted(burr)", Optional.of(20L)));
    ANSWERS.put("Explanation-made-up", () -> MADE_UP.explanation("voted(birch)", Optional.empty()));
    ANSWERS.put("Glance-1800", KeptAnswersTest::glance);
    ANSWERS.put("Law-1876", OF_1876::law);
    ANSWERS.put("LiveEvent-first", () -> MADE_UP.events().get(3));
    ANSWERS.put("LiveEvent-correction", () -> MADE_UP.events().get(35));
    ANSWERS.put("Standing-1800", () -> OF_1800.standing(When.parse("1801-03-04")));
    ANSWERS.put("Standing-1868", KeptAnswersTest::of1868);
    ANSWERS.put("Standing-made-up", KeptAnswersTest::madeUp);
    ANSWERS.put("Standing-calls", KeptAnswersTest::calls);
    ANSWERS.put("Standing-known-then", KeptAnswersTest::knownThen);
    ANSWERS.put("Standing-turnout", AnswersAsTheirSchemasSayTest::turnout);
    ANSWERS.put("StateLaw-GA", KeptAnswersTest::stateLaw);
    ANSWERS.put("Story-1840", OF_1840::story);
    ANSWERS.put("Story-calls", CALLS::story);
    ANSWERS.put("About-lines", LINES::about);
    ANSWERS.put("Story-made-up", MADE_UP::story);
    ANSWERS.put("Timeline-made-up", MADE_UP::timeline);
    ANSWERS.put("Turns-1800", () -> OF_1800.turns("declared").orElseThrow());
    ANSWERS.put("Turns-2000", () -> OF_2000.turns("called by NBC").orElseThrow());
    ANSWERS.put("Turns-calls", () -> CALLS.turns("called >= 270").orElseThrow());
  }

  private final Schemas schemas = new Schemas();

  static Set<String> names() {
    return ANSWERS.keySet();
  }

  @ParameterizedTest
  @MethodSource("names")
  void an_answer_is_as_it_is_kept_and_as_its_schema_says(String name) throws IOException {
    String json = Objects.requireNonNull(ANSWERS.get(name)).get();
    assertThat(schemas.faults(name.substring(0, name.indexOf('-')), json)).isEmpty();
    Path file = FOLDER.resolve(name + ".json");
    String text = PRETTY.writeValueAsString(Schemas.tree(json)) + "\n";
    if (Boolean.getBoolean("ascertain.renew")) Files.writeString(file, text);
    assertThat(Files.readString(file)).isEqualTo(text);
  }

  @Test
  void no_file_is_kept_for_nothing() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()).sorted())
          .containsExactlyElementsOf(names().stream().map(name -> name + ".json").toList());
    }
  }

  private static String check() {
    Problem problem = new Problem(Check.NOT_JSON, 3, "units[0]", "cut");
    return new CheckText(4, List.of(problem), 0, List.of()).json();
  }

  private static String glance() {
    return new AllAnswers(SampleRecord.of("1800"), Edition.REHEARSAL)
        .glance(When.parse("1800-12-03"));
  }

  private static String calls() {
    return CALLS.standing(When.parse("2024-11-06"), Set.of("GA"));
  }

  private static String madeUp() {
    return MADE_UP.standing(When.parse("2025-01-20"), Set.of("GA", "ME", "PA"));
  }

  /** Georgia alone, of which authorities differed. */
  private static String of1868() {
    return OF_1868.standing(When.parse("1869-03-04"), Set.of("GA"));
  }

  private static String knownThen() {
    When night = When.parse("2024-11-06T02:00:00-05:00");
    AllAnswers then =
        new AllAnswers(SampleRecord.of(RECORD.entries(), night.effective()), Edition.LIVE);
    return then.standing(night, Set.of("GA", "ME"));
  }

  private static String stateLaw() {
    return LawJson.of("us-president-2024", Law.of(2024).orElseThrow(), Jurisdiction.GA);
  }
}
