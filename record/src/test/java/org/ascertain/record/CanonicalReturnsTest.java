package org.ascertain.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ascertain.election.Entry;
import org.ascertain.election.Source;
import org.junit.jupiter.api.Test;

/** The reader for the commonest lines, held against the one that judges. */
class CanonicalReturnsTest {

  private static final String HEADER =
      "{\"index\":0,\"recorded\":\"2020-11-03T00:00:00Z\",\"recordedBy\":\"7\",\"fact\":\"election\","
          + "\"at\":\"2020-11-03\",\"source\":{\"id\":\"ap\",\"title\":\"A\"},\"election\":\"us-president-2020\","
          + "\"year\":2020,\"candidates\":[],\"tickets\":[]}\n";

  private static final String[] TIMES = {
    "2020-11-03", "2020-11-03T20:00:00-05:00", "2020-11-03T20:00:00.5-05:00", "2020-11-04T01:00:00Z"
  };

  /** What is not the form of a record, or no figure, or only nearly a word; and what is. */
  private static final String[] SPOILS = {
    " ",
    "0",
    "-",
    "1e3",
    "9007199254740992",
    "99999999999999999",
    "\"\"",
    "\\u0061",
    "\u00e9",
    "\\n",
    "null",
    "[]",
    "{}",
    ",",
    "}",
    "\"ap\"",
    "\"b\":1,",
    "true",
    "false",
    "2020-02-30",
    "Z",
    "\u007f",
    ",\"complete\":false",
    ",\"exact\":true",
    ",\"registered\":5",
    ",\"note\":\"a\"",
    "\r",
    "\t"
  };

  private static String line(Random random, int index) {
    StringBuilder line = new StringBuilder("{\"index\":").append(index);
    line.append(",\"recorded\":\"2020-11-0").append(3 + random.nextInt(2)).append("T00:00:00Z\"");
    line.append(",\"recordedBy\":\"7\",\"fact\":\"returns\",\"at\":\"")
        .append(time(random))
        .append('"');
    if (random.nextInt(4) == 0) line.append(",\"about\":true");
    if (random.nextInt(3) == 0) line.append(",\"learned\":\"").append(time(random)).append('"');
    line.append(",\"source\":\"ap\"");
    if (random.nextInt(4) == 0) line.append(",\"note\":\"said\"");
    line.append(",\"unit\":\"PA/").append(random.nextInt(5)).append("\",\"votes\":{");
    int names = random.nextInt(4);
    for (int i = 0; i < names; i++)
      line.append(i == 0 ? "" : ",")
          .append("\"")
          .append((char) ('a' + random.nextInt(6)))
          .append("\":")
          .append(random.nextInt(3000));
    line.append('}');
    if (random.nextInt(3) == 0) line.append(",\"other\":").append(random.nextInt(9));
    if (random.nextInt(3) == 0) line.append(",\"total\":9007199254740991");
    if (random.nextInt(5) == 0) line.append(",\"exact\":false");
    if (random.nextInt(5) == 0) line.append(",\"expected\":70,\"expectedBy\":\"estimate\"");
    if (random.nextInt(5) == 0) line.append(",\"complete\":true");
    return line.append("}\n").toString();
  }

  private static String time(Random random) {
    return TIMES[random.nextInt(TIMES.length)];
  }

  /**
   * Most of these lines are sound, some are spoilt in one place, and none may be read otherwise.
   */
  @Property(tries = 1_000)
  void no_line_is_read_otherwise_than_by_the_reader_that_judges(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder record = new StringBuilder(HEADER);
    for (int i = 1; i < 6; i++) {
      String line = line(random, random.nextInt(10) == 0 ? random.nextInt(8) : i);
      if (random.nextInt(3) == 0) {
        int at = random.nextInt(line.length() - 1);
        String spoilt = SPOILS[random.nextInt(SPOILS.length)];
        int over = random.nextBoolean() ? 0 : Math.min(line.length() - 1 - at, spoilt.length());
        line = line.substring(0, at) + spoilt + line.substring(at + over);
      }
      record.append(line);
    }
    AnyBytesTest.checkThatProblemsAreTold(record.toString().getBytes(UTF_8));
  }

  private final Decoder decoder = new Decoder();
  private final CanonicalReturns returns = new CanonicalReturns(decoder);

  private boolean reads(String line) {
    byte[] bytes = line.strip().getBytes(UTF_8);
    return returns.read(bytes, 0, bytes.length) != null;
  }

  @Test
  void what_a_record_is_nearly_all_made_of_is_read_here_and_as_the_same_instances() {
    decoder.sources.know(Source.of("ap", "A"));
    Random random = new Random(2020);
    List<String> lines = new ArrayList<>();
    for (int i = 1; lines.size() < 200; i++) {
      String line = line(random, i);
      if (!line.matches(".*\\{.*\"(.)\":\\d+,.*\"\\1\":\\d+.*\\}\n")) lines.add(line);
    }
    assertThat(lines).allMatch(this::reads);
    byte[] line =
        lines.stream()
            .filter(each -> !each.contains("\"note\""))
            .findFirst()
            .orElseThrow()
            .strip()
            .getBytes(UTF_8);
    Entry once = Objects.requireNonNull(returns.read(line, 0, line.length));
    Entry again = Objects.requireNonNull(returns.read(line, 0, line.length));
    assertThat(once).isEqualTo(again);
    assertThat(once.recorded()).isAfterOrEqualTo(Instant.parse("2020-11-03T00:00:00Z"));
    assertThat(once.recordedBy()).isSameAs(again.recordedBy());
    assertThat(once.fact().attestation()).isSameAs(again.fact().attestation());
  }

  @Test
  void a_source_that_nobody_described_is_left_to_the_reader_that_judges() {
    assertThat(reads(line(new Random(1), 1))).isFalse();
  }
}
