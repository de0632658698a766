package org.ascertain.record;

import org.jspecify.annotations.Nullable;

/** What stands in the fields of one object, put in the fields' order. */
final class FieldSlots {

  private final String[] names;
  private final @Nullable Json[] values;
  private int next;

  FieldSlots(String[] names) {
    this.names = names;
    this.values = new Json[names.length];
  }

  /**
   * Puts a member in its place if its field is the one that follows the last; most lines are in
   * order.
   */
  boolean placeNext(String name, Json value) {
    return next < names.length && names[next].equals(name) && put(next, value);
  }

  /** Puts a member in its place; false if there is no field of that name. */
  boolean place(String name, Json value) {
    for (int i = 0; i < names.length; i++) if (names[i].equals(name)) return put(i, value);
    return false;
  }

  private boolean put(int place, Json value) {
    values[place] = value;
    next = place + 1;
    return true;
  }

  @Nullable Json value(int place) {
    return values[place];
  }
}
