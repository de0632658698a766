package org.ascertain.exchange;

import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables of votes of others, as they are found in the wild. */
class VoteTableTest {

  private static final String HEAD = "county,precinct,office,district,party,candidate,votes\n";

  private static ReadFile ofNewYork(String lines) {
    return ReadFile.of("openelections-csv", ReadFile.reading("t.csv").of("NY"), HEAD + lines);
  }

  @Test
  void one_line_is_one_unit_with_its_code() {
    ReadFile read = ofNewYork("Kings,001,President,,DEM,Ash,611439\n");
    assertThat(read.said()).containsExactly("NY/36047/001 {ash=611439}");
    assertThat(read.told()).isEmpty();
  }

  @Test
  void the_state_is_that_of_the_files_name_and_without_one_nothing_is_guessed() {
    String line = HEAD + "Kings,001,President,,DEM,Ash,5\n";
    Reading named = ReadFile.reading("20241105__ca__general__kings__precinct.csv");
    assertThat(ReadFile.of("openelections-csv", named, line).said())
        .containsExactly("CA/06031/001 {ash=5}");
    assertThat(ReadFile.of("openelections-csv", ReadFile.reading("results.csv"), line).refusal())
        .hasValueSatisfying(fault -> assertThat(fault.check()).isEqualTo(ReadCheck.NO_STATE));
    Reading older = ReadFile.reading("20201103__ca__general.csv");
    assertThat(ReadFile.of("openelections-csv", older, line).refusal())
        .hasValueSatisfying(fault -> assertThat(fault.check()).isEqualTo(ReadCheck.OTHER_YEAR));
  }

  @Test
  void without_a_moment_nothing_is_read() {
    assertThat(ReadFile.of("openelections-csv", ReadFile.bare(2024).of("NY"), HEAD).refusal())
        .hasValueSatisfying(fault -> assertThat(fault.check()).isEqualTo(ReadCheck.NO_MOMENT));
  }

  @Test
  void lines_that_are_no_candidates_are_never_votes() {
    ReadFile read =
        ofNewYork(
            """
            Kings,001,Registered Voters,,,,900
            Kings,001,Ballots Cast,,,,500
            Kings,001,President,,DEM,Anna B. Ash / Eve Elm,300
            Kings,001,President,,REP,"BIRCH, BOB",150
            Kings,001,President,,,Over Votes,3
            Kings,001,President,,,Undervotes,7
            Kings,001,President,,,Registered Voters,900
            Kings,001,President,,,Ballots Cast Blank,40
            Kings,001,President,,,Total Votes,490
            Kings,001,President,,,Write-ins,9
            Kings,001,President,,GRN,Jill Someone,31
            Kings,001,U.S. House,7,DEM,Ash,1
            """);
    assertThat(read.said())
        .containsExactly(
            "NY/36047/001 {ash=300, birch=150} other=40 total=490 registered=900 cast=500 over=3"
                + " under=7");
    assertThat(read.told())
        .anyMatch(told -> told.contains("Counted as other votes: Jill Someone 31, Write-ins 9"))
        .anyMatch(told -> told.contains("not counted as votes: ") && told.contains("Over Votes 3"))
        .anyMatch(told -> told.contains("rows of other offices 1"));
  }

  @Test
  void votes_by_how_they_were_cast_are_added_up_and_that_is_said() {
    String head = "county,office,candidate,party,early_voting,election_day,provisional\n";
    ReadFile read =
        ReadFile.of(
            "openelections-csv",
            ReadFile.reading("t.csv").of("NY"),
            head + "Kings,President,Ash,DEM,10,\"1,200\",\nKings,President,Birch,REP,5,6,1\n");
    assertThat(read.said()).containsExactly("NY/36047 {ash=1210, birch=12}");
    assertThat(read.told()).anyMatch(told -> told.contains("added up: in 1 of 1 units"));
  }

  private static final String MEDSL =
      "year,state,state_po,county_name,county_fips,office,candidate,party,candidatevotes,"
          + "totalvotes,version,mode\n";

