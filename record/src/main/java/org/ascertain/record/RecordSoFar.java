package org.ascertain.record;

import java.io.InputStream;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Source;

/**
 * What lines that are to follow a record have to know of it: how many entries it has, and which
 * sources they have described.
 */
public final class RecordSoFar {

  private final Map<String, Source> sources = new LinkedHashMap<>();
  private long size;

  /** An empty record. */
  public RecordSoFar() {}

  /** The record of these entries. */
  public static RecordSoFar of(Iterable<Entry> entries) {
    RecordSoFar record = new RecordSoFar();
    entries.forEach(record::add);
    return record;
  }

  /**
   * The first {@code size} entries of a record that is sound.
   *
   * @throws IllegalArgumentException if one of them cannot be read
   */
  public static RecordSoFar of(Lines lines, long size) {
    RecordSoFar record = new RecordSoFar();
    InputStream in = new LineStream(lines, size);
    if (size > 0)
      RecordReader.forEach(
          in, line -> record.add(line.entry().orElseThrow(() -> unreadable(line))));
    return record;
  }

  private static IllegalArgumentException unreadable(Line line) {
    return new IllegalArgumentException(
        "entry " + line.index() + " cannot be read: " + line.problems().getFirst().sentence());
  }

  /**
   * The record of so many entries.
   *
   * @param describing those of them that describe a source; others are of no harm
   */
  public static RecordSoFar of(long size, Iterable<Entry> describing) {
    RecordSoFar record = of(describing);
    record.size = size;
    return record;
  }

  /** The same sources, for lines that tell the record once more from its beginning. */
  public RecordSoFar fromTheBeginning() {
    RecordSoFar again = new RecordSoFar();
    again.sources.putAll(sources);
    return again;
  }

  /** Takes the entry that follows. */
  public void add(Entry entry) {
    size = entry.index() + 1;
    eachSource(entry.fact(), source -> sources.putIfAbsent(source.id(), source));
  }

  static void eachSource(Fact fact, Consumer<Source> each) {
    each.accept(fact.attestation().source());
    if (fact instanceof Fact.Correction correction) eachSource(correction.with(), each);
  }

  /** How many entries there are. */
  public long size() {
    return size;
  }

  Collection<Source> sources() {
    return Collections.unmodifiableCollection(sources.values());
  }
}
