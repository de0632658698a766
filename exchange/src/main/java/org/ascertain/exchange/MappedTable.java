package org.ascertain.exchange;

import java.util.List;
import java.util.Set;
import org.ascertain.exchange.Mapping.Role;

/** Any table of votes whose columns a mapping file explains. */
final class MappedTable {

  static final Format CSV =
      Format.read(
          "mapped-csv",
          "Any table of votes as CSV, whose columns a mapping file explains",
          "csv",
          "text/csv",
          new Format.Reads(
              Set.of("returns"),
              List.of(
                  "`--mapping FILE` is JSON that names a column for each part: "
                      + String.join(
                          ", ",
                          List.of(Role.values()).stream()
                              .map(role -> "`" + role.word() + "`")
                              .toList())
                      + "; `votes` and `other` may be lists, which are added up.",
                  "A table with a row for each unit has `tickets`, an object with the column of each"
                      + " ticket's id, in the place of `candidate` and `votes`.",
                  "`separator` is a character, `jurisdiction` the state of the whole table.",
                  "`--dry-run` shows the first ten rows as facts."),
              (content, reading) ->
                  new VoteTable(
                      content,
                      reading,
                      names -> reading.mapping().orElseThrow(MappedTable::lacking),
                      reading.mapping().map(Mapping::separator).orElse(','))));

  private static ReadRows.Unfit lacking() {
    return new ReadRows.Unfit(
        ReadCheck.OTHER_FORMAT, "", "name the file that says what its columns are, by --mapping");
  }

  private MappedTable() {}
}
