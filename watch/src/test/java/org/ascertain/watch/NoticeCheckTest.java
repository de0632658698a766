package org.ascertain.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ascertain.archive.Archive;
import org.ascertain.archive.Pinned;
import org.ascertain.condition.Condition;
import org.ascertain.condition.ConditionParser;
import org.ascertain.condition.ConditionParser.Parsed;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Washington;
import org.ascertain.record.Checkpoint;
import org.ascertain.record.Flaw;
import org.ascertain.record.Hash;
import org.ascertain.record.Lines;
import org.ascertain.record.Pin;
import org.ascertain.record.RecordWriter;
import org.ascertain.record.StreamedLines;
import org.ascertain.record.TreeHashes;
import org.ascertain.record.Trust;
import org.ascertain.record.Verification;
import org.ascertain.standing.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A notice is evidence: of all that its turn rests on, offline, and again beside a log. */
@Timeout(120)
class NoticeCheckTest {

  private static final String ID = "us-president-2020";
  private static final History OF_2020 = PastElections.history(ID);
  private static final Trust TRUST = Trust.NONE.withPins(Pinned.all());
  private static final Pin PIN =
      Pinned.pins().stream().filter(each -> each.election().equals(ID)).findFirst().orElseThrow();
  private static final StreamedLines LINES =
      new StreamedLines(() -> Archive.open(ID).orElseThrow());
  private static final Evidence EVIDENCE =
      Evidence.ofLines(
              LINES,
              new Checkpoint("ascertain.invalid/archive/" + ID, PIN.size(), PIN.root()).unsigned())
          .remembering();

  private static final NoticeCheck.AtHand AT_HAND =
      new NoticeCheck.AtHand(LINES, LINES.size(), () -> OF_2020);

  private static Condition condition(String text) {
    if (!(ConditionParser.parse(text, OF_2020.header(), OF_2020.law())
        instanceof Parsed.Understood(var understood))) throw new AssertionError(text);
    return understood;
  }

  /** The notice of the first turn of a condition in 2020. */
  private static String notice(String text) {
    List<Turn> turns = new ArrayList<>();
    Replayed.tell(
        OF_2020,
        Map.of("w", condition(text)),
        Washington.endOf(Washington.day(OF_2020.end())),
        turns::add);
    return Notice.of(
            turns.getFirst(), condition(text), OF_2020.header(), Optional.of(EVIDENCE), true)
        .body();
  }

  private static Verification check(String notice) {
    return NoticeCheck.of(notice, TRUST, Optional.of(AT_HAND));
  }

  private static String meaning(String name) {
    return Meaning.named(name, OF_2020.law()).orElseThrow().condition();
  }

  @Test
  void it_can_be_checked_and_an_altered_one_is_found_out() {
    String notice = notice(meaning("market"));
    assertThat(check(notice).holds()).isTrue();
    for (String[] altered :
        new String[][] {
          {"\"biden\",\"name", "\"trump\",\"name"},
          {"2020-11-07T11:40:00-05:00\\\"", "2020-11-07T11:41:00-05:00\\\""},
          {PIN.root().toString(), Hash.OF_NOTHING.toString()},
          {"\"hashes\":[", "\"hashes\":[\"" + Hash.OF_NOTHING + "\","}
        }) {
      String other = notice.replace(altered[0], altered[1]);
      assertThat(other).isNotEqualTo(notice);
      assertThat(check(other).holds()).as(altered[1]).isFalse();
    }
  }

