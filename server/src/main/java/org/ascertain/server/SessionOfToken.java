package org.ascertain.server;

import org.ascertain.answers.JsonAnswer;
import org.ascertain.desk.IntakeJson;
import org.ascertain.desk.Next;
import org.ascertain.desk.Token;

/** Whose a token is, and what it may hand in, as JSON. */
final class SessionOfToken {

  static String json(Token token) {
    return JsonAnswer.compact(
        json -> {
          json.number("account", token.account());
          json.text("label", token.label());
          json.text("policy", token.policy().word());
          json.text("expires", token.expires().toString());
          json.object(
              "scope",
              scope -> {
                scope.texts("elections", token.scope().elections().stream().sorted().toList());
                scope.texts("facts", token.scope().facts().stream().sorted().toList());
                scope.texts("callers", token.scope().callers().stream().sorted().toList());
                scope.texts("units", token.scope().units().stream().sorted().toList());
                scope.texts("sources", token.scope().sources().stream().sorted().toList());
              });
          IntakeJson.next(
              json,
              token.scope().elections().stream()
                  .sorted()
                  .map(
                      id ->
                          Next.of(
                              "hand in",
                              "POST",
                              "/api/elections/" + id + "/facts",
                              "facts as JSON or JSON Lines; returns as CSV at /returns"))
                  .toList());
        });
  }

  private SessionOfToken() {}
}
