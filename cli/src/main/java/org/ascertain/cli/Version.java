package org.ascertain.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version that the jar was built as, of which commit, and the Java it runs on. */
final class Version implements IVersionProvider {

  /**
   * The launcher says it: a jar would be another one for each commit that changed nothing in it.
   */
  private static final String COMMIT = "ASCERTAIN_COMMIT";

  @Override
  public String[] getVersion() {
    String built = Version.class.getPackage().getImplementationVersion();
    String commit = Objects.requireNonNullElse(System.getenv(COMMIT), "");
    return new String[] {
      "ascertain %s%s (Java %s)"
          .formatted(
              Objects.requireNonNullElse(built, "unpackaged"),
              commit.isBlank() ? "" : ", commit " + commit.strip(),
              Runtime.version())
    };
  }
}
