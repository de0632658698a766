package org.ascertain.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * A desk that goes on: fifty rows a second, each checked and recorded, before five hundred
 * listeners; and what its server has taken of the machine after each while.
 *
 * @param length of all
 * @param looks how often in it the server is looked at
 */
record Soak(Duration length, int looks) {

  private static final String LIVE = "/api/elections/us-president-2020/live";
  private static final int LISTENERS = 500;
  static final int ROWS_A_SECOND = 50;

  /** A server has what it needs after the first of so many parts. */
  private static final int PARTS = 4;

  /** More than this is not the machine's doing. */
  private static final double MORE = 1.1;

  private static final int MORE_MEGABYTES = 16;
  private static final int MORE_OF_OTHERS = 8;

  /** What the server has: memory after its garbage is collected, threads, files and sockets. */
  record Taken(long rows, long megabytes, long threads, long files, int listenersLost) {}

  List<Taken> run(Consumer<Taken> each) throws IOException {
    List<Taken> taken = new ArrayList<>();
    try (Scratch scratch = Scratch.make();
        RunningDesk desk = new RunningDesk(Files.createDirectory(scratch.file("data")));
        Listeners listeners = new Listeners();
        Feeding feeding = new Feeding(desk, ROWS_A_SECOND)) {
      listeners.connect(desk.address(), LIVE, LISTENERS);
      for (int look = 0; look < looks; look++) {
        listeners.read(length.toMillis() / looks);
        desk.server().collectGarbage();
        Taken now =
            new Taken(
                feeding.rows(),
                desk.megabytes(),
                desk.server().threads(),
                desk.server().files(),
                listeners.gone());
        taken.add(now);
        each.accept(now);
      }
    }
    return taken;
  }

  /** What grew, in words; nothing if the last part has no more of anything than the second. */
  static List<String> grown(List<Taken> taken) {
    List<String> grown = new ArrayList<>();
    grown(taken, "memory in MB", Taken::megabytes, MORE_MEGABYTES, grown);
    grown(taken, "threads", Taken::threads, MORE_OF_OTHERS, grown);
    grown(taken, "open files", Taken::files, MORE_OF_OTHERS, grown);
    return grown;
  }

  private static void grown(
      List<Taken> taken, String what, ToLongFunction<Taken> of, int more, List<String> grown) {
    int part = taken.size() / PARTS;
    long before = middle(taken.subList(part, 2 * part), of);
    long after = middle(taken.subList(taken.size() - part, taken.size()), of);
    if (after > Math.max((double) before * MORE, (double) (before + more)))
      grown.add("%s: %d in the second quarter, %d in the last".formatted(what, before, after));
  }

  private static long middle(List<Taken> taken, ToLongFunction<Taken> of) {
    return taken.stream().mapToLong(of).sorted().skip(taken.size() / 2).findFirst().orElseThrow();
  }
}
