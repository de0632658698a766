package org.ascertain.watch;

import java.util.ArrayList;
import java.util.List;
import org.ascertain.ledger.StoredRecord;
import org.ascertain.record.Checkpoint;
import org.ascertain.record.InclusionProof;
import org.ascertain.record.Lines;
import org.ascertain.record.SignedNote;
import org.ascertain.record.TreeHashes;

/** Proves that entries stand in a record of which a checkpoint speaks. */
public interface Evidence {

  /** The checkpoint of the record, larger than any entry that is proven. */
  SignedNote checkpoint();

  /**
   * The proof of an entry.
   *
   * @param index less than the checkpoint's size
   */
  InclusionProof prove(long index);

  /** Evidence from a record in a store, under a checkpoint of it. */
  static Evidence of(StoredRecord record, SignedNote checkpoint) {
    return new Evidence() {
      @Override
      public SignedNote checkpoint() {
        return checkpoint;
      }

      @Override
      public InclusionProof prove(long index) {
        return record.prove(index, checkpoint);
      }
    };
  }

  /** Evidence from a record whose lines are at hand, under a checkpoint of it. */
  static Evidence ofLines(Lines lines, SignedNote checkpoint) {
    TreeHashes hashes = TreeHashes.of(lines, Checkpoint.of(checkpoint).size());
    return new Evidence() {
      @Override
      public SignedNote checkpoint() {
        return checkpoint;
      }

      @Override
      public InclusionProof prove(long index) {
        List<byte[]> line = new ArrayList<>();
        lines.read(index, index + 1, (each, at) -> line.add(each));
        return InclusionProof.of(index, line.getFirst(), hashes, checkpoint);
      }
    };
  }
}
