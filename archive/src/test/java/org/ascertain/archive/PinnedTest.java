package org.ascertain.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ascertain.record.Pin;
import org.ascertain.record.RecordCheck;
import org.ascertain.record.StreamedLines;
import org.ascertain.record.Trust;
import org.ascertain.record.Verification;
import org.junit.jupiter.api.Test;

class PinnedTest {

  @Test
  void every_record_of_the_archive_is_the_one_that_is_pinned() {
    assertThat(Pinned.pins()).extracting(Pin::election).isSorted().doesNotHaveDuplicates();
    for (String election : Archive.ids()) {
      StreamedLines lines = new StreamedLines(() -> Archive.open(election).orElseThrow());
      Verification derived =
          RecordCheck.verify(election, lines.size(), lines, List.of(), Trust.NONE);
      assertThat(derived.flaws()).isEmpty();
      assertThat(new Pin(election, derived.size(), derived.root()))
          .as("mend Pinned.java by what './ascertain verify %s' prints", election)
          .isIn(Pinned.pins());
    }
  }
}
