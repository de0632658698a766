package org.ascertain.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * An election that happens again, beside a desk that records the same one: neither gets the other's
 * rows.
 */
@QuarkusTest
@TestProfile(RehearsalDeskTest.Rehearsing.class)
@Timeout(60)
class RehearsalDeskTest {

  /** The folder of {@link RunningDesk}, and its election again. */
  public static final class Rehearsing implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> both = new HashMap<>(new RunningDesk.Profile().getConfigOverrides());
      both.put("ascertain.rehearse", "2020");
      both.put("ascertain.rehearse.rate", "1");
      return both;
    }
  }

  private static final String TABLE = "unit,at,biden,trump\nVT,2020-11-04T01:00:00Z,100,50\n";

  private final RunningDesk desk = new RunningDesk();

  private static void isTestData(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
    JsonNode problem = new ObjectMapper().readTree(answer.body());
    assertThat(problem.at("/code").asText()).isEqualTo("D305");
    assertThat(problem.at("/advice").asText()).contains("rehearsal");
  }

  @Test
  void rows_of_the_election_do_not_go_into_what_is_thrown_away() throws IOException {
    long before = desk.entries();
    isTestData(desk.post("/returns", "text/csv", TABLE));
    isTestData(desk.get("/kept"));
    assertThat(desk.get("/record?unit=VT&text=county+feed").body()).isEmpty();
    assertThat(desk.entries()).isEqualTo(before);
  }

  @Test
  void a_rehearsals_token_opens_nothing_here() throws IOException {
    isTestData(desk.postAs(RunningDesk.ofARehearsal(), "/returns", TABLE));
  }
}
