package org.ascertain.law;

import static org.ascertain.law.Rule.Confidence.SETTLED;
import static org.ascertain.law.Rule.KeyedOn.TERM;
import static org.ascertain.law.Rule.OPEN;
import static org.ascertain.law.Rule.Rank.STATUTE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Seats that acts gave between two apportionments: to new states, and by dividing old ones. */
final class Admission {

  /** First election, seats added or taken, citation. */
  private static final String TABLE =
      """
      1796 | TN 1       | act of 1 June 1796, 1 Stat. 491
      1804 | OH 1       | act of 30 April 1802, 2 Stat. 173
      1812 | LA 1       | act of 8 April 1812, 2 Stat. 701
      1816 | IN 1       | act of 19 April 1816, 3 Stat. 289; admitted 11 December 1816
      1820 | MS 1       | act of 1 March 1817, 3 Stat. 348
      1820 | IL 1       | act of 18 April 1818, 3 Stat. 428
      1820 | AL 1       | act of 2 March 1819, 3 Stat. 489
      1820 | MA -7 ME 7 | acts of 3 March and 7 April 1820, 3 Stat. 544, 555: seven of Massachusetts' seats
      1820 | MO 1       | act of 6 March 1820, 3 Stat. 545; admitted 10 August 1821
      1836 | AR 1       | act of 15 June 1836, 5 Stat. 50
      1836 | MI 1       | act of 15 June 1836, 5 Stat. 49; admitted 26 January 1837
      1848 | FL 1       | act of 3 March 1845, 5 Stat. 742
      1848 | TX 2       | joint resolution of 29 December 1845, 9 Stat. 108
      1848 | IA 2       | act of 28 December 1846, 9 Stat. 117
      1848 | WI 2       | acts of 6 August 1846 and 29 May 1848, 9 Stat. 56, 233
      1852 | CA 1       | act of 30 July 1852, 10 Stat. 25
      1860 | MN 2       | act of 11 May 1858, 11 Stat. 285
      1860 | OR 1       | act of 14 February 1859, 11 Stat. 383
      1864 | VA -3 WV 3 | act of 31 December 1862, 12 Stat. 633: three of Virginia's seats
      1864 | NV 1       | act of 21 March 1864, 13 Stat. 30; admitted 31 October 1864
      1868 | NE 1       | act of 9 February 1867, 14 Stat. 391
      1876 | CO 1       | act of 3 March 1875, 18 Stat. 474; admitted 1 August 1876
      1896 | UT 1       | act of 16 July 1894, 28 Stat. 107
      1908 | OK 5       | act of 16 June 1906, 34 Stat. 267
      1912 | AZ 1 NM 1  | act of 8 August 1911, 37 Stat. 13, on admission under 36 Stat. 557
      1960 | AK 1       | act of 7 July 1958, 72 Stat. 339
      1960 | HI 1       | act of 18 March 1959, 73 Stat. 4
      """;

  private record Act(int from, Map<String, Integer> seats) {}

  private static final List<Act> ACTS =
      Table.rows(TABLE).stream().map(row -> new Act(row.number(0), row.numbers(1))).toList();

  static final Rule<IntFunction<Map<String, Integer>>> RULE =
      new Rule<>(
          "ALLOT.NEWSTATE",
          "an admitted state brings the seats that its act gives it, on top of the House, until the"
              + " next apportionment; a state that is divided shares its own",
          "acts of admission, each beside its row",
          STATUTE,
          1791,
          OPEN,
          TERM,
          SETTLED,
          Admission::since,
          Rule.years(
              1792, "{}",
              1820, "{AL=1, IL=1, IN=1, LA=1, MA=-7, ME=7, MO=1, MS=1}",
              1848, "{FL=1, IA=2, TX=2, WI=2}",
              1876, "{CO=1}",
              1908, "{OK=5}",
              1960, "{AK=1, HI=1}",
              1964, "{}"));

  /** What the acts since the apportionment in force have added, by state. */
  private static Map<String, Integer> since(int election) {
    int apportioned = Apportionment.inForce(election).rule().from();
    Map<String, Integer> seats = new HashMap<>();
    for (Act act : ACTS)
      if (apportioned <= act.from() && act.from() <= election)
        act.seats().forEach((state, n) -> seats.merge(state, n, Integer::sum));
    return new TreeMap<>(seats);
  }

  private Admission() {}
}
