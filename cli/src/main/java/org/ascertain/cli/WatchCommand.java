package org.ascertain.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.ascertain.answers.ExitCode;
import org.ascertain.answers.FactText;
import org.ascertain.answers.Lines;
import org.ascertain.answers.Names;
import org.ascertain.answers.TimeText;
import org.ascertain.archive.Archive;
import org.ascertain.condition.Condition;
import org.ascertain.condition.ConditionParser;
import org.ascertain.condition.ConditionParser.Parsed;
import org.ascertain.condition.ConditionsSoFar.Cause;
import org.ascertain.condition.Evaluation;
import org.ascertain.election.Washington;
import org.ascertain.ledger.DataFolder;
import org.ascertain.ledger.StoredRecord;
import org.ascertain.record.Checkpoint;
import org.ascertain.standing.History;
import org.ascertain.watch.Evidence;
import org.ascertain.watch.Following;
import org.ascertain.watch.Meaning;
import org.ascertain.watch.Notice;
import org.ascertain.watch.PastElections;
import org.ascertain.watch.PastElections.Past;
import org.ascertain.watch.Replayed;
import org.ascertain.watch.ShellCommand;
import org.ascertain.watch.Telling;
import org.ascertain.watch.Turn;
import org.ascertain.watch.WatchStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Waits for somebody's own meaning of official, and runs a command at each turn of it. */
@Command(
    name = "watch",
    description = {
      "Tells each turn of a condition once, in the order in which it became known, with the proof.",
      "Without a condition: meanings of official that have a name, with their sources."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "CONDITION as 'ascertain when --help' lists it, or the name",
      "of a meaning: watch 2020 market --exec ./tell.sh",
      "A record's facts become known in the order in which they",
      "took effect, each at that moment, as in 'replay'; one in a",
      "data folder (--data) is followed as it grows, until you end",
      "it. Begun again, it goes on where it ended, and tells what",
      "came meanwhile: each turn under one id. Killed while CMD",
      "runs, it runs CMD again with the same id.",
      "CMD is run by the shell with the notice (JSON) on its",
      "standard input and the turn's id as its last argument. Where",
      "it fails it is run up to three times, a second apart; with",
      "--data by the schedule of docs/watches.md.",
      "Exit code 0 if the condition turned, 1 if it never did or",
      "CMD failed, 3 if the record cannot tell."
    })
final class WatchCommand implements Callable<Integer> {

  /** How many of the last elections are asked. */
  private static final int ELECTIONS = 7;

  /** How often a command that fails is run where nothing is kept. */
  private static final int TRIES = 3;

  private static final long LOOK_EVERY_MILLIS = 200;

  /** Columns of a terminal. */
  private static final int WIDTH = 80;

