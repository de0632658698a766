package org.ascertain.bench;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Redis where the machine has it: rows added to a stream one by one, each synced to the disk before
 * it is answered, and told to who waits for them.
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
    try (RedisConnection connection = new RedisConnection(port)) {
      for (int i = 0; i < times; i++) {
        long began = System.nanoTime();
        connection.ask("XADD", "rows", "*", "row", "PA,2020-11-04T02:00:00-05:00,feed," + i);
        took[i] = (System.nanoTime() - began) / 1e9;
      }
    }
    Arrays.sort(took);
    return took[times / 2];
  }

  /**
   * Adds one row after the other while somebody waits for the next; gives for each the seconds from
   * when it was durable until they had it.
   */
  List<Double> tell(int times) throws IOException {
    List<Double> took = new ArrayList<>();
    BlockingQueue<Long> had = new LinkedBlockingQueue<>();
    try (RedisConnection waits = new RedisConnection(port);
        RedisConnection adds = new RedisConnection(port)) {
      Thread reader = Thread.ofVirtual().start(() -> await(waits, times, had));
      for (int i = 0; i < times; i++) {
        adds.ask("XADD", "turns", "*", "turn", Integer.toString(i));
        long durable = System.nanoTime();
        took.add(Math.max(0, had.take() - durable) / 1e9);
      }
      reader.join();
    } catch (InterruptedException ends) {
      throw ended();
    }
    return took;
  }

  private static void await(RedisConnection waits, int times, BlockingQueue<Long> had) {
    String last = "0";
    try {
      for (int i = 0; i < times; i++) {
        // the stream, the row's id, its field, its value
        last = waits.ask("XREAD", "COUNT", "1", "BLOCK", "0", "STREAMS", "turns", last).get(1);
        had.add(System.nanoTime());
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Seconds until so many rows were added, and each was taken and acknowledged by one of many. */
  double share(int rows, int takers) throws IOException {
    CountDownLatch left = new CountDownLatch(rows);
    try (RedisConnection adds = new RedisConnection(port)) {
      adds.ask("XGROUP", "CREATE", "many", "all", "$", "MKSTREAM");
      List<Thread> all = new ArrayList<>();
      for (int i = 0; i < takers; i++) {
        String name = "taker " + i;
        all.add(Thread.ofVirtual().start(() -> take(name, left)));
      }
      long began = System.nanoTime();
      for (int i = 0; i < rows; i++) adds.ask("XADD", "many", "*", "turn", Integer.toString(i));
      if (!left.await(1, TimeUnit.MINUTES)) throw new IOException("Redis: rows were left");
      double took = (System.nanoTime() - began) / 1e9;
      for (Thread taker : all) taker.join();
      return took;
    } catch (InterruptedException ends) {
      throw ended();
    }
  }

  private void take(String name, CountDownLatch left) {
    try (RedisConnection connection = new RedisConnection(port)) {
      while (left.getCount() > 0) {
        List<String> row =
            connection.ask(
                "XREADGROUP",
                "GROUP",
                "all",
                name,
                "COUNT",
                "1",
                "BLOCK",
                "500",
                "STREAMS",
                "many",
                ">");
        if (row.size() < 2) continue;
        connection.ask("XACK", "many", "all", row.get(1));
        left.countDown();
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static IOException ended() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("ended");
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
