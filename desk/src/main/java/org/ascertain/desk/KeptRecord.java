package org.ascertain.desk;

import java.util.Optional;
import java.util.function.Consumer;
import org.ascertain.election.Entry;
import org.ascertain.ledger.KeptState;
import org.ascertain.ledger.LedgerException;
import org.ascertain.ledger.RecordTail;
import org.ascertain.ledger.StoredRecord;
import org.ascertain.standing.History;

/**
 * A long record's entries as they are kept beside it in a packed form, so that whoever needs all of
 * them need not read their lines again. It is made of the record and thrown away where it is not of
 * it; whoever reads goes on with the lines behind it.
 */
public final class KeptRecord {

  private static final String NAME = "entries";

  /** Records up to so many entries are read as quickly as anything that could be kept of them. */
  static final long SHORT = 50_000;

  /** It is made anew when the record has grown by this part since. */
  private static final int PART = 10;

  private KeptRecord() {}

  /**
   * Hands over the first entries of a record: those that are kept packed, then those behind them.
   * Where the latter are many, all are kept for the next time.
   *
   * @return where to read on, behind them
   */
  public static RecordTail read(StoredRecord record, long size, Consumer<Entry> each) {
    return read(record, size, SHORT, each);
  }

  static RecordTail read(StoredRecord record, long size, long shortest, Consumer<Entry> each) {
    Optional<KeptState> kept =
        size < shortest
            ? Optional.empty()
            : record.state(NAME, PackedEntries.FORM).filter(state -> state.size() <= size);
    long from = kept.map(KeptState::size).orElse(0L);
    Optional<PackedEntries.Writer> packed =
        size >= shortest && isWorthKeeping(from, size)
            ? Optional.of(new PackedEntries.Writer())
            : Optional.empty();
    Consumer<Entry> both =
        packed.<Consumer<Entry>>map(writer -> each.andThen(writer::add)).orElse(each);
    kept.ifPresent(state -> PackedEntries.forEach(state.content(), both));
    RecordTail tail = new RecordTail(record, from);
    tail.read(size - from, recorded -> both.accept(recorded.entry()));
    if (tail.next() == size) packed.ifPresent(writer -> keep(record, size, writer));
    return tail;
  }

  private static boolean isWorthKeeping(long kept, long size) {
    return size - kept >= Math.max(1, size / PART);
  }

  /**
   * Keeps the entries of a record that was taken in whole, if they are many.
   *
   * @param history of all of its entries, as they were recorded
   */
  static void keep(StoredRecord record, History history) {
    long size = history.size();
    if (size < SHORT || record.size() != size) return;
    PackedEntries.Writer packed = new PackedEntries.Writer();
    history.recorded().forEach(packed::add);
    keep(record, size, packed);
  }

  private static void keep(StoredRecord record, long size, PackedEntries.Writer packed) {
    try {
      record.keepState(
          NAME, new KeptState(PackedEntries.FORM, size, record.root(size), packed.packed()));
    } catch (LedgerException cannotBeWritten) {
      // the record is read from its lines the next time, as it was this time
    }
  }
}
