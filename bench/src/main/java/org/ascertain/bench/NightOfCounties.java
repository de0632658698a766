package org.ascertain.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.ascertain.archive.Archive;
import org.ascertain.election.Fact.Returns;
import org.ascertain.record.RecordReader;

/** Made-up returns of the counties of 2020 as CSV, each with a little more every time. */
final class NightOfCounties {

  /** The first line of a table of its rows. */
  static final String COLUMNS = "unit,at,source,biden,trump,total\n";

  private static final OffsetDateTime AFTER_THE_POLLS =
      OffsetDateTime.parse("2020-11-04T02:00:00-05:00");
  private static final int MOST_NEW_VOTES = 40;

  private final List<String> counties;
  private final long[] biden;
  private final long[] trump;
  private final SplittableRandom random = new SplittableRandom(2020);
  private long row;

  NightOfCounties() throws IOException {
    TreeSet<String> units = new TreeSet<>();
    try (InputStream record = Archive.open("us-president-2020").orElseThrow()) {
      RecordReader.forEach(
          record,
          line -> {
            if (line.entry().orElseThrow().fact() instanceof Returns returns
                && returns.unit().indexOf('/') > 0) units.add(returns.unit());
          });
    }
    this.counties = List.copyOf(units);
    this.biden = new long[counties.size()];
    this.trump = new long[counties.size()];
  }

  /** Writes so many further rows, with the columns' names. */
  Path write(Path file, int rows) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(COLUMNS);
      for (int i = 0; i < rows; i++) out.write(next() + "\n");
    }
    return file;
  }

  /** The next row. */
  String next() {
    int county = (int) (row % counties.size());
    biden[county] += 1 + random.nextInt(MOST_NEW_VOTES);
    trump[county] += 1 + random.nextInt(MOST_NEW_VOTES);
    OffsetDateTime at = AFTER_THE_POLLS.plusSeconds(row++ / 50);
    return "%s,%s,feed,%d,%d,%d"
        .formatted(
            counties.get(county), at, biden[county], trump[county], biden[county] + trump[county]);
  }
}
