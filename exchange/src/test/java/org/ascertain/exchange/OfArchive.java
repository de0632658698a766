package org.ascertain.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ascertain.archive.Archive;
import org.ascertain.archive.Pinned;
import org.ascertain.election.Entry;
import org.ascertain.election.When;
import org.ascertain.law.Law;
import org.ascertain.record.RecordReader;
import org.ascertain.standing.History;

/** Elections of the archive, each read once. */
final class OfArchive {

  private static final Map<Integer, History> READ = new ConcurrentHashMap<>();

  static History history(int year) {
    return READ.computeIfAbsent(year, OfArchive::read);
  }

  private static History read(int year) {
    try (InputStream in = Archive.open("us-president-" + year).orElseThrow()) {
      List<Entry> entries = RecordReader.read(in).entries();
      return History.of(entries, Law.of(year).orElseThrow(), Archive.knownUnits(), History.ALL);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ElectionAt at(int year, String moment) {
    return ElectionAt.of(
        history(year),
        When.parse(moment),
        Pinned.pins().stream()
            .filter(pin -> pin.election().equals("us-president-" + year))
            .findFirst());
  }

  /** The election with everything that its record has. */
  static ElectionAt whole(int year) {
    return at(year, history(year).entries().getLast().fact().attestation().at().toString());
  }

  private OfArchive() {}
}
