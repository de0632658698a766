package org.ascertain.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ascertain.election.Washington;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The days of every election, against the days that are known. */
class CalendarTest {

  /**
   * Election, electors entitled, days of appointment in the customary reading, six days before the
   * meeting, meeting, count, term.
   */
  private static final String KNOWN =
      """
      1788 | 81 | 1789-01-07 | - | 1789-02-04 | 1789-04-06 | 1789-03-04
      1792 | 135 | 1792-11-02..1792-12-05 | - | 1792-12-05 | 1793-02-13 | 1793-03-04
      1796 | 138 | 1796-11-04..1796-12-07 | - | 1796-12-07 | 1797-02-08 | 1797-03-04
      1800 | 138 | 1800-10-31..1800-12-03 | - | 1800-12-03 | 1801-02-11 | 1801-03-04
      1804 | 176 | 1804-11-02..1804-12-05 | - | 1804-12-05 | 1805-02-13 | 1805-03-04
      1808 | 176 | 1808-11-04..1808-12-07 | - | 1808-12-07 | 1809-02-08 | 1809-03-04
      1812 | 218 | 1812-10-30..1812-12-02 | - | 1812-12-02 | 1813-02-10 | 1813-03-04
      1816 | 221 | 1816-11-01..1816-12-04 | - | 1816-12-04 | 1817-02-12 | 1817-03-04
      1820 | 235 | 1820-11-03..1820-12-06 | - | 1820-12-06 | 1821-02-14 | 1821-03-04
      1824 | 261 | 1824-10-29..1824-12-01 | - | 1824-12-01 | 1825-02-09 | 1825-03-04
      1828 | 261 | 1828-10-31..1828-12-03 | - | 1828-12-03 | 1829-02-11 | 1829-03-04
      1832 | 288 | 1832-11-02..1832-12-05 | - | 1832-12-05 | 1833-02-13 | 1833-03-04
      1836 | 294 | 1836-11-04..1836-12-07 | - | 1836-12-07 | 1837-02-08 | 1837-03-04
      1840 | 294 | 1840-10-30..1840-12-02 | - | 1840-12-02 | 1841-02-10 | 1841-03-04
      1844 | 275 | 1844-11-01..1844-12-04 | - | 1844-12-04 | 1845-02-12 | 1845-03-04
      1848 | 290 | 1848-11-07 | - | 1848-12-06 | 1849-02-14 | 1849-03-04
      1852 | 296 | 1852-11-02 | - | 1852-12-01 | 1853-02-09 | 1853-03-04
      1856 | 296 | 1856-11-04 | - | 1856-12-03 | 1857-02-11 | 1857-03-04
      1860 | 303 | 1860-11-06 | - | 1860-12-05 | 1861-02-13 | 1861-03-04
      1864 | 314 | 1864-11-08 | - | 1864-12-07 | 1865-02-08 | 1865-03-04
      1868 | 317 | 1868-11-03 | - | 1868-12-02 | 1869-02-10 | 1869-03-04
      1872 | 366 | 1872-11-05 | - | 1872-12-04 | 1873-02-12 | 1873-03-04
      1876 | 369 | 1876-11-07 | - | 1876-12-06 | 1877-02-01 | 1877-03-04
      1880 | 369 | 1880-11-02 | - | 1880-12-01 | 1881-02-09 | 1881-03-04
      1884 | 401 | 1884-11-04 | - | 1884-12-03 | 1885-02-11 | 1885-03-04
      1888 | 401 | 1888-11-06 | 1889-01-08 | 1889-01-14 | 1889-02-13 | 1889-03-04
      1892 | 444 | 1892-11-08 | 1893-01-03 | 1893-01-09 | 1893-02-08 | 1893-03-04
      1896 | 447 | 1896-11-03 | 1897-01-05 | 1897-01-11 | 1897-02-10 | 1897-03-04
      1900 | 447 | 1900-11-06 | 1901-01-08 | 1901-01-14 | 1901-02-13 | 1901-03-04
      1904 | 476 | 1904-11-08 | 1905-01-03 | 1905-01-09 | 1905-02-08 | 1905-03-04
      1908 | 483 | 1908-11-03 | 1909-01-05 | 1909-01-11 | 1909-02-10 | 1909-03-04
      1912 | 531 | 1912-11-05 | 1913-01-07 | 1913-01-13 | 1913-02-12 | 1913-03-04
      1916 | 531 | 1916-11-07 | 1917-01-02 | 1917-01-08 | 1917-02-14 | 1917-03-04
      1920 | 531 | 1920-11-02 | 1921-01-04 | 1921-01-10 | 1921-02-09 | 1921-03-04
      1924 | 531 | 1924-11-04 | 1925-01-06 | 1925-01-12 | 1925-02-11 | 1925-03-04
      1928 | 531 | 1928-11-06 | 1928-12-27 | 1929-01-02 | 1929-02-13 | 1929-03-04
      1932 | 531 | 1932-11-08 | 1932-12-29 | 1933-01-04 | 1933-02-08 | 1933-03-04
      1936 | 531 | 1936-11-03 | 1936-12-08 | 1936-12-14 | 1937-01-06 | 1937-01-20
      1940 | 531 | 1940-11-05 | 1940-12-10 | 1940-12-16 | 1941-01-06 | 1941-01-20
      1944 | 531 | 1944-11-07 | 1944-12-12 | 1944-12-18 | 1945-01-06 | 1945-01-20
      1948 | 531 | 1948-11-02 | 1948-12-07 | 1948-12-13 | 1949-01-06 | 1949-01-20
      1952 | 531 | 1952-11-04 | 1952-12-09 | 1952-12-15 | 1953-01-06 | 1953-01-20
      1956 | 531 | 1956-11-06 | 1956-12-11 | 1956-12-17 | 1957-01-07 | 1957-01-20
      1960 | 537 | 1960-11-08 | 1960-12-13 | 1960-12-19 | 1961-01-06 | 1961-01-20
      1964 | 538 | 1964-11-03 | 1964-12-08 | 1964-12-14 | 1965-01-06 | 1965-01-20
      1968 | 538 | 1968-11-05 | 1968-12-10 | 1968-12-16 | 1969-01-06 | 1969-01-20
      1972 | 538 | 1972-11-07 | 1972-12-12 | 1972-12-18 | 1973-01-06 | 1973-01-20
      1976 | 538 | 1976-11-02 | 1976-12-07 | 1976-12-13 | 1977-01-06 | 1977-01-20
      1980 | 538 | 1980-11-04 | 1980-12-09 | 1980-12-15 | 1981-01-06 | 1981-01-20
      1984 | 538 | 1984-11-06 | 1984-12-11 | 1984-12-17 | 1985-01-07 | 1985-01-20
      1988 | 538 | 1988-11-08 | 1988-12-13 | 1988-12-19 | 1989-01-04 | 1989-01-20
      1992 | 538 | 1992-11-03 | 1992-12-08 | 1992-12-14 | 1993-01-06 | 1993-01-20
      1996 | 538 | 1996-11-05 | 1996-12-10 | 1996-12-16 | 1997-01-09 | 1997-01-20
      2000 | 538 | 2000-11-07 | 2000-12-12 | 2000-12-18 | 2001-01-06 | 2001-01-20
      2004 | 538 | 2004-11-02 | 2004-12-07 | 2004-12-13 | 2005-01-06 | 2005-01-20
      2008 | 538 | 2008-11-04 | 2008-12-09 | 2008-12-15 | 2009-01-08 | 2009-01-20
      2012 | 538 | 2012-11-06 | 2012-12-11 | 2012-12-17 | 2013-01-04 | 2013-01-20
      2016 | 538 | 2016-11-08 | 2016-12-13 | 2016-12-19 | 2017-01-06 | 2017-01-20
      2020 | 538 | 2020-11-03 | 2020-12-08 | 2020-12-14 | 2021-01-06 | 2021-01-20
      2024 | 538 | 2024-11-05 | 2024-12-11 | 2024-12-17 | 2025-01-06 | 2025-01-20
      2028 | 538 | 2028-11-07 | 2028-12-13 | 2028-12-19 | 2029-01-06 | 2029-01-20
      """;

