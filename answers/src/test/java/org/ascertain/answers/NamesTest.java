package org.ascertain.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ascertain.election.Votes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

  private static final Names NAMES = new Names(SampleRecord.of("2020").header());

  @ParameterizedTest
  @CsvSource({
    "biden,Biden,Joseph R. Biden Jr.",
    "la-riva,La Riva,Gloria La Riva",
    "nobody,nobody,nobody"
  })
  void a_candidate_has_a_short_and_a_full_name(String id, String name, String full) {
    assertThat(NAMES.of(id)).isEqualToIgnoringCase(name);
    assertThat(NAMES.full(id)).isEqualTo(full);
  }

  @Test
  void figures_begin_with_the_most() {
    assertThat(NAMES.figures(Votes.of(List.of("trump", "biden"), 1_232, 10_306)))
        .isEqualTo("Biden 10,306, Trump 1,232");
    assertThat(NAMES.leaders(Votes.of(List.of("trump", "biden"), 1, 2), 1)).isEqualTo("Biden 2");
    assertThat(NAMES.figures(Votes.NONE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PA,Pennsylvania",
    "ME-1,Maine's 1st district",
    "ME-2,Maine's 2nd district",
    "NE-3,Nebraska's 3rd district",
    "MD-4,Maryland's 4th district",
    "MA-11,Massachusetts's 11th district",
    "MA-12,Massachusetts's 12th district",
    "MA-13,Massachusetts's 13th district",
    "MA-21,Massachusetts's 21st district",
    "MA-22,Massachusetts's 22nd district",
    "PA/42003,PA/42003"
  })
  void places_have_their_names(String unit, String name) {
    assertThat(Names.place(unit)).isEqualTo(name);
  }

  @Test
  void numbers_are_counted() {
    assertThat(Names.several(1, "entry", "entries")).isEqualTo("1 entry");
    assertThat(Names.several(0, "entry", "entries")).isEqualTo("0 entries");
    assertThat(Names.several(13_218, "entry", "entries")).isEqualTo("13,218 entries");
  }
}
