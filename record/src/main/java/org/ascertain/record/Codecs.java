package org.ascertain.record;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.ascertain.election.Check;
import org.ascertain.election.Votes;
import org.ascertain.election.When;
import org.jspecify.annotations.Nullable;

/** How each kind of value that a field may hold is read and written. */
final class Codecs {

  /** Words for people. */
  static final Codec<String> TEXT = of(Codecs::text, (text, out) -> out.json().writeString(text));

  /** The SHA-256 of a document. */
  static final Codec<String> SHA_256 =
      of(
          (json, in) -> {
            String text = text(json, in);
            if (text == null || text.matches("[0-9a-f]{64}")) return text;
            in.report.addType(json, "64 hexadecimal digits, a to f small");
            return null;
          },
          TEXT::write);

  /** A name by which entries speak of one thing: the same text is the same instance. */
  static final Codec<String> ID =
      of(
          (json, in) -> {
            String text = text(json, in);
            return text == null ? null : in.one(text);
          },
          TEXT::write);

  /** A whole number from 0 to 2^53-1. */
  static final Codec<Long> COUNT = of(Codecs::count, (n, out) -> out.json().writeNumber(n));

  /** A small whole number: a year, a part, a ballot. */
  static final Codec<Integer> NUMBER =
      of(
          (json, in) -> {
            Long count = count(json, in);
            if (count == null || count <= Integer.MAX_VALUE)
              return count == null ? null : count.intValue();
            in.report.addType("is " + count, "a number up to " + Integer.MAX_VALUE);
            return null;
          },
          (n, out) -> out.json().writeNumber(n));

  static final Codec<Boolean> FLAG =
      of(
          (json, in) -> {
            if (json instanceof Json.Truth(boolean value)) return value;
            in.report.addType(json, "true or false");
            return null;
          },
          (flag, out) -> out.json().writeBoolean(flag));

  /** A moment, a day, or bounds. */
  static final Codec<When> TIME =
      of(
          (json, in) -> {
            String text = text(json, in);
            return text == null ? null : in.time(text);
          },
          (when, out) -> out.writeTime(when));

  static final Codec<LocalDate> DAY =
      of(
          (json, in) -> {
            When when = TIME.read(json, in);
            if (when instanceof When.OnDay(LocalDate day)) return day;
            if (when != null) in.report.addType("is a moment or bounds", "a day");
            return null;
          },
          (day, out) -> out.json().writeString(day.toString()));

  /** A moment by the ledger's clock, in UTC. */
  static final Codec<Instant> INSTANT =
      of(
          (json, in) -> {
            String text = text(json, in);
            return text == null ? null : in.instant(text);
          },
          (instant, out) -> out.writeInstant(instant));

  /** Counts by ticket or by candidate. */
  static final Codec<Votes> VOTES = of(Codecs::votes, Codecs::writeVotes);

  static final Codec<OptionalLong> COUNT_GIVEN =
      of(
          (json, in) -> {
            Long count = count(json, in);
            return count == null ? null : OptionalLong.of(count);
          },
          (n, out) -> out.json().writeNumber(n.orElseThrow()));

  static final Codec<OptionalInt> NUMBER_GIVEN =
      of(
          (json, in) -> {
            Integer number = NUMBER.read(json, in);
            return number == null ? null : OptionalInt.of(number);
          },
          (n, out) -> out.json().writeNumber(n.orElseThrow()));

  static <T> Codec<Optional<T>> given(Codec<T> codec) {
    return of(
        (json, in) -> {
          T value = codec.read(json, in);
          return value == null ? null : Optional.of(value);
        },
        (value, out) -> codec.write(value.orElseThrow(), out));
  }

  /** The constants of an enum: {@code ELECTION_CONTEST} stands as {@code election-contest}. */
  static <E extends Enum<E>> Codec<E> words(Class<E> type) {
    Map<String, E> byWord =
        Arrays.stream(type.getEnumConstants()).collect(Collectors.toMap(Codecs::word, e -> e));
    return of(
        (json, in) -> {
          String text = text(json, in);
          E value = text == null ? null : byWord.get(text);
          if (text != null && value == null) in.report.addValue(Check.UNKNOWN_WORD, text);
          return value;
        },
        (value, out) -> out.json().writeString(word(value)));
  }

