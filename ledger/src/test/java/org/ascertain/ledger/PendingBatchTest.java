package org.ascertain.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PendingBatchTest {

  @Test
  void the_same_bytes_cut_into_lines_elsewhere_are_another_batch() {
    String one = "{\"fact\":\"oath\"}";
    String two = "{\"fact\":\"count-opened\"}";
    assertThat(digest(one, two)).isEqualTo(digest(one, two));
    assertThat(digest(one, two)).isNotEqualTo(digest(one + two));
    assertThat(digest(one, two)).isNotEqualTo(digest(two, one));
  }

  private static byte[] digest(String... lines) {
    Draft.Copied any = (Draft.Copied) Records.copied(0, "any");
    List<Draft> batch =
        Stream.of(lines)
            .map(line -> (Draft) new Draft.Copied(any.entry(), line.getBytes(UTF_8)))
            .toList();
    return PendingBatch.of(batch, "key", Beside.NOTHING).digest();
  }
}
