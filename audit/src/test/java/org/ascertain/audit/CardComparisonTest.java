package org.ascertain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.ascertain.audit.CardComparison.Differing;
import org.ascertain.election.Fact.Discrepancies;
import org.junit.jupiter.api.Test;

class CardComparisonTest {

  private static CastVoteRecords read(String file, String contest) throws IOException, Unreadable {
    return CastVoteRecords.of(new StringReader(file), contest, card -> true);
  }

  private static CastVoteRecords csv(String... rows) throws IOException, Unreadable {
    return read("card,batch,Smith,Jones,Lee\n" + String.join("\n", rows) + "\n", "");
  }

  @Test
  void a_card_counts_by_how_many_votes_too_many_its_record_has_for_the_winner()
      throws IOException, Unreadable {
    CastVoteRecords records =
        csv(
            "1,7,1,0,0",
            "2,7,1,0,0",
            "3,7,1,0,0",
            "4,7,0,1,0",
            "5,7,0,1,0",
            "6,7,0,0,1",
            "7,7,1,1,0");
    CastVoteRecords cards =
        csv(
            "1,7,1,0,0",
            "2,7,0,0,0",
            "3,7,0,1,0",
            "4,7,1,0,0",
            "5,7,0,0,0",
            "6,7,1,0,0",
            "7,7,1,0,0");
    CardComparison compared = CardComparison.of(cards, records, "Smith");
    assertThat(compared.cards()).isEqualTo(7);
    assertThat(compared.differing())
        .containsExactly(
            new Differing("2", 1),
            new Differing("3", 2),
            new Differing("4", -1),
            new Differing("6", -1),
            new Differing("7", -1));
    assertThat(compared.discrepancies()).isEqualTo(new Discrepancies(1, 1, 3, 0));
  }

  /** Against the one loser there is, a vote that moves from him to the winner is two too few. */
  @Test
  void with_one_loser_a_vote_that_was_recorded_for_him_is_two_too_few()
      throws IOException, Unreadable {
    CardComparison compared =
        CardComparison.of(
            read("card,Smith,Jones\n1,1,0\n2,0,1\n", ""),
            read("card,Smith,Jones\n1,0,1\n2,0,1\n", ""),
            "Smith");
    assertThat(compared.discrepancies()).isEqualTo(new Discrepancies(0, 0, 0, 1));
  }

  @Test
  void a_card_without_a_record_or_with_two_or_that_was_not_found_is_two_too_many()
      throws IOException, Unreadable {
    CastVoteRecords records = csv("1,7,1,0,0", "2,7,1,0,0", "2,7,0,1,0", "3,7,1,0,0");
    CastVoteRecords cards =
        csv("1,7,1,0,0", "2,7,1,0,0", "3,not found,,,", "4,7,1,0,0", "1,7,1,0,0");
    CardComparison compared = CardComparison.of(cards, records, "Smith");
    assertThat(compared.cards()).isEqualTo(5);
    assertThat(compared.discrepancies()).isEqualTo(new Discrepancies(0, 3, 0, 0));
    assertThat(records.oddities()).contains("Card 2 stands there twice, and differs.");
  }

  @Test
  void what_is_odd_is_told_and_does_not_stop_the_file_being_read() throws IOException, Unreadable {
    CastVoteRecords read =
        read("\uFEFFImprintedId,batch,Smith,Jones\n1-1,17,1,0\n,17,1,0\n1-3,17,1,1\n", "");
    assertThat(read.votes()).containsEntry("1-1", "Smith").containsEntry("1-3", "");
    assertThat(read.oddities())
        .containsExactly(
            "Column batch has more than 0 and 1, and is no choice.",
            "Records that name no card: 1.",
            "Cards with more than one choice: 1.");
    assertThatThrownBy(() -> read("number,Smith\n1,1\n", ""))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("No column names the card");
  }

  private static final String NIST =
      """
      {"@type":"CVR.CastVoteRecordReport",
       "CVR":[
        {"@type":"CVR.CVR","UniqueId":"1","CurrentSnapshotId":"s2","CVRSnapshot":[
          {"@id":"s1","Type":"original","CVRContest":[{"ContestId":"p","CVRContestSelection":[
            {"ContestSelectionId":"c2","SelectionPosition":[{"HasIndication":"yes","NumberVotes":1}]}]}]},
          {"@id":"s2","Type":"interpreted","CVRContest":[
            {"ContestId":"p","CVRContestSelection":[
              {"ContestSelectionId":"c1","SelectionPosition":[{"HasIndication":"yes","NumberVotes":1}]},
              {"ContestSelectionId":"c2","SelectionPosition":[{"HasIndication":"no","NumberVotes":0}]}]},
            {"ContestId":"q","CVRContestSelection":[
              {"ContestSelectionId":"d1","SelectionPosition":[{"HasIndication":"yes","NumberVotes":1}]}]}]}]},
        {"@type":"CVR.CVR","BallotPrePrintedId":"2","UniqueId":"x","CVRSnapshot":[
          {"@id":"t","CVRContest":[{"ContestId":"p","CVRContestSelection":[
            {"ContestSelectionId":"c1","SelectionPosition":[
              {"HasIndication":"yes","IsAllocable":"no","NumberVotes":1}]}]}]}]}],
       "Election":[{"Candidate":[{"@id":"k1","Name":"Smith"},{"@id":"k2","Name":"Jones"}],
         "Contest":[{"@id":"p","Name":"President","ContestSelection":[
           {"@id":"c1","CandidateIds":["k1"]},{"@id":"c2","CandidateIds":["k2"]}]},
           {"@id":"q","Name":"Senator"}]}]}
      """;

