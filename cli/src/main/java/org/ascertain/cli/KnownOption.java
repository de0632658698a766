package org.ascertain.cli;

import java.util.Optional;
import org.ascertain.answers.MomentConverter;
import org.ascertain.election.When;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option --known of the commands that tell what was known at a moment. */
final class KnownOption {

  @Option(
      names = "--known",
      paramLabel = "T",
      converter = MomentConverter.class,
      description = "By what was known at this moment; everything in the record without it.")
  private @Nullable When known;

  Optional<When> asked() {
    return Optional.ofNullable(known);
  }
}
