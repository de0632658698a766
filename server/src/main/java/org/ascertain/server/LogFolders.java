package org.ascertain.server;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.ascertain.record.TilePath;

/** The published logs of the elections, as files in a folder that goes with the server. */
@ApplicationScoped
class LogFolders {

  private static final String CHECKPOINT = "checkpoint";

  private final ServedElections elections;
  private final Map<ServedElection, ServedLog> logs = new ConcurrentHashMap<>();
  private final Path folder;

  LogFolders(ServedElections elections) {
    this.elections = elections;
    try {
      this.folder = Files.createTempDirectory("ascertain-logs");
    } catch (IOException noRoom) {
      throw new UncheckedIOException(noRoom);
    }
  }

  /** The log of an election. */
  ServedLog of(ServedElection served) {
    return logs.computeIfAbsent(
        served, each -> new ServedLog(each, fresh(each.id()), elections.folder(each.id())));
  }

  private Path fresh(String id) {
    try {
      return Files.createTempDirectory(folder, id);
    } catch (IOException noRoom) {
      throw new UncheckedIOException(noRoom);
    }
  }

  /**
   * A file of a log: its checkpoint or a tile, by the path below the log's address. Any other path
   * has none, wherever it points.
   */
  Optional<Path> file(ServedElection served, String path) {
    if (!path.equals(CHECKPOINT) && TilePath.parse(path).isEmpty()) return Optional.empty();
    return of(served).file(path);
  }

  void stop(@Observes ShutdownEvent stopped) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
    } catch (IOException leftBehind) {
      throw new UncheckedIOException(leftBehind);
    }
  }
}
