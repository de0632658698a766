package org.ascertain.answers;

import org.ascertain.condition.Missing;
import org.ascertain.election.Fact.Matter;

/** What would have to come, or to be in the record, before a condition holds. */
final class MissingText {

  static String of(Missing missing, Names names) {
    return switch (missing) {
      case Missing.Electors(var asked, var rung, var nearest, int electors) ->
          nearest
                  .map(id -> names.of(id) + " has " + electors + " electors ")
                  .orElse("nobody has electors ")
              + rung.word()
              + ", where "
              + asked
              + " is asked";
      case Missing.Call(var unit, var caller) ->
          "a call of " + unit.orElse("the presidency") + " by " + caller;
      case Missing.Part(var condition) -> condition.toString();
      case Missing.NotInRecord(var matter, var caller, var units) ->
          "of "
              + matter(matter)
              + caller.map(by -> " by " + by).orElse("")
              + " this record does not say that it holds all"
              + (units.isEmpty() ? "" : "; it lacks some of " + String.join(", ", units));
    };
  }

  /** What the facts of a matter are called. */
  static String matter(Matter matter) {
    return matter(matter, Language.ENGLISH);
  }

  static String matter(Matter matter, Language language) {
    return switch (matter) {
      case CALLS -> language.of("the calls", "las proyecciones");
      case RETURNS -> language.of("the returns", "los resultados");
      case RANKED_RETURNS ->
          language.of("the ranked returns", "los resultados por orden de preferencia");
      case VOTES -> language.of("the votes", "los votos");
      case CERTIFICATIONS -> language.of("the certificates", "los certificados");
      case APPOINTMENTS -> language.of("the appointments", "los nombramientos");
      case ASCERTAINMENTS ->
          language.of("the certificates of ascertainment", "los certificados de acreditación");
      case ELECTOR_VOTES -> language.of("the electors' votes", "los votos de los electores");
      case CHALLENGES -> language.of("the challenges", "las impugnaciones");
      case RULINGS -> language.of("the rulings", "las resoluciones");
      case ACKNOWLEDGEMENTS -> language.of("the acknowledgements", "los reconocimientos");
      case STATEMENTS -> language.of("the statements", "las declaraciones");
      case OBJECTIONS -> language.of("the objections", "las objeciones");
      case COUNTED -> language.of("the counted votes", "los votos contados");
      case DECLARED -> language.of("the announcements of the result", "los anuncios del resultado");
      case OATHS -> language.of("the oaths", "los juramentos");
    };
  }

  private MissingText() {}
}