  static Stream<Table.Row> known() {
    return Table.rows(KNOWN).stream();
  }

  static List<Integer> elections() {
    return IntStream.rangeClosed(1788 / 4, 2040 / 4).mapToObj(i -> i * 4).toList();
  }

  private static Law law(int election) {
    return Law.of(election).orElseThrow();
  }

  private static String day(Law law, DeadlineKind due) {
    return law.deadline(due).map(deadline -> deadline.day().toString()).orElse("-");
  }

  @Test
  void all_elections_to_2028_are_known() {
    assertThat(known().map(row -> row.number(0)))
        .containsExactlyElementsOf(elections().stream().filter(year -> year <= 2028).toList());
  }

  @ParameterizedTest
  @MethodSource("known")
  void formulas_and_exceptions_give_the_days_that_are_known(Table.Row row) {
    int election = row.number(0);
    Law law = law(election);
    assertThat(law.appointmentDays().getFirst()).hasToString(row.text(2));
    String six =
        election >= 2024 ? day(law, DeadlineKind.ASCERTAIN) : day(law, DeadlineKind.SAFE_HARBOUR);
    assertThat(six).isEqualTo(row.text(3));
    assertThat(day(law, DeadlineKind.MEET)).isEqualTo(row.text(4));
    assertThat(day(law, DeadlineKind.COUNT)).isEqualTo(row.text(5));
    assertThat(day(law, DeadlineKind.TERM)).isEqualTo(row.text(6));
  }

