package org.ascertain.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ascertain.ledger.BatchKeys.Known;
import org.ascertain.ledger.Ledger.Indexes;
import org.ascertain.ledger.LedgerException.Reason;
import org.ascertain.record.EntryLine;
import org.ascertain.record.Hash;
import org.ascertain.record.RecordReader;

/** Writes batches into the tables: one connection, used by one thread. */
final class EntryWriter implements AutoCloseable {

  /** What a batch came to: its indexes, or why it was refused. */
  sealed interface Outcome {
    record Written(Indexes indexes) implements Outcome {}

    record Refused(LedgerException why) implements Outcome {}
  }

  /** How far the record goes: how many entries it has, and when the last was recorded. */
  private record End(long size, Instant recorded) {}

  private final Path file;
  private final InstantSource clock;
  private final Consumer<String> notices;
  private final Connection connection;
  private final PreparedStatement begin;
  private final PreparedStatement commit;
  private final PreparedStatement insertEntry;
  private final PreparedStatement findLine;
  private final BatchKeys keys;

  private End durable;

  /** The end with what is written and not durable yet. */
  private End next;

  /** Whether what is being written is one entry alone, whose key stands beside it. */
  private boolean alone;

  private boolean clockIsBehind;

  EntryWriter(Path file, InstantSource clock, Consumer<String> notices) throws SQLException {
    this.file = file;
    this.clock = clock;
    this.notices = notices;
    this.connection = Database.openToWrite(file);
    this.begin = connection.prepareStatement("begin immediate");
    this.commit = connection.prepareStatement("commit");
    this.insertEntry =
        connection.prepareStatement(
            "insert into entry (idx, line, leaf, key, content) values (?, ?, ?, ?, ?)");
    this.findLine = connection.prepareStatement("select line from entry where idx = ?");
    this.keys = new BatchKeys(connection);
    long size = Database.number(connection, "select coalesce(max(idx) + 1, 0) from entry");
    this.durable = new End(size, size == 0 ? Instant.MIN : recorded(size - 1));
    this.next = durable;
  }

  private Instant recorded(long index) throws SQLException {
    return line(index)
        .flatMap(EntryLine::of)
        .map(EntryLine::recorded)
        .orElseThrow(
            () ->
                new LedgerException(
                    Reason.DAMAGED,
                    "Entry " + index + " in " + file + " is damaged; restore it from a backup."));
  }

  private Optional<byte[]> line(long index) throws SQLException {
    findLine.setLong(1, index);
    try (ResultSet row = findLine.executeQuery()) {
      return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
    }
  }

  /** How many entries are durable. */
  long size() {
    return durable.size();
  }

  /** Writes batches and makes them durable together: when this returns, they are. */
  List<Outcome> write(List<PendingBatch> batches) throws SQLException {
    next = durable;
    List<Outcome> outcomes = new ArrayList<>(batches.size());
    alone =
        batches.size() == 1
            && batches.getFirst().batch().size() == 1
            && batches.getFirst().batch().getFirst() instanceof Draft.Fresh
            && keys.hasRoom();
    begin.execute();
    for (PendingBatch pending : batches) outcomes.add(write(pending));
    if (!alone) keys.insertRecent(next.size());
    commit.execute();
    if (!alone) keys.forgetRecent();
    else if (next.size() > durable.size()
        && outcomes.getFirst() instanceof Outcome.Written(Indexes indexes))
      keys.remember(batches.getFirst().key(), new Known(batches.getFirst().digest(), indexes));
    durable = next;
    return outcomes;
  }

