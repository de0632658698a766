package org.ascertain.exchange;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ascertain.election.Entry;
import org.ascertain.record.FactWord;

/**
 * What an export does not have of an election, counted.
 *
 * @param kinds how many facts of each kind that has no place in the format, by the record's word
 * @param earlier how many that have a place in it were superseded by later ones of their kind
 * @param losses of how many facts that have one something was lost, by what was
 */
public record LeftOut(
    Map<String, Long> kinds, Map<String, Long> earlier, Map<String, Long> losses) {

  /** How many facts are not in it. */
  public long facts() {
    return Stream.of(kinds, earlier)
        .flatMap(counts -> counts.values().stream())
        .mapToLong(Long::longValue)
        .sum();
  }

  static LeftOut of(Format format, ElectionAt election) {
    Set<Long> newest = format.isOfOneMoment() ? election.newest() : Set.of();
    Map<String, Long> earlier = new TreeMap<>();
    Map<String, Long> kinds = new TreeMap<>();
    Map<String, Long> losses = new TreeMap<>();
    for (Loss loss : format.losses())
      if (loss.of().test(election.header(), election.at()))
        losses.merge(loss.words(), 1L, Long::sum);
    for (Entry entry : election.facts()) {
      String word = FactWord.of(entry.fact());
      if (!format.keeps().contains(word)) {
        kinds.merge(word, 1L, Long::sum);
        continue;
      }
      if (format.isOfOneMoment() && !newest.contains(entry.index())) {
        earlier.merge(word, 1L, Long::sum);
        continue;
      }
      for (Loss loss : format.losses())
        if (loss.of().test(entry.fact(), election.at())) losses.merge(loss.words(), 1L, Long::sum);
    }
    return new LeftOut(kinds, earlier, losses);
  }
}
