package org.ascertain.answers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineJsonTest {

  private static List<String> marks(SampleRecord record, String kind) {
    JsonNode timeline =
        Schemas.tree(TimelineJson.of(Edition.OVER, record.history(), record.course()));
    List<String> marks = new ArrayList<>();
    for (JsonNode mark : timeline.get("marks"))
      if (mark.get("kind").asText().equals(kind))
        marks.add(mark.get("entry").asInt() + " " + mark.get("text").asText());
    return marks;
  }

  @Test
  void a_tally_that_falls_is_corrected_downwards_and_one_that_rises_is_not() {
    assertThat(marks(SampleRecord.madeUp(), "correction"))
        .containsExactly("4 Georgia corrects its tally downwards");
  }

  @Test
  void a_lead_that_changes_hands_is_told() {
    assertThat(marks(SampleRecord.madeUp(), "lead"))
        .containsExactly("3 Birch takes the lead in Georgia from Ash");
  }

  @Test
  void a_majority_begins_and_ends() {
    assertThat(marks(SampleRecord.calls(), "majority"))
        .containsExactly("12 Ash has a majority of the electors called");
    assertThat(marks(SampleRecord.calls(), "undone"))
        .containsExactly("15 Ash has no longer a majority of the electors called");
  }

  @Test
  void a_stage_that_a_later_fact_implies_is_at_the_latest() {
    assertThat(marks(SampleRecord.of("1872"), "majority"))
        .anyMatch(
            mark ->
                mark.endsWith("Grant has a majority of the electors ascertained, at the latest"))
        .noneMatch(mark -> mark.endsWith("counted, at the latest"));
  }
}
