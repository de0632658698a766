package org.ascertain.ledger;

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
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.ledger.BatchKeys.Known;
import org.ascertain.ledger.Database.Writing;
import org.ascertain.ledger.Ledger.Indexes;
import org.ascertain.ledger.LedgerException.Reason;
import org.ascertain.record.EntryLine;
import org.ascertain.record.EntryReader;
import org.ascertain.record.Hash;
import org.ascertain.record.RecordReader;
import org.ascertain.record.RecordSoFar;
import org.ascertain.record.RecordWriter;
import org.ascertain.record.TilePath;

/**
 * Writes batches into the tables: one connection, used by one thread. Other programs may write too,
 * each batch of theirs in a transaction of its own; what they appended is taken in before anything
 * is written here.
 */
final class EntryWriter implements AutoCloseable {

  /** What a batch came to: its indexes, or why it was refused. */
  sealed interface Outcome {
    record Written(Indexes indexes) implements Outcome {}

    record Refused(LedgerException why) implements Outcome {}
  }

  /** How far the record goes: how many entries it has, and when the last was recorded. */
  private record End(long size, Instant recorded) {}

  /** An entry that is written and not durable yet, or that is in the record already. */
  private record Placed(Recorded entry, boolean isNew) {}

  private final Database database;
  private final InstantSource clock;
  private final Consumer<String> notices;
  private final Writing writing;
  private final Connection connection;
  private final PreparedStatement insertEntry;
  private final PreparedStatement findLine;
  private final StoredTree tree;
  private final BatchKeys keys;

  private End durable;

  /** The end with what is written and not durable yet. */
  private End next;

  /** What whoever goes on writing has to know of the record, up to {@link #next}. */
  private RecordSoFar record = new RecordSoFar();

  private RecordWriter lines = new RecordWriter();

  /** How many nodes of the tree are stored. */
  private long nodes;

  /** What has become durable and nobody was told of yet. */
  private final List<Recorded> news = new ArrayList<>();

  /** Whether what is being written is one entry alone, whose key stands beside it. */
  private boolean alone;

  private boolean clockIsBehind;

  /** What the clock said for the fact that is written alone; it is asked once for each batch. */
  private Optional<Instant> asked = Optional.empty();

  /**
   * @param told how many entries whoever appends knows already; what there is more is news
   */
  EntryWriter(
      Database database,
      List<Tables> tables,
      InstantSource clock,
      Consumer<String> notices,
      OptionalLong told)
      throws SQLException {
    this.database = database;
    this.clock = clock;
    this.notices = notices;
    this.writing = database.openToWrite();
    this.connection = writing.connection();
    try {
      TablesBeside.bringUpToDate(database, writing, tables);
      this.insertEntry =
          connection.prepareStatement(
              "insert into entry (idx, line, leaf, key, content) values (?, ?, ?, ?, ?)");
      this.findLine = connection.prepareStatement("select line from entry where idx = ?");
      this.tree = new StoredTree(connection, database.hasNodes(connection));
      this.keys = new BatchKeys(connection);
      this.durable = end(told.isPresent() ? told.getAsLong() : size(connection));
      this.next = durable;
      readAfresh();
    } catch (SQLException | RuntimeException e) {
      writing.close();
      throw e;
    }
  }

  private static long size(Connection connection) throws SQLException {
    return Rows.number(connection, "select coalesce(max(idx) + 1, 0) from entry");
  }

  private End end(long size) throws SQLException {
    return new End(size, size == 0 ? Instant.MIN : recorded(size - 1));
  }

  /** Learns from the database what the record has described, and what follows what is known. */
  private void readAfresh() throws SQLException {
    record =
        RecordSoFar.of(
            durable.size(), RecordInDatabase.describing(database, connection, durable.size()));
    writing.hasChanged(); // from here on; all that was before is read now
    takeIn();
  }

  private Instant recorded(long index) throws SQLException {
    return line(index)
        .flatMap(EntryLine::of)
        .map(EntryLine::recorded)
        .orElseThrow(() -> damaged(index));
  }

  private LedgerException damaged(long index) {
    return new LedgerException(
        Reason.DAMAGED,
        "Entry " + index + " in " + database.place() + " is damaged; restore it from a backup.");
  }

  private Optional<byte[]> line(long index) throws SQLException {
    findLine.setLong(1, index);
    try (ResultSet row = findLine.executeQuery()) {
      return row.next() ? Optional.of(Rows.bytes(row, 1)) : Optional.empty();
    }
  }

  /** How many entries are durable, of those that were written here or taken in. */
  long size() {
    return durable.size();
  }

  /** Hands over what has become durable since this was last asked, in order. */
  List<Recorded> news() {
    List<Recorded> all = List.copyOf(news);
    news.clear();
    return all;
  }

  /** Whether what it writes by is gone: another takes its place. */
  boolean isLost() {
    return writing.isLost();
  }

