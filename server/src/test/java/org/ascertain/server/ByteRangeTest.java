package org.ascertain.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteRangeTest {

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0,0,0",
    "bytes=5-,5,99",
    "bytes=-10,90,99",
    "bytes=-1000,0,99",
    "bytes=90-1000,90,99",
    "BYTES=1-2,1,2"
  })
  void a_range_is_cut_to_what_is_there(String header, long first, long last) {
    assertThat(ByteRange.of(header, 100)).contains(new ByteRange(first, last));
  }

  @ParameterizedTest
  @CsvSource({"bytes=", "bytes=-", "bytes=9-5", "'bytes=0-1,5-6'", "chars=0-1", "bytes=x-1"})
  void what_is_malformed_is_passed_over(String header) {
    assertThat(ByteRange.of(header, 100)).isEmpty();
  }

  @Test
  void a_range_behind_the_end_is_refused_with_416() {
    assertThatThrownBy(() -> ByteRange.of("bytes=100-", 100))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.status()).isEqualTo(416);
              assertThat(refusal.headers()).containsEntry("Content-Range", "bytes */100");
            });
  }
}
