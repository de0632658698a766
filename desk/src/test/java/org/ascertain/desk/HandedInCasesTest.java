package org.ascertain.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ascertain.ledger.Draft;
import org.ascertain.ledger.Ledger;
import org.ascertain.ledger.Store;
import org.ascertain.postgres.ScratchStores;
import org.ascertain.record.RecordReader;
import org.ascertain.record.RecordSoFar;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Cases as data: a record, rows that are handed in to it, and what is answered of each row in which
 * something is found ({@code ROW DECISION CODE...}). The last line counts all rows.
 */
@Timeout(60)
class HandedInCasesTest {

  private static final String ELECTION = "us-president-2024";
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2024-11-06T12:00:00Z"));

  @TempDir private Path folder;

  static Stream<Path> cases() throws IOException, URISyntaxException {
    Path all =
        Path.of(Objects.requireNonNull(HandedInCasesTest.class.getResource("cases")).toURI());
    try (Stream<Path> found = Files.list(all)) {
      return found.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void each_row_gets_what_is_written_down(Path of) throws IOException {
    Store store = ScratchStores.in(folder);
    begin(store, Files.readAllBytes(of.resolve("record.jsonl")));
    try (ElectionDesk desk =
            ElectionDesk.open(store, ELECTION, CLOCK, Thresholds.defaults(), notice -> {});
        Body body = Body.of(of.resolve("rows.jsonl"))) {
      List<String> lines = new ArrayList<>();
      Taken taken =
          desk.take(
              new HandedIn(Sender.folder(), Form.LINES, body, Optional.empty(), Optional.empty()),
              row -> lines.add(line(row)),
              soFar -> {});
      Intake intake = ((Taken.Answered) taken).intake();
      lines.add(
          "rows %d: recorded %d, known %d, kept %d, refused %d"
              .formatted(
                  intake.rows(),
                  intake.recorded(),
                  intake.known(),
                  intake.kept(),
                  intake.refused()));
      assertThat(String.join("\n", lines))
          .isEqualTo(Files.readString(of.resolve("expect.txt")).strip());
    }
  }

  private static String line(RowAnswer row) {
    String codes = row.findings().stream().map(Told::code).collect(Collectors.joining(" "));
    return row.row() + " " + row.decision().name().toLowerCase(Locale.ROOT) + " " + codes;
  }

  private static void begin(Store store, byte[] drafts) {
    List<Draft> batch = new ArrayList<>();
    RecordReader.readOn(new RecordSoFar(), new ByteArrayInputStream(drafts))
        .entries()
        .forEach(entry -> batch.add(new Draft.Fresh("1", entry.fact())));
    try (Ledger ledger = store.open(ELECTION, CLOCK, notice -> {})) {
      ledger.append(batch, "begin").join();
    }
    assertThat(new String(drafts, UTF_8).lines()).hasSize(batch.size());
  }
}
