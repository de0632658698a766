package org.ascertain.exchange;

import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Feeds of an election night: of a wire, of states, and of a newspaper's pages. */
class LiveFeedsReadTest {

  private static final String AP =
      """
      {"electionDate":"2024-11-05","timestamp":"2024-11-06T02:00:00Z","nextrequest":"https://example.org/next","races":[
       {"test":false,"raceID":"0","officeID":"P","raceTypeID":"G","reportingUnits":[
        {"statePostal":"US","level":"national","lastUpdated":"2024-11-06T01:50:00Z","candidates":[
          {"first":"Anna","last":"Ash","party":"Dem","voteCount":9,"electWon":270,"winner":"X"}]},
        {"statePostal":"PA","level":"state","lastUpdated":"2024-11-06T01:00:00Z","eevp":50,"precinctsReporting":3,
         "precinctsTotal":10,"candidates":[
          {"first":"Anna","last":"Ash","party":"Dem","voteCount":60,"winner":"X"},
          {"first":"Bob","last":"Birch","party":"GOP","voteCount":38},
          {"first":"Zoe","last":"Zed","party":"Grn","voteCount":2}]},
        {"statePostal":"PA","level":"subunit","reportingunitName":"Allegheny","fipsCode":"42003",
         "lastUpdated":"2024-11-06T01:00:00Z","candidates":[{"first":"Anna","last":"Ash","party":"Dem","voteCount":6}]},
        {"statePostal":"ME","level":"district","reportingunitName":"District 1","lastUpdated":"2024-11-06T01:00:00Z",
         "candidates":[{"first":"Anna","last":"Ash","party":"Dem","voteCount":6}]},
        {"statePostal":"PA","level":"subunit","reportingunitName":"Nowhere","fipsCode":"42999",
         "lastUpdated":"2024-11-06T01:00:00Z","candidates":[]}]},
       {"test":true,"raceID":"7","officeID":"P","reportingUnits":[{"statePostal":"PA","level":"state","candidates":[
          {"first":"Anna","last":"Ash","party":"Dem","voteCount":1}]}]},
       {"test":false,"raceID":"9","officeID":"S","reportingUnits":[{"statePostal":"PA","candidates":[]}]}]}
      """;

  @Test
  void what_a_wire_has_won_is_its_call_and_never_a_result() {
    ReadFile read = ReadFile.of("ap-json", ReadFile.bare(2024), AP);
    assertThat(read.said())
        .containsExactly(
            "US called for ash by AP",
            "PA {ash=60, birch=38} other=2 expected=200 reporting=3/10",
            "PA called for ash by AP",
            "PA/42003 {ash=6}",
            "ME-1 {ash=6}");
    assertThat(read.aside()).as("no such county, a test").containsExactly("F105", "F114");
    assertThat(read.facts().getFirst().attestation().at()).hasToString("2024-11-06T01:50:00Z");
  }

  @Test
  void a_winner_in_a_county_is_no_call_for_it_appoints_nobody() {
    String feed =
        """
        {"electionDate":"2024-11-05","races":[{"test":false,"officeID":"P","raceTypeID":"G","reportingUnits":[
         {"statePostal":"PA","level":"subunit","reportingunitName":"Allegheny","fipsCode":"42003",
          "lastUpdated":"2024-11-06T01:00:00Z","candidates":[
           {"first":"Anna","last":"Ash","party":"Dem","voteCount":6,"winner":"X"}]}]}]}""";
    ReadFile read = ReadFile.of("ap-json", ReadFile.bare(2024), feed);
    assertThat(read.said()).containsExactly("PA/42003 {ash=6}");
    assertThat(read.aside()).isEmpty();
  }

  @Test
  void a_town_with_its_countys_code_is_not_the_county() {
    String unit =
        """
        {"statePostal":"MA","level":"subunit","reportingunitName":"%s","fipsCode":"25017",
         "lastUpdated":"2024-11-06T01:00:00Z","candidates":[{"first":"Anna","last":"Ash","party":"Dem","voteCount":%d}]}""";
    String feed =
        """
        {"electionDate":"2024-11-05","races":[{"test":false,"officeID":"P","raceTypeID":"G","reportingUnits":[%s,%s,%s]}]}"""
            .formatted(
                unit.formatted("Cambridge", 4_000),
                unit.formatted("Middlesex", 9_000),
                unit.replace("MA", "NH").formatted("Middlesex", 1));
    ReadFile read = ReadFile.of("ap-json", ReadFile.bare(2024), feed);
    assertThat(read.said()).containsExactly("MA/25017 {ash=9000}");
    assertThat(read.aside()).containsExactly("F105", "F105");
  }

