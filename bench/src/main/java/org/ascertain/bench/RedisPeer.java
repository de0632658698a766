package org.ascertain.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Redis where the machine has it: rows added to a stream one by one, each synced to the disk before
 * it is answered, spoken to in its own protocol (RESP).
 */
final class RedisPeer implements AutoCloseable {

  private final Process process;
  private final int port;

  private RedisPeer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts one; empty where there is none. */
  static Optional<RedisPeer> start(Scratch scratch) throws IOException {
    if (!Installed.has("redis-server")) return Optional.empty();
    Path folder = Files.createDirectory(scratch.file("redis"));
    int port = Installed.freePort();
    Process process =
        new ProcessBuilder(
                "redis-server",
                "--bind",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--dir",
                folder.toString(),
                "--appendonly",
                "yes",
                "--appendfsync",
                "always",
                "--save",
                "")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    RedisPeer peer = new RedisPeer(process, port);
    try {
      Installed.awaitAnswer(port);
    } catch (IOException silent) {
      peer.close();
      throw silent;
    }
    return Optional.of(peer);
  }

  /** Adds one row after the other; gives the median of what one took, in seconds. */
  double add(int times) throws IOException {
    double[] took = new double[times];
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        BufferedReader answers =
            new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      for (int i = 0; i < times; i++) {
        String row = "PA,2020-11-04T02:00:00-05:00,feed," + i;
        byte[] asked =
            "*5\r\n$4\r\nXADD\r\n$4\r\nrows\r\n$1\r\n*\r\n$3\r\nrow\r\n$%d\r\n%s\r\n"
                .formatted(row.length(), row)
                .getBytes(UTF_8);
        long began = System.nanoTime();
        out.write(asked);
        String length = answers.readLine();
        if (length == null || !length.startsWith("$")) throw new IOException("Redis: " + length);
        answers.readLine();
        took[i] = (System.nanoTime() - began) / 1e9;
      }
    }
    Arrays.sort(took);
    return took[times / 2];
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
