package org.ascertain.audit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ascertain.election.Fact.Discrepancies;

/**
 * Cards as people read them against their records: how many votes too many, or too few, a record
 * has for the reported winner against the loser for whom that is most. A card without a record, or
 * with more than one, is taken for two votes too many, as is a card that was not found.
 *
 * @param cards how many were looked at
 * @param differing the cards on which something differs, and by how much
 */
public record CardComparison(int cards, Discrepancies discrepancies, List<Differing> differing) {

  public CardComparison {
    differing = List.copyOf(differing);
  }

  /**
   * A card whose record is another.
   *
   * @param tooMany from -2 to 2
   */
  public record Differing(String card, int tooMany) {}

  /**
   * Compares.
   *
   * @param read the cards that were drawn, in order; one that was drawn twice is compared twice
   * @param records of at least those cards
   * @param winner by the choice's name
   */
  public static CardComparison of(CastVoteRecords read, CastVoteRecords records, String winner) {
    Set<String> losers = new LinkedHashSet<>(records.choices());
    losers.addAll(read.choices());
    losers.remove(winner);
    // who stands alone may still have a vote too many
    if (losers.isEmpty()) losers.add("nobody else");
    List<Differing> differing = new ArrayList<>();
    long[] found = new long[5];
    for (String card : read.order()) {
      int tooMany = tooMany(card, read, records, winner, losers);
      found[tooMany + 2]++;
      if (tooMany != 0) differing.add(new Differing(card, tooMany));
    }
    return new CardComparison(
        read.order().size(), new Discrepancies(found[3], found[4], found[1], found[0]), differing);
  }

  private static int tooMany(
      String card,
      CastVoteRecords read,
      CastVoteRecords records,
      String winner,
      Set<String> losers) {
    boolean isFound = read.votes().containsKey(card) && !read.notFound().contains(card);
    if (!isFound || !isOne(card, records)) return 2;
    int most = -2;
    for (String loser : losers)
      most =
          Math.max(
              most,
              ahead(records.votes(), card, winner, loser)
                  - ahead(read.votes(), card, winner, loser));
    return most;
  }

  private static boolean isOne(String card, CastVoteRecords of) {
    return of.votes().containsKey(card) && !of.twice().contains(card);
  }

  private static int ahead(Map<String, String> votes, String card, String winner, String loser) {
    String vote = votes.getOrDefault(card, "");
    return vote.equals(winner) ? 1 : vote.equals(loser) ? -1 : 0;
  }
}
