package org.ascertain.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import org.ascertain.answers.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Writes a record's bytes as they are. */
@Command(
    name = "export",
    description = "Writes a record to standard output, byte for byte as it is kept.",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

  @Mixin private RecordArgument record;

  @Override
  public Integer call() throws IOException {
    RecordArgument.Bytes bytes = record.asLines();
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
}
