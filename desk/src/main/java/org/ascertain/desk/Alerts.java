package org.ascertain.desk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ascertain.desk.Balance.Waiting;
import org.ascertain.desk.Weighing.Could;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Unit;

/**
 * The alerts of an election, kept in its file: raised and cleared in the transaction of the step
 * that does it.
 */
final class Alerts {

  private static final String COLUMNS = "id, unit, raised, cleared, why, weighing";

  /** What waits is weighed again in these units, and for the nation. */
  record Step(Balance balance, Set<String> units, Instant at, String cause) {

    void write(Connection in) throws SQLException {
      for (String unit : units)
        if (balance.has(unit)) next(in, balance.weigh(unit, waiting(in, unit)), this);
      Set<String> couldChange = new TreeSet<>();
      for (Alert each : select(in, "where cleared is null order by id"))
        if (!each.unit().equals(Unit.NATION) && each.weighing().could() != Could.NOT_CHANGE)
          couldChange.add(each.unit());
      Optional<Weighing> nation = balance.nation(couldChange);
      if (nation.isPresent()) next(in, nation.get(), this);
      else clear(in, this);
    }
  }

  private static List<Waiting> waiting(Connection in, String unit) throws SQLException {
    List<Waiting> waiting = new ArrayList<>();
    for (KeptRow row : KeptRow.waiting(in, unit))
      row.read()
          .ifPresent(
              fact -> {
                if (fact instanceof Returns returns) waiting.add(new Waiting(row.id(), returns));
              });
    return waiting;
  }

  private static void next(Connection in, Weighing now, Step step) throws SQLException {
    Optional<Alert> open = open(in, now.unit());
    long id = Statements.number(in, "select coalesce(max(id), 0) + 1 from alert");
    Optional<Alert> next = Alert.next(open, now, id, step.at(), step.cause());
    if (next.isPresent()) write(in, next.get());
  }

  /** No unit could change any more, so the nation cannot. */
  private static void clear(Connection in, Step step) throws SQLException {
    Optional<Alert> open = open(in, Unit.NATION);
    if (open.isPresent())
      write(
          in,
          new Alert(
              open.get().id(),
              open.get().raised(),
              Optional.of(step.at()),
              Optional.of(step.cause() + ". No unit could change any more."),
              open.get().weighing()));
  }

  private static Optional<Alert> open(Connection in, String unit) throws SQLException {
    return select(in, "where cleared is null and unit = ?", unit).stream().findFirst();
  }

  private static void write(Connection in, Alert alert) throws SQLException {
    try (PreparedStatement delete = in.prepareStatement("delete from alert where id = ?");
        PreparedStatement insert =
            in.prepareStatement("insert into alert (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?)")) {
      delete.setLong(1, alert.id());
      delete.executeUpdate();
      insert.setLong(1, alert.id());
      insert.setString(2, alert.unit());
      insert.setString(3, alert.raised().toString());
      Statements.set(insert, 4, alert.cleared().map(Instant::toString));
      Statements.set(insert, 5, alert.why());
      insert.setString(6, AlertJson.weighing(alert.weighing()));
      insert.executeUpdate();
    }
  }

  /** All alerts, those that stand first, else the newest first. */
  static List<Alert> all(Connection of, int most) throws SQLException {
    return select(
        of, "order by case when cleared is null then 0 else 1 end, id desc limit " + most);
  }

  private static List<Alert> select(Connection of, String where, String... values)
      throws SQLException {
    try (PreparedStatement select =
        of.prepareStatement("select " + COLUMNS + " from alert " + where)) {
      for (int i = 0; i < values.length; i++) select.setString(i + 1, values[i]);
      List<Alert> all = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next())
          all.add(
              new Alert(
                  row.getLong(1),
                  Instant.parse(row.getString(3)),
                  Statements.text(row, 4).map(Instant::parse),
                  Statements.text(row, 5),
                  AlertJson.weighing(row.getString(2), row.getString(6))));
      }
      return all;
    }
  }

  private Alerts() {}
}
