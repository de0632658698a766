package org.ascertain.desk;

import static org.ascertain.desk.IntakeCheck.*;
import static org.ascertain.desk.Said.pa;
import static org.ascertain.desk.Situation.ascertained;
import static org.ascertain.desk.Situation.attested;
import static org.ascertain.desk.Situation.call;
import static org.ascertain.desk.Situation.certified;
import static org.ascertain.desk.Situation.checks;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ascertain.election.Attestation;
import org.ascertain.election.Check;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Ballots;
import org.ascertain.election.Problem;
import org.ascertain.election.Votes;
import org.ascertain.election.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each check by a row that gives its finding, and by one near to it that does not. Longer than
 * other files: a check more is two rows more, and the last test sees that none lacks them.
 */
class RowChecksTest {

  /**
   * The checks of whole requests and of who sends them: {@link ChecksOfRequestsTest} raises them.
   */
  static final Set<IntakeCheck> OF_REQUESTS =
      EnumSet.of(
          TOO_LARGE,
          KEY_REUSED,
          WRONG_COLUMNS,
          WRONG_ENCODING,
          WRONG_CELLS,
          OTHER_FORMAT,
          NOT_READ,
          READ_SO,
          NO_LONGER_THERE,
          SAME_FILE,
          TEST_DATA,
          OUT_OF_SCOPE,
          SOURCE_OUT_OF_SCOPE,
          TOO_FAST,
          MOVED_ON,
          NEEDS_TWO);

  /** What is found in two rows that differ in one thing. */
  record Case(IntakeCheck check, String that, List<Finding> gives, List<Finding> near) {
    @Override
    public String toString() {
      return check.code() + " " + that;
    }
  }

  private static Situation desk() {
    return new Situation();
  }

  private static Case that(
      IntakeCheck check, String that, List<Finding> gives, List<Finding> near) {
    return new Case(check, that, gives, near);
  }

  /** Against one statement of an hour before. */
  private static Case after(Said was, IntakeCheck check, String that, Said gives, Said near) {
    return that(
        check,
        that,
        desk().with(was.at("21:00")).find(gives),
        desk().with(was.at("21:00")).find(near));
  }

  static Stream<Case> cases() {
    return Stream.of(
            cells(),
            names(),
            neighbours(),
            times(),
            figures(),
            totals(),
            tickets(),
            levels(),
            certificates(),
            calls())
        .flatMap(each -> each);
  }

  private static Stream<Case> cells() {
    return Stream.of(
        that(
            NOT_A_NUMBER,
            "separators",
            desk().findCells("unit", "PA", "biden", "1,234"),
            desk().findCells("unit", "PA", "biden", "1234")),
        that(NOT_A_NUMBER, "decimals", desk().findCells("biden", "12.0"), desk().findCells()),
        that(
            NOT_A_NUMBER,
            "full-width digits",
            desk().findCells("biden", "\uff11\uff12"),
            desk().findCells("biden", "")),
        that(
            NOT_A_NUMBER,
            "a formula",
            desk().findCells("total", "=1+1"),
            desk().findCells("note", "=1+1")),
        that(
            SPREADSHEET_DATE,
            "a day in the place of a number",
            desk().findCells("biden", "3-Nov"),
            desk().findCells("biden", "311")),
        that(
            SPREADSHEET_DATE,
            "a day's number in the place of a time",
            desk().findCells("at", "44138.55"),
            desk().findCells("at", "2020-11-03")),
        that(
            SPREADSHEET_DATE,
            "a day in the place of a unit",
            desk().findCells("unit", "Nov-03"),
            desk().findCells("unit", "PA/42003")),
        that(
            NO_OFFSET,
            "a cell without an offset",
            desk().findCells("at", "2020-11-03 22:00"),
            desk().findCells("at", "2020-11-03T22:00-05:00")),
        that(
            NO_OFFSET,
            "a line without an offset",
            desk().findProblem(new Problem(Check.NOT_A_TIME, 0, "at", "2020-11-03T22:00:00")),
            desk().findProblem(new Problem(Check.NOT_A_TIME, 0, "at", "tonight"))),
        that(
            NO_OFFSET,
            "summer time in winter",
            desk().find(pa(1, 2).at("2020-11-03T22:00:00-04:00")),
            desk().find(pa(1, 2).at("2020-11-04T03:00:00Z"))));
  }

