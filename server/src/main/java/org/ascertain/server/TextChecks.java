package org.ascertain.server;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.ascertain.press.CheckedText;
import org.ascertain.press.Copies;
import org.ascertain.press.TextCheck;
import org.jspecify.annotations.Nullable;

/** Holds texts against the archive, as many at a time as there are processors. */
@ApplicationScoped
class TextChecks {

  /** What was found in each of several texts, and which of them are copies. */
  record Checked(List<CheckedText> texts, List<Copies.Pair> copies) {
    Checked {
      texts = List.copyOf(texts);
      copies = List.copyOf(copies);
    }
  }

  private final Semaphore room = new Semaphore(Runtime.getRuntime().availableProcessors());

  private @Nullable TextCheck check;

  Checked of(List<String> texts, Optional<Integer> year, Optional<LocalDate> day) {
    room.acquireUninterruptibly();
    try {
      TextCheck held = check();
      List<CheckedText> checked = new ArrayList<>();
      for (String text : texts) checked.add(held.check(text, year, day));
      return new Checked(checked, texts.size() > 1 ? Copies.of(texts) : List.of());
    } finally {
      room.release();
    }
  }

  private synchronized TextCheck check() {
    TextCheck made = check;
    if (made == null) {
      made = TextCheck.ofArchive();
      check = made;
    }
    return made;
  }
}
