package org.ascertain.cli;

import static org.ascertain.cli.Screen.SCREEN;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.ascertain.answers.Caveat;
import org.ascertain.answers.ExitCode;
import org.ascertain.answers.MomentConverter;
import org.ascertain.answers.ReplayJson;
import org.ascertain.answers.ReplayText;
import org.ascertain.answers.Story;
import org.ascertain.answers.TimeText;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Washington;
import org.ascertain.election.When;
import org.ascertain.standing.History;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tells an election from the first tally to the official result. */
@Command(
    name = "replay",
    description =
        "Tells an election in order, then the result and when each meaning of official came true.",
    footer = {"", "For example: replay 2020 --until 2020-11-09"},
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {

  /** On a terminal a line follows the other at a pace at which one can read along. */
  private static final Duration READING_PACE = Duration.ofMillis(60);

  /** However long nothing happens, the next line comes after this. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  @Spec private CommandSpec spec;
  @Mixin private ElectionArgument election;

  @Option(
      names = "--until",
      paramLabel = "T",
      converter = MomentConverter.class,
      description = "Tell it up to this moment or the end of this day.")
  private @Nullable When until;

  @ArgGroup private @Nullable Pace pace;

  /** How fast it is told. */
  static final class Pace {
    @Option(
        names = "--speed",
        paramLabel = "N",
        description = "Tell it N times as fast as it happened (100000: about a minute).")
    private @Nullable Long speed;

    @Option(
        names = "--instant",
        description = "Tell it at once, as happens where the output is no terminal.")
    @SuppressWarnings("UnusedVariable") // its being given is all there is to know
    private boolean instant;
  }

  @Option(names = "--json", description = "For programs: the lines, the result, the meanings.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    if (pace != null && pace.speed != null && pace.speed < 1)
      throw new ParameterException(spec.commandLine(), "--speed takes a whole number from 1 on.");
    History history = election.open(Optional.empty());
    PrintWriter out = spec.commandLine().getOut();
    long end = until == null ? history.end() : until.effective();
    boolean whole = until == null;
    Caveat caveat = election.caveat(history);
    List<Story.Line> lines = Story.of(history, end, whole ? History.ALL : end);
    if (json) {
      out.println(ReplayJson.of(history, lines, end, caveat));
      out.flush();
      return ExitCode.DONE;
    }
    ReplayText text = new ReplayText(history, out, SCREEN);
    text.opening(
        history.recorded().stream()
            .filter(entry -> whole || entry.index() == 0 || entry.effective() <= end)
            .toList(),
        caveat);
    tell(lines, text, out);
    text.closing(end, asked(history.header()));
    out.flush();
    return ExitCode.DONE;
  }

  /** How to ask further of the same record. */
  private String asked(Header header) {
    return election.isRecord() || election.isScenario()
        ? election.written()
        : Integer.toString(header.year());
  }

  private void tell(List<Story.Line> lines, ReplayText text, PrintWriter out)
      throws InterruptedException {
    long before = lines.isEmpty() ? 0 : lines.getFirst().moment();
    for (Story.Line line : lines) {
      pause(line.moment() - before, line, out);
      before = line.moment();
      text.line(line);
      out.flush();
    }
    out.println();
  }

  private void pause(long nanos, Story.Line next, PrintWriter out) throws InterruptedException {
    Duration wait;
    if (pace != null && pace.speed != null) wait = Duration.ofNanos(nanos / pace.speed);
    else if (pace != null || !Screen.isTerminal()) return;
    else wait = READING_PACE;
    if (wait.compareTo(LONGEST_PAUSE) > 0) wait = LONGEST_PAUSE;
    if (Screen.isTerminal() && wait.compareTo(READING_PACE) > 0)
      Screen.progress(out, "next: " + TimeText.day(Washington.day(next.moment())));
    TimeUnit.NANOSECONDS.sleep(wait.toNanos());
    if (Screen.isTerminal()) Screen.clearProgress(out);
  }
}
