package org.ascertain.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ascertain.desk.ProposalAct;
import org.ascertain.desk.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What an answer lists under {@code next} is exactly what the asker may do: in each state each
 * person tries each act, with a body that fits, on a proposal of its own.
 */
@QuarkusTest
@TestProfile(RunningDesk.Profile.class)
@Timeout(600)
class NextTest {

  private final SignedIn rita = SignedIn.as("Rita", Role.RECORDER);
  private final SignedIn rolf = SignedIn.as("Rolf", Role.RECORDER);
  private final SignedIn vera = SignedIn.as("Vera", Role.REVIEWER);
  private final SignedIn viktor = SignedIn.as("Viktor", Role.REVIEWER);
  private final SignedIn ada = SignedIn.as("Ada", Role.ADMINISTRATOR);
  private final SignedIn aud = SignedIn.as("Aud", Role.AUDITOR);

  /** The states in which a proposal can be brought without waiting for anything. */
  enum State {
    PROPOSED,
    SENT_BACK,
    REFUSED,
    WITHDRAWN,
    OPENED,
    FIRST_TYPING,
    FIRST_TYPED,
    SECOND_TYPING,
    DIFFERING,
    HALF_RETYPED,
    UNDECIDED,
    RECORDED;

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void next_lists_exactly_the_acts_that_are_done(State state) {
    for (SignedIn who : List.of(rita, rolf, vera, viktor, ada, aud)) {
      Set<String> listed = new TreeSet<>();
      Set<String> done = new TreeSet<>();
      for (ProposalAct.Kind act : ProposalAct.Kind.values()) {
        JsonNode proposal = brought(state);
        assertThat(proposal.at("/state").asText()).isEqualTo(state.word());
        JsonNode seen = who == ada ? proposal : who.seen(at(proposal));
        if (who != ada) seen.path("next").forEach(each -> listed.add(each.at("/act").asText()));
        listed.removeAll(Set.of("hold", "unhold")); // of its entry, not of the proposal
        int status = who.post(at(proposal) + "/" + act.word(), body(act, seen)).statusCode();
        assertThat(status).as(state + " " + who.name + " " + act).isIn(200, 403, 409);
        if (status == 200) done.add(act.word());
      }
      assertThat(done).as(state + " " + who.name).isEqualTo(listed);
    }
  }

  @Test
  void an_act_on_a_version_that_is_past_is_told_so() {
    JsonNode proposal = brought(State.PROPOSED);
    assertThat(vera.post(at(proposal) + "/approve", "{\"version\":7}").statusCode()).isEqualTo(409);
  }

  private static String at(JsonNode proposal) {
    return "/proposals/" + proposal.path("id").asLong();
  }

  /** Vera proposes what is proposed; Rita lays out and types first, Vera second. */
  private JsonNode brought(State state) {
    return switch (state) {
      case PROPOSED -> vera.done("/proposals", content(""));
      case SENT_BACK -> acted(viktor, brought(State.PROPOSED), ProposalAct.Kind.SEND_BACK);
      case REFUSED -> acted(viktor, brought(State.PROPOSED), ProposalAct.Kind.REFUSE);
      case WITHDRAWN -> acted(vera, brought(State.PROPOSED), ProposalAct.Kind.WITHDRAW);
      case OPENED -> rita.done("/proposals", "{\"type\":\"ascertainment\",\"unit\":\"WY\"}");
      case FIRST_TYPING -> saved(rita, brought(State.OPENED), "3");
      case FIRST_TYPED -> acted(rita, brought(State.FIRST_TYPING), ProposalAct.Kind.DONE);
      case SECOND_TYPING -> saved(vera, brought(State.FIRST_TYPED), "2");
      case DIFFERING -> acted(vera, brought(State.SECOND_TYPING), ProposalAct.Kind.DONE);
      case HALF_RETYPED -> retyped(rita, brought(State.DIFFERING), "3");
      case UNDECIDED -> retyped(vera, brought(State.HALF_RETYPED), "2");
      case RECORDED ->
          acted(
              viktor,
              vera.done("/proposals", content("at ten past " + System.nanoTime())),
              ProposalAct.Kind.APPROVE);
    };
  }

  private static JsonNode acted(SignedIn who, JsonNode proposal, ProposalAct.Kind act) {
    return who.done(at(proposal) + "/" + act.word(), body(act, proposal));
  }

  private static JsonNode saved(SignedIn typist, JsonNode proposal, String electors) {
    JsonNode claimed = acted(typist, proposal, ProposalAct.Kind.CLAIM);
    return typist.done(at(proposal) + "/save", fields(claimed, electors));
  }

  private static JsonNode retyped(SignedIn typist, JsonNode proposal, String electors) {
    return typist.done(
        at(proposal) + "/retype",
        "{\"version\":%d,\"fields\":{\"/electors/trump\":\"%s\"}}"
            .formatted(proposal.path("version").asLong(), electors));
  }

  private static String fields(JsonNode proposal, String electors) {
    return "{\"version\":%d,\"fields\":{\"/at\":\"2020-11-20\",\"/electors/biden\":\"\",\"/electors/trump\":\"%s\",\"/authority\":\"Governor\"}}"
        .formatted(proposal.path("version").asLong(), electors);
  }

  private static String body(ProposalAct.Kind act, JsonNode proposal) {
    long version = proposal.path("version").asLong();
    return switch (act) {
      case CLAIM, APPROVE, LOOK_AGAIN -> "{\"version\":%d}".formatted(version);
      case SAVE -> fields(proposal, "3");
      case RETYPE, DECIDE -> differing(proposal);
      case DONE -> "{\"version\":%d,\"remark\":\"as the paper has it\"}".formatted(version);
      case SEND_BACK -> "{\"version\":%d,\"remark\":\"which day?\"}".formatted(version);
      case REFUSE, WITHDRAW -> "{\"version\":%d,\"reason\":\"no\"}".formatted(version);
      case PROPOSE -> "{\"version\":%d,".formatted(version) + content("").substring(1);
    };
  }

  private static String differing(JsonNode proposal) {
    Map<String, String> fields = new TreeMap<>();
    proposal.path("differ").forEach(path -> fields.put(path.asText(), "3"));
    List<String> each = new ArrayList<>();
    fields.forEach((path, typed) -> each.add("\"%s\":\"%s\"".formatted(path, typed)));
    return "{\"version\":%d,\"fields\":{%s}}"
        .formatted(proposal.path("version").asLong(), String.join(",", each));
  }

  private static String content(String note) {
    String said = note.isEmpty() ? "" : ",\"note\":\"" + note + "\"";
    return """
    {"facts":[{"fact":"statement","at":"2020-11-12T10:00:00Z","actor":"An office","about":"procedure","text":"The count goes on."%s}],"reason":"seen"}\
    """
        .formatted(said);
  }
}
