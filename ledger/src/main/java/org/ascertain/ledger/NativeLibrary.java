package org.ascertain.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library, unpacked once into a folder that the launcher names. Left to itself, the
 * driver unpacks it to the temporary folder in each process, and whatever a killed one unpacked
 * stays there. Without such a folder the driver does as it always does.
 */
final class NativeLibrary {

  /**
   * The system property that names the folder. It is the program's own, never a data folder: what
   * is loaded from it runs, and data may come from others.
   */
  static final String FOLDER = "ascertain.native";

  /** The driver's own property: where to take the library from. */
  private static final String DRIVERS = "org.sqlite.lib.path";

  /** Has the driver take the library from the folder, before it first needs it. */
  static void prepare() {
    @Nullable String folder = System.getProperty(FOLDER);
    if (folder == null || System.getProperty(DRIVERS) != null) return;
    String name = LibraryLoaderUtil.getNativeLibName();
    try (InputStream packed =
        SQLiteJDBCLoader.class.getResourceAsStream(
            LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name)) {
      if (packed == null) return; // no library for this system; the driver says so
      Path own = Files.createDirectories(Path.of(folder));
      unpack(packed.readAllBytes(), own.resolve(name));
      System.setProperty(DRIVERS, folder);
    } catch (IOException e) {
      // a folder that cannot be read or written to: the driver uses the temporary one
    }
  }

  /** Another process may be at the same, or have another version loaded. */
  private static void unpack(byte[] library, Path file) throws IOException {
    if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), library)) return;
    Path unfinished = file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid());
    try {
      Files.write(unfinished, library);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private NativeLibrary() {}
}
