package org.ascertain.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.ascertain.cli.Screen.SCREEN;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.ascertain.answers.ExitCode;
import org.ascertain.desk.ElectionDesk;
import org.ascertain.desk.KeptActs;
import org.ascertain.desk.KeptActs.Acted;
import org.ascertain.desk.KeptJson;
import org.ascertain.desk.KeptRow;
import org.ascertain.desk.KeptText;
import org.ascertain.desk.Told;
import org.ascertain.ledger.DataFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the rows that are kept aside in a data folder, and decides about them. */
@Command(
    name = "kept",
    description = {
      "Lists the rows that were handed in and are kept aside, each with what was found in it, or decides about one:"
          + " mends it, releases it into the record as it is, or discards it. Whoever may write to the data folder may"
          + " decide. After each decision the newer rows of the same unit that fit now are recorded."
    },
    footer = {
      "",
      "For example: kept 2028 --data DIR --release 3 --reason \"The county has confirmed it\""
    },
    mixinStandardHelpOptions = true)
final class KeptCommand implements Callable<Integer> {

  /** Under which whoever may write to the folder decides. */
  private static final String ACCOUNT = "desk";

  private static final int MOST_LISTED = 10_000;

  @Spec private CommandSpec spec;
  @Mixin private RecordArgument record;

  @Option(
      names = "--mend",
      arity = "2",
      paramLabel = "K FILE",
      description =
          "Records the fact in FILE (one draft as JSON) in the place of row K. It is checked like any other; where a"
              + " check only asks, give --reason.")
  private @Nullable List<String> mended;

  @Option(
      names = "--release",
      paramLabel = "K",
      description = "Records row K as it is; needs --reason.")
  private @Nullable Long released;

  @Option(
      names = "--release-all",
      description =
          "Records every row that waits and can be read, in the order of time; needs --reason.")
  private boolean releaseAll;

  @Option(
      names = "--discard",
      paramLabel = "K",
      description = "Leaves row K out of the record; needs --reason.")
  private @Nullable Long discarded;

  @Option(names = "--reason", paramLabel = "R", description = "Why; it is kept beside the row.")
  private @Nullable String reason;

  @Option(
      names = "--state",
      paramLabel = "S",
      description = "Lists rows that are open (default), claimed, mended, released or discarded.")
  private String state = KeptRow.State.OPEN.word();

  @Option(
      names = "--unit",
      paramLabel = "U",
      description = "Lists only rows of this unit and what lies below it.")
  private @Nullable String unit;

  @Option(
      names = "--code",
      paramLabel = "CODE",
      description = "Lists only rows in which this check found something, as D604.")
  private @Nullable String code;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    DataFolder folder =
        record.folder().orElseThrow(() -> record.wrong("Name the data folder with --data DIR."));
    String election = record.id();
    if (!folder.has(election))
      throw record.wrong("%s has no record of %s.".formatted(folder.place(), election));
    PrintWriter err = spec.commandLine().getErr();
    try (ElectionDesk desk =
        ElectionDesk.open(folder, election, InstantSource.system(), err::println)) {
      int exit = act(desk, folder);
      folder.key().ifPresent(key -> folder.sign(election, key));
      return exit;
    } finally {
      out().flush();
      err.flush();
    }
  }

  private int act(ElectionDesk desk, DataFolder folder) throws IOException {
    List<String> mending = mended;
    int acts =
        (mending == null ? 0 : 1)
            + (released == null ? 0 : 1)
            + (discarded == null ? 0 : 1)
            + (releaseAll ? 1 : 0);
    if (acts > 1)
      throw record.wrong("Do one thing at a time: --mend, --release, --release-all or --discard.");
    if (mending != null) {
      String draft = draft(Path.of(mending.get(1)));
      Optional<String> why = Optional.ofNullable(reason);
      return tell(
          desk,
          List.of(
              desk.acts().mend(number(mending.get(0)), OptionalLong.empty(), ACCOUNT, draft, why)));
    }
    if (released != null)
      return tell(
          desk, List.of(desk.acts().release(released, OptionalLong.empty(), ACCOUNT, reason())));
    if (discarded != null)
      return tell(
          desk, List.of(desk.acts().discard(discarded, OptionalLong.empty(), ACCOUNT, reason())));
    if (releaseAll) return tell(desk, desk.acts().releaseAll(ACCOUNT, reason()));
    list(desk, folder);
    return ExitCode.DONE;
  }

  private String reason() {
    if (reason == null || reason.isBlank())
      throw record.wrong("Say why with --reason; it is kept beside the row.");
    return reason;
  }

  private long number(String text) {
    if (!text.matches("[1-9][0-9]{0,15}"))
      throw record.wrong("'%s' is not the number of a row.".formatted(text));
    return Long.parseLong(text);
  }

  private String draft(Path file) throws IOException {
    if (!Files.isRegularFile(file)) throw record.wrong("There is no file '%s'.".formatted(file));
    return Files.readString(file, UTF_8).strip();
  }

  private void list(ElectionDesk desk, DataFolder folder) {
    KeptRow.State asked =
        KeptRow.State.of(state)
            .orElseThrow(
                () -> record.wrong("A state is open, claimed, mended, released or discarded."));
    List<KeptRow> rows =
        desk.kept(
            new KeptRow.Asked(
                Optional.of(asked),
                Optional.ofNullable(unit),
                Optional.ofNullable(code),
                Optional.empty(),
                OptionalLong.empty(),
                0,
                MOST_LISTED));
    if (json) {
      out().println(KeptJson.list(rows, desk::inForce, row -> List.of(), Optional.empty()));
      return;
    }
    KeptText text = text(desk);
    text.heading(rows, asked, folder.named());
    if (asked.waits()) text.alerts(desk.alerts(MOST_LISTED));
    text.rows(rows, desk::inForce);
  }

  /** Tells what acts came to; 1 if one was not done. */
  private int tell(ElectionDesk desk, List<Acted> acts) {
    int exit = ExitCode.DONE;
    for (Acted acted : acts)
      switch (acted) {
        case KeptActs.Done done -> {
          if (json) out().println(KeptJson.done(done, desk.inForce(done.row()), List.of()));
          else text(desk).done(done);
        }
        case KeptActs.NoSuchRow none -> throw record.wrong("There is no such row.");
        case KeptActs.MovedOn(Told why, KeptRow now) -> exit = refused(now, List.of(why));
        case KeptActs.Unfit(List<Told> why, KeptRow now) -> exit = refused(now, why);
      }
    if (acts.isEmpty() && !json) out().println("No row waits.");
    return exit;
  }

  private int refused(KeptRow row, List<Told> why) {
    PrintWriter err = spec.commandLine().getErr();
    err.printf("Row %d is left as it is.%n", row.id());
    for (Told each : why) err.println("  " + KeptText.words(each));
    return ExitCode.NO;
  }

  private KeptText text(ElectionDesk desk) {
    return new KeptText(desk.election(), out(), SCREEN);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
