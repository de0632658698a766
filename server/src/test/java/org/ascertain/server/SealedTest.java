package org.ascertain.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.ascertain.desk.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What somebody types blind is in no byte that leaves the server for anybody else, and in no line
 * of its log, before both are done: not in answers of whatever route to whomever, nor in refusals
 * of what is wrong with a typing, nor in what is told live.
 */
@QuarkusTest
@TestProfile(RunningDesk.Profile.class)
@Timeout(180)
class SealedTest {

  /** Figures that stand in no other answer. */
  private static final List<String> SEALED = List.of("7654321", "7123456", "Sealed Board");

  private final RunningDesk desk = new RunningDesk();
  private final SignedIn rita = SignedIn.as("Rita", Role.RECORDER);
  private final SignedIn rolf = SignedIn.as("Rolf", Role.RECORDER);
  private final SignedIn all = SignedIn.as("All", Role.values());

  private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
  private final List<String> logged = Collections.synchronizedList(new ArrayList<>());

  private final Handler listening =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          logged.add(line.getMessage() + " " + line.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @Test
  void nothing_typed_leaves_before_both_are_done() throws Exception {
    Logger root = Logger.getLogger("");
    Level before = root.getLevel();
    root.addHandler(listening);
    root.setLevel(Level.ALL);
    try (Socket live = listen()) {
      JsonNode paper = rita.done("/proposals", "{\"type\":\"certification\",\"unit\":\"AK\"}");
      String at = "/proposals/" + paper.at("/id").asLong();
      type(rita, at, "7654321");
      everybodyLooks(at);
      JsonNode claimed = rolf.done(at + "/claim", version(at));
      wrong(claimed.at("/version").asLong(), at);
      everybodyLooks(at);
      sent.add(heardSoFar(live));
    } finally {
      root.removeHandler(listening);
      root.setLevel(before);
    }
    assertThat(sent).hasSizeGreaterThan(100);
    for (String secret : SEALED) {
      assertThat(sent).noneMatch(each -> each.contains(secret));
      assertThat(logged).noneMatch(each -> each.contains(secret));
    }
  }

  private Socket listen() throws IOException {
    Socket socket = desk.connect();
    socket
        .getOutputStream()
        .write("GET %s/live HTTP/1.1\r\nHost: a\r\n\r\n".formatted(RunningDesk.AT).getBytes(UTF_8));
    socket.getOutputStream().flush();
    return socket;
  }

  private static String heardSoFar(Socket live) throws IOException {
    return new String(live.getInputStream().readNBytes(live.getInputStream().available()), UTF_8);
  }

  /** Types it whole and is done; what the typist is answered is for them. */
  private void type(SignedIn typist, String at, String biden) {
    typist.done(at + "/claim", version(at));
    typist.done(at + "/save", fields(at, biden));
    sent.add(
        typist
            .done(at + "/done", version(at).replace("}", ",\"remark\":\"as it is\"}"))
            .toString());
  }

  /** What is wrong with a typing is refused without a word of it. */
  private void wrong(long version, String at) {
    for (String fields :
        new String[] {
          "{\"/votes/biden\":\"7123456\",\"/nowhere\":\"7123456\"}",
          "{\"/votes/biden\":7123456}",
          "\"7123456\"",
          "{\"/votes/biden\":\"7123456\""
        })
      sent.add(
          rolf.post(at + "/save", "{\"version\":%d,\"fields\":%s}".formatted(version, fields))
              .body());
    sent.add(all.post(at + "/save", fields(at, "7123456")).body());
    sent.add(rita.post(at + "/retype", fields(at, "7123456")).body());
  }

  private void everybodyLooks(String at) {
    for (SignedIn who : List.of(rita, rolf, all))
      for (Routes route : Routes.values())
        if (route.method.equals("GET")) {
          sent.add(who.get(address(route, at)).body());
          sent.add(desk.get(address(route, at)).body());
        }
    Client reader = new Client();
    for (String path : KnownAddresses.READ_BY_EVERYBODY)
      if (!path.endsWith("/live") && !path.endsWith(".png"))
        sent.add(
            reader.get(path.replace(":id", RunningDesk.ELECTION).replace(":index", "0")).body());
  }

  private static String address(Routes route, String at) {
    return route
        .path
        .replace(":id", RunningDesk.ELECTION)
        .replace(":number", at.substring(at.lastIndexOf('/') + 1));
  }

  private String version(String at) {
    return "{\"version\":%d}".formatted(rita.seen(at).at("/version").asLong());
  }

  private String fields(String at, String biden) {
    return "{\"version\":%d,\"fields\":{\"/at\":\"2020-11-25\",\"/votes/biden\":\"%s\",\"/votes/trump\":\"7123456\",\"/other\":\"\",\"/total\":\"\",\"/authority\":\"Sealed Board\"}}"
        .formatted(rita.seen(at).at("/version").asLong(), biden);
  }
}
