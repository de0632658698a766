package org.ascertain.law;

import java.util.List;
import java.util.Optional;
import org.ascertain.law.Choice.By;

/** What comes of the electors' votes for one office in one reading of the law. */
sealed interface Outcome {

  List<String> rules();

  List<Long> entries();

  /** Somebody is chosen; {@code why} tells the reading, or is empty where there is but one. */
  record Chosen(Choice choice, String why, List<String> rules, List<Long> entries)
      implements Outcome {}

  /** Nobody is chosen yet; {@code by} is the body that has to choose, once it is its turn. */
  record Open(List<Missing> missing, Optional<By> by, List<String> rules, List<Long> entries)
      implements Outcome {}
}
