package org.ascertain.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ascertain.answers.ExitCode;
import org.ascertain.desk.RecordImport;
import org.ascertain.ledger.Beside;
import org.ascertain.ledger.DataFolder;
import org.ascertain.ledger.Draft;
import org.ascertain.ledger.Ledger;
import org.ascertain.ledger.Recorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** New facts on their way into a record. */
class ImportTest {

  private static final String ELECTION = "us-president-2020";
  private static final int SMALL = 10;

  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Ran imports(Path file) {
    return Ran.run(
        "import", ELECTION, file.toString(), "--data", folder.resolve("data").toString());
  }

  private void small() {
    assertThat(imports(Path.of(new SmallRecord().writtenTo(folder))).exit())
        .isEqualTo(ExitCode.DONE);
  }

  private static String draft(int number, int length) {
    return "{\"fact\":\"acknowledgement\",\"at\":\"2021-01-20\",\"source\":{\"id\":\"a-test\",\"title\":\"A test\"},"
        + "\"note\":\"%s\",\"actor\":\"Somebody %d\",\"toward\":\"biden\",\"form\":\"letter\"}\n"
            .formatted("x".repeat(length), number);
  }

  private List<String> record() {
    DataFolder data = new DataFolder(folder.resolve("data"));
    List<String> lines = new ArrayList<>();
    data.election(ELECTION)
        .read(0, Long.MAX_VALUE, (line, index) -> lines.add(new String(line, UTF_8)));
    return lines;
  }

  /** A ledger that is pulled out after one batch. */
  private record PulledOut(Ledger ledger, List<String> keys) implements Ledger {
    @Override
    public CompletableFuture<Indexes> append(List<Draft> batch, String key, Beside beside) {
      if (!keys.isEmpty()) throw new IllegalStateException("pulled out");
      keys.add(key);
      return ledger.append(batch, key, beside);
    }

    @Override
    public long follow(Consumer<Recorded> each) {
      return ledger.follow(each);
    }

    @Override
    public CompletableFuture<Void> lookForOthers() {
      return ledger.lookForOthers();
    }

    @Override
    public State state() {
      return ledger.state();
    }

    @Override
    public void read(long from, long to, ObjLongConsumer<byte[]> each) {
      ledger.read(from, to, each);
    }

    @Override
    public long size() {
      return ledger.size();
    }

    @Override
    public void close() {
      ledger.close();
    }
  }

  @Test
  void an_import_that_was_cut_short_goes_on_where_it_was() throws IOException {
    small();
    Path more =
        file(
            "more.jsonl",
            IntStream.range(0, 2_500).mapToObj(i -> draft(i, 1)).collect(Collectors.joining()));
    DataFolder data = new DataFolder(folder.resolve("data"));
    try (Ledger ledger = data.store().open(ELECTION, InstantSource.system(), notice -> {})) {
      RecordImport cutShort = new RecordImport(data.store(), ELECTION, more);
      Ledger pulledOut = new PulledOut(ledger, new ArrayList<>());
      assertThatThrownBy(() -> cutShort.takeIn(pulledOut, "7")).hasMessage("pulled out");
      assertThat(ledger.size()).isEqualTo(SMALL + 1_000);
    }
    imports(file("other.jsonl", draft(9_999, 2)));

    assertThat(imports(more).out()).contains(": 1,500 entries taken in, 2,511 in all");
    assertThat(imports(more).out()).contains(": 0 entries taken in, 2,511 in all");
    List<String> record = record();
    for (int i = 0; i < 2_500; i++)
      assertThat(record.get(SMALL + i + (i < 1_000 ? 0 : 1)))
          .contains("\"actor\":\"Somebody " + i + "\"");
    Path whole = file(ELECTION + ".jsonl", String.join("\n", record) + "\n");
    assertThat(Ran.run("check", whole.toString()).out()).startsWith("No problem in 2,511");
  }

