package org.ascertain.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ascertain.answers.ExitCode;
import org.ascertain.archive.Archive;
import org.ascertain.archive.Pinned;
import org.ascertain.record.Pin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands that take records in, publish them and check them, on the archive's record of 2020.
 */
class RecordCommandsTest {

  private static final String ELECTION = "us-president-2020";
  private static final Pin PIN =
      Pinned.pins().stream()
          .filter(pin -> pin.election().equals("us-president-2020"))
          .findFirst()
          .orElseThrow();
  private static final String ROOT = PIN.root().toString();
  private static final long SIZE = PIN.size();

  @TempDir private Path folder;
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  private int run(String... args) {
    out = new StringWriter();
    err = new StringWriter();
    return Ascertain.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }

  private String done(String... args) {
    int exit = run(args);
    assertThat(exit).as(out + "\n" + err).isEqualTo(ExitCode.DONE);
    return out.toString();
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  private String imported() throws IOException {
    try (InputStream record = Archive.open(ELECTION).orElseThrow()) {
      Files.copy(record, folder.resolve(ELECTION + ".jsonl"));
    }
    return done(
        "import", "2020", at(ELECTION + ".jsonl"), "--data", at("data"), "--name", "log.example");
  }

  @Test
  void the_archives_record_is_the_pinned_one() {
    assertThat(done("verify", "2020"))
        .contains(
            ROOT, "the root is the one pinned for us-president-2020", "complete and unaltered");
  }

  private Pin older() {
    return Pinned.older().stream()
        .filter(pin -> pin.election().equals(ELECTION))
        .findFirst()
        .orElseThrow();
  }

  private String kept(String root) throws IOException {
    Files.writeString(
        folder.resolve("kept"),
        "ascertain.invalid/archive/%s%n%d%n%s%n".formatted(ELECTION, older().size(), root),
        UTF_8);
    return at("kept");
  }

  @Test
  void a_checkpoint_kept_before_the_archive_grew_begins_its_record() throws IOException {
    assertThat(done("verify", "2020", "--older", kept(older().root().toString())))
        .contains(
            "the older checkpoint of %d entries begins this record".formatted(older().size()),
            "complete and unaltered");
  }

  @Test
  void a_checkpoint_that_does_not_begin_the_record_is_told() throws IOException {
    assertThat(run("verify", "2020", "--older", kept(ROOT))).isEqualTo(ExitCode.NO);
    assertThat(out.toString()).contains("does not begin this record");
  }

  @Test
  void an_export_from_before_the_archive_grew_is_still_vouched_for() throws IOException {
    Path file = folder.resolve("before.jsonl");
    try (InputStream record = Archive.open(ELECTION).orElseThrow()) {
      List<String> lines = new String(record.readAllBytes(), UTF_8).lines().toList();
      Files.write(file, lines.subList(0, (int) older().size()));
    }
    assertThat(done("verify", file.toString()))
        .contains(older().root().toString(), "the root is the one pinned for " + ELECTION);
  }

  @Test
  void a_whole_record_taken_into_an_empty_folder_keeps_its_bytes_and_its_root() throws IOException {
    assertThat(imported()).contains("%,d entries taken in, %,d in all".formatted(SIZE, SIZE));
    assertThat(done("verify", at("data")))
        .contains(ROOT, "signed by log.example/us-president-2020", "complete and unaltered");
    assertThat(exported()).isEqualTo(Files.readAllBytes(folder.resolve(ELECTION + ".jsonl")));
    assertThat(done("import", "2020", at(ELECTION + ".jsonl"), "--data", at("data")))
        .contains(": 0 entries taken in");
  }

  private byte[] exported() {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, UTF_8));
    try {
      done("export", "2020", "--data", at("data"));
    } finally {
      System.setOut(before);
    }
    return bytes.toByteArray();
  }

  @Test
  void another_record_of_the_same_election_is_refused() throws IOException {
    imported();
    String record = Files.readString(folder.resolve(ELECTION + ".jsonl"));
    int last = record.lastIndexOf("\"recorded\":\"", record.length() - 2);
    Path other = folder.resolve("other.jsonl");
    Files.writeString(
        other, record.substring(0, last) + record.substring(last).replaceFirst("Z\"", ".001Z\""));
    assertThat(run("import", "2020", other.toString(), "--data", at("data")))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("is in the record with other content");
    assertThat(run("import", "2016", at(ELECTION + ".jsonl"), "--data", at("data")))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .contains("is a record of us-president-2020, not of us-president-2016");
  }

  @Test
  void lines_without_an_index_are_appended_once() throws IOException {
    imported();
    Path more = folder.resolve("more.jsonl");
    Files.writeString(
        more,
        """
        {"fact":"acknowledgement","at":"2021-01-20","source":{"id":"a-test","title":"A test"},"actor":"Somebody","toward":"biden","form":"letter"}
        {"fact":"acknowledgement","at":"2021-01-21","source":"a-test","actor":"Somebody else","toward":"biden","form":"letter"}
        """);
    assertThat(done("import", "2020", more.toString(), "--data", at("data")))
        .contains(": 2 entries taken in");
    assertThat(done("import", "2020", more.toString(), "--data", at("data")))
        .contains(": 0 entries taken in");
    String exported = new String(exported(), UTF_8);
    assertThat(exported.lines().skip(SIZE).toList())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("{\"index\":" + SIZE + ",\"recorded\":\"")
        .contains("\"recordedBy\":\"import\",\"fact\":\"acknowledgement\"");
    Files.writeString(
        more,
        "{\"fact\":\"acknowledgement\",\"at\":\"2021-01-22\",\"source\":\"unheard-of\",\"actor\":\"X\",\"toward\":\"biden\",\"form\":\"letter\"}\n");
    assertThat(run("import", "2020", more.toString(), "--data", at("data")))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("line 1: ", "nothing was taken in");
  }

  @Test
  void a_published_log_is_verified_in_a_folder_and_at_an_address() throws IOException {
    imported();
    assertThat(done("log", "2020", "--data", at("data"), "--to", at("log")))
        .contains("log.example/us-president-2020", ROOT);
    String vkey = done("log", "2020", "--data", at("data"), "--vkey").strip();
    assertThat(done("verify", at("log"), "--vkey", vkey)).contains("complete and unaltered", ROOT);
    Files.copy(folder.resolve("log/checkpoint"), folder.resolve("older"));
    assertThat(done("verify", at("log"), "--vkey", vkey, "--older", at("older")))
        .contains("begins this record");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/log/",
        exchange -> {
          Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
          boolean there = Files.isRegularFile(file);
          byte[] bytes = there ? Files.readAllBytes(file) : new byte[0];
          exchange.sendResponseHeaders(there ? 200 : 404, there ? bytes.length : -1);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    try {
      String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/log";
      assertThat(done("verify", address, "--vkey", vkey))
          .contains("complete and unaltered", "cannot be found at an address");
      Files.delete(folder.resolve("log/tile/entries/001"));
      assertThat(run("verify", address, "--vkey", vkey)).isEqualTo(ExitCode.NO);
      assertThat(out.toString()).contains("wrong: tile/entries/001: is missing");
    } finally {
      server.stop(0);
    }
    assertThat(run("verify", "http://127.0.0.1:1/", "--vkey", vkey)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("Nobody answers at http://127.0.0.1:1/.");
  }

  @Test
  void the_archives_log_is_vouched_for_by_its_pin_and_signed_by_whoever_has_a_key() {
    done("log", "2020", "--to", at("unsigned"));
    assertThat(done("verify", at("unsigned")))
        .contains("ascertain.invalid/archive/us-president-2020", "complete and unaltered");
    assertThat(run("log", "2020", "--to", at("signed"), "--key", at("keys/release.key")))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("to make one, name the log too, with --name");
    done(
        "log",
        "2020",
        "--to",
        at("signed"),
        "--key",
        at("keys/release.key"),
        "--name",
        "log.example");
    String vkey = done("log", "2020", "--vkey", "--key", at("keys/release.key")).strip();
    assertThat(done("verify", at("signed"), "--vkey", vkey))
        .contains("signed by log.example/us-president-2020");
  }

  @Test
  void the_script_in_the_docs_checks_a_proof_by_a_key_or_by_a_pinned_root() throws Exception {
    imported();
    String page = Files.readString(Path.of("../docs/verify.md"));
    int from = page.indexOf("```js\n") + "```js\n".length();
    Path script =
        Files.writeString(
            folder.resolve("check.mjs"), page.substring(from, page.indexOf("\n```", from)) + "\n");
    String proof = done("prove", "2020", "5000", "--data", at("data"));
    String vkey = done("log", "2020", "--data", at("data"), "--vkey").strip();
    Path file = Files.writeString(folder.resolve("entry.tlog-proof"), proof);
    assertThat(checked(script, file, vkey))
        .startsWith(
            "entry 5000 of " + SIZE + " in log.example/us-president-2020:\n{\"index\":5000,");

    Files.writeString(file, proof.replace("index 5000", "index 5001"));
    assertThat(checked(script, file, vkey)).startsWith("WRONG: the entry is not in the record");
    Files.writeString(file, proof.replace("\n" + SIZE + "\n", "\n" + (SIZE + 1) + "\n"));
    assertThat(checked(script, file, vkey)).startsWith("WRONG: the checkpoint is not signed");
    String extra = proof.lines().skip(1).findFirst().orElseThrow();
    Files.writeString(file, proof.replace(extra, extra.replace("ey", "ez")));
    assertThat(checked(script, file, vkey)).startsWith("WRONG: the entry is not in the record");

    String unsigned = done("prove", "2020", "13178");
    Files.writeString(file, unsigned);
    String root = unsigned.strip().lines().toList().getLast();
    assertThat(checked(script, file, root)).startsWith("entry 13178 of " + SIZE);
    assertThat(checked(script, file, root.replace(root.charAt(0), root.charAt(1))))
        .startsWith("WRONG: the record has another root");
  }

  private static String checked(Path script, Path proof, String vkey) throws Exception {
    Process node =
        new ProcessBuilder(List.of("node", script.toString(), proof.toString(), vkey))
            .redirectErrorStream(true)
            .start();
    return new String(node.getInputStream().readAllBytes(), UTF_8);
  }

  @Test
  void a_backup_is_restored_and_verified() throws IOException {
    imported();
    assertThat(done("backup", at("copy"), "--data", at("data")))
        .contains("us-president-2020: %,d entries".formatted(SIZE));
    assertThat(done("restore", at("copy"), "--data", at("restored")))
        .contains("complete and unaltered");
    assertThat(done("verify", at("restored"))).contains(ROOT);
    assertThat(run("restore", at("copy"), "--data", at("restored"))).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("is not empty");
  }

  @Test
  void wrong_usage_is_told_in_a_sentence() {
    assertThat(run("verify", "nowhere")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("'nowhere' is neither an election of the archive");
    assertThat(run("prove", "2020", "99999999")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("There is no entry 99999999");
    assertThat(run("log", "2020", "--vkey")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("is not signed, so that it has no key");
    assertThat(run("verify", folder.toString())).isEqualTo(ExitCode.NO);
    assertThat(out.toString()).contains("wrong: checkpoint: is missing");
  }
}
