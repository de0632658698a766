package org.ascertain.answers;

import static java.util.Map.entry;

import java.util.Map;
import org.ascertain.election.Jurisdiction;
import org.ascertain.election.Unit;

/** What states, their districts and their counties are called. */
public final class PlaceNames {

  /** States whose name is another in Spanish, as the Diccionario panhispánico de dudas has them. */
  private static final Map<Jurisdiction, String> SPANISH =
      Map.ofEntries(
          entry(Jurisdiction.DC, "Distrito de Columbia"),
          entry(Jurisdiction.HI, "Hawái"),
          entry(Jurisdiction.LA, "Luisiana"),
          entry(Jurisdiction.MI, "Míchigan"),
          entry(Jurisdiction.MO, "Misuri"),
          entry(Jurisdiction.MS, "Misisipi"),
          entry(Jurisdiction.NC, "Carolina del Norte"),
          entry(Jurisdiction.ND, "Dakota del Norte"),
          entry(Jurisdiction.NH, "Nuevo Hampshire"),
          entry(Jurisdiction.NJ, "Nueva Jersey"),
          entry(Jurisdiction.NM, "Nuevo México"),
          entry(Jurisdiction.NY, "Nueva York"),
          entry(Jurisdiction.OR, "Oregón"),
          entry(Jurisdiction.PA, "Pensilvania"),
          entry(Jurisdiction.SC, "Carolina del Sur"),
          entry(Jurisdiction.SD, "Dakota del Sur"),
          entry(Jurisdiction.WV, "Virginia Occidental"));

  /** "Pennsylvania", "Maine's 2nd district", "PA/42003", in a language. */
  public static String of(String unit, Language language) {
    if (unit.indexOf('/') >= 0) return unit;
    String jurisdiction = Unit.jurisdictionOf(unit);
    String title =
        Jurisdiction.of(jurisdiction)
            .map(of -> language.of(of.title(), SPANISH.getOrDefault(of, of.title())))
            .orElse(jurisdiction);
    if (unit.equals(jurisdiction)) return title;
    String number = unit.substring(jurisdiction.length() + 1);
    return language.of(
        title + "'s " + ordinal(number) + " district", "distrito " + number + " de " + title);
  }

  /** The same of a state's title in English; of what is no state's, the text itself. */
  static String inSpanish(String title) {
    return SPANISH.entrySet().stream()
        .filter(each -> each.getKey().title().equals(title))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(title);
  }

  /** "1st", "12th", "22nd". */
  private static String ordinal(String number) {
    boolean teen = number.length() > 1 && number.charAt(number.length() - 2) == '1';
    return number
        + switch (number.charAt(number.length() - 1)) {
          case '1' -> teen ? "th" : "st";
          case '2' -> teen ? "th" : "nd";
          case '3' -> teen ? "th" : "rd";
          default -> "th";
        };
  }

  private PlaceNames() {}
}
