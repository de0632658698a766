package org.ascertain.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * What {@code serve} takes. Here it only stands for its help: the launcher starts module server,
 * which puts its own in place of this one.
 */
@Command(
    name = "serve",
    description = "Serves every election, past and running, as a page and an API.",
    mixinStandardHelpOptions = true)
public class ServeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "Where to listen (${DEFAULT-VALUE}); 0 for any free port.")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "On which address (${DEFAULT-VALUE}, this machine only); 0.0.0.0 for all it has.")
  private String host = "127.0.0.1";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Serve the elections in this data folder too.")
  private @Nullable Path data;

  @Option(
      names = "--rehearse",
      paramLabel = "ELECTION",
      description = "Let an election of the archive happen again, live, in a folder thrown away.")
  private @Nullable String rehearsed;

  @Option(
      names = "--speed",
      paramLabel = "N",
      description = "How many times faster than it was (600).")
  private @Nullable Double speed;

  @Option(
      names = "--from",
      paramLabel = "T",
      converter = ElectionArgument.MomentConverter.class,
      description = "Begin the rehearsal here; what was before is in the record from the start.")
  private org.ascertain.election.@Nullable When from;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "So many entries a second, evenly, in place of a speed.")
  private @Nullable Double rate;

  @Option(
      names = "--warm-up",
      hidden = true,
      description = "Answer a few requests and stop, for the JVM to learn what a start needs.")
  private boolean warmUp;

  @Override
  public Integer call() {
    return BenchCommand.onlyByTheLauncher(spec);
  }

  /** How to rehearse, if at all. */
  public record Rehearsing(
      String election,
      double speed,
      Optional<Double> rate,
      Optional<org.ascertain.election.When> from) {}

  protected final int port() {
    if (port < 0 || port > 65_535) throw wrong("There is no port %d.".formatted(port));
    return port;
  }

  protected final String host() {
    return host;
  }

  protected final boolean isWarmUp() {
    return warmUp;
  }

  protected final Optional<Path> data() {
    return Optional.ofNullable(data);
  }

  protected final Optional<Rehearsing> rehearsing() {
    if (rehearsed == null) {
      if (speed != null || from != null || rate != null)
        throw wrong("--speed, --from and --rate belong to --rehearse ELECTION.");
      return Optional.empty();
    }
    if (speed != null && !(speed > 0)) throw wrong("--speed must be more than 0.");
    if (rate != null && !(rate > 0)) throw wrong("--rate must be more than 0.");
    return Optional.of(
        new Rehearsing(
            rehearsed,
            speed == null ? 600 : speed,
            Optional.ofNullable(rate),
            Optional.ofNullable(from)));
  }

  /** A mistake of whoever wrote the command line. */
  protected final ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }

  /** Where to say what is going on: messages, not results. */
  protected final java.io.PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