  @ParameterizedTest
  @MethodSource("known")
  void the_electors_entitled_are_those_that_are_known(Table.Row row) {
    assertThat(law(row.number(0)).entitled().values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(row.number(1));
  }

  @ParameterizedTest
  @MethodSource("elections")
  void the_days_of_an_election_follow_one_another(int election) {
    List<Deadline> deadlines = law(election).deadlines();
    assertThat(deadlines).extracting(Deadline::due).isSorted();
    if (election > 1788) assertThat(deadlines).extracting(Deadline::day).isSorted();
    assertThat(deadlines)
        .extracting(Deadline::due)
        .contains(DeadlineKind.APPOINT, DeadlineKind.MEET, DeadlineKind.COUNT, DeadlineKind.TERM);
  }

  @Test
  void the_first_term_began_before_the_first_count() {
    assertThat(day(law(1788), DeadlineKind.TERM)).isEqualTo("1789-03-04");
    assertThat(day(law(1788), DeadlineKind.COUNT)).isEqualTo("1789-04-06");
  }

  @Test
  void election_day_is_the_second_to_the_eighth_of_november_and_a_tuesday_from_1848_on() {
    for (int election : elections())
      if (election >= 1848) {
        LocalDate day = law(election).deadline(DeadlineKind.APPOINT).orElseThrow().day();
        assertThat(day.getDayOfWeek()).isEqualTo(DayOfWeek.TUESDAY);
        assertThat(day.getDayOfMonth()).isBetween(2, 8);
      }
  }

  @Test
  void pennsylvania_polled_on_the_first_day_of_the_period() {
    assertThat(
            Stream.of(1824, 1828, 1832, 1836, 1840, 1844)
                .map(election -> law(election).appointmentDays().getFirst().first().toString()))
        .containsExactly(
            "1824-10-29", "1828-10-31", "1832-11-02", "1836-11-04", "1840-10-30", "1844-11-01");
  }

  @Test
  void the_act_of_1792_is_read_in_two_ways_and_later_acts_in_one() {
    assertThat(law(1800).appointmentDays())
        .extracting(Period::toString)
        .containsExactly("1800-10-31..1800-12-03", "1800-10-30..1800-12-02");
    assertThat(law(1848).appointmentDays()).hasSize(1);
  }

  @Test
  void a_moved_count_names_the_act_that_moved_it() {
    assertThat(law(2012).deadline(DeadlineKind.COUNT).orElseThrow().rule().id())
        .isEqualTo("CAL.COUNT.X.2012");
    assertThat(law(1876).deadline(DeadlineKind.COUNT).orElseThrow().rule().id())
        .isEqualTo("CAL.COUNT.1877");
    assertThat(law(2016).deadline(DeadlineKind.COUNT).orElseThrow().rule().id())
        .isEqualTo("CAL.COUNT.1934");
  }

  @Test
  void the_count_of_2041_falls_on_a_sunday_as_no_act_has_moved_it() {
    LocalDate day = law(2040).deadline(DeadlineKind.COUNT).orElseThrow().day();
    assertThat(day).isEqualTo("2041-01-06");
    assertThat(day.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
  }

  @Test
  void the_term_begins_at_noon_in_washington() {
    assertThat(Washington.at(law(2020).termBegins())).hasToString("2021-01-20T12:00-05:00");
    assertThat(Washington.at(law(1876).termBegins())).hasToString("1877-03-04T12:00-05:00");
  }

  @Test
  void a_period_includes_its_first_and_its_last_day() {
    Period period = law(1800).appointmentDays().getFirst();
    assertThat(period.includes(period.first())).isTrue();
    assertThat(period.includes(period.last())).isTrue();
    assertThat(period.includes(period.first().minusDays(1))).isFalse();
    assertThat(period.includes(period.last().plusDays(1))).isFalse();
  }

  @Test
  void electors_name_two_persons_until_1800() {
    assertThat(law(1800).votesForPairs()).isTrue();
    assertThat(law(1804).votesForPairs()).isFalse();
    assertThat(law(1804).election()).isEqualTo(1804);
  }

  @Test
  void each_day_says_what_is_due() {
    assertThat(DeadlineKind.values())
        .extracting(DeadlineKind::words)
        .doesNotHaveDuplicates()
        .doesNotContain("");
  }

  @Test
  void there_are_elections_every_four_years_from_1788() {
    assertThat(Law.of(1784)).isEmpty();
    assertThat(Law.of(1790)).isEmpty();
    assertThat(Law.of(2044)).isEmpty();
    assertThat(Law.of(1788)).isPresent();
    assertThat(Law.of(2040)).isPresent();
  }
}
