package org.ascertain.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a turn is worded in a mail. */
class MailTextTest {

  private static String text(String language, String times) throws JsonProcessingException {
    String notice =
        """
        {"type":"ascertain.watch.on","data":{"election":"us-president-2020","condition":"declared",\
        "candidate":"biden","name":"Joseph R. Biden Jr.",%s}}"""
            .formatted(times);
    return MailText.notice(
            language, new ObjectMapper().readTree(notice), Optional.empty(), "page", "end")
        .text();
  }

  @Test
  void a_name_that_ends_with_a_full_stop_gets_no_second_one() throws JsonProcessingException {
    String known = "\"known\":\"2020-12-15\"";
    assertThat(text("es", known)).contains("Se cumple para Joseph R. Biden Jr.\n");
    assertThat(text("en", known)).contains("It holds for Joseph R. Biden Jr.\n");
  }

  @Test
  void times_are_worded_as_precisely_as_they_are_known() throws JsonProcessingException {
    assertThat(
            text(
                "en",
                "\"since\":\"2020-12-14T17:30:00-05:00\",\"about\":true,\"known\":\"2020-12-15\""))
        .contains("Since: 14 Dec 2020 about 17:30 in Washington\n", "Known: 15 Dec 2020\n");
    assertThat(text("es", "\"known\":\"2020-12-14T22:30:00Z\",\"knownAbout\":true"))
        .contains("hacia las 17:30 en Washington\n");
  }
}
