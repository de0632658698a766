package org.ascertain.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.ascertain.ledger.Ledger.Indexes;
import org.ascertain.record.Flaw;
import org.ascertain.record.Hash;
import org.ascertain.record.InclusionProof;
import org.ascertain.record.Lines;
import org.ascertain.record.MerkleTree;
import org.ascertain.record.RecordSoFar;
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

  /**
   * Hands over the entries before {@code to}, and tells of each whose bytes are not those that were
   * written, or that is missing.
   *
   * @param each gets the entries up to the first that is missing
   * @throws LedgerException once all has been told, if one is missing
   */
  void readChecked(long to, ObjLongConsumer<byte[]> each, Consumer<Flaw> flaws);

  /** The places of the batch that was appended under a key, if one was. */
  Optional<Indexes> appended(String key);

  /** Every checkpoint that was signed, the smallest first. */
  List<SignedNote> checkpoints();

  /** Keeps a checkpoint of so many entries, or the same with further cosignatures. */
  void keep(long size, SignedNote note);

  /**
   * The tree of the first so many entries, made of stored hashes like {@link #root}; it can grow
   * from there.
   */
  MerkleTree tree(long size);

  /**
   * The root of the first so many entries, made of the hashes that were stored with them. Nobody
   * has looked at the entries' bytes for it: {@link DataFolder#verify} does.
   */
  Hash root(long size);

  /**
   * The proof that an entry stands in the record, from stored hashes.
   *
   * @param checkpoint of this record, of more entries than {@code index}
   */
  InclusionProof prove(long index, SignedNote checkpoint);

  /** What lines behind the first so many entries have to know of those. */
  RecordSoFar soFar(long size);

  /**
   * What was kept under a name, if it is of that version and of the beginning of this record as it
   * is now; whatever else lies there is thrown away.
   */
  Optional<KeptState> state(String name, int version);

  /** Keeps a state in the place of the one of that name. */
  void keepState(String name, KeptState state);

  /** Asks the tables that others keep beside the entries. */
  <T> T ask(Question<T> question);

  /** A question to the tables beside the entries, by plain statements. */
  @FunctionalInterface
  interface Question<T> {
    T ask(Connection of) throws SQLException;
  }
}