  private static Stream<Case> names() {
    Thresholds ballots = new Thresholds(2, Map.of(), Map.of("PA", Set.of("biden")), Map.of());
    return Stream.of(
        that(
            LOST_ZERO,
            "a county's code without its zero",
            desk().find(pa(1, 2).of("AL/1001")),
            desk().find(pa(1, 2).of("AL/01001"))),
        that(
            LOST_ZERO,
            "a county's number alone",
            desk().find(pa(1, 2).of("PA/3")),
            desk().find(pa(1, 2).of("PA/42003"))),
        that(
            UNKNOWN_UNIT,
            "a name for a code",
            desk().find(pa(1, 2).of("PA/Alleghany")),
            desk().find(pa(1, 2).of("PA/42003/Alleghany"))),
        that(
            OTHER_VINTAGE,
            "a planning region before there were any",
            desk().find(pa(1, 2).of("CT/09110")),
            desk().find(pa(1, 2).of("CT/09001"))),
        that(
            OTHER_SPELLING,
            "the party",
            desk().find(pa(1, 2).votes(Map.of("Democratic", 1L, "trump", 2L))),
            desk().find(pa(1, 2).votes(Map.of("smith", 1L, "trump", 2L)))),
        that(
            OTHER_SPELLING,
            "capitals",
            desk().find(pa(1, 2).votes(Map.of("BIDEN", 1L))),
            desk().find(pa(1, 2).votes(Map.of("biden", 1L)))),
        that(
            NOT_ON_BALLOT,
            "who is not on the ballot",
            desk().by(ballots).find(pa(1, 2)),
            desk().by(ballots).find(pa(1, 0))));
  }

  private static Stream<Case> neighbours() {
    return Stream.of(
        that(
            ROWS_DIFFER,
            "two rows of one moment",
            desk().beside(pa(10, 20)).find(pa(11, 20)),
            desk().beside(pa(10, 20)).find(pa(11, 20).at("22:01"))),
        that(
            ROW_REPEATED,
            "a row again",
            desk().beside(pa(10, 20)).find(pa(10, 20)),
            desk().beside(pa(10, 20)).find(pa(10, 20).by("wire"))),
        that(
            TWO_NAMES,
            "one precinct written in two ways",
            desk()
                .beside(pa(100, 90).of("PA/42003/Ward 1"))
                .find(pa(100, 90).of("PA/42003/WARD-01")),
            desk()
                .beside(pa(100, 90).of("PA/42003/Ward 1"))
                .find(pa(100, 91).of("PA/42003/WARD-01"))),
        that(
            SAME_FIGURES,
            "two counties with equal figures",
            desk().beside(pa(60, 50).of("PA/42001")).find(pa(60, 50).of("PA/42003")),
            desk().beside(pa(50, 40).of("PA/42001")).find(pa(50, 40).of("PA/42003"))),
        that(
            SAME_FIGURES,
            "but for a whole and its only part",
            desk().beside(pa(60, 50).of("PA/42001")).find(pa(60, 50).of("PA/42003")),
            desk().beside(pa(60, 50).of("DC")).find(pa(60, 50).of("DC/11001"))),
        that(
            COPIED,
            "all votes for one",
            desk().find(pa(400, 0).of("PA/42001")),
            desk().find(pa(99, 0).of("PA/42001"))),
        that(
            COPIED,
            "the total of the row above",
            desk().beside(pa(100, 50).of("PA/42001")).find(pa(150, 80).of("PA/42003")),
            desk().beside(pa(100, 50).of("PA/42001")).find(pa(151, 80).of("PA/42003"))));
  }

