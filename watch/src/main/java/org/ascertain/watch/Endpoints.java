package org.ascertain.watch;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.ledger.DeskStore;
import org.ascertain.ledger.Secret;

/** Where the watches of a server are told, and what opens each. */
public final class Endpoints {

  private static final String COLUMNS =
      "select watch, opens, kind, address, contact, sealed, language, still, account, network, state,"
          + " failures, failing, told, reached from endpoint ";

  private final DeskStore desk;

  Endpoints(DeskStore desk) {
    this.desk = desk;
  }

  static void insert(Connection in, Endpoint made) throws SQLException {
    Statements.update(
        in,
        "insert into endpoint (watch, opens, kind, address, contact, sealed, language, still, account,"
            + " network, state, failures, failing, told, reached)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0)",
        made.watch(),
        made.opens(),
        made.kind().word(),
        made.address(),
        made.contact(),
        made.sealed(),
        made.language(),
        made.still() ? 1L : 0L,
        made.account().orElse(0),
        made.network(),
        made.state().word());
  }

  /** The one that a secret opens. */
  public Optional<Endpoint> opened(Secret by) {
    return one("where opens = ?", by.hash());
  }

  /** The one of a watch. */
  public Optional<Endpoint> of(String watch) {
    return one("where watch = ?", watch);
  }

  private Optional<Endpoint> one(String where, String value) {
    return desk.ask(in -> Statements.one(in, Endpoints::read, COLUMNS + where, value));
  }

  /**
   * Those of an election that have not ended.
   *
   * @param account of whoever made them; empty for all
   */
  public List<Endpoint> all(String election, OptionalLong account) {
    return desk.ask(
        in ->
            Statements.all(
                in,
                Endpoints::read,
                COLUMNS
                    + "where state <> 'ended' and (? = 0 or account = ?)"
                    + " and watch in (select id from watch where election = ?) order by watch",
                account.orElse(0),
                account.orElse(0),
                election));
  }

  /** How many that have not ended were made from a network by nobody who was signed in. */
  public long madeFrom(String network) {
    return desk.ask(
        in ->
            Statements.number(
                in,
                "select count(*) from endpoint where network = ? and account = 0 and state <> 'ended'",
                network));
  }

  /** How many that have not ended somebody made. */
  public long madeBy(long account) {
    return desk.ask(
        in ->
            Statements.number(
                in,
                "select count(*) from endpoint where account = ? and state <> 'ended'",
                account));
  }

  /** Whether somebody at an address has said that they want to be told. */
  public boolean isWanted(String address) {
    return desk.ask(
            in ->
                Statements.number(
                    in,
                    "select count(*) from endpoint where state = 'live' and address = ?"
                        + " or reached = 1 and state <> 'ended' and contact = ?",
                    address,
                    address))
        > 0;
  }

  private static Endpoint read(ResultSet row) throws SQLException {
    long account = row.getLong(9);
    return new Endpoint(
        row.getString(1),
        row.getString(2),
        Endpoint.Kind.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getLong(8) == 1,
        account == 0 ? OptionalLong.empty() : OptionalLong.of(account),
        row.getString(10),
        Endpoint.State.valueOf(row.getString(11).toUpperCase(Locale.ROOT)),
        row.getInt(12),
        row.getLong(13),
        row.getLong(14),
        row.getLong(15) == 1);
  }

  /** From now on it is told there, and what failed before is forgotten. */
  public void confirm(String watch) {
    set("state = 'live', failures = 0, failing = 0 where state <> 'ended' and watch = ?", watch);
  }

  /** Nothing is told there until it is confirmed again. */
  public void disable(String watch) {
    set("state = 'disabled' where state <> 'ended' and watch = ?", watch);
  }

  /** Nothing is told there any more; the addresses are erased, and its turns stay. */
  public void end(String watch) {
    end(watch, "");
  }

  /**
   * The same.
   *
   * @param link by which it was ended, so that to follow it once more is no error; it tells nothing
   *     of the address
   */
  void end(String watch, String link) {
    desk.change(
        in ->
            Statements.update(
                in,
                "update endpoint set state = 'ended', address = '', contact = '', sealed = ?,"
                    + " network = '' where watch = ?",
                link,
                watch));
  }

  /** Whoever is written to where a webhook fails has said that they want to be. */
  public void reach(String watch) {
    set("reached = 1 where state <> 'ended' and watch = ?", watch);
  }

  private void set(String what, String watch) {
    desk.change(in -> Statements.update(in, "update endpoint set " + what, watch));
  }
}
