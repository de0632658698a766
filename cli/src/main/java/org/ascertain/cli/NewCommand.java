package org.ascertain.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ascertain.answers.BegunText;
import org.ascertain.answers.BegunText.Next;
import org.ascertain.answers.ExitCode;
import org.ascertain.answers.ShellWord;
import org.ascertain.desk.NewElection;
import org.ascertain.election.ElectionId;
import org.ascertain.law.Law;
import org.ascertain.ledger.DataFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Begins the record of an election in a data folder. */
@Command(
    name = "new",
    description = {
      "Begins the record of an election that is to come, in a data folder, made if need be: who"
          + " stands, who calls, what the desk undertakes to keep. Units, electors, days and poll"
          + " closings are the law's. Names that come later are added by the fact `addition`."
    },
    footer = {
      "",
      "FILE of --tickets has JSON as a record's first line has it:"
          + " {\"candidates\":[{\"id\",\"name\",\"party\"}],",
      "\"tickets\":[{\"id\",\"president\",\"vicePresident\"}]}; of --callers, a list of"
          + " {\"id\",\"name\"}.",
      "",
      "For example: new us-president-2028 --data DIR --like 2024"
    },
    mixinStandardHelpOptions = true)
final class NewCommand implements Callable<Integer> {

  private static final InstantSource CLOCK = InstantSource.system();

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "ELECTION", description = "A year (2028) or an id (us-president-2028).")
  private String election;

  @Mixin private DataOption data;

  @ArgGroup(multiplicity = "1")
  private Names names = new Names();

  /** Whose names it has. */
  static final class Names {
    @Option(
        names = "--like",
        paramLabel = "ELECTION",
        description =
            "Takes candidates, tickets, callers and sources of returns of an election of the"
                + " archive.")
    private @Nullable String like;

    @Option(
        names = "--tickets",
        paramLabel = "FILE",
        description = "Takes candidates and tickets from a file of JSON.")
    private @Nullable Path tickets;
  }

  @Option(
      names = "--callers",
      paramLabel = "FILE",
      description = "Takes the callers from a file of JSON.")
  private @Nullable Path callers;

  @Option(
      names = "--keeps",
      paramLabel = "KIND[:CALLER,...],...",
      description =
          "The kinds of facts of which the desk keeps all from now on, of calls by whom (default:"
              + " certifications,ascertainments,elector-votes,counted,declared,challenges).")
  private @Nullable String keeps;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description =
          "What the folder's logs are to be called, at its first use; after their key without it.")
  private @Nullable String name;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    ElectionId id = id();
    NewElection made = make(id);
    PrintWriter err = spec.commandLine().getErr();
    if (!made.problems().isEmpty()) {
      BegunText.printProblems(String.valueOf(names.tickets), made.problems(), err);
      return ExitCode.USAGE;
    }
    long entries = begin(id.toString(), made);
    BegunText text =
        new BegunText(
            made.header(), Law.of(made.header()).orElseThrow(), made.keeps(), entries, next(id));
    PrintWriter out = spec.commandLine().getOut();
    if (json) out.println(text.json());
    else text.print(out);
    out.flush();
    return ExitCode.DONE;
  }

  private ElectionId id() {
    ElectionId id =
        NewElection.id(election)
            .orElseThrow(
                () ->
                    wrong(
                        "'%s' is no election; write a year, or an id such as us-president-2028."
                            .formatted(election)));
    if (Law.of(id.year()).isEmpty())
      throw wrong(
          "No law is known for an election of %d; 'ascertain law --help' tells of which one is."
              .formatted(id.year()));
    return id;
  }

  private NewElection make(ElectionId id) throws IOException {
    try {
      var keepings = keeps == null ? NewElection.USUAL : NewElection.keepings(keeps);
      if (names.like != null) {
        String like = names.like;
        if (callers != null) throw wrong("--callers goes with --tickets; --like has its own.");
        var header =
            NewElection.archived(like)
                .orElseThrow(
                    () -> wrong("There is no election '%s' in the archive.".formatted(like)));
        return NewElection.like(id, header, keepings, CLOCK.instant());
      }
      String written = read(names.tickets == null ? Path.of("") : names.tickets);
      if (callers != null) written = NewElection.withCallers(written, read(callers));
      return NewElection.of(id, written, keepings, CLOCK.instant());
    } catch (IllegalArgumentException e) {
      throw wrong("It cannot begin: " + e.getMessage() + ".");
    }
  }

  private String read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) throw wrong("There is no file '%s'.".formatted(file));
    return Files.readString(file);
  }

  private long begin(String id, NewElection made) throws IOException {
    DataFolder folder = data.data();
    if (folder.has(id) && folder.election(id).size() > 0)
      throw wrong(
          "%s has a record of %s already; names that come later are added by the fact `addition`."
              .formatted(folder.place(), id));
    Files.createDirectories(data.folder());
    PrintWriter err = spec.commandLine().getErr();
    return made.begin(folder, Optional.ofNullable(name), CLOCK, err::println);
  }

  private List<Next> next(ElectionId id) {
    String folder = ShellWord.of(data.data().named());
    return List.of(
        new Next(
            "open the desk",
            "ascertain serve --data " + folder,
            "the election is on the page, and rows may be handed in"),
        new Next(
            "let a feed in",
            "ascertain token %s --data %s --label Wire --facts returns".formatted(id, folder),
            "a program hands in by a token, which is told once"),
        new Next(
            "take in a file",
            "ascertain import %s FILE --data %s --dry-run".formatted(id, folder),
            "facts that you have, as lines of JSON"),
        new Next(
            "look at the law",
            "ascertain law " + id.year(),
            "its days, rules and deadlines, state by state"));
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
