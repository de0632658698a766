package org.ascertain.watch;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ascertain.election.Washington;
import org.ascertain.ledger.DeskStore;

/**
 * How far the telling of turns has got. Of one watch, one turn at a time is being told, and none
 * before the one that came before it was told or given up.
 */
public final class Deliveries {

  /**
   * A turn that waits to be told.
   *
   * @param attempts how often that was tried
   * @param untold the id of the turn before it, where that was given up: who gets this one was not
   *     told what it follows
   */
  public record Due(Notice notice, String watch, long seq, int attempts, Optional<String> untold) {

    /** Whether it is a sign of life, which is told once or not at all. */
    boolean isSignOfLife() {
      return seq < 0;
    }
  }

  /**
   * One time that a turn was tried to be told.
   *
   * @param at in nanoseconds since 1970-01-01T00:00Z
   * @param status of HTTP or SMTP; 0 where no answer came
   * @param answer the first of what came back, or why nothing did
   * @param asked for how many seconds the receiver asked to be left alone; 0 where it did not
   */
  public record Attempt(long at, int status, long millis, String answer, long asked) {

    /** One after which the receiver asked for no time. */
    Attempt(long at, int status, long millis, String answer) {
      this(at, status, millis, answer, 0);
    }
  }

  /** What is to become of a turn that was tried to be told. */
  public sealed interface Outcome {
    /** It was told. */
    record Delivered() implements Outcome {}

    /** It is tried again at a moment, in nanoseconds since 1970-01-01T00:00Z. */
    record Again(long at) implements Outcome {}

    /** It is told no more, but where somebody asks for it. */
    record GivenUp() implements Outcome {}
  }

  /** A turn in the log of what was told. */
  public record Logged(
      String turn, long seq, String state, long due, int attempts, List<Attempt> tried) {}

  private final DeskStore desk;

  Deliveries(DeskStore desk) {
    this.desk = desk;
  }

  /**
   * Takes turns that are due, of each watch the first that was not told, where nothing failed
   * since. Nobody else takes them until they are given back or the hold is over.
   *
   * @param follower whose watches; of a server, those that are live
   * @param now this program's clock, in nanoseconds since 1970-01-01T00:00Z
   */
  public List<Due> take(String follower, long now, Duration hold, int most) {
    return take(follower, now, hold, most, "=");
  }

  /** The same of endpoints that failed when they were told last; the others leave them out. */
  List<Due> takeFailing(String follower, long now, Duration hold, int most) {
    return take(follower, now, hold, most, ">");
  }

  private List<Due> take(String follower, long now, Duration hold, int most, String failures) {
    return desk.change(
        in -> {
          List<Due> due = due(in, follower, now, most, failures);
          for (Due each : due)
            Statements.update(
                in,
                "update delivery set held = ? where turn = ?",
                now + hold.toNanos(),
                each.notice().id());
          return due;
        });
  }

  private static List<Due> due(Connection in, String follower, long now, int most, String failures)
      throws SQLException {
    return Statements.all(
        in,
        row ->
            new Due(
                new Notice(row.getString(1), row.getString(2)),
                row.getString(3),
                row.getLong(4),
                row.getInt(5),
                Optional.ofNullable(row.getString(6))),
        "select d.turn, t.body, d.watch, d.seq, d.attempts, u.turn from delivery d"
            + " join turn t on t.id = d.turn join watch w on w.id = d.watch"
            + " left join delivery u on u.watch = d.watch and u.seq = d.seq - 1 and u.seq > 0"
            + " and u.state = 'given-up'"
            + " left join endpoint e on e.watch = d.watch"
            + " where d.state = 'due' and d.due <= ? and d.held <= ? and w.follower = ?"
            + " and coalesce(e.state, 'live') = 'live' and coalesce(e.failures, 0) "
            + failures
            + " 0"
            + " and not exists (select 1 from delivery b where b.watch = d.watch"
            + " and b.seq < d.seq and b.seq > 0 and b.state = 'due')"
            + " order by d.due limit ?",
        now,
        now,
        follower,
        most);
  }

  /**
   * Lets turns wait that rest on entries that are looked into, and those that waited for an entry
   * no longer, of an election's watches and as far as nothing of them was tried.
   *
   * @return how many are told later or sooner for it
   */
  public int await(String follower, String election, Held held, Instant now) {
    return desk.change(
        in -> {
          int changed = 0;
          for (Untried each : untried(in, follower, election, Washington.nanos(now))) {
            long until = Washington.nanos(held.until(each.rests(), now));
            boolean isNow = until <= Washington.nanos(now);
            if (isNow && each.due() <= Washington.nanos(now)) continue;
            changed +=
                Statements.update(
                    in, "update delivery set due = ? where turn = ?", until, each.turn());
          }
          return changed;
        });
  }

