package org.ascertain.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.concurrent.Callable;
import org.ascertain.answers.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Writes a record's bytes as they are. */
@Command(
    name = "export",
    description = "Writes a record to standard output, byte for byte as it is kept.",
    footer = {"", "For example: export 2020 > us-president-2020.jsonl"},
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

  @Mixin private RecordArgument record;

  @Override
  public Integer call() throws IOException {
    RecordArgument.Bytes bytes = record.asLines();
    if (Screen.isTerminal()) return show(bytes);
    OutputStream out = new BufferedOutputStream(System.out, 1 << 16);
    bytes
        .lines()
        .read(
            0,
            bytes.size(),
            (line, index) -> {
              try {
                out.write(line);
                out.write('\n');
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
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
