package org.ascertain.cli;

import java.util.Optional;
import org.ascertain.answers.MomentConverter;
import org.ascertain.election.When;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option --at of the commands that tell how something was at a moment. */
final class AtOption {

  @Option(
      names = "--at",
      paramLabel = "T",
      converter = MomentConverter.class,
      description = "As of this moment or the end of this day; the end of the record without it.")
  private @Nullable When at;

  Optional<When> asked() {
    return Optional.ofNullable(at);
  }
}
