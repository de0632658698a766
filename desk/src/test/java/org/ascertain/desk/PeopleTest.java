package org.ascertain.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ascertain.desk.People.Done;
import org.ascertain.desk.People.Invited;
import org.ascertain.desk.People.Not;
import org.ascertain.desk.People.Why;
import org.ascertain.desk.Sessions.Same;
import org.ascertain.desk.Sessions.SignedIn;
import org.ascertain.desk.Sessions.TooEarly;
import org.ascertain.desk.Sessions.Wrong;
import org.ascertain.ledger.DeskStore;
import org.ascertain.ledger.Secret;
import org.ascertain.ledger.Store;
import org.ascertain.postgres.ScratchStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** People at a desk, and who of them is signed in. */
@Timeout(120)
class PeopleTest {

  private static final String PASSWORD = "a long night in november";
  private static final String HERE = "192.0.2.0/24";

  @TempDir private Path folder;
  private Instant now = Instant.parse("2028-11-07T12:00:00Z");
  private DeskStore desk;
  private People people;
  private Sessions sessions;
  private Person administrator;

  @BeforeEach
  void open() {
    Store store = ScratchStores.in(folder);
    desk = DeskTables.open(store);
    SecureRandom random = new SecureRandom();
    PasswordHashes hashes = new PasswordHashes(random);
    people = new People(desk, () -> now, random, hashes);
    sessions = new Sessions(desk, () -> now, random, hashes);
    administrator =
        done(people.accept(people.firstAdministrator().orElseThrow(), Optional.empty(), PASSWORD));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private static Person done(People.Answer answer) {
    assertThat(answer).isInstanceOf(Done.class);
    return ((Done) answer).now();
  }

  private Person invited(String name, Role... roles) {
    Invited invited = (Invited) people.invite(administrator, name, Set.of(roles));
    return done(people.accept(invited.link(), Optional.empty(), PASSWORD));
  }

  private Secret signedIn(String name) {
    Sessions.Answer answer = sessions.signIn(name, PASSWORD, HERE);
    assertThat(answer).isInstanceOf(SignedIn.class);
    return ((SignedIn) answer).session();
  }

  @Test
  void the_first_administrator_comes_by_a_link_and_there_is_no_second_first() {
    assertThat(administrator.roles()).containsExactly(Role.ADMINISTRATOR);
    assertThat(people.firstAdministrator()).isEmpty();
  }

  @Test
  void a_link_is_good_once_and_for_its_time() {
    Invited invited = (Invited) people.invite(administrator, "Ann", Set.of(Role.RECORDER));
    assertThat(done(people.accept(invited.link(), Optional.empty(), PASSWORD)).isReady()).isTrue();
    assertThat(people.accept(invited.link(), Optional.empty(), PASSWORD))
        .isEqualTo(new Not(Why.NO_INVITATION));
    Invited late = (Invited) people.invite(administrator, "Ben", Set.of(Role.RECORDER));
    now = now.plus(People.LINK);
    assertThat(people.accept(late.link(), Optional.empty(), PASSWORD))
        .isEqualTo(new Not(Why.NO_INVITATION));
    Secret forged = Secret.random(new SecureRandom());
    assertThat(people.accept(forged, Optional.empty(), PASSWORD))
        .isEqualTo(new Not(Why.NO_INVITATION));
  }

  @Test
  void only_administrators_change_people_and_nobody_themselves() {
    Person ann = invited("Ann", Role.REVIEWER);
    assertThat(people.invite(ann, "Ben", Set.of(Role.REVIEWER)))
        .isEqualTo(new Not(Why.NOT_AN_ADMINISTRATOR));
    assertThat(people.setRoles(administrator, administrator.account(), Set.of(Role.REVIEWER)))
        .isEqualTo(new Not(Why.OWN_ACCOUNT));
    assertThat(people.erase(administrator, administrator.account()))
        .isEqualTo(new Not(Why.OWN_ACCOUNT));
  }

  @Test
  void a_session_ends_when_nobody_acts_and_after_twelve_hours_whatever_they_do() {
    invited("Ann", Role.RECORDER);
    Secret idle = signedIn("Ann");
    for (int i = 0; i < 5; i++) {
      now = now.plus(Duration.ofMinutes(6));
      Optional<Person> shown = sessions.show(idle, false);
      assertThat(shown.isPresent()).isEqualTo(i < 4);
    }
    Secret busy = signedIn("Ann");
    Instant start = now;
    while (now.isBefore(start.plus(Sessions.LONGEST).minusSeconds(60))) {
      assertThat(sessions.show(busy, true)).isPresent();
      now = now.plus(Duration.ofMinutes(20));
    }
    now = start.plus(Sessions.LONGEST);
    assertThat(sessions.show(busy, true)).isEmpty();
  }

  @Test
  void whoever_signs_out_or_gets_other_roles_is_out_everywhere_that_says() {
    Person ann = invited("Ann", Role.RECORDER);
    Secret one = signedIn("Ann");
    Secret other = signedIn("Ann");
    assertThat(one.text()).isNotEqualTo(other.text());
    sessions.signOut(one);
    assertThat(sessions.show(one, true)).isEmpty();
    assertThat(sessions.show(other, true)).isPresent();
    done(people.setRoles(administrator, ann.account(), Set.of(Role.REVIEWER)));
    assertThat(sessions.show(other, true)).isEmpty();
    Secret third = signedIn("Ann");
    sessions.signOutEverywhere(ann.account());
    assertThat(sessions.show(third, true)).isEmpty();
  }

  @Test
  void wrong_passwords_and_unknown_names_are_answered_alike_and_later_each_time() {
    invited("Ann", Role.RECORDER);
    for (String name : List.of("Ann", "Nobody")) {
      List<Duration> waits = new ArrayList<>();
      for (int i = 0; i < 14; i++) {
        String network = name + " " + i; // each attempt from elsewhere
        Sessions.Answer answer = sessions.signIn(name, "it is not this one", network);
        if (answer instanceof TooEarly early) {
          waits.add(early.left());
          now = now.plus(early.left());
          answer = sessions.signIn(name, "it is not this one", network);
        }
        assertThat(answer).isEqualTo(new Wrong());
      }
      assertThat(waits.stream().map(Duration::toSeconds))
          .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L, 300L);
    }
    now = now.plusSeconds(300);
    signedIn("Ann");
  }

