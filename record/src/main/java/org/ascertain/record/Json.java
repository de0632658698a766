package org.ascertain.record;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One line's JSON, read and not yet understood. */
sealed interface Json {

  record Text(String value) implements Json {}

  /** A whole number from 0 to 2^53-1, the only numbers that a record holds. */
  record Whole(long value) implements Json {}

  /** Any other number, as it was written. */
  record OtherNumber(String written) implements Json {}

  record Truth(boolean value) implements Json {}

  record Null() implements Json {}

  record Items(List<Json> values) implements Json {}

  /** An object's members in the order in which they stand; no name occurs twice. */
  final class Members implements Json {
    private static final int FEW = 32;

    private String[] names = new String[6];
    private Json[] values = new Json[6];
    private int size;
    private long bits;
    private @Nullable Set<String> known;

    /** Adds a member; false if there is one of that name already. */
    boolean add(String name, Json value) {
      if (isKnown(name)) return false;
      if (size == names.length) {
        names = Arrays.copyOf(names, size * 2);
        values = Arrays.copyOf(values, size * 2);
      }
      names[size] = name;
      values[size++] = value;
      return true;
    }

    /** Nearly every name is new, and one bit of its hash says so; of many names a set is kept. */
    private boolean isKnown(String name) {
      if (size < FEW) {
        long bit = 1L << name.hashCode();
        boolean maybe = (bits & bit) != 0;
        bits |= bit;
        return maybe && find(name) != null;
      }
      if (known == null) known = new HashSet<>(Arrays.asList(names).subList(0, size));
      return !known.add(name);
    }

    int size() {
      return size;
    }

    String name(int place) {
      return names[place];
    }

    Json value(int place) {
      return values[place];
    }

    /** Whether its names are these, in their order. */
    boolean areNamed(List<String> names) {
      if (names.size() != size) return false;
      for (int i = 0; i < size; i++) if (!names.get(i).equals(this.names[i])) return false;
      return true;
    }

    List<String> names() {
      return List.of(Arrays.copyOf(names, size));
    }

    @Nullable Json find(String name) {
      for (int i = 0; i < size; i++) if (names[i].equals(name)) return values[i];
      return null;
    }
  }

  /** What it is, in words for people. */
  default String kind() {
    return switch (this) {
      case Text _ -> "a text";
      case Whole _, OtherNumber _ -> "a number";
      case Truth _ -> "true or false";
      case Null _ -> "null";
      case Items _ -> "a list";
      case Members _ -> "an object";
    };
  }
}
