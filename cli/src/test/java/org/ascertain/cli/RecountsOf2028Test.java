package org.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A narrow certificate of 2028 settles nothing while the state's law has a recount open. */
class RecountsOf2028Test {

  private static final String HEADER =
      """
      {"fact":"election","at":"2028-11-07","source":{"id":"desk","title":"Desk"},"election":"us-president-2028","year":2028,"candidates":[{"id":"smith","name":"Smith"},{"id":"jones","name":"Jones"}],"tickets":[{"id":"smith","president":"smith"},{"id":"jones","president":"jones"}]}
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PA | 2028-11-20 | 3010000 | 2990000 | 2028-11-28 | no bound: the law orders a recount until 2028-11-28, margin 20,000
          PA | 2028-11-20 | 3010000 | 2990000 | 2028-11-29 | yes: certified, margin 20,000, outstanding at most 0
          PA | 2028-11-20 | 3100000 | 2900000 | 2028-11-21 | yes: certified, margin 200,000, outstanding at most 0
          GA | 2028-11-24 | 2005000 | 1995000 | 2028-11-28 | no bound: a recount may be asked for until 2028-11-28, margin 10,000
          GA | 2028-11-24 | 2005000 | 1995000 | 2028-11-29 | yes: certified, margin 10,000, outstanding at most 0
          GA | 2028-11-24 | 2050000 | 1950000 | 2028-11-24 | yes: certified, margin 100,000, outstanding at most 0
          AZ | 2028-11-27 | 1503000 | 1497000 | 2028-12-10 | no bound: the law orders a recount; until when is not known, margin 6,000
          AZ | 2028-11-27 | 1530000 | 1470000 | 2028-11-27 | yes: certified, margin 60,000, outstanding at most 0
          """)
  void a_state_is_settled_once_its_window_is_over_or_its_margin_is_wide(
      String unit, String certified, long smith, long jones, String at, String settled)
      throws IOException {
    Path record = folder.resolve("record.jsonl");
    Files.writeString(
        record,
        HEADER
            + """
            {"fact":"certification","at":"%s","source":"desk","unit":"%s","votes":{"smith":%d,"jones":%d},"total":%d,"authority":"the state"}
            """
                .formatted(certified, unit, smith, jones, smith + jones));
    assertThat(Ran.done("standing", record.toString(), "--unit", unit, "--at", at).lines())
        .contains("  settled    " + settled);
  }
}