  private static Stream<Case> times() {
    Said late = pa(10, 20).at("2020-11-24T12:00:00-05:00");
    Fact[] paper = {certified("PA", "Secretary of the Commonwealth", 100, 90)};
    Instant december = Instant.parse("2020-12-01T12:00:00Z");
    Said[] steady = {
      pa(1, 1).at("20:00"),
      pa(2, 2).at("20:05"),
      pa(3, 3).at("20:10"),
      pa(4, 4).at("20:15"),
      pa(5, 5).at("20:20"),
      pa(6, 6).at("20:25")
    };
    return Stream.of(
        that(
            POLLS_OPEN,
            "before the last polls close",
            desk().find(pa(10, 20).at("19:59")),
            desk().find(pa(10, 20).at("20:00"))),
        that(
            POLLS_OPEN,
            "but for the towns that vote at midnight",
            desk().find(pa(500, 300).of("NH").at("09:16")),
            desk().find(pa(10, 16).of("NH").at("09:16"))),
        that(
            IN_THE_FUTURE,
            "three minutes ahead",
            desk().on(Instant.parse("2020-11-04T02:57:00Z")).find(pa(10, 20)),
            desk().on(Instant.parse("2020-11-04T02:58:00Z")).find(pa(10, 20))),
        that(
            OLDER,
            "behind what is in force",
            desk().with(pa(10, 20)).find(pa(9, 20).at("21:59")),
            desk().with(pa(10, 20)).find(pa(10, 21).at("22:01"))),
        that(
            LATE,
            "a day after",
            desk().on(Instant.parse("2020-11-05T03:00:01Z")).find(pa(10, 20)),
            desk().on(Instant.parse("2020-11-05T03:00:00Z")).find(pa(10, 20))),
        that(
            AFTER_CERTIFICATION,
            "other figures after the certificate",
            desk().with(paper).on(december).find(pa(101, 90).at("2020-11-25T12:00:00-05:00")),
            desk().with(paper).on(december).find(pa(100, 90).at("2020-11-25T12:00:00-05:00"))),
        that(
            AFTER_CERTIFICATION,
            "not on the day itself",
            desk().with(paper).on(december).find(late.at("2020-11-25T00:00:01-05:00")),
            desk().with(paper).on(december).find(late)),
        that(
            SILENCE_ENDED,
            "sixteen minutes where five are usual",
            desk().with(steady).find(pa(7, 7).at("20:41")),
            desk().with(steady).find(pa(7, 7).at("20:40"))));
  }

  private static Stream<Case> figures() {
    Thresholds people = new Thresholds(2, Map.of(), Map.of(), Map.of("PA", 300L));
    return Stream.of(
        that(
            PARTS_ABOVE_TOTAL,
            "more votes than the total",
            desk().find(pa(100, 90).onlyTotal(189)),
            desk().find(pa(100, 90).onlyTotal(190))),
        that(
            PARTS_BELOW_TOTAL,
            "votes for nobody named",
            desk().find(pa(100, 90).onlyTotal(195)),
            desk().find(pa(100, 90).total(195))),
        that(
            ABOVE_OFFICIAL,
            "more than an official expects",
            desk().find(pa(100, 90).official(189)),
            desk().find(pa(100, 90).official(190))),
        that(
            ABOVE_OFFICIAL,
            "more than ballots",
            desk().find(pa(100, 90).cast(189)),
            desk().find(pa(100, 90).cast(190))),
        that(
            ABOVE_OFFICIAL,
            "more than voters",
            desk().find(pa(100, 90).registered(189)),
            desk().find(pa(100, 90).registered(190))),
        that(
            ABOVE_ESTIMATE,
            "more than an estimate",
            desk().find(pa(100, 90).estimated(189)),
            desk().find(pa(100, 90).estimated(190))),
        that(
            ABOVE_POPULATION,
            "more than people",
            desk().by(people).find(pa(200, 101)),
            desk().by(people).find(pa(200, 100))),
        after(
            pa(100, 90).estimated(1000),
            ESTIMATE_MOVED,
            "the estimate alone",
            pa(100, 90).estimated(1020),
            pa(100, 90).estimated(1019)),
        after(
            pa(100, 90).done(),
            MORE_AFTER_COMPLETE,
            "more after it was done",
            pa(100, 91).done(),
            pa(100, 90).done().registered(500)),
        that(
            COMPLETE_TOO_SOON,
            "done with a hundredth missing",
            desk().find(pa(50, 49).official(100).done()),
            desk().find(pa(500, 491).official(1000).done())));
  }

