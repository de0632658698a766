package org.ascertain.watch;

import java.util.EnumSet;
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
    PAPER(
        "an amended certificate, a recount or a ruling",
        "un certificado enmendado, un recuento o una sentencia"),
    DAY(
        "the passing of a day that the condition names",
        "el paso de un d\u00eda que la condici\u00f3n nombra");

    private final String english;
    private final String spanish;

    By(String english, String spanish) {
      this.english = english;
      this.spanish = spanish;
    }
  }

  /** One sentence in English. */
  public static String english(Condition condition) {
    StringJoiner by = new StringJoiner(", ", "", "");
    by(condition).forEach(each -> by.add(each.english));
    return by.length() == 0
        ? "It can be undone only by a correction of the entries that it rests on."
        : "It can still be undone by "
            + by
            + "; and by a correction of the entries that it rests on.";
  }

  /** The same in Spanish. */
  public static String spanish(Condition condition) {
    StringJoiner by = new StringJoiner(", ", "", "");
    by(condition).forEach(each -> by.add(each.spanish));
    return by.length() == 0
        ? "Solo puede deshacerlo una correcci\u00f3n de los asientos en que se apoya."
        : "Todav\u00eda puede deshacerse por "
            + by
            + "; y por una correcci\u00f3n de los asientos en que se apoya.";
  }

  private static Set<By> by(Condition condition) {
    Set<By> all = EnumSet.noneOf(By.class);
    condition.eachAtom(atom -> all.addAll(by(atom)));
    if (endsByADay(condition)) all.add(By.DAY);
    return all;
  }

  /** Whether some part of it gives way to another at the end of a day. */
  private static boolean endsByADay(Condition condition) {
    return switch (condition) {
      case Condition.Else otherwise -> true;
      case Condition.Steady(var inner, var length) -> endsByADay(inner);
      case Condition.Or(var any) -> any.stream().anyMatch(Undoing::endsByADay);
      case Condition.And(var all) -> all.stream().anyMatch(Undoing::endsByADay);
      case Condition.Not(var other) -> endsByADay(other);
      case Atom atom -> false;
    };
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
      case OnOrAfter a -> EnumSet.of(By.DAY);
      case DeadlinePassed a -> EnumSet.of(By.DAY);
      case Declared a -> EnumSet.noneOf(By.class);
      case InOffice a -> EnumSet.noneOf(By.class);
      case Acknowledged a -> EnumSet.noneOf(By.class);
      case Conceded a -> EnumSet.noneOf(By.class);
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
