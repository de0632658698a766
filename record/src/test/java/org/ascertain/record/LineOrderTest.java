package org.ascertain.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.ascertain.election.Entry;
import org.junit.jupiter.api.Test;

/** How lines follow each other; one mistake is told once, however many lines come after it. */
class LineOrderTest {

  private final EveryKind record = EveryKind.record().first(9);
  private final EveryKind drafts = EveryKind.drafts().first(9);

  @Test
  void a_record_of_no_lines_has_no_header() {
    assertThat(EveryKind.places(EveryKind.read(""))).containsExactly("1 R301");
    assertThat(EveryKind.read("").problems().getFirst().detail()).isEqualTo("it is empty");
  }

  @Test
  void a_record_begins_with_its_election() {
    assertThat(drafts.remove(1).problems()).containsExactly("1 R301 fact");
    assertThat(drafts.read().problems().getFirst().detail()).isEqualTo("it begins with returns");
  }

  @Test
  void a_header_in_the_wrong_place_is_told_once() {
    drafts.insert(3, drafts.line(1)).remove(1);

    assertThat(drafts.problems()).containsExactly("1 R301 fact");
  }

  @Test
  void a_header_that_cannot_be_read_is_told_as_that() {
    assertThat(drafts.set(1, "{").problems()).containsExactly("1 R103");
  }

  @Test
  void a_first_line_of_an_unknown_kind_is_told_as_that() {
    drafts.change(1, "\"fact\":\"election\"", "\"fact\":\"elections\"");

    assertThat(drafts.problems()).containsExactly("1 R201 fact");
  }

  @Test
  void a_second_header_is_refused_and_the_first_holds() {
    drafts.insert(
        3,
        "{\"fact\":\"election\",\"at\":\"1880-11-02\",\"source\":\"usc\",\"election\":\"x\",\"year\":1880,\"candidates\":[],\"tickets\":[]}");

    assertThat(drafts.problems()).containsExactly("3 R302 fact");
    assertThat(drafts.entries()).hasSize(9);
  }

  @Test
  void a_missing_entry_is_told_once() {
    assertThat(record.remove(3).problems()).containsExactly("3 R303 index");
    assertThat(record.read().problems().getFirst().detail()).isEqualTo("3 where 2 is due");
  }

  @Test
  void an_entry_twice_is_told_once_and_taken_once() {
    record.insert(3, record.line(3));

    assertThat(record.problems()).containsExactly("4 R303 index");
    assertThat(record.entries()).hasSize(9);
  }

  @Test
  void an_index_that_is_wrong_alone_is_told_once() {
    assertThat(record.change(3, "\"index\":2", "\"index\":12").problems())
        .containsExactly("3 R303 index");
  }

  @Test
  void a_record_that_lost_its_header_is_told_once() {
    assertThat(record.remove(1).problems()).containsExactly("1 R301 fact");
  }

