package org.ascertain.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ascertain.feed.StubDesk.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SentFileTest {

  private static final String ELECTION = "us-president-2028";

  @TempDir private Path folder;
  private StubDesk desk;

  @BeforeEach
  void start() throws IOException {
    desk = new StubDesk();
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  private Path file(int rows) throws IOException {
    return Files.writeString(
        folder.resolve("rows.jsonl"),
        IntStream.range(0, rows)
            .mapToObj(i -> "{\"row\":" + i + "}\n")
            .collect(Collectors.joining()));
  }

  private SentFile send(Path file, int part) throws IOException {
    return SentFile.send(
        desk.site(),
        ELECTION,
        new FileParts(file, Form.LINES, part),
        Form.LINES,
        (rows, sent, all) -> {});
  }

  @Test
  void a_file_is_sent_in_parts_of_whole_rows_and_its_answers_are_added_up() throws IOException {
    desk.findings.put("{\"row\":57}", "D604");
    SentFile sent = send(file(100), 200);
    assertThat(sent.end()).isEmpty();
    assertThat(desk.keys).hasSizeGreaterThan(3).doesNotHaveDuplicates();
    assertThat(desk.recorded).hasSize(99).doesNotHaveDuplicates();
    assertThat(sent.rows().rows()).isEqualTo(100);
    assertThat(sent.rows().recorded()).isEqualTo(99);
    assertThat(sent.rows().kept()).isEqualTo(1);
    assertThat(sent.rows().findings())
        .singleElement()
        .satisfies(found -> assertThat(found.row()).isEqualTo(58));
    assertThat(sent.rows().isWhole()).isFalse();
  }

  @Test
  void a_file_that_the_desk_holds_is_sent_no_further() throws IOException {
    desk.findings.put("{\"row\":2", "R203"); // row 2, and rows 20 to 29
    SentFile sent = send(file(100), 200);
    assertThat(sent.end()).isEmpty();
    assertThat(sent.rows().held()).isTrue();
    assertThat(sent.rows().isWhole()).isFalse();
    assertThat(sent.rows().rows()).isLessThan(50);
    assertThat(desk.recorded).doesNotContain("{\"row\":99}");
  }

  @Test
  void what_gets_no_answer_is_sent_again_under_its_key_and_nothing_comes_twice()
      throws IOException {
    desk.troubles.addAll(
        List.of(Trouble.LOST, Trouble.ANSWER_LOST, Trouble.BUSY, Trouble.ANSWER_LOST));
    SentFile sent = send(file(60), 300);
    assertThat(sent.end()).isEmpty();
    assertThat(sent.rows().recorded()).isEqualTo(60);
    assertThat(desk.recorded).hasSize(60).doesNotHaveDuplicates();
    assertThat(desk.troubles).isEmpty();
  }

  @Test
  void the_same_file_again_gives_the_same_answer() throws IOException {
    Path file = file(30);
    SentFile first = send(file, 1 << 20);
    assertThat(send(file, 1 << 20).rows()).isEqualTo(first.rows());
    assertThat(desk.recorded).hasSize(30);
  }

  @Test
  void a_refusal_ends_it_with_what_the_desk_says() throws IOException {
    DeskSite other = new DeskSite(desk.address(), "asc_y", Duration.ofSeconds(5), notice -> {});
    SentFile sent = SentFile.send(other, ELECTION, file(3), Form.LINES, (rows, bytes, all) -> {});
    assertThat(sent.end().orElseThrow()).isInstanceOf(DeskSite.Refusal.class);
    assertThat(((DeskSite.Refusal) sent.end().orElseThrow()).says())
        .isEqualTo("This token has expired.");
    assertThat(desk.recorded).isEmpty();
  }

  @Test
  void nobody_there_is_told_after_so_long_with_each_try() throws IOException {
    desk.close();
    List<String> notices = new ArrayList<>();
    DeskSite nobody = new DeskSite(desk.address(), "asc_x", Duration.ofSeconds(1), notices::add);
    SentFile sent = SentFile.send(nobody, ELECTION, file(3), Form.LINES, (rows, bytes, all) -> {});
    assertThat(sent.end().orElseThrow()).isInstanceOf(DeskSite.Silence.class);
    assertThat(notices).isNotEmpty();
  }

  @Test
  void each_part_of_a_table_begins_with_its_first_line() throws IOException {
    Path table = folder.resolve("returns.csv");
    Files.writeString(table, "unit,at,biden\n" + "PA,2020-11-04T00:00:00Z,1\n".repeat(20));
    List<String> parts = new ArrayList<>();
    new FileParts(table, Form.TABLE, 200)
        .forEach(
            part -> {
              parts.add(new String(part.bytes(), UTF_8));
              return true;
            });
    assertThat(parts).hasSize(3).allMatch(part -> part.startsWith("unit,at,biden\nPA"));
    assertThat(parts.stream().mapToLong(part -> part.lines().count() - 1).sum()).isEqualTo(20);
  }

  @Test
  void how_far_it_is_is_told_while_the_desk_takes_it_in() throws IOException {
    List<String> told = new ArrayList<>();
    SentFile sent =
        SentFile.send(
            desk.site(),
            ELECTION,
            new FileParts(file(60), Form.LINES, 500),
            Form.LINES,
            (rows, bytes, all) -> told.add(rows + " rows, " + bytes + " bytes"));
    assertThat(sent.rows().recorded()).isEqualTo(60);
    // the stub tells of each ten rows, and begins a part at 500 bytes and more
    assertThat(told)
        .startsWith("10 rows, 0 bytes", "20 rows, 0 bytes", "30 rows, 0 bytes", "40 rows, 0 bytes")
        .endsWith("60 rows, 650 bytes");
  }

  @Test
  void an_answer_that_breaks_off_on_its_way_is_asked_for_again() throws IOException {
    desk.troubles.add(Trouble.HALF_ANSWERED);
    SentFile sent = send(file(60), 1 << 20);
    assertThat(sent.end()).isEmpty();
    assertThat(sent.rows().recorded()).isEqualTo(60);
    assertThat(desk.recorded).hasSize(60).doesNotHaveDuplicates();
    assertThat(desk.keys).hasSize(2).containsOnly(desk.keys.getFirst());
  }

  @Test
  void no_row_is_cut_where_a_cell_goes_on_over_a_line_feed() throws IOException {
    Path table = folder.resolve("returns.csv");
    Files.writeString(table, "unit,note\n" + "PA,\"one\ntwo\nthree\"\n".repeat(40));
    List<String> parts = new ArrayList<>();
    new FileParts(table, Form.TABLE, 100)
        .forEach(
            part -> {
              parts.add(new String(part.bytes(), UTF_8));
              return true;
            });
    assertThat(parts).hasSizeGreaterThan(5).allMatch(part -> part.endsWith("three\"\n"));
  }

  @Test
  void the_election_of_a_file_of_facts_is_that_of_its_first_line() throws IOException {
    Path file = folder.resolve("record.jsonl");
    Files.writeString(file, "{\"fact\":\"election\",\"election\":\"us-president-2028\"}\n{}\n");
    assertThat(SentFile.electionOf(file)).contains(ELECTION);
    assertThat(SentFile.electionOf(file(2))).isEmpty();
  }
}
