package org.ascertain.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ascertain.exchange.Mapping.Role;
import org.ascertain.exchange.ReadRows.Unfit;

/** Where in the lines of a table stands what plays a part. */
@SuppressWarnings("EnumOrdinal") // asked for each field of a line: an array, not a map
final class TableCells {

  private final List<String> header;

  /** By each part's place among the roles, that of its column; -1 where there is none. */
  private final int[] places = new int[Role.values().length];

  /** Fails where a column that the mapping names is not there. */
  TableCells(Mapping mapping, List<String> header) throws Unfit {
    this.header = header;
    Arrays.fill(places, -1);
    for (Map.Entry<Role, List<String>> each : mapping.columns().entrySet())
      places[each.getKey().ordinal()] = place(each.getValue().getFirst());
  }

  /** How many cells a line has. */
  int width() {
    return header.size();
  }

  boolean has(Role role) {
    return place(role) >= 0;
  }

  /** The place of a part's column; -1 where there is none. */
  int place(Role role) {
    return places[role.ordinal()];
  }

  /** The place of a column. */
  int place(String name) throws Unfit {
    int place = header.indexOf(name);
    if (place < 0)
      throw new Unfit(ReadCheck.OTHER_FORMAT, "line 1", "it has no column '%s'".formatted(name));
    return place;
  }

  /** The places of columns. */
  int[] places(List<String> columns) throws Unfit {
    int[] all = new int[columns.size()];
    for (int i = 0; i < all.length; i++) all[i] = place(columns.get(i));
    return all;
  }

  /** What a line says for a part; empty where no column has it. */
  String cell(TableRow row, Role role) {
    int place = place(role);
    return place < 0 ? "" : row.cell(place);
  }
}
