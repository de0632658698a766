package org.ascertain.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ascertain.answers.ExitCode;
import org.ascertain.desk.ElectionDesk;
import org.ascertain.desk.Inbox;
import org.ascertain.election.ElectionId;
import org.ascertain.ledger.DataFolder;
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
      "Takes in the files that are laid in a folder, row by row through the desk's checks: *.csv"
          + " (returns), *.jsonl and *.json (facts), in DIR/us-president-YYYY/. A file is taken"
          + " once it has rested for two seconds, and goes to done/ beside its answer, or to"
          + " failed/. It goes on until it is stopped; with --once, until what lies there is taken."
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
    DataFolder kept = data.data();
    Optional<String> one = Optional.ofNullable(election).map(ElectionId::written);
    if (one.isPresent() && !kept.has(one.get()))
      throw wrong("%s has no record of %s.".formatted(kept.place(), one.get()));
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
            .printf("%s has no record of %s; its files wait.%n", kept.place(), id);
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
    RowsTold.of(answer.rows(), answer.more())
        .print(
            answer.taken(),
            answer.file().getFileName().toString(),
            answer.election(),
            json,
            spec.commandLine().getOut(),
            spec.commandLine().getErr());
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