  private static ReadFile medsl(String lines) {
    return ReadFile.of("medsl-csv", ReadFile.reading("countypres.csv"), MEDSL + lines);
  }

  private static String row(String county, String fips, String who, String votes, String mode) {
    return "2024,ALABAMA,AL,%s,%s,US PRESIDENT,%s,,%s,,1,%s%n"
        .formatted(county, fips, who, votes, mode);
  }

  @Test
  void of_modes_the_total_counts_where_it_is_and_their_sum_where_it_is_not() {
    ReadFile read =
        medsl(
            row("AUTAUGA", "1001", "ANNA ASH", "10", "TOTAL")
                + row("AUTAUGA", "1001", "ANNA ASH", "10", "ELECTION DAY")
                + row("BALDWIN", "1003.0", "ANNA ASH", "4", "ABSENTEE")
                + row("BALDWIN", "1003.0", "ANNA ASH", "5", "ELECTION DAY")
                + row("BALDWIN", "1003.0", "BOB BIRCH", "7", "TOTAL")
                + row("BALDWIN", "1003.0", "UNDERVOTES", "2", "TOTAL")
                + "2020,ALABAMA,AL,BALDWIN,1003,US PRESIDENT,ANNA ASH,,99,,1,TOTAL\n");
    assertThat(read.said())
        .containsExactly("AL/01001 {ash=10}", "AL/01003 {ash=9, birch=7} under=2");
    assertThat(read.told())
        .anyMatch(told -> told.contains("in 1 of 2 units"))
        .anyMatch(told -> told.contains("rows of other years 1"));
  }

  @Test
  void modes_that_do_not_add_up_to_their_total_keep_their_unit_aside() {
    ReadFile read =
        medsl(
            row("AUTAUGA", "1001", "ANNA ASH", "10", "TOTAL")
                + row("AUTAUGA", "1001", "ANNA ASH", "9", "ELECTION DAY")
                + row("FLOATING", "", "ANNA ASH", "3", "TOTAL"));
    assertThat(read.facts()).isEmpty();
    assertThat(read.aside()).containsExactly("F105", "F112");
    assertThat(read.why())
        .contains(
            "lines 2 to 3: Two figures are given for the same: the total of ash is 10, by how they"
                + " were cast its votes are 9.");
  }

  @Test
  void a_code_that_is_another_states_or_another_countys_than_the_names_keeps_its_unit_aside() {
    ReadFile read =
        medsl(
            row("AUTAUGA", "36005", "ANNA ASH", "5", "TOTAL")
                + row("AUTAUGA", "1003", "ANNA ASH", "6", "TOTAL")
                + row("BALDWIN AS WRITTEN", "1003", "ANNA ASH", "7", "TOTAL"));
    assertThat(read.said()).as("a name that is nobody's").containsExactly("AL/01003 {ash=7}");
    assertThat(read.aside()).containsExactly("F105", "F105");
  }

  @Test
  void a_name_that_a_county_and_a_city_have_is_the_countys_where_the_city_has_its_own() {
    String line = "2024,MARYLAND,MD,%s,%s,US PRESIDENT,ANNA ASH,,%d,,1,TOTAL%n";
    String county = line.formatted("BALTIMORE", "", 5);
    String city = line.formatted("BALTIMORE CITY", "", 7);
    assertThat(medsl(county + city).said()).containsExactly("MD/24005 {ash=5}", "MD/24510 {ash=7}");
    assertThat(medsl(county + line.formatted("BALTIMORE", "24510", 7)).said())
        .as("told by its code")
        .containsExactly("MD/24005 {ash=5}", "MD/24510 {ash=7}");
    assertThat(medsl(county).aside()).as("alone it may be either").containsExactly("F124");
    assertThat(medsl(county + city + line.formatted("BALTIMORE COUNTY", "", 5)).aside())
        .as("the county has a line of its own")
        .containsExactly("F124");
  }

