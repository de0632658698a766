package org.ascertain.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ascertain.election.Entry;
import org.ascertain.record.RecordWriter;
import org.junit.jupiter.api.Test;

class FactTextTest {

  private static final SampleRecord RECORD = SampleRecord.madeUp();
  private static final Names NAMES = new Names(RECORD.header());

  private static List<String> told(SampleRecord record) {
    Names names = new Names(record.header());
    return record.entries().stream().map(entry -> FactText.briefly(entry.fact(), names)).toList();
  }

  @Test
  void facts_are_told_in_a_clause() {
    assertThat(told(RECORD))
        .containsExactly(
            "the election of 2024",
            "this record holds some calls of AP in GA, PA until 30 Nov 2024",
            "Georgia reports Ash 120, Birch 100, Cedar 7, others 3",
            "Georgia reports Birch 160, Ash 150, Cedar 9, others 4",
            "Georgia reports Birch 160, Ash 149, Cedar 9, others 4",
            "Georgia reports Birch 161, Ash 140",
            "PA/42001 reports Ash 90, Birch 80",
            "PA/42003 reports Ash 20",
            "Pennsylvania reports Ash 115, Birch 85, Cedar 2",
            "AP calls Pennsylvania for Ash",
            "AP calls Georgia for Ash",
            "AP withdraws its call of Georgia for Ash",
            "Fox calls Georgia for Birch",
            "Fox calls the presidency for Birch",
            "Maine reports ranked ballots",
            "a lot in Maine eliminates Cedar",
            "Maine's 2nd district reports ranked ballots",
            "election contest C001, Birch v. Georgia",
            "recount C002, Recount of Georgia",
            "C001: dismissed",
            "The secretary (The board): The board says that it found no fraud.",
            "Georgia certifies Birch 165, Ash 150, Cedar 9, others 4",
            "Ada Ash to Birch: speech",
            "The President of France: letter",
            "The governor certifies the electors of Georgia: Birch 16",
            "Pennsylvania appoints 19 electors: Ash 19",
            "the electors of Georgia vote: Birch 15, Cedar 1",
            "the electors of Pennsylvania vote: Ash 19",
            "Congress opens the count",
            "an objection to the votes of Georgia by A. B. is received",
            "the Senate votes on the objection to Georgia: 10 to sustain, 90 to reject",
            "Congress counts the votes of Georgia: Birch 15, Cedar 1",
            "the state of the vote is announced: Ash 19, Birch 15; for Vice President Elm 19, Fir 16",
            "Cedar dies",
            "Birch takes the oath of the President",
            "entry 2 is corrected: A slip of the pen.",
            "entry 7 is retracted: No such county had reported.");
  }

  @Test
  void further_kinds_and_forms_are_told_in_a_clause() {
    assertThat(told(SampleRecord.kinds()))
        .containsExactly(
            "the election of 2024",
            "the record adds Cy Cedar, the ticket cedar, the caller The Sun, returns of sos",
            "this record holds no ranked returns",
            "this record holds all certifications",
            "a lot in Maine is for Ash",
            "AP withdraws its call of the presidency for Ash",
            "lawsuit L1, A v. B",
            "audit A1, An audit",
            "Maine certifies again Ash 5",
            "Colorado appoints 1 elector",
            "New York does not appoint 1 elector: The legislature did not agree.",
            "the electors of Oregon (return B) vote: Ash 3",
            "an objection to the votes of Oregon is not received",
            "the House votes on the objection to Oregon: 3 to sustain, 400 to reject",
            "the Electoral Commission votes 8 to 7 for return A of Florida",
            "Congress rejects the votes of Oregon",
            "Congress announces either way the votes of Maine: Ash 2",
            "the House, ballot 1: Ash 2, Birch 1, divided 1",
            "the Senate, ballot 1: Ash 51, Birch 49",
            "Ash takes the oath of the Vice President",
            "Birch withdraws",
            "voting in Maine goes on until 12 Nov 2024 under 3 U.S.C. 1(2)",
            "The mayor: a statement about claim of victory",
            "The mayor: It was sound.",
            "an audit of Maine compares 500 cards with their records: no difference",
            "an audit of Maine compares 1,500 cards with their records: 3 differ",
            "an audit of New York looks at 60 cards: Ash 40, Birch 20",
            "Colorado counts all its cards by hand: Ash 40, Birch 20");
  }

  @Test
  void between_them_these_records_have_every_kind_of_fact() {
    Set<String> kinds = new TreeSet<>();
    for (SampleRecord record : List.of(RECORD, SampleRecord.kinds()))
      record.entries().forEach(entry -> kinds.add(RecordWriter.word(entry.fact())));
    assertThat(kinds).containsExactlyElementsOf(RecordWriter.words());
  }

  @Test
  void a_correction_is_told_with_what_it_corrects() {
    Entry correction = RECORD.entries().get(RECORD.entries().size() - 2);
    assertThat(FactText.withCorrected(correction, RECORD.history(), NAMES))
        .isEqualTo(
            "Georgia reports Ash 121, Birch 100, Cedar 7; corrects entry 2 (Georgia reports Ash 120,"
                + " Birch 100, Cedar 7, others 3): A slip of the pen.");
  }
}