  /** A turn that nobody tried to tell, and the entries that it rests on. */
  private record Untried(String turn, long due, List<Long> rests) {}

  private static List<Untried> untried(Connection in, String follower, String election, long now)
      throws SQLException {
    return Statements.all(
        in,
        row ->
            new Untried(row.getString(1), row.getLong(2), new Notice("", row.getString(3)).rests()),
        "select d.turn, d.due, t.body from delivery d join turn t on t.id = d.turn"
            + " join watch w on w.id = d.watch where d.state = 'due' and d.attempts = 0"
            + " and d.seq > 0 and d.held <= ? and w.follower = ? and w.election = ?",
        now,
        follower,
        election);
  }

  /** A turn was tried to be told. */
  public void settle(Due told, Attempt attempt, Outcome outcome) {
    settle(List.of(new Settled(told, attempt, outcome)));
  }

  /** A turn that was tried to be told, and what is to become of it. */
  public record Settled(Due due, Attempt attempt, Outcome outcome) {}

  /** The same of several, in one transaction. */
  public void settle(List<Settled> all) {
    desk.change(
        in -> {
          for (Settled each : all) settle(in, each);
          return all.size();
        });
  }

  private static void settle(Connection in, Settled of) throws SQLException {
    String turn = of.due().notice().id();
    long number = of.due().attempts() + 1L;
    Statements.update(
        in,
        "insert into attempt (turn, number, at, status, millis, answer, asked)"
            + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
        turn,
        number,
        of.attempt().at(),
        of.attempt().status(),
        of.attempt().millis(),
        of.attempt().answer(),
        of.attempt().asked());
    String state =
        switch (of.outcome()) {
          case Outcome.Delivered delivered -> "delivered";
          case Outcome.Again again -> "due";
          case Outcome.GivenUp givenUp -> "given-up";
        };
    long due = of.outcome() instanceof Outcome.Again(long at) ? at : 0;
    if (of.outcome() instanceof Outcome.Delivered)
      Statements.update(
          in,
          "update endpoint set failures = 0, failing = 0, told = ? where watch = ?",
          of.attempt().at(),
          of.due().watch());
    else
      Statements.update(
          in,
          "update endpoint set failures = failures + 1,"
              + " failing = case when failing = 0 then ? else failing end where watch = ?",
          of.attempt().at(),
          of.due().watch());
    Statements.update(
        in,
        "update delivery set state = ?, due = ?, held = 0, attempts = ? where turn = ?",
        state,
        due,
        number,
        turn);
  }

  /** How many turns wait to be told, or were given up. */
  public int untold() {
    return desk.ask(
        in ->
            (int)
                Statements.number(in, "select count(*) from delivery where state <> 'delivered'"));
  }

  /** The newest turns of a watch and what was tried to tell them, the newest first. */
  public List<Logged> log(String watch, int most) {
    return desk.ask(
        in ->
            Statements.all(
                in,
                row ->
                    new Logged(
                        row.getString(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getInt(5),
                        attempts(in, row.getString(1))),
                "select turn, seq, state, due, attempts from delivery where watch = ?"
                    + " order by abs(seq) desc limit ?",
                watch,
                most));
  }

  private static List<Attempt> attempts(Connection in, String turn) throws SQLException {
    return Statements.all(
        in,
        row ->
            new Attempt(
                row.getLong(1), row.getInt(2), row.getLong(3), row.getString(4), row.getLong(5)),
        "select at, status, millis, answer, asked from attempt where turn = ? order by number",
        turn);
  }

  /**
   * Lets a turn that was told or given up be told once more, under its id and with its bytes; one
   * that is on its way is told now anyhow.
   *
   * @return whether there is such a turn of the watch
   */
  public boolean resend(String watch, String turn, long now) {
    return desk.change(
        in ->
            Statements.update(
                    in,
                    "update delivery set state = 'due',"
                        + " due = case when held > ? then due else ? end,"
                        + " held = case when held > ? then held else 0 end"
                        + " where watch = ? and turn = ?",
                    now,
                    now,
                    now,
                    watch,
                    turn)
                == 1);
  }
}