  @Test
  void a_candidate_without_a_figure_keeps_the_unit_aside() {
    ReadFile read = ofNewYork("Kings,001,President,,DEM,Ash,\nKings,002,Registered Voters,,,,\n");
    assertThat(read.facts()).isEmpty();
    assertThat(read.why()).containsExactly("line 2: An empty cell is not a whole number of votes.");
  }

  @Test
  void a_table_that_is_about_something_else_is_refused_with_what_it_is_about() {
    ReadFile read = ofNewYork("Kings,001,Governor,,DEM,Ash,5\nKings,002,Governor,,DEM,Ash,6\n");
    assertThat(read.refusal())
        .hasValueSatisfying(
            fault ->
                assertThat(fault.says())
                    .contains("no votes for President in 2024, but rows of other offices 2"));
  }

  @Test
  void what_offices_count_beside_candidates_is_nobodys_vote() {
    String names =
        "Over/Under Votes;Under;Residual Votes;Eligible Voters;Sum;Cast Votes;Recorded Votes;Invalid"
            + " Votes;Rejected write-in votes;Unqualified Write-Ins;Exhausted;Number of Precincts;"
            + "Precincts Reporting;NULL;Not Assigned;Public Counter;Manually Counted Emergency;"
            + "Absentee / Military;Affidavit;Total Applicable Ballots;Less - Inapplicable Federal";
    StringBuilder lines = new StringBuilder("Kings,001,President,,DEM,Ash,5\n");
    for (String each : names.split(";", -1))
      lines.append("Kings,001,President,,,").append(each).append(",9\n");
    ReadFile read = ofNewYork(lines + "Kings,001,President,,,Scattering,2\n");
    assertThat(read.said()).hasSize(1).first().asString().contains("{ash=5} other=2");
    assertThat(read.told())
        .anyMatch(told -> told.endsWith("Counted as other votes: Scattering 2."));
  }

  @Test
  void a_row_that_is_called_a_total_is_the_unit_above() {
    ReadFile read =
        ofNewYork(
            """
            Kings,001,President,,DEM,Ash,300
            Kings,002,President,,DEM,Ash,100
            Kings,TOTAL,President,,DEM,Ash,400
            Total,,President,,DEM,Ash,400
            """);
    assertThat(read.said())
        .containsExactly(
            "NY/36047/001 {ash=300}",
            "NY/36047/002 {ash=100}",
            "NY/36047 {ash=400}",
            "NY {ash=400}");
    assertThat(read.told())
        .anyMatch(told -> told.contains("taken as the unit above: TOTAL 1, Total 1"));
  }

  @Test
  void party_lines_of_one_ticket_are_added_up_and_a_line_that_comes_twice_counts_once() {
    ReadFile read =
        ofNewYork(
            """
            Kings,001,President,,DEM,Ash,300
            Kings,001,President,,WOR,Ash,20
            Kings,001,President,,DEM,Ash,300
            """);
    assertThat(read.said()).containsExactly("NY/36047/001 {ash=320}");
    assertThat(read.told()).containsExactly("line 4: It repeats line 2 and counts once.");
  }

  @Test
  void what_is_wrong_keeps_its_unit_aside_with_the_line_and_no_other() {
    ReadFile read =
        ofNewYork(
            """
            Kings,001,President,,DEM,Ash,30O
            Kings,001,President,,REP,Birch,5
            Kings,002,President,,DEM,Ash,7
            Kings,003,President,,DEM,Somebody Else,7
            Kings,004,President,,DEM,Ash,7
            Kings,004,President,,DEM,Ash,8
            Queen,001,President,,DEM,Ash,7
            Kings,005,President,,DEM,Ash
            """);
    assertThat(read.said()).containsExactly("NY/36047/002 {ash=7}");
    assertThat(read.aside()).containsExactlyInAnyOrder("F104", "F106", "F112", "F105", "F119");
    assertThat(read.rows().stream().flatMap(row -> row.faults().stream()).map(Fault::says))
        .contains(
            "line 2: '30O' is not a whole number of votes.",
            "line 7: Two figures are given for the same: line 6 has 7 for Ash, this one 8.");
  }

