package org.ascertain.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One thing is changed in a record that reads well; one problem comes of it: this one, there. */
class BadFieldsTest {

  record Mistake(String what, int line, String from, String to, String place, String detail) {

    static Mistake parse(List<String> lines) {
      String[] change = lines.get(1).split(" +", 2);
      String[] texts = change[1].split(" {2}->(?: {2})?", -1);
      String[] problem = lines.get(2).split(" {2}", 2);
      int line = Integer.parseInt(change[0]);
      return new Mistake(
          lines.get(0), line, texts[0], texts[1], line + " " + problem[0], problem[1]);
    }

    EveryKind made() {
      return EveryKind.record().change(line, from, to);
    }

    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Mistake> mistakes() throws IOException {
    try (InputStream in = BadFieldsTest.class.getResourceAsStream("bad-fields.txt")) {
      return Arrays.stream(new String(in.readAllBytes(), UTF_8).split("\n\n"))
          .filter(block -> !block.startsWith("#"))
          .map(block -> Mistake.parse(block.lines().toList()));
    }
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void one_mistake_gives_one_problem_with_its_place(Mistake mistake) {
    EveryKind record = mistake.made();

    assertThat(record.problems()).containsExactly(mistake.place);
    assertThat(record.read().problems().getFirst().detail()).isEqualTo(mistake.detail);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void the_other_lines_are_read_all_the_same(Mistake mistake) {
    EveryKind record = mistake.made();

    assertThat(record.entries().stream().filter(entry -> entry.index() != mistake.line - 1))
        .hasSize(record.size() - 1);
  }
}
