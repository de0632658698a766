package org.ascertain.record;

import com.fasterxml.jackson.core.io.SerializedString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.ascertain.election.Votes;
import org.jspecify.annotations.Nullable;

/** Lists the fields of an object in the order in which they are written. */
final class Fields<O> {

  private final List<Field<O, ?>> fields = new ArrayList<>();

  <T> Field<O, T> required(String name, Codec<T> codec, Function<O, T> of) {
    return add(name, codec, of, null);
  }

  /** A field that may be left out, which then means {@code absent}. */
  <T> Field<O, T> orElse(T absent, String name, Codec<T> codec, Function<O, T> of) {
    return add(name, codec, of, absent);
  }

  <T> Field<O, Optional<T>> optional(String name, Codec<T> codec, Function<O, Optional<T>> of) {
    return add(name, Codecs.given(codec), of, Optional.empty());
  }

  Field<O, OptionalLong> optionalCount(String name, Function<O, OptionalLong> of) {
    return add(name, Codecs.COUNT_GIVEN, of, OptionalLong.empty());
  }

  Field<O, OptionalInt> optionalNumber(String name, Function<O, OptionalInt> of) {
    return add(name, Codecs.NUMBER_GIVEN, of, OptionalInt.empty());
  }

  /** A list that may be left out, which then is empty. */
  <T> Field<O, List<T>> list(String name, Codec<T> codec, Function<O, List<T>> of) {
    return add(name, Codecs.list(codec), of, List.of());
  }

  /** Votes that may be left out, which then are of nobody. */
  Field<O, Votes> votes(String name, Function<O, Votes> of) {
    return add(name, Codecs.VOTES, of, Votes.NONE);
  }

  private <T> Field<O, T> add(String name, Codec<T> codec, Function<O, T> of, @Nullable T absent) {
    Field<O, T> field = new Field<>(new SerializedString(name), codec, of, absent, fields.size());
    fields.add(field);
    return field;
  }

  /** The codec of the object that has these fields. */
  ObjectCodec<O> codec() {
    return new ObjectCodec<>(List.copyOf(fields));
  }

  /** The codec of an object that has these fields and is made of what they hold. */
  Codec<O> object(Function<Values, @Nullable O> make) {
    return codec().object(make);
  }
}
