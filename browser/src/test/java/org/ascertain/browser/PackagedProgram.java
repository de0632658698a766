package org.ascertain.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One of the two programs as it is packaged, in this process: its jars in a class loader of their
 * own, so that a hundred commands take seconds.
 */
final class PackagedProgram implements AutoCloseable {

  static final Path SERVER = built("server").resolve("quarkus-app");
  static final Path COMMAND_LINE = built("cli").resolve("app");

  private static final int NEVER = 1;
  private static final int CANNOT_TELL = 3;

  private final URLClassLoader jars;
  private final Method run;

  private PackagedProgram(String main, Path... folders) {
    try {
      jars =
          new URLClassLoader(
              Arrays.stream(folders).flatMap(PackagedProgram::jars).toArray(URL[]::new),
              ClassLoader.getPlatformClassLoader());
      run = jars.loadClass(main).getDeclaredMethod("run", String[].class);
      run.setAccessible(true);
    } catch (ReflectiveOperationException broken) {
      throw new LinkageError(main, broken);
    }
  }

  static PackagedProgram commandLine() {
    return new PackagedProgram("org.ascertain.cli.Ascertain", COMMAND_LINE);
  }

  static PackagedProgram server() {
    return new PackagedProgram(
        "org.ascertain.server.ServerMain",
        SERVER.resolve("app"),
        SERVER.resolve("lib").resolve("main"),
        SERVER.resolve("lib").resolve("boot"));
  }

  /** Where another module was built: in the place that this one has in its own folder. */
  private static Path built(String module) {
    Path here = Path.of("").toAbsolutePath();
    Path built = here.relativize(Path.of(System.getProperty("ascertain.built")));
    return here.resolveSibling(module).resolve(built);
  }

  private static Stream<URL> jars(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".jar"))
          .map(PackagedProgram::url)
          .toList()
          .stream();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }

  /** What a command writes on standard output. */
  String says(String... command) {
    PrintStream before = System.out;
    Thread thread = Thread.currentThread();
    ClassLoader loader = thread.getContextClassLoader();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(said, true, UTF_8)) {
      System.setOut(out);
      thread.setContextClassLoader(jars);
      int exit = (int) run.invoke(null, (Object) command);
      if (exit != 0 && exit != NEVER && exit != CANNOT_TELL)
        throw new AssertionError(List.of(command) + " ends with " + exit);
    } catch (ReflectiveOperationException broken) {
      throw new LinkageError(String.join(" ", command), broken);
    } finally {
      System.setOut(before);
      thread.setContextClassLoader(loader);
    }
    return said.toString(UTF_8);
  }

  @Override
  public void close() throws IOException {
    jars.close();
  }
}
