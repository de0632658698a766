package org.ascertain.server;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ascertain.answers.TokenText;
import org.ascertain.desk.Account;
import org.ascertain.desk.Next;
import org.ascertain.desk.People;
import org.ascertain.desk.PeopleJson;
import org.ascertain.desk.Person;
import org.ascertain.desk.Policy;
import org.ascertain.desk.Role;
import org.ascertain.desk.Scope;
import org.ascertain.desk.Sessions;
import org.ascertain.desk.Staff;
import org.ascertain.desk.Token;
import org.ascertain.desk.TokenRows;
import org.ascertain.desk.Tokens;
import org.ascertain.ledger.Secret;
import org.ascertain.record.FactWord;

/** Signing in and out, and what administrators do about people and tokens. */
@ApplicationScoped
class PeopleAnswers {

  private final Desks desks;
  private final ServedElections elections;

  PeopleAnswers(Desks desks, ServedElections elections) {
    this.desks = desks;
    this.elections = elections;
  }

  /** Answers one of its routes. */
  void answer(RoutingContext context, Routes route, HandedInRequest handed, Asker asker)
      throws IOException {
    DeskAnswers.requireParameters(
        context,
        switch (route) {
          case SIGN_OUT -> List.of("everywhere");
          case PEOPLE_TRAIL -> List.of("from");
          default -> List.of(); // the others take none
        });
    Staff staff =
        desks.staff().orElseThrow(() -> new Refusal(404, "No desk", "Nothing is recorded here."));
    switch (route) {
      case SESSION -> session(context, asker);
      case SIGN_IN -> signIn(context, staff, handed, asker);
      case SIGN_OUT -> signOut(context, staff, asker.human());
      case PEOPLE -> DeskAnswers.send(context, 200, PeopleJson.list(staff.people().all()));
      case INVITE -> {
        SentObject sent = SentObject.read(handed, "name", "roles", "password");
        Set<Role> roles = roles(sent);
        if (roles.contains(Role.ADMINISTRATOR)) again(context, staff, asker.human(), sent);
        done(context, 201, staff.people().invite(asker.human().person(), sent.text("name"), roles));
      }
      case ROLES -> {
        SentObject sent = SentObject.read(handed, "roles", "password");
        Set<Role> roles = roles(sent);
        if (roles.contains(Role.ADMINISTRATOR)) again(context, staff, asker.human(), sent);
        done(
            context, 200, staff.people().setRoles(asker.human().person(), account(context), roles));
      }
      case ERASE -> {
        Account account = account(context);
        if (staff.people().all().stream().noneMatch(each -> each.account().equals(account)))
          throw refusal(People.Why.NO_SUCH_PERSON);
        again(context, staff, asker.human(), SentObject.read(handed, "password"));
        done(context, 200, staff.people().erase(asker.human().person(), account));
      }
      case ACCEPT -> accept(context, staff, handed);
      case PEOPLE_TRAIL ->
          TrailAnswer.send(context, (from, most) -> staff.people().trail(from, most));
      case TOKENS ->
          DeskAnswers.send(
              context,
              200,
              TokenText.json(tokens().all().stream().map(TokenRows::of).toList(), now()));
      case TOKEN -> issue(context, staff, handed, asker.human());
      case REVOKE ->
          DeskAnswers.send(
              context,
              200,
              TokenText.json(
                  tokens()
                      .revoke(
                          Optional.of(asker.human().person().account()), account(context).number())
                      .map(TokenRows::of)
                      .orElseThrow(() -> DeskAnswers.nothing("token")),
                  Optional.empty(),
                  now()));
      default -> throw new IllegalStateException(route + " is answered elsewhere");
    }
  }

  private void session(RoutingContext context, Asker asker) {
    DeskAnswers.send(
        context,
        200,
        asker instanceof Asker.Machine(Token token)
            ? SessionOfToken.json(token)
            : PeopleJson.session(asker.human().person(), next(asker.human().person())));
  }

