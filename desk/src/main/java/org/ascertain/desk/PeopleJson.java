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
    return JsonAnswer.compact(
        json ->
            json.list(
                "items",
                all,
                each -> {
                  person(json, each);
                  more(json, each);
                }));
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
          more(json, person);
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

  /**
   * Whether one may sign in by a provider, too.
   *
   * @param provider what it is called
   * @param subject who came back from there and is tied to no account
   */
  public static String provider(Optional<String> provider, Optional<String> subject) {
    return JsonAnswer.compact(
        json -> {
          json.text("provider", provider);
          json.text("subject", subject);
        });
  }

  /** Where somebody is to go to sign in. */
  public static String way(String address) {
    return JsonAnswer.compact(json -> json.text("address", address));
  }

  /** What administrators alone are told. */
  private static void more(JsonAnswer json, Person person) throws IOException {
    json.text("subject", person.identity().map(Identity::subject));
    if (person.wish().isEmpty()) return;
    Wish wish = person.wish().get();
    json.object(
        "wish",
        inside -> {
          inside.texts("roles", wish.roles().stream().sorted().map(Role::word).toList());
          inside.number("by", wish.by().number());
        });
  }

  private static void person(JsonAnswer json, Person person) throws IOException {
    json.number("account", person.account().number());
    json.text("name", person.name());
    json.texts("roles", person.roles().stream().sorted().map(Role::word).toList());
    json.truth("ready", person.isReady());
  }

  private PeopleJson() {}
}
