package org.ascertain.desk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.ascertain.ledger.DeskStore;
import org.ascertain.ledger.Secret;

/**
 * Who is signed in. Each use looks into the store, so that a session that was ended, by whatever
 * program, opens nothing from then on. Signing in always makes a new one.
 */
public final class Sessions {

  /** How long a session is good when its person does nothing. */
  public static final Duration IDLE = Duration.ofMinutes(30);

  /** How long a session is good at all. */
  public static final Duration LONGEST = Duration.ofHours(12);

  /** How exactly the last act is known: an act is not to cost a write each time. */
  private static final Duration SEEN_IS_KNOWN_TO = Duration.ofMinutes(1);

  /** What came of signing in. */
  public sealed interface Answer {}

  /** They are signed in; the secret is told once. */
  public record SignedIn(Person person, Secret session) implements Answer {}

  /** It is they who gave their password once more. */
  public record Same(Person person) implements Answer {}

  /** Name or password is wrong; which, is not told. */
  public record Wrong() implements Answer {}

  /** After failures it is too early for another attempt. */
  public record TooEarly(Duration left) implements Answer {}

  /** Too many passwords are being looked at. */
  public record Busy() implements Answer {}

  private final DeskStore desk;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final PasswordHashes hashes;
  private final FailedSignIns failed = new FailedSignIns();

  /** Nobody's: an unknown name takes as long as a known one. */
  private final String nobodys;

  Sessions(DeskStore desk, InstantSource clock, RandomGenerator random, PasswordHashes hashes) {
    this.desk = desk;
    this.clock = clock;
    this.random = random;
    this.hashes = hashes;
    this.nobodys =
        hashes
            .hash(Secret.random(random).text())
            .orElseThrow(() -> new IllegalStateException("nobody signs in yet"));
  }

  /**
   * Signs somebody in.
   *
   * @param network from which they come: the first 24 bits of an IPv4 address, 64 of an IPv6 one
   */
  public Answer signIn(String name, String password, String network) {
    return looked(name, password, network, kept -> begin(kept, now()));
  }

  /**
   * Whether it is still they who are signed in, before something grave: a screen may have been left
   * open.
   *
   * @param network as for signing in; failures count there, too
   */
  public Answer again(Person person, String password, String network) {
    return looked(person.name().orElse(""), password, network, kept -> new Same(kept.person()));
  }

  private Answer looked(
      String name, String password, String network, Function<Kept, Answer> right) {
    Instant now = now();
    String byName = "name " + name;
    String byNetwork = "network " + network;
    Duration wait = failed.tooEarly(byName, now);
    Duration other = failed.tooEarly(byNetwork, now);
    if (other.compareTo(wait) > 0) wait = other;
    if (wait.isPositive()) return new TooEarly(wait);

    Optional<Kept> kept = desk.ask(of -> kept(of, name));
    Optional<Boolean> matches = hashes.matches(password, kept.map(Kept::password).orElse(nobodys));
    if (matches.isEmpty()) return new Busy();
    if (kept.isEmpty() || !matches.get()) {
      failed.failed(byName, now);
      failed.failed(byNetwork, now);
      return new Wrong();
    }
    failed.succeeded(byName);
    failed.succeeded(byNetwork);
    return right.apply(kept.get());
  }

  private Answer begin(Kept kept, Instant now) {
    Secret secret = Secret.random(random);
    Account account = kept.person().account();
    return desk.change(
        in -> {
          // who was erased, or has another password, while this one was looked at
          if (!kept(in, kept.person().name().orElse("")).equals(Optional.of(kept)))
            return new Wrong();
          try (PreparedStatement insert =
              in.prepareStatement(
                  "insert into session (hash, account, created, seen) values (?, ?, ?, ?)")) {
            insert.setString(1, secret.hash());
            insert.setLong(2, account.number());
            insert.setString(3, now.toString());
            insert.setString(4, now.toString());
            insert.executeUpdate();
          }
          Trail.write(in, now, account, "sign-in", "account " + account.number(), Map.of());
          return new SignedIn(kept.person(), secret);
        });
  }

  /**
   * Whose session a secret opens, if it is open.
   *
   * @param isAct whether the person did something; what a page asks by itself keeps nothing open
   */
  public Optional<Person> show(Secret session, boolean isAct) {
    Instant now = now();
    record Open(Person person, Instant seen) {}
    Optional<Open> open =
        desk.ask(
            of -> {
              try (PreparedStatement select =
                  of.prepareStatement(
                      "select account, created, seen from session where hash = ? and ended is"
                          + " null")) {
                select.setString(1, session.hash());
                try (ResultSet row = select.executeQuery()) {
                  if (!row.next()) return Optional.empty();
                  Instant created = Instant.parse(row.getString(2));
                  Instant seen = Instant.parse(row.getString(3));
                  if (!now.isBefore(created.plus(LONGEST)) || !now.isBefore(seen.plus(IDLE)))
                    return Optional.empty();
                  return People.find(of, new Account(row.getLong(1)))
                      .map(person -> new Open(person, seen));
                }
              }
            });
    if (isAct && open.filter(o -> !now.isBefore(o.seen().plus(SEEN_IS_KNOWN_TO))).isPresent())
      seen(session, now);
    return open.map(Open::person);
  }

  private void seen(Secret session, Instant now) {
    desk.change(
        in -> {
          try (PreparedStatement update =
              in.prepareStatement("update session set seen = ? where hash = ? and ended is null")) {
            update.setString(1, now.toString());
            update.setString(2, session.hash());
            return update.executeUpdate();
          }
        });
  }

  /** Ends one session. */
  public void signOut(Secret session) {
    Instant now = now();
    desk.change(
        in -> {
          try (PreparedStatement update =
              in.prepareStatement(
                  "update session set ended = ? where hash = ? and ended is null")) {
            update.setString(1, now.toString());
            update.setString(2, session.hash());
            return update.executeUpdate();
          }
        });
  }

  /** Ends every session of somebody, wherever they are signed in. */
  public void signOutEverywhere(Account account) {
    Instant now = now();
    desk.change(in -> endAll(in, account, now));
  }

  static int endAll(Connection in, Account account, Instant now) throws SQLException {
    try (PreparedStatement update =
        in.prepareStatement("update session set ended = ? where account = ? and ended is null")) {
      update.setString(1, now.toString());
      update.setLong(2, account.number());
      return update.executeUpdate();
    }
  }

  private record Kept(Person person, String password) {
    /** Never printed by accident. */
    @Override
    public String toString() {
      return "Kept[" + person + "]";
    }
  }

  private static Optional<Kept> kept(Connection of, String name) throws SQLException {
    Optional<Person> person = People.named(of, name).filter(Person::isReady);
    if (person.isEmpty()) return Optional.empty();
    try (PreparedStatement select =
        of.prepareStatement("select password from person where account = ?")) {
      select.setLong(1, person.get().account().number());
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Statements.text(row, 1).map(password -> new Kept(person.get(), password))
            : Optional.empty();
      }
    }
  }

  /** To the second, as it is shown. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
