package org.ascertain.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;

class RecordLinesTest {

  @Property
  void any_piece_of_the_record_has_the_bytes_of_its_file(
      @ForAll List<@AlphaChars String> lines,
      @ForAll @IntRange(max = 200) int from,
      @ForAll @IntRange(max = 200) int length)
      throws IOException {
    String file = String.join("", lines.stream().map(line -> line + "\n").toList());
    RecordLines record = RecordLines.read(new ByteArrayInputStream(file.getBytes(UTF_8)));
    int start = Math.min(from, file.length());
    int end = Math.min(start + length, file.length());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    record.copy(start, end, out);
    assertThat(out.toString(UTF_8)).isEqualTo(file.substring(start, end));
    assertThat(record.size()).isEqualTo(lines.size());
    assertThat(record.bytes()).isEqualTo(file.length());
  }
}
