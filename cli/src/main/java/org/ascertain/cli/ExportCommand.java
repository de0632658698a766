package org.ascertain.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ascertain.answers.AllFormats;
import org.ascertain.answers.ExitCode;
import org.ascertain.answers.FormatsText;
import org.ascertain.archive.Archive;
import org.ascertain.archive.Pinned;
import org.ascertain.election.Washington;
import org.ascertain.election.When;
import org.ascertain.exchange.DataPackage;
import org.ascertain.exchange.Document;
import org.ascertain.exchange.ElectionAt;
import org.ascertain.exchange.Format;
import org.ascertain.exchange.Formats;
import org.ascertain.exchange.Parquet;
import org.ascertain.record.Checkpoint;
import org.ascertain.record.Pin;
import org.ascertain.standing.History;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes a record's bytes as they are, or an election in a format that others speak. */
@Command(
    name = "export",
    description = {
      "Writes a record to standard output, byte for byte as it is kept.",
      "With --format, an election in a format that others speak, as of any moment; 'ascertain"
          + " formats' lists them."
    },
    footer = {
      "",
      "For example: export 2020 > us-president-2020.jsonl",
      "             export 2020 --format nist-100-v2-xml --to reports/",
      "             export --all --to data/"
    },
    mixinStandardHelpOptions = true,
    modelTransformer = ExportCommand.ElectionOrAll.class)
final class ExportCommand implements Callable<Integer> {

  /** With --all no election is named; that one is, is asked below. */
  static final class ElectionOrAll implements IModelTransformer {
    @Override
    public CommandSpec transform(CommandSpec spec) {
      PositionalParamSpec election = spec.positionalParameters().getFirst();
      spec.remove(election);
      return spec.addPositional(
          PositionalParamSpec.builder(election).required(false).arity("0..1").build());
    }
  }

  @Spec private CommandSpec spec;
  @Mixin private ElectionArgument election;
  @Mixin private AtOption at;
  @Mixin private KnownOption known;

  @Option(
      names = "--format",
      paramLabel = "F",
      description = "A format by its id; the record itself without it.")
  private @Nullable String format;

  @Option(
      names = "--part",
      paramLabel = "P",
      description =
          "Of a format with a file for each issuer, the file of one: certified, a source's or a"
              + " caller's id. The first of them without it.")
  private @Nullable String part;

  @Option(
      names = "--to",
      paramLabel = "FILE|DIR",
      description =
          "Into a file, or every file of the format into a folder (a name that ends in /).")
  private @Nullable String to;

  @Option(
      names = "--all",
      description =
          "All elections of the archive as one data package (CSV tables with their descriptions),"
              + " into the folder of --to.")
  private boolean all;

  @Option(
      names = "--duckdb",
      paramLabel = "JAR",
      defaultValue = "${env:ASCERTAIN_DUCKDB}",
      description =
          "For --format parquet, which writes the tables of csv as Parquet: DuckDB's JDBC driver, which is no part of"
              + " Ascertain (default: what ASCERTAIN_DUCKDB names).")
  private @Nullable Path duckDb;

