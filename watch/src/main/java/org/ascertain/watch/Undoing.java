package org.ascertain.watch;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.ascertain.condition.Condition;
import org.ascertain.condition.Condition.Acknowledged;
import org.ascertain.condition.Condition.AtLeast;
import org.ascertain.condition.Condition.Atom;
import org.ascertain.condition.Condition.CalledBy;
import org.ascertain.condition.Condition.Conceded;
import org.ascertain.condition.Condition.DeadlinePassed;
import org.ascertain.condition.Condition.Declared;
import org.ascertain.condition.Condition.Exactly;
import org.ascertain.condition.Condition.InOffice;
import org.ascertain.condition.Condition.Leads;
import org.ascertain.condition.Condition.OnOrAfter;
import org.ascertain.condition.Condition.PopularVoteLeads;
import org.ascertain.condition.Condition.Settled;
import org.ascertain.condition.Condition.SomeCall;
import org.ascertain.condition.Condition.Stage;
import org.ascertain.standing.Rung;

/** What could still undo a condition that holds, by what it is made of. */
public final class Undoing {

  private enum By {
    COUNT("votes that are still to be reported", "los votos que faltan por comunicar"),
    CALL("a call that is taken back", "una proyecci\u00f3n que se retira"),
    CONCESSION("a concession that is taken back", "una concesi\u00f3n que se retira"),
    PAPER(
        "an amended certificate, a recount or a ruling",
        "un certificado enmendado, un recuento o una sentencia"),
    DAY(
        "the passing of a day that the condition names",
        "el paso de un d\u00eda que la condici\u00f3n nombra"),
    NEWS(
        "what the condition says has not happened",
        "lo que, seg\u00fan la condici\u00f3n, no ha ocurrido");

    private final String english;
    private final String spanish;

    By(String english, String spanish) {
      this.english = english;
      this.spanish = spanish;
    }
  }

  /** One sentence in English, of a condition as it is written. */
  public static String english(Condition condition) {
    return english(condition, LocalDate.MIN);
  }

  /**
   * The same of a condition that came true.
   *
   * @param told the day in Washington on which it did
   */
  static String english(Condition condition, LocalDate told) {
    StringJoiner by = new StringJoiner(", ", "", "");
    List<String> callers = callers(condition);
    for (By each : by(condition, false, told))
      by.add(
          each == By.CALL && !callers.isEmpty()
              ? "a withdrawal by " + either(callers, " or ")
              : each.english);
    return by.length() == 0
        ? "It can be undone only by a correction of the entries that it rests on."
        : "It can still be undone by "
            + by
            + "; and by a correction of the entries that it rests on.";
  }

  /** The same in Spanish. */
  public static String spanish(Condition condition) {
    return spanish(condition, LocalDate.MIN);
  }

  /** The same in Spanish, of a condition that came true. */
  static String spanish(Condition condition, LocalDate told) {
    StringJoiner by = new StringJoiner(", ", "", "");
    List<String> callers = callers(condition);
    for (By each : by(condition, false, told))
      by.add(
          each == By.CALL && !callers.isEmpty()
              ? "una retirada de " + either(callers, " o ")
              : each.spanish);
    return by.length() == 0
        ? "Solo puede deshacerlo una correcci\u00f3n de los asientos en que se apoya."
        : "Todav\u00eda puede deshacerse por "
            + by
            + "; y por una correcci\u00f3n de los asientos en que se apoya.";
  }

  private static String either(List<String> names, String or) {
    if (names.size() == 1) return names.getFirst();
    return String.join(", ", names.subList(0, names.size() - 1)) + or + names.getLast();
  }

  /** The newsrooms that it names; none where any newsroom's calls count, on a rung. */
  private static List<String> callers(Condition condition) {
    Set<String> named = new LinkedHashSet<>();
    boolean[] any = {false};
    condition.eachAtom(
        atom -> {
          if (atom instanceof CalledBy(var unit, var callers)) named.addAll(callers);
          else if (atom instanceof SomeCall(var number, var callers, var unit))
            named.addAll(callers);
          else if (by(atom).contains(By.CALL)) any[0] = true;
        });
    return any[0] ? List.of() : List.copyOf(named);
  }

  /**
   * By what each part of it can be undone.
   *
   * @param isDenied whether it is said that this part does not hold: then its coming undoes it
   * @param told the day on which it came true
   */
  private static Set<By> by(Condition condition, boolean isDenied, LocalDate told) {
    return switch (condition) {
      case Condition.Or(var any) -> all(any, isDenied, told);
      case Condition.And(var all) -> all(all, isDenied, told);
      case Condition.Not(var other) -> by(other, !isDenied, told);
      case Condition.Steady(var inner, var length) -> by(inner, isDenied, told);
      // What held when its day ended goes on to hold.
      case Condition.Else(var first, var otherwise, var day) ->
          told.isAfter(day)
              ? EnumSet.noneOf(By.class)
              : isDenied
                  ? EnumSet.of(By.NEWS, By.DAY)
                  : all(List.of(first, otherwise), false, told);
      case OnOrAfter day -> isDenied ? EnumSet.of(By.DAY) : EnumSet.noneOf(By.class);
      case DeadlinePassed day -> isDenied ? EnumSet.of(By.DAY) : EnumSet.noneOf(By.class);
      case Atom atom -> isDenied ? EnumSet.of(By.NEWS) : by(atom);
    };
  }

  private static Set<By> all(List<Condition> parts, boolean isDenied, LocalDate told) {
    Set<By> all = EnumSet.noneOf(By.class);
    for (Condition part : parts) all.addAll(by(part, isDenied, told));
    return all;
  }

  private static Set<By> by(Atom atom) {
    return switch (atom) {
      case AtLeast(var rung, var electors) -> by(rung);
      case Exactly(var rung, var electors) -> by(rung);
      case Stage(var unit, var rung) -> by(rung);
      case CalledBy a -> EnumSet.of(By.CALL);
      case SomeCall a -> EnumSet.of(By.CALL);
      case Leads a -> EnumSet.of(By.COUNT);
      case PopularVoteLeads a -> EnumSet.of(By.COUNT);
      case Settled a -> EnumSet.of(By.PAPER);
      case OnOrAfter a -> EnumSet.noneOf(By.class);
      case DeadlinePassed a -> EnumSet.noneOf(By.class);
      case Declared a -> EnumSet.noneOf(By.class);
      case InOffice a -> EnumSet.noneOf(By.class);
      case Acknowledged a -> EnumSet.noneOf(By.class);
      case Conceded a -> EnumSet.of(By.CONCESSION);
    };
  }

  private static Set<By> by(Rung rung) {
    return switch (rung) {
      case REPORTED -> EnumSet.of(By.COUNT);
      case CALLED -> EnumSet.of(By.CALL);
      case CERTIFIED, ASCERTAINED -> EnumSet.of(By.PAPER);
      case VOTED, COUNTED, DECLARED, IN_OFFICE -> EnumSet.noneOf(By.class);
    };
  }

  private Undoing() {}
}
