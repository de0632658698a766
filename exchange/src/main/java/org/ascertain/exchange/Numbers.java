package org.ascertain.exchange;

/** Counts as others write them. */
final class Numbers {

  /** A whole number, with commas between groups of three perhaps; -1 if it is none. */
  static long count(String written) {
    String cell = written.strip();
    long number = 0;
    int sinceComma = -1;
    if (cell.isEmpty() || cell.length() > 20) return -1;
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == ',' && i > 0 && (sinceComma == -1 ? i <= 3 : sinceComma == 3)) {
        sinceComma = 0;
        continue;
      }
      if (c < '0' || c > '9') return wholeWithPoint(cell, i, number, sinceComma);
      if (sinceComma >= 0) sinceComma++;
      number = 10 * number + c - '0';
      if (number >= 1L << 53) return -1;
    }
    return sinceComma == -1 || sinceComma == 3 ? number : -1;
  }

  /** Tables that went through a program for statistics have "334.0". */
  private static long wholeWithPoint(String cell, int at, long number, int sinceComma) {
    boolean isWhole = at > 0 && sinceComma == -1 && cell.substring(at).matches("\\.0+");
    return isWhole ? number : -1;
  }

  private Numbers() {}
}
