package org.ascertain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Discrepancies;
import org.ascertain.election.Votes;
import org.ascertain.standing.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundsFileTest {

  private static final String HEADINGS =
      "unit,kind,cards,manifest,o1,o2,u1,u2,winner,loser,seed,seedAt,committed,committedAt,rule,replacement,complete,custody,sharedWith\n";

  /** Those of a round that was drawn: of "WI,comparison,CARDS,MANIFEST,...". */
  private static final String DRAWN =
      "2020-11-20T10:00:00Z,abababababababababababababababababababababababababababababababab,2020-11-19T10:00:00Z,r,true,,,";

  private static final History HISTORY = ArchivedElection.of(2020);
  private static final Holdings OF_2020 = Holdings.at(HISTORY, HISTORY.end());

  private static RoundsFile read(String rows) {
    return RoundsFile.of(HEADINGS + rows.replace("DRAWN", DRAWN) + "\n", HISTORY, OF_2020);
  }

  @Test
  void rounds_are_read_with_what_makes_them_evidence() {
    RoundsFile read =
        read(
            """
            WI,comparison,500,3500000,2,0,0,1,,,77,DRAWN
            GA,hand-count,4999960,,,,,,2475141,2462857,,,,,,,true,Secretary of State,
            ME,polling,60,900000,,,,,40,15,78,DRAWNME-1\
            """);
    assertThat(read.problems()).isEmpty();
    assertThat(read.rounds()).extracting(Entry::index).containsExactly(2L, 3L, 4L);
    List<Fact.AuditRound> rounds =
        read.rounds().stream().map(entry -> (Fact.AuditRound) entry.fact()).toList();
    assertThat(rounds.get(0).discrepancies()).contains(new Discrepancies(2, 0, 0, 1));
    assertThat(rounds.get(0).seed()).contains("77");
    assertThat(rounds.get(1).votes())
        .isEqualTo(Votes.of(List.of("biden", "trump"), 2_475_141, 2_462_857));
    assertThat(rounds.get(2).sharedWith()).containsExactly("ME-1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "QQ,comparison,5,9,0,0,0,0,,,1,DRAWN | knows no unit QQ",
        "WI,p-value,5,9,0,0,0,0,,,1,DRAWN | no kind of round",
        "WI,comparison,5,9,3,3,0,0,,,1,DRAWN | 6 differences on 5 cards",
        "WI,polling,5,9,,,,,4,4,1,DRAWN | 8 votes on 5 cards",
        "WI,comparison,5,9,0,0,0,0,,,,DRAWN | has no seed",
        "WI,comparison,5,,0,0,0,0,,,1,DRAWN | has no manifest",
        "WI,comparison,many,9,0,0,0,0,,,1,DRAWN | is no number",
        "WI,comparison,5,9,0,0,0,0,,,1,yesterday,a,2020-11-19T10:00:00Z,r,true,,, | is no moment",
        "WI,comparison,5,9,0,0,0,0,,,1,2020-11-20T10:00:00Z,a,2020-11-19T10:00:00Z,r,yes,,, |"
            + " neither true nor false",
        "WI,hand-count,9,,,,,,5,4,,,,,,,,Board, | has no complete",
        "WI,hand-count,9,,,,,,5,4,,,,,,,true,, | has no custody",
        "WI,hand-count,9,,,,,,,,,,,,,,true,Board, | has no votes"
      })
  void what_is_no_round_is_refused_with_its_line(String row, String why) {
    RoundsFile read = read(row);
    assertThat(read.rounds()).isEmpty();
    assertThat(read.problems()).allMatch(problem -> problem.startsWith("Line 2: "));
    assertThat(String.join(" ", read.problems())).contains(why);
  }

  @Test
  void a_file_that_is_no_csv_is_refused() {
    assertThat(RoundsFile.of("unit,kind\n\"WI", HISTORY, OF_2020).problems()).isNotEmpty();
  }

  @Test
  void a_file_of_something_else_is_not_taken_for_one_without_a_round() {
    for (String other : List.of("", "nonsense", "county,votes\nDane,260121\n"))
      assertThat(RoundsFile.of(other, HISTORY, OF_2020).problems())
          .singleElement()
          .asString()
          .contains("'unit' and 'kind'");
    assertThat(RoundsFile.of(HEADINGS, HISTORY, OF_2020).problems()).isEmpty();
  }
}