  private static Stream<Case> totals() {
    Situation[] risen = {
      desk().with(pa(40_000, 40_000).at("21:00"), pa(50_000, 40_000).at("21:30")),
      desk().with(pa(40_000, 40_000).at("21:00"), pa(50_000, 40_000).at("21:29"))
    };
    return Stream.of(
        after(pa(500, 490), TOTAL_FELL, "one vote fewer", pa(500, 489), pa(500, 491)),
        after(
            pa(60_000, 40_000),
            VOTES_DISAPPEAR,
            "a thousand of a hundred thousand",
            pa(59_000, 40_000),
            pa(59_001, 40_000)),
        after(
            pa(160_000, 40_000),
            VOTES_DISAPPEAR,
            "a hundredth where that is more",
            pa(158_000, 40_000),
            pa(158_001, 40_000)),
        that(
            WITHDRAWN_AGAIN,
            "within half an hour",
            risen[0].find(pa(40_000, 40_000)),
            risen[1].find(pa(40_000, 40_000))),
        that(
            WITHDRAWN_AGAIN,
            "nine tenths of it",
            risen[0].find(pa(38_900, 40_000)),
            risen[0].find(pa(38_800, 40_000))),
        after(
            pa(60_000, 40_000),
            ONE_SIDED,
            "nine of ten new votes",
            pa(105_000, 45_000),
            pa(104_999, 45_001)),
        after(pa(60_000, 40_000), JUMP, "by a quarter", pa(75_000, 50_000), pa(74_999, 50_000)),
        after(pa(5, 4), BACK_TO_ZERO, "nothing where something was", pa(0, 0), pa(0, 4)),
        after(pa(1_000, 5_000), BACK_TO_ZERO, "one ticket", pa(0, 5_000), pa(1, 5_000)),
        after(
            pa(500, 490),
            NOTHING_CHANGED,
            "the same again",
            pa(500, 490),
            pa(500, 490).estimated(2000)));
  }

  private static Stream<Case> tickets() {
    Said wide = pa(3_000_000, 2_900_000).rounded();
    return Stream.of(
        after(
            pa(60_000, 40_000),
            EXCHANGED,
            "a thousand from one to the other",
            pa(61_000, 39_000),
            pa(60_999, 39_001)),
        after(
            pa(60_000, 40_000), EXCHANGED, "nearly alike", pa(70_000, 30_200), pa(70_000, 30_201)),
        after(
            wide,
            EXCHANGED,
            "of rounded shares",
            pa(3_011_800, 2_888_200).rounded(),
            pa(3_011_700, 2_888_300).rounded()),
        after(
            pa(60_000, 40_000),
            TICKET_FELL,
            "one vote less for one",
            pa(59_999, 40_001),
            pa(59_999, 40_000)),
        after(
            pa(60_000, 40_000),
            TICKET_FELL,
            "only of exact figures",
            pa(59_999, 40_001),
            pa(59_999, 40_001).rounded()),
        after(pa(500, 490), LEADER_CHANGES, "the other leads", pa(500, 501), pa(500, 500)),
        after(
            pa(12_345, 40_000),
            DIGIT_TOO_MANY,
            "one digit more",
            pa(123_450, 40_000),
            pa(123_450, 40_001)),
        after(
            pa(123_450, 40_000),
            DIGIT_TOO_MANY,
            "one digit less",
            pa(12_345, 40_000),
            pa(62_345, 40_000)),
        after(
            pa(12_345, 40_000),
            DIGITS_EXCHANGED,
            "two digits",
            pa(12_354, 40_000),
            pa(12_355, 40_000)),
        that(
            DIGITS_EXCHANGED,
            "against the other source",
            desk().with(pa(12_345, 40_000).by("wire").at("21:00")).find(pa(12_354, 40_000)),
            desk().with(pa(12_345, 40_000).by("wire").at("21:00")).find(pa(12_354, 40_001))),
        after(
            pa(50_000, 50_000).estimated(200_000),
            SHARE_MOVED,
            "ten points with half of it counted",
            pa(90_000, 60_000).estimated(200_000),
            pa(89_999, 60_001).estimated(200_000)));
  }

