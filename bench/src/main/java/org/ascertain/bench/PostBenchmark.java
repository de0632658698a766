package org.ascertain.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Rows handed in one a request, each durable before it is answered, beside a bare commit. */
final class PostBenchmark implements Benchmark {

  /** A night goes on for hours: it is the usual pace that counts. */
  private static final int WARM_UP = 4_000;

  private static final int POSTS = 500;
  private static final int CLIENTS = 16;

  private final AtomicLong keys = new AtomicLong();

  @Override
  public String name() {
    return "post";
  }

  @Override
  public void run(PrintStream out) throws IOException {
    try (Scratch scratch = Scratch.make();
        RunningDesk desk = new RunningDesk(Files.createDirectory(scratch.file("data")))) {
      NightOfCounties night = new NightOfCounties();
      oneByOne(desk, rows(night, WARM_UP));
      double[] took = oneByOne(desk, rows(night, POSTS));
      double commit = new SqlitePeer(scratch).commit(POSTS);
      out.printf(
          "  one client: half of the rows within %.2f ms, 99 of 100 within %.2f ms%n",
          took[POSTS / 2] * 1e3, took[POSTS * 99 / 100] * 1e3);
      out.printf(
          "  a bare commit of SQLite: half within %.2f ms; ours is %.1f times that (limit 2)%n",
          commit * 1e3, took[POSTS / 2] / commit);
      out.printf(
          "  a request over HTTP that records nothing: half within %.2f ms%n", session(desk) * 1e3);
      Optional<RedisPeer> redis = RedisPeer.start(scratch);
      if (redis.isEmpty())
        out.println(
            "  Redis is not installed, so it was not measured (Debian and Ubuntu: apt-get install redis-server)");
      else
        try (RedisPeer peer = redis.get()) {
          out.printf(
              "  Redis, XADD with appendfsync always: half within %.2f ms%n",
              peer.add(POSTS) * 1e3);
        }
      out.printf("  %d clients: %,.0f rows a second%n", CLIENTS, together(desk, night));
    } catch (SQLException failed) {
      throw new IOException(failed);
    }
  }

  private static List<String> rows(NightOfCounties night, int number) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < number; i++) rows.add(NightOfCounties.COLUMNS + night.next() + "\n");
    return rows;
  }

  /** What each took, in seconds, the shortest first. */
  private double[] oneByOne(RunningDesk desk, List<String> rows) throws IOException {
    double[] took = new double[rows.size()];
    for (int i = 0; i < took.length; i++) {
      long began = System.nanoTime();
      post(desk, rows.get(i));
      took[i] = (System.nanoTime() - began) / 1e9;
    }
    Arrays.sort(took);
    return took;
  }

  /** The median, in seconds. */
  private static double session(RunningDesk desk) throws IOException {
    double[] took = new double[POSTS];
    for (int i = 0; i < took.length; i++) took[i] = desk.session();
    Arrays.sort(took);
    return took[POSTS / 2];
  }

  private void post(RunningDesk desk, String row) throws IOException {
    desk.handIn(
        "returns", "text/csv", "post " + keys.incrementAndGet(), BodyPublishers.ofString(row));
  }

  /** Rows a second. */
  private double together(RunningDesk desk, NightOfCounties night) throws IOException {
    List<Future<Void>> all = new ArrayList<>();
    long began = System.nanoTime();
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int client = 0; client < CLIENTS; client++) {
        List<String> rows = rows(night, POSTS / 4);
        all.add(
            clients.submit(
                () -> {
                  for (String row : rows) post(desk, row);
                  return null;
                }));
      }
      for (Future<Void> each : all) each.get();
    } catch (ExecutionException failed) {
      throw new IOException(failed.getCause());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException(stop);
    }
    return CLIENTS * (POSTS / 4) / ((System.nanoTime() - began) / 1e9);
  }
}
