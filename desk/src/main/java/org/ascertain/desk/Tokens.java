package org.ascertain.desk;

import java.security.SecureRandom;
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
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.ascertain.ledger.DeskStore;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a desk. Each use looks into the store, so that one that is revoked, by whatever
 * program, opens nothing from then on.
 */
public final class Tokens {

  /** How long a token is good where nobody says otherwise. */
  public static final Duration USUAL_LIFE = Duration.ofDays(90);

  /** How long a token may be good. */
  public static final Duration LONGEST_LIFE = Duration.ofDays(400);

  /** How exactly the last use is known: a token's use is not to cost a write each time. */
  private static final Duration USE_IS_KNOWN_TO = Duration.ofMinutes(1);

  private static final String COLUMNS =
      "account, label, elections, facts, callers, units, sources, policy, created, expires, revoked, last_used";

  private final DeskStore desk;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final boolean rehearsal;

  /** A token with its secret, which is told once and kept nowhere. */
  public record Issued(Token token, String secret) {
    /** Never printed by accident. */
    @Override
    public String toString() {
      return "Issued[" + token + "]";
    }
  }

  /** The tokens of a desk that {@link DeskTables} opened. */
  public Tokens(DeskStore desk, InstantSource clock) {
    this(desk, clock, new SecureRandom());
  }

  Tokens(DeskStore desk, InstantSource clock, RandomGenerator random) {
    this.desk = desk;
    this.clock = clock;
    this.random = random;
    this.rehearsal = DeskTables.isForRehearsal(desk);
  }

  /**
   * Makes a token, with an account of its own.
   *
   * @throws IllegalArgumentException if it would have expired, or would be good for too long
   */
  public Issued issue(String label, Scope scope, Policy policy, Instant expires) {
    return issue(Optional.empty(), label, scope, policy, expires);
  }

  /**
   * The same by somebody with an account, whom the trail names; without one, by whoever may write
   * to the data folder.
   */
  public Issued issue(
      Optional<Account> by, String label, Scope scope, Policy policy, Instant expires) {
    Instant now = now();
    if (!expires.isAfter(now) || expires.isAfter(now.plus(LONGEST_LIFE)))
      throw new IllegalArgumentException("a token is good for 400 days at most");
    byte[] bytes = new byte[TokenSecret.BYTES];
    random.nextBytes(bytes);
    TokenSecret secret = TokenSecret.of(bytes, rehearsal);
    long account =
        desk.change(
            in -> {
              long next = newAccount(in, now);
              insert(in, next, secret, label, scope, policy, now, expires);
              trail(in, by, "token", next);
              return next;
            });
    return new Issued(
        new Token(account, label, scope, policy, now, expires, Optional.empty(), Optional.empty()),
        secret.text());
  }

  /** A number that nobody had before. */
  static long newAccount(Connection in, Instant now) throws SQLException {
    long next;
    try (PreparedStatement select =
            in.prepareStatement("select coalesce(max(id), 0) + 1 from account");
        ResultSet row = select.executeQuery()) {
      row.next();
      next = row.getLong(1);
    }
    try (PreparedStatement insert =
        in.prepareStatement("insert into account (id, created) values (?, ?)")) {
      insert.setLong(1, next);
      insert.setString(2, now.toString());
      insert.executeUpdate();
    }
    return next;
  }

