package org.ascertain.record;

import java.io.InputStream;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
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

  private void add(Entry entry) {
    size = entry.index() + 1;
    describe(entry.fact());
  }

  private void describe(Fact fact) {
    Source source = fact.attestation().source();
    sources.putIfAbsent(source.id(), source);
    if (fact instanceof Fact.Correction correction) describe(correction.with());
  }

  /** How many entries there are. */
  public long size() {
    return size;
  }

  Collection<Source> sources() {
    return Collections.unmodifiableCollection(sources.values());
  }
}
