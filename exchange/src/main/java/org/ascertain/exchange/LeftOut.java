package org.ascertain.exchange;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.record.FactWord;

/**
 * What files of an export do not have of an election, counted.
 *
 * @param kinds how many facts of each kind that has no place in the format, by the record's word
 * @param earlier how many that have a place in it were superseded by later ones of their kind
 * @param elsewhere how many that have a place in it are in none of these files
 * @param losses of how many facts that are in them something was lost, by what was
 */
public record LeftOut(
    Map<String, Long> kinds,
    Map<String, Long> earlier,
    Map<String, Long> elsewhere,
    Map<String, Long> losses) {

  /** How many facts are not in them. */
  public long facts() {
    return Stream.of(kinds, earlier, elsewhere)
        .flatMap(counts -> counts.values().stream())
        .mapToLong(Long::longValue)
        .sum();
  }

  static LeftOut of(Format format, ElectionAt election, List<Document> files) {
    Set<Long> newest = format.isOfOneMoment() ? election.newest() : Set.of();
    Map<String, Long> kinds = new TreeMap<>();
    Map<String, Long> earlier = new TreeMap<>();
    Map<String, Long> elsewhere = new TreeMap<>();
    Map<String, Long> losses = new TreeMap<>();
    lose(format, election.header(), election, losses);
    for (Entry entry : election.facts()) {
      String word = FactWord.of(entry.fact());
      if (!format.keeps().contains(word)) kinds.merge(word, 1L, Long::sum);
      else if (format.isOfOneMoment() && !newest.contains(entry.index()))
        earlier.merge(word, 1L, Long::sum);
      else if (files.stream().noneMatch(file -> file.has().test(entry)))
        elsewhere.merge(word, 1L, Long::sum);
      else lose(format, entry.fact(), election, losses);
    }
    return new LeftOut(kinds, earlier, elsewhere, losses);
  }

  private static void lose(
      Format format, Fact fact, ElectionAt election, Map<String, Long> losses) {
    for (Loss loss : format.losses())
      if (loss.of().test(fact, election.at())) losses.merge(loss.words(), 1L, Long::sum);
  }
}
