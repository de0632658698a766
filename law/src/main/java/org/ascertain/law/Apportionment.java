package org.ascertain.law;

import static org.ascertain.law.Rule.KeyedOn.TERM;
import static org.ascertain.law.Rule.Rank.CONSTITUTION;
import static org.ascertain.law.Rule.Rank.STATUTE;
import static org.ascertain.law.Rule.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.ascertain.law.Rule.Confidence;
import org.ascertain.law.Rule.Example;

/**
 * The seats of the House that each apportionment enacted, as data; what the methods give is held
 * against them in the examples. This file is long because each census fills a paragraph.
 */
final class Apportionment {

  /**
   * Id, first and last election, census (0: none), size of the House, confidence, method, citation,
   * seats as enacted, without those that admissions added later ({@link Admission}).
   */
  private static final String TABLE =
      """
      APP.CONST | 1788 | 1788 | 0 | 65 | SETTLED | \
        the Constitution itself allots the seats until a census is taken; New York, North \
        Carolina and Rhode Island included \
        | Art. I s. 2 cl. 3 | \
        CT 5 DE 1 GA 3 MA 8 MD 6 NC 5 NH 3 NJ 4 NY 6 PA 8 RI 1 SC 5 VA 10
      APP.JEFF.1792 | 1792 | 1800 | 1790 | 105 | CONFIRMED | \
        one seat for 33,000 persons, fractions dropped (Jefferson) \
        | act of 14 April 1792, 1 Stat. 253 | \
        CT 7 DE 1 GA 2 KY 2 MA 14 MD 8 NC 10 NH 4 NJ 5 NY 10 PA 13 RI 2 SC 6 VA 19 VT 2
      APP.JEFF.1802 | 1804 | 1808 | 1800 | 141 | SETTLED | \
        one seat for 33,000 persons, fractions dropped (Jefferson) \
        | act of 14 January 1802, 2 Stat. 128 | \
        CT 7 DE 1 GA 4 KY 6 MA 17 MD 9 NC 12 NH 5 NJ 6 NY 17 PA 18 RI 2 SC 8 TN 3 VA 22 VT 4
      APP.JEFF.1811 | 1812 | 1820 | 1810 | 181 | SETTLED | \
        one seat for 35,000 persons, fractions dropped (Jefferson) \
        | act of 21 December 1811, 2 Stat. 669 | \
        CT 7 DE 2 GA 6 KY 10 MA 20 MD 9 NC 13 NH 6 NJ 6 NY 27 OH 6 PA 23 RI 2 SC 9 TN 6 VA \
        23 VT 6
      APP.JEFF.1822 | 1824 | 1828 | 1820 | 213 | SETTLED | \
        one seat for 40,000 persons, fractions dropped (Jefferson); the late return of \
        Alabama made 212 seats 213 \
        | act of 7 March 1822, 3 Stat. 651 | \
        AL 3 CT 6 DE 1 GA 7 IL 1 IN 3 KY 12 LA 3 MA 13 MD 9 ME 7 MO 1 MS 1 NC 13 NH 6 NJ 6 \
        NY 34 OH 14 PA 26 RI 2 SC 9 TN 9 VA 22 VT 5
      APP.JEFF.1832 | 1832 | 1840 | 1830 | 240 | SETTLED | \
        one seat for 47,700 persons, fractions dropped (Jefferson) \
        | act of 22 May 1832, 4 Stat. 516 | \
        AL 5 CT 6 DE 1 GA 9 IL 3 IN 7 KY 13 LA 3 MA 12 MD 8 ME 8 MO 2 MS 2 NC 13 NH 5 NJ 6 \
        NY 40 OH 19 PA 28 RI 2 SC 9 TN 13 VA 21 VT 5
      APP.WEB.1842 | 1844 | 1848 | 1840 | 223 | SETTLED | \
        one seat for 70,680 persons, fractions over a half rounded up (Webster) \
        | act of 25 June 1842, 5 Stat. 491 | \
        AL 7 AR 1 CT 4 DE 1 GA 8 IL 7 IN 10 KY 10 LA 4 MA 10 MD 6 ME 7 MI 3 MO 5 MS 4 NC 9 \
        NH 4 NJ 5 NY 34 OH 21 PA 24 RI 2 SC 7 TN 11 VA 15 VT 4
      APP.VINTON.1852 | 1852 | 1860 | 1850 | 233 | SETTLED | \
        233 seats by whole quotas and largest remainders (Hamilton, called Vinton) \
        | act of 23 May 1850, 9 Stat. 428 | \
        AL 7 AR 2 CA 1 CT 4 DE 1 FL 1 GA 8 IA 2 IL 9 IN 11 KY 10 LA 4 MA 11 MD 6 ME 6 MI 4 \
        MO 7 MS 5 NC 8 NH 3 NJ 5 NY 33 OH 21 PA 25 RI 2 SC 6 TN 10 TX 2 VA 13 VT 3 WI 3
      APP.VINTON.1862 | 1864 | 1868 | 1860 | 241 | SETTLED | \
        233 seats by whole quotas and largest remainders (Hamilton), then one more by \
        statute to each of PA OH KY IL IA MN VT RI \
        | act of 4 March 1862, 12 Stat. 353 | \
        AL 6 AR 3 CA 3 CT 4 DE 1 FL 1 GA 7 IA 6 IL 14 IN 11 KS 1 KY 9 LA 5 MA 10 MD 5 ME 5 \
        MI 6 MN 2 MO 9 MS 5 NC 7 NH 3 NJ 5 NY 31 OH 19 OR 1 PA 24 RI 2 SC 4 TN 8 TX 4 VA 11 \
        VT 3 WI 6
      APP.1872 | 1872 | 1880 | 1870 | 292 | CONFIRMED | \
        283 seats by whole quotas and largest remainders (Hamilton), then one more by a \
        supplement to each of NY PA IN TN AL LA VT NH FL; the whole is not what Hamilton \
        gives at 292 \
        | acts of 2 February and 30 May 1872, 17 Stat. 28, 192 | \
        AL 8 AR 4 CA 4 CT 4 DE 1 FL 2 GA 9 IA 9 IL 19 IN 13 KS 3 KY 10 LA 6 MA 11 MD 6 ME 5 \
        MI 9 MN 3 MO 13 MS 6 NC 8 NE 1 NH 3 NJ 7 NV 1 NY 33 OH 20 OR 1 PA 27 RI 2 SC 5 TN 10 \
        TX 6 VA 9 VT 3 WI 8 WV 3
      APP.1882 | 1884 | 1888 | 1880 | 325 | SETTLED | \
        325 seats, a size at which Hamilton and Webster agree \
        | act of 25 February 1882, 22 Stat. 5 | \
        AL 8 AR 5 CA 6 CO 1 CT 4 DE 1 FL 2 GA 10 IA 11 IL 20 IN 13 KS 7 KY 11 LA 6 MA 12 MD \
        6 ME 4 MI 11 MN 5 MO 14 MS 7 NC 9 NE 3 NH 2 NJ 7 NV 1 NY 34 OH 21 OR 1 PA 28 RI 2 SC \
        7 TN 10 TX 11 VA 10 VT 2 WI 9 WV 4
      APP.1891 | 1892 | 1900 | 1890 | 356 | SETTLED | \
        356 seats, a size at which Hamilton and Webster agree \
        | act of 7 February 1891, 26 Stat. 735 | \
        AL 9 AR 6 CA 7 CO 2 CT 4 DE 1 FL 2 GA 11 IA 11 ID 1 IL 22 IN 13 KS 8 KY 11 LA 6 MA \
        13 MD 6 ME 4 MI 12 MN 7 MO 15 MS 7 MT 1 NC 9 ND 1 NE 6 NH 2 NJ 8 NV 1 NY 34 OH 21 OR \
        2 PA 30 RI 2 SC 7 SD 2 TN 10 TX 13 VA 10 VT 2 WA 2 WI 10 WV 4 WY 1
      APP.1901 | 1904 | 1908 | 1900 | 386 | SETTLED | \
        386 seats, each fraction over a half rounded up (Webster in effect), a size at which \
        no state lost a seat \
        | act of 16 January 1901, 31 Stat. 733 | \
        AL 9 AR 7 CA 8 CO 3 CT 5 DE 1 FL 3 GA 11 IA 11 ID 1 IL 25 IN 13 KS 8 KY 11 LA 7 MA \
        14 MD 6 ME 4 MI 12 MN 9 MO 16 MS 8 MT 1 NC 10 ND 2 NE 6 NH 2 NJ 10 NV 1 NY 37 OH 21 \
        OR 2 PA 32 RI 2 SC 7 SD 2 TN 10 TX 16 UT 1 VA 10 VT 2 WA 3 WI 11 WV 5 WY 1
      APP.WEB.1911 | 1912 | 1928 | 1910 | 433 | SETTLED | \
        433 seats by major fractions (Webster), and one each for Arizona and New Mexico when \
        admitted; no act applied the census of 1920 \
        | act of 8 August 1911, 37 Stat. 13 | \
        AL 10 AR 7 CA 11 CO 4 CT 5 DE 1 FL 4 GA 12 IA 11 ID 2 IL 27 IN 13 KS 8 KY 11 LA 8 MA \
        16 MD 6 ME 4 MI 13 MN 10 MO 16 MS 8 MT 2 NC 10 ND 3 NE 6 NH 2 NJ 12 NV 1 NY 43 OH 22 \
        OK 8 OR 3 PA 36 RI 3 SC 7 SD 3 TN 10 TX 18 UT 2 VA 10 VT 2 WA 5 WI 11 WV 6 WY 1
      APP.WEB.1931 | 1932 | 1940 | 1930 | 435 | SETTLED | \
        435 seats by the method last used, major fractions (Webster); Huntington-Hill would \
        give the same \
        | act of 18 June 1929, 46 Stat. 21 | \
        AL 9 AR 7 AZ 1 CA 20 CO 4 CT 6 DE 1 FL 5 GA 10 IA 9 ID 2 IL 27 IN 12 KS 7 KY 9 LA 8 \
        MA 15 MD 6 ME 3 MI 17 MN 9 MO 13 MS 7 MT 2 NC 11 ND 2 NE 5 NH 2 NJ 14 NM 1 NV 1 NY \
        45 OH 24 OK 9 OR 3 PA 34 RI 2 SC 6 SD 2 TN 9 TX 21 UT 2 VA 9 VT 1 WA 6 WI 10 WV 6 WY \
        1
      APP.HH.1940 | 1944 | 1948 | 1940 | 435 | SETTLED | \
        435 seats by equal proportions (Huntington-Hill), put in the place of Webster after \
        the fact: Arkansas 7 and Michigan 17, not 6 and 18 \
        | act of 15 November 1941, 55 Stat. 761; 2 U.S.C. s. 2a | \
        AL 9 AR 7 AZ 2 CA 23 CO 4 CT 6 DE 1 FL 6 GA 10 IA 8 ID 2 IL 26 IN 11 KS 6 KY 9 LA 8 \
        MA 14 MD 6 ME 3 MI 17 MN 9 MO 13 MS 7 MT 2 NC 12 ND 2 NE 4 NH 2 NJ 14 NM 2 NV 1 NY \
        45 OH 23 OK 8 OR 4 PA 33 RI 2 SC 6 SD 2 TN 10 TX 21 UT 2 VA 9 VT 1 WA 6 WI 10 WV 6 \
        WY 1
      APP.HH.1950 | 1952 | 1960 | 1950 | 435 | SETTLED | \
        435 seats by equal proportions (Huntington-Hill) \
        | 55 Stat. 761; 2 U.S.C. s. 2a | \
        AL 9 AR 6 AZ 2 CA 30 CO 4 CT 6 DE 1 FL 8 GA 10 IA 8 ID 2 IL 25 IN 11 KS 6 KY 8 LA 8 \
        MA 14 MD 7 ME 3 MI 18 MN 9 MO 11 MS 6 MT 2 NC 12 ND 2 NE 4 NH 2 NJ 14 NM 2 NV 1 NY \
        43 OH 23 OK 6 OR 4 PA 30 RI 2 SC 6 SD 2 TN 9 TX 22 UT 2 VA 10 VT 1 WA 7 WI 10 WV 6 \
        WY 1
      APP.HH.1960 | 1964 | 1968 | 1960 | 435 | SETTLED | \
        435 seats by equal proportions (Huntington-Hill) \
        | 55 Stat. 761; 2 U.S.C. s. 2a | \
        AK 1 AL 8 AR 4 AZ 3 CA 38 CO 4 CT 6 DE 1 FL 12 GA 10 HI 2 IA 7 ID 2 IL 24 IN 11 KS 5 \
        KY 7 LA 8 MA 12 MD 8 ME 2 MI 19 MN 8 MO 10 MS 5 MT 2 NC 11 ND 2 NE 3 NH 2 NJ 15 NM 2 \
        NV 1 NY 41 OH 24 OK 6 OR 4 PA 27 RI 2 SC 6 SD 2 TN 9 TX 23 UT 2 VA 10 VT 1 WA 7 WI \
        10 WV 5 WY 1
      APP.HH.1970 | 1972 | 1980 | 1970 | 435 | SETTLED | \
        435 seats by equal proportions (Huntington-Hill) \
        | 55 Stat. 761; 2 U.S.C. s. 2a | \
        AK 1 AL 7 AR 4 AZ 4 CA 43 CO 5 CT 6 DE 1 FL 15 GA 10 HI 2 IA 6 ID 2 IL 24 IN 11 KS 5 \
        KY 7 LA 8 MA 12 MD 8 ME 2 MI 19 MN 8 MO 10 MS 5 MT 2 NC 11 ND 1 NE 3 NH 2 NJ 15 NM 2 \
        NV 1 NY 39 OH 23 OK 6 OR 4 PA 25 RI 2 SC 6 SD 2 TN 8 TX 24 UT 2 VA 10 VT 1 WA 7 WI 9 \
        WV 4 WY 1
      APP.HH.1980 | 1984 | 1988 | 1980 | 435 | SETTLED | \
        435 seats by equal proportions (Huntington-Hill) \
        | 55 Stat. 761; 2 U.S.C. s. 2a | \
        AK 1 AL 7 AR 4 AZ 5 CA 45 CO 6 CT 6 DE 1 FL 19 GA 10 HI 2 IA 6 ID 2 IL 22 IN 10 KS 5 \
        KY 7 LA 8 MA 11 MD 8 ME 2 MI 18 MN 8 MO 9 MS 5 MT 2 NC 11 ND 1 NE 3 NH 2 NJ 14 NM 3 \
        NV 2 NY 34 OH 21 OK 6 OR 5 PA 23 RI 2 SC 6 SD 1 TN 9 TX 27 UT 3 VA 10 VT 1 WA 8 WI 9 \
        WV 4 WY 1
      APP.HH.1990 | 1992 | 2000 | 1990 | 435 | SETTLED | \
        435 seats by equal proportions (Huntington-Hill) \
        | 55 Stat. 761; 2 U.S.C. s. 2a | \
        AK 1 AL 7 AR 4 AZ 6 CA 52 CO 6 CT 6 DE 1 FL 23 GA 11 HI 2 IA 5 ID 2 IL 20 IN 10 KS 4 \
        KY 6 LA 7 MA 10 MD 8 ME 2 MI 16 MN 8 MO 9 MS 5 MT 1 NC 12 ND 1 NE 3 NH 2 NJ 13 NM 3 \
        NV 2 NY 31 OH 19 OK 6 OR 5 PA 21 RI 2 SC 6 SD 1 TN 9 TX 30 UT 3 VA 11 VT 1 WA 9 WI 9 \
        WV 3 WY 1
      APP.HH.2000 | 2004 | 2008 | 2000 | 435 | SETTLED | \
        435 seats by equal proportions (Huntington-Hill) \
        | 55 Stat. 761; 2 U.S.C. s. 2a | \
        AK 1 AL 7 AR 4 AZ 8 CA 53 CO 7 CT 5 DE 1 FL 25 GA 13 HI 2 IA 5 ID 2 IL 19 IN 9 KS 4 \
        KY 6 LA 7 MA 10 MD 8 ME 2 MI 15 MN 8 MO 9 MS 4 MT 1 NC 13 ND 1 NE 3 NH 2 NJ 13 NM 3 \
        NV 3 NY 29 OH 18 OK 5 OR 5 PA 19 RI 2 SC 6 SD 1 TN 9 TX 32 UT 3 VA 11 VT 1 WA 9 WI 8 \
        WV 3 WY 1
      APP.HH.2010 | 2012 | 2020 | 2010 | 435 | CONFIRMED | \
        435 seats by equal proportions (Huntington-Hill) \
        | 55 Stat. 761; 2 U.S.C. s. 2a | \
        AK 1 AL 7 AR 4 AZ 9 CA 53 CO 7 CT 5 DE 1 FL 27 GA 14 HI 2 IA 4 ID 2 IL 18 IN 9 KS 4 \
        KY 6 LA 6 MA 9 MD 8 ME 2 MI 14 MN 8 MO 8 MS 4 MT 1 NC 13 ND 1 NE 3 NH 2 NJ 12 NM 3 \
        NV 4 NY 27 OH 16 OK 5 OR 5 PA 18 RI 2 SC 7 SD 1 TN 9 TX 36 UT 4 VA 11 VT 1 WA 10 WI \
        8 WV 3 WY 1
      APP.HH.2020 | 2024 | OPEN | 2020 | 435 | CONFIRMED | \
        435 seats by equal proportions (Huntington-Hill) \
        | 55 Stat. 761; 2 U.S.C. s. 2a | \
        AK 1 AL 7 AR 4 AZ 9 CA 52 CO 8 CT 5 DE 1 FL 28 GA 14 HI 2 IA 4 ID 2 IL 17 IN 9 KS 4 \
        KY 6 LA 6 MA 9 MD 8 ME 2 MI 13 MN 8 MO 8 MS 4 MT 2 NC 14 ND 1 NE 3 NH 2 NJ 12 NM 3 \
        NV 4 NY 26 OH 15 OK 5 OR 6 PA 17 RI 2 SC 7 SD 1 TN 9 TX 38 UT 4 VA 11 VT 1 WA 10 WI \
        8 WV 2 WY 1
      """;