  /** Writes batches and makes them durable together: when this returns, they are. */
  List<Outcome> write(List<PendingBatch> batches) throws SQLException {
    asked = Optional.empty();
    if (batches.size() == 1) {
      Optional<Outcome> written = writeAlone(batches.getFirst());
      if (written.isPresent()) return List.of(written.get());
    }
    writing.begin();
    tree.begin();
    takeInOthers();
    List<Outcome> outcomes = new ArrayList<>(batches.size());
    List<Recorded> written = new ArrayList<>();
    alone = batches.size() == 1 && batches.getFirst().isOneFact() && keys.hasRoom();
    for (PendingBatch batch : batches) outcomes.add(write(batch, written));
    if (!alone) keys.insertRecent(next.size());
    nodes = tree.grow(nodes, next.size());
    writing.commit();
    if (!alone) keys.forgetRecent();
    else if (next.size() > durable.size()
        && outcomes.getFirst() instanceof Outcome.Written(Indexes indexes))
      keys.remember(batches.getFirst().key(), new Known(batches.getFirst().digest(), indexes));
    durable = next;
    news.addAll(written);
    return outcomes;
  }

  /**
   * Writes one new fact by one statement, where nothing stands beside it and nothing against it: a
   * database elsewhere is asked once.
   */
  private Optional<Outcome> writeAlone(PendingBatch batch) throws SQLException {
    next = durable;
    boolean fillsNode = (next.size() + 1) % TilePath.FULL == 0;
    if (!batch.isOneFact()
        || !batch.beside().equals(Beside.NOTHING)
        || !keys.hasRoomFor(batch.key())
        || fillsNode) return Optional.empty();
    Optional<Outcome> outcome = Optional.empty();
    asked = Optional.of(clock.instant());
    try {
      Recorded entry = record(batch).getFirst().entry();
      long index = entry.entry().index();
      byte[] leaf = Hash.ofLeaf(entry.line()).bytes();
      if (writing.writeAlone(index, entry.line(), leaf, batch.key(), batch.digest())) {
        Indexes at = new Indexes(index, 1);
        keys.remember(batch.key(), new Known(batch.digest(), at));
        record.add(entry.entry());
        durable = new End(record.size(), entry.entry().recorded());
        next = durable;
        news.add(entry);
        outcome = Optional.of(new Outcome.Written(at));
      }
    } catch (LedgerException refused) {
      if (refused.reason() != Reason.REFUSED) throw refused; // else the key may be known
    }
    if (outcome.isEmpty()) lines = new RecordWriter(record);
    return outcome;
  }

  /** Takes in what others have appended; needs no lock, since what is committed stays. */
  void lookForOthers() throws SQLException {
    next = durable;
    takeInOthers();
  }

  private void takeInOthers() throws SQLException {
    next = durable;
    if (writing.hasChanged()) takeIn();
  }

