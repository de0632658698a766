package org.ascertain.record;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.ascertain.election.Check;
import org.ascertain.election.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes of a line that are no entry, or not in the one form that the entry has. */
class BadLinesTest {

  @ParameterizedTest
  @ValueSource(strings = {"FF", "80", "C0AF", "E282", "EDA080", "F4908080"})
  void what_utf8_forbids_is_told_with_its_place(String forbidden) {
    EveryKind record = EveryKind.record().change(9, "Returning", "~");
    byte[] bytes = replace(record.text().getBytes(UTF_8), '~', HexFormat.of().parseHex(forbidden));
    List<Problem> problems = EveryKind.read(bytes).problems();

    assertThat(EveryKind.places(EveryKind.read(bytes))).containsExactly("9 R101");
    assertThat(problems.getFirst().detail())
        .isEqualTo("byte %d is 0x%s", record.line(9).indexOf('~') + 1, forbidden.substring(0, 2));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "no-json.txt", delimiter = '|', quoteCharacter = '`')
  void what_is_not_one_json_object_is_told_with_the_reason(String line, String reason) {
    RecordReader.Reading reading = EveryKind.record().set(9, line).read();

    assertThat(EveryKind.places(reading)).containsExactly("9 R103");
    assertThat(reading.entries()).hasSize(EveryKind.record().size() - 1);
    if (reason != null) assertThat(reading.problems().getFirst().detail()).isEqualTo(reason);
  }

  private static byte[] replace(byte[] bytes, char marker, byte[] by) {
    ByteArrayOutputStream replaced = new ByteArrayOutputStream();
    for (byte b : bytes) {
      if (b == marker) replaced.writeBytes(by);
      else replaced.write(b);
    }
    return replaced.toByteArray();
  }

  @Test
  void a_file_whose_lines_end_in_cr_alone_is_told_as_that() {
    byte[] bytes = new String(EveryKind.bytes(), UTF_8).replace('\n', '\r').getBytes(UTF_8);
    assertThat(EveryKind.read(bytes).problems())
        .first()
        .satisfies(
            problem -> {
              assertThat(problem.check()).isEqualTo(Check.NOT_JSON);
              assertThat(problem.sentence()).contains("lines end in CR alone");
            });
    byte[] cut = Arrays.copyOf(EveryKind.bytes(), EveryKind.bytes().length - 1);
    assertThat(EveryKind.places(EveryKind.read(cut))).last().asString().endsWith("R104");
  }

  @Test
  void a_byte_order_mark_is_no_json() {
    EveryKind record = EveryKind.record();

    assertThat(record.set(1, "\uFEFF" + record.line(1)).problems()).contains("1 R103");
  }

  @Test
  void a_line_in_utf16_is_no_json() {
    byte[] line = "{\"fact\":\"call\"}".getBytes(UTF_16LE);
    byte[] bytes = replace(EveryKind.record().set(9, "~").text().getBytes(UTF_8), '~', line);

    assertThat(EveryKind.places(EveryKind.read(bytes))).containsExactly("9 R103");
  }

  @Test
  void lists_in_lists_without_end_are_no_json() {
    String deep =
        "{\"unit\":" + "[".repeat(LineParser.DEEPEST) + "]".repeat(LineParser.DEEPEST) + "}";
    String bottomless = "{\"unit\":" + "[".repeat(60_000);

    assertThat(EveryKind.record().set(9, deep).problems()).containsExactly("9 R103");
    assertThat(EveryKind.record().set(9, bottomless).problems()).containsExactly("9 R103");
  }

  @Test
  void of_a_line_with_ten_thousand_names_each_is_told() {
    StringBuilder line = new StringBuilder("{");
    for (int i = 0; i < 7_000; i++) line.append("\"").append(i).append("\":1,");
    EveryKind record = EveryKind.drafts().set(2, line + "\"fact\":\"call\"}");

    assertThat(record.read().problems())
        .filteredOn(problem -> problem.check() == Check.UNKNOWN_FIELD)
        .hasSize(7_000);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "other-forms.txt", delimiter = '|', quoteCharacter = '`')
  void what_says_the_same_in_another_form_is_refused_in_a_record_and_taken_as_a_draft(
      String what, int line, String from, String to) {
    String other = to.replace("\\r", "\r");
    assertThat(EveryKind.record().change(line, from, other).problems())
        .as(what)
        .containsExactly(line + " R106");
    if (from.contains("index") || from.contains("2026")) return;
    assertThat(EveryKind.drafts().change(line, from, other).problems()).as(what).isEmpty();
  }

  @Test
  void where_another_form_begins_and_what_is_due_there_is_told() {
    EveryKind record = EveryKind.record().change(7, "\"unit\":\"US\",", "");
    record.change(7, "\"for\":\"tilden\"", "\"unit\":\"US\",\"for\":\"tilden\"");
    Problem problem = record.read().problems().getFirst();

    assertThat(problem.detail())
        .isEqualTo(
            "at byte 147 stands caller\":\"AP\",\"unit\":\"US\", due is unit\":\"US\",\"caller\":\"AP\"");
    assertThat(problem.path()).isEmpty();
  }
}