  /** What the supplement of 30 May 1872 added to the act of 2 February. */
  static final List<String> SUPPLEMENT_OF_1872 =
      List.of("NY", "PA", "IN", "TN", "AL", "LA", "VT", "NH", "FL");

  /** One enacted apportionment. {@code census} is 0 for the list in the Constitution. */
  record Enacted(int census, Rule<Supplier<Map<String, Integer>>> rule) {

    Map<String, Integer> seats() {
      return rule.formula().get();
    }
  }

  static final List<Enacted> ENACTED =
      Table.rows(TABLE).stream().map(Apportionment::enacted).toList();

  /** The apportionment by which the states are entitled when the new term begins. */
  static Enacted inForce(int election) {
    Rule<Supplier<Map<String, Integer>>> rule =
        Precedence.governing(ENACTED.stream().map(Enacted::rule).toList(), election).orElseThrow();
    return ENACTED.stream()
        .filter(enacted -> enacted.rule().id().equals(rule.id()))
        .findFirst()
        .orElseThrow();
  }

  private static Enacted enacted(Table.Row row) {
    String id = row.text(0);
    int census = row.number(3);
    Map<String, Integer> seats = row.numbers(8);
    return new Enacted(
        census,
        new Rule<>(
            id,
            row.text(6),
            row.text(7),
            census == 0 ? CONSTITUTION : STATUTE,
            row.number(1),
            row.text(2).equals("OPEN") ? Rule.OPEN : row.number(2),
            TERM,
            Confidence.valueOf(row.text(5)),
            () -> seats,
            examples(id, row.text(4))));
  }

