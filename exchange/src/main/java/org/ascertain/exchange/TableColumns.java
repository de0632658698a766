package org.ascertain.exchange;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ascertain.exchange.Mapping.Role;
import org.ascertain.exchange.ReadRows.Unfit;

/** Finds the columns of a format in the first line of a table, whatever their case. */
final class TableColumns {

  private final List<String> names;
  private final Map<Role, List<String>> columns = new EnumMap<>(Role.class);

  TableColumns(List<String> names) {
    this.names = names;
  }

  /** The first of these that there is. */
  void first(Role role, String... wanted) {
    for (String each : wanted)
      for (String name : names)
        if (name.toLowerCase(Locale.ROOT).equals(each)) {
          columns.putIfAbsent(role, List.of(name));
          return;
        }
  }

  /** All of these that there are. */
  void all(Role role, Set<String> wanted) {
    List<String> found =
        names.stream().filter(name -> wanted.contains(name.toLowerCase(Locale.ROOT))).toList();
    if (!found.isEmpty()) columns.put(role, found);
  }

  boolean has(Role role) {
    return columns.containsKey(role);
  }

  /** What was found, if it has these at least. */
  Mapping mapping(Role... due) throws Unfit {
    for (Role role : due)
      if (!has(role))
        throw new Unfit(
            ReadCheck.OTHER_FORMAT,
            "line 1",
            "no column has the %s; it has %s".formatted(role.word(), shown()));
    return new Mapping(columns, Map.of(), ',', Optional.empty());
  }

  private String shown() {
    String all = String.join(", ", names);
    return all.length() > 200 ? all.substring(0, 200) + "…" : all;
  }
}
