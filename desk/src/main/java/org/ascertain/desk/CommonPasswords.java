package org.ascertain.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Tells which passwords are among the first that somebody would try, whatever their length: by
 * rule, for of a long password those who guess try the ways in which people make one long, and not
 * a list. No license comes with a rule.
 */
final class CommonPasswords {

  /** What passwords are made of most; of our own making, from general knowledge. */
  private static final List<String> WORDS =
      words(
          "password passphrase passwort contrasena contraseña administrator welcome letmein"
              + " changeme iloveyou secret dragon monkey football baseball princess sunshine"
              + " trustno superman master hello login admin guest qwerty election president"
              + " ascertain recorder reviewer auditor vote desk test");

  /** Neighbours on paper and on keyboards. */
  private static final List<String> ROWS =
      words(
          "abcdefghijklmnopqrstuvwxyz 01234567890 qwertyuiop asdfghjkl zxcvbnm qwertzuiop"
              + " azertyuiop 1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p");

  /** So many characters have to be left once all that is common is taken out. */
  private static final int LEFT = 8;

  private static final int DIFFERENT = 5;

  private static List<String> words(String all) {
    return List.of(all.split(" ", -1));
  }

  /**
   * Whether somebody would try it early.
   *
   * @param name of whoever is to have it
   */
  static boolean has(String password, String name) {
    String plain = password.toLowerCase(Locale.ROOT);
    if (plain.chars().distinct().count() < DIFFERENT) return true;
    List<String> common = new ArrayList<>(WORDS);
    for (String part : name.toLowerCase(Locale.ROOT).split("\\P{L}+", -1))
      if (part.length() > 2) common.add(part);
    for (String word : common) plain = plain.replace(word, "");
    plain = withoutRuns(plain).replaceAll("(19|20)\\d\\d", "").replaceAll("[^\\p{L}\\p{N}]", "");
    return once(plain).length() < LEFT;
  }

  /** What repeats the piece before it is there once: "horsehorse" is "horse". */
  private static String once(String text) {
    String before;
    String now = text;
    do {
      before = now;
      now = before.replaceAll("(.+?)\\1+", "$1");
    } while (!now.equals(before));
    return now;
  }

  /** Takes out four and more neighbours in a row, in either direction. */
  private static String withoutRuns(String text) {
    StringBuilder left = new StringBuilder();
    int from = 0;
    while (from < text.length()) {
      int to = from + 1;
      for (int end = from + 4; end <= text.length() && isRun(text.substring(from, end)); end++)
        to = end;
      if (to == from + 1) left.append(text.charAt(from));
      from = to;
    }
    return left.toString();
  }

  private static boolean isRun(String piece) {
    String back = new StringBuilder(piece).reverse().toString();
    return ROWS.stream().anyMatch(row -> row.contains(piece) || row.contains(back));
  }

  private CommonPasswords() {}
}
