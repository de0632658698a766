package org.ascertain.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ascertain.election.Check;
import org.ascertain.election.Entry;

class AnyBytesTest {

  private static final byte[] RECORD = EveryKind.bytes();

  /** A good record of which a few stretches are overwritten, doubled or taken out. */
  @Provide
  Arbitrary<byte[]> spoiltRecords() {
    return Arbitraries.randomValue(
        random -> {
          byte[] bytes = RECORD;
          for (int times = random.nextInt(6); times >= 0; times--) {
            int from = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, from + 1 + random.nextInt(20));
            byte[] other = new byte[random.nextInt(4)];
            random.nextBytes(other);
            if (random.nextBoolean()) other = Arrays.copyOfRange(bytes, from, to);
            bytes = splice(bytes, from, random.nextBoolean() ? to : from, other);
          }
          return bytes;
        });
  }

  private static byte[] splice(byte[] bytes, int from, int to, byte[] other) {
    byte[] spliced = Arrays.copyOf(bytes, bytes.length - (to - from) + other.length);
    System.arraycopy(other, 0, spliced, from, other.length);
    System.arraycopy(bytes, to, spliced, from + other.length, bytes.length - to);
    return spliced;
  }

  @Property
  void any_bytes_are_read_to_their_end(@ForAll byte[] bytes) {
    checkThatProblemsAreTold(bytes);
  }

  @Property
  void any_text_is_read_to_its_end(@ForAll String text) {
    checkThatProblemsAreTold(text.getBytes(UTF_8));
  }

  @Property
  void a_record_that_was_spoilt_is_read_to_its_end(@ForAll("spoiltRecords") byte[] bytes) {
    checkThatProblemsAreTold(bytes);
  }

  /** What every reading keeps to, whatever the bytes were. */
  static void checkThatProblemsAreTold(byte[] bytes) {
    List<Line> lines = new ArrayList<>();
    RecordReader.forEach(new ByteArrayInputStream(bytes), lines::add);
    RecordReader.Reading reading = RecordReader.read(new ByteArrayInputStream(bytes));

    if (reading.problems().stream().noneMatch(problem -> problem.check() == Check.MIXED_INDEXES))
      assertThat(lines).noneMatch(line -> line.problems().isEmpty() && line.entry().isEmpty());
    assertThat(
            lines.stream()
                .flatMap(line -> line.problems().stream())
                .limit(RecordReader.MOST_PROBLEMS)
                .toList())
        .isEqualTo(reading.problems());
    assertThat(lines.stream().flatMap(line -> line.entry().stream()).toList())
        .isEqualTo(reading.entries());
    assertThat(reading.problems())
        .allSatisfy(problem -> assertThat(problem.sentence()).doesNotContainPattern("\\p{Cntrl}"));
    assertThat(reading.entries().stream().map(Entry::index)).isSorted().doesNotHaveDuplicates();
    checkThatTheSlowWayReadsTheSame(bytes, lines);
    if (reading.problems().isEmpty()) checkThatItIsWrittenTheSame(reading.entries(), bytes);
  }

  /** Lines of the commonest form have a reader of their own, which no one may notice. */
  private static void checkThatTheSlowWayReadsTheSame(byte[] bytes, List<Line> lines) {
    List<Line> slowly = new ArrayList<>();
    RecordReader.forEachSlowly(new ByteArrayInputStream(bytes), slowly::add);
    assertThat(lines).hasSameSizeAs(slowly);
    for (int i = 0; i < lines.size(); i++) {
      assertThat(lines.get(i).index()).isEqualTo(slowly.get(i).index());
      assertThat(lines.get(i).bytes()).isEqualTo(slowly.get(i).bytes());
      assertThat(lines.get(i).entry()).isEqualTo(slowly.get(i).entry());
      assertThat(lines.get(i).problems()).isEqualTo(slowly.get(i).problems());
    }
  }

  private static void checkThatItIsWrittenTheSame(List<Entry> entries, byte[] bytes) {
    if (entries.stream().allMatch(entry -> entry.recordedBy().equals("draft"))) return;
    RecordWriter writer = new RecordWriter();
    StringBuilder written = new StringBuilder();
    entries.forEach(entry -> written.append(new String(writer.line(entry), UTF_8)).append('\n'));
    assertThat(written.toString()).isEqualTo(new String(bytes, UTF_8));
  }
}