  private static Stream<Case> levels() {
    Said[] counties = {
      pa(60, 50).of("PA/42001").at("21:00"), pa(70, 20).of("PA/42003").at("21:00")
    };
    Said apart = pa(5_500, 5_500).by("wire").at("21:00");
    return Stream.of(
        that(
            COUNTIES_BELOW,
            "a state above its counties",
            desk().with(counties).find(pa(131, 70)),
            desk().with(counties).find(pa(130, 70))),
        that(
            COUNTIES_ABOVE,
            "a state below its counties",
            desk().with(counties).find(pa(129, 70)),
            desk().with(counties).find(pa(130, 70))),
        that(
            COUNTIES_ABOVE,
            "the county that tips it",
            desk().with(pa(130, 70).at("21:00")).with(counties).find(pa(70, 21).of("PA/42003")),
            desk().with(pa(130, 70).at("21:00")).with(counties).find(pa(70, 20).of("PA/42003"))),
        that(
            COUNTIES_BELOW,
            "precincts of one file with their county, nearly all of them",
            desk()
                .with(pa(100, 90).total(200).of("CA/06071"), pa(60, 50).of("CA/06071/001"))
                .find(pa(40, 35).of("CA/06071/002")),
            desk()
                .with(pa(100, 90).total(200).of("CA/06071"), pa(60, 50).of("CA/06071/001"))
                .find(pa(40, 29).of("CA/06071/002"))),
        that(
            SOURCES_DIFFER,
            "for more than half an hour",
            desk().with(apart, pa(5_000, 5_000).at("21:28")).find(pa(5_000, 5_000).at("21:59")),
            desk().with(apart, pa(5_000, 5_000).at("21:28")).find(pa(5_000, 5_000).at("21:58"))),
        that(
            SOURCES_DIFFER,
            "by a thousand",
            desk().with(apart, pa(5_000, 5_000).at("21:28")).find(pa(5_000, 5_000)),
            desk().with(apart, pa(5_000, 5_001).at("21:28")).find(pa(5_000, 5_001))),
        that(
            DISTRICTS_ABOVE,
            "districts above their state",
            desk().with(pa(60, 50).of("ME").at("21:00")).find(pa(60, 51).of("ME-1")),
            desk().with(pa(60, 50).of("ME").at("21:00")).find(pa(60, 50).of("ME-1"))),
        that(
            SUM_OF_SIBLINGS,
            "a total row among precincts",
            twoPrecincts().find(pa(400, 350).of("PA/42003/TOTAL")),
            twoPrecincts().find(pa(400, 351).of("PA/42003/TOTAL"))));
  }

  private static Situation twoPrecincts() {
    return desk()
        .with(pa(300, 200).of("PA/42003/001").at("21:00"))
        .with(pa(100, 150).of("PA/42003/002").at("21:00"));
  }

