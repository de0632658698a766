package org.ascertain.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ObjLongConsumer;
import java.util.stream.Stream;
import org.ascertain.archive.Archive;
import org.ascertain.election.Attestation;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.ExpectedBy;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Fact.TotalBy;
import org.ascertain.election.Source;
import org.ascertain.election.Votes;
import org.ascertain.election.When;
import org.ascertain.ledger.Draft;
import org.ascertain.ledger.Ledger;
import org.ascertain.ledger.StoredRecord;
import org.ascertain.postgres.ScratchStores;
import org.ascertain.record.RecordReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptRecordTest {

  private static final String ELECTION = "us-president-2020";
  private static final int SIZE = 400;

  @TempDir private Path folder;

  @Test
  void packed_entries_of_every_archive_record_are_the_same_again() throws IOException {
    for (String id : Archive.ids()) {
      List<Entry> entries = archived(id);
      assertThat(packedAndBack(entries)).as(id).isEqualTo(entries);
    }
  }

  @Test
  void returns_of_every_usual_form_are_the_same_again() {
    Source plain = source("feed", Optional.empty());
    Source full = source("desk", Optional.of("Somebody"));
    List<Entry> entries = new ArrayList<>();
    for (Source source : List.of(plain, full, source("feed", Optional.of("Another title's"))))
      for (String at :
          List.of(
              "2020-11-03T20:00:00-05:00",
              "2020-11-03T20:00:00.000000001Z",
              "1969-12-31T23:59:59+05:30"))
        for (Optional<ExpectedBy> by :
            List.of(
                Optional.<ExpectedBy>empty(),
                Optional.of(ExpectedBy.OFFICIAL),
                Optional.of(ExpectedBy.ESTIMATE)))
          for (int says = 0; says < 8; says++)
            entries.add(entry(entries.size(), source, at, by, says));
    assertThat(packedAndBack(entries)).isEqualTo(entries);
    assertThat(packed(entries).length).isLessThan(40 * entries.size());
  }

  @Test
  void what_is_kept_is_read_in_the_place_of_the_lines_and_gives_the_same() throws IOException {
    StoredRecord record = record(SIZE);
    List<Entry> first = read(record, SIZE);
    assertThat(state()).exists();
    assertThat(first).hasSize(SIZE);
    AtomicLong lines = new AtomicLong();
    assertThat(read(counting(record, lines), SIZE)).isEqualTo(first);
    assertThat(lines).hasValue(0);
  }

  @Test
  void lines_that_came_since_are_read_behind_what_is_kept() throws IOException {
    StoredRecord record = record(SIZE);
    read(record, SIZE);
    append(SIZE + 7);
    AtomicLong lines = new AtomicLong();
    List<Entry> all = read(counting(record, lines), SIZE + 7);
    assertThat(all).extracting(Entry::index).containsExactlyElementsOf(indexes(SIZE + 7));
    assertThat(lines).hasValue(7);
    assertThat(read(record, SIZE - 1)).isEqualTo(all.subList(0, SIZE - 1));
  }

  @Test
  void a_short_record_keeps_nothing_beside_it() throws IOException {
    StoredRecord record = record(SIZE);
    KeptRecord.read(record, SIZE, entry -> {});
    assertThat(state()).doesNotExist();
  }

  @Test
  void what_is_kept_of_another_record_or_was_altered_is_thrown_away() throws IOException {
    StoredRecord record = record(SIZE);
    List<Entry> entries = read(record, SIZE);
    byte[] kept = Files.readAllBytes(state());
    for (int place = 0; place < kept.length; place += 1 + kept.length / 97) {
      byte[] altered = kept.clone();
      altered[place] ^= 4;
      Files.write(state(), altered);
      assertThat(read(record, SIZE)).as("byte " + place).isEqualTo(entries);
      Files.write(state(), kept);
    }
    Files.write(state(), Arrays.copyOf(kept, kept.length / 2));
    assertThat(read(record, SIZE)).isEqualTo(entries);
  }

  private List<Entry> read(StoredRecord record, long size) {
    List<Entry> entries = new ArrayList<>();
    assertThat(KeptRecord.read(record, size, 100, entries::add).next()).isEqualTo(size);
    return entries;
  }

  private Path state() {
    return folder.resolve(ELECTION + ".entries.state");
  }

  private StoredRecord record(int size) throws IOException {
    append(size);
    return ScratchStores.in(folder).election(ELECTION);
  }

  private void append(int size) throws IOException {
    List<Entry> script = archived(ELECTION).subList(0, size);
    try (Ledger ledger =
        ScratchStores.in(folder).open(ELECTION, InstantSource.system(), notice -> {})) {
      List<Draft> drafts = new ArrayList<>();
      for (Entry entry : script.subList((int) ledger.size(), size))
        drafts.add(new Draft.Fresh("7", entry.fact()));
      ledger.append(drafts, "up to " + size).join();
    }
  }

  /** The same record, with the lines counted that are read of it. */
  private static StoredRecord counting(StoredRecord record, AtomicLong lines) {
    return (StoredRecord)
        Proxy.newProxyInstance(
            StoredRecord.class.getClassLoader(),
            new Class<?>[] {StoredRecord.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("read")) return method.invoke(record, arguments);
              @SuppressWarnings("unchecked")
              ObjLongConsumer<byte[]> each = (ObjLongConsumer<byte[]>) arguments[2];
              record.read(
                  (long) arguments[0],
                  (long) arguments[1],
                  (line, index) -> {
                    lines.incrementAndGet();
                    each.accept(line, index);
                  });
              return null;
            });
  }

  private static List<Long> indexes(long size) {
    return Stream.iterate(0L, i -> i < size, i -> i + 1).toList();
  }

  private static List<Entry> archived(String id) throws IOException {
    try (InputStream in = Archive.open(id).orElseThrow()) {
      return RecordReader.read(in).entries();
    }
  }

  private static byte[] packed(List<Entry> entries) {
    PackedEntries.Writer writer = new PackedEntries.Writer();
    entries.forEach(writer::add);
    return writer.packed();
  }

  private static List<Entry> packedAndBack(List<Entry> entries) {
    List<Entry> back = new ArrayList<>();
    PackedEntries.forEach(packed(entries), back::add);
    return back;
  }

  private static Source source(String id, Optional<String> publisher) {
    return new Source(id, "A title", publisher, Optional.empty(), Optional.empty());
  }

  private static Entry entry(
      int index, Source source, String at, Optional<ExpectedBy> by, int says) {
    boolean odd = says % 2 == 1;
    return new Entry(
        3L * index,
        Instant.parse("2020-11-04T12:00:00.123Z").plusSeconds(index / 5),
        odd ? "7" : "desk:1",
        new Returns(
            Attestation.of(When.parse(at), source),
            odd ? "PA" : "PA/42003",
            Votes.of(
                odd ? List.of("biden", "trump") : List.of("trump"),
                odd ? values(0, 1L << 52) : values(index)),
            odd ? OptionalLong.of(0) : OptionalLong.empty(),
            odd ? OptionalLong.empty() : OptionalLong.of(1L << 53),
            (says & 2) == 0,
            by.isPresent() ? OptionalLong.of(index) : OptionalLong.empty(),
            by,
            (says & 4) == 0,
            Optional.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            odd ? TotalBy.PRINTED : TotalBy.SUM));
  }

  private static long[] values(long... values) {
    return values;
  }
}
