package org.ascertain.record;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * How a value stands in the record. Reading and writing are told together so that they cannot part.
 */
interface Codec<T> {

  /** The value, or null if it is none; {@code in} then has the problem, at its present path. */
  @Nullable T read(Json json, Decoder in);

  void write(T value, Encoder out) throws IOException;
}
