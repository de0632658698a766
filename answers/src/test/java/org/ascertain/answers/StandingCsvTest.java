package org.ascertain.answers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandingCsvTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "|calc", "%0A"})
  void no_cell_is_taken_for_a_formula(String cell) {
    assertThat(StandingCsv.harmless(cell)).isEqualTo("'" + cell);
  }

  @Test
  void plain_cells_stay_as_they_are() {
    assertThat(StandingCsv.harmless("")).isEmpty();
    assertThat(StandingCsv.harmless("Biden = 306")).isEqualTo("Biden = 306");
    assertThat(StandingCsv.harmless("306")).isEqualTo("306");
  }
}
