package org.ascertain.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Jurisdiction;
import org.ascertain.election.KnownUnits;
import org.ascertain.record.RecordReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTableTest {

  private final KnownUnits units = Archive.knownUnits();

  @ParameterizedTest
  @ValueSource(ints = {2020, 2024})
  void every_unit_of_the_archives_own_records_is_known(int year) throws IOException {
    try (InputStream record = Archive.open("us-president-" + year).orElseThrow()) {
      for (Entry entry : RecordReader.read(record).entries())
        if (entry.fact() instanceof Fact.Returns returns)
          assertThat(units.unknown(year, returns.unit())).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"2000, 3141", "2004, 3141", "2012, 3143", "2016, 3142"})
  void there_are_as_many_counties_as_the_census_bureau_counted(int year, int counties) {
    Set<String> codes = new TreeSet<>();
    for (String jurisdiction : jurisdictions())
      units.under(year, jurisdiction).stream()
          .filter(each -> each.vintage().equals("counties"))
          .forEach(each -> codes.add(each.code()));

    assertThat(codes).hasSize(counties);
  }

  @Test
  void connecticut_may_be_counted_by_counties_or_by_planning_regions_since_2022() {
    assertThat(units.vintages(2024, "CT/09001")).containsExactly("counties");
    assertThat(units.vintages(2024, "CT/09190")).containsExactly("planning regions");
    assertThat(units.unknown(2020, "CT/09190"))
        .contains("CT/09190, CT/09190 Western Connecticut Planning Region begins in 2022");
  }

  private static Set<String> jurisdictions() {
    Set<String> codes = new TreeSet<>();
    for (Jurisdiction each : Jurisdiction.values()) codes.add(each.name());
    return codes;
  }
}
