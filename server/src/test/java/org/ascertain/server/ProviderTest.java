package org.ascertain.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ascertain.desk.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in by a provider, as browsers do it, and as those who would be somebody else try to. */
@QuarkusTest
@TestProfile(ProviderTest.Named.class)
@Timeout(180)
class ProviderTest {

  private static final StubProvider PROVIDER = new StubProvider();
  private static final String WAY = "/api/session/provider";

  /** A server whose operator named a provider. */
  public static final class Named implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> with = new HashMap<>(new RunningDesk.Profile().getConfigOverrides());
      with.put("ascertain.provider", PROVIDER.issuer());
      with.put("ascertain.provider.client", StubProvider.CLIENT);
      with.put("ascertain.provider.secret", secret().toString());
      return with;
    }

    private static Path secret() {
      try {
        Path file = Files.createTempFile("ascertain-test", ".secret");
        file.toFile().deleteOnExit();
        return Files.writeString(file, StubProvider.SECRET + "\n");
      } catch (IOException noRoom) {
        throw new UncheckedIOException(noRoom);
      }
    }
  }

  private final RunningDesk desk = new RunningDesk();
  private final SignedIn ada = SignedIn.as("Ada of the provider", Role.ADMINISTRATOR);

  @BeforeEach
  void tells_the_truth() {
    PROVIDER.lie = StubProvider.Lie.NONE;
    PROVIDER.subject = "subject-1";
  }

  /** A browser on its way: what it was given to keep, and where it goes. */
  private record Begun(String cookie, URI to) {}

  private Begun begin(String to) {
    HttpResponse<String> answer = begun(to);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new Begun(
        SignedIn.cookie(answer),
        URI.create(
            ProposalRoutesTest.asItsSchemaSays("ProviderWay", SignedIn.tree(answer.body()))
                .at("/address")
                .asText()));
  }

  private HttpResponse<String> begun(String to) {
    return desk.send(
        HttpRequest.newBuilder(desk.address(WAY))
            .header("Content-Type", "application/json")
            .header("X-Ascertain", "1")
            .POST(HttpRequest.BodyPublishers.ofString("{\"to\":\"" + to + "\"}"))
            .build());
  }

  private HttpResponse<String> back(String cookie, URI back) {
    URI here = desk.address(back.getRawPath() + "?" + back.getRawQuery());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(here).header("Sec-Fetch-Site", "cross-site");
    if (!cookie.isEmpty()) request.header("Cookie", cookie);
    return desk.send(request.build());
  }

  private HttpResponse<String> come(String to) {
    Begun way = begin(to);
    return back(way.cookie(), PROVIDER.authorize(way.to()));
  }

  private static String to(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  /** The cookie of a session, where one was given. */
  private static String session(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(each -> each.startsWith("ascertain="))
        .map(each -> each.substring(0, each.indexOf(';')))
        .findFirst()
        .orElse("");
  }

  private HttpResponse<String> tie(SignedIn who, String subject) {
    return ada.post(
        "/api/accounts/%d/tie".formatted(who.account),
        "{\"subject\":\"%s\",\"password\":\"%s\"}".formatted(subject, SignedIn.PASSWORD));
  }

  private int whoIs(String cookie) {
    return desk.send(
            HttpRequest.newBuilder(desk.address("/api/session")).header("Cookie", cookie).build())
        .statusCode();
  }

  @Test
  void who_is_tied_comes_in_and_who_is_untied_does_not() {
    PROVIDER.subject = "tied-1";
    SignedIn ben = SignedIn.anew("Ben of the provider", Role.RECORDER);
    assertThat(to(come("/desk"))).isEqualTo("/desk#way=untied");
    assertThat(tie(ben, "tied-1").statusCode()).isEqualTo(200);
    HttpResponse<String> in = come("/desk/2020/papers");
    assertThat(to(in)).isEqualTo("/desk/2020/papers");
    assertThat(in.headers().allValues("Set-Cookie"))
        .anyMatch(
            each ->
                each.startsWith("ascertain=")
                    && each.contains("HTTPOnly")
                    && each.contains("SameSite=Strict"))
        .anyMatch(each -> each.startsWith("ascertain-way=;") && each.contains("Max-Age=0"));
    ben.cookie = session(in);
    JsonNode who = ben.seen("/api/session");
    assertThat(who.at("/account").asLong()).isEqualTo(ben.account);
    assertThat(who.at("/roles").toString()).isEqualTo("[\"recorder\"]");
    assertThat(ada.seen("/api/accounts").toString()).contains("tied-1");
    assertThat(ada.get("/api/trail").body())
        .contains("\"act\":\"tie\"")
        .containsPattern("by\\W+provider")
        .doesNotContain("tied-1");
    assertThat(ada.post("/api/accounts/%d/untie".formatted(ben.account), "{}").statusCode())
        .isEqualTo(200);
    assertThat(ben.get("/api/session").statusCode()).as("its sessions end").isEqualTo(401);
    assertThat(to(come("/desk"))).isEqualTo("/desk#way=untied");
  }

  @Test
  void no_account_is_made_and_whoever_came_in_vain_is_told_as_whom_they_are_known() {
    PROVIDER.subject = "nobody-here";
    int before = ada.seen("/api/accounts").at("/items").size();
    HttpResponse<String> came = come("/desk");
    assertThat(to(came)).isEqualTo("/desk#way=untied");
    assertThat(session(came)).isEmpty();
    String kept =
        came.headers().allValues("Set-Cookie").stream()
            .filter(each -> each.startsWith("ascertain-way=untied"))
            .map(each -> each.substring(0, each.indexOf(';')))
            .findFirst()
            .orElseThrow();
    HttpResponse<String> told =
        desk.send(HttpRequest.newBuilder(desk.address(WAY)).header("Cookie", kept).build());
    ProposalRoutesTest.asItsSchemaSays("Provider", SignedIn.tree(told.body()));
    assertThat(SignedIn.tree(told.body()).at("/subject").asText()).isEqualTo("nobody-here");
    assertThat(SignedIn.tree(told.body()).at("/provider").asText())
        .isEqualTo(URI.create(PROVIDER.issuer()).getAuthority());
    assertThat(ada.seen("/api/accounts").at("/items")).hasSize(before);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void a_word_that_is_not_as_it_should_be_opens_nothing(StubProvider.Lie lie) {
    PROVIDER.subject = "lied-of";
    SignedIn cleo = SignedIn.as("Cleo of the provider", Role.RECORDER);
    assertThat(tie(cleo, "lied-of").statusCode()).isEqualTo(200);
    PROVIDER.lie = lie;
    HttpResponse<String> came = come("/desk");
    assertThat(to(came)).isEqualTo("/desk#way=failed");
    assertThat(session(came)).isEmpty();
    PROVIDER.lie = StubProvider.Lie.NONE;
    assertThat(session(come("/desk"))).as("and the truth opens").isNotEmpty();
  }

  @Test
  void a_way_is_gone_once() {
    PROVIDER.subject = "once";
    assertThat(tie(SignedIn.as("Dora of the provider", Role.RECORDER), "once").statusCode())
        .isEqualTo(200);
    Begun way = begin("/desk");
    URI back = PROVIDER.authorize(way.to());
    assertThat(session(back(way.cookie(), back))).isNotEmpty();
    HttpResponse<String> again = back(way.cookie(), back);
    assertThat(to(again)).isEqualTo("/desk#way=late");
    assertThat(session(again)).isEmpty();
  }

  @Test
  void a_code_that_was_used_or_belongs_to_another_way_opens_nothing() {
    PROVIDER.subject = "code";
    assertThat(tie(SignedIn.as("Elsa of the provider", Role.RECORDER), "code").statusCode())
        .isEqualTo(200);
    Begun first = begin("/desk");
    URI back = PROVIDER.authorize(first.to());
    Begun second = begin("/desk");
    URI own = PROVIDER.authorize(second.to());
    String code = back.getQuery().replaceAll("&.*", "");
    URI injected =
        URI.create(own.toString().replaceAll("code=[^&]*", code)); // its verifier does not fit
    HttpResponse<String> came = back(second.cookie(), injected);
    assertThat(to(came)).isEqualTo("/desk#way=failed");
    assertThat(session(came)).isEmpty();
  }

  @Test
  void what_another_browser_began_is_not_taken() {
    Begun others = begin("/desk");
    Begun own = begin("/desk");
    URI back = PROVIDER.authorize(others.to());
    for (String cookie : List.of(own.cookie(), "", "ascertain-way=", "ascertain-way=a.b.c.d"))
      assertThat(to(back(cookie, back))).isEqualTo("/desk#way=late");
    URI twice =
        URI.create(back + "&state=" + back.getQuery().replaceAll(".*state=([^&]*).*", "$1"));
    assertThat(to(back(others.cookie(), twice))).isEqualTo("/desk#way=late");
  }

  @ParameterizedTest
  @ValueSource(strings = {"iss=https%3A%2F%2Felsewhere.example", "other=1"})
  void the_word_of_another_provider_is_not_taken_for_this_ones(String instead) {
    PROVIDER.subject = "mixed";
    assertThat(tie(SignedIn.as("Fred of the provider", Role.RECORDER), "mixed").statusCode())
        .isEqualTo(200);
    Begun way = begin("/desk");
    URI back = PROVIDER.authorize(way.to());
    URI mixed = URI.create(back.toString().replaceAll("iss=[^&]*", instead));
    HttpResponse<String> came = back(way.cookie(), mixed);
    assertThat(to(came)).isEqualTo("/desk#way=failed");
    assertThat(session(came)).isEmpty();
  }

  @Test
  void who_says_no_there_is_led_back_without_a_session() {
    Begun way = begin("/desk");
    URI back = PROVIDER.authorize(way.to());
    URI no = URI.create(back.toString().replaceAll("code=[^&]*", "error=access_denied"));
    assertThat(to(back(way.cookie(), no))).isEqualTo("/desk#way=failed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://elsewhere.example/desk",
        "//elsewhere.example",
        "/desk/../api/session",
        "/desk/%0d%0aSet-Cookie: ascertain=x",
        "/desk\\r\\nSet-Cookie: ascertain=x",
        "/deskx",
        "/desk@elsewhere.example",
        "/desk\\\\elsewhere.example",
        "javascript:alert(1)"
      })
  void it_leads_to_the_desks_own_addresses_alone(String elsewhere) {
    HttpResponse<String> answer = begun(elsewhere);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void another_page_begins_nothing_here() {
    HttpResponse<String> answer =
        desk.send(
            HttpRequest.newBuilder(desk.address(WAY))
                .header("Content-Type", "application/json")
                .header("Origin", "https://elsewhere.example")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build());
    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void an_administrator_ties_and_gives_their_password_again() {
    SignedIn gus = SignedIn.as("Gus of the provider", Role.RECORDER, Role.REVIEWER);
    String path = "/api/accounts/%d/tie".formatted(gus.account);
    assertThat(gus.post(path, "{\"subject\":\"own\"}").statusCode()).isEqualTo(403);
    assertThat(ada.post(path, "{\"subject\":\"own\"}").statusCode()).isEqualTo(403);
    assertThat(tie(ada, "own").statusCode()).as("nobody their own").isEqualTo(409);
    assertThat(tie(gus, "two words").statusCode()).isEqualTo(422);
    assertThat(tie(gus, "x".repeat(256)).statusCode()).isEqualTo(422);
    assertThat(tie(gus, "for-gus").statusCode()).isEqualTo(200);
    SignedIn hal = SignedIn.as("Hal of the provider", Role.RECORDER);
    assertThat(tie(hal, "for-gus").statusCode()).as("another's").isEqualTo(409);
  }

  @Test
  void who_was_erased_or_never_took_their_invitation_does_not_come_in() {
    PROVIDER.subject = "gone";
    SignedIn ivy = SignedIn.anew("Ivy of the provider", Role.RECORDER);
    assertThat(tie(ivy, "gone").statusCode()).isEqualTo(200);
    ada.done(
        "/api/accounts/%d/erase".formatted(ivy.account),
        "{\"password\":\"%s\"}".formatted(SignedIn.PASSWORD));
    assertThat(to(come("/desk"))).isEqualTo("/desk#way=untied");
    JsonNode invited = ada.done("/api/accounts", "{\"name\":\"Jo\",\"roles\":[\"recorder\"]}");
    ada.done(
        "/api/accounts/%d/tie".formatted(invited.at("/account").asLong()),
        "{\"subject\":\"gone\",\"password\":\"%s\"}".formatted(SignedIn.PASSWORD));
    assertThat(session(come("/desk"))).isEmpty();
  }

  @Test
  void coming_in_ends_the_session_that_was_brought() {
    PROVIDER.subject = "fixed";
    SignedIn kim = SignedIn.as("Kim of the provider", Role.RECORDER);
    assertThat(tie(kim, "fixed").statusCode()).isEqualTo(200);
    kim.again();
    Begun way = begin("/desk");
    HttpResponse<String> in = back(way.cookie() + "; " + kim.cookie, PROVIDER.authorize(way.to()));
    assertThat(session(in)).isNotEmpty().isNotEqualTo(kim.cookie);
    assertThat(whoIs(kim.cookie)).isEqualTo(401);
    assertThat(whoIs(session(in))).isEqualTo(200);
  }
}