  /** The word for a constant. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static <T> Codec<List<T>> list(Codec<T> codec) {
    return of(
        (json, in) -> {
          if (!(json instanceof Json.Items(List<Json> items))) {
            in.report.addType(json, "a list");
            return null;
          }
          List<T> list = new ArrayList<>(items.size());
          for (int i = 0; i < items.size(); i++) {
            in.report.enter(i);
            T value = codec.read(items.get(i), in);
            in.report.leave();
            if (value != null) list.add(value);
          }
          return list.size() == items.size() ? List.copyOf(list) : null;
        },
        (list, out) -> {
          out.json().writeStartArray();
          for (T value : list) codec.write(value, out);
          out.json().writeEndArray();
        });
  }

  /** Values by id, in the order in which they stand. */
  static <T> Codec<Map<String, T>> map(Codec<T> codec) {
    return of(
        (json, in) -> {
          if (!(json instanceof Json.Members members)) {
            in.report.addType(json, "an object");
            return null;
          }
          Map<String, T> map = new LinkedHashMap<>();
          for (int i = 0; i < members.size(); i++) {
            T value = member(members, i, codec, in);
            if (value != null) map.put(in.one(members.name(i)), value);
          }
          return map.size() == members.size() ? Collections.unmodifiableMap(map) : null;
        },
        (map, out) -> {
          out.json().writeStartObject();
          for (Map.Entry<String, T> member : map.entrySet()) {
            out.json().writeFieldName(member.getKey());
            codec.write(member.getValue(), out);
          }
          out.json().writeEndObject();
        });
  }

  private static @Nullable String text(Json json, Decoder in) {
    if (!(json instanceof Json.Text(String text))) {
      in.report.addType(json, "a text");
      return null;
    }
    if (!text.isEmpty()) return text;
    in.report.add(Check.EMPTY_TEXT);
    return null;
  }

  private static @Nullable Long count(Json json, Decoder in) {
    if (json instanceof Json.Whole(long value)) return value;
    if (json instanceof Json.OtherNumber(String written))
      in.report.addValue(Check.NOT_A_COUNT, written);
    else in.report.addType(json, "a whole number");
    return null;
  }

  private static @Nullable Votes votes(Json json, Decoder in) {
    if (!(json instanceof Json.Members members)) {
      in.report.addType(json, "an object of counts");
      return null;
    }
    long[] counts = new long[members.size()];
    boolean whole = true;
    for (int i = 0; i < counts.length; i++) {
      Long count = member(members, i, COUNT, in);
      if (count == null) whole = false;
      else counts[i] = count;
    }
    return whole ? Votes.of(in.names(members), counts) : null;
  }

  private static void writeVotes(Votes votes, Encoder out) throws IOException {
    out.json().writeStartObject();
    for (int i = 0; i < votes.size(); i++)
      out.json().writeNumberField(votes.ids().get(i), votes.count(i));
    out.json().writeEndObject();
  }

  private static <T> @Nullable T member(
      Json.Members members, int place, Codec<T> codec, Decoder in) {
    in.report.enter(members.name(place));
    if (members.name(place).isEmpty()) in.report.add(Check.EMPTY_TEXT, "a name");
    T value = codec.read(members.value(place), in);
    in.report.leave();
    return value;
  }

  /** How to read a value, and how to write it. */
  static <T> Codec<T> of(Reads<T> reads, Writes<T> writes) {
    return new Codec<>() {
      @Override
      public @Nullable T read(Json json, Decoder in) {
        return reads.read(json, in);
      }

      @Override
      public void write(T value, Encoder out) throws IOException {
        writes.write(value, out);
      }
    };
  }

  interface Reads<T> {
    @Nullable T read(Json json, Decoder in);
  }

  interface Writes<T> {
    void write(T value, Encoder out) throws IOException;
  }

  private Codecs() {}
}
