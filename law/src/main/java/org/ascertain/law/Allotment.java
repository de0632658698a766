package org.ascertain.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ascertain.election.Unit;

/** How many electors each jurisdiction is entitled to, and for which units they are appointed. */
final class Allotment {

  private static final String CENSUS_2010 =
      "AL 9 AK 3 AZ 11 AR 6 CA 55 CO 9 CT 7 DE 3 DC 3 FL 29 GA 16 HI 4 ID 4 IL 20 IN 11 IA 6 KS 6 KY 8 LA 8 ME 4 "
          + "MD 10 MA 11 MI 16 MN 10 MS 6 MO 10 MT 3 NE 5 NV 6 NH 4 NJ 14 NM 5 NY 29 NC 15 ND 3 OH 18 OK 7 OR 7 PA 20 "
          + "RI 4 SC 9 SD 3 TN 11 TX 38 UT 6 VT 3 VA 13 WA 12 WV 5 WI 10 WY 3";

  static List<Unit> units(int election) {
    Map<String, Integer> allotted = new TreeMap<>();
    String[] words = CENSUS_2010.split(" ", -1);
    for (int i = 0; i < words.length; i += 2)
      allotted.put(words[i], Integer.parseInt(words[i + 1]));
    List<Unit> units = new ArrayList<>();
    allotted.forEach(
        (jurisdiction, electors) -> {
          int districts = jurisdiction.equals("ME") ? 2 : jurisdiction.equals("NE") ? 3 : 0;
          units.add(new Unit(jurisdiction, jurisdiction, electors - districts));
          for (int d = 1; d <= districts; d++)
            units.add(new Unit(jurisdiction + "-" + d, jurisdiction, 1));
        });
    return List.copyOf(units);
  }

  static List<String> rules(int election) {
    return List.of("ALLOT.BASE", "ALLOT.WHEN", "ALLOT.DC", "APP.HH");
  }

  private Allotment() {}
}