  /** Where somebody may begin. */
  private List<Next> next(Person person) {
    List<Next> next = new ArrayList<>();
    List<String> running =
        elections.all().stream()
            .map(ServedElection::id)
            .filter(id -> elections.folder(id).isPresent())
            .toList();
    for (String id : running)
      for (Routes route : List.of(Routes.PROPOSALS, Routes.KEPT, Routes.TRAIL))
        if (route.isFor(person)) next.add(next(route, id));
    for (String id : running)
      if (Routes.PROPOSE.isFor(person))
        next.add(
            Next.of(
                "propose",
                Routes.PROPOSE.method,
                Routes.PROPOSE.path.replace(":id", id),
                Routes.PROPOSE.summary));
    for (Routes route : List.of(Routes.PEOPLE, Routes.TOKENS, Routes.PEOPLE_TRAIL))
      if (route.isFor(person)) next.add(next(route, ""));
    next.add(
        Next.of("sign out", Routes.SIGN_OUT.method, Routes.SIGN_OUT.path, "ends this session"));
    return next;
  }

  private static Next next(Routes route, String election) {
    return Next.of("look", route.method, route.path.replace(":id", election), route.summary);
  }

  private void signIn(RoutingContext context, Staff staff, HandedInRequest handed, Asker before)
      throws IOException {
    SentObject sent = SentObject.read(handed, "name", "password");
    Sessions.Answer answer =
        staff
            .sessions()
            .signIn(sent.text("name"), sent.text("password"), Network.of(context.request()));
    if (!(answer instanceof Sessions.SignedIn(Person person, Secret session)))
      throw refusal(answer, 401, "Not signed in");
    if (before instanceof Asker.Human human) staff.sessions().signOut(human.session());
    setCookie(context, session.text());
    DeskAnswers.send(context, 200, PeopleJson.session(person, next(person)));
  }

  /** What is grave takes the password once more: a screen may have been left open. */
  private static void again(
      RoutingContext context, Staff staff, Asker.Human human, SentObject sent) {
    String password =
        sent.optionalText("password")
            .orElseThrow(
                () ->
                    new Refusal(
                        403,
                        "Password again",
                        "Before this, give your own password again, in 'password'."));
    Sessions.Answer answer =
        staff.sessions().again(human.person(), password, Network.of(context.request()));
    if (!(answer instanceof Sessions.Same)) throw refusal(answer, 403, "Password again");
  }

  private static Refusal refusal(Sessions.Answer answer, int wrong, String title) {
    return switch (answer) {
      case Sessions.Wrong w ->
          wrong == 401
              ? new Refusal(wrong, title, "Name or password is wrong.")
                  .with("WWW-Authenticate", "Bearer")
              : new Refusal(wrong, title, "That is not your password.");
      case Sessions.TooEarly(Duration left) ->
          new Refusal(
                  429,
                  "Too early",
                  "After failures the next attempt waits: %d seconds from now on."
                      .formatted(seconds(left)))
              .with("Retry-After", Long.toString(seconds(left)));
      case Sessions.Busy busy -> Refusal.later("Busy", People.Why.BUSY.sentence(), 1);
      case Sessions.SignedIn done -> throw new IllegalStateException("nothing is refused");
      case Sessions.Same done -> throw new IllegalStateException("nothing is refused");
    };
  }

  private static long seconds(Duration left) {
    return Math.max(1, left.plusMillis(999).toSeconds());
  }