  private static Stream<Case> certificates() {
    Said tally = pa(1_000_000, 900_000).at("21:00");
    return Stream.of(
        that(
            WRONG_AUTHORITY,
            "signed by another office",
            desk2028(ascertained("PA", 19, "Attorney General", "2028-12-01")),
            desk2028(ascertained("PA", 19, "Governor of Pennsylvania", "2028-12-01"))),
        that(
            AFTER_DEADLINE,
            "after the day for electors' votes",
            desk().find(elected("PA", 20, 20, "2020-12-15")),
            desk().find(elected("PA", 20, 20, "2020-12-14"))),
        that(
            TOO_MANY_ELECTORS,
            "one elector too many",
            desk().find(ascertained("PA", 21, "Governor", "2020-11-24")),
            desk().find(ascertained("PA", 20, "Governor", "2020-11-24"))),
        that(
            TOO_MANY_ELECTORS,
            "offices unlike",
            desk().find(elected("PA", 20, 19, "2020-12-14")),
            desk().find(elected("PA", 20, 20, "2020-12-14"))),
        that(
            CERTIFICATE_DIFFERS,
            "by five hundred",
            desk().with(tally).find(certified("PA", "Secretary", 1_000_500, 900_000)),
            desk().with(tally).find(certified("PA", "Secretary", 1_000_499, 900_000))),
        that(
            CERTIFICATE_DIFFERS,
            "another winner",
            desk()
                .with(pa(1_001, 1_000).at("21:00"))
                .find(certified("PA", "Secretary", 1_001, 1_002)),
            desk()
                .with(pa(1_001, 1_000).at("21:00"))
                .find(certified("PA", "Secretary", 1_001, 1_000))),
        that(
            SECOND_CERTIFICATE,
            "a second one",
            desk()
                .with(certified("PA", "Secretary", 9, 8))
                .find(certified("PA", "Secretary", 9, 8)),
            desk()
                .with(certified("OH", "Secretary", 9, 8))
                .find(certified("PA", "Secretary", 9, 8))),
        that(
            NO_SCAN,
            "where the paper is asked for",
            desk().by(Threshold.PAPER_NEEDED, 1).find(certified("PA", "Secretary", 9, 8)),
            desk().find(certified("PA", "Secretary", 9, 8))),
        that(
            PERSONAL,
            "a mail address",
            desk().find(noted("ask jane.doe@county.example")),
            desk().find(noted("ask @county"))),
        that(
            PERSONAL,
            "a telephone number",
            desk().find(noted("call (412) 555-0123")),
            desk().find(noted("from 412,555,0123 to 45,969"))));
  }

  private static List<Finding> desk2028(Fact fact) {
    return desk().on(Instant.parse("2028-12-02T00:00:00Z")).of2028(fact);
  }

  private static Fact elected(String state, long president, long vicePresident, String at) {
    return new Fact.ElectorVotes(
        attested(at),
        state,
        new Ballots.Distinct(
            Votes.of(List.of("biden"), president), Votes.of(List.of("biden"), vicePresident)),
        OptionalLong.empty(),
        OptionalLong.empty(),
        List.of(),
        Optional.empty());
  }

  private static Fact noted(String note) {
    Attestation plain = attested("2020-11-03T22:00:00-05:00");
    return new Fact.Call(
        new Attestation(
            When.parse("2020-11-03T22:00:00-05:00"),
            false,
            Optional.empty(),
            plain.source(),
            Optional.empty(),
            Optional.of(note)),
        "PA",
        "AP",
        "biden");
  }

