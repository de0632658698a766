package org.ascertain.desk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.ascertain.desk.Scope.Beyond;
import org.ascertain.desk.Scope.Part;
import org.ascertain.desk.Token.Why;
import org.ascertain.election.Attestation;
import org.ascertain.election.Fact;
import org.ascertain.election.Source;
import org.ascertain.election.Votes;
import org.ascertain.election.When;
import org.ascertain.ledger.DeskStore;
import org.ascertain.postgres.ScratchStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class TokensTest {

  private static final String ELECTION = "us-president-2028";
  private static final Instant START = Instant.parse("2028-11-07T12:00:00Z");
  private static final Scope RETURNS_OF_PA =
      new Scope(
          Set.of(ELECTION),
          Set.of("returns", "call", "correction"),
          Set.of("AP"),
          Set.of("PA", "ME-1"),
          Set.of("pa-state"));

  @TempDir private Path folder;
  private Instant now = START;
  private DeskStore desk;
  private Tokens tokens;

  @BeforeEach
  void open() {
    desk = DeskTables.open(ScratchStores.in(folder));
    tokens = new Tokens(desk, () -> now);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private Tokens.Issued issue() {
    return tokens.issue("Wire", RETURNS_OF_PA, Policy.FLAG, START.plus(Tokens.USUAL_LIFE));
  }

  private Token good(String secret) {
    assertThat(tokens.show(secret)).isInstanceOf(Token.Good.class);
    return ((Token.Good) tokens.show(secret)).token();
  }

  private static Token.Refused refused(Why why) {
    return new Token.Refused(why);
  }

  @Test
  void a_token_opens_what_it_was_made_for_and_has_an_account_of_its_own() {
    Tokens.Issued one = issue();
    Tokens.Issued other = issue();
    assertThat(one.secret()).matches("asc_[A-Za-z0-9_-]{49}").isNotEqualTo(other.secret());
    Token token = good(one.secret());
    assertThat(token.account()).isEqualTo(1);
    assertThat(token.scope()).isEqualTo(RETURNS_OF_PA);
    assertThat(token.policy()).isEqualTo(Policy.FLAG);
    assertThat(token.label()).isEqualTo("Wire");
    assertThat(good(other.secret()).account()).isEqualTo(2);
  }

  @Test
  void the_secret_is_kept_nowhere_and_never_printed() throws IOException {
    Tokens.Issued issued = issue();
    desk.close();
    for (String file : List.of("desk.db", "desk.db-wal")) {
      Path kept = folder.resolve(file);
      if (Files.exists(kept))
        assertThat(new String(Files.readAllBytes(kept), ISO_8859_1))
            .doesNotContain(issued.secret().substring(4, 40));
    }
    assertThat(issued.toString()).doesNotContain(issued.secret());
  }

  @Test
  void a_typing_error_is_told_from_a_token_that_is_not_known() {
    String secret = issue().secret();
    for (int i = 0; i < secret.length(); i++) {
      char other = secret.charAt(i) == 'A' ? 'B' : 'A';
      String mistyped = secret.substring(0, i) + other + secret.substring(i + 1);
      assertThat(tokens.show(mistyped)).as(mistyped).isEqualTo(refused(Why.MISTYPED));
    }
    assertThat(tokens.show("")).isEqualTo(refused(Why.MISTYPED));
    assertThat(tokens.show(secret.substring(1))).isEqualTo(refused(Why.MISTYPED));
    String unknown = TokenSecret.of(new byte[TokenSecret.BYTES], false).text();
    assertThat(tokens.show(unknown)).isEqualTo(refused(Why.UNKNOWN));
  }

  @Test
  void a_token_that_another_program_revoked_opens_nothing_from_then_on() {
    Tokens.Issued issued = issue();
    good(issued.secret());
    try (DeskStore elsewhere = DeskTables.open(ScratchStores.in(folder))) {
      now = START.plusSeconds(60);
      assertThat(new Tokens(elsewhere, () -> now).revoke(1).orElseThrow().revoked()).contains(now);
      assertThat(tokens.show(issued.secret())).isEqualTo(refused(Why.REVOKED));
      now = START.plusSeconds(90);
      assertThat(new Tokens(elsewhere, () -> now).revoke(1).orElseThrow().revoked())
          .contains(START.plusSeconds(60));
    }
    assertThat(tokens.revoke(7)).isEmpty();
  }

  @Test
  void a_token_ends_with_its_last_second_and_lives_400_days_at_most() {
    Tokens.Issued issued = issue();
    now = START.plus(Tokens.USUAL_LIFE).minusSeconds(1);
    good(issued.secret());
    now = START.plus(Tokens.USUAL_LIFE);
    assertThat(tokens.show(issued.secret())).isEqualTo(refused(Why.EXPIRED));
    for (Duration life : List.of(Duration.ZERO, Duration.ofDays(400).plusSeconds(1)))
      assertThatThrownBy(() -> tokens.issue("Wire", RETURNS_OF_PA, Policy.ASIDE, now.plus(life)))
          .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void neither_rehearsals_nor_real_desks_take_the_tokens_of_the_other(@TempDir Path other) {
    try (DeskStore rehearsal = DeskTables.openForRehearsal(ScratchStores.in(other))) {
      Tokens theirs = new Tokens(rehearsal, () -> now);
      String secret =
          theirs.issue("Wire", RETURNS_OF_PA, Policy.ASIDE, now.plusSeconds(60)).secret();
      assertThat(secret).startsWith("ascr_");
      assertThat(theirs.show(secret)).isInstanceOf(Token.Good.class);
      assertThat(tokens.show(secret)).isEqualTo(refused(Why.OF_A_REHEARSAL));
      assertThat(theirs.show(issue().secret())).isEqualTo(refused(Why.OF_A_DESK));
    }
    try (DeskStore again = DeskTables.open(ScratchStores.in(other))) {
      assertThat(DeskTables.isForRehearsal(again)).as("whoever opens it").isTrue();
    }
  }

  @Test
  void the_last_use_is_known_to_the_minute() {
    String secret = issue().secret();
    assertThat(tokens.all().getFirst().lastUsed()).isEmpty();
    good(secret);
    now = START.plusSeconds(59);
    good(secret);
    assertThat(tokens.all().getFirst().lastUsed()).contains(START);
    now = START.plusSeconds(61);
    good(secret);
    assertThat(tokens.all().getFirst().lastUsed()).contains(now);
  }

  @Test
  void a_scope_says_which_of_election_kind_caller_and_unit_lies_beyond_it() {
    assertThat(beyond("us-president-2020", returns("PA")))
        .contains(new Beyond(Part.ELECTION, "us-president-2020"));
    assertThat(beyond(ELECTION, returns("PA"))).isEmpty();
    assertThat(beyond(ELECTION, returns("PA/42003/1"))).isEmpty();
    assertThat(beyond(ELECTION, returns("PAX"))).contains(new Beyond(Part.UNIT, "PAX"));
    assertThat(beyond(ELECTION, returns("ME"))).contains(new Beyond(Part.UNIT, "ME"));
    assertThat(beyond(ELECTION, returns("ME-1"))).isEmpty();
    assertThat(beyond(ELECTION, new Fact.Call(said(), "PA", "AP", "vance"))).isEmpty();
    assertThat(beyond(ELECTION, new Fact.Call(said(), "PA", "Fox", "vance")))
        .contains(new Beyond(Part.CALLER, "Fox"));
    assertThat(beyond(ELECTION, new Fact.Call(said(), "US", "AP", "vance")))
        .contains(new Beyond(Part.UNIT, "US"));
    assertThat(beyond(ELECTION, new Fact.CallWithdrawn(said(), "PA", "AP", "vance")))
        .contains(new Beyond(Part.FACT, "call-withdrawn"));
    assertThat(beyond(ELECTION, new Fact.Correction(said(), 7, "typed wrong", returns("OH"))))
        .as("what a correction puts in place")
        .contains(new Beyond(Part.UNIT, "OH"));
  }

  @Test
  void a_scope_without_units_is_for_all_and_without_callers_for_nobodys_calls() {
    Scope wide =
        new Scope(Set.of(ELECTION), Set.of("returns", "call"), Set.of(), Set.of(), Set.of());
    assertThat(wide.beyond(ELECTION, returns("OH/39049"))).isEmpty();
    assertThat(wide.beyond(ELECTION, new Fact.Call(said(), "OH", "AP", "vance")))
        .contains(new Beyond(Part.CALLER, "AP"));
    assertThat(wide.hasSource("any")).isTrue();
    assertThat(RETURNS_OF_PA.hasSource("pa-state")).isTrue();
    assertThat(RETURNS_OF_PA.hasSource("nyt")).isFalse();
  }

  private static Optional<Beyond> beyond(String election, Fact fact) {
    return RETURNS_OF_PA.beyond(election, fact);
  }

  private static Attestation said() {
    return Attestation.of(When.parse("2028-11-07T22:00:00-05:00"), Source.of("pa-state", "State"));
  }

  private static Fact returns(String unit) {
    return new Fact.Returns(
        said(),
        unit,
        Votes.NONE,
        OptionalLong.empty(),
        OptionalLong.of(10),
        true,
        OptionalLong.empty(),
        Optional.empty(),
        false);
  }
}
