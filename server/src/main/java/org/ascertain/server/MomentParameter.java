package org.ascertain.server;

import java.time.DateTimeException;
import java.util.Optional;
import org.ascertain.election.When;
import org.jspecify.annotations.Nullable;

/** Reads a moment from an address: RFC 3339 with an offset, or a day, which means its end. */
final class MomentParameter {

  private static final int LONGEST = 64;

  /**
   * The moment of a parameter, if it was given.
   *
   * @throws Refusal if it is none
   */
  static Optional<When> of(String parameter, @Nullable String text) {
    if (text == null) return Optional.empty();
    try {
      if (text.length() <= LONGEST && !(When.parse(text) instanceof When.Between))
        return Optional.of(When.parse(text));
    } catch (DateTimeException notATime) {
      // said below, for bounds too
    }
    throw new Refusal(
        400,
        "Not a moment",
        "'%s' of '%s' is not a moment; write a day (2020-11-09) or a time with offset (2020-11-09T18:00:00-05:00, the + of an offset as %%2B)."
            .formatted(Refusal.quote(text), parameter));
  }

  private MomentParameter() {}
}
