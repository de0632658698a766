package org.ascertain.answers;

import org.ascertain.election.When;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a moment, or a day, which means its end, from a command line. */
public final class MomentConverter implements ITypeConverter<When> {
  @Override
  public When convert(String text) {
    try {
      When when = When.parse(text);
      if (!(when instanceof When.Between)) return when;
    } catch (RuntimeException notATime) {
      // said below, for bounds too
    }
    throw new TypeConversionException(
        "'%s' is not a moment; write a day (2020-11-09, meaning its end in Washington) or a time with offset (2020-11-09T18:00:00-05:00)"
            .formatted(text));
  }
}
