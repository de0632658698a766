package org.ascertain.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.ascertain.desk.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in and what administrators do, as a browser does it and as nobody should. */
@QuarkusTest
@TestProfile(RunningDesk.Profile.class)
@Timeout(180)
class PeopleRoutesTest {

  private final RunningDesk desk = new RunningDesk();

  @Test
  void an_administrator_invites_somebody_who_signs_in() {
    SignedIn ada = SignedIn.as("Ada", Role.ADMINISTRATOR);
    JsonNode invited =
        ada.done("/api/accounts", "{\"name\":\"Newcomer\",\"roles\":[\"recorder\"]}");
    String link = invited.at("/invitation").asText();
    HttpResponse<String> accepted = accept(link, SignedIn.PASSWORD);
    assertThat(accepted.statusCode()).isEqualTo(200);
    assertThat(accepted.body()).doesNotContain(link);
    assertThat(accept(link, "another one that is long").statusCode()).isEqualTo(404);
    HttpResponse<String> in = SignedIn.signIn("Newcomer", SignedIn.PASSWORD);
    assertThat(in.statusCode()).isEqualTo(200);
    assertThat(in.headers().firstValue("Set-Cookie").orElseThrow())
        .containsIgnoringCase("; HttpOnly")
        .contains("; SameSite=Strict", "; Path=/");
    JsonNode people = ada.seen("/api/accounts");
    assertThat(people.toString()).contains("Newcomer").doesNotContain(link, "argon2");
    long number = invited.at("/account").asLong();
    assertThat(
            ada.send("PATCH", "/api/accounts/" + number, "{\"roles\":[\"auditor\"]}").statusCode())
        .isEqualTo(200);
    HttpResponse<String> stale =
        desk.send(
            HttpRequest.newBuilder(desk.address("/api/session"))
                .header("Cookie", SignedIn.cookie(in))
                .build());
    assertThat(stale.statusCode()).as("other roles, another session").isEqualTo(401);
    String erase = "/api/accounts/" + number + "/erase";
    assertThat(ada.post(erase, "{}").statusCode()).as("without the password").isEqualTo(403);
    assertThat(ada.post(erase, "{\"password\":\"%s\"}".formatted(SignedIn.PASSWORD)).statusCode())
        .isEqualTo(200);
    assertThat(ada.seen("/api/accounts").toString()).doesNotContain("Newcomer");
  }

  @Test
  void what_is_grave_takes_the_password_once_more() {
    SignedIn una = SignedIn.as("Una", Role.ADMINISTRATOR);
    String administrator = "{\"name\":\"Second Una\",\"roles\":[\"administrator\"]%s}";
    assertThat(una.post("/api/accounts", administrator.formatted("")).statusCode()).isEqualTo(403);
    String wrong = administrator.formatted(",\"password\":\"another one of mine\"");
    assertThat(una.post("/api/accounts", wrong).statusCode()).isEqualTo(403);
    assertThat(una.seen("/api/accounts").toString()).doesNotContain("Second Una");
    String right = administrator.formatted(",\"password\":\"%s\"".formatted(SignedIn.PASSWORD));
    assertThat(una.post("/api/accounts", right).statusCode()).isEqualTo(201);
    String token =
        "{\"label\":\"Other\",\"elections\":[\"%s\"],\"facts\":[\"returns\"]}"
            .formatted(RunningDesk.ELECTION);
    assertThat(una.post("/api/tokens", token).statusCode()).isEqualTo(403);
  }

