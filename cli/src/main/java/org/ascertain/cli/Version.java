package org.ascertain.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version that the jar was built as, and the Java it runs on. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String built = Version.class.getPackage().getImplementationVersion();
    return new String[] {
      "ascertain %s (Java %s)"
          .formatted(Objects.requireNonNullElse(built, "unpackaged"), Runtime.version())
    };
  }
}
