package org.ascertain.desk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.ascertain.ledger.DeskStore;
import org.ascertain.ledger.Secret;

/**
 * The people of a desk: who is invited, who has which role, who is erased. Only administrators
 * change any of it, and nobody their own roles; so there is always one administrator left.
 */
public final class People {

  /** How long the link of the first administrator is good. */
  public static final Duration FIRST_LINK = Duration.ofHours(1);

  /** How long any other invitation is good. */
  public static final Duration LINK = Duration.ofDays(7);

  private static final int LONGEST_NAME = 100;
  private static final int SHORTEST_PASSWORD = 13;
  private static final int LONGEST_PASSWORD = 1_000;

  /** What came of changing or accepting something. */
  public sealed interface Answer {}

  /** It is so now. */
  public record Done(Person now) implements Answer {}

  /** A link by which this person sets a password; it is told once. */
  public record Invited(Person person, Secret link) implements Answer {}

  /** It is not done: a sentence says why. */
  public record Not(Why why) implements Answer {}

  /** Why something about a person is not done. */
  public enum Why {
    NOT_AN_ADMINISTRATOR("Only an administrator invites people, gives roles and erases."),
    OWN_ACCOUNT("Nobody changes their own roles or erases themselves; another administrator can."),
    NO_SUCH_PERSON("There is no such person."),
    UNFIT_NAME("A name has 1 to 100 characters, and no other has it."),
    UNFIT_PASSWORD(
        "A password has 13 characters or more, and is none that others would try early: no name, no"
            + " common word made long."),
    NO_INVITATION("This link is none of this desk's, was used, or has expired."),
    BUSY("Too many passwords are being looked at; try again in a moment.");

    private final String sentence;

    Why(String sentence) {
      this.sentence = sentence;
    }

    /** A sentence for people. */
    public String sentence() {
      return sentence;
    }
  }

  private final DeskStore desk;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final PasswordHashes hashes;

  People(DeskStore desk, InstantSource clock, RandomGenerator random, PasswordHashes hashes) {
    this.desk = desk;
    this.clock = clock;
    this.random = random;
    this.hashes = hashes;
  }

  /**
   * Invites whoever reads the terminal to be the first administrator.
   *
   * @return the link, or nothing if somebody is administrator already
   */
  public Optional<Secret> firstAdministrator() {
    return desk.change(
        in -> {
          Optional<Person> ready =
              select(in).stream()
                  .filter(person -> person.is(Role.ADMINISTRATOR) && person.isReady())
                  .findFirst();
          if (ready.isPresent()) return Optional.empty();
          Optional<Person> asked = named(in, "administrator");
          Person first =
              asked.isPresent()
                  ? asked.get()
                  : insert(in, "administrator", Set.of(Role.ADMINISTRATOR));
          // an earlier link ends with the next
          run(in, "delete from invitation where account = ?", first.account());
          return Optional.of(link(in, first.account(), first.account(), FIRST_LINK));
        });
  }

  /** Invites somebody to have an account. */
  public Answer invite(Person by, String name, Set<Role> roles) {
    return by.is(Role.ADMINISTRATOR)
        ? invite(Optional.of(by.account()), name, roles)
        : new Not(Why.NOT_AN_ADMINISTRATOR);
  }

  /**
   * The same by whoever may write to the data folder; the trail then says that the invited opened
   * their account themselves.
   */
  public Answer invite(String name, Set<Role> roles) {
    return invite(Optional.empty(), name, roles);
  }

  private Answer invite(Optional<Account> by, String name, Set<Role> roles) {
    if (!isName(name)) return new Not(Why.UNFIT_NAME);
    return desk.change(
        in -> {
          if (named(in, name).isPresent()) return new Not(Why.UNFIT_NAME);
          Person person = insert(in, name, roles);
          Account inviter = by.orElse(person.account());
          return new Invited(person, link(in, inviter, person.account(), LINK));
        });
  }

  /**
   * Sets the password of whoever was invited; the link opens nothing afterwards.
   *
   * @param name by which they want to sign in, if not by the one that they were invited by
   */
  public Answer accept(Secret link, Optional<String> name, String password) {
    Optional<Person> invited = desk.ask(of -> invited(of, link));
    if (invited.isEmpty()) return new Not(Why.NO_INVITATION);
    if (name.filter(wanted -> !isName(wanted)).isPresent()) return new Not(Why.UNFIT_NAME);
    Optional<String> called = name.or(() -> invited.get().name());
    if (!isPassword(password, called)) return new Not(Why.UNFIT_PASSWORD);
    Optional<String> hash = hashes.hash(password);
    if (hash.isEmpty()) return new Not(Why.BUSY);
    return desk.change(
        in -> {
          if (invited(in, link).isEmpty()) return new Not(Why.NO_INVITATION);
          Account account = invited.get().account();
          if (called.isPresent()) {
            Optional<Person> other = named(in, called.get());
            if (other.filter(each -> !each.account().equals(account)).isPresent())
              return new Not(Why.UNFIT_NAME);
            set(in, "name", called.get(), account);
          }
          try (PreparedStatement update =
              in.prepareStatement("update invitation set used = ? where hash = ?")) {
            update.setString(1, now().toString());
            update.setString(2, link.hash());
            update.executeUpdate();
          }
          set(in, "password", hash.get(), account);
          trail(in, account, "accept", account, Map.of());
          return new Done(find(in, account).orElseThrow());
        });
  }

