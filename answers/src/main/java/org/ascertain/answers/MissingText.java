package org.ascertain.answers;

import java.util.Collection;
import org.ascertain.condition.Missing;
import org.ascertain.election.Fact.Matter;

/** What would have to come, or to be in the record, before a condition holds. */
final class MissingText {

  static String of(Missing missing, Names names) {
    Language language = names.language();
    return switch (missing) {
      case Missing.Electors(var asked, var rung, var nearest, int electors) ->
          nearest
                  .map(
                      id ->
                          names.tell(
                              "%s has %d electors ",
                              "%s tiene %d electores ", names.of(id), electors))
                  .orElse(language.of("nobody has electors ", "nadie tiene electores "))
              + TurningPointText.ofElectors(rung, language)
              + names.tell(", where %s is asked", ", y se pide %s", asked);
      case Missing.Call(var unit, var caller) ->
          names.tell(
              "a call of %s by %s",
              "una proyección de %s por %s",
              unit.orElse(language.of("the presidency", "la presidencia")),
              caller);
      case Missing.Part(var condition) -> condition.toString();
      case Missing.NotInRecord(var matter, var caller, var units) ->
          notInRecord(
              matter, caller.map(by -> language.of(" by ", " por ") + by).orElse(""), units, names);
    };
  }

  private static String notInRecord(
      Matter matter, String caller, Collection<String> units, Names names) {
    return names.tell(
            "of %s%s this record does not say that it holds all",
            "de %s%s este registro no dice que los tenga todos",
            matter(matter, names.language()),
            caller)
        + (units.isEmpty()
            ? ""
            : names.tell(
                "; it lacks some of %s", "; le faltan algunos de %s", String.join(", ", units)));
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
