package org.ascertain.ledger;

import java.util.function.Consumer;
import org.ascertain.election.Entry;
import org.ascertain.record.EntryReader;

/**
 * A record read on as it grows, by whoever does not append to it: each entry once, with its bytes.
 * It may begin anywhere, so that whoever has kept a state of the record goes on from there.
 */
public final class RecordTail {

  private final StoredRecord record;
  private final EntryReader reader;
  private long next;

  /**
   * @param from the index of the first entry to be handed over
   */
  public RecordTail(StoredRecord record, long from) {
    this.record = record;
    this.reader = new EntryReader(record.soFar(from));
    this.next = from;
  }

  /** The index of the entry that is handed over next. */
  public long next() {
    return next;
  }

  /**
   * Hands over what is durable by now and was not handed over yet.
   *
   * @param most how many entries at most
   * @return how many it were
   */
  public long read(long most, Consumer<Recorded> each) {
    long from = next;
    record.read(
        from,
        from + most,
        (line, index) -> {
          Entry entry = RecordInDatabase.read(reader, line, index);
          each.accept(new Recorded(entry, line));
          next = index + 1;
        });
    return next - from;
  }
}
