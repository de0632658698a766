package org.ascertain.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ascertain.answers.ExitCode;
import org.ascertain.answers.SentText;
import org.ascertain.desk.ElectionDesk;
import org.ascertain.desk.Inbox;
import org.ascertain.desk.Intake;
import org.ascertain.desk.IntakeJson;
import org.ascertain.desk.RowAnswer;
import org.ascertain.desk.Taken;
import org.ascertain.desk.Told;
import org.ascertain.election.ElectionId;
import org.ascertain.ledger.DataFolder;
import org.ascertain.ledger.LedgerException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes in the files that are laid in a folder. */
@Command(
    name = "inbox",
    description = {
      "Takes in the files that are laid in a folder, row by row through the desk's checks: *.csv (returns), *.jsonl"
          + " and *.json (facts), in DIR/us-president-YYYY/. A file is taken once it has rested for two seconds, and"
          + " goes to done/ beside its answer, or to failed/. It goes on until it is stopped; with --once, until what"
          + " lies there is taken."
    },
    footer = {"", "For example: inbox IN --data DIR --once"},
    mixinStandardHelpOptions = true)
final class InboxCommand implements Callable<Integer> {

  private static final long LOOK_EVERY_MILLIS = 500;

  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Parameters(paramLabel = "DIR", description = "The folder that files are laid in.")
  private Path folder = Path.of("");

  @Option(
      names = "--election",
      paramLabel = "E",
      description = "Files lie in DIR itself, and are of this election: a year or an id.")
  private @Nullable String election;

  @Option(names = "--once", description = "Take what lies there, then end.")
  private boolean once;

  @Option(names = "--json", description = "For programs: one answer a line.")
  private boolean json;

  private final Map<String, ElectionDesk> desks = new LinkedHashMap<>();
  private final Set<String> lacking = new HashSet<>();

  @Override
  public Integer call() throws IOException {
    for (Path each : List.of(folder, data.folder()))
      if (!Files.isDirectory(each)) throw wrong("There is no folder '%s'.".formatted(each));
    DataFolder kept = new DataFolder(data.folder());
    Optional<String> one = Optional.ofNullable(election).map(ElectionId::written);
    if (one.isPresent() && !kept.has(one.get()))
      throw wrong("%s has no record of %s.".formatted(data.folder(), one.get()));
    Inbox inbox = new Inbox(folder, one, id -> desk(kept, id));
    try {
      return run(inbox, kept);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return ExitCode.DONE;
    } finally {
      desks.values().forEach(ElectionDesk::close);
    }
  }

  private int run(Inbox inbox, DataFolder kept) throws IOException, InterruptedException {
    int exit = ExitCode.DONE;
    while (true) {
      List<Inbox.Answer> answers = inbox.look(System.nanoTime() / 1_000_000);
      for (Inbox.Answer answer : answers) {
        tell(answer);
        if (!answer.isDone()) exit = ExitCode.NO;
      }
      if (!answers.isEmpty())
        for (String id : desks.keySet()) kept.key().ifPresent(key -> kept.sign(id, key));
      spec.commandLine().getOut().flush();
      if (once && !inbox.isWaiting()) return exit;
      Thread.sleep(LOOK_EVERY_MILLIS);
    }
  }

  private Optional<ElectionDesk> desk(DataFolder kept, String id) {
    if (!kept.has(id)) {
      if (lacking.add(id))
        spec.commandLine()
            .getErr()
            .printf("%s has no record of %s; its files wait.%n", data.folder(), id);
      return Optional.empty();
    }
    return Optional.of(
        desks.computeIfAbsent(
            id,
            fresh ->
                ElectionDesk.open(
                    kept, fresh, InstantSource.system(), spec.commandLine().getErr()::println)));
  }

  private void tell(Inbox.Answer answer) {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    String name = answer.file().getFileName().toString();
    switch (answer.taken()) {
      case Taken.Answered(Intake intake, boolean trial) -> {
        if (json)
          out.println(IntakeJson.answer(intake, trial, answer.rows(), answer.more(), List.of()));
        else told(answer, intake).print(out, err);
        if (intake.state() == Intake.State.HELD)
          err.println(
              "Many of its rows were kept aside, so it stopped: has the file another layout? Decide about them, then lay it there again.");
      }
      case Taken.Refused(Told why) -> {
        if (json) out.println(IntakeJson.refusal(why));
        else err.printf("%s: %s %s %s%n", name, why.code(), why.says(), why.advice());
      }
      case Taken.Broken(LedgerException why, Intake soFar) ->
          err.printf("%s: %s%n", name, why.getMessage());
    }
  }

  private static SentText told(Inbox.Answer answer, Intake intake) {
    List<SentText.Finding> findings = new ArrayList<>();
    for (RowAnswer row : answer.rows())
      for (Told each : row.findings())
        findings.add(
            new SentText.Finding(
                row.row(),
                each.code(),
                each.severity(),
                each.path(),
                each.says(),
                text(row.kept())));
    return new SentText(
        answer.file().getFileName().toString(),
        answer.election(),
        new SentText.Counts(
            intake.rows(), intake.recorded(), intake.known(), intake.kept(), 0, intake.refused()),
        findings,
        answer.more(),
        Optional.empty());
  }

  private static Optional<String> text(OptionalLong number) {
    return number.isPresent() ? Optional.of(Long.toString(number.getAsLong())) : Optional.empty();
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
