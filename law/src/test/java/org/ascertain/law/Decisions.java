package org.ascertain.law;

import static org.ascertain.law.Colleges.college;

import org.ascertain.election.Fact.Office;
import org.ascertain.law.Verdict.Alternatives;
import org.ascertain.law.Verdict.Determined;
import org.ascertain.law.Verdict.NoRule;
import org.ascertain.law.Verdict.NotYet;

/** What the law decides of a college, in a line each. */
final class Decisions {

  static String president(int election, College college) {
    return words(Law.of(election).orElseThrow().decide(Office.PRESIDENT, college));
  }

  static String vicePresident(int election, College college) {
    return words(Law.of(election).orElseThrow().decide(Office.VICE_PRESIDENT, college));
  }

  static String base(int election, College college) {
    return words(Law.of(election).orElseThrow().base(college));
  }

  /** A verdict in a line: {@code bush by ELECTORS}; answers of alternatives with a bar between. */
  static String words(Verdict<?> verdict) {
    return switch (verdict) {
      case Determined<?>(var value, var grounds) -> value(value);
      case Alternatives<?>(var answers) ->
          String.join(" | ", answers.stream().map(of -> value(of.value())).toList());
      case NotYet<?>(var missing, var grounds) ->
          "not yet: " + String.join("; ", Missing.words(missing));
      case NoRule<?>(var why, var grounds) -> "no rule: " + why;
    };
  }

  private static String value(Object value) {
    return switch (value) {
      case Choice(var candidate, var by) -> candidate + " by " + by;
      case Base(var electors, var majority) -> majority + " of " + electors;
      default -> value.toString();
    };
  }

  private Decisions() {}
}
