package org.ascertain.answers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ascertain.election.Candidate;
import org.ascertain.election.Fact.Declared;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Ticket;
import org.ascertain.election.Votes;
import org.ascertain.standing.Course;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Standing;
import org.ascertain.standing.Standing.RungFigures;
import org.ascertain.standing.UnitChange;

/**
 * Who stands where in a ladder, as the page and the pictures of shared addresses draw it: the first
 * from the left rail, the second from the right, further ones between them.
 */
public final class Rails {

  /** How much more a declared elector says of who stands where than one on a rung. */
  private static final int DECLARED = 10;

  /** Ids of candidates in the order of drawing, the same in the whole course of an election. */
  public static List<String> of(Header header, Course course) {
    return order(header, course.candidates(), weight(course));
  }

  /** The same by one standing, for an overview in which nothing moves. */
  static List<String> of(Header header, Standing standing) {
    List<String> candidates = header.candidates().stream().map(Candidate::id).toList();
    long[] weight = new long[candidates.size()];
    for (RungFigures rung : standing.ladder())
      add(candidates, weight, rung.electors(), rung.rung() == Rung.DECLARED ? DECLARED : 1);
    return order(header, candidates, weight);
  }

  private static List<String> order(Header header, List<String> candidates, long[] weight) {
    List<String> order =
        new ArrayList<>(
            IntStream.range(0, weight.length)
                .boxed()
                .filter(i -> weight[i] > 0)
                .sorted(Comparator.comparingLong((Integer i) -> -weight[i]))
                .map(candidates::get)
                .toList());
    if (order.isEmpty())
      order.addAll(header.tickets().stream().map(Ticket::president).distinct().toList());
    if (order.size() > 1 && swapped(header, candidates, order.get(0), order.get(1)))
      order.addFirst(order.remove(1));
    return order;
  }

  private static boolean swapped(
      Header header, List<String> candidates, String first, String second) {
    if (is(header, second, "Democratic")) return true;
    if (is(header, first, "Republican") && !is(header, second, "Republican")) return true;
    return !is(header, second, "Republican")
        && !is(header, first, "Democratic")
        && candidates.indexOf(second) < candidates.indexOf(first);
  }

  private static boolean is(Header header, String candidate, String party) {
    return header.candidates().stream()
        .filter(each -> each.id().equals(candidate))
        .map(Candidate::party)
        .flatMap(Optional::stream)
        .anyMatch(party::equals);
  }

  /**
   * How much each candidate had of electors in the whole course, which says who stands where: what
   * each change gave on every rung, and ten times what was declared.
   */
  private static long[] weight(Course course) {
    List<String> candidates = course.candidates();
    long[] weight = new long[candidates.size()];
    for (UnitChange change : course.beyondTallies()) {
      for (Votes electors : change.electors().values()) add(candidates, weight, electors, 1);
      if (change.entry().fact() instanceof Declared declared)
        add(candidates, weight, declared.ballots().of(Office.PRESIDENT), DECLARED);
    }
    return weight;
  }

  private static void add(List<String> candidates, long[] weight, Votes electors, int times) {
    electors.forEach(
        (id, n) -> {
          int place = candidates.indexOf(id);
          if (place >= 0) weight[place] += times * n;
        });
  }

  private Rails() {}
}
