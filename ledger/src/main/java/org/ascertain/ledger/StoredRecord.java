package org.ascertain.ledger;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ascertain.ledger.Ledger.Indexes;
import org.ascertain.record.Flaw;
import org.ascertain.record.Lines;
import org.ascertain.record.SignedNote;

/**
 * A record in a store as whoever reads it sees it, while others may append: its entries and its
 * checkpoints. Every method throws {@link LedgerException} where the store cannot be read.
 */
public interface StoredRecord extends Lines {

  /** Where the record lies, for people. */
  String place();

  /** How many entries are durable, whoever appended them. */
  long size();

  /** Tells of each entry whose bytes are not those that were written, or that is missing. */
  void checkBytes(Consumer<Flaw> flaws);

  /** The places of the batch that was appended under a key, if one was. */
  Optional<Indexes> appended(String key);

  /** Every checkpoint that was signed, the smallest first. */
  List<SignedNote> checkpoints();

  /** Keeps a checkpoint of so many entries, or the same with further cosignatures. */
  void keep(long size, SignedNote note);
}
