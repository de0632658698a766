package org.ascertain.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.ascertain.cli.Ascertain;
import org.junit.jupiter.api.Test;

/** The command line's help names the measurements, which it cannot know of. */
class NamesOfMeasurementsTest {

  @Test
  void the_help_of_bench_names_every_measurement_in_order() {
    PrintStream before = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
      Ascertain.run("bench", "--help");
    } finally {
      System.setOut(before);
    }
    assertThat(said.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " "))
        .contains("of: " + String.join(", ", Bench.names()) + "; all without it.");
  }
}
