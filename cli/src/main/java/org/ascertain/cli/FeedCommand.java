package org.ascertain.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ascertain.answers.ExitCode;
import org.ascertain.answers.FeedText;
import org.ascertain.answers.MomentConverter;
import org.ascertain.answers.Names;
import org.ascertain.archive.Archive;
import org.ascertain.desk.Scope;
import org.ascertain.election.ElectionId;
import org.ascertain.election.Washington;
import org.ascertain.election.When;
import org.ascertain.feed.DeskSite;
import org.ascertain.feed.Fault;
import org.ascertain.feed.Feed;
import org.ascertain.feed.HandedIn;
import org.ascertain.law.DeadlineKind;
import org.ascertain.law.Law;
import org.ascertain.standing.History;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays an election of the archive to a desk, as a wire would have given it. */
@Command(
    name = "feed",
    description = {
      "Plays an election of the archive to a desk as a wire client would: returns, calls, challenges, rulings, what"
          + " people said. It sends what its token may hand in, says what it left out, and, where faults are planted,"
          + " which were caught. Cut off and started again, it goes on, and nothing comes twice."
    },
    footer = {
      "",
      "Exit codes: 0 it was played to its end; 1 the desk holds rows and asks a person; 2 the desk refused; 3 it did not"
          + " answer, and what became of the last rows is not known.",
      "",
      "For example: feed 2020 --speed 600 --to http://127.0.0.1:8080 --token file:wire.token --faults swap,digit"
    },
    mixinStandardHelpOptions = true)
final class FeedCommand implements Callable<Integer> {

  private static final String AT_ONCE = "max";

  @Spec private CommandSpec spec;
  @Mixin private DeskOptions desk;

  @Parameters(paramLabel = "ELECTION", description = "A year or an id, of the archive.")
  private String election;

  @Option(
      names = "--speed",
      required = true,
      paramLabel = "N|max",
      description =
          "How many times faster than it was, from election day on; max for as fast as the desk takes it.")
  private String speed = AT_ONCE;

  @Option(
      names = "--faults",
      split = ",",
      paramLabel = "FAULT",
      description =
          "Plants ten faults of each of these kinds, in the same rows each time: swap (two tickets' votes), drop,"
              + " repeat, late, digit (one too many).")
  private List<String> faults = List.of();

  @Option(
      names = "--until",
      paramLabel = "T",
      converter = MomentConverter.class,
      description = "The last moment that is played.")
  private @Nullable When until;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    String id =
        Archive.find(election)
            .orElseThrow(
                () -> desk.wrong("There is no election '%s' in the archive.".formatted(election)));
    OptionalDouble times = times();
    List<Fault> planted = planted();
    DeskSite site = desk.site();
    Scope scope = desk.scope(site);
    Feed feed =
        new Feed(
            site,
            new Feed.Plan(
                id,
                scope,
                times,
                electionDay(id),
                until == null ? History.ALL : until.effective(),
                planted));
    Progress progress = new Progress(feed.rows());
    Feed.Result result = feed.play(progress::tell);
    tell(id, result);
    if (result.end().isPresent())
      return result.end().get() instanceof DeskSite.Silence ? ExitCode.CANNOT_TELL : ExitCode.USAGE;
    return result.rows().held() ? ExitCode.NO : ExitCode.DONE;
  }

  private OptionalDouble times() {
    if (speed.equals(AT_ONCE)) return OptionalDouble.empty();
    try {
      double times = Double.parseDouble(speed);
      if (times > 0 && times <= 1e9) return OptionalDouble.of(times);
    } catch (NumberFormatException none) {
      // told below
    }
    throw desk.wrong("--speed takes a number above 0, or max, not '%s'.".formatted(speed));
  }

  private List<Fault> planted() {
    List<Fault> planted = new ArrayList<>();
    for (String word : faults)
      planted.add(
          Fault.of(word)
              .orElseThrow(
                  () ->
                      desk.wrong(
                          "There is no fault '%s'; there are %s."
                              .formatted(
                                  word,
                                  Arrays.stream(Fault.values())
                                      .map(Fault::word)
                                      .collect(Collectors.joining(", "))))));
    return planted;
  }

  /** The beginning of the day on which electors are appointed. */
  private static long electionDay(String id) {
    int year = ElectionId.of(id).orElseThrow().year();
    return Law.of(year)
        .flatMap(law -> law.deadline(DeadlineKind.APPOINT))
        .map(due -> Washington.endOf(due.day().minusDays(1)))
        .orElse(0L);
  }

  /** A line each few seconds, for people who wait. */
  private final class Progress {
    private static final long EVERY_NANOS = 5_000_000_000L;
    private final long all;
    private long told = System.nanoTime();

    Progress(long all) {
      this.all = all;
    }

    void tell(HandedIn answered, long sent) {
      if (!Screen.isTerminal() || json || System.nanoTime() - told < EVERY_NANOS) return;
      told = System.nanoTime();
      spec.commandLine()
          .getErr()
          .printf(
              "%s of %s rows sent, %s kept aside%n",
              Names.number(sent), Names.number(all), Names.number(answered.kept()));
    }
  }

  private void tell(String id, Feed.Result result) {
    FeedText text =
        new FeedText(
            id,
            result.sent(),
            DeskOptions.counts(result.rows()),
            result.kept(),
            result.leftOut(),
            result.faults().stream()
                .map(
                    seen ->
                        new FeedText.Fault(
                            seen.fault().word(), seen.unit(), seen.at(), seen.codes()))
                .toList(),
            DeskOptions.stopped(result.rows(), result.end()));
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    if (json) out.println(text.json());
    else text.print(out, err);
    out.flush();
    err.flush();
  }
}
