package org.ascertain.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.ascertain.election.Attestation;
import org.ascertain.election.Fact;
import org.ascertain.election.Source;
import org.ascertain.election.Votes;
import org.ascertain.election.When;
import org.ascertain.ledger.Draft;

/**
 * A folder for the time of a measurement, on the disk of the temporary files; and facts of a common
 * length.
 */
record Scratch(Path folder) implements AutoCloseable {

  private static final List<String> TICKETS = List.of("biden", "trump", "jorgensen");
  private static final Source DESK = Source.of("desk", "Desk");

  static Scratch make() throws IOException {
    return new Scratch(Files.createTempDirectory("ascertain-bench"));
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /**
   * The fields of a return, 300 bytes with its place: what returns of the archive's record of 2020
   * have.
   */
  static byte[] fact(long number) {
    return ("\"fact\":\"returns\",\"at\":\"2020-11-04T00:41:12-05:00\",\"learned\":\"2020-11-04T00:41:12-05:00\",\"source\":\"desk\",\"unit\":\"PA\","
            + "\"votes\":{\"biden\":"
            + (1_000_000 + number)
            + ",\"trump\":"
            + (1_200_000 + number)
            + ",\"jorgensen\":31415},\"expected\":6900000,\"expectedBy\":\"estimate\"")
        .getBytes(UTF_8);
  }

  static Draft draft(long number) {
    When at = When.parse("2020-11-04T00:41:12-05:00");
    return new Draft.Fresh(
        "7",
        new Fact.Returns(
            new Attestation(at, false, Optional.of(at), DESK, Optional.empty(), Optional.empty()),
            "PA",
            Votes.of(TICKETS, 1_000_000 + number, 1_200_000 + number, 31_415),
            OptionalLong.empty(),
            OptionalLong.empty(),
            true,
            OptionalLong.of(6_900_000),
            Optional.of(Fact.ExpectedBy.ESTIMATE),
            false));
  }

  static List<Draft> drafts(long from, int count) {
    return Stream.iterate(from, i -> i + 1).limit(count).map(Scratch::draft).toList();
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
  }
}
