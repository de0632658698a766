package org.ascertain.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ascertain.election.When;
import org.ascertain.exchange.ElectionAt;
import org.junit.jupiter.api.Test;

/** What was written for the programs of others, read by programs of others. */
class ForeignReadersTest {

  private static String written(String format, String moment) throws IOException {
    ElectionAt election =
        ElectionAt.of(SampleRecord.of("2020").history(), When.parse(moment), Optional.empty());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AllFormats.written(format)
        .orElseThrow()
        .writer()
        .orElseThrow()
        .documents(election)
        .getFirst()
        .content()
        .writeTo(out);
    return out.toString(UTF_8);
  }

  private static <T> T at(Map<String, T> units, String unit) {
    return Optional.ofNullable(units.get(unit)).orElseThrow(() -> new AssertionError(unit));
  }

  @Test
  void biweekly_reads_the_days_of_the_law() throws IOException {
    String text = written("ical", "2021-01-20");
    ICalendar calendar = Biweekly.parse(text).first();
    assertThat(calendar.validate(ICalVersion.V2_0).isEmpty()).as(text).isTrue();
    List<VEvent> days = calendar.getEvents();
    assertThat(days).extracting(day -> day.getUid().getValue()).doesNotHaveDuplicates();
    assertThat(days)
        .extracting(day -> day.getDateStart().getValue().getRawComponents().toString())
        .contains("20201208T000000", "20201214T000000", "20210106T000000");
    assertThat(text.lines()).allMatch(line -> line.getBytes(UTF_8).length <= 75);
  }

  /** By what happens on it, what is written of a day and how often that was changed. */
  private static Map<String, VEvent> days(String moment) throws IOException {
    Map<String, VEvent> days = new HashMap<>();
    for (VEvent day : Biweekly.parse(written("ical", moment)).first().getEvents())
      days.put(day.getUid().getValue(), day);
    return days;
  }

  @Test
  void a_day_of_which_something_else_is_said_has_a_higher_sequence() throws IOException {
    List<String> moments =
        List.of("2020-11-04", "2020-11-20", "2020-12-08", "2020-12-14", "2021-01-06", "2021-01-20");
    int changed = 0;
    for (int i = 1; i < moments.size(); i++) {
      Map<String, VEvent> before = days(moments.get(i - 1));
      Map<String, VEvent> after = days(moments.get(i));
      assertThat(after.keySet()).as("the same days have the same ids").isEqualTo(before.keySet());
      for (String id : after.keySet()) {
        VEvent was = at(before, id);
        VEvent is = at(after, id);
        boolean isOther =
            !is.getDescription().getValue().equals(was.getDescription().getValue())
                || !is.getSummary().getValue().equals(was.getSummary().getValue());
        if (!isOther) continue;
        changed++;
        assertThat(is.getSequence().getValue())
            .as(id + " as of " + moments.get(i))
            .isGreaterThan(was.getSequence().getValue());
      }
    }
    assertThat(changed).isGreaterThan(6);
  }

  @Test
  void rome_reads_the_turns_up_to_a_moment() throws Exception {
    SyndFeed feed =
        new SyndFeedInput().build(new StringReader(written("atom", "2020-12-14T18:00:00-05:00")));
    SyndFeed later = new SyndFeedInput().build(new StringReader(written("atom", "2021-01-20")));
    assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
    assertThat(feed.getEntries()).extracting(SyndEntry::getUri).doesNotHaveDuplicates();
    assertThat(feed.getEntries().size()).isLessThan(later.getEntries().size());
    assertThat(feed.getEntries()).noneMatch(entry -> entry.getTitle().contains("declared"));
  }

  @Test
  void the_map_has_every_unit_with_its_figures_and_its_code() throws IOException {
    JsonNode map = new ObjectMapper().readTree(written("geojson", "2021-01-20"));
    Map<String, JsonNode> units = new HashMap<>();
    for (JsonNode feature : map.path("features"))
      units.put(feature.path("properties").path("unit").asText(), feature);
    assertThat(map.path("type").asText()).isEqualTo("FeatureCollection");
    assertThat(units).hasSizeGreaterThan(3_200).hasSameSizeAs(map.path("features"));
    assertThat(at(units, "PA").path("id").asText()).isEqualTo("42");
    assertThat(at(units, "PA").path("properties").path("called:AP").asText()).isEqualTo("biden");
    assertThat(at(units, "ME-2").path("properties").path("certified:trump").asLong())
        .as("of a district nobody reports, and its state certifies")
        .isEqualTo(196_692);
    JsonNode county = at(units, "PA/42003");
    assertThat(county.path("properties").path("fips_list").asText())
        .isEqualTo("counties as of 2020");
    assertThat(county.path("id").asText()).isEqualTo("42003");
    assertThat(county.path("geometry").isNull()).isTrue();
    assertThat(county.path("properties").path("votes:biden").asLong()).isEqualTo(430_759);
    assertThat(county.path("properties").path("name").asText()).isEqualTo("Allegheny County");
  }
}
