package org.ascertain.answers;

import java.util.Locale;
import org.ascertain.standing.History;

/** The rules in force for an election. */
public final class LawJson {

  public static String of(Edition edition, History history) {
    return JsonAnswer.compact(
        json -> {
          edition.mark(json);
          json.text("election", history.header().election());
          json.number("law", history.law().election());
          json.list(
              "rules",
              history.law().rules(),
              rule -> {
                json.text("id", rule.id());
                json.text("text", rule.text());
                json.text("citation", rule.citation());
                json.text("keyedOn", rule.keyedOn().name().toLowerCase(Locale.ROOT));
                json.text("confidence", rule.confidence().name().toLowerCase(Locale.ROOT));
              });
          json.list(
              "days",
              history.law().deadlines(),
              deadline -> {
                json.text("rule", deadline.rule().id());
                json.text("day", deadline.day().toString());
                json.text("what", deadline.due().words());
              });
        });
  }

  private LawJson() {}
}
