package org.ascertain.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ascertain.answers.Names;
import org.ascertain.election.ElectionId;
import org.ascertain.exchange.Content;
import org.ascertain.feed.DeskSite;
import org.ascertain.feed.Form;
import org.ascertain.feed.SentFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Hands a file in to a desk. */
@Command(
    name = "send",
    description = {
      "Hands a file in to a desk: returns as CSV (*.csv), facts (*.jsonl, *.json), or by --format a file in"
          + " a format of others. Each row is checked by itself and"
          + " recorded, known already, or kept aside with the reason. What is cut off is tried again; the same file"
          + " again changes nothing."
    },
    footer = {
      "",
      "Exit codes: 0 every row is in the record; 1 rows were kept aside or refused, or the desk holds the file; 2 the desk"
          + " refused the whole; 3 it did not answer, and what became of the last rows is not known.",
      "",
      "For example: send returns.csv --to http://127.0.0.1:8080 --token file:wire.token"
    },
    mixinStandardHelpOptions = true)
final class SendCommand implements Callable<Integer> {

  private static final long EVERY_NANOS = 2_000_000_000L;

  @Spec private CommandSpec spec;
  @Mixin private DeskOptions desk;
  @Mixin private ForeignOptions foreign;

  @Parameters(paramLabel = "FILE", description = "The file.")
  private Path file;

  @Option(
      names = "--election",
      paramLabel = "E",
      description =
          "The election; without it the token's only one, or that of the file's first line.")
  private @Nullable String election;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  private long told = System.nanoTime();

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(file)) throw desk.wrong(FileTrouble.noFile(file));
    Sending sending = foreign.isAsked() ? inAFormatOfOthers() : ofRows();
    DeskSite site = desk.site();
    String to = election(site);
    return DeskOptions.tell(spec, file.toString(), to, sending.to(site, to), json);
  }

  @FunctionalInterface
  private interface Sending {
    SentFile to(DeskSite site, String election) throws IOException;
  }

  private Sending inAFormatOfOthers() throws IOException {
    Map<String, String> said = foreign.said(String.valueOf(file.getFileName()), Content.of(file));
    return (site, to) -> SentFile.send(site, to, file, said, this::progress);
  }

  private Sending ofRows() {
    Form form =
        Form.ofFile(file.toString())
            .orElseThrow(
                () ->
                    desk.wrong(
                        "'%s' is named as no file of rows: returns as CSV end in .csv, facts in .jsonl or .json."
                            .formatted(file)));
    return (site, to) -> SentFile.send(site, to, file, form, this::progress);
  }

  private String election(DeskSite site) throws IOException {
    if (election != null) return ElectionId.written(election);
    Set<String> elections = desk.scope(site).elections();
    if (elections.size() == 1) return elections.iterator().next();
    return SentFile.electionOf(file)
        .orElseThrow(
            () -> desk.wrong("Name the election by --election; the token is for several."));
  }

  /** A line every two seconds, for people who wait. */
  private void progress(long rows, long sent, long all) {
    if (!Screen.isTerminal() || json || System.nanoTime() - told < EVERY_NANOS) return;
    told = System.nanoTime();
    String part = all >> 20 == 0 ? "" : " (%d of %d MB sent)".formatted(sent >> 20, all >> 20);
    spec.commandLine().getErr().printf("%s rows answered%s%n", Names.number(rows), part);
  }
}
