package org.ascertain.answers;

import java.io.IOException;
import java.util.Map;
import org.ascertain.law.Law;
import org.ascertain.law.Missing;
import org.ascertain.law.Rule;
import org.ascertain.law.Verdict;

/** The rules in force for an election, and the dates and electors that they give, as JSON. */
public final class LawJson {

  /** For people and programs, indented. */
  public static String of(String election, Law law) {
    return JsonAnswer.object(json -> write(json, election, law));
  }

  /** As the server gives it: without a space too many. */
  public static String of(Edition edition, String election, Law law) {
    return JsonAnswer.compact(
        json -> {
          edition.mark(json);
          write(json, election, law);
        });
  }

  private static void write(JsonAnswer json, String election, Law law) throws IOException {

    json.text("election", election);
    json.number("law", law.election());
    json.list(
        "dates",
        law.deadlines(),
        deadline -> {
          json.text("due", deadline.day().toString());
          json.text("what", deadline.words());
          json.text("rule", deadline.rule().id());
        });
    if (law.allotment() instanceof Verdict.NotYet<Map<String, Integer>>(var missing, var grounds))
      json.texts("missing", Missing.words(missing));
    json.list(
        "appointmentDays",
        law.appointmentDays(),
        period -> {
          json.text("first", period.first().toString());
          json.text("last", period.last().toString());
        });
    json.object(
        "electors",
        inside -> {
          for (Map.Entry<String, Integer> each : law.entitled().entrySet())
            inside.number(each.getKey(), each.getValue());
        });
    json.list(
        "rules",
        law.rules(),
        rule -> {
          json.text("id", rule.id());
          json.text("text", rule.text());
          json.text("citation", rule.citation());
          json.number("from", rule.from());
          if (rule.to() != Rule.OPEN) json.number("to", rule.to());
          json.text("keyedOn", EnumWords.of(rule.keyedOn()));
          json.text("confidence", EnumWords.of(rule.confidence()));
          json.text("displacedBy", law.displacedBy(rule));
        });
  }

  private LawJson() {}
}