  /** Each part of a notice of the market's rule in 2020, as somebody might alter it alone. */
  static Stream<Arguments> alterations() {
    String hash = "\"" + Hash.OF_NOTHING + "\"";
    return Stream.of(
        Arguments.of("since", "\"2020-11-06\""),
        Arguments.of("known", "\"2020-11-07T12:00:00-05:00\""),
        Arguments.of("known", "\"2019-11-07\""),
        Arguments.of("knownAbout", "true"),
        Arguments.of("name", "\"Donald J. Trump\""),
        Arguments.of("candidate", "\"trump\""),
        Arguments.of("condition", "\"called by AP\""),
        Arguments.of("by", "7972"),
        Arguments.of("byText", "\"somebody called it\""),
        Arguments.of("canBeUndone", "\"Nothing can undo this.\""),
        Arguments.of("canBeUndoneEs", "\"Nada puede deshacerlo.\""),
        Arguments.of("turn", "\"00000000000000000000000000\""),
        Arguments.of("seq", "2"),
        Arguments.of("watch", "\"another\""),
        Arguments.of("alreadyTrue", "true"),
        Arguments.of("rehearsal", ""),
        Arguments.of("proofs", "[]"),
        Arguments.of("entries", "[]"),
        Arguments.of("more", "3"),
        Arguments.of("hashes", "[" + hash + "]"),
        Arguments.of("somethingElse", "1"));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("alterations")
  void each_part_that_somebody_alters_is_named(String part, String value) throws IOException {
    ObjectMapper json = new ObjectMapper();
    JsonNode notice = json.readTree(notice(meaning("market")));
    ObjectNode data = (ObjectNode) notice.path("data");
    if (value.isEmpty()) data.remove(part);
    else data.set(part, json.readTree(value));
    Verification checked = check(notice.toString());
    assertThat(checked.holds()).isFalse();
    if (part.equals("watch")) // in no record; the turn's id follows from it
    assertThat(checked.flaws()).extracting(Flaw::where).containsExactly("turn");
    else if (part.equals("condition")) // another one turned at another entry
    assertThat(checked.flaws()).extracting(Flaw::where).contains("by", "canBeUndone");
    else if (part.equals("hashes"))
      assertThat(checked.flaws()).extracting(Flaw::where).contains("entry 7976");
    else assertThat(checked.flaws()).extracting(Flaw::where).contains(part);
  }

  @ParameterizedTest
  @ValueSource(strings = {"type", "timestamp"})
  void so_is_what_stands_around_them(String part) throws IOException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode notice = (ObjectNode) json.readTree(notice(meaning("market")));
    notice.put(part, part.equals("type") ? "ascertain.watch.off" : "2020-11-08T00:00:00Z");
    assertThat(check(notice.toString()).flaws()).extracting(Flaw::where).contains(part);
  }

  @Test
  void without_a_record_no_more_is_said_than_that_its_entries_stand_in_one() {
    Verification pinned = NoticeCheck.of(notice(meaning("market")), TRUST, Optional.empty());
    assertThat(pinned.holds()).isFalse();
    assertThat(pinned.flaws()).isEmpty();
    assertThat(pinned.summary())
        .isEqualTo(
            "its entries stand in a record that is signed or pinned; the rest was not checked");
    assertThat(pinned.remarks().toString()).contains("--log DIR|URL");
    Verification unknown = NoticeCheck.of(notice(meaning("market")), Trust.NONE, Optional.empty());
    assertThat(unknown.summary())
        .isEqualTo(
            "its entries stand in a record that nobody who is known vouches for; the rest was not"
                + " checked");
  }

  @Test
  void one_without_entries_or_proofs_proves_nothing_and_says_so() throws IOException {
    ObjectMapper json = new ObjectMapper();
    JsonNode notice = json.readTree(notice(meaning("market")));
    ObjectNode data = (ObjectNode) notice.path("data");
    data.putArray("entries");
    data.putArray("proofs");
    Verification bare = NoticeCheck.of(notice.toString(), TRUST, Optional.empty());
    assertThat(bare.holds()).isFalse();
    assertThat(bare.summary()).startsWith("it proves nothing");
    data.remove("checkpoint");
    assertThat(NoticeCheck.of(notice.toString(), TRUST, Optional.of(AT_HAND)).summary())
        .startsWith("it proves nothing");
  }

  @Test
  void one_that_rests_on_a_rung_proves_each_entry_that_the_majority_is_made_of() {
    String notice = notice("voted >= majority");
    assertThat(notice.length()).isLessThanOrEqualTo(Notice.LARGEST);
    Verification checked = check(notice);
    assertThat(checked.holds()).as(checked.toString()).isTrue();
    assertThat(checked.remarks())
        .containsExactly("no record can prove, and the notice alone says: watch");
    long named = new Notice("", notice).rests().size();
    assertThat(named).isGreaterThan(20);
    assertThat(notice.split("\"proof\":")).hasSize((int) named + 1);
    long first = new Notice("", notice).rests().getFirst();
    String other =
        notice.replaceFirst(
            ",\\\\\"jurisdiction\\\\\":\\\\\"VT", ",\\\\\"jurisdiction\\\\\":\\\\\"VA");
    assertThat(other).isNotEqualTo(notice);
    assertThat(check(other).flaws().toString()).contains("entry " + first);
  }

