package org.ascertain.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ascertain.answers.MomentConverter;
import org.ascertain.desk.ForeignForm;
import org.ascertain.election.When;
import org.ascertain.exchange.Content;
import org.ascertain.exchange.Format;
import org.ascertain.exchange.FormatGuess;
import org.ascertain.exchange.Formats;
import org.ascertain.exchange.Mapping;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** In which format of others something is handed in, and what it does not say itself. */
final class ForeignOptions {

  private static final String AUTO = "auto";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--format",
      paramLabel = "F",
      description =
          "The format of others that it is in; 'ascertain formats' lists them. auto looks how it begins.")
  private @Nullable String format;

  @Option(
      names = "--source",
      paramLabel = "ID",
      description = "By whom all of it is: the id of a source, new or of the record.")
  private @Nullable String source;

  @Option(
      names = "--at",
      paramLabel = "T",
      converter = MomentConverter.class,
      description = "Of when its figures are, where the format does not say.")
  private @Nullable When at;

  @Option(
      names = "--jurisdiction",
      paramLabel = "XX",
      description = "Of which state it is, where the format does not say.")
  private @Nullable String jurisdiction;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "What the columns of a table mean, for the format mapped-csv.")
  private @Nullable Path mapping;

  boolean isAsked() {
    return format != null;
  }

  /** The format with what was said beside it. */
  ForeignForm form(String fileName, Content content) throws IOException {
    return new ForeignForm(
        AUTO.equals(format)
            ? FormatGuess.of(content)
                .orElseThrow(
                    () -> wrong("'%s' begins as no format that is known.".formatted(fileName)))
            : format(),
        Optional.ofNullable(source),
        fileName,
        Optional.ofNullable(at),
        Optional.ofNullable(jurisdiction),
        mapping());
  }

  /** The same in the words of a desk's address for files. */
  Map<String, String> said(String fileName, Content content) throws IOException {
    ForeignForm form = form(fileName, content);
    Map<String, String> said = new LinkedHashMap<>();
    said.put("format", form.format().id());
    if (!fileName.isEmpty()) said.put("name", fileName);
    form.source().ifPresent(id -> said.put("source", id));
    form.at().ifPresent(moment -> said.put("at", moment.toString()));
    form.jurisdiction().ifPresent(state -> said.put("jurisdiction", state));
    if (mapping != null) said.put("mapping", Files.readString(mapping));
    return said;
  }

  private Format format() {
    return Formats.of(String.valueOf(format))
        .filter(known -> known.reads().isPresent())
        .orElseThrow(
            () ->
                wrong(
                    "There is no format '%s' that is read; there are %s."
                        .formatted(
                            format,
                            String.join(", ", Formats.read().stream().map(Format::id).toList()))));
  }

  private Optional<Mapping> mapping() throws IOException {
    if (mapping == null) return Optional.empty();
    if (!Files.isRegularFile(mapping)) throw wrong(FileTrouble.noFile(mapping));
    try (InputStream in = Files.newInputStream(mapping)) {
      return Optional.of(Mapping.read(in));
    } catch (Mapping.Unusable unusable) {
      throw wrong("'%s' is no mapping: %s.".formatted(mapping, unusable.getMessage()));
    }
  }

  ParameterException wrong(String sentence) {
    return new ParameterException(command.commandLine(), sentence);
  }
}
