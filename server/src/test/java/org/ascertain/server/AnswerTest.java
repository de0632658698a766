package org.ascertain.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.ascertain.server.Rendered.Encoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTest {

  private static final Rendered LONG = Rendered.json("{\"a\":\"" + "b".repeat(5_000) + "\"}");
  private static final Rendered SHORT = Rendered.json("{}");

  @ParameterizedTest
  @CsvSource({
    "'gzip, deflate, br',BROTLI",
    "gzip,GZIP",
    "'br;q=0, gzip',GZIP",
    "'gzip;q=0.000',PLAIN",
    "'GZIP',GZIP",
    "deflate,PLAIN",
    "'',PLAIN"
  })
  void the_best_encoding_that_both_sides_know_is_taken(String accepted, Encoding expected) {
    assertThat(Answer.best(accepted, LONG)).isEqualTo(expected);
  }

  @Test
  void what_is_short_is_sent_as_it_is() {
    assertThat(Answer.best("gzip, br", SHORT)).isEqualTo(Encoding.PLAIN);
    assertThat(Answer.best(null, LONG)).isEqualTo(Encoding.PLAIN);
  }

  @Test
  void other_bytes_have_another_tag() {
    assertThat(Answer.etag(LONG, Encoding.GZIP)).isNotEqualTo(Answer.etag(LONG, Encoding.PLAIN));
    assertThat(Answer.etag(LONG, Encoding.PLAIN)).isNotEqualTo(Answer.etag(SHORT, Encoding.PLAIN));
  }

  @ParameterizedTest
  @CsvSource({
    "'\"x\"',true",
    "'W/\"x\"',true",
    "'\"y\", \"x\"',true",
    "*,true",
    "'\"y\"',false",
    "x,false"
  })
  void a_tag_is_found_among_those_that_are_known(String known, boolean found) {
    assertThat(Answer.names(known, "\"x\"")).isEqualTo(found);
  }
}
