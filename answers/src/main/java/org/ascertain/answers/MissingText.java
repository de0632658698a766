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
    return switch (matter) {
      case CALLS -> "the calls";
      case RETURNS -> "the returns";
      case RANKED_RETURNS -> "the ranked returns";
      case VOTES -> "the votes";
      case CERTIFICATIONS -> "the certificates";
      case APPOINTMENTS -> "the appointments";
      case ASCERTAINMENTS -> "the certificates of ascertainment";
      case ELECTOR_VOTES -> "the electors' votes";
      case CHALLENGES -> "the challenges";
      case RULINGS -> "the rulings";
      case ACKNOWLEDGEMENTS -> "the acknowledgements";
      case STATEMENTS -> "the statements";
      case OBJECTIONS -> "the objections";
      case COUNTED -> "the counted votes";
      case DECLARED -> "the announcements of the result";
      case OATHS -> "the oaths";
    };
  }

  private MissingText() {}
}