  /** Gives somebody other roles; they sign in anew. */
  public Answer setRoles(Person by, Account account, Set<Role> roles) {
    return change(
        by,
        account,
        in -> {
          set(in, "roles", Role.list(roles), account);
          Sessions.endAll(in, account, now());
          trail(in, by.account(), "roles", account, Map.of("roles", Role.list(roles)));
        });
  }

  /** Takes name, password, sessions and invitations away; the number stays where it stands. */
  public Answer erase(Person by, Account account) {
    return change(
        by,
        account,
        in -> {
          run(
              in,
              "update person set name = null, password = null, roles = '' where account = ?",
              account);
          set(in, "erased", now().toString(), account);
          run(in, "delete from session where account = ?", account);
          run(in, "delete from invitation where account = ?", account);
          trail(in, by.account(), "erase", account, Map.of());
        });
  }

  private interface Change {
    void in(Connection desk) throws SQLException;
  }

  private Answer change(Person by, Account account, Change change) {
    if (!by.is(Role.ADMINISTRATOR)) return new Not(Why.NOT_AN_ADMINISTRATOR);
    if (by.account().equals(account)) return new Not(Why.OWN_ACCOUNT);
    return desk.change(
        in -> {
          if (find(in, account).isEmpty()) return new Not(Why.NO_SUCH_PERSON);
          change.in(in);
          return new Done(find(in, account).orElseThrow());
        });
  }

  /** Everybody who ever had an account. */
  public List<Person> all() {
    return desk.ask(of -> select(of));
  }

  /** Who did what about people, and who signed in. */
  public List<Trail.Line> trail(long from, int most) {
    return desk.ask(of -> Trail.read(of, from, most));
  }

  private Person insert(Connection in, String name, Set<Role> roles) throws SQLException {
    Account account = new Account(Tokens.newAccount(in, now()));
    try (PreparedStatement insert =
        in.prepareStatement(
            "insert into person (account, name, roles, created) values (?, ?, ?, ?)")) {
      insert.setLong(1, account.number());
      insert.setString(2, name);
      insert.setString(3, Role.list(roles));
      insert.setString(4, now().toString());
      insert.executeUpdate();
    }
    return new Person(account, Optional.of(name), roles, false);
  }

  private Secret link(Connection in, Account by, Account account, Duration life)
      throws SQLException {
    Secret link = Secret.random(random);
    try (PreparedStatement insert =
        in.prepareStatement("insert into invitation (hash, account, expires) values (?, ?, ?)")) {
      insert.setString(1, link.hash());
      insert.setLong(2, account.number());
      insert.setString(3, now().plus(life).toString());
      insert.executeUpdate();
    }
    trail(in, by, "invite", account, Map.of());
    return link;
  }

  private Optional<Person> invited(Connection of, Secret link) throws SQLException {
    try (PreparedStatement select =
        of.prepareStatement(
            "select account, expires from invitation where hash = ? and used is null")) {
      select.setString(1, link.hash());
      try (ResultSet row = select.executeQuery()) {
        if (!row.next() || !now().isBefore(Instant.parse(row.getString(2))))
          return Optional.empty();
        return find(of, new Account(row.getLong(1)));
      }
    }
  }

  private void trail(
      Connection in, Account by, String act, Account account, Map<String, String> body)
      throws SQLException {
    Trail.write(in, now(), by, act, "account " + account.number(), body);
  }

  private static boolean isName(String name) {
    return !name.isBlank()
        && name.equals(name.strip())
        && name.length() <= LONGEST_NAME
        && name.codePoints().noneMatch(Character::isISOControl);
  }

  private static boolean isPassword(String password, Optional<String> name) {
    return password.codePointCount(0, password.length()) >= SHORTEST_PASSWORD
        && password.length() <= LONGEST_PASSWORD
        && name.filter(password::equalsIgnoreCase).isEmpty()
        && !CommonPasswords.has(password, name.orElse(""));
  }

  private static void set(Connection in, String column, String to, Account account)
      throws SQLException {
    try (PreparedStatement update =
        in.prepareStatement("update person set " + column + " = ? where account = ?")) {
      update.setString(1, to);
      update.setLong(2, account.number());
      update.executeUpdate();
    }
  }

  private static void run(Connection in, String change, Account account) throws SQLException {
    try (PreparedStatement statement = in.prepareStatement(change)) {
      statement.setLong(1, account.number());
      statement.executeUpdate();
    }
  }

  static Optional<Person> find(Connection of, Account account) throws SQLException {
    return select(of).stream().filter(each -> each.account().equals(account)).findFirst();
  }

  static Optional<Person> named(Connection of, String name) throws SQLException {
    return select(of).stream()
        .filter(each -> each.name().filter(name::equals).isPresent())
        .findFirst();
  }

  private static List<Person> select(Connection of) throws SQLException {
    try (PreparedStatement select =
            of.prepareStatement(
                "select account, name, roles, password is not null from person order by account");
        ResultSet row = select.executeQuery()) {
      List<Person> all = new ArrayList<>();
      while (row.next())
        all.add(
            new Person(
                new Account(row.getLong(1)),
                Statements.text(row, 2),
                Role.read(row.getString(3)),
                row.getBoolean(4)));
      return all;
    }
  }

  /** To the second, as it is shown. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
