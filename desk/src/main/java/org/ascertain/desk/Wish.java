package org.ascertain.desk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * Roles that one administrator wants for somebody. Whoever approves, or lets people in, is made by
 * two where there are two: else one administrator alone could be the two who stand by what binds.
 *
 * @param by who wants it; another has to want the same
 */
public record Wish(Set<Role> roles, Account by) {

  /** Which one administrator does not give alone. */
  private static final Set<Role> GRAVE = Set.of(Role.REVIEWER, Role.ADMINISTRATOR);

  public Wish {
    roles = Set.copyOf(roles);
  }

  /** Whether roles hold one that is grave, and that somebody does not have yet. */
  static boolean isGrave(Set<Role> before, Set<Role> roles) {
    return GRAVE.stream().anyMatch(role -> roles.contains(role) && !before.contains(role));
  }

  /** Those of some roles that one administrator gives. */
  static Set<Role> light(Set<Role> roles) {
    Set<Role> light = EnumSet.noneOf(Role.class);
    light.addAll(roles);
    light.removeAll(GRAVE);
    return light;
  }

  static void end(Connection in, Account account) throws SQLException {
    try (PreparedStatement delete = in.prepareStatement("delete from wish where account = ?")) {
      delete.setLong(1, account.number());
      delete.executeUpdate();
    }
  }

  /** In the place of what was wanted for them before. */
  void put(Connection in, Account account, Instant at) throws SQLException {
    end(in, account);
    try (PreparedStatement insert =
        in.prepareStatement(
            "insert into wish (account, roles, wanted_by, at) values (?, ?, ?, ?)")) {
      insert.setLong(1, account.number());
      insert.setString(2, Role.list(roles));
      insert.setLong(3, by.number());
      insert.setString(4, at.toString());
      insert.executeUpdate();
    }
  }
}
