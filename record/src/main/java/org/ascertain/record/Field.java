package org.ascertain.record;

import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A field of an object: its name, the codec of its value, where the object has it, and what it
 * means that the field is left out. A field whose value means that is never written.
 *
 * @param absent null where the field may not be left out
 * @param slot its place among the object's fields
 */
record Field<O, T>(
    SerializedString name, Codec<T> codec, Function<O, T> of, @Nullable T absent, int slot) {

  void write(O owner, Encoder out) throws IOException {
    T value = of.apply(owner);
    if (absent != null && value.equals(absent)) return;
    out.json().writeFieldName(name);
    codec.write(value, out);
  }
}
