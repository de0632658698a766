package org.ascertain.election;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.ascertain.election.KnownUnits.Listed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownUnitsTest {

  private static final KnownUnits UNITS =
      KnownUnits.of(
          2000,
          2028,
          List.of(
              county("SD", "46099", "Minnehaha", 2000, 2028, ""),
              county("SD", "46102", "Oglala Lakota", 2015, 2028, ""),
              county("SD", "46113", "Shannon", 2000, 2014, "46102"),
              county("CA", "06101", "Sutter", 2000, 2028, ""),
              county("CA", "06067", "Sacramento", 2000, 2028, ""),
              county("DC", "11001", "District of Columbia", 2000, 2028, ""),
              new Listed("DC", "11001", "Ward 1", 2024, 2028, "wards", Optional.empty()),
              new Listed("DC", "11002", "Ward 2", 2024, 2028, "wards", Optional.empty())));

  private static Listed county(
      String jurisdiction, String code, String name, int from, int to, String instead) {
    return new Listed(
        jurisdiction,
        code,
        name,
        from,
        to,
        "counties",
        Optional.of(instead).filter(text -> !text.isEmpty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2020 | SD/46113    | SD/46113 Shannon ended after 2014; in 2020 it is SD/46102 Oglala Lakota",
        "2012 | SD/46102    | SD/46102 Oglala Lakota begins in 2015; in 2012 it is SD/46113 Shannon",
        "2024 | SD/06101    | which is a code of CA (CA/06101 Sutter)",
        "2024 | CA/6101.0   | the nearest is CA/06101 Sutter",
        "2024 | CA/Sutter County | the nearest is CA/06101 Sutter",
        "2024 | CA/99999/12 | the nearest is CA/06067 Sacramento",
        "2020 | DC/11002    | DC/11002 Ward 2 begins in 2024"
      })
  void a_code_that_is_not_known_is_told_with_what_is_nearest(int year, String unit, String why) {
    assertThat(UNITS.unknown(year, unit)).contains(unit + ", " + why);
  }

  @ParameterizedTest
  @CsvSource({
    "2024, CA/06101",
    "2024, CA/06101/any precinct",
    "2012, SD/46113",
    "2016, SD/46102",
    "2024, DC/11002",
    "2024, CA",
    "2024, ME/23001",
    "1996, CA/99999",
    "2032, CA/99999"
  })
  void what_is_known_and_what_no_list_speaks_of_is_taken(int year, String unit) {
    assertThat(UNITS.unknown(year, unit)).isEmpty();
    assertThat(KnownUnits.ANY.unknown(year, unit)).isEmpty();
  }

  @Test
  void a_code_of_two_lists_may_be_of_either() {
    assertThat(UNITS.vintages(2024, "DC/11001")).containsExactly("counties", "wards");
    assertThat(UNITS.vintages(2024, "DC/11002/7")).containsExactly("wards");
    assertThat(UNITS.vintages(2020, "DC/11001")).containsExactly("counties");
    assertThat(UNITS.vintages(2020, "DC")).isEmpty();
  }

  @Test
  void a_district_lies_in_its_state() {
    KnownUnits maine =
        KnownUnits.of(2000, 2028, List.of(county("ME", "23019", "Penobscot", 2000, 2028, "")));
    assertThat(maine.unknown(2024, "ME-2/23019")).isEmpty();
    assertThat(maine.unknown(2024, "ME-2/23091"))
        .contains("ME-2/23091, the nearest is ME/23019 Penobscot");
  }
}
