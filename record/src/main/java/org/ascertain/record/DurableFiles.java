package org.ascertain.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * Files that are on disk, names and all, before anything goes on that rests on them: a name is only
 * as durable as the folder that it stands in.
 */
public final class DurableFiles {

  /** Writes a file, whether there is one or not, and its content to disk. */
  public static void write(Path file, ByteBuffer... content) throws IOException {
    try (FileChannel out =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      for (ByteBuffer part : content) while (part.hasRemaining()) out.write(part);
      out.force(true);
    }
  }

  /** Has what was written to a file on disk. */
  public static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Has the names in a folder on disk. */
  public static void syncNames(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /**
   * Gives a file or a folder another name, and has that on disk; whatever file has the name is
   * replaced.
   */
  public static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    syncNames(folderOf(to));
  }

  /** The folder that a file or a folder stands in. */
  public static Path folderOf(Path file) {
    return Objects.requireNonNull(
        file.toAbsolutePath().normalize().getParent(), "it stands in a folder");
  }

  private DurableFiles() {}
}
