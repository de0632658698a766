package org.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.ascertain.answers.Caveat;
import org.ascertain.answers.ElectionsText;
import org.ascertain.answers.StandingText;
import org.ascertain.answers.TextLayout;
import org.ascertain.archive.Archive;
import org.ascertain.desk.RecordSense;
import org.ascertain.election.When;
import org.ascertain.record.RecordReader;
import org.ascertain.standing.History;
import org.junit.jupiter.api.Test;

/** Tables fit a terminal of 80 columns, without a row broken in two. */
class EightyColumnsTest {

  private static final int WIDTH = 80;

  /** Nothing set off, in lines of 80 columns. */
  private static final TextLayout NARROW = new TextLayout.Plain(WIDTH);

  private static History history(String id) throws IOException {
    RecordSense record = new RecordSense();
    try (InputStream in = Archive.open(id).orElseThrow()) {
      RecordReader.forEach(in, line -> line.entry().ifPresent(record::take));
    }
    return record.history().orElseThrow();
  }

  @Test
  void the_ladder_of_2020_has_no_broken_row() throws IOException {
    History history = history("us-president-2020");
    StringWriter out = new StringWriter();
    When at = When.parse("2020-11-09");
    new StandingText(
            history.header(), history.at(at.effective()), new PrintWriter(out, true), NARROW)
        .print(at, Optional.empty(), Optional.empty(), Caveat.NONE);
    List<String> ladder =
        out.toString().lines().dropWhile(line -> !line.startsWith("  stage")).limit(9).toList();
    assertThat(ladder)
        .hasSize(9)
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(WIDTH));
    assertThat(ladder.getLast())
        .contains("reported", "304", "229", "5", "Biden, 6 Nov 2020 04:50:07");
  }

  @Test
  void the_table_of_all_elections_has_names_votes_and_marks_in_80_columns() throws IOException {
    StringWriter out = new StringWriter();
    ElectionsText table = new ElectionsText(new PrintWriter(out, true));
    table.heading();
    for (String id : List.of("us-president-1820", "us-president-1824", "us-president-1860"))
      table.row(history(id).header(), history(id).standing());
    table.notes();
    assertThat(out.toString().lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(WIDTH))
        .anyMatch(line -> line.startsWith("1820 James Monroe") && line.contains("231 of 235*"))
        .anyMatch(line -> line.contains("John Quincy Adams, House Calhoun"))
        .anyMatch(line -> line.endsWith("39.8%  Breckinridge 72"))
        .anyMatch(line -> line.startsWith("*  counted in two ways"));
  }
}
