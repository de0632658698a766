package org.ascertain.answers;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ascertain.election.Candidate;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Jurisdiction;
import org.ascertain.election.Ticket;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;

/** What people and places are called on the screen. */
public final class Names {

  private final Map<String, String> full = new HashMap<>();

  public Names(Header header) {
    for (Candidate candidate : header.candidates()) full.put(candidate.id(), candidate.name());
    for (Ticket ticket : header.tickets())
      full.putIfAbsent(ticket.id(), full.getOrDefault(ticket.president(), ticket.id()));
  }

  /** The full name: "Joseph R. Biden Jr.". */
  public String full(String candidate) {
    return full.getOrDefault(candidate, candidate);
  }

  /** The name an id stands for: {@code biden} is "Biden", {@code van-buren} "Van Buren". */
  public String of(String candidate) {
    return Candidate.shortName(candidate, full(candidate));
  }

  /** "Biden 306, Trump 232"; the leaders first. */
  public String figures(Votes votes) {
    return figures(votes, Integer.MAX_VALUE);
  }

  /** The same of so many as lead. */
  String figures(Votes votes, int most) {
    List<Integer> order =
        IntStream.range(0, votes.size())
            .boxed()
            .sorted((a, b) -> Long.compare(votes.count(b), votes.count(a)))
            .toList();
    return order.stream()
        .limit(most)
        .map(i -> of(votes.ids().get(i)) + " " + number(votes.count(i)))
        .collect(Collectors.joining(", "));
  }

  /** "Pennsylvania", "Maine's 2nd district", "PA/42003". */
  public static String place(String unit) {
    if (unit.indexOf('/') >= 0) return unit;
    String jurisdiction = Unit.jurisdictionOf(unit);
    String title = Jurisdiction.of(jurisdiction).map(Jurisdiction::title).orElse(jurisdiction);
    if (unit.equals(jurisdiction)) return title;
    return title + "'s " + ordinal(unit.substring(jurisdiction.length() + 1)) + " district";
  }

  /** "1st", "12th", "22nd". */
  private static String ordinal(String number) {
    boolean teen = number.length() > 1 && number.charAt(number.length() - 2) == '1';
    return number
        + switch (number.charAt(number.length() - 1)) {
          case '1' -> teen ? "th" : "st";
          case '2' -> teen ? "th" : "nd";
          case '3' -> teen ? "th" : "rd";
          default -> "th";
        };
  }

  /** "1 tally", "13,218 entries". */
  public static String several(long n, String one, String more) {
    return number(n) + " " + (n == 1 ? one : more);
  }

  /** With commas between the thousands. */
  public static String number(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }
}
