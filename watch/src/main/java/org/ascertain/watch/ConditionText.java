package org.ascertain.watch;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.ascertain.answers.Language;
import org.ascertain.answers.PlaceNames;
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

/** A condition in plain words: for whom it holds, as a sentence. */
final class ConditionText {

  private final Language language;

  private ConditionText(Language language) {
    this.language = language;
  }

  static String english(Condition condition) {
    ConditionText text = new ConditionText(Language.ENGLISH);
    return "For whoever " + text.of(condition) + ".";
  }

  static String spanish(Condition condition) {
    ConditionText text = new ConditionText(Language.SPANISH);
    return "Para quien " + text.of(condition) + ".";
  }

  private String in(String english, String spanish) {
    return language.of(english, spanish);
  }

  private String place(String unit) {
    return PlaceNames.of(unit, language);
  }

  private String of(Condition condition) {
    return switch (condition) {
      case Condition.Or(var any) -> joined(any, in(", or ", ", o "));
      case Condition.And(var all) -> joined(all, in(", and ", ", y "));
      case Condition.Not(var other) -> in("it is not so that: ", "no se cumple que: ") + of(other);
      case Condition.Steady(var inner, var length) ->
          of(inner)
              + in(", without a break for ", ", sin interrupci\u00f3n durante ")
              + length(length);
      case Condition.Else(var first, var otherwise, var by) ->
          of(first)
              + in("; if there is nobody by the end of ", "; si no hay nadie al final del ")
              + day(by)
              + in(", whoever then ", ", quien entonces ")
              + of(otherwise);
      case Atom atom -> of(atom);
    };
  }

  private String joined(List<Condition> parts, String by) {
    return parts.stream().map(this::of).collect(Collectors.joining(by));
  }

  private String of(Atom atom) {
    return switch (atom) {
      case AtLeast(var rung, var electors) ->
          in("has ", "tiene ") + number(electors) + in(" electors ", " electores ") + rung(rung);
      case Exactly(var rung, var electors) ->
          in("has exactly ", "tiene exactamente ")
              + electors
              + in(" electors ", " electores ")
              + rung(rung);
      case CalledBy(var unit, var callers) ->
          in("is called ", "es dado por ")
              + unit.map(u -> in("the winner of ", "ganador de ") + place(u))
                  .orElse(in("President", "Presidente"))
              + in(" by ", " seg\u00fan ")
              + all(callers);
      case SomeCall(int least, var callers, var unit) ->
          in("is called ", "es dado por ")
              + unit.map(u -> in("the winner of ", "ganador de ") + place(u))
                  .orElse(in("President", "Presidente"))
              + in(" by at least ", " seg\u00fan al menos ")
              + least
              + in(" of ", " de ")
              + all(callers);
      case Declared a ->
          in("Congress has announced to be elected", "el Congreso ha anunciado como elegido");
      case InOffice a -> in("has taken the oath and is in office", "ha jurado y ocupa el cargo");
      case Settled(var unit) ->
          unit.map(u -> in("has won ", "ha ganado ") + place(u)).orElse(in("has won", "ha ganado"))
              + in(
                  ", whatever is still outstanding or disputed",
                  ", sea lo que sea lo que falta o se disputa");
      case Stage(var unit, var stage) ->
          in("runs once ", "se presenta cuando ")
              + place(unit)
              + in(" is ", " est\u00e1 en ")
              + stage(stage);
      case Leads(var unit, var candidate) ->
          in("leads the count in ", "va primero en el recuento de ")
              + place(unit)
              + candidate.map(c -> " (" + c + ")").orElse("");
      case PopularVoteLeads a ->
          in(
              "has the most votes in the nation so far",
              "tiene m\u00e1s votos en la naci\u00f3n hasta ahora");
      case OnOrAfter(var day) ->
          in("runs, from ", "se presenta, desde el ") + day(day) + in(" on", "");
      case DeadlinePassed a ->
          in(
                  "runs, once this day of the law has passed: ",
                  "se presenta, pasado este d\u00eda de la ley: ")
              + a;
      case Acknowledged a ->
          in("is congratulated or recognised (", "es felicitado o reconocido (") + a + ")";
      case Conceded a ->
          in("the others have conceded to", "los dem\u00e1s han admitido como ganador");
    };
  }

  private String number(OptionalInt electors) {
    return electors.isPresent()
        ? electors.getAsInt() + in(" or more", " o m\u00e1s")
        : in("a majority of", "la mayor\u00eda de los");
  }

  private String rung(Rung rung) {
    return switch (rung) {
      case REPORTED -> in("by the votes reported", "seg\u00fan los votos comunicados");
      case CALLED -> in("by calls", "seg\u00fan las proyecciones");
      case CERTIFIED -> in("by certified results", "seg\u00fan resultados certificados");
      case ASCERTAINED ->
          in("by executives' certificates", "seg\u00fan certificados del ejecutivo");
      case VOTED -> in("that have voted", "que han votado");
      case COUNTED -> in("that Congress has counted", "que el Congreso ha contado");
      case DECLARED -> in("as Congress announced", "seg\u00fan anunci\u00f3 el Congreso");
      case IN_OFFICE -> in("and is in office", "y ocupa el cargo");
    };
  }

  private String stage(Rung stage) {
    return switch (stage) {
      case REPORTED -> in("reported", "comunicado");
      case CALLED -> in("called", "proyectado");
      case CERTIFIED -> in("certified", "certificado");
      case ASCERTAINED -> in("ascertained", "acreditado");
      case VOTED -> in("voted", "votado");
      case COUNTED -> in("counted", "contado");
      case DECLARED -> in("declared", "anunciado");
      case IN_OFFICE -> in("in office", "en el cargo");
    };
  }

  private String all(List<String> names) {
    return names.size() == 1
        ? names.getFirst()
        : String.join(", ", names.subList(0, names.size() - 1))
            + in(" and ", " y ")
            + names.getLast();
  }

  private String length(Duration length) {
    if (length.toDays() > 0 && length.equals(Duration.ofDays(length.toDays())))
      return length.toDays() + in(" days", " d\u00edas");
    return length.toMinutes() + in(" minutes", " minutos");
  }

  private String day(LocalDate day) {
    return DateTimeFormatter.ofPattern(
            in("d MMMM uuuu", "d 'de' MMMM 'de' uuuu"), Locale.of(in("en", "es")))
        .format(day);
  }
}
