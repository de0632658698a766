package org.ascertain.answers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ascertain.election.Candidate;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Ticket;
import org.ascertain.election.Votes;

/** What people and places are called on the screen. */
public final class Names {

  private final Map<String, String> full;

  /** By the id of a ticket that is one line of a slate, the id of the slate's first. */
  private final Map<String, String> firstOfSlate;

  /** What ids were called so far: thousands of entries name the same few. */
  private final Map<String, String> called = new ConcurrentHashMap<>();

  private final Language language;

  /** In English. */
  public Names(Header header) {
    this(new HashMap<>(), new HashMap<>(), Language.ENGLISH);
    for (Candidate candidate : header.candidates()) full.put(candidate.id(), candidate.name());
    for (Ticket ticket : header.tickets())
      full.putIfAbsent(ticket.id(), full.getOrDefault(ticket.president(), ticket.id()));
    Map<String, String> first = new HashMap<>();
    for (Ticket ticket : header.tickets())
      ticket
          .slate()
          .ifPresent(
              slate -> {
                first.putIfAbsent(slate, ticket.id());
                firstOfSlate.put(ticket.id(), first.getOrDefault(slate, ticket.id()));
              });
  }

  private Names(Map<String, String> full, Map<String, String> firstOfSlate, Language language) {
    this.full = full;
    this.firstOfSlate = firstOfSlate;
    this.language = language;
  }

  /** The same names for what is told in Spanish. */
  Names inSpanish() {
    return new Names(full, firstOfSlate, Language.SPANISH);
  }

  /** The full name: "Joseph R. Biden Jr.". */
  public String full(String candidate) {
    return full.getOrDefault(candidate, candidate);
  }

  /** The name an id stands for: {@code biden} is "Biden", {@code van-buren} "Van Buren". */
  public String of(String candidate) {
    return called.computeIfAbsent(candidate, id -> Candidate.shortName(id, full(id)));
  }

  /** "Biden 306, Trump 232"; the leaders first. */
  public String figures(Votes votes) {
    return figures(votes, Integer.MAX_VALUE);
  }

  /** The same of so many as lead, lines of one slate added up. */
  String leaders(Votes votes, int most) {
    Map<String, Long> slates = new LinkedHashMap<>();
    votes.forEach((id, n) -> slates.merge(firstOfSlate.getOrDefault(id, id), n, Long::sum));
    return figures(Votes.of(slates), most);
  }

  private String figures(Votes votes, int most) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < votes.size(); i++) order.add(i);
    order.sort((a, b) -> Long.compare(votes.count(b), votes.count(a)));
    StringBuilder told = new StringBuilder();
    for (int i : order.subList(0, Math.min(most, order.size())))
      told.append(told.isEmpty() ? "" : ", ")
          .append(of(votes.ids().get(i)))
          .append(' ')
          .append(number(votes.count(i)));
    return told.toString();
  }

  /** "Pennsylvania", "Maine's 2nd district", "PA/42003". */
  public static String place(String unit) {
    return place(unit, Language.ENGLISH);
  }

  /** The same in a language. */
  public static String place(String unit, Language language) {
    return PlaceNames.of(unit, language);
  }

  /** The same in the language of these names. */
  String where(String unit) {
    return PlaceNames.of(unit, language);
  }

  /** The wording of the language of these names, its blanks filled as a format has them. */
  String tell(String english, String spanish, Object... blanks) {
    return language.of(english, spanish).formatted(blanks);
  }

  /** What a record says in words of its own; in Spanish where it is a text of the archive's. */
  String phrase(String text) {
    return switch (language) {
      case ENGLISH -> text;
      case SPANISH -> SpanishTexts.phrase(text).orElse(text);
    };
  }

  Language language() {
    return language;
  }

  /** "1 tally", "13,218 entries". */
  public static String several(long n, String one, String more) {
    return number(n) + " " + (n == 1 ? one : more);
  }

  /** With commas between the thousands; made by hand, as every entry that is told has some. */
  public static String number(long n) {
    StringBuilder digits = new StringBuilder(Long.toString(n));
    int first = n < 0 ? 1 : 0;
    for (int at = digits.length() - 3; at > first; at -= 3) digits.insert(at, ',');
    return digits.toString();
  }
}
