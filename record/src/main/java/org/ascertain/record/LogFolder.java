package org.ascertain.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A published log in a folder. */
public record LogFolder(Path folder) implements LogFiles {

  @Override
  public String place() {
    return folder.toString();
  }

  @Override
  public Optional<byte[]> read(String path, int limit) {
    Path file = folder.resolve(path);
    if (!Files.isRegularFile(file)) return Optional.empty();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(limit + 1);
      return bytes.length > limit ? Optional.empty() : Optional.of(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<Stream<String>> paths() {
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> paths =
          files
              .filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
              .map(file -> folder.relativize(file).toString().replace('\\', '/'))
              .sorted()
              .toList();
      return Optional.of(paths.stream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
