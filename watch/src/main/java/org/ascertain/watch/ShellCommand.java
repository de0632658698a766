package org.ascertain.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command that is run at each turn, with the notice on its standard input. */
public record ShellCommand(String line) {

  /** How long a command may take. */
  private static final Duration LONGEST = Duration.ofMinutes(1);

  /**
   * Runs it by the shell; the id of the turn is its last argument.
   *
   * @param tries how often before it is given up, with a second between
   * @return whether it ended well
   */
  public boolean run(Notice notice, int tries) throws IOException, InterruptedException {
    for (int left = tries; ; left--) {
      if (once(notice)) return true;
      if (left <= 1) return false;
      TimeUnit.SECONDS.sleep(1);
    }
  }

  private boolean once(Notice notice) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(List.of("/bin/sh", "-c", line + " \"$@\"", "ascertain", notice.id()))
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(notice.body().getBytes(UTF_8));
    } catch (IOException notRead) {
      // a command need not read what it is given
    }
    if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      return false;
    }
    return process.exitValue() == 0;
  }
}
