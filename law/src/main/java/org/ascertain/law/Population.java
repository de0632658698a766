package org.ascertain.law;

import java.util.HashMap;
import java.util.Map;

/**
 * Apportionment populations of the censuses for which the method can be run again. Of the other
 * censuses the enacted seats stand alone.
 */
final class Population {

  private static final String TABLE =
      """
      1790 | representation population, three fifths of slaves counted | \
        VA 630560 MA 475327 PA 432879 NC 353523 NY 331589 MD 278514 CT 236841 SC 206236 NJ 179570 \
        NH 141822 VT 85533 GA 70835 KY 68705 RI 68446 DE 55540
      1870 | census of 1870, Indians not taxed left out | \
        NY 4382759 PA 3521951 OH 2665260 IL 2539891 MO 1721295 IN 1680637 MA 1457351 KY 1321011 \
        TN 1258520 VA 1225163 IA 1194020 GA 1184109 MI 1184059 NC 1071361 WI 1054670 AL 996992 \
        NJ 906096 MS 827922 TX 818579 MD 780894 LA 726915 SC 705606 ME 626915 CA 560247 CT 537454 \
        AR 484471 WV 442014 MN 439706 KS 364399 VT 330551 NH 318300 RI 217353 FL 187748 DE 125015 \
        NE 122993 OR 90923 NV 42491
      2020 | Census Bureau, apportionment population of 2020 | \
        AL 5030053 AK 736081 AZ 7158923 AR 3013756 CA 39576757 CO 5782171 CT 3608298 DE 990837 \
        FL 21570527 GA 10725274 HI 1460137 ID 1841377 IL 12822739 IN 6790280 IA 3192406 KS 2940865 \
        KY 4509342 LA 4661468 ME 1363582 MD 6185278 MA 7033469 MI 10084442 MN 5709752 MS 2963914 \
        MO 6160281 MT 1085407 NE 1963333 NV 3108462 NH 1379089 NJ 9294493 NM 2120220 NY 20215751 \
        NC 10453948 ND 779702 OH 11808848 OK 3963516 OR 4241500 PA 13011844 RI 1098163 SC 5124712 \
        SD 887770 TN 6916897 TX 29183290 UT 3275252 VT 643503 VA 8654542 WA 7715946 WV 1795045 \
        WI 5897473 WY 577719
      """;

  private static final Map<Integer, Map<String, Long>> BY_CENSUS = read();

  private static Map<Integer, Map<String, Long>> read() {
    Map<Integer, Map<String, Long>> byCensus = new HashMap<>();
    for (Table.Row row : Table.rows(TABLE)) {
      Map<String, Long> population = new HashMap<>();
      row.numbers(2).forEach((state, persons) -> population.put(state, (long) persons));
      byCensus.put(row.number(0), Map.copyOf(population));
    }
    return Map.copyOf(byCensus);
  }

  /** Whether the table has a census. */
  static boolean has(int census) {
    return BY_CENSUS.containsKey(census);
  }

  /**
   * The population of each state by which seats were divided.
   *
   * @throws IllegalArgumentException if the table does not have that census
   */
  static Map<String, Long> of(int census) {
    Map<String, Long> population = BY_CENSUS.get(census);
    if (population == null) throw new IllegalArgumentException("no populations of " + census);
    return population;
  }

  private Population() {}
}