  @Override
  public Integer call() throws IOException {
    boolean isNamed = spec.commandLine().getParseResult().hasMatchedPositional(0);
    if (all) return all(isNamed);
    if (!isNamed)
      throw new ParameterException(
          spec.commandLine(), "Name an election, or all of them with --all --to DIR.");
    if (format != null) return inFormat(format);
    if (at.asked().isPresent() || known.asked().isPresent() || part != null)
      throw election.wrong(
          "A record is written whole; --at, --known and --part are for an election in a"
              + " --format.");
    if (to == null) return lines();
    if (Files.isDirectory(Path.of(to))) throw election.wrong(FileTrouble.noFile(Path.of(to)));
    RecordArgument.Bytes bytes = election.asLines(); // a file that was there stays, if it has none
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(to)), 1 << 16)) {
      bytes.writeTo(out);
    }
    return ExitCode.DONE;
  }

  private int all(boolean isNamed) throws IOException {
    boolean isParquet = Parquet.ID.equals(format);
    boolean isOther = format != null && !isParquet;
    if (isNamed || isOther || part != null || at.asked().isPresent() || to == null)
      throw new ParameterException(
          spec.commandLine(),
          "--all takes --to DIR, --format parquet perhaps, and nothing else: all elections, with"
              + " everything in their records.");
    Iterator<ElectionAt> elections = Pinned.pins().stream().map(ExportCommand::wholeOf).iterator();
    if (isParquet) parquet(Path.of(to), elections);
    else DataPackage.write(Path.of(to), elections);
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%d elections written to %s.%n", Pinned.pins().size(), to);
    out.flush();
    return ExitCode.DONE;
  }

  private void parquet(Path folder, Iterator<ElectionAt> elections) throws IOException {
    try {
      Parquet.write(folder, elections, Optional.ofNullable(duckDb));
    } catch (Parquet.NoDuckDb none) {
      throw new ParameterException(spec.commandLine(), none.getMessage());
    }
  }

  private static ElectionAt wholeOf(Pin pin) {
    try (InputStream in = Archive.open(pin.election()).orElseThrow()) {
      History history = Soundness.of(in).history().orElseThrow();
      return ElectionAt.of(history, ElectionAt.last(history), Optional.of(pin));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private int inFormat(String id) throws IOException {
    if (id.equals(Parquet.ID)) {
      if (to == null || part != null)
        throw election.wrong("Parquet goes into a folder, a file for each table: name it by --to.");
      parquet(Path.of(to), List.of(ofRecord()).iterator());
      return ExitCode.DONE;
    }
    Format written =
        AllFormats.written(id)
            .orElseThrow(
                () ->
                    election.wrong(
                        "%s; an election is written as %s, and with DuckDB's driver as %s (--duckdb)."
                            .formatted(
                                Formats.of(id).isPresent()
                                    ? "'%s' is only read".formatted(id)
                                    : "There is no format '%s'".formatted(id),
                                String.join(
                                    ", ", AllFormats.written().stream().map(Format::id).toList()),
                                Parquet.ID)));
    if (election.isToCome() && !AllFormats.isOfLaw(written))
      throw election.wrong(
          "There is no election '%s' in the archive to write as %s. The days that its law sets need no record: --format ical."
              .formatted(election.named(), written.id()));
    ElectionAt asked =
        AllFormats.isOfLaw(written) && election.isToCome()
            ? ElectionAt.of(election.law(), at.asked().orElseGet(ExportCommand::today))
            : ofRecord();
    List<Document> documents = written.writer().orElseThrow().documents(asked);
    if (documents.isEmpty())
      throw election.wrong(
          "There is nothing of %s in that form as of %s.".formatted(asked.id(), asked.at()));
    PrintWriter err = spec.commandLine().getErr();
    List<Document> files = to != null && isFolder(to) ? named(documents) : List.of(one(documents));
    if (to != null && isFolder(to)) intoFolder(Path.of(to), files);
    else intoOne(files.getFirst(), documents, err);
    FormatsText.of(written.leftOut(asked, files)).forEach(err::println);
    err.flush();
    return ExitCode.DONE;
  }

  /** Of an election to come nothing is known later than today. */
  private static When today() {
    return new When.OnDay(Washington.day(Washington.nanos(InstantSource.system().instant())));
  }

  private ElectionAt ofRecord() {
    History history = election.open(known.asked());
    When moment = at.asked().or(election::at).orElseGet(() -> ElectionAt.last(history));
    return ElectionAt.of(
        history,
        moment,
        known.asked().isPresent() || election.isScenario()
            ? Optional.empty()
            : Optional.of(version()));
  }

  private Pin version() {
    Checkpoint checkpoint = election.checkpoint();
    return new Pin(election.id(), checkpoint.size(), checkpoint.root());
  }

  private static boolean isFolder(String name) {
    return name.endsWith("/") || Files.isDirectory(Path.of(name));
  }

  private Document one(List<Document> documents) {
    return Document.of(documents, Optional.ofNullable(part))
        .orElseThrow(
            () ->
                election.wrong(
                    "There is no part '%s' of it; there are %s."
                        .formatted(part, parts(documents))));
  }

  private List<Document> named(List<Document> documents) {
    return part == null ? documents : List.of(one(documents));
  }

  private static String parts(List<Document> documents) {
    return String.join(", ", documents.stream().map(Document::part).toList());
  }

  private void intoFolder(Path folder, List<Document> documents) throws IOException {
    Files.createDirectories(folder);
    PrintWriter out = spec.commandLine().getOut();
    for (Document document : documents) {
      Path file = folder.resolve(document.name());
      write(document, file);
      out.println(file);
    }
    out.flush();
  }

  private void intoOne(Document document, List<Document> documents, PrintWriter err)
      throws IOException {
    if (documents.size() > 1 && part == null)
      err.printf(
          "This is the part '%s', one of %d; all of them with --to DIR/, another with --part"
              + " %s.%n",
          document.part(),
          documents.size(),
          String.join("|", documents.stream().skip(1).map(Document::part).toList()));
    if (to != null) write(document, Path.of(to));
    else {
      OutputStream out = new BufferedOutputStream(System.out, 1 << 16);
      document.content().writeTo(out);
      out.flush();
    }
  }

  private static void write(Document document, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      document.content().writeTo(out);
    }
  }

  private int lines() throws IOException {
    RecordArgument.Bytes bytes = election.asLines();
    if (Screen.isTerminal()) return show(bytes);
    OutputStream out = new BufferedOutputStream(System.out, 1 << 16);
    bytes.writeTo(out);
    out.flush();
    return ExitCode.DONE;
  }

  /** A terminal gets no character that would do anything to it but be read. */
  private static int show(RecordArgument.Bytes bytes) throws IOException {
    Writer out = new TerminalText(new OutputStreamWriter(System.out, UTF_8));
    bytes
        .lines()
        .read(
            0,
            bytes.size(),
            (line, index) -> {
              try {
                out.write(new String(line, UTF_8) + "\n");
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    out.flush();
    return ExitCode.DONE;
  }
}
