package org.ascertain.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of the page, wherever the build has put them: in a jar or in a folder. */
record PageFolder(URI document) {

  private static final String FOLDER = "META-INF/resources";

  /** Copied files have no server behind them, and so no desk. */
  private static final String OF_A_DESK = "desk.html";

  static Optional<PageFolder> find() {
    URL document = PageFolder.class.getClassLoader().getResource(FOLDER + "/index.html");
    try {
      return document == null ? Optional.empty() : Optional.of(new PageFolder(document.toURI()));
    } catch (URISyntaxException odd) {
      throw new IllegalStateException(odd);
    }
  }

  /** Copies them all into a folder. */
  void copyTo(Path target) throws IOException {
    if (!document.getScheme().equals("jar")) {
      copy(Path.of(document.resolve(".")), target);
      return;
    }
    try (FileSystem jar = FileSystems.newFileSystem(document, Map.of())) {
      copy(jar.getPath("/" + FOLDER), target);
    }
  }

  private static void copy(Path from, Path target) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      files
          .filter(Files::isRegularFile)
          .filter(file -> !from.relativize(file).toString().equals(OF_A_DESK))
          .forEach(file -> copy(from, file, target));
    }
  }

  private static void copy(Path from, Path file, Path target) {
    Path to = target.resolve(from.relativize(file).toString());
    try {
      Files.createDirectories(to.getParent());
      Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
