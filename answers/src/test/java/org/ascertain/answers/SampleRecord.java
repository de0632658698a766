package org.ascertain.answers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ascertain.archive.Archive;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Unit;
import org.ascertain.election.When;
import org.ascertain.law.Law;
import org.ascertain.record.RecordReader;
import org.ascertain.standing.Course;
import org.ascertain.standing.History;

/** An election's record with all that answers are made of. */
record SampleRecord(List<Entry> entries, History history, Course course) {

  private static final Map<String, SampleRecord> READ = new ConcurrentHashMap<>();

  /** The whole record of an election, by its year. */
  static SampleRecord of(String year) {
    return READ.computeIfAbsent(year, each -> of(read(each)));
  }

  /** A made-up election that has what no small part of a real one has together. */
  static SampleRecord madeUp() {
    return file("made-up.jsonl");
  }

  /** A made-up night: a majority of the electors is called for Ash, and lost again. */
  static SampleRecord calls() {
    return file("calls.jsonl");
  }

  /** The kinds of facts, and the forms of them, that the made-up election has not. */
  static SampleRecord kinds() {
    return file("kinds.jsonl");
  }

  /** A made-up state where one candidate stands on two lines. */
  static SampleRecord lines() {
    return file("lines.jsonl");
  }

  private static SampleRecord file(String name) {
    try (InputStream in = Objects.requireNonNull(SampleRecord.class.getResourceAsStream(name))) {
      RecordReader.Reading reading = RecordReader.read(in);
      if (!reading.problems().isEmpty()) throw new AssertionError(reading.problems());
      return of(reading.entries());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static SampleRecord of(List<Entry> entries) {
    return of(entries, History.ALL);
  }

  /** As known by a moment, nanoseconds since 1970-01-01T00:00Z. */
  static SampleRecord of(List<Entry> entries, long known) {
    Header header = History.header(entries).orElseThrow();
    Law law = Law.of(header).orElseThrow();
    History history = History.of(entries, law, Archive.knownUnits(), known);
    return new SampleRecord(entries, history, history.course());
  }

  /**
   * What a record says of a few jurisdictions and of the nation; of their many tallies and others'
   * words a few.
   *
   * @param each so many tallies are left out for each that stays
   */
  static SampleRecord part(String year, Set<String> jurisdictions, int each) {
    List<Entry> part = new ArrayList<>();
    int tallies = 0;
    int words = 0;
    for (Entry entry : of(year).entries()) {
      if (!jurisdictions.containsAll(
          FactParts.unit(entry.fact()).map(Unit::jurisdictionOf).stream().toList())) continue;
      if (entry.fact() instanceof Fact.Returns && tallies++ % each != 0) continue;
      if (isSaid(entry.fact()) && words++ % each != 0) continue;
      part.add(entry);
    }
    return of(part);
  }

  private static boolean isSaid(Fact fact) {
    return fact instanceof Fact.Acknowledgement
        || fact instanceof Fact.Statement
        || fact instanceof Fact.Challenge
        || fact instanceof Fact.Ruling
        || fact instanceof Fact.Coverage;
  }

  Header header() {
    return history.header();
  }

  When end() {
    return history.entries().getLast().fact().attestation().at();
  }

  private static List<Entry> read(String year) {
    String id = Archive.find(year).orElseThrow();
    try (InputStream in = Archive.open(id).orElseThrow()) {
      return RecordReader.read(in).entries();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
