package org.ascertain.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Tests that break off leave no server behind. */
class RunningServerTest {

  @Test
  void a_server_does_not_outlive_the_tests_that_started_it() throws Exception {
    Process tests =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dascertain.built=" + System.getProperty("ascertain.built"),
                "-cp",
                System.getProperty("java.class.path"),
                BrokenOff.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(tests.getInputStream().readAllBytes(), UTF_8);
    assertThat(tests.waitFor()).as(said).isEqualTo(BrokenOff.EXIT);
    ProcessHandle.of(Long.parseLong(said.strip()))
        .ifPresent(server -> server.onExit().orTimeout(10, TimeUnit.SECONDS).join());
  }

  /** Starts a server, says its process's number, and ends without closing it. */
  static final class BrokenOff {

    private static final int EXIT = 3;

    public static void main(String[] args) {
      RunningServer server = RunningServer.start("--port", "0");
      System.out.println(server.pid());
      System.exit(EXIT);
    }
  }
}