  @Test
  void indexes_of_entries_rise_whatever_the_lines_say() {
    record.change(3, "\"index\":2", "\"index\":12").insert(5, record.line(2));

    assertThat(record.entries().stream().map(Entry::index)).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void lines_that_cannot_be_read_are_taken_to_be_entries_or_not() {
    assertThat(record.set(3, "{").set(4, "[").problems())
        .containsExactly("3 R103", "4 R103", "7 R209 source");
    assertThat(EveryKind.record().insert(3, "{").insert(3, "[").problems())
        .containsExactly("3 R103", "4 R103");
  }

  @Test
  void after_lines_that_cannot_be_read_a_gap_is_still_seen() {
    assertThat(EveryKind.record().set(9, "{").remove(10).problems())
        .containsExactly("9 R103", "10 R303 index");
  }

  @Test
  void what_was_recorded_falls_once() {
    record.change(3, "2026-11-22T", "2026-11-21T");

    assertThat(record.problems()).containsExactly("3 R304 recorded");
    assertThat(record.read().problems().getFirst().detail())
        .isEqualTo("2026-11-21T00:00:00Z after 2026-11-22T00:00:00Z");
    assertThat(record.entries()).hasSize(9);
  }

  @Test
  void what_was_recorded_too_late_makes_the_next_one_fall() {
    assertThat(record.change(3, "2026-11-22T", "2027-11-22T").problems())
        .containsExactly("4 R304 recorded");
  }

  @Test
  void lines_without_index_in_a_record_are_told_once() {
    record.set(7, EveryKind.drafts().line(7)).set(8, EveryKind.drafts().line(8));

    assertThat(record.problems()).containsExactly("7 R305 index");
    assertThat(record.read().problems().getFirst().detail()).isEqualTo("this line has none");
    assertThat(record.entries()).hasSize(7);
  }

  @Test
  void lines_with_index_among_drafts_are_told_once() {
    drafts.set(7, record.line(7)).set(8, record.line(8));

    assertThat(drafts.problems()).containsExactly("7 R305 index");
    assertThat(drafts.read().problems().getFirst().detail()).isEqualTo("this line has one");
  }

  @Test
  void empty_lines_are_told_once_for_each_place() {
    record.insert(3, "").insert(3, "").insert(3, "").insert(7, "");

    assertThat(record.problems()).containsExactly("3 R105", "7 R105");
    assertThat(record.read().problems().getFirst().sentence())
        .isEqualTo(
            "The line is empty, and so are those after it: 3 in all. Remove it; every line is an entry.");
    assertThat(record.entries()).hasSize(9);
  }

  @Test
  void an_empty_line_at_the_end_is_told() {
    assertThat(EveryKind.places(EveryKind.read(record.text() + "\n"))).containsExactly("10 R105");
    assertThat(EveryKind.places(EveryKind.read("\n"))).containsExactly("1 R105", "1 R301");
  }

  @Test
  void a_last_line_without_line_feed_was_cut_short() {
    String text = record.text();
    String whole = text.substring(0, text.length() - 1);
    String half = text.substring(0, text.length() - 30);

    assertThat(EveryKind.places(EveryKind.read(whole))).containsExactly("9 R104");
    assertThat(EveryKind.places(EveryKind.read(half))).containsExactly("9 R104");
    assertThat(EveryKind.read(whole).entries()).hasSize(8);
  }

  @Test
  void an_unknown_source_is_told_once() {
    drafts.change(3, "\"sos\"", "\"sus\"").change(5, "\"sos\"", "\"sus\"");

    assertThat(drafts.problems()).containsExactly("3 R209 source");
  }

  @Test
  void drafts_may_describe_a_source_again_in_the_same_words() {
    drafts.change(3, "\"sos\"", drafts.line(2).replaceAll(".*(\\{\"id\":\"sos\".*?}).*", "$1"));

    assertThat(drafts.problems()).isEmpty();
    assertThat(drafts.change(3, "State of Florida", "Florida").problems())
        .containsExactly("3 R210 source");
  }

  @Test
  void drafts_that_follow_a_record_need_no_header_and_know_its_sources() {
    List<Entry> before = EveryKind.record().entries();
    int size = EveryKind.record().size();
    String draft = EveryKind.drafts().line(size) + "\n";
    RecordReader.Reading more = readOn(before, draft + draft);

    assertThat(more.problems()).isEmpty();
    assertThat(more.entries().stream().map(Entry::index)).containsExactly(size + 0L, size + 1L);
    assertThat(more.entries().getFirst().fact()).isEqualTo(before.getLast().fact());
  }

  @Test
  void what_follows_a_record_is_neither_a_header_nor_has_an_index() {
    List<Entry> before = EveryKind.record().entries();
    String header =
        EveryKind.drafts().line(1).replaceAll("\"source\":\\{.*?}", "\"source\":\"usc\"");

    assertThat(EveryKind.places(readOn(before, header + "\n"))).containsExactly("1 R302 fact");
    assertThat(EveryKind.places(readOn(before, EveryKind.record().line(46) + "\n")))
        .containsExactly("1 R305 index");
  }

  private static RecordReader.Reading readOn(List<Entry> before, String drafts) {
    return RecordReader.readOn(
        RecordSoFar.of(before), new ByteArrayInputStream(drafts.getBytes(UTF_8)));
  }
}