  private void signOut(RoutingContext context, Staff staff, Asker.Human human) {
    boolean everywhere = "true".equals(context.request().getParam("everywhere"));
    if (everywhere) staff.sessions().signOutEverywhere(human.person().account());
    else staff.sessions().signOut(human.session());
    setCookie(context, "");
    context.response().putHeader("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"");
    DeskAnswers.send(context, 200, PeopleJson.signedOut());
  }

  /** An empty one ends at once. */
  private static void setCookie(RoutingContext context, String value) {
    HttpServerRequest request = context.request();
    boolean isSecure =
        request.isSSL() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
    Cookie cookie =
        Cookie.cookie(isSecure ? SessionMechanism.SECURE : SessionMechanism.PLAIN, value)
            .setHttpOnly(true)
            .setPath("/")
            .setSameSite(CookieSameSite.STRICT)
            .setSecure(isSecure);
    if (value.isEmpty()) cookie.setMaxAge(0);
    context.response().putHeader("Set-Cookie", cookie.encode());
  }

  private void accept(RoutingContext context, Staff staff, HandedInRequest handed)
      throws IOException {
    SentObject sent = SentObject.read(handed, "name", "password");
    Optional<Secret> link =
        Secret.read(Objects.requireNonNullElse(context.pathParam("secret"), ""));
    if (link.isEmpty()) throw refusal(People.Why.NO_INVITATION);
    done(
        context,
        200,
        staff.people().accept(link.get(), sent.optionalText("name"), sent.text("password")));
  }

  private void issue(RoutingContext context, Staff staff, HandedInRequest handed, Asker.Human human)
      throws IOException {
    SentObject sent =
        SentObject.read(
            handed,
            "label",
            "elections",
            "facts",
            "callers",
            "units",
            "sources",
            "policy",
            "days",
            "password");
    Set<String> facts = Set.copyOf(sent.texts("facts"));
    Set<String> unknown = new TreeSet<>(facts);
    unknown.removeAll(FactWord.all());
    if (facts.isEmpty() || !unknown.isEmpty() || sent.texts("elections").isEmpty())
      throw SentObject.unfit("A token names elections, and kinds of facts that there are.");
    String label = sent.text("label");
    if (!label.matches("[^\\p{Cntrl}]{1,64}"))
      throw SentObject.unfit("A label is 1 to 64 characters, none of them a control character.");
    long days = sent.number("days").orElse(Tokens.USUAL_LIFE.toDays());
    if (days < 1 || days > Tokens.LONGEST_LIFE.toDays())
      throw SentObject.unfit("A token is good for 1 to 400 days.");
    Policy policy =
        sent.optionalText("policy").filter(Policy.FLAG.word()::equals).isPresent()
            ? Policy.FLAG
            : Policy.ASIDE;
    Scope scope =
        new Scope(
            Set.copyOf(sent.texts("elections")),
            facts,
            Set.copyOf(sent.texts("callers")),
            Set.copyOf(sent.texts("units")),
            Set.copyOf(sent.texts("sources")));
    again(context, staff, human, sent);
    Optional<Account> by = Optional.of(human.person().account());
    Tokens.Issued issued =
        tokens().issue(by, label, scope, policy, now().plus(Duration.ofDays(days)));
    DeskAnswers.send(
        context,
        201,
        TokenText.json(TokenRows.of(issued.token()), Optional.of(issued.secret()), now()));
  }

  private static void done(RoutingContext context, int status, People.Answer answer) {
    String json =
        switch (answer) {
          case People.Done(Person now) -> PeopleJson.person(now, Optional.empty());
          case People.Invited(Person person, Secret link) ->
              PeopleJson.person(person, Optional.of(link));
          case People.Not(People.Why why) -> throw refusal(why);
        };
    DeskAnswers.send(context, status, json);
  }

  private static Refusal refusal(People.Why why) {
    return switch (why) {
      case NOT_AN_ADMINISTRATOR -> new Refusal(403, "Not yours to do", why.sentence());
      case OWN_ACCOUNT -> new Refusal(409, "Not by oneself", why.sentence());
      case NO_SUCH_PERSON, NO_INVITATION -> new Refusal(404, "Not there", why.sentence());
      case UNFIT_NAME, UNFIT_PASSWORD -> new Refusal(422, "Not fit", why.sentence());
      case BUSY -> Refusal.later("Busy", why.sentence(), 1);
    };
  }

  private static Set<Role> roles(SentObject sent) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String word : sent.texts("roles"))
      roles.add(
          Role.of(word)
              .orElseThrow(
                  () ->
                      SentObject.unfit("A role is recorder, reviewer, administrator or auditor.")));
    return roles;
  }

  private static Account account(RoutingContext context) {
    return new Account(
        DeskAnswers.place(context).orElseThrow(() -> DeskAnswers.nothing("account")));
  }

  private Tokens tokens() {
    return desks.tokens().orElseThrow(() -> new IllegalStateException("a desk without tokens"));
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }
}