  /** Forgets what was written and is not durable. */
  void undo() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("rollback");
    }
  }

  private Outcome write(PendingBatch pending) throws SQLException {
    byte[] digest = pending.digest();
    Optional<Known> before = keys.find(pending.key());
    if (before.isPresent())
      return Arrays.equals(before.get().content(), digest)
          ? new Outcome.Written(before.get().indexes())
          : refused(
              "The key %s was used for another batch; each batch needs a key of its own."
                  .formatted(pending.key()));
    boolean copied = pending.batch().stream().allMatch(Draft.Copied.class::isInstance);
    boolean fresh = pending.batch().stream().allMatch(Draft.Fresh.class::isInstance);
    if (copied == fresh)
      return refused("A batch has either new facts or lines of a record, not both.");
    return fresh ? record(pending, digest) : copy(pending, digest);
  }

  /** Gives new facts their places and their time. */
  private Outcome record(PendingBatch pending, byte[] digest) throws SQLException {
    Instant time = now();
    List<byte[]> lines = new ArrayList<>(pending.batch().size());
    for (Draft draft : pending.batch()) {
      if (!(draft instanceof Draft.Fresh(String recordedBy, byte[] fact)))
        throw new IllegalStateException();
      long index = next.size() + lines.size();
      byte[] line = new EntryLine(index, time).write(recordedBy, fact);
      if (line.length > RecordReader.LONGEST_LINE)
        return refused(
            "Entry %d would have %d bytes; the most is %d."
                .formatted(index, line.length, RecordReader.LONGEST_LINE));
      lines.add(line);
    }
    return insert(pending, digest, next.size(), lines, time);
  }

  /** Takes lines that have their places; those that are there already must be the same. */
  private Outcome copy(PendingBatch pending, byte[] digest) throws SQLException {
    Instant time = next.recorded();
    List<byte[]> lines = new ArrayList<>(pending.batch().size());
    long first = -1;
    for (Draft draft : pending.batch()) {
      if (!(draft instanceof Draft.Copied(byte[] line))) throw new IllegalStateException();
      Optional<EntryLine> place = EntryLine.of(line);
      if (place.isEmpty())
        return refused("A line of the record does not begin with its index and its time.");
      long index = place.get().index();
      if (first < 0) first = index;
      if (index != first + lines.size() || first > next.size())
        return refused(
            "The line of entry %d cannot follow entry %d."
                .formatted(index, Math.min(first + lines.size(), next.size()) - 1));
      if (line.length > RecordReader.LONGEST_LINE)
        return refused(
            "Entry %d has %d bytes; the most is %d."
                .formatted(index, line.length, RecordReader.LONGEST_LINE));
      if (index < next.size()) {
        if (!Arrays.equals(line(index).orElseThrow(), line))
          return refused(
              "Entry %d is in the record with other content; only the same record can be taken in again."
                  .formatted(index));
      } else {
        if (place.get().recorded().isBefore(time))
          return refused(
              "Entry %d was recorded at %s, before the entry that precedes it."
                  .formatted(index, place.get().recorded()));
        time = place.get().recorded();
      }
      lines.add(line);
    }
    return insert(pending, digest, first, lines, time);
  }

  private Outcome insert(
      PendingBatch pending, byte[] digest, long first, List<byte[]> lines, Instant time)
      throws SQLException {
    for (int i = 0; i < lines.size(); i++) {
      if (first + i < next.size()) continue;
      insertEntry.setLong(1, first + i);
      insertEntry.setBytes(2, lines.get(i));
      insertEntry.setBytes(3, Hash.ofLeaf(lines.get(i)).bytes());
      insertEntry.setString(4, alone ? pending.key() : null);
      insertEntry.setBytes(5, alone ? digest : null);
      insertEntry.executeUpdate();
    }
    Indexes indexes = new Indexes(first, lines.size());
    if (!alone) keys.insert(pending.key(), new Known(digest, indexes));
    next = new End(Math.max(next.size(), first + lines.size()), time);
    return new Outcome.Written(indexes);
  }

  /**
   * The time by the clock, but never before the last entry's: a clock that jumps back stands still
   * instead.
   */
  private Instant now() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    boolean behind = now.isBefore(next.recorded());
    if (behind && !clockIsBehind)
      notices.accept(
          "The clock says %s, before the last entry of %s at %s; entries keep that time until the clock has passed it. Check the clock."
              .formatted(now, file.getFileName(), next.recorded()));
    clockIsBehind = behind;
    return behind ? next.recorded() : now;
  }

  private static Outcome refused(String why) {
    return new Outcome.Refused(new LedgerException(Reason.REFUSED, why));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
