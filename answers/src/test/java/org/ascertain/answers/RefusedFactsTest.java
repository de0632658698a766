package org.ascertain.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ascertain.election.Problem;
import org.ascertain.record.RecordReader;
import org.ascertain.standing.History;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A fact that the election or its law refuses is listed as a problem and is told nowhere else: a
 * record with many of them is told as the same record without them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedFactsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * One for each way in which a well-formed fact can make no sense. An addition is not among them:
   * of one that declares a name that stands already, the others count.
   */
  private static final String REFUSED =
      """
      {"fact":"returns","at":"2024-11-06T03:00:00-05:00","source":"state","unit":"ZZ","votes":{"ash":9000,"birch":1}}
      {"fact":"ascertainment","at":"2024-12-06","source":"state","jurisdiction":"ZZ","electors":{"ash":3},"authority":"Nobody"}
      {"fact":"returns","at":"2024-11-06T03:00:00-05:00","source":"state","unit":"OH","votes":{"nobody":9000}}
      {"fact":"oath","at":"2025-01-20T12:00:00-05:00","source":"paper","person":"nobody","office":"president"}
      {"fact":"call","at":"2024-11-06T03:00:00-05:00","source":"paper","unit":"OH","caller":"ZDF","for":"ash"}
      {"fact":"ruling","at":"2024-11-21","source":"court","challenge":"C999","outcome":"dismissed","final":true}
      {"fact":"ruling","at":"2024-11-01","source":"court","challenge":"C002","outcome":"dismissed","final":true}
      {"fact":"certification","at":"2024-11-24","source":"state","unit":"OH","votes":{"ash":60,"birch":50},"total":100,"authority":"The secretary"}
      {"fact":"challenge","at":"2024-11-25","source":"court","id":"C002","kind":"lawsuit","name":"Another","venue":"The court","units":["PA"],"atStake":"all"}
      {"fact":"returns","at":"2024-11-06T03:00:00-05:00","source":"state","unit":"OH","votes":{"ash":9000000000000}}
      {"fact":"call-withdrawn","at":"2024-11-06T03:00:00-05:00","source":"paper","unit":"PA","caller":"AP","for":"birch"}
      {"fact":"call","at":"2024-11-06T03:00:00-05:00","source":"paper","unit":"OH","caller":"AP","for":"elm"}
      {"fact":"returns","at":"2024-11-06T03:00:00-05:00","source":"state","unit":"OH/99999","votes":{"ash":9000}}
      {"fact":"returns","at":"2024-11-06T03:00:00-05:00","source":"state","unit":"OH/1/2/3/4","votes":{"ash":9000}}
      {"fact":"returns","at":"2024-11-06T03:00:00-05:00","source":"state","unit":"OH","votes":{"ash":9000},"reporting":{"units":9,"of":3}}
      {"fact":"lot","at":"2024-11-14","source":"state","unit":"ME","between":["birch","cedar"],"for":"ash"}
      {"fact":"ascertainment","at":"2024-12-06","source":"state","jurisdiction":"OH","electors":{"ash":99},"authority":"The governor"}
      {"fact":"elector-votes","at":"2024-12-17","source":"state","jurisdiction":"OH","president":{"ash":99},"vicePresident":{"elm":99}}
      {"fact":"elector-votes","at":"2024-12-17","source":"state","jurisdiction":"OH","both":{"ash":9}}
      {"fact":"declared","at":"2025-01-06T18:00:00-05:00","source":"journal","president":{"ash":999},"vicePresident":{"elm":999}}
      {"fact":"certification","at":"2024-11-30","source":"state","unit":"OH","votes":{"ash":6,"birch":5},"authority":"The secretary","amends":2}
      {"fact":"correction","at":"2024-11-30","source":"state","corrects":2,"reason":"A slip.","with":{"fact":"oath","at":"2025-01-20T12:00:00-05:00","source":"paper","person":"ash","office":"president"}}
      {"fact":"retraction","at":"2024-11-30","source":"state","retracts":0,"reason":"A slip."}
      """;

  private SampleRecord plain = SampleRecord.madeUp();
  private SampleRecord full = plain;
  private int first;

  @BeforeAll
  void read() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(SampleRecord.class.getResourceAsStream("made-up.jsonl"))) {
      String all = new String(in.readAllBytes(), UTF_8) + REFUSED;
      RecordReader.Reading reading =
          RecordReader.read(new ByteArrayInputStream(all.getBytes(UTF_8)));
      assertThat(reading.problems()).isEmpty();
      full = SampleRecord.of(reading.entries());
    }
    first = plain.entries().size();
  }

  @Test
  void each_is_listed_as_a_problem() {
    List<Problem> problems = full.history().problems(full.history().end());
    assertThat(problems.stream().map(Problem::index).distinct())
        .hasSize((int) REFUSED.lines().count())
        .allMatch(index -> index >= first);
  }

  @Test
  void no_standing_is_changed_by_one() {
    AllAnswers with = new AllAnswers(full, Edition.OVER);
    AllAnswers without = new AllAnswers(plain, Edition.OVER);
    assertThat(untold(with.standing(plain.end()))).isEqualTo(untold(without.standing(plain.end())));
    assertThat(with.challenges()).isEqualTo(without.challenges());
  }

  @Test
  void no_story_and_no_timeline_tells_of_one() {
    AllAnswers with = new AllAnswers(full, Edition.OVER);
    AllAnswers without = new AllAnswers(plain, Edition.OVER);
    assertThat(untold(with.story())).isEqualTo(untold(without.story()));
    assertThat(with.timeline()).isEqualTo(without.timeline());
    assertThat(lines(full)).isEqualTo(lines(plain));
  }

  private static List<Story.Line> lines(SampleRecord record) {
    return Story.of(record.history(), record.history().end(), History.ALL);
  }

  @Test
  void no_feed_has_one() {
    assertThat(AtomFeed.of(Edition.OVER, full.history(), full.course()))
        .isEqualTo(AtomFeed.of(Edition.OVER, plain.history(), plain.course()));
  }

  @Test
  void each_is_marked_in_the_stream_and_changes_nothing_there() throws IOException {
    List<String> events = new AllAnswers(full, Edition.OVER).events();
    for (String event : events.subList(first, events.size())) {
      JsonNode json = JSON.readTree(event);
      assertThat(json.path("refused").asBoolean()).as(event).isTrue();
      assertThat(json.has("change")).as(event).isFalse();
      assertThat(json.has("further")).as(event).isFalse();
      assertThat(json.has("kept")).as(event).isFalse();
    }
    for (String event : events.subList(0, first))
      assertThat(JSON.readTree(event).has("refused")).as(event).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "president",
        "majority",
        "majority(voted)",
        "settled",
        "settled(OH)",
        "settled(PA)",
        "stage(OH)",
        "stage(PA)",
        "votes(OH,ash)",
        "votes(ME,ash)",
        "leads(OH)",
        "share(OH,ash)",
        "share(ash)",
        "popularVote(ash)",
        "popularVote(total)",
        "called(ash)",
        "certified(ash)",
        "ascertained(ash)",
        "voted(ash)",
        "declared(ash)",
        "in-office(ash)",
        "electors.cast",
        "electors.appointed"
      })
  void no_explanation_rests_on_one(String figure) {
    String text = explanation(full, figure);
    assertThat(text).isEqualTo(explanation(plain, figure));
  }

  private static String explanation(SampleRecord record, String figure) {
    return new AllAnswers(record, Edition.OVER).explanation(figure, Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reported >= 17", "called >= 17", "certified >= 17", "ascertained >= 17", "voted >= 99",
        "declared", "in-office", "settled(OH)", "leads(OH)", "called(OH) by AP",
        "popular vote leads", "stage(OH) >= certified"
      })
  void no_condition_comes_true_by_one(String condition) {
    assertThat(new AllAnswers(full, Edition.OVER).turns(condition))
        .isEqualTo(new AllAnswers(plain, Edition.OVER).turns(condition));
  }

  /** An answer without how many entries and which problems there are. */
  private static String untold(String json) {
    try {
      ObjectNode answer = (ObjectNode) JSON.readTree(json);
      answer.remove(List.of("entries", "problems"));
      return answer.toString();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
