package org.ascertain.desk;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The rows of a body in their order, read as they are asked for. */
public interface Rows extends AutoCloseable {

  /**
   * A row with what was found while it was read.
   *
   * @param findings of its form alone, beside the row's problems
   */
  record Read(Row row, List<Finding> findings) {
    static Read of(Row row) {
      return new Read(row, List.of());
    }
  }

  /** Why nothing can be read of the whole body, if that is so; no row comes then. */
  Optional<Finding> refusal() throws IOException;

  /** The next row; empty behind the last. */
  Optional<Read> next() throws IOException;

  @Override
  void close() throws IOException;
}
