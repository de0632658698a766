package org.ascertain.server;

import java.util.Locale;
import org.ascertain.cli.Json;
import org.ascertain.standing.History;

/** The rules in force for an election. */
final class LawJson {

  static String of(Snapshot.Edition edition, History history) {
    return Json.compact(
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