  @Test
  void who_approves_or_administers_is_made_by_two_administrators_where_there_are_two() {
    SignedIn one = SignedIn.as("One of two", Role.ADMINISTRATOR);
    SignedIn two = SignedIn.as("Two of two", Role.ADMINISTRATOR);
    JsonNode invited =
        one.done("/api/accounts", "{\"name\":\"Wanted\",\"roles\":[\"recorder\",\"reviewer\"]}");
    assertThat(invited.at("/roles").toString()).isEqualTo("[\"recorder\"]");
    assertThat(invited.at("/wish/by").asLong()).isEqualTo(one.account);
    String account = "/api/accounts/" + invited.at("/account").asLong();
    String both = "{\"roles\":[\"recorder\",\"reviewer\"]}";
    HttpResponse<String> again = one.send("PATCH", account, both);
    assertThat(SignedIn.tree(again.body()).at("/roles").toString())
        .as("the same one twice")
        .isEqualTo("[\"recorder\"]");
    HttpResponse<String> other = two.send("PATCH", account, "{\"roles\":[\"reviewer\"]}");
    assertThat(SignedIn.tree(other.body()).at("/wish/by").asLong())
        .as("another wish takes its place")
        .isEqualTo(two.account);
    HttpResponse<String> given = one.send("PATCH", account, "{\"roles\":[\"reviewer\"]}");
    assertThat(SignedIn.tree(given.body()).at("/roles").toString()).isEqualTo("[\"reviewer\"]");
    assertThat(SignedIn.tree(given.body()).has("wish")).isFalse();
    assertThat(two.seen("/api/accounts").toString()).contains("Wanted");
    assertThat(two.get("/api/trail").body()).contains("\"act\":\"want-roles\"");
    HttpResponse<String> less = two.send("PATCH", account, "{\"roles\":[\"auditor\"]}");
    assertThat(SignedIn.tree(less.body()).at("/roles").toString())
        .as("to take a role away takes one")
        .isEqualTo("[\"auditor\"]");
  }

  @Test
  void a_token_is_made_told_once_and_taken_back_and_the_trail_says_by_whom() {
    SignedIn ada = SignedIn.as("Ada", Role.ADMINISTRATOR);
    JsonNode made =
        ada.done(
            "/api/tokens",
            "{\"label\":\"Wire\",\"elections\":[\"%s\"],\"facts\":[\"returns\"],\"password\":\"%s\"}"
                .formatted(RunningDesk.ELECTION, SignedIn.PASSWORD));
    String secret = made.at("/token").asText();
    assertThat(desk.get("/api/session", secret).statusCode()).isEqualTo(200);
    assertThat(ada.get("/api/tokens").body()).contains("Wire").doesNotContain(secret);
    String token = "/api/tokens/" + made.at("/id").asLong();
    assertThat(ada.send("DELETE", token, "").statusCode()).isEqualTo(200);
    assertThat(desk.get("/api/session", secret).statusCode()).isEqualTo(401);
    JsonNode last = SignedIn.tree(ada.get("/api/trail").body().lines().toList().getLast());
    assertThat(last.at("/act").asText()).isEqualTo("revoke");
    assertThat(last.at("/account").asLong()).isEqualTo(ada.account);
    assertThat(last.at("/object").asText()).isEqualTo("account " + made.at("/id").asLong());
  }

