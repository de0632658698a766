package org.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class OutputTest {

  @Test
  void a_result_that_a_full_disk_cut_short_is_known_to_be_lost() {
    assertThat(written("No space left on device").lost()).contains("No space left on device");
  }

  @Test
  void a_reader_who_has_had_enough_has_lost_nothing() {
    assertThat(written("Broken pipe").lost()).isEmpty();
    assertThat(new Output(OutputStream.nullOutputStream()).lost()).isEmpty();
  }

  private static Output written(String failure) {
    Output output =
        new Output(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException(failure);
              }
            });
    PrintStream out = new PrintStream(output, true);
    out.println("a line");
    return output;
  }
}