  @Test
  void other_encodings_are_read_and_said() {
    String text = HEAD + "Kings,Peña,President,,DEM,Ash,7\n";
    Reading reading = ReadFile.reading("t.csv").of("NY");
    for (Charset charset : new Charset[] {Charset.forName("windows-1252"), UTF_16}) {
      ReadFile read = ReadFile.of("openelections-csv", reading, text.getBytes(charset));
      assertThat(read.said()).as(charset.name()).containsExactly("NY/36047/Peña {ash=7}");
      assertThat(read.told())
          .as(charset.name())
          .anyMatch(told -> told.contains("not written in UTF-8"));
    }
    byte[] marked = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
    assertThat(ReadFile.of("openelections-csv", reading, marked).told()).isEmpty();
  }

  @Test
  void a_packed_file_is_unpacked_and_one_that_breaks_off_is_said_to() {
    StringBuilder lines = new StringBuilder(HEAD);
    for (int i = 0; i < 20_000; i++)
      lines.append("Kings,%05d,President,,DEM,Ash,%d%n".formatted(i, 7 * i % 1_000));
    byte[] packed = ReadFile.packed(lines.toString().getBytes(StandardCharsets.UTF_8));
    Reading reading = ReadFile.reading("t.csv").of("NY");
    assertThat(ReadFile.of("openelections-csv", reading, packed).facts()).hasSize(20_000);
    Content half = () -> new ByteArrayInputStream(packed, 0, packed.length / 2);
    ReadFile broken = ReadFile.of("openelections-csv", reading, half);
    assertThat(broken.refusal()).isEmpty();
    assertThat(broken.facts()).as("what was read whole").hasSizeBetween(1_000, 19_000);
    assertThat(broken.why())
        .as("what follows, and the unit that it breaks off in")
        .hasSize(2)
        .allMatch(
            says ->
                says.matches(
                    "after line \\d+: What follows cannot be read: it ends before what is packed in"
                        + " it does(, so that what it says of NY/36047/\\d+ is not whole)?\\."));
  }

  @Test
  void of_a_table_in_the_order_of_candidates_that_breaks_off_every_unit_waits() {
    StringBuilder lines = new StringBuilder(HEAD);
    for (String who : List.of("DEM,Ash", "REP,Birch"))
      for (int i = 0; i < 20_000; i++)
        lines.append("Kings,%05d,President,,%s,%d%n".formatted(i, who, 7 * i % 1_000));
    byte[] packed = ReadFile.packed(lines.toString().getBytes(StandardCharsets.UTF_8));
    Content most = () -> new ByteArrayInputStream(packed, 0, packed.length * 3 / 4);
    ReadFile broken = ReadFile.of("openelections-csv", ReadFile.reading("t.csv").of("NY"), most);
    assertThat(broken.facts()).isEmpty();
    assertThat(broken.aside()).hasSizeGreaterThan(10_000);
  }

  @Test
  void a_stray_quotation_mark_loses_its_own_line_and_no_other() {
    for (String stray : List.of("\"002,President,,DEM,Ash,5", "002,President,,DEM,Ash,\"5"))
      for (String last : List.of("005,President,,DEM,Ash,9", "\"005\",President,,DEM,\"Ash\",9")) {
        String rows =
            HEAD
                + "Kings,001,President,,DEM,Ash,4\nKings,"
                + stray
                + "\nKings,003,President,,DEM,Ash,6\nKings,004,President,,DEM,Ash,7\nKings,"
                + last
                + "\nKings,006,President,,DEM,Ash,10\n";
        ReadFile read = ReadFile.of("openelections-csv", ReadFile.reading("t.csv").of("NY"), rows);
        assertThat(read.said())
            .as(rows)
            .contains(
                "NY/36047/001 {ash=4}",
                "NY/36047/003 {ash=6}",
                "NY/36047/004 {ash=7}",
                "NY/36047/005 {ash=9}",
                "NY/36047/006 {ash=10}");
        assertThat(read.refusal()).isEmpty();
      }
  }