  @Test
  void records_of_nist_are_read_by_their_current_snapshot_and_by_name()
      throws IOException, Unreadable {
    CastVoteRecords read = read(NIST, "p");
    assertThat(read.votes()).containsEntry("1", "Smith").containsEntry("2", "");
    assertThat(read.order()).containsExactly("1", "2");
    assertThatThrownBy(() -> read(NIST, ""))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("[p, q]");
    assertThatThrownBy(() -> read("{\"CVR\":[{", "")).isInstanceOf(Unreadable.class);
  }

  /** Its names come after its cards, as in the JSON. */
  private static final String NIST_XML =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- made up -->
      <CastVoteRecordReport xmlns="http://itl.nist.gov/ns/voting/1500-103/v1"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <CVR>
          <CurrentSnapshotId>s2</CurrentSnapshotId>
          <CVRSnapshot ObjectId="s1">
            <CVRContest><ContestId>p</ContestId><CVRContestSelection>
              <ContestSelectionId>c2</ContestSelectionId>
              <SelectionPosition><HasIndication>yes</HasIndication></SelectionPosition>
            </CVRContestSelection></CVRContest>
          </CVRSnapshot>
          <CVRSnapshot ObjectId="s2">
            <CVRContest><ContestId>p</ContestId>
              <CVRContestSelection><ContestSelectionId>c1</ContestSelectionId>
                <SelectionPosition><HasIndication>yes</HasIndication></SelectionPosition>
              </CVRContestSelection>
              <CVRContestSelection><ContestSelectionId>c2</ContestSelectionId>
                <SelectionPosition><HasIndication>no</HasIndication></SelectionPosition>
              </CVRContestSelection>
            </CVRContest>
            <CVRContest><ContestId>q</ContestId><CVRContestSelection>
              <ContestSelectionId>d1</ContestSelectionId>
              <SelectionPosition><HasIndication>yes</HasIndication></SelectionPosition>
            </CVRContestSelection></CVRContest>
          </CVRSnapshot>
          <UniqueId>1</UniqueId>
        </CVR>
        <CVR>
          <BallotPrePrintedId>2</BallotPrePrintedId>
          <CVRSnapshot ObjectId="t">
            <CVRContest><ContestId>p</ContestId><CVRContestSelection>
              <ContestSelectionId>c1</ContestSelectionId>
              <SelectionPosition><HasIndication>yes</HasIndication><IsAllocable>no</IsAllocable></SelectionPosition>
            </CVRContestSelection></CVRContest>
          </CVRSnapshot>
        </CVR>
        <CVR><CVRSnapshot ObjectId="u"/></CVR>
        <Election ObjectId="e">
          <Candidate ObjectId="k1"><Name>Smith</Name></Candidate>
          <Candidate ObjectId="k2"><Name>Jones</Name></Candidate>
          <Contest ObjectId="p" xsi:type="CandidateContest">
            <ContestSelection ObjectId="c1" xsi:type="CandidateSelection"><CandidateIds>k1 k2</CandidateIds></ContestSelection>
            <ContestSelection ObjectId="c2" xsi:type="CandidateSelection"><CandidateIds>k2</CandidateIds></ContestSelection>
            <Name>President</Name>
          </Contest>
          <Contest ObjectId="q" xsi:type="CandidateContest"><Name>Senator</Name></Contest>
        </Election>
      </CastVoteRecordReport>
      """;

  @Test
  void xml_of_nist_is_read_as_its_json_is_and_what_is_odd_is_told() throws IOException, Unreadable {
    CastVoteRecords read = read(NIST_XML, "President");
    assertThat(read.votes()).containsEntry("1", "Smith / Jones").containsEntry("2", "");
    assertThat(read.order()).containsExactly("1", "2");
    assertThat(read.choices()).containsExactly("Smith / Jones");
    assertThat(read.oddities()).containsExactly("Records that name no card: 1.");
    assertThat(read(NIST, "President").votes()).containsEntry("1", "Smith");
    assertThatThrownBy(() -> read(NIST_XML, "")).hasMessageContaining("[p, q]");
    assertThat(read(NIST_XML.replace("/v1", "/v9").replace("UTF-8", "ISO-8859-1"), "x").oddities())
        .containsExactly(
            "Its namespace is not http://itl.nist.gov/ns/voting/1500-103/v1.",
            "It says that it is ISO-8859-1; it was read as UTF-8.",
            "No record has the contest x.",
            "Records that name no card: 1.");
  }

  /** What a file refers to is never asked for, and no document type may grow it. */
  @Test
  void xml_with_a_document_type_or_another_root_or_that_is_broken_is_refused() {
    String type = "<!DOCTYPE CastVoteRecordReport [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
    for (String entity : List.of("", "&x;"))
      assertThatThrownBy(
              () -> read(type + "<CastVoteRecordReport>" + entity + "</CastVoteRecordReport>", ""))
          .isInstanceOf(Unreadable.class)
          .hasMessageContaining("document type");
    assertThatThrownBy(() -> read("<html></html>", ""))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("Its root is html");
    for (String broken : List.of("<CastVoteRecordReport>", "<CastVoteRecordReport>&x;</Cast"))
      assertThatThrownBy(() -> read(broken, ""))
          .isInstanceOf(Unreadable.class)
          .hasMessageContaining("no sound XML: line 1");
    String deep = "<a>".repeat(2000);
    assertThatThrownBy(() -> read("<CastVoteRecordReport>" + deep, ""))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("deeper than 40");
  }
}