  @Test
  void a_wires_feed_that_breaks_off_is_taken_as_far_as_units_are_whole() {
    String half = AP.substring(0, AP.indexOf("Allegheny"));
    ReadFile read = ReadFile.of("ap-json", ReadFile.bare(2024), half);
    assertThat(read.said())
        .containsExactly(
            "US called for ash by AP",
            "PA {ash=60, birch=38} other=2 expected=200 reporting=3/10",
            "PA called for ash by AP");
    assertThat(read.aside()).containsExactly("F102");
  }

  @Test
  void a_feed_of_another_year_or_format_is_refused() {
    assertThat(ReadFile.of("ap-json", ReadFile.bare(2020), AP).refusal())
        .hasValueSatisfying(fault -> assertThat(fault.check()).isEqualTo(ReadCheck.OTHER_YEAR));
    assertThat(ReadFile.of("ap-json", ReadFile.bare(2024), "{\"a\":1}").refusal())
        .hasValueSatisfying(fault -> assertThat(fault.check()).isEqualTo(ReadCheck.OTHER_FORMAT));
    assertThat(ReadFile.of("ap-json", ReadFile.bare(2024), "<a/>").refusal()).isPresent();
  }

  @Test
  void a_race_with_a_seat_is_its_districts_and_what_is_said_late_counts() {
    String feed =
        """
        {"electionDate":"2024-11-05","races":[
         {"test":false,"officeID":"P","reportingUnits":[
          {"level":"state","lastUpdated":"2024-11-06T01:00:00Z","candidates":[
           {"first":"Anna","last":"Ash","party":"Dem","voteCount":6,"winner":"X"},{"first":"Over","last":"Votes","voteCount":2},
           {"first":"Zoe","last":"Zed","voteCount":1}]},
          {"level":"subunit","fipsCode":"23005","reportingunitName":"Cumberland","candidates":[
           {"first":"Anna","last":"Ash","party":"Dem","voteCount":5}]}],
          "statePostal":"ME","seatNum":"1"},
         {"test":false,"officeID":"P","statePostal":"SD","reportingUnits":[
          {"level":"subunit","fipsCode":"46113","reportingunitName":"Oglala Lakota","lastUpdated":"2024-11-06T01:00:00Z",
           "candidates":[{"first":"Anna","last":"Ash","party":"Dem","voteCount":4}]}]},
         {"test":false,"officeID":"P","statePostal":"VA","seatNum":"99999999999","reportingUnits":[
          {"level":"state","lastUpdated":"2024-11-06T01:00:00Z","candidates":[
           {"first":"Anna","last":"Ash","party":"Dem","voteCount":4}]}]}]}""";
    ReadFile read = ReadFile.of("ap-json", ReadFile.bare(2024), feed);
    assertThat(read.said())
        .containsExactly(
            "ME-1 {ash=6} other=1 over=2", "ME-1 called for ash by AP", "SD/46102 {ash=4}");
    assertThat(read.aside()).containsExactly("F105");
    assertThat(read.rows().getLast().raw()).isEqualTo("line 13: VA, VA ash 4");
    assertThat(read.told())
        .anyMatch(told -> told.contains("46113, read as Oglala Lakota"))
        .anyMatch(told -> told.contains("not counted as votes: Over Votes 2"))
        .anyMatch(told -> told.contains("Counted as other votes: Zoe Zed 1"))
        .anyMatch(told -> told.contains("parts of a district that lie in a county 1"));
    assertThat(ReadFile.of("ap-json", ReadFile.bare(2024), feed.getBytes(UTF_16)).told())
        .anyMatch(told -> told.contains("not written in UTF-8; it was read as UTF-16"));
  }

  private static final String CLARITY =
      """
      <ElectionResult><Timestamp>11/5/2024 9:22:30 PM EST</Timestamp><ElectionName>General</ElectionName>
      <ElectionDate>11/5/2024</ElectionDate><Region>GA</Region>
      <ElectionVoterTurnout totalVoters="9" ballotsCast="9"><Counties>
       <County name="Appling" totalVoters="100" ballotsCast="60" precinctsParticipating="4" precinctsReported="2"/>
      </Counties></ElectionVoterTurnout>
      <Contest key="1" text="President of the US/Presidente"><ParticipatingCounties/>
       <VoteType name="Undervotes"><County name="Appling" votes="2"/></VoteType>
       <Choice text="Anna B. Ash (Dem)" party="DEM"><VoteType name="Election Day"><County name="Appling" votes="20"/></VoteType>
        <VoteType name="Absentee"><County name="Appling" votes="10"/><County name="Atlantis" votes="10"/></VoteType></Choice>
       <Choice text="Bob Birch (I) (Rep)" party="REP"><VoteType name="Election Day"><County name="Appling" votes="25"/></VoteType></Choice>
       <Choice text="Lib Ertarian (Lib)" party="LIB"><VoteType name="Election Day"><County name="Appling" votes="3"/></VoteType></Choice>
      </Contest>
      <Contest text="Vice President of the Senate"><Choice text="Anna Ash"><VoteType name="x"><County name="Appling" votes="9"/></VoteType></Choice></Contest>
      </ElectionResult>
      """;

