package org.ascertain.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A gigabyte by a feed that gives everything each time: rows that the record has, over and over, in
 * parts as large as {@code send} makes them. What memory it takes is the intake's own, for the
 * record does not grow.
 */
record LongIntake(RunningDesk desk, Path known) {

  private static final long BYTES = 1L << 30;
  private static final int PART = 32 << 20;
  private static final long LIMIT_MEGABYTES = 400;
  private static final long LOOK_EVERY_MILLIS = 100;

  void run(PrintStream out) throws IOException {
    List<String> lines = Files.readAllLines(known);
    long before = desk.megabytes();
    AtomicLong most = new AtomicLong(before);
    Thread looking = Thread.ofPlatform().daemon().start(() -> look(most));
    double processor = desk.processorSeconds();
    long began = System.nanoTime();
    long sent = 0;
    for (int part = 0; sent < BYTES; part++) {
      byte[] rows = part(lines, part);
      desk.handIn("returns", "text/csv", "long " + part, BodyPublishers.ofByteArray(rows));
      sent += rows.length;
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    looking.interrupt();
    out.printf(
        "  %-34s %,10.0f MB in %.0f s, %.0f s of processor time; memory %d MB before, %d MB at most (limit %d)%n",
        "rows that it has, over HTTP",
        sent / (double) (1 << 20),
        seconds,
        desk.processorSeconds() - processor,
        before,
        most.get(),
        LIMIT_MEGABYTES);
  }

  /** Each part begins at another row, so that no two are the same file. */
  private static byte[] part(List<String> lines, int number) {
    ByteArrayOutputStream part = new ByteArrayOutputStream(PART);
    part.writeBytes((lines.getFirst() + "\n").getBytes(UTF_8));
    int rows = lines.size() - 1;
    for (int i = number; part.size() < PART - 200; i++)
      part.writeBytes((lines.get(1 + i % rows) + "\n").getBytes(UTF_8));
    return part.toByteArray();
  }

  private void look(AtomicLong most) {
    try {
      while (true) {
        most.accumulateAndGet(desk.megabytes(), Math::max);
        Thread.sleep(LOOK_EVERY_MILLIS);
      }
    } catch (InterruptedException | IOException over) {
      Thread.currentThread().interrupt();
    }
  }
}
