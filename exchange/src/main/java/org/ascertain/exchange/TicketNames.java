package org.ascertain.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.ascertain.election.Candidate;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Ticket;

/**
 * Whose votes a line of others is, by the name and party that they write. A name is a ticket's if
 * it has the surname of the ticket's candidate for President; of a line with two persons the first
 * counts.
 */
final class TicketNames {

  /** What a name is. */
  sealed interface Meaning {
    /** A ticket's, by its place among the election's. */
    record Of(int ticket) implements Meaning {}

    /** Somebody's who is on no ticket of the record. */
    record Other() implements Meaning {}

    /** Nobody's name, though a ticket's party stands beside it. */
    record Doubtful() implements Meaning {}
  }

  private static final Pattern MARKS = Pattern.compile("[.'’]");
  private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");
  private static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii", "iv");

  /** Parties as they are shortened. */
  private static final Map<String, String> SHORT =
      Map.of(
          "d",
          "democratic",
          "dem",
          "democratic",
          "democrat",
          "democratic",
          "r",
          "republican",
          "rep",
          "republican",
          "gop",
          "republican",
          "dfl",
          "democratic",
          "dnl",
          "democratic");

  private final List<Ticket> tickets;
  private final Map<String, Candidate> candidates = new LinkedHashMap<>();
  private final List<List<String>> surnames = new ArrayList<>();
  private final Map<String, Meaning> known = new HashMap<>();
  private final List<String> ids;
  private List<String> last = List.of();

  TicketNames(Header header) {
    this.tickets = header.tickets();
    this.ids = tickets.stream().map(Ticket::id).toList();
    for (Candidate each : header.candidates()) candidates.put(each.id(), each);
    for (Ticket each : tickets) surnames.add(surname(each.president()));
  }

  List<Ticket> tickets() {
    return tickets;
  }

  int size() {
    return tickets.size();
  }

  String id(int place) {
    return ids.get(place);
  }

  /** The ids of all of them, in the order of the record. */
  List<String> ids() {
    return ids;
  }

  /**
   * The ids of some of them, in the order of the record; those of one file share one list as a
   * rule, so that nobody need look the names up again.
   */
  List<String> ids(IntPredicate isNamed) {
    int same = 0;
    boolean isLast = true;
    for (int i = 0; i < tickets.size(); i++)
      if (isNamed.test(i)) isLast &= same < last.size() && last.get(same++).equals(id(i));
    if (!isLast || same < last.size())
      last = IntStream.range(0, tickets.size()).filter(isNamed).mapToObj(this::id).toList();
    return last;
  }

  /** The place of a ticket's id. */
  Optional<Integer> ofId(String id) {
    for (int i = 0; i < tickets.size(); i++)
      if (tickets.get(i).id().equals(id)) return Optional.of(i);
    return Optional.empty();
  }

  /** Whose line it is. */
  Meaning of(String name, String party) {
    return known.computeIfAbsent(name + "\n" + party, pair -> find(name, party));
  }

  private Meaning find(String name, String party) {
    List<String> words = words(first(name));
    List<Integer> named = new ArrayList<>();
    for (int i = 0; i < tickets.size(); i++)
      if (hasAll(words, surnames.get(i)) || words.equals(List.of(tickets.get(i).id())))
        named.add(i);
    String its = party(party);
    if (named.size() > 1) named.removeIf(i -> !partyOf(i).equals(its));
    if (named.size() == 1) return new Meaning.Of(named.getFirst());
    if (!named.isEmpty()) return new Meaning.Doubtful();
    boolean isATickets = false;
    for (int i = 0; i < tickets.size(); i++) isATickets |= !its.isEmpty() && partyOf(i).equals(its);
    return isATickets && !isCollective(words) ? new Meaning.Doubtful() : new Meaning.Other();
  }

  /** Votes for whoever else: no name, so that the party beside them says nothing. */
  private static boolean isCollective(List<String> words) {
    return words.isEmpty()
        || words.stream()
            .anyMatch(
                Set.of("other", "others", "write", "writein", "writeins", "scattering", "scatter")
                    ::contains);
  }

  private static boolean hasAll(List<String> words, List<String> wanted) {
    for (int from = 0; from + wanted.size() <= words.size(); from++)
      if (words.subList(from, from + wanted.size()).equals(wanted)) return true;
    return false;
  }

  /** "Joseph R. Biden / Kamala D. Harris": whoever stands for President comes first. */
  private static String first(String name) {
    return name.split("/|&|;|\\s+and\\s+|\\s+AND\\s+|\\s+-\\s+", 2)[0];
  }

  private List<String> surname(String person) {
    Candidate candidate = candidates.get(person);
    return words(candidate == null ? person : candidate.shortName()).stream()
        .filter(word -> !SUFFIXES.contains(word))
        .toList();
  }

  private String partyOf(int ticket) {
    Candidate candidate = candidates.get(tickets.get(ticket).president());
    return candidate == null ? "" : party(candidate.party().orElse(""));
  }

  private static String party(String written) {
    String plain = String.join(" ", words(written)).replaceAll(" ?party$", "");
    return SHORT.getOrDefault(plain, plain);
  }

  /** The words of a name without accents, capitals and points. */
  static List<String> words(String name) {
    String plain = MARKS.matcher(Candidate.plain(name).toLowerCase(Locale.ROOT)).replaceAll("");
    return BETWEEN.splitAsStream(plain).filter(word -> !word.isEmpty()).toList();
  }
}
