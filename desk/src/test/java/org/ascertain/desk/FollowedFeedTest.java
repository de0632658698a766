package org.ascertain.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ascertain.exchange.Formats;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A feed that is followed gives everything each time: what it no longer gives is asked about. */
class FollowedFeedTest {

  private static final String WON = ",\"winner\":\"X\"";

  private static final String AP =
      """
      {"electionDate":"2020-11-03","races":[{"officeID":"P","reportingUnits":[
       {"statePostal":"%s","level":"state","lastUpdated":"%s","candidates":[
        {"first":"Joe","last":"Biden","party":"Dem","voteCount":%s00%s},
        {"first":"Donald","last":"Trump","party":"GOP","voteCount":90}]}]}]}
      """;

  private static final String COUNTY =
      "{\"fips\":\"%s\",\"name\":\"x\",\"votes\":30,\"last_updated\":\"2020-11-04T%s:00:00Z\","
          + "\"results\":{\"bidenj\":20,\"trumpd\":10}}";

  @TempDir private Path folder;
  private ElectionDesk desk;

  @BeforeEach
  void open() {
    desk = Records.open(Records.store(folder));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private static HandedIn file(String format, String source, String text) {
    return new HandedIn(
        Sender.folder(),
        new ForeignForm(
            Formats.of(format).orElseThrow(),
            Optional.of(source),
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        Records.body(text),
        Optional.empty(),
        Optional.empty());
  }

  /** One unit of a wire, with the hour as votes, so that they grow. */
  static HandedIn ap(String unit, String at, String won) {
    return ap("wire", unit, at, won);
  }

  private static HandedIn ap(String source, String unit, String at, String won) {
    return file(
        "ap-json", source, AP.formatted(unit, at, Integer.parseInt(at.substring(11, 13)), won));
  }

  private static HandedIn page(boolean isCalled, String... counties) {
    return file(
        "nyt-2020-json",
        "page",
        """
        {"data":{"races":[{"race_type":"president","state_id":"PA","election_date":"2020-11-03",
         "result_source":"AP","winnerCalledTimestamp":1604466000000,"candidates":[
          {"candidate_key":"bidenj"%s}],"counties":[%s]}]}}
        """
            .formatted(isCalled ? ",\"winner\":true" : "", String.join(",", counties)));
  }

  private List<String> asked(HandedIn handed) {
    List<String> asked = new ArrayList<>();
    desk.take(
        handed,
        row ->
            row.findings().stream()
                .filter(each -> each.code().equals("D113"))
                .forEach(each -> asked.add(row.decision() + " " + each.says())),
        soFar -> {});
    return asked;
  }

  @Test
  void a_call_that_is_no_longer_there_waits_for_a_person_once_and_stays_in_the_record() {
    assertThat(asked(ap("PA", "2020-11-04T06:00:00Z", WON))).isEmpty();
    long size = desk.record().size();
    assertThat(asked(ap("PA", "2020-11-04T07:00:00Z", "")))
        .singleElement()
        .asString()
        .startsWith("KEPT")
        .contains("AP's call of PA for biden, entry " + (size - 1));
    assertThat(asked(ap("PA", "2020-11-04T08:00:00Z", ""))).as("asked once").isEmpty();
    assertThat(asked(ap("PA", "2020-11-04T09:00:00Z", WON))).as("there again").isEmpty();
    assertThat(desk.kept(KeptRow.Asked.waiting(9))).hasSize(1);
  }

  @Test
  void a_unit_of_which_a_feed_does_not_speak_and_another_sources_call_are_not_asked_about() {
    asked(ap("PA", "2020-11-04T06:00:00Z", WON));
    assertThat(asked(ap("GA", "2020-11-04T07:00:00Z", ""))).as("only what changed").isEmpty();
    assertThat(asked(ap("other", "PA", "2020-11-04T07:00:00Z", ""))).isEmpty();
    assertThat(asked(ap("PA", "2020-11-04T05:30:00Z", ""))).as("older, and late").isEmpty();
    String whole = AP.formatted("PA", "2020-11-04T08:00:00Z", 8, "");
    assertThat(asked(file("ap-json", "wire", whole.substring(0, whole.length() - 6))))
        .as("cut off")
        .isEmpty();
  }

  @Test
  void a_county_that_is_no_longer_on_its_states_page_is_asked_about() {
    String adams = COUNTY.formatted("42001", "06");
    String bucks = COUNTY.formatted("42017", "06");
    assertThat(asked(page(true, adams, bucks))).isEmpty();
    assertThat(asked(page(true, COUNTY.formatted("42001", "07"))))
        .singleElement()
        .asString()
        .contains("the votes of PA/42017");
    assertThat(asked(page(false, adams, bucks)))
        .singleElement()
        .asString()
        .contains("AP's call of PA for biden");
  }
}
