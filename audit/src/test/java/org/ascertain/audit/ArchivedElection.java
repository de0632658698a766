package org.ascertain.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.ascertain.archive.Archive;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.law.Law;
import org.ascertain.record.RecordReader;
import org.ascertain.standing.History;

/** Histories of the archive's records. */
final class ArchivedElection {

  static History of(int year) {
    return of(year, List.of());
  }

  /** With facts that the archive's record has not. */
  static History of(int year, List<Fact> more) {
    List<Entry> entries = new ArrayList<>(read(year));
    for (Fact fact : more)
      entries.add(new Entry(entries.size(), entries.getLast().recorded(), "1", fact));
    Law law = Law.of(year).orElseThrow();
    return History.of(entries, law, Archive.knownUnits(), History.ALL);
  }

  private static List<Entry> read(int year) {
    try (InputStream in =
        Archive.open(Archive.find(Integer.toString(year)).orElseThrow()).orElseThrow()) {
      return RecordReader.read(in).entries();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private ArchivedElection() {}
}
