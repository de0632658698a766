package org.ascertain.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ascertain.election.Candidate;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Ticket;
import org.ascertain.record.RecordReader;

/**
 * A record of the archive as its tests look at it.
 *
 * @param entries all of them, in the order of the record
 * @param inForce by index, the facts that stand once corrections and retractions are applied; a
 *     corrected one stands at the index of its correction
 */
record Archived(List<Entry> entries, Map<Long, Fact> inForce) {

  static Archived of(String id) {
    try (InputStream record = Archive.open(id).orElseThrow()) {
      List<Entry> entries = RecordReader.read(record).entries();
      return new Archived(entries, inForce(entries));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Map<Long, Fact> inForce(List<Entry> entries) {
    Map<Long, Fact> standing = new TreeMap<>();
    for (Entry entry : entries)
      switch (entry.fact()) {
        case Fact.Correction f -> {
          standing.remove(f.corrects());
          standing.put(entry.index(), f.with());
        }
        case Fact.Retraction f -> standing.remove(f.retracts());
        default -> standing.put(entry.index(), entry.fact());
      }
    return standing;
  }

  Fact.Header header() {
    return (Fact.Header) entries.getFirst().fact();
  }

  int year() {
    return header().year();
  }

  /** The facts in force of one kind, in the order of their indexes. */
  <F extends Fact> List<F> all(Class<F> kind) {
    return inForce.values().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The tickets of the header and those that were added. */
  List<Ticket> tickets() {
    return Stream.concat(
            header().tickets().stream(),
            all(Fact.Addition.class).stream().flatMap(added -> added.tickets().stream()))
        .toList();
  }

  /** By ticket, the name of its candidate for President; {@code unpledged} has none. */
  Map<String, String> names() {
    List<Candidate> candidates = new ArrayList<>(header().candidates());
    all(Fact.Addition.class).forEach(added -> candidates.addAll(added.candidates()));
    Map<String, String> names = new TreeMap<>();
    for (Ticket ticket : tickets())
      names.put(
          ticket.id(),
          candidates.stream()
              .filter(candidate -> candidate.id().equals(ticket.president()))
              .map(Candidate::name)
              .findFirst()
              .orElse(ticket.president()));
    return names;
  }
}
