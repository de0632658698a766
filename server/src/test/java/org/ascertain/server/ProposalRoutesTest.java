package org.ascertain.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.ascertain.desk.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What binds goes into the record by two people over HTTP, by either way. */
@QuarkusTest
@TestProfile(RunningDesk.Profile.class)
@Timeout(180)
class ProposalRoutesTest {

  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);

  private final RunningDesk desk = new RunningDesk();
  private final SignedIn rita = SignedIn.as("Rita", Role.RECORDER);
  private final SignedIn rolf = SignedIn.as("Rolf", Role.RECORDER);
  private final SignedIn vera = SignedIn.as("Vera", Role.REVIEWER);

  private static String call(String unit) {
    return """
    {"facts":[{"fact":"call","at":"2020-11-07T16:25:00Z","unit":"%s","caller":"AP","for":"biden"}],"reason":"the county's last ballots"}\
    """
        .formatted(unit);
  }

  /** The answer, which is as a schema says. */
  static JsonNode asItsSchemaSays(String schema, JsonNode answer) {
    assertThat(
            SCHEMAS
                .getSchema(
                    SchemaLocation.of(
                        "classpath:org/ascertain/answers/schemas/" + schema + ".json"))
                .validate(answer.toString(), InputFormat.JSON))
        .isEmpty();
    return answer;
  }

  private static List<String> acts(JsonNode answer) {
    List<String> acts = new ArrayList<>();
    answer.path("next").forEach(each -> acts.add(each.path("act").asText()));
    return acts.stream().sorted().toList();
  }

  private static String at(JsonNode proposal, String act) {
    return "/proposals/" + proposal.path("id").asLong() + "/" + act;
  }

  private static String version(JsonNode proposal) {
    return "{\"version\":%d}".formatted(proposal.path("version").asLong());
  }

  @Test
  void a_call_that_one_proposes_and_another_approves_is_an_entry() {
    long before = desk.entries();
    JsonNode proposed = asItsSchemaSays("Proposal", rita.done("/proposals", call("PA")));
    assertThat(proposed.at("/state").asText()).isEqualTo("proposed");
    assertThat(acts(proposed)).containsExactly("withdraw");
    assertThat(desk.entries()).isEqualTo(before);
    assertThat(rita.post(at(proposed, "approve"), version(proposed)).statusCode()).isEqualTo(403);

    JsonNode seen = vera.seen("/proposals/" + proposed.at("/id").asLong());
    assertThat(acts(seen)).containsExactly("approve", "refuse", "send-back");
    JsonNode recorded =
        asItsSchemaSays("Proposal", vera.done(at(proposed, "approve"), version(seen)));
    assertThat(recorded.at("/state").asText()).isEqualTo("recorded");
    assertThat(recorded.at("/by").asLong()).isEqualTo(rita.account);
    assertThat(recorded.at("/second").asLong()).isEqualTo(vera.account);
    assertThat(desk.entries()).isEqualTo(before + 1);
    JsonNode again = SignedIn.tree(vera.post(at(proposed, "approve"), version(seen)).body());
    assertThat(again.at("/code").asText()).isEqualTo("D904");
    asItsSchemaSays("Proposals", vera.seen("/proposals"));
  }

  @Test
  void what_a_proposal_would_do_is_told_before_it_is_done_and_of_a_paper_nothing_is() {
    JsonNode proposed = rita.done("/proposals", call("HI"));
    JsonNode prospect =
        asItsSchemaSays(
            "Prospect", vera.seen("/proposals/" + proposed.at("/id").asLong() + "/prospect"));
    assertThat(called(prospect.at("/after")) - called(prospect.at("/before"))).isEqualTo(4);
    assertThat(called(prospect.at("/before")))
        .as("nothing is recorded by it")
        .isEqualTo(
            called(
                vera.seen("/proposals/" + proposed.at("/id").asLong() + "/prospect")
                    .at("/before")));
    JsonNode paper = opened("ID");
    assertThat(vera.get("/proposals/" + id(paper) + "/prospect").statusCode()).isEqualTo(404);
  }

  @Test
  void how_many_watches_would_be_told_is_told_before_it_is_done() {
    JsonNode proposed = rita.done("/proposals", call("WY"));
    String prospect = "/proposals/" + proposed.at("/id").asLong() + "/prospect";
    long before = vera.seen(prospect).at("/watches").asLong();
    for (String condition : List.of("called(WY) by AP", "called(WY) by AP", "called(WY) by Fox"))
      rita.done(
          "/watches",
          "{\"condition\":\"%s\",\"endpoint\":{\"kind\":\"none\"}}".formatted(condition));
    assertThat(vera.seen(prospect).at("/watches").asLong()).isEqualTo(before + 2);
    assertThat(vera.seen(prospect).at("/watches").asLong())
        .as("nothing turned")
        .isEqualTo(before + 2);
  }

  /** AP's electors for Biden in a result. */
  private static long called(JsonNode result) {
    for (JsonNode rung : result.path("ladder"))
      if (rung.path("stage").asText().equals("called"))
        return rung.at("/callers/AP/biden").asLong();
    return 0;
  }

  @Test
  void how_far_each_list_has_come_is_told_as_soon_as_it_has() throws Exception {
    JsonNode before = asItsSchemaSays("Changes", rita.seen("/changes"));
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    CompletableFuture<Void> listening = rita.listen("/changes", heard::add);
    assertThat(heard.poll(30, TimeUnit.SECONDS)).isNotNull();
    rita.done("/proposals", call("VT"));
    long due = before.at("/proposals").asLong() + 1;
    long told = 0;
    for (int tries = 0; told < due && tries < 50; tries++) {
      String next = heard.poll(30, TimeUnit.SECONDS);
      assertThat(next).isNotNull();
      told = SignedIn.tree(next).at("/proposals").asLong();
    }
    assertThat(told).isGreaterThanOrEqualTo(due);
    listening.cancel(true);
  }

  @Test
  void who_looks_into_what_was_recorded_is_offered_to_hold_it_and_then_to_end_that() {
    JsonNode proposed = rita.done("/proposals", call("MD"));
    JsonNode recorded = vera.done(at(proposed, "approve"), version(proposed));
    assertThat(acts(recorded)).containsExactly("hold");
    assertThat(acts(rita.seen("/proposals/" + id(recorded)))).isEmpty();
    String entry = "/entries/" + recorded.at("/firstEntry").asLong();
    vera.done(entry + "/hold", "{\"reason\":\"another look\"}");
    assertThat(acts(vera.seen("/proposals/" + id(recorded)))).containsExactly("unhold");
    vera.done(entry + "/unhold", "{}");
  }

  @Test
  void the_hash_of_the_document_stands_in_the_entry_by_both_ways() {
    String scan = "0123456789abcdef".repeat(4);
    JsonNode paper =
        rita.done(
            "/proposals",
            "{\"type\":\"certification\",\"unit\":\"UT\",\"scan\":\"%s\"}".formatted(scan));
    typed(rita, paper, "560282", "865140");
    assertThat(entry(typed(rolf, paper, "560282", "865140"))).contains(scan);
    JsonNode proposed =
        rita.done(
            "/proposals",
            call("CT").replace("\"reason\"", "\"scan\":\"%s\",\"reason\"".formatted(scan)));
    assertThat(entry(vera.done(at(proposed, "approve"), version(proposed)))).contains(scan);
  }

  /** The line of what was recorded of a proposal, asked for until readers are shown it. */
  private String entry(JsonNode recorded) {
    String path = "/entries/" + recorded.at("/firstEntry").asLong();
    for (int tries = 0; tries < 200; tries++) {
      HttpResponse<String> answer = rita.get(path);
      if (answer.statusCode() == 200) return SignedIn.tree(answer.body()).path("entry").toString();
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
    throw new AssertionError(path + " is not shown within ten seconds");
  }

  @Test
  void a_reviewer_cannot_approve_what_they_proposed() {
    JsonNode proposed = vera.done("/proposals", call("GA"));
    assertThat(acts(proposed)).containsExactly("withdraw");
    assertThat(vera.post(at(proposed, "approve"), version(proposed)).statusCode()).isEqualTo(409);
  }

  @Test
  void a_certificate_typed_alike_by_two_is_an_entry() {
    JsonNode paper = opened("WI");
    assertThat(paper.at("/paper/fields/0").asText()).isEqualTo("/at");
    typed(rita, paper, "1630866", "1610184");
    JsonNode between = asItsSchemaSays("Proposal", rolf.seen("/proposals/" + id(paper)));
    assertThat(between.toString()).doesNotContain("1630866").doesNotContain("1610184");
    assertThat(acts(rita.seen("/proposals/" + id(paper)))).doesNotContain("claim");
    JsonNode recorded = asItsSchemaSays("Proposal", typed(rolf, paper, "1630866", "1610184"));
    assertThat(recorded.at("/state").asText()).isEqualTo("recorded");
    assertThat(recorded.at("/second").asLong()).isEqualTo(rolf.account);
  }

  @Test
  void a_slip_is_found_and_a_third_decides_from_the_paper() {
    JsonNode paper = opened("NV");
    typed(rita, paper, "703486", "669890");
    JsonNode differing = asItsSchemaSays("Proposal", typed(rolf, paper, "703486", "669980"));
    assertThat(differing.at("/state").asText()).isEqualTo("differing");
    assertThat(differing.at("/differ")).hasSize(1);
    assertThat(differing.at("/differ/0").asText()).isEqualTo("/votes/trump");
    assertThat(differing.toString()).doesNotContain("669890").doesNotContain("669980");
    JsonNode half =
        asItsSchemaSays("Proposal", rita.done(at(paper, "retype"), retyped(differing, "669890")));
    JsonNode undecided = rolf.done(at(paper, "retype"), retyped(half, "669980"));
    assertThat(undecided.at("/state").asText()).isEqualTo("undecided");
    assertThat(undecided.has("sides")).isFalse();
    JsonNode shown = asItsSchemaSays("Proposal", vera.seen("/proposals/" + id(paper)));
    assertThat(shown.at("/sides")).hasSize(2);
    assertThat(acts(shown)).containsExactly("decide", "refuse");
    JsonNode recorded = vera.done(at(paper, "decide"), retyped(shown, "669890"));
    assertThat(recorded.at("/state").asText()).isEqualTo("recorded");
    assertThat(recorded.at("/decider").asLong()).isEqualTo(vera.account);
  }

  @Test
  void what_the_checks_find_meanwhile_goes_back_to_the_proposer() {
    JsonNode first = rita.done("/proposals", call("NH"));
    JsonNode other = rolf.done("/proposals", call("NH").replace("biden", "trump"));
    vera.done(at(other, "approve"), version(other));
    long before = desk.entries();
    JsonNode stale = asItsSchemaSays("Proposal", vera.done(at(first, "approve"), version(first)));
    assertThat(stale.at("/state").asText()).isEqualTo("stale");
    assertThat(stale.at("/findings").toString()).contains("D808");
    assertThat(acts(stale)).isEmpty();
    assertThat(desk.entries()).isEqualTo(before);
    assertThat(acts(rita.seen("/proposals/" + id(first))))
        .containsExactly("look-again", "withdraw");
    JsonNode again = rita.done(at(first, "look-again"), version(stale));
    assertThat(again.at("/state").asText()).isEqualTo("proposed");
    assertThat(vera.done(at(first, "approve"), version(again)).at("/state").asText())
        .isEqualTo("recorded");
  }

  @Test
  void what_one_hands_in_alone_holds_no_call_and_nothing_that_binds() {
    String fact =
        """
        {"fact":"call","at":"2020-11-07T16:25:00Z","unit":"NJ","caller":"AP","for":"biden"}\
        """;
    JsonNode answer = SignedIn.tree(rita.post("/facts", fact).body());
    assertThat(answer.at("/code").asText()).isEqualTo("D901");
    String oath =
        """
        {"fact":"oath","at":"2021-01-20T16:49:00Z","person":"biden","office":"president"}\
        """;
    assertThat(rita.post("/facts", oath).body()).contains("D911");
    String statement =
        """
        {"fact":"statement","at":"2020-11-05T10:00:00Z","actor":"An office","about":"procedure","text":"Counting goes on."}\
        """;
    assertThat(rita.done("/facts", statement).at("/recorded").asLong()).isEqualTo(1);
  }

  @Test
  void whoever_listens_is_told_what_another_does() throws Exception {
    BlockingQueue<String> told = new LinkedBlockingQueue<>();
    CompletableFuture<Void> listening = vera.listen("/proposals", told::add);
    assertThat(told.poll(20, TimeUnit.SECONDS)).isNotNull();
    JsonNode proposed = rita.done("/proposals", call("OH"));
    String news = told.poll(20, TimeUnit.SECONDS);
    assertThat(news).contains("\"id\":%d,".formatted(id(proposed)));
    asItsSchemaSays("Proposals", SignedIn.tree(news));
    assertThat(vera.send("DELETE", "/api/session", "").statusCode()).isEqualTo(200);
    listening.get(20, TimeUnit.SECONDS); // whoever has signed out hears nothing more
    vera.again();
  }

  @Test
  void the_trail_says_who_did_what_and_is_whole() {
    JsonNode proposed = rita.done("/proposals", call("MI"));
    vera.done(at(proposed, "refuse"), "{\"version\":1,\"reason\":\"too early\"}");
    SignedIn aud = SignedIn.as("Aud", Role.AUDITOR);
    List<JsonNode> lines =
        Arrays.stream(aud.get("/trail").body().split("\n")).map(SignedIn::tree).toList();
    lines.forEach(line -> asItsSchemaSays("TrailLine", line));
    assertThat(lines.getLast().at("/act").asText()).isEqualTo("refuse");
    assertThat(lines.getLast().at("/account").asLong()).isEqualTo(vera.account);
    String from = "/trail?from=" + lines.size();
    assertThat(aud.get(from).body().strip()).isEqualTo(lines.getLast().toString());
  }

  private JsonNode opened(String unit) {
    return rita.done(
        "/proposals",
        "{\"type\":\"certification\",\"unit\":\"%s\",\"source\":\"The certificate\"}"
            .formatted(unit));
  }

  private static long id(JsonNode proposal) {
    return proposal.path("id").asLong();
  }

  /** Claims the paper, types it whole and says so. */
  private static JsonNode typed(SignedIn typist, JsonNode paper, String biden, String trump) {
    JsonNode now = typist.seen("/proposals/" + id(paper));
    JsonNode claimed = typist.done(at(paper, "claim"), version(now));
    JsonNode saved =
        typist.done(
            at(paper, "save"),
            """
            {"version":%d,"fields":{"/at":"2020-11-30","/votes/biden":"%s","/votes/trump":"%s","/other":"","/total":"","/authority":"The board"}}\
            """
                .formatted(claimed.path("version").asLong(), biden, trump));
    return typist.done(
        at(paper, "done"),
        "{\"version\":%d,\"remark\":\"as the paper has it\"}"
            .formatted(saved.path("version").asLong()));
  }

  private static String retyped(JsonNode proposal, String trump) {
    return "{\"version\":%d,\"fields\":{\"/votes/trump\":\"%s\"}}"
        .formatted(proposal.path("version").asLong(), trump);
  }
}