  @Test
  void what_does_not_fit_is_named_without_a_proof_and_a_log_shows_it() {
    String notice = notice(meaning("all-certified"));
    assertThat(notice.length()).isLessThanOrEqualTo(Notice.LARGEST);
    Verification alone = NoticeCheck.of(notice, TRUST, Optional.empty());
    assertThat(alone.holds()).isFalse();
    assertThat(alone.flaws()).isEmpty();
    assertThat(alone.remarks().toString()).contains("named without a proof");
    List<byte[]> log = new ArrayList<>();
    LINES.read(0, LINES.size(), (line, at) -> log.add(line));
    Verification beside = NoticeCheck.ofLog(notice, TRUST, log, true, OF_2020);
    assertThat(beside.holds()).isTrue();
    assertThat(beside.remarks()).hasSize(1);
    assertThat(beside.proven())
        .anySatisfy(each -> assertThat(each).contains("stand in the log; the notice has no proof"));
  }

  /** A record that grows: each entry a minute after the one before it. */
  private static List<Entry> recorded(Fact... facts) {
    Instant begun = Instant.parse("2020-11-04T06:00:00Z");
    return IntStream.range(0, facts.length)
        .mapToObj(i -> new Entry(i, begun.plusSeconds(60L * i), "7", facts[i]))
        .toList();
  }

  @Test
  void what_was_recorded_after_it_makes_no_notice_wrong() {
    Fact call = FollowedRecord.call("FL", 0);
    List<Entry> all =
        recorded(
            FollowedRecord.HEADER,
            call,
            new Fact.Retraction(call.attestation(), 1, "it was never made"));
    WatchedElection election =
        WatchedElection.beginning(all.getFirst(), OF_2020.law(), Archive.knownUnits());
    Condition condition = FollowedRecord.condition("called(FL) by AP");
    election.add("w", condition);
    Turn turn =
        election.take(List.of(all.get(1)), Washington.nanos(all.get(1).recorded())).getFirst();
    RecordWriter writer = new RecordWriter();
    List<byte[]> lines = all.stream().map(writer::line).toList();
    TreeHashes hashes = TreeHashes.of(Lines.of(lines), 2);
    Evidence evidence =
        Evidence.ofLines(
            Lines.of(lines), new Checkpoint("example.org/" + ID, 2, hashes.root(2)).unsigned());
    String notice =
        Notice.of(turn, condition, FollowedRecord.HEADER, Optional.of(evidence), false).body();
    History now = History.of(all, OF_2020.law(), Archive.knownUnits(), History.ALL);
    Verification checked = NoticeCheck.ofLog(notice, Trust.NONE, lines, true, now);
    assertThat(checked.flaws()).isEmpty();
    assertThat(checked.holds()).isTrue();
    assertThat(checked.remarks())
        .containsExactly("no record can prove, and the notice alone says: watch, seq");
    for (String[] altered :
        new String[][] {
          {"01:01:00-05:00\",\"entries", "01:02:00-05:00\",\"entries"},
          {"\"by\":1", "\"by\":0"},
          {"a withdrawal by AP", "nothing"},
          {"\"name\":\"D", "\"name\":\"R"},
          {"\"candidate\":\"trump\"", "\"candidate\":\"biden\""},
          {"\"seq\":1", "\"seq\":2"}
        }) {
      String other = notice.replace(altered[0], altered[1]);
      assertThat(other).as(altered[0] + notice).isNotEqualTo(notice);
      assertThat(NoticeCheck.ofLog(other, Trust.NONE, lines, true, now).flaws())
          .as(altered[1])
          .isNotEmpty();
    }
    Verification beside = NoticeCheck.of(notice, Trust.NONE, Optional.of(AT_HAND));
    assertThat(beside.proven()).noneMatch(each -> each.contains("asked again"));
    assertThat(beside.remarks())
        .contains("the record at hand, of 13,427 entries, is another one than the notice's");
    assertThat(checked.proven()).anySatisfy(each -> assertThat(each).contains("held for trump"));
    assertThat(
            NoticeCheck.ofLog(notice.replace("watch.on", "watch.off"), Trust.NONE, lines, true, now)
                .flaws())
        .isNotEmpty();
  }
}
