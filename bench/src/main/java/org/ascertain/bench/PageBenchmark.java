package org.ascertain.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The page in Chromium, against a server as users start it: how soon it shows something, how much
 * it loads, how it keeps up while the whole of 2020 is moved through. The module that tests the
 * page measures it, since only that has a browser.
 */
final class PageBenchmark implements Benchmark {

  @Override
  public String name() {
    return "page";
  }

  @Override
  public void run(PrintStream out) throws IOException {
    try (ServerProcess server = new ServerProcess()) {
      Process maven = maven(server.address().toString());
      maven.getInputStream().transferTo(out);
      if (maven.waitFor() != 0) throw new IOException("the page could not be measured");
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private static Process maven(String address) throws IOException {
    Path home =
        Path.of(Objects.requireNonNull(System.getProperty("ascertain.launcher"))).getParent();
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                "mvn",
                "--quiet",
                "--batch-mode",
                "-Dspotless.check.skip=true",
                "-Dmeasure=" + address,
                "--projects",
                "browser",
                "test-compile",
                "exec:exec@page"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    // Maven 3.8 itself does what a JDK of today warns of.
    builder.environment().put("MAVEN_OPTS", "--sun-misc-unsafe-memory-access=allow");
    return builder
        .directory(Objects.requireNonNull(home).toFile())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