  private static Stream<Case> calls() {
    String late = "2020-11-03T22:00:00-05:00";
    Fact biden = call("AP", "PA", "biden", late);
    Fact trump = call("own", "PA", "trump", late);
    return Stream.of(
        that(
            EARLY_CALL,
            "before the polls close",
            desk().find(call("AP", "PA", "biden", "2020-11-03T19:59:00-05:00")),
            desk().find(call("AP", "PA", "biden", "2020-11-03T20:00:00-05:00"))),
        that(
            EARLY_CALL,
            "against the lead",
            desk().with(pa(90, 100).at("21:00")).find(biden),
            desk().with(pa(100, 100).at("21:00")).find(biden)),
        that(
            EARLY_CALL,
            "with less than a hundredth counted",
            desk().with(pa(100, 90).estimated(19_001).at("21:00")).find(biden),
            desk().with(pa(100, 90).estimated(19_000).at("21:00")).find(biden)),
        that(
            CALL_MOVED,
            "the same caller for another",
            desk().with(call("AP", "PA", "trump", late)).find(biden),
            desk().with(call("NBC", "PA", "trump", late)).find(biden)),
        that(
            CALL_ALONE,
            "against two others",
            desk().with(biden, call("NBC", "PA", "biden", late)).find(trump),
            desk().with(biden).find(trump)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_row_gives_the_finding_and_a_near_one_does_not(Case each) {
    assertThat(checks(each.gives())).contains(each.check());
    assertThat(checks(each.near())).doesNotContain(each.check());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void what_is_found_can_be_told(Case each) {
    for (Finding finding : each.gives())
      assertThat(finding.says() + " " + finding.advice())
          .doesNotContain("{")
          .matches("(?s).+[.?] \\p{Lu}.+\\.");
  }

  @Test
  void every_check_of_rows_is_among_the_cases() {
    assertThat(cases().map(Case::check).collect(Collectors.toSet()))
        .isEqualTo(EnumSet.complementOf(EnumSet.copyOf(OF_REQUESTS)));
  }

  @Test
  void one_mistake_gives_one_message() {
    Situation night = desk().with(pa(40_000, 40_000).at("21:00"), pa(50_000, 40_000).at("21:40"));

    assertThat(checks(night.find(pa(0, 0)))).containsExactly(BACK_TO_ZERO);
    assertThat(checks(night.find(pa(40_000, 40_000)))).containsExactly(WITHDRAWN_AGAIN);
    assertThat(checks(night.find(pa(20_000, 40_000))))
        .containsExactly(VOTES_DISAPPEAR, LEADER_CHANGES);
    assertThat(checks(night.find(pa(46_000, 44_000)))).containsExactly(EXCHANGED);
    assertThat(checks(desk().find(pa(1, 2).of("AL/1001")))).containsExactly(LOST_ZERO);
  }

  @Test
  void a_problem_of_form_is_not_told_beside_a_check_that_says_it_better() {
    Problem number = new Problem(Check.NOT_A_COUNT, 0, "biden", "biden: 1,234");
    Problem empty = new Problem(Check.EMPTY_TEXT, 0, "unit", "unit");
    Row row = new Row(1, "", Map.of("biden", "1,234"), Optional.empty(), List.of(number, empty));

    List<Finding> findings = desk().find(row);

    assertThat(checks(findings)).containsExactly(NOT_A_NUMBER);
    assertThat(RowChecks.problems(row, findings)).containsExactly(empty);
  }

  @Test
  void a_finding_keeps_what_it_rests_on() {
    Finding fell =
        desk()
            .by(Threshold.DISAPPEAR_VOTES, 500)
            .with(pa(20_000, 20_000).at("21:00"))
            .find(pa(19_500, 20_000))
            .getFirst();

    assertThat(fell.says()).isEqualTo("500 votes disappear: entry 1 has 40,000, this 39,500.");
    assertThat(fell.check().code() + " v" + fell.check().version()).isEqualTo("D602 v1");
    assertThat(fell.inputs())
        .extracting(figure -> figure.name() + " " + figure.number().orElse(-1))
        .containsExactly("fall 500", "entry 1", "was 40000", "is 39500");
    assertThat(fell.parameters())
        .extracting(figure -> figure.name() + " " + figure.number().orElse(-1))
        .containsExactly("disappear-votes 500", "disappear-share 10");
  }
}