  @Test
  void a_states_page_has_its_counties_with_votes_by_type_added_up() {
    ReadFile read = ReadFile.of("clarity-xml", ReadFile.bare(2024), CLARITY);
    assertThat(read.said())
        .containsExactly(
            "GA/13001 {ash=30, birch=25} other=3 registered=100 reporting=2/4 cast=60 under=2");
    assertThat(read.aside()).containsExactly("F105");
    assertThat(read.told()).anyMatch(told -> told.contains("added up: Absentee, Election Day"));
    assertThat(read.facts().getFirst().attestation().at()).hasToString("2024-11-05T21:22:30-05:00");
  }

  @Test
  void a_countys_page_has_its_precincts() {
    String page =
        CLARITY
            .replace("<Region>GA", "<Region>Appling")
            .replace("County name=\"A", "Precinct name=\"A");
    ReadFile read = ReadFile.of("clarity-xml", ReadFile.bare(2024).of("GA"), page);
    assertThat(read.said())
        .contains(
            "GA/13001/Appling {ash=30, birch=25} other=3 registered=100 reporting=2/4 cast=60"
                + " under=2");
    assertThat(ReadFile.of("clarity-xml", ReadFile.bare(2024), page).refusal())
        .hasValueSatisfying(fault -> assertThat(fault.check()).isEqualTo(ReadCheck.NO_STATE));
  }

  @Test
  void a_page_without_a_known_zone_needs_a_moment() {
    String page = CLARITY.replace("EST", "XYZ");
    assertThat(ReadFile.of("clarity-xml", ReadFile.bare(2024), page).refusal())
        .hasValueSatisfying(fault -> assertThat(fault.check()).isEqualTo(ReadCheck.NO_MOMENT));
  }

  @Test
  void a_states_json_has_its_counties_and_their_precincts() {
    ReadFile read =
        ReadFile.of(
            "clarity-json",
            ReadFile.bare(2024),
            """
            {"electionDate":"2024-11-05","createdAt":"2024-11-06T03:00:00Z","results":{"name":"Georgia","ballotItems":[]},
             "localResults":[{"name":"Appling County","ballotItems":[
              {"name":"President of the US","ballotOptions":[
               {"name":"Anna B. Ash (Dem)","politicalParty":"Dem","voteCount":30,"precinctResults":[{"name":"1A","voteCount":30}]},
               {"name":"Bob Birch (Rep)","politicalParty":"Rep","voteCount":25}]},
              {"name":"Sheriff","ballotOptions":[{"name":"Anna B. Ash","voteCount":1}]}]}]}""");
    assertThat(read.said()).containsExactly("GA/13001 {ash=30, birch=25}", "GA/13001/1A {ash=30}");
  }

  @Test
  void a_newspapers_timeline_is_computed_from_rounded_shares_and_marked_so() {
    ReadFile read =
        ReadFile.of(
            "nyt-2020-json",
            ReadFile.bare(2020),
            """
            {"data":{"races":[{"race_id":"PA-G","race_type":"president","state_id":"PA","election_date":"2020-11-03",
             "result_source":"ap","winnerCalledTimestamp":1604766360000,
             "candidates":[{"candidate_key":"asha","winner":true},{"candidate_key":"birchb","winner":false}],
             "counties":[{"fips":"42003","name":"Allegheny","votes":11,"last_updated":"2020-11-10T10:00:00Z",
               "results":{"asha":6,"birchb":4,"zedz":1}}],
             "timeseries":[{"vote_shares":{"birchb":0.6,"asha":0.395},"votes":1000,"eevp":1,"timestamp":"2020-11-04T01:00:00Z"},
              {"vote_shares":{"birchb":0.501,"asha":0.5},"votes":1000,"timestamp":"2020-11-04T02:00:00Z"},
              {"vote_shares":{"birchb":0.5,"asha":0.5},"votes":"many","timestamp":"2020-11-04T03:00:00Z"}]}]}}""");
    assertThat(read.said())
        .containsExactly(
            "PA/42003 {ash=6, birch=4} other=1 total=11",
            "PA {birch=600, ash=395} other=5 total=1000 inexact",
            "PA {birch=501, ash=499} other=0 total=1000 inexact",
            "PA called for ash by AP");
    assertThat(read.aside()).containsExactly("F104");
    assertThat(read.facts().getLast().attestation().at()).hasToString("2020-11-07T16:26:00Z");
  }
}