  private void takeIn() throws SQLException {
    EntryReader reader = new EntryReader(record);
    try (PreparedStatement select =
        connection.prepareStatement("select idx, line from entry where idx >= ? order by idx")) {
      select.setLong(1, durable.size());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          if (row.getLong(1) != durable.size()) throw damaged(durable.size());
          byte[] line = Rows.bytes(row, 2);
          Entry entry = RecordInDatabase.read(reader, line, row.getLong(1));
          record.add(entry);
          news.add(new Recorded(entry, line));
          durable = new End(entry.index() + 1, entry.recorded());
        }
      }
    }
    next = durable;
    lines = new RecordWriter(record);
    nodes = Rows.number(connection, "select coalesce(max(idx) + 1, 0) from node");
    keys.readAfresh();
  }

  /** Forgets what was written and is not durable. */
  void undo() throws SQLException {
    writing.rollback();
    readAfresh();
  }

  private Outcome write(PendingBatch batch, List<Recorded> written) throws SQLException {
    Optional<Known> before = keys.find(batch.key());
    if (before.isPresent())
      return Arrays.equals(before.get().content(), batch.digest())
          ? new Outcome.Written(before.get().indexes())
          : refused(
              "The key %s was used for another batch; each batch needs a key of its own."
                  .formatted(batch.key()));
    try {
      List<Placed> placed = place(batch);
      Indexes at =
          new Indexes(
              placed.isEmpty() ? next.size() : placed.getFirst().entry().entry().index(),
              placed.size());
      if (batch.beside().equals(Beside.NOTHING)) insert(batch, placed, at);
      else insertWithBeside(batch, placed, at);
      for (Placed each : placed) {
        if (!each.isNew()) continue;
        record.add(each.entry().entry());
        written.add(each.entry());
        next = new End(record.size(), each.entry().entry().recorded());
      }
      return new Outcome.Written(at);
    } catch (LedgerException e) {
      if (e.reason() != Reason.REFUSED) throw e;
      lines = new RecordWriter(record); // it may have described what is not recorded now
      return new Outcome.Refused(e);
    }
  }

  private List<Placed> place(PendingBatch batch) throws SQLException {
    boolean copied = batch.batch().stream().allMatch(Draft.Copied.class::isInstance);
    boolean fresh = batch.batch().stream().allMatch(Draft.Fresh.class::isInstance);
    if (!copied && !fresh)
      throw refusal("A batch has either new facts or lines of a record, not both.");
    return fresh ? record(batch) : copy(batch.batch());
  }

  /** Gives new facts their places and their time. */
  private List<Placed> record(PendingBatch batch) {
    Instant time = now();
    List<Placed> placed = new ArrayList<>(batch.batch().size());
    for (Draft draft : batch.batch()) {
      if (!(draft instanceof Draft.Fresh(String recordedBy, Fact fact)))
        throw new IllegalStateException();
      Entry entry = new Entry(next.size() + placed.size(), time, recordedBy, fact);
      try {
        byte[] line =
            lines.line(
                new EntryLine(entry.index(), time), recordedBy, batch.lines().get(placed.size()));
        placed.add(new Placed(new Recorded(entry, line), true));
      } catch (IllegalArgumentException e) {
        throw refusal("Entry %d cannot be written: %s.".formatted(entry.index(), e.getMessage()));
      }
    }
    return placed;
  }

  /** Takes lines that have their places; those that are there already must be the same. */
  private List<Placed> copy(List<Draft> batch) throws SQLException {
    Instant time = next.recorded();
    List<Placed> placed = new ArrayList<>(batch.size());
    long first = -1;
    for (Draft draft : batch) {
      if (!(draft instanceof Draft.Copied(Entry entry, byte[] line)))
        throw new IllegalStateException();
      long index = entry.index();
      EntryLine place =
          EntryLine.of(line)
              .filter(read -> read.index() == index && read.recorded().equals(entry.recorded()))
              .orElseThrow(
                  () ->
                      refusal("A line of the record does not begin with its index and its time."));
      if (first < 0) first = index;
      if (index != first + placed.size() || first > next.size())
        throw refusal(
            "The line of entry %d cannot follow entry %d."
                .formatted(index, Math.min(first + placed.size(), next.size()) - 1));
      if (line.length > RecordReader.LONGEST_LINE)
        throw refusal(
            "Entry %d has %d bytes; the most is %d."
                .formatted(index, line.length, RecordReader.LONGEST_LINE));
      boolean isNew = index >= next.size();
      if (!isNew && !Arrays.equals(line(index).orElseThrow(() -> damaged(index)), line))
        throw refusal(
            "Entry %d is in the record with other content; only the same record can be taken in again."
                .formatted(index));
      if (isNew) {
        if (place.recorded().isBefore(time))
          throw refusal(
              "Entry %d was recorded at %s, before the entry that precedes it."
                  .formatted(index, place.recorded()));
        time = place.recorded();
      }
      placed.add(new Placed(new Recorded(entry, line), isNew));
    }
    return placed;
  }

  private void insert(PendingBatch batch, List<Placed> placed, Indexes at) throws SQLException {
    for (Placed each : placed) {
      if (!each.isNew()) continue;
      long index = each.entry().entry().index();
      byte[] line = each.entry().line();
      byte[] leaf = Hash.ofLeaf(line).bytes();
      tree.wrote(index, leaf);
      insertEntry.setLong(1, index);
      insertEntry.setBytes(2, line);
      insertEntry.setBytes(3, leaf);
      insertEntry.setString(4, alone ? batch.key() : null);
      insertEntry.setBytes(5, alone ? batch.digest() : null);
      if (placed.size() == 1) insertEntry.executeUpdate();
      else insertEntry.addBatch();
    }
    if (placed.size() > 1) insertEntry.executeBatch(); // a database elsewhere is asked once
    if (!alone) keys.insert(batch.key(), new Known(batch.digest(), at));
  }

  /** What is written beside may fail, and then fails with its batch alone. */
  private void insertWithBeside(PendingBatch batch, List<Placed> placed, Indexes at)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("savepoint batch");
      try {
        insert(batch, placed, at);
        batch.beside().write(connection, at);
      } catch (SQLException | RuntimeException e) {
        if (e instanceof SQLException sql && !database.isRefusal(sql)) throw e;
        statement.execute("rollback to batch");
        statement.execute("release batch");
        throw new LedgerException(
            Reason.REFUSED,
            "What belongs to the batch could not be written, so nothing of it was: "
                + e.getMessage(),
            e);
      }
      statement.execute("release batch");
    }
  }

  /**
   * The time by the clock, but never before the last entry's: a clock that jumps back stands still
   * instead.
   */
  private Instant now() {
    Instant now = asked.orElseGet(clock::instant).truncatedTo(ChronoUnit.MILLIS);
    boolean behind = now.isBefore(next.recorded());
    if (behind && !clockIsBehind)
      notices.accept(
          "The clock says %s, before the last entry of %s at %s; entries keep that time until the clock has passed it. Check the clock."
              .formatted(now, database.name(), next.recorded()));
    clockIsBehind = behind;
    return behind ? next.recorded() : now;
  }

  private static Outcome refused(String why) {
    return new Outcome.Refused(refusal(why));
  }

  private static LedgerException refusal(String why) {
    return new LedgerException(Reason.REFUSED, why);
  }

  @Override
  public void close() throws SQLException {
    writing.close();
  }
}