  private static void insert(
      Connection in,
      long account,
      TokenSecret secret,
      String label,
      Scope scope,
      Policy policy,
      Instant now,
      Instant expires)
      throws SQLException {
    try (PreparedStatement insert =
        in.prepareStatement(
            "insert into token (account, hash, label, elections, facts, callers, units, sources,"
                + " policy, created, expires) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setLong(1, account);
      insert.setString(2, secret.hash());
      insert.setString(3, label);
      insert.setString(4, list(scope.elections()));
      insert.setString(5, list(scope.facts()));
      insert.setString(6, list(scope.callers()));
      insert.setString(7, list(scope.units()));
      insert.setString(8, list(scope.sources()));
      insert.setString(9, policy.word());
      insert.setString(10, now.toString());
      insert.setString(11, expires.toString());
      insert.executeUpdate();
    }
  }

  /** What a text that somebody shows as a token opens. */
  public Token.Shown show(String text) {
    Optional<TokenSecret> secret = TokenSecret.read(text);
    if (secret.isEmpty()) return new Token.Refused(Token.Why.MISTYPED);
    if (secret.get().isOfRehearsal() != rehearsal)
      return new Token.Refused(rehearsal ? Token.Why.OF_A_DESK : Token.Why.OF_A_REHEARSAL);
    String hash = secret.get().hash();
    Optional<Token> known =
        select("where hash = ?", statement -> statement.setString(1, hash)).stream().findFirst();
    if (known.isEmpty()) return new Token.Refused(Token.Why.UNKNOWN);
    Token token = known.get();
    if (token.revoked().isPresent()) return new Token.Refused(Token.Why.REVOKED);
    Instant now = now();
    if (!now.isBefore(token.expires())) return new Token.Refused(Token.Why.EXPIRED);
    if (token.lastUsed().filter(used -> used.plus(USE_IS_KNOWN_TO).isAfter(now)).isEmpty())
      set("last_used", token.account(), now);
    return new Token.Good(token);
  }

  /** All tokens that there ever were, in the order in which they were made. */
  public List<Token> all() {
    return select("", statement -> {});
  }

  /**
   * Takes a token back; from now on it opens nothing.
   *
   * @return the token, if there is one of that number; one that was revoked before stays as it was
   */
  public Optional<Token> revoke(long account) {
    return revoke(Optional.empty(), account);
  }

  /** The same by somebody with an account, whom the trail names. */
  public Optional<Token> revoke(Optional<Account> by, long account) {
    String now = now().toString();
    desk.change(
        in -> {
          try (PreparedStatement update =
              in.prepareStatement(
                  "update token set revoked = ? where account = ? and revoked is null")) {
            update.setString(1, now);
            update.setLong(2, account);
            int revoked = update.executeUpdate();
            if (revoked == 1) trail(in, by, "revoke", account);
            return revoked;
          }
        });
    return find(account);
  }

  /** Without somebody with an account, the line names the token's own. */
  private void trail(Connection in, Optional<Account> by, String act, long token)
      throws SQLException {
    Account account = by.orElse(new Account(token));
    Trail.write(in, now(), account, act, "account " + token, Map.of());
  }

  /** Whether the token of an account opens anything now. */
  public boolean isGood(long account) {
    Instant now = now();
    return find(account)
        .filter(token -> token.revoked().isEmpty() && now.isBefore(token.expires()))
        .isPresent();
  }

  private Optional<Token> find(long account) {
    return select("where account = ?", statement -> statement.setLong(1, account)).stream()
        .findFirst();
  }

  private void set(String column, long account, Instant to) {
    desk.change(
        in -> {
          try (PreparedStatement update =
              in.prepareStatement("update token set " + column + " = ? where account = ?")) {
            update.setString(1, to.toString());
            update.setLong(2, account);
            return update.executeUpdate();
          }
        });
  }

  private interface Filling {
    void fill(PreparedStatement statement) throws SQLException;
  }

  private List<Token> select(String where, Filling filling) {
    return desk.ask(
        in -> {
          List<Token> tokens = new ArrayList<>();
          try (PreparedStatement select =
              in.prepareStatement(
                  "select " + COLUMNS + " from token " + where + " order by account")) {
            filling.fill(select);
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) tokens.add(token(row));
            }
          }
          return tokens;
        });
  }

  private static Token token(ResultSet row) throws SQLException {
    return new Token(
        row.getLong(1),
        row.getString(2),
        new Scope(
            words(row.getString(3)),
            words(row.getString(4)),
            words(row.getString(5)),
            words(row.getString(6)),
            words(row.getString(7))),
        row.getString(8).equals(Policy.FLAG.word()) ? Policy.FLAG : Policy.ASIDE,
        Instant.parse(row.getString(9)),
        Instant.parse(row.getString(10)),
        moment(row.getString(11)),
        moment(row.getString(12)));
  }

  private static Optional<Instant> moment(@Nullable String text) {
    return Optional.ofNullable(text).map(Instant::parse);
  }

  private static String list(Set<String> words) {
    return String.join(",", new TreeSet<>(words));
  }

  private static Set<String> words(String list) {
    return list.isEmpty() ? Set.of() : Set.of(list.split(","));
  }

  /** To the second, as it is shown. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
