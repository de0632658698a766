package org.ascertain.desk;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.ascertain.answers.JsonAnswer;
import org.ascertain.ledger.Secret;

/** People as JSON. */
public final class PeopleJson {

  /** Who is signed in, and what they may do next. */
  public static String session(Person person, List<Next> next) {
    return JsonAnswer.compact(
        json -> {
          person(json, person);
          IntakeJson.next(json, next);
        });
  }

  /** Everybody who ever had an account. */
  public static String list(List<Person> all) {
    return JsonAnswer.compact(json -> json.list("items", all, each -> person(json, each)));
  }

  /**
   * Somebody, after something about them was changed.
   *
   * @param invitation what opens their account, where they were invited just now
   */
  public static String person(Person person, Optional<Secret> invitation) {
    return JsonAnswer.compact(
        json -> {
          person(json, person);
          json.text("invitation", invitation.map(Secret::text));
        });
  }

  /** Nobody is signed in any more. */
  public static String signedOut() {
    return JsonAnswer.compact(
        json ->
            IntakeJson.next(
                json, List.of(Next.of("sign in", "POST", "/api/session", "nobody is signed in"))));
  }

  private static void person(JsonAnswer json, Person person) throws IOException {
    json.number("account", person.account().number());
    json.text("name", person.name());
    json.texts("roles", person.roles().stream().sorted().map(Role::word).toList());
    json.truth("ready", person.isReady());
  }

  private PeopleJson() {}
}
