package org.ascertain.record;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ascertain.election.Fact;

/** The words by which a record tells kinds of facts apart, as {@code elector-votes}. */
public final class FactWord {

  /** The word for a fact's kind. */
  public static String of(Fact fact) {
    return FactCodecs.of(fact).word();
  }

  /** Every word there is, in the order of letters. */
  public static SortedSet<String> all() {
    return FactCodecs.all().map(FactCodec::word).collect(Collectors.toCollection(TreeSet::new));
  }

  private FactWord() {}
}
