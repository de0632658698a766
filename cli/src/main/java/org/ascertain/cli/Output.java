package org.ascertain.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Standard output, which remembers what could not be written: Java's own says nothing, and a result
 * cut short by a full disk would look like a whole one.
 */
final class Output extends FilterOutputStream {

  private static final int BUFFER = 1 << 13;

  private @Nullable IOException failure;

  Output(OutputStream out) {
    super(out);
  }

  /** Puts one in the place of the process's standard output. */
  static Output ofProcess() {
    Output output = new Output(new FileOutputStream(FileDescriptor.out));
    System.setOut(new PrintStream(new BufferedOutputStream(output, BUFFER), true, UTF_8));
    return output;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      if (failure == null) failure = e;
      throw e;
    }
  }

  /** Why not all was written; nothing of a reader who had enough and closed the pipe. */
  Optional<String> lost() {
    return Optional.ofNullable(failure)
        .map(e -> String.valueOf(e.getMessage()))
        .filter(why -> !why.toLowerCase(Locale.ROOT).contains("broken pipe"));
  }
}
