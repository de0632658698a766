package org.ascertain.server;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ascertain.answers.StoryJson;
import org.ascertain.election.Candidate;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Ticket;
import org.ascertain.standing.Course;

/**
 * Who stands where in a ladder, as the page draws it: the first from the left rail, the second from
 * the right, further ones between them.
 */
final class Rails {

  /** Ids of candidates in the order of drawing. */
  static List<String> of(Header header, Course course) {
    List<String> candidates = course.candidates();
    long[] weight = StoryJson.weight(course);
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

  private Rails() {}
}
