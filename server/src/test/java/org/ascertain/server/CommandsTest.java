package org.ascertain.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ascertain.answers.AllFormats;
import org.ascertain.answers.ExitCode;
import org.ascertain.archive.Archive;
import org.ascertain.archive.Pinned;
import org.ascertain.exchange.Document;
import org.ascertain.exchange.ElectionAt;
import org.ascertain.exchange.Format;
import org.ascertain.law.Law;
import org.ascertain.record.Checkpoint;
import org.ascertain.record.RecordReader;
import org.ascertain.record.SignedNote;
import org.ascertain.standing.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code publish}, and what {@code serve} refuses before it starts. */
class CommandsTest {

  private static final String ID = "us-president-1800";

  @TempDir private Path folder;

  @Test
  void page_data_and_log_are_written_as_files_that_need_no_server() throws IOException {
    assertThat(ServerMain.run("publish", "1800", "--to", folder.toString()))
        .isEqualTo(ExitCode.DONE);
    Path data = folder.resolve("data").resolve(ID);
    ObjectMapper json = new ObjectMapper();
    assertThat(json.readTree(data.resolve("standing.json").toFile()).get("election").asText())
        .isEqualTo(ID);
    assertThat(json.readTree(data.resolve("story.json").toFile()).get("changes")).isNotEmpty();
    try (InputStream record = Archive.open(ID).orElseThrow()) {
      assertThat(Files.readAllBytes(data.resolve("record.jsonl"))).isEqualTo(record.readAllBytes());
    }
    Checkpoint log =
        Checkpoint.of(
            SignedNote.parse(
                Files.readAllBytes(folder.resolve("log").resolve(ID).resolve("checkpoint"))));
    assertThat(log.size()).isEqualTo(Files.readAllLines(data.resolve("record.jsonl")).size());
    for (Format format : AllFormats.written())
      for (Document document : format.writer().orElseThrow().documents(ofArchive()))
        assertThat(data.resolve("formats").resolve(format.id()).resolve(document.name()))
            .binaryContent()
            .isEqualTo(bytes(document));
    for (String page : new String[] {"index.html", ID + "/index.html", ID + "/law/index.html"})
      assertThat(folder.resolve(page))
          .content()
          .contains("<meta name=\"ascertain-data\" content=\"static\">", "Content-Security-Policy");
  }

  private static ElectionAt ofArchive() throws IOException {
    try (InputStream in = Archive.open(ID).orElseThrow()) {
      History history =
          History.of(
              RecordReader.read(in).entries(),
              Law.of(1800).orElseThrow(),
              Archive.knownUnits(),
              History.ALL);
      return ElectionAt.of(
          history,
          ElectionAt.last(history),
          Pinned.pins().stream().filter(pin -> pin.election().equals(ID)).findFirst());
    }
  }

  private static byte[] bytes(Document document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.content().writeTo(out);
    return out.toByteArray();
  }

  @Test
  void what_was_published_before_is_written_again() throws IOException {
    assertThat(ServerMain.run("publish", "1800", "--to", folder.toString()))
        .isEqualTo(ExitCode.DONE);
    assertThat(ServerMain.run("publish", "1800", "--to", folder.toString()))
        .isEqualTo(ExitCode.DONE);
    assertThat(folder.resolve("desk.html")).doesNotExist();
    assertThat(folder.resolve("index.html")).content().containsOnlyOnce("ascertain-data");
  }

  @Test
  void an_election_that_is_not_there_is_wrong_usage() {
    assertThat(ServerMain.run("publish", "1801", "--to", folder.toString()))
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void a_port_a_folder_or_a_rehearsal_that_cannot_be_is_told_before_anything_starts() {
    assertThat(ServerMain.run("serve", "--port", "70000")).isEqualTo(ExitCode.USAGE);
    assertThat(ServerMain.run("serve", "--data", folder.resolve("none").toString()))
        .isEqualTo(ExitCode.USAGE);
    assertThat(ServerMain.run("serve", "--rehearse", "1801")).isEqualTo(ExitCode.USAGE);
    assertThat(ServerMain.run("serve", "--speed", "5")).isEqualTo(ExitCode.USAGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--provider-client ascertain",
        "--provider https://id.example.org",
        "--provider http://id.example.org --provider-client ascertain",
        "--provider http://127.0.0.1.id.example.org --provider-client ascertain",
        "--provider https://id.example.org?x --provider-client ascertain",
        "--provider https://id.example.org --provider-client ascertain --provider-secret none"
      })
  void a_provider_that_cannot_be_is_told_before_anything_starts(String options) {
    List<String> all = new ArrayList<>(List.of("serve", "--port", "0"));
    all.addAll(List.of("--data", folder.toString()));
    all.addAll(List.of(options.split(" ", -1)));
    assertThat(ServerMain.run(all.toArray(String[]::new))).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void a_port_in_use_is_told_in_a_sentence() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(said("serve", "--port", Integer.toString(taken.getLocalPort())))
          .contains("Nothing can listen on 127.0.0.1 port " + taken.getLocalPort());
    }
  }

  @Test
  void nothing_is_published_of_a_damaged_record() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.writeString(data.resolve("us-president-2020.db"), "no database");
    Path site = folder.resolve("site");
    assertThat(said("publish", "2020", "--data", data.toString(), "--to", site.toString()))
        .contains("Nothing of us-president-2020 was published", "ascertain restore")
        .doesNotContain("Exception");
    assertThat(site).doesNotExist();
  }

  private static String said(String... args) {
    PrintStream before = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, UTF_8));
    try {
      assertThat(ServerMain.run(args)).isEqualTo(ExitCode.USAGE);
    } finally {
      System.setErr(before);
    }
    return said.toString(UTF_8);
  }
}
