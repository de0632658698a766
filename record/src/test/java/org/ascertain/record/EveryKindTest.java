package org.ascertain.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Ballots;
import org.ascertain.election.Fact.ContingentVotes;
import org.ascertain.election.Fact.Stake;
import org.ascertain.election.Votes;
import org.ascertain.election.When;
import org.junit.jupiter.api.Test;

class EveryKindTest {

  private final List<Entry> entries = EveryKind.record().entries();

  @Test
  void every_kind_reads_without_a_problem() {
    assertThat(EveryKind.record().problems()).isEmpty();
    assertThat(entries).hasSize(EveryKind.record().size());
    assertThat(entries.stream().map(entry -> entry.fact().getClass()).collect(Collectors.toSet()))
        .isEqualTo(kinds(Fact.class).collect(Collectors.toSet()));
  }

  @Test
  void every_line_written_again_is_the_same_text() {
    RecordWriter writer = new RecordWriter();
    List<String> written =
        entries.stream().map(entry -> new String(writer.line(entry), UTF_8)).toList();

    assertThat(String.join("\n", written) + "\n").isEqualTo(new String(EveryKind.bytes(), UTF_8));
  }

  @Test
  void line_by_line_the_bytes_are_handed_on_as_they_were() {
    List<String> lines = new ArrayList<>();
    RecordReader.forEach(
        new ByteArrayInputStream(EveryKind.bytes()),
        line -> {
          assertThat(line.index()).isEqualTo(lines.size());
          assertThat(line.entry().orElseThrow()).isEqualTo(entries.get(lines.size()));
          lines.add(new String(line.bytes(), UTF_8));
        });

    assertThat(String.join("\n", lines) + "\n").isEqualTo(EveryKind.record().text());
  }

  @Test
  void drafts_may_have_spaces_and_say_the_same() {
    List<Entry> drafts = EveryKind.drafts().entries();

    assertThat(EveryKind.drafts().problems()).isEmpty();
    assertThat(drafts.stream().map(Entry::fact))
        .isEqualTo(entries.stream().map(Entry::fact).toList());
  }

  @Test
  void the_fields_of_a_draft_may_have_any_order() {
    String draft =
        """
        {"for":"tilden", "caller":"AP", "source":"paper", "unit":"US", "about":true, \
        "at":"1876-11-08T03:00:00-05:00", "fact":"call"}""";

    assertThat(EveryKind.drafts().set(7, draft).entries().get(6).fact())
        .isEqualTo(entries.get(6).fact());
  }

  @Test
  void a_draft_is_recorded_by_nobody_and_stands_in_its_line() {
    Entry draft = EveryKind.drafts().entries().get(1);

    assertThat(draft.index()).isEqualTo(1);
    assertThat(draft.recorded()).isEqualTo(Instant.parse("1876-11-08T01:15:00Z"));
    assertThat(draft.recordedBy()).isEqualTo("draft");
  }

  @Test
  void only_a_draft_may_leave_out_the_seconds_of_a_time() {
    String seconds = "1876-11-08T03:00:00-05:00";
    String minutes = "1876-11-08T03:00-05:00";

    assertThat(EveryKind.drafts().change(7, seconds, minutes).entries().get(6).fact())
        .isEqualTo(entries.get(6).fact());
    assertThat(EveryKind.record().change(7, seconds, minutes).problems()).containsExactly("7 R106");
  }

  @Test
  void what_is_left_out_has_its_meaning() {
    Fact.Returns returns = (Fact.Returns) entries.get(2).fact();

    assertThat(returns.exact()).isTrue();
    assertThat(returns.complete()).isFalse();
    assertThat(returns.total()).isEmpty();
    assertThat(returns.attestation().about()).isFalse();
    assertThat(returns.votes()).isEqualTo(Votes.NONE);
  }

  @Test
  void words_on_the_wire_are_those_of_the_record_and_not_of_the_program() {
    assertThat(entries.get(10).fact())
        .isInstanceOfSatisfying(
            Fact.Challenge.class,
            challenge -> {
              assertThat(challenge.kind()).isEqualTo(Fact.ChallengeKind.ELECTION_CONTEST);
              assertThat(challenge.atStake()).contains(new Stake.Everything());
            });
    assertThat(((Fact.Challenge) entries.get(11).fact()).atStake())
        .contains(new Stake.Ballots(250));
    assertThat(((Fact.Ruling) entries.get(12).fact()).side()).contains(Fact.Side.PETITIONER);
    assertThat(((Fact.Ruling) entries.get(12).fact()).closing()).isTrue();
    assertThat(((Fact.ElectorVotes) entries.get(19).fact()).blank()).hasValue(1);
    assertThat(((Fact.CommissionRuling) entries.get(27).fact()).inFavour()).isEqualTo(8);
    assertThat(((Fact.Oath) entries.get(37).fact()).office()).isEqualTo(Fact.Office.VICE_PRESIDENT);
  }

  @Test
  void ballots_are_by_office_or_in_pairs() {
    Votes pair = Votes.of(List.of("hayes", "tilden"), 10, 5);
    assertThat(((Fact.ElectorVotes) entries.get(20).fact()).ballots())
        .isEqualTo(new Ballots.Pairs(pair));
    assertThat(((Fact.ElectorVotes) entries.get(21).fact()).ballots())
        .isEqualTo(new Ballots.Distinct(Votes.NONE, Votes.NONE));
    assertThat(((Fact.ElectorVotes) entries.get(22).fact()).ballots())
        .isEqualTo(new Ballots.Distinct(Votes.NONE, Votes.of(List.of("wheeler"), 3)));
    assertThat(((Fact.Counted) entries.get(29).fact()).ballots()).isEmpty();
  }

  @Test
  void votes_by_state_keep_their_order() {
    Fact.ContingentBallot ballot = (Fact.ContingentBallot) entries.get(33).fact();

    assertThat(((ContingentVotes.ByState) ballot.votes()).states().keySet())
        .containsExactly("NY", "GA", "PA");
  }

  @Test
  void facts_that_name_the_same_tickets_share_one_list() {
    Fact.Returns some = (Fact.Returns) entries.get(3).fact();
    List<Entry> twice =
        EveryKind.record()
            .change(3, "\"votes\":{}", "\"votes\":{\"tilden\":1,\"hayes\":2}")
            .entries();

    assertThat(some.votes().ids()).containsExactly("tilden", "hayes");
    assertThat(((Fact.Returns) twice.get(2).fact()).votes().ids())
        .isSameAs(((Fact.Returns) twice.get(3).fact()).votes().ids());
  }

  @Test
  void every_entry_that_names_a_source_has_it_in_full() {
    assertThat(entries.get(2).fact().attestation().source())
        .isSameAs(entries.get(1).fact().attestation().source());
    assertThat(entries.get(2).fact().attestation().source().publisher())
        .contains("State of Florida");
  }

  @Test
  void a_time_is_as_precise_as_it_was_given() {
    assertThat(entries.get(1).fact().attestation().at()).isInstanceOf(When.AtMoment.class);
    assertThat(entries.get(1).fact().attestation().learned()).containsInstanceOf(When.OnDay.class);
    assertThat(entries.get(3).fact().attestation().at()).isInstanceOf(When.Between.class);
  }

  private static Stream<Class<?>> kinds(Class<?> type) {
    Class<?>[] kinds = type.getPermittedSubclasses();
    return kinds == null ? Stream.of(type) : Arrays.stream(kinds).flatMap(EveryKindTest::kinds);
  }
}
