package org.ascertain.answers;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What {@code publish} takes: the server reads it, and the command line's help tells of it. */
public final class PublishOptions {

  public static final String DESCRIPTION =
      "Writes an election's page, its data and its log as plain files.";

  public static final String USE = "Any web server or CDN can serve them to any number of readers.";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Parameters(
      index = "0",
      paramLabel = "ELECTION",
      description = "A year (2020; the first is 1788) or an id (us-president-2020).")
  private String election;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      required = true,
      description = "The folder to write to; what is there of an earlier time is replaced.")
  private @Nullable Path to;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      converter = DataConverter.class,
      description =
          "The record in this data folder, or database (postgresql://USER@HOST/NAME), not the"
              + " archive's; its key signs the log.")
  private @Nullable Path data;

  @Option(
      names = "--address",
      paramLabel = "URL",
      description =
          "Where the copy will be served (https://example.org): previews of shared links name it.")
  private @Nullable URI address;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  /** Whether the answer is for programs. */
  public boolean json() {
    return json;
  }

  public String election() {
    return election;
  }

  public Path to() {
    if (to == null) throw wrong("Say where to write with --to DIR.");
    return to;
  }

  /** Scheme and host; empty where nobody said. */
  public String address() {
    if (address == null) return "";
    if (address.getScheme() == null
        || !address.getScheme().matches("https?")
        || address.getRawAuthority() == null)
      throw wrong("'%s' is no address that a page can be served at.".formatted(address));
    return address.getScheme() + "://" + address.getRawAuthority();
  }

  public Optional<Path> data() {
    return Optional.ofNullable(data);
  }

  /** A mistake of whoever wrote the command line. */
  public ParameterException wrong(String sentence) {
    return new ParameterException(command.commandLine(), sentence);
  }
}
