package org.ascertain.record;

/** What an object's fields hold, once all of them could be read. */
final class Values {

  private final Object[] slots;
  private final Decoder in;

  Values(Object[] slots, Decoder in) {
    this.slots = slots;
    this.in = in;
  }

  @SuppressWarnings("unchecked") // the object's codec put there what the field's own codec read
  <T> T get(Field<?, T> field) {
    return (T) slots[field.slot()];
  }

  /** Where to say that the fields do not go together. */
  Report report() {
    return in.report;
  }
}