  @Spec private CommandSpec spec;
  @Mixin private ElectionArgument election;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "CONDITION",
      description = "A condition, or the name of a meaning.")
  private @Nullable String text;

  @Option(
      names = "--exec",
      paramLabel = "CMD",
      description = "Run CMD at each turn, with the notice on its standard input.")
  private @Nullable String exec;

  @Option(
      names = "--past",
      description = "When it would have come true in each of the last seven elections.")
  private boolean past;

  @Option(names = "--json", description = "For programs: each notice on a line.")
  private boolean json;

  @Override
  public Integer call() {
    History history = election.open();
    PrintWriter out = spec.commandLine().getOut();
    if (text == null) return meanings(history, out);
    Condition condition = condition(text, history);
    int exit =
        past
            ? past(condition, history, out)
            : election.folder().isPresent()
                ? follow(election.folder().get(), condition, out)
                : tell(condition, history, out);
    out.flush();
    return exit;
  }

  private int meanings(History history, PrintWriter out) {
    for (Meaning each : Meaning.all(history.law())) {
      print(out, "", each.name() + ": " + each.title());
      print(out, "  ", each.condition());
      print(out, "  ", "source: " + each.source());
    }
    out.flush();
    return ExitCode.DONE;
  }

  /** A text in lines that fit the screen, the second and the next a little more to the right. */
  private static void print(PrintWriter out, String indent, String text) {
    String left = indent;
    for (String line : Lines.wrap(text, WIDTH - indent.length() - 2)) {
      out.println(left + line);
      left = indent + "  ";
    }
  }

  private Condition condition(String text, History history) {
    String asked = Meaning.named(text, history.law()).map(Meaning::condition).orElse(text);
    return switch (ConditionParser.parse(asked, history.header(), history.law())) {
      case Parsed.Understood(var understood) -> understood;
      case Parsed.NotUnderstood fault ->
          throw new ParameterException(spec.commandLine(), ConditionFault.words(asked, fault));
    };
  }

  private int past(Condition condition, History history, PrintWriter out) {
    print(out, "", condition.toString());
    for (Past each : PastElections.of(condition, history.header().year(), ELECTIONS))
      lines(each).forEach(line -> out.printf("  %d  %s%n", each.history().header().year(), line));
    return ExitCode.DONE;
  }

  private static List<String> lines(Past past) {
    if (past.answer().isEmpty()) return List.of("cannot be asked of this election");
    Names names = new Names(past.history().header());
    return switch (past.answer().get().answer()) {
      case NEVER -> List.of("never came true");
      case UNKNOWN -> List.of("this record cannot tell");
      case HELD ->
          past.answer().get().turns().stream()
              .map(
                  turn ->
                      names.of(turn.candidate())
                          + FactText.since(
                              turn.since().given(), turn.since().entry(), turn.atLatest())
                          + turn.until()
                              .map(
                                  until ->
                                      ", undone " + FactText.time(until.given(), until.entry()))
                              .orElse(""))
              .toList();
    };
  }

  private int tell(Condition condition, History history, PrintWriter out) {
    Evidence evidence = evidence();
    List<Turn> turns = new ArrayList<>();
    List<Turn> untold = new ArrayList<>();
    if (!json) print(out, "", condition.toString());
    Replayed.tell(
        history,
        Map.of(
            Following.watchOf(election.id(), condition, Objects.requireNonNullElse(exec, "")),
            condition),
        Washington.nanos(Instant.now()),
        turn -> {
          turns.add(turn);
          Notice notice = Notice.of(turn, condition, history.header(), Optional.of(evidence), true);
          if (json) out.println(notice.body());
          else {
            print(out, "  ", line(turn, new Names(history.header())));
            out.println("    id " + turn.id());
          }
          out.flush();
          if (exec != null && !run(exec, notice, TRIES)) untold.add(turn);
        });
    for (Turn turn : untold)
      spec.commandLine()
          .getErr()
          .println(
              "The command failed three times at turn " + turn.seq() + " (" + turn.id() + ").");
    if (turns.isEmpty()) return nothing(condition, history, out);
    return untold.isEmpty() ? ExitCode.DONE : ExitCode.NO;
  }

  /** That it never came true is said only where the record can tell. */
  private int nothing(Condition condition, History history, PrintWriter out) {
    boolean isKnown = Evaluation.of(condition, history).answer() != Evaluation.Answer.UNKNOWN;
    if (!json) out.println(isKnown ? "  never came true" : "  this record cannot tell");
    return isKnown ? ExitCode.NO : ExitCode.CANNOT_TELL;
  }

  private int follow(DataFolder data, Condition condition, PrintWriter out) {
    if (exec == null)
      throw new ParameterException(
          spec.commandLine(), "A record that grows is followed for a command: give --exec CMD.");
    String command = exec;
    String watch = Following.watchOf(election.id(), condition, command);
    StoredRecord record = data.election(election.id());
    try (WatchStore store = WatchStore.open(data.store())) {
      Following following =
          new Following(
              watch,
              election.id(),
              record,
              Archive.knownUnits(),
              store,
              InstantSource.system(),
              () ->
                  Optional.of(
                      Evidence.of(
                          record, data.sign(election.id(), data.keyOrNew(Optional.empty())))),
              false);
      following.goOn();
      following.look();
      following.add(watch, condition);
      if (!json) {
        print(out, "", condition.toString());
        out.println("  watching " + election.id() + " in " + data.place());
        out.flush();
      }
      Telling telling =
          new Telling(
              store,
              InstantSource.system(),
              new SecureRandom(),
              due -> {
                Notice notice = due.notice();
                if (!json)
                  due.untold().ifPresent(turn -> out.println("  not told before: turn " + turn));
                out.println(json ? notice.body() : "  turn " + notice.id());
                out.flush();
                return run(command, notice, 1);
              });
      while (true) {
        following.look();
        telling.look(watch);
        TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return ExitCode.DONE;
    }
  }

  private Evidence evidence() {
    RecordArgument.Bytes bytes = election.asLines();
    Checkpoint checkpoint = election.checkpoint();
    return Evidence.ofLines(bytes.lines(), checkpoint.unsigned());
  }

  private static boolean run(String line, Notice notice, int tries) {
    try {
      return new ShellCommand(line).run(notice, tries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String line(Turn turn, Names names) {
    String by =
        switch (turn.by()) {
          case Cause.Recorded(var entry) ->
              ", by entry " + entry.index() + " (" + FactText.briefly(entry.fact(), names) + ")";
          case Cause.Clock(long moment) -> ", by the clock";
        };
    return "%s  %-3s  %s%s%s"
        .formatted(
            TimeText.full(turn.knownAs(), turn.isKnownAbout()),
            turn.edge().word(),
            names.of(turn.candidate()),
            turn.alreadyTrue() ? ", already" : "",
            by);
  }
}
