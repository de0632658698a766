package org.ascertain.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that takes in and tells for minutes takes no more of the machine than it did; {@code
 * ascertain bench soak} has an hour of it.
 */
class SoakTest {

  private static final Duration LENGTH = Duration.ofMinutes(3);

  private static final int LOOKS = 12;
  private static final String LAUNCHER = "ascertain.launcher";

  @TempDir private Path folder;

  @Test
  @Timeout(600)
  void memory_threads_and_files_stay_as_they_are_and_no_listener_is_lost() throws IOException {
    String before = System.getProperty(LAUNCHER, "");
    System.setProperty(LAUNCHER, launcher().toString());
    try {
      List<Soak.Taken> taken = new Soak(LENGTH, LOOKS).run(now -> System.out.printf("%s%n", now));
      assertThat(Soak.grown(taken)).as(taken.toString()).isEmpty();
      assertThat(taken.getLast().listenersLost()).isZero();
      // of a machine that does something else, too; less would be another load
      assertThat(taken.getLast().rows()).isGreaterThan(LENGTH.toSeconds() * Soak.ROWS_A_SECOND / 2);
    } finally {
      System.setProperty(LAUNCHER, before);
    }
  }

  /** The packaged server, as the launcher would start it. */
  private Path launcher() throws IOException {
    Path here = Path.of("").toAbsolutePath();
    Path built = here.relativize(Path.of(System.getProperty("ascertain.built")));
    Path server =
        here.resolveSibling("server").resolve(built).resolve("quarkus-app/quarkus-run.jar");
    Path launcher =
        Files.createFile(
            folder.resolve("ascertain"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    return Files.writeString(
        launcher,
        """
        #!/bin/sh
        exec '%s' -Xmx400m -XX:+UseSerialGC -jar '%s' "$@"
        """
            .formatted(Path.of(System.getProperty("java.home"), "bin", "java"), server));
  }

  @Test
  void what_grows_is_told() {
    assertThat(Soak.grown(taken(100, 101, 99, 100, 102, 99, 100, 101))).isEmpty();
    assertThat(Soak.grown(taken(100, 200, 300, 310, 320, 310, 305, 315))).isEmpty();
    assertThat(Soak.grown(taken(100, 110, 120, 130, 140, 150, 160, 170)))
        .containsExactly("memory in MB: 130 in the second quarter, 170 in the last");
    assertThat(Soak.grown(taken(100, 101, 99, 180, 99, 101, 102, 110, 118, 119, 121, 120)))
        .as("one great value hides no growth")
        .containsExactly("memory in MB: 101 in the second quarter, 120 in the last");
    assertThat(Soak.grown(taken(100, 101, 99, 100, 99, 101, 102, 99, 101, 100, 180, 99)))
        .as("and is none")
        .isEmpty();
  }

  private static List<Soak.Taken> taken(long... megabytes) {
    return new ArrayList<>(
        LongStream.of(megabytes).mapToObj(each -> new Soak.Taken(0, each, 50, 60, 0)).toList());
  }
}
