package org.ascertain.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The page about the record names the fields that the codec reads, in the order in which it writes
 * them.
 */
class RecordPageTest {

  private static final Pattern ROW = Pattern.compile("^\\| `([a-zA-Z-]+)`(\\??) \\| ?(.*)\\|$");
  private static final Pattern FIELD = Pattern.compile("`([a-zA-Z]+)`(\\??)");

  private final List<String> lines = Files.readAllLines(Path.of("..", "docs", "record.md"));

  RecordPageTest() throws IOException {}

  @Test
  void the_page_names_the_fields_of_each_kind_of_fact() {
    Map<String, String> told =
        rows("## Facts")
            .collect(Collectors.toMap(row -> row.group(1), row -> fields(row.group(3))));
    Map<String, String> read =
        FactCodecs.all().collect(Collectors.toMap(FactCodec::word, kind -> fields(kind.codec())));

    assertThat(told).isEqualTo(read);
  }

  @Test
  void the_page_names_the_fields_of_every_fact() {
    assertThat(rows("## What every fact has").map(row -> row.group(1) + row.group(2)))
        .containsExactly(fields(Attested.CODEC).split(" "));
    assertThat(
            rows("## Lines")
                .map(row -> row.group(1) + row.group(2))
                .collect(Collectors.joining(" ")))
        .isEqualTo(fields(EntryPlace.CODEC) + " " + FactCodecs.WORD);
  }

  @Test
  void the_example_of_drafts_can_be_read() {
    String drafts =
        lines.stream()
            .dropWhile(line -> !line.equals("### Examples"))
            .dropWhile(line -> !line.equals("```"))
            .skip(1)
            .takeWhile(line -> !line.equals("```"))
            .collect(Collectors.joining("\n", "", "\n"));
    RecordReader.Reading reading = EveryKind.read(drafts);

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.entries()).hasSameSizeAs(drafts.lines().toList());
  }

  private Stream<MatchResult> rows(String heading) {
    return lines.stream()
        .dropWhile(line -> !line.equals(heading))
        .skip(1)
        .takeWhile(line -> !line.startsWith("## "))
        .map(ROW::matcher)
        .filter(Matcher::matches)
        .map(Matcher::toMatchResult);
  }

  private static String fields(String told) {
    return FIELD
        .matcher(told)
        .results()
        .map(field -> field.group(1) + field.group(2))
        .collect(Collectors.joining(" "));
  }

  private static String fields(ObjectCodec<?> codec) {
    return codec.fields().stream()
        .map(field -> field.name().getValue() + (field.absent() == null ? "" : "?"))
        .collect(Collectors.joining(" "));
  }
}
