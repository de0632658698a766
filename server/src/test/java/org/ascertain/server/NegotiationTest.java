package org.ascertain.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.ascertain.server.Rendered.Encoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    "'',PLAIN",
    "'br;q=0.1, gzip;q=1',GZIP",
    "'identity;q=1, gzip;q=0.5',PLAIN",
    "'br;q=0 ;x=1',PLAIN",
    "'br;level=1;q=0',PLAIN",
    "'*',BROTLI",
    "'br;q=0, *',GZIP",
    "'gzip;q=much',PLAIN",
    "'gzip, identity;q=0',GZIP"
  })
  void the_best_encoding_that_both_sides_know_is_taken(String accepted, Encoding expected) {
    assertThat(Negotiation.best(accepted, LONG)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity;q=0", "*;q=0", "deflate, identity;q=0"})
  void nothing_is_sent_in_an_encoding_that_was_refused(String accepted) {
    assertThat(Negotiation.best(accepted, LONG)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "application/jsonl,true",
    "'application/json, application/jsonl',true",
    "'application/json;q=0.5, application/jsonl;q=0.9',true",
    "'application/json, application/jsonl;q=0.5',false",
    "'application/jsonl;q=0',false",
    "application/jsonlines,false",
    "'application/*, */*',false",
    "'',false"
  })
  void lines_are_sent_to_who_names_them(String accepted, boolean lines) {
    assertThat(HttpAnswers.isNamed(accepted, "application/jsonl")).isEqualTo(lines);
  }

  @ParameterizedTest
  @CsvSource({
    "text/csv,true",
    "'text/csv;q=0, application/json',false",
    "text/csvx,false",
    "'application/json;q=0.1, text/csv',true",
    "'application/json, text/csv;q=0.9',false",
    "'text/csv, application/json',true",
    "'application/json, text/csv',false",
    "'text/csv; header=present, */*;q=0.1',true",
    "*/*,false"
  })
  void a_table_is_sent_to_who_prefers_it(String accepted, boolean table) {
    assertThat(HttpAnswers.wantsCsv(accepted)).isEqualTo(table);
  }

  @Test
  void what_is_short_is_sent_as_it_is() {
    assertThat(Negotiation.best("gzip, br", SHORT)).contains(Encoding.PLAIN);
    assertThat(Negotiation.best(null, LONG)).contains(Encoding.PLAIN);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"a\"',false",
    "*,false",
    "'\"b\", \"a\"',false",
    "'\"b\"',true",
    "'W/\"a\"',true",
    "a,true"
  })
  void who_asks_for_certain_bytes_gets_no_others(String ifMatch, boolean another) {
    assertThat(Negotiation.isAnother(ifMatch, "\"a\"")).isEqualTo(another);
    assertThat(Negotiation.isAnother(null, "\"a\"")).isFalse();
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
