package org.ascertain.law;

/** How the states choose their electors. */
final class ElectorsChosen {

  static boolean byDistrict(String jurisdiction, int election) {
    return (jurisdiction.equals("ME") && election >= 1972)
        || (jurisdiction.equals("NE") && election >= 1992);
  }

  private ElectorsChosen() {}
}
