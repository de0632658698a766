package org.ascertain.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.record.RecordReader;
import org.ascertain.record.RecordReader.Reading;
import org.ascertain.record.RecordWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchiveTest {

  static Stream<String> ids() {
    return Archive.ids().stream();
  }

  @ParameterizedTest
  @MethodSource("ids")
  void every_record_reads_without_a_problem_and_tells_the_election_that_it_is_called(String id)
      throws IOException {
    Reading reading = read(id);

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.entries().getFirst().fact())
        .isInstanceOfSatisfying(
            Fact.Header.class,
            header -> {
              assertThat(header.election()).isEqualTo(id);
              assertThat(id).endsWith("-" + header.year());
            });
  }

  @ParameterizedTest
  @MethodSource("ids")
  void every_record_written_again_is_the_same_bytes(String id) throws IOException {
    RecordWriter writer = new RecordWriter();
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    for (Entry entry : read(id).entries()) {
      written.writeBytes(writer.line(entry));
      written.write('\n');
    }

    try (InputStream record = Archive.open(id).orElseThrow()) {
      assertThat(written.toByteArray()).isEqualTo(record.readAllBytes());
    }
  }

  @Test
  void an_election_is_found_by_its_year_and_by_its_id() {
    assertThat(Archive.find("2020")).contains("us-president-2020");
    assertThat(Archive.find("us-president-2020")).contains("us-president-2020");
  }

  @Test
  void what_the_archive_does_not_have_is_not_found() {
    assertThat(Archive.find("2021")).isEmpty();
    assertThat(Archive.find("president-2020")).isEmpty();
    assertThat(Archive.open("us-president-2021")).isEmpty();
    assertThat(Archive.open("2020")).isEmpty();
  }

  private static Reading read(String id) throws IOException {
    try (InputStream record = Archive.open(id).orElseThrow()) {
      return RecordReader.read(record);
    }
  }
}