  private HttpResponse<String> accept(String link, String password) {
    return desk.send(
        HttpRequest.newBuilder(desk.address("/api/invitations/" + link))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"password\":\"%s\"}".formatted(password)))
            .build());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "1",
        "..%2f..%2fapi",
        "%00",
        "asc_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void a_forged_invitation_opens_nothing(String link) {
    assertThat(accept(link, SignedIn.PASSWORD).statusCode()).isEqualTo(404);
  }

  @Test
  void a_cookie_that_was_copied_is_worth_nothing_after_signing_out() {
    SignedIn ben = SignedIn.anew("Ben the copied", Role.RECORDER);
    String copied = ben.cookie;
    HttpResponse<String> out = ben.send("DELETE", "/api/session", "");
    assertThat(out.statusCode()).isEqualTo(200);
    assertThat(out.headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=0");
    assertThat(out.headers().firstValue("Clear-Site-Data")).isPresent();
    ben.cookie = copied;
    assertThat(ben.get("/api/session").statusCode()).isEqualTo(401);
    assertThat(ben.get("/proposals").statusCode()).isEqualTo(401);
  }

  @Test
  void signing_in_always_makes_a_new_session_and_ends_the_one_that_was_brought() {
    SignedIn cleo = SignedIn.anew("Cleo", Role.RECORDER);
    String before = cleo.cookie;
    HttpResponse<String> again =
        cleo.post(
            "/api/session", "{\"name\":\"Cleo\",\"password\":\"%s\"}".formatted(SignedIn.PASSWORD));
    assertThat(SignedIn.cookie(again)).isNotEqualTo(before);
    assertThat(cleo.get("/api/session").statusCode()).isEqualTo(401);
    cleo.cookie = SignedIn.cookie(again);
    assertThat(cleo.get("/api/session").statusCode()).isEqualTo(200);
    cleo.cookie = "ascertain=" + "B".repeat(43);
    HttpResponse<String> fixed =
        cleo.post(
            "/api/session", "{\"name\":\"Cleo\",\"password\":\"%s\"}".formatted(SignedIn.PASSWORD));
    assertThat(SignedIn.cookie(fixed)).doesNotContain("BBBB");
  }

  @Test
  void everywhere_ends_all_sessions_of_somebody() {
    SignedIn dan = SignedIn.anew("Dan", Role.RECORDER);
    String phone = dan.cookie;
    dan.cookie = SignedIn.cookie(SignedIn.signIn("Dan", SignedIn.PASSWORD));
    assertThat(dan.send("DELETE", "/api/session?everywhere=true", "").statusCode()).isEqualTo(200);
    dan.cookie = phone;
    assertThat(dan.get("/api/session").statusCode()).isEqualTo(401);
  }

  @Test
  void another_page_does_nothing_in_somebodys_name() {
    SignedIn eve = SignedIn.as("Eve", Role.ADMINISTRATOR);
    String body = "{\"name\":\"Mallory\",\"roles\":[\"administrator\"]}";
    assertThat(eve.postFromElsewhere("/api/accounts", body).statusCode()).isEqualTo(403);
    HttpResponse<String> asAForm =
        desk.send(
            HttpRequest.newBuilder(desk.address("/api/accounts"))
                .header("Cookie", eve.cookie)
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    assertThat(asAForm.statusCode()).isEqualTo(403);
    assertThat(eve.seen("/api/accounts").toString()).doesNotContain("Mallory");
  }

  @Test
  void an_administrator_who_tries_to_approve_or_type_is_refused() {
    SignedIn fay = SignedIn.as("Fay", Role.ADMINISTRATOR);
    for (String act : new String[] {"approve", "claim", "save", "decide", "refuse"})
      assertThat(fay.post("/proposals/1/" + act, "{\"version\":1}").statusCode())
          .as(act)
          .isEqualTo(403);
    assertThat(
            fay.send("PATCH", "/api/accounts/" + fay.account, "{\"roles\":[\"reviewer\"]}")
                .statusCode())
        .isEqualTo(409);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ann\\r\\nSet-Cookie: ascertain=x", "Ann\\u0000", " Ann", "", "\\u0085"})
  void a_name_that_would_break_a_header_or_a_table_is_refused(String name) {
    SignedIn gus = SignedIn.as("Gus", Role.ADMINISTRATOR);
    HttpResponse<String> answer =
        gus.post("/api/accounts", "{\"name\":\"%s\",\"roles\":[]}".formatted(name));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().map().toString()).doesNotContain("ascertain=x");
  }

  @Test
  void what_is_not_ones_own_is_not_there() {
    SignedIn hal = SignedIn.as("Hal", Role.REVIEWER);
    for (String path :
        new String[] {
          "/proposals/999999", "/proposals/0", "/proposals/-1", "/proposals/9e9", "/kept/99999999"
        }) assertThat(hal.get(path).statusCode()).as(path).isEqualTo(404);
  }
}
