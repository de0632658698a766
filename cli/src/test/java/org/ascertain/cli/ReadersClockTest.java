package org.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** An answer is the same whatever clock and language the reader's machine has. */
@Isolated("the clock and the language are those of the whole process")
class ReadersClockTest {

  @Test
  void a_standing_is_the_same_in_every_time_zone_and_language() {
    TimeZone zone = TimeZone.getDefault();
    Locale language = Locale.getDefault();
    List<String> told = new ArrayList<>();
    try {
      for (String of : List.of("UTC tr-TR", "Asia/Tokyo ar-EG", "America/Los_Angeles de-DE")) {
        String[] clockAndLanguage = of.split(" ", 2);
        TimeZone.setDefault(TimeZone.getTimeZone(clockAndLanguage[0]));
        Locale.setDefault(Locale.forLanguageTag(clockAndLanguage[1]));
        told.add(Ran.done("standing", "2020", "--at", "2020-11-09").out());
      }
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(language);
    }
    assertThat(told).containsOnly(told.getFirst()).hasSize(3);
    assertThat(told.getFirst()).contains("as of 9 Nov 2020");
  }
}
