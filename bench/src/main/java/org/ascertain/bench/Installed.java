package org.ascertain.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/** Other programs that the machine may have, to be measured beside ours. */
final class Installed {

  private static final int TRIES = 100;
  private static final long MOMENT_NANOS = 50_000_000;

  /** Whether a program is on the path. */
  static boolean has(String program) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Waits until somebody listens at a port of this machine. */
  static void awaitAnswer(int port) throws IOException {
    for (int tries = 0; ; tries++) {
      try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException notYet) {
        if (tries == TRIES) throw notYet;
        LockSupport.parkNanos(MOMENT_NANOS);
      }
    }
  }

  private Installed() {}
}
