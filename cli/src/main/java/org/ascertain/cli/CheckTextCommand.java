package org.ascertain.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.ascertain.cli.Screen.SCREEN;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ascertain.answers.ExitCode;
import org.ascertain.answers.Lines;
import org.ascertain.archive.Archive;
import org.ascertain.election.ElectionId;
import org.ascertain.press.CheckedText;
import org.ascertain.press.ClaimReviewJson;
import org.ascertain.press.Copies;
import org.ascertain.press.PressJson;
import org.ascertain.press.PressText;
import org.ascertain.press.TextCheck;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A text held against the record. */
@Command(
    name = "check-text",
    description =
        "Marks what texts say of elections, and what the record says to it: supported, contradicted, imprecise, beyond the record.",
    footer = {"", "For example: check-text report.txt --as-of 2020-12-15"},
    mixinStandardHelpOptions = true)
final class CheckTextCommand implements Callable<Integer> {

  /** How many bytes of a file are read: more than is checked, so that what is too long is told. */
  private static final int MOST = 4 * TextCheck.LONGEST + 1;

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Texts or HTML, in UTF-8.")
  private List<Path> files;

  @Option(
      names = "--election",
      paramLabel = "E",
      description =
          "The election they speak of; without it, it is found from names, years and the day.")
  private @Nullable String election;

  @Option(
      names = "--as-of",
      paramLabel = "DAY",
      description = "The day of the texts; without it, it is looked for in them.")
  private @Nullable String asOf;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  @Option(names = "--claim-review", description = "As ClaimReview of schema.org, in JSON-LD.")
  private boolean claimReview;

  @Override
  public Integer call() {
    Optional<Integer> year = year();
    Optional<LocalDate> day = day();
    List<String> written = new ArrayList<>();
    for (Path file : files) written.add(read(file));
    TextCheck check = TextCheck.ofArchive();
    List<PressJson.Named> texts = new ArrayList<>();
    for (int i = 0; i < files.size(); i++)
      texts.add(
          new PressJson.Named(
              Optional.of(files.get(i).toString()), check.check(written.get(i), year, day)));
    List<Copies.Pair> copies = written.size() > 1 ? Copies.of(written) : List.of();
    PrintWriter out = spec.commandLine().getOut();
    if (claimReview) out.println(ClaimReviewJson.of(texts, copies));
    else if (json) out.println(PressJson.all(texts, copies));
    else print(texts, copies, out);
    out.flush();
    return ExitCode.DONE;
  }

  private static void print(
      List<PressJson.Named> texts, List<Copies.Pair> copies, PrintWriter out) {
    List<String> names = new ArrayList<>();
    for (PressJson.Named each : texts) {
      CheckedText text = each.text();
      if (!names.isEmpty()) out.println();
      names.add(each.file().orElse(""));
      PressText.print(names.getLast(), text, SCREEN.width(), out);
    }
    if (texts.size() < 2) return;
    PressText.copies(names, copies, SCREEN.width(), out);
    out.println();
    String counted = PressText.counted(texts.stream().map(PressJson.Named::text).toList(), copies);
    Lines.wrap(counted, SCREEN.width()).forEach(out::println);
  }

  private Optional<Integer> year() {
    String asked = election;
    if (asked == null) return Optional.empty();
    return Optional.of(
        Archive.find(asked)
            .flatMap(ElectionId::of)
            .orElseThrow(
                () ->
                    wrong(
                        "'%s' names no election of the archive; write a year, or an id such as us-president-2020."
                            .formatted(asked)))
            .year());
  }

  private Optional<LocalDate> day() {
    String asked = asOf;
    if (asked == null) return Optional.empty();
    try {
      return Optional.of(LocalDate.parse(asked));
    } catch (DateTimeException noDay) {
      throw wrong("'%s' of --as-of is no day; write one such as 2020-12-15.".formatted(asked));
    }
  }

  private String read(Path file) {
    if (Files.isDirectory(file))
      throw wrong("'%s' is a folder; name the files in it.".formatted(file));
    try (var in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST);
      CharBuffer text = CharBuffer.allocate(bytes.length);
      // of a file that is longer the last character may be cut off
      CoderResult read =
          UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), text, bytes.length < MOST);
      if (read.isError())
        throw wrong(
            "'%s' is no text in UTF-8; save it as plain text or HTML in UTF-8.".formatted(file));
      return text.flip().toString();
    } catch (NoSuchFileException none) {
      throw wrong("There is no file '%s'; it cannot be read.".formatted(file));
    } catch (IOException unreadable) {
      throw wrong("'%s' cannot be read.".formatted(file));
    }
  }

  private ParameterException wrong(String why) {
    return new ParameterException(spec.commandLine(), why);
  }
}