  @Test
  void a_refused_import_leaves_nothing_behind() throws IOException {
    Ran ran = imports(file("bad.jsonl", "{\"fact\":\"nonsense\"}\n"));
    assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).contains("nothing was taken in");
    assertThat(folder.resolve("data")).doesNotExist();
  }

  /** What 'check' refuses, the record does not take in: it could never be taken out again. */
  @Test
  void facts_that_make_no_sense_in_their_record_are_refused_with_their_lines() throws IOException {
    small();
    Ran ran =
        imports(
            file(
                "sense.jsonl",
                draft(1, 1)
                    + "{\"fact\":\"returns\",\"at\":\"2020-11-03\",\"source\":\"a-test\",\"unit\":\"PA%s\",\"votes\":{\"biden\":1}}\n"
                        .formatted("/a".repeat(6_000))));
    assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).contains("line 2: R", "nothing was taken in");
    assertThat(record()).hasSize(SMALL);
  }

  /** Another program may have the record open, and go on. */
  @Test
  void an_import_goes_into_a_record_that_another_ledger_has_open() throws IOException {
    small();
    DataFolder data = new DataFolder(folder.resolve("data"));
    try (Ledger other = data.store().open(ELECTION, InstantSource.system(), notice -> {})) {
      assertThat(imports(file("more.jsonl", draft(1, 1))).out()).contains("1 entry taken in");
      other.lookForOthers().join();
      assertThat(other.size()).isEqualTo(SMALL + 1);
    }
  }

  @Test
  void drafts_can_begin_a_record() throws IOException {
    String header =
        new String(new SmallRecord().bytes(), UTF_8)
            .lines()
            .findFirst()
            .orElseThrow()
            .replaceFirst("\"index\".*?\"fact\"", "\"fact\"");
    Path begin = file("begin.jsonl", header + "\n" + draft(1, 1));
    assertThat(imports(begin).out()).contains(": 2 entries taken in, 2 in all");
    assertThat(imports(begin).out()).contains(": 0 entries taken in, 2 in all");
  }

  @Test
  void a_draft_that_is_too_long_with_its_place_is_refused_with_its_code_and_all_others_with_it()
      throws IOException {
    small();
    int others = draft(1, 0).length() - 1;
    Path long1 = file("long.jsonl", draft(1, 1) + draft(2, 65_535 - others));
    Ran ran = imports(long1);
    assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err())
        .contains("line 2: R102 The line has more than 65,535 bytes (65,", "nothing was taken in");
    assertThat(record()).hasSize(SMALL);
  }

  @Test
  void an_account_that_is_none_is_wrong_usage() throws IOException {
    small();
    Path more = file("more.jsonl", draft(1, 1));
    Ran ran =
        Ran.run(
            "import",
            ELECTION,
            more.toString(),
            "--data",
            folder.resolve("data").toString(),
            "--by",
            "two words");
    assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).contains("an account is 1 to 64 letters");
    assertThat(record()).hasSize(SMALL);
  }

  @Test
  void of_a_file_that_has_grown_the_new_lines_go_in() throws IOException {
    small();
    assertThat(imports(file("grows.jsonl", draft(1, 1))).out()).contains(": 1 entry taken in");
    imports(file("other.jsonl", draft(9, 1)));
    assertThat(imports(file("grows.jsonl", draft(1, 1) + draft(2, 1))).out())
        .contains(": 1 entry taken in, 13 in all; 1 line is in it already.");
    assertThat(record().getLast()).contains("\"actor\":\"Somebody 2\"");
  }

  /**
   * A growing file of corrections could be given once alone: a retraction twice is no retraction.
   */
  @Test
  void a_retraction_that_is_given_again_is_passed_over() throws IOException {
    small();
    String first = retraction(1);
    assertThat(imports(file("c.jsonl", first)).out()).contains(": 1 entry taken in, 11 in all");
    Ran again = imports(file("c.jsonl", first + retraction(3)));
    assertThat(again.out()).contains(": 1 entry taken in, 12 in all; 1 line is in it already.");
    assertThat(imports(file("c.jsonl", first + retraction(99))).err())
        .contains("line 2: R306 retracts: Entry 99 is not in force.");
  }

  private static String retraction(int index) {
    return "{\"fact\":\"retraction\",\"at\":\"2021-01-20\",\"source\":\"desk\",\"retracts\":%d,\"reason\":\"A test.\"}\n"
        .formatted(index);
  }

  @Test
  void what_was_given_before_counts_at_the_beginning_of_a_file_only() throws IOException {
    small();
    imports(file("one.jsonl", draft(1, 1)));
    assertThat(imports(file("two.jsonl", draft(2, 1) + draft(1, 1))).out())
        .contains(": 2 entries taken in, 13 in all.");
  }

  @Test
  void a_dry_run_says_what_would_go_in_and_writes_nothing() throws IOException {
    Path data = folder.resolve("data");
    Path whole = Path.of(new SmallRecord().writtenTo(folder));
    Ran dry = Ran.run("import", ELECTION, whole.toString(), "--data", data.toString(), "--dry-run");
    assertThat(dry.exit()).isEqualTo(ExitCode.DONE);
    assertThat(dry.out())
        .isEqualTo("us-president-2020: 10 entries would be taken in, 10 in all; nothing was.\n");
    assertThat(data).doesNotExist();
    small();
    Path bad = file("bad.jsonl", draft(1, 1) + retraction(99));
    Ran refused =
        Ran.run(
            "import", ELECTION, bad.toString(), "--data", data.toString(), "--dry-run", "--json");
    assertThat(refused.exit()).isEqualTo(ExitCode.USAGE);
    JsonValue told = refused.json();
    assertThat(told.at("sound").truth()).isFalse();
    assertThat(told.at("added").number()).isZero();
    JsonValue problem = told.at("problems").items().getFirst();
    assertThat(problem.at("line").number()).isEqualTo(2);
    assertThat(problem.at("code").text()).isEqualTo("R306");
    assertThat(record()).hasSize(SMALL);
  }

  @Test
  void an_import_in_json_says_how_much_went_in_and_how_much_was_there() throws IOException {
    small();
    imports(file("grows.jsonl", draft(1, 1)));
    Path grown = file("grows.jsonl", draft(1, 1) + draft(2, 1));
    JsonValue told =
        Ran.done(
                "import",
                ELECTION,
                grown.toString(),
                "--data",
                folder.resolve("data").toString(),
                "--json")
            .json();
    assertThat(told.at("added").number()).isEqualTo(1);
    assertThat(told.at("alreadyRecorded").number()).isEqualTo(1);
    assertThat(told.at("entries").number()).isEqualTo(12);
  }

  @Test
  void lines_come_from_standard_input_too() throws IOException {
    small();
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream(draft(1, 1).getBytes(UTF_8)));
      assertThat(imports(Path.of("-")).out()).contains(": 1 entry taken in, 11 in all");
    } finally {
      System.setIn(before);
    }
    assertThat(record()).hasSize(SMALL + 1);
  }
}
