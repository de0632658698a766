package org.ascertain.record;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.ascertain.election.Check;
import org.jspecify.annotations.Nullable;

/** The fields that an object has in the record, in the order in which they are written. */
final class ObjectCodec<O> {

  private final List<Field<O, ?>> fields;
  private final String[] names;

  ObjectCodec(List<Field<O, ?>> fields) {
    this.fields = fields;
    this.names = fields.stream().map(field -> field.name().getValue()).toArray(String[]::new);
  }

  List<Field<O, ?>> fields() {
    return fields;
  }

  /** Slots for what stands in the fields of one object. */
  FieldSlots slots() {
    return new FieldSlots(names);
  }

  /** Whether an object has any of the fields. */
  boolean hasAny(Json.Members members) {
    for (String name : names) if (members.find(name) != null) return true;
    return false;
  }

  /** What the fields hold, or null after a problem with any of them. */
  @Nullable Values values(FieldSlots slots, Decoder in) {
    Object[] read = new Object[names.length];
    boolean whole = true;
    for (int i = 0; i < names.length; i++) {
      Object value = read(fields.get(i), slots.value(i), in);
      if (value == null) whole = false;
      else read[i] = value;
    }
    return whole ? new Values(read, in) : null;
  }

  private static @Nullable Object read(Field<?, ?> field, @Nullable Json json, Decoder in) {
    if (json == null && field.absent() != null) return field.absent();
    in.report.enter(field.name().getValue());
    Object value = null;
    if (json == null) in.report.add(Check.MISSING_FIELD);
    else value = field.codec().read(json, in);
    in.report.leave();
    return value;
  }

  void write(O object, Encoder out) throws IOException {
    for (int i = 0; i < names.length; i++) fields.get(i).write(object, out);
  }

  /** The codec of an object that has these fields and no others, and is made of what they hold. */
  Codec<O> object(Function<Values, @Nullable O> make) {
    return Codecs.of(
        (json, in) -> {
          Values values = members(json, in);
          return values == null ? null : make.apply(values);
        },
        (object, out) -> {
          out.json().writeStartObject();
          write(object, out);
          out.json().writeEndObject();
        });
  }

  private @Nullable Values members(Json json, Decoder in) {
    if (!(json instanceof Json.Members members)) {
      in.report.addType(json, "an object");
      return null;
    }
    FieldSlots slots = slots();
    boolean known = true;
    for (int i = 0; i < members.size(); i++) {
      if (slots.place(members.name(i), members.value(i))) continue;
      in.report.unknownField(members.name(i));
      known = false;
    }
    Values values = values(slots, in);
    return known ? values : null;
  }
}
