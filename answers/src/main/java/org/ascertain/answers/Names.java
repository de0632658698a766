package org.ascertain.answers;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ascertain.election.Candidate;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Ticket;
import org.ascertain.election.Votes;

/** What people and places are called on the screen. */
public final class Names {

  private final Map<String, String> full;
  private final Language language;

  /** In English. */
  public Names(Header header) {
    this(new HashMap<>(), Language.ENGLISH);
    for (Candidate candidate : header.candidates()) full.put(candidate.id(), candidate.name());
    for (Ticket ticket : header.tickets())
      full.putIfAbsent(ticket.id(), full.getOrDefault(ticket.president(), ticket.id()));
  }

  private Names(Map<String, String> full, Language language) {
    this.full = full;
    this.language = language;
  }

  /** The same names for what is told in Spanish. */
  Names inSpanish() {
    return new Names(full, Language.SPANISH);
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

  /** With commas between the thousands. */
  public static String number(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }
}
