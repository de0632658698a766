package org.ascertain.press;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.ascertain.archive.Archive;
import org.ascertain.election.ElectionId;
import org.ascertain.election.Fact.Header;
import org.ascertain.law.Law;
import org.ascertain.record.RecordReader;
import org.ascertain.standing.Gathering;
import org.ascertain.standing.History;

/** The records of the archive, each read when a text first speaks of its election. */
final class ArchivedRecords implements Records {

  private final ConcurrentMap<Integer, Optional<History>> read = new ConcurrentHashMap<>();

  /** Of sixty records; they are read on all processors. */
  private final List<Header> headers =
      Archive.ids().parallelStream().map(ArchivedRecords::header).toList();

  @Override
  public List<Header> headers() {
    return headers;
  }

  @Override
  public Optional<History> of(int year) {
    return read.computeIfAbsent(year, ArchivedRecords::read);
  }

  private static Optional<History> read(int year) {
    Optional<Law> law = Law.of(year);
    Optional<InputStream> record = Archive.open(new ElectionId(year).toString());
    if (law.isEmpty() || record.isEmpty()) return Optional.empty();
    try (InputStream in = record.get()) {
      Gathering facts = History.gather(law.get(), Archive.knownUnits(), History.ALL);
      RecordReader.forEach(in, line -> line.entry().ifPresent(facts::add));
      return Optional.of(facts.history());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** A record's first entry, without the rest of it. */
  private static Header header(String id) {
    try (InputStream in = Archive.open(id).orElseThrow()) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int c = in.read(); c >= 0; c = in.read()) {
        line.write(c);
        if (c == '\n') break;
      }
      return History.header(
              RecordReader.read(new ByteArrayInputStream(line.toByteArray())).entries())
          .orElseThrow();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
