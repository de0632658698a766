package org.ascertain.answers;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** A record that differs from another in one of its components. */
final class Changed {

  static <R extends Record> R with(R from, String component, Object value) {
    RecordComponent[] components = from.getClass().getRecordComponents();
    Object[] values = new Object[components.length];
    boolean found = false;
    try {
      for (int i = 0; i < components.length; i++) {
        boolean meant = components[i].getName().equals(component);
        found |= meant;
        values[i] = meant ? value : components[i].getAccessor().invoke(from);
      }
      if (!found) throw new AssertionError(from.getClass() + " has no " + component);
      Constructor<?> constructor =
          from.getClass()
              .getDeclaredConstructor(
                  Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      @SuppressWarnings("unchecked") // the constructor is that of the record's own class
      R changed = (R) constructor.newInstance(values);
      return changed;
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError(impossible.getMessage(), impossible);
    }
  }

  private Changed() {}
}
