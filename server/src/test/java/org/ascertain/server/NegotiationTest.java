package org.ascertain.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.ascertain.server.Rendered.Encoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegotiationTest {

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
    assertThat(Negotiation.best(accepted, LONG)).isEqualTo(expected);
  }

  @Test
  void what_is_short_is_sent_as_it_is() {
    assertThat(Negotiation.best("gzip, br", SHORT)).isEqualTo(Encoding.PLAIN);
    assertThat(Negotiation.best(null, LONG)).isEqualTo(Encoding.PLAIN);
  }

  @Test
  void other_bytes_have_another_tag() {
    assertThat(Negotiation.etag(LONG, Encoding.GZIP))
        .isNotEqualTo(Negotiation.etag(LONG, Encoding.PLAIN));
    assertThat(Negotiation.etag(LONG, Encoding.PLAIN))
        .isNotEqualTo(Negotiation.etag(SHORT, Encoding.PLAIN));
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
    assertThat(Negotiation.names(known, "\"x\"")).isEqualTo(found);
  }
}