  /**
   * By the median of attempts in turn; wide bounds, for others work on the machine at the same
   * time.
   */
  @Test
  void an_unknown_name_takes_as_long_as_a_known_one() {
    invited("Ann", Role.RECORDER);
    List<Long> known = new ArrayList<>();
    List<Long> unknown = new ArrayList<>();
    for (int i = 0; i < 31; i++) {
      now = now.plus(Duration.ofHours(2)); // earlier failures are forgotten
      known.add(nanos("Ann"));
      unknown.add(nanos("Nobody"));
    }
    known.sort(Long::compare);
    unknown.sort(Long::compare);
    assertThat(unknown.get(15) / (double) known.get(15)).isBetween(0.6, 1.7);
  }

  private long nanos(String name) {
    long began = System.nanoTime();
    assertThat(sessions.signIn(name, "it is not this one", HERE)).isEqualTo(new Wrong());
    return System.nanoTime() - began;
  }

  @Test
  void a_password_is_asked_for_again_and_failures_count_as_at_the_door() {
    Person ann = invited("Ann", Role.RECORDER);
    assertThat(sessions.again(ann, PASSWORD, HERE)).isEqualTo(new Same(ann));
    for (int i = 0; i < 3; i++)
      assertThat(sessions.again(ann, "it is not this one", HERE)).isEqualTo(new Wrong());
    assertThat(sessions.again(ann, PASSWORD, HERE)).isInstanceOf(TooEarly.class);
  }

  @Test
  void many_names_from_one_network_wait_too() {
    for (int i = 0; i < 3; i++)
      assertThat(sessions.signIn("name " + i, "it is not this one", HERE)).isEqualTo(new Wrong());
    assertThat(sessions.signIn("name 4", "it is not this one", HERE)).isInstanceOf(TooEarly.class);
  }

  @Test
  void who_is_erased_leaves_a_number_and_nothing_else() {
    Person ann = invited("Ann Ash", Role.RECORDER);
    Secret session = signedIn("Ann Ash");
    Person erased = done(people.erase(administrator, ann.account()));
    assertThat(erased.name()).isEmpty();
    assertThat(erased.roles()).isEmpty();
    assertThat(sessions.show(session, true)).isEmpty();
    assertThat(sessions.signIn("Ann Ash", PASSWORD, HERE)).isEqualTo(new Wrong());
    List<Trail.Line> trail = people.trail(1, 100);
    assertThat(trail.toString()).doesNotContain("Ann");
    assertThat(Trail.firstBroken(trail)).isEmpty();
    assertThat(trail).extracting(Trail.Line::act).contains("invite", "accept", "sign-in", "erase");
  }

  @Test
  void a_password_is_long_and_no_name_is_given_twice() {
    Invited invited = (Invited) people.invite(administrator, "Ann", Set.of());
    assertThat(people.accept(invited.link(), Optional.empty(), "short"))
        .isEqualTo(new Not(Why.UNFIT_PASSWORD));
    assertThat(people.invite(administrator, "Ann", Set.of())).isEqualTo(new Not(Why.UNFIT_NAME));
    assertThat(people.invite(administrator, "a\r\nSet-Cookie: b", Set.of()))
        .isEqualTo(new Not(Why.UNFIT_NAME));
  }

  @Test
  void passwords_are_kept_by_argon2id_with_a_salt_of_their_own() {
    PasswordHashes hashes = new PasswordHashes(new SecureRandom());
    String one = hashes.hash(PASSWORD).orElseThrow();
    assertThat(one).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(hashes.hash(PASSWORD)).isPresent().get().isNotEqualTo(one);
    assertThat(hashes.matches(PASSWORD, one)).contains(true);
    assertThat(hashes.matches(PASSWORD + " ", one)).contains(false);
  }
}