  private static List<Example<Supplier<Map<String, Integer>>>> examples(String id, String size) {
    List<Example<Supplier<Map<String, Integer>>>> examples = new ArrayList<>();
    examples.add(
        example(
            "size of the House",
            seats -> seats.get().values().stream().mapToInt(Integer::intValue).sum(),
            size));
    if (id.equals("APP.JEFF.1792")) {
      examples.add(
          example(
              "against 33,000 persons a seat",
              seats ->
                  difference(seats.get(), ApportionmentMethod.byRatio(Population.of(1790), 33_000)),
              "{}"));
      examples.add(
          example(
              "against Hamilton's method for 105 seats: enacted, method",
              seats -> difference(seats.get(), method(ApportionmentMethod.HAMILTON, 1790, 105)),
              "{DE=1, 2, VA=19, 18}"));
    }
    if (id.equals("APP.1872")) {
      examples.add(
          example(
              "without the supplement, against Hamilton's method for 283 seats",
              seats ->
                  difference(
                      withoutSupplement(seats.get()),
                      method(ApportionmentMethod.HAMILTON, 1870, 283)),
              "{}"));
      examples.add(
          example(
              "against Hamilton's method for 292 seats: enacted, method",
              seats -> difference(seats.get(), method(ApportionmentMethod.HAMILTON, 1870, 292)),
              "{FL=2, 1, IL=19, 20, NH=3, 2, NY=33, 34}"));
      examples.add(
          example(
              "against Dean's method for 292 seats",
              seats -> difference(seats.get(), method(ApportionmentMethod.DEAN, 1870, 292)),
              "{}"));
    }
    if (id.equals("APP.HH.2020"))
      examples.add(
          example(
              "against Huntington and Hill's method for 435 seats",
              seats ->
                  difference(seats.get(), method(ApportionmentMethod.HUNTINGTON_HILL, 2020, 435)),
              "{}"));
    return examples;
  }

  private static Map<String, Integer> method(ApportionmentMethod method, int census, int house) {
    return method.seats(Population.of(census), house);
  }

  private static Map<String, Integer> withoutSupplement(Map<String, Integer> seats) {
    Map<String, Integer> without = new TreeMap<>(seats);
    SUPPLEMENT_OF_1872.forEach(state -> without.merge(state, -1, Integer::sum));
    return without;
  }

  /** Where two apportionments differ: both figures by state. */
  static Map<String, String> difference(Map<String, Integer> one, Map<String, Integer> other) {
    Map<String, String> difference = new TreeMap<>();
    one.forEach(
        (state, seats) -> {
          int there = other.getOrDefault(state, 0);
          if (seats != there) difference.put(state, seats + ", " + there);
        });
    return difference;
  }

  static List<Rule<?>> rules() {
    return List.copyOf(ENACTED.stream().map(Enacted::rule).toList());
  }

  private Apportionment() {}
}