  @Test
  void a_stray_quotation_mark_in_a_long_table_loses_no_more() {
    StringBuilder rows = new StringBuilder(HEAD).append("Kings,\"x,President,,DEM,Ash,4\n");
    for (int i = 0; i < 60_000; i++) rows.append("Kings,%05d,President,,DEM,Ash,3%n".formatted(i));
    ReadFile read =
        ReadFile.of("openelections-csv", ReadFile.reading("t.csv").of("NY"), rows.toString());
    assertThat(read.facts()).hasSize(60_000);
    assertThat(read.aside()).hasSize(1);
  }

  private static final String COUNTIES =
      "year,state_po,county_name,county_fips,office,candidate,party,candidatevotes,mode\n";

  @Test
  void codes_of_an_older_list_are_told_and_a_county_that_is_gone_waits() {
    Reading reading = ReadFile.reading("t.csv");
    ReadFile connecticut =
        ReadFile.of(
            "medsl-csv",
            reading,
            COUNTIES + "2024,CT,FAIRFIELD,09001,US PRESIDENT,ASH,DEMOCRAT,5,TOTAL\n");
    assertThat(connecticut.said()).containsExactly("CT/09001 {ash=5}");
    assertThat(connecticut.told()).anyMatch(told -> told.contains("counties as of 2021"));
    ReadFile bedford =
        ReadFile.of(
            "medsl-csv",
            reading,
            COUNTIES + "2024,VA,BEDFORD,51515,US PRESIDENT,ASH,DEMOCRAT,5,TOTAL\n");
    assertThat(bedford.said()).isEmpty();
    assertThat(bedford.aside()).containsExactly("F105");
    ReadFile renamed =
        ReadFile.of(
            "medsl-csv",
            reading,
            COUNTIES + "2024,SD,OGLALA LAKOTA,46113,US PRESIDENT,ASH,DEMOCRAT,5,TOTAL\n");
    assertThat(renamed.said()).containsExactly("SD/46102 {ash=5}");
    assertThat(renamed.told()).anyMatch(told -> told.contains("46113, read as OGLALA LAKOTA"));
  }

  @Test
  void another_table_is_refused_with_what_it_lacks() {
    ReadFile read =
        ReadFile.of("openelections-csv", ReadFile.reading("t.csv").of("NY"), "a,b\n1,2\n");
    assertThat(read.refusal())
        .hasValueSatisfying(
            fault -> assertThat(fault.says()).contains("no column has the county; it has a, b"));
  }

  @Test
  void a_mapping_explains_a_table_with_a_row_for_each_unit() throws Exception {
    Mapping mapping =
        Mapping.read(
            new ByteArrayInputStream(
                """
                {"separator":";","jurisdiction":"NY","county":"Parish","precinct":"Box","tickets":{"ash":"A/E","birch":"B"},
                 "other":["Minor","Scattering"],"total":"Sum","registered":"Reg"}"""
                    .getBytes(StandardCharsets.UTF_8)));
    ReadFile read =
        ReadFile.of(
            "mapped-csv",
            ReadFile.reading("t.csv").by(mapping),
            "Parish;Box;A/E;B;Minor;Scattering;Sum;Reg\nKings;1;10;20;3;;33;50\nKings;2;x;20;3;;33;50\n");
    assertThat(read.said())
        .containsExactly("NY/36047/1 {ash=10, birch=20} other=3 total=33 registered=50");
    assertThat(read.aside()).containsExactly("F104");
  }

  @Test
  void a_mapping_that_says_too_little_is_refused() {
    for (String text : new String[] {"{\"county\":\"C\"}", "{\"x\":\"C\"}", "{", ""})
      assertThat(
              catchThrowable(
                  () ->
                      Mapping.read(
                          new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))))
          .as(text)
          .isInstanceOf(Mapping.Unusable.class);
  }
}
