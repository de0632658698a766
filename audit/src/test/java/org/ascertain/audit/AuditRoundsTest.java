package org.ascertain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ascertain.standing.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditRoundsTest {

  private static final String HEADINGS =
      "unit,kind,cards,o1,o2,u1,u2,winner,loser,seed,seedAt,committed,committedAt,rule,replacement,complete,custody,won,sharedWith\n";
  private static final Holdings OF_2020 = of2020();

  private static Holdings of2020() {
    History history = ArchivedElection.of(2020);
    return Holdings.at(history, history.end());
  }

  private static AuditRounds read(String row) {
    return AuditRounds.of(HEADINGS + row + "\n", OF_2020);
  }

  @Test
  void rounds_are_read_with_what_makes_them_evidence() {
    AuditRounds read =
        read(
            """
            WI,comparison,500,2,0,0,0,,,77,2020-11-20T10:00:00Z,ab12,2020-11-19T10:00:00Z,weakest,true,,,,
            GA,hand-count,,,,,,,,,,,,,,true,Secretary of State,true,
            ME,polling,60,,,,,40,15,78,2020-11-20T10:00:00Z,ab13,2020-11-19T10:00:00Z,weakest,true,,,,ME-1\
            """);
    assertThat(read.problems()).isEmpty();
    assertThat(read.rounds())
        .containsExactly(
            new AuditRound.Comparison("WI", 500, 2, 0, 0, 0),
            new AuditRound.HandCount("GA", true),
            new AuditRound.Polling("ME", 60, 40, 15));
    assertThat(read.shared()).containsExactly(List.of("ME", "ME-1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TX,comparison,5,0,0,0,0,,,1,2020-11-20T10:00:00Z,a,2020-11-19T10:00:00Z,r,true,,,, | is no"
            + " unit that",
        "WI,p-value,5,0,0,0,0,,,1,2020-11-20T10:00:00Z,a,2020-11-19T10:00:00Z,r,true,,,, | no kind"
            + " of round",
        "WI,comparison,5,3,3,0,0,,,1,2020-11-20T10:00:00Z,a,2020-11-19T10:00:00Z,r,true,,,, | More"
            + " differences",
        "WI,polling,5,,,,,4,4,1,2020-11-20T10:00:00Z,a,2020-11-19T10:00:00Z,r,true,,,, | More"
            + " votes",
        "WI,comparison,5,0,0,0,0,,,,2020-11-20T10:00:00Z,a,2020-11-19T10:00:00Z,r,true,,,, | no"
            + " seed",
        "WI,comparison,5,0,0,0,0,,,1,,a,2020-11-19T10:00:00Z,r,true,,,, | no seedAt",
        "WI,comparison,5,0,0,0,0,,,1,2020-11-20T10:00:00Z,,2020-11-19T10:00:00Z,r,true,,,, | no"
            + " committed",
        "WI,comparison,5,0,0,0,0,,,1,2020-11-20T10:00:00Z,a,2020-11-19T10:00:00Z,,true,,,, | no"
            + " rule",
        "WI,comparison,5,0,0,0,0,,,1,2020-11-20T10:00:00Z,a,2020-11-19T10:00:00Z,r,,,,, |"
            + " replacement",
        "WI,comparison,5,0,0,0,0,,,1,2020-11-18T10:00:00Z,a,2020-11-19T10:00:00Z,r,true,,,, | not"
            + " drawn later",
        "WI,comparison,many,0,0,0,0,,,1,2020-11-20T10:00:00Z,a,2020-11-19T10:00:00Z,r,true,,,, | is"
            + " no number",
        "WI,comparison,5,0,0,0,0,,,1,yesterday,a,2020-11-19T10:00:00Z,r,true,,,, | is no moment",
        "WI,hand-count,,,,,,,,,,,,,,,Board,true, | complete",
        "WI,hand-count,,,,,,,,,,,,,,true,,true, | custody",
        "WI,hand-count,,,,,,,,,,,,,,true,Board,, | won"
      })
  void what_is_no_evidence_is_refused(String row, String why) {
    AuditRounds read = read(row);
    assertThat(read.rounds()).isEmpty();
    assertThat(read.problems()).anyMatch(problem -> problem.startsWith("Line 2: "));
    assertThat(String.join(" ", read.problems())).contains(why);
  }
}
