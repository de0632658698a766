package org.ascertain.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.ascertain.desk.DeskTables;
import org.ascertain.desk.Policy;
import org.ascertain.desk.ProposalAct;
import org.ascertain.desk.Role;
import org.ascertain.desk.Scope;
import org.ascertain.desk.Tokens;
import org.ascertain.ledger.DeskStore;
import org.eclipse.microprofile.openapi.OASFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Who gets what at which route: the status of each kind of asker at each, held against a table that
 * people read. What is asked for is not there, so that whoever may gets 404, or 400 for an empty
 * body; whoever may not gets 401 or 403 before anybody looks.
 */
@QuarkusTest
@TestProfile(RunningDesk.Profile.class)
@Timeout(300)
class AccessTest {

  private static final Path TABLE = Path.of("src/test/resources/org/ascertain/server/access.tsv");

  private final RunningDesk desk = new RunningDesk();

  @Test
  void each_asker_gets_at_each_route_what_the_table_says() throws IOException {
    Map<String, Function<Routes, HttpRequest.Builder>> askers = askers();
    StringBuilder table = new StringBuilder("method\troute");
    askers.keySet().forEach(asker -> table.append('\t').append(asker));
    table.append('\n');
    for (Routes route : Routes.values()) {
      table.append(route.method).append('\t').append(route.path);
      for (Function<Routes, HttpRequest.Builder> asker : askers.values())
        table.append('\t').append(status(route, asker.apply(route)));
      table.append('\n');
    }
    if (Boolean.getBoolean("ascertain.renew")) Files.writeString(TABLE, table);
    assertThat(table.toString()).isEqualTo(Files.readString(TABLE));
  }

  private int status(Routes route, HttpRequest.Builder request) {
    String type = route == Routes.RETURNS ? "text/csv" : "application/json";
    HttpResponse<String> answer =
        desk.send(
            request
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", type)
                .method(
                    route.method,
                    route.method.equals("GET")
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString("{}"))
                .build());
    return answer.statusCode();
  }

  private Map<String, Function<Routes, HttpRequest.Builder>> askers() {
    Map<String, Function<Routes, HttpRequest.Builder>> askers = new LinkedHashMap<>();
    askers.put("anonymous", this::to);
    for (Role role : Role.values())
      askers.put(role.word(), route -> signedIn(route, role).header("X-Ascertain", "1"));
    askers.put("token", route -> with(route, RunningDesk.token()));
    String other = tokenForAnother();
    askers.put("token of another election", route -> with(route, other));
    RunningDesk.Issued revoked = RunningDesk.issue("revoked", Policy.ASIDE);
    RunningDesk.revoke(revoked.account());
    askers.put("revoked token", route -> with(route, revoked.secret()));
    SignedIn late = SignedIn.anew("Late", Role.values());
    expire(late.account);
    askers.put(
        "expired session",
        route -> to(route).header("Cookie", late.cookie).header("X-Ascertain", "1"));
    askers.put(
        "from another page",
        route ->
            to(route)
                .header("Cookie", SignedIn.as("All", Role.values()).cookie)
                .header("Origin", "https://elsewhere.example")
                .header("Sec-Fetch-Site", "cross-site"));
    return askers;
  }

  /** Signing out ends a session, so each who is asked to is somebody new. */
  private HttpRequest.Builder signedIn(Routes route, Role role) {
    SignedIn who =
        route == Routes.SIGN_OUT
            ? SignedIn.anew("Gone " + role, role)
            : SignedIn.as("One " + role, role);
    return to(route).header("Cookie", who.cookie);
  }

  private HttpRequest.Builder to(Routes route) {
    String address =
        route
            .address(RunningDesk.ELECTION, 999_999)
            .replace(":secret", "A".repeat(43))
            .replace(":turn", "0".repeat(26))
            .replace(":link", "none")
            .replace(":hash", "0".repeat(64));
    boolean takesIn = route == Routes.FACTS || route == Routes.RETURNS;
    return HttpRequest.newBuilder(desk.address(takesIn ? address + "?dry-run=true" : address));
  }

  private HttpRequest.Builder with(Routes route, String token) {
    return to(route).header("Authorization", "Bearer " + token);
  }

  private static String tokenForAnother() {
    try (DeskStore store = DeskTables.open(RunningDesk.data().store())) {
      Scope scope =
          new Scope(Set.of("us-president-2016"), Set.of("returns"), Set.of(), Set.of(), Set.of());
      return new Tokens(store, InstantSource.system())
          .issue("another", scope, Policy.ASIDE, Instant.now().plus(Duration.ofDays(1)))
          .secret();
    }
  }

  /** As if nobody had done anything for an hour. */
  private static void expire(long account) {
    try (DeskStore store = DeskTables.open(RunningDesk.data().store())) {
      store.change(
          in -> {
            try (PreparedStatement update =
                in.prepareStatement("update session set seen = ? where account = ?")) {
              update.setString(1, Instant.now().minus(Duration.ofHours(1)).toString());
              update.setLong(2, account);
              return update.executeUpdate();
            }
          });
    }
  }

  @Test
  void the_table_of_routes_names_every_act_about_a_proposal() {
    List<Routes> acts = new ArrayList<>();
    for (ProposalAct.Kind act : ProposalAct.Kind.values()) {
      acts.add(Routes.of(act));
      assertThat(Routes.of(act).who == Who.Group.REVIEWERS)
          .as(act.word())
          .isEqualTo(act.isReview());
    }
    assertThat(acts).doesNotHaveDuplicates();
  }

  @Test
  void no_role_that_administers_or_audits_can_type_or_approve() {
    for (Routes route : Routes.values())
      if (route.act().isPresent() || route == Routes.PROPOSE)
        assertThat(route.who.members()).doesNotContain(Who.ADMINISTRATOR, Who.AUDITOR, Who.TOKEN);
  }

  @Test
  void an_address_of_which_nobody_said_who_may_use_it_is_not_served() {
    KnownAddresses.require("/api/elections/{id}/standing");
    KnownAddresses.require("/q/health");
    assertThatThrownBy(() -> KnownAddresses.require("/api/elections/{id}/secrets"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("/api/elections/{id}/secrets");
    var api = OASFactory.createOpenAPI().paths(OASFactory.createPaths());
    api.getPaths().addPathItem("/api/anything", OASFactory.createPathItem());
    assertThatThrownBy(() -> new ApiDescription().filterOpenAPI(api))
        .isInstanceOf(IllegalStateException.class);
  }
}
