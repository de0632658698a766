package org.ascertain.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Ticket;

/**
 * What the columns of a table of returns mean: {@code unit}, {@code at}, further fields of returns
 * by their names, and one column for each ticket.
 */
final class TableColumns {

  static final String UNIT = "unit";
  static final String AT = "at";

  /**
   * Fields of returns that a table may have; those of {@code ballots} and {@code reporting} too.
   */
  static final Set<String> FIELDS =
      Set.of(
          UNIT,
          AT,
          "source",
          "note",
          "learned",
          "other",
          "total",
          "totalBy",
          "exact",
          "expected",
          "expectedBy",
          "complete",
          "registered",
          "cast",
          "over",
          "under",
          "invalid",
          "reportingUnits",
          "reportingOf");

  private static final int MOST = 1_000;

  final List<String> names;

  /** The places of the tickets' columns, and their ids. */
  final int[] ticketPlaces;

  final List<String> tickets;

  private TableColumns(List<String> names, List<String> known) {
    this.names = List.copyOf(names);
    this.ticketPlaces =
        IntStream.range(0, names.size()).filter(i -> known.contains(names.get(i))).toArray();
    this.tickets = Arrays.stream(ticketPlaces).mapToObj(names::get).toList();
  }

  /** What is wrong with a table's first line, in words; empty if it can be read. */
  static Optional<String> fault(List<String> names, Header header) {
    if (names.size() > MOST)
      return Optional.of("it has %,d columns, and %,d are the most".formatted(names.size(), MOST));
    Set<String> once = new HashSet<>();
    for (String name : names)
      if (!once.add(name))
        return Optional.of("the column '%s' is there twice".formatted(shown(name)));
    if (names.size() == 1 && names.getFirst().matches("(?s).*[;\t|].*"))
      return Optional.of("its cells are not parted by commas");
    if (names.contains("")) return Optional.of("a column has no name, or a comma is one too many");
    for (String due : List.of(UNIT, AT))
      if (!names.contains(due)) return Optional.of(missing(due, names));
    Set<String> tickets = tickets(header);
    for (String name : names)
      if (!FIELDS.contains(name) && !tickets.contains(name))
        return Optional.of(
            "the column '%s' is neither a field of returns nor a ticket%s"
                .formatted(shown(name), meant(name, tickets)));
    return names.stream().anyMatch(tickets::contains)
        ? Optional.empty()
        : Optional.of("no column is a ticket's; this election has " + String.join(", ", tickets));
  }

  private static String missing(String due, List<String> names) {
    return names.stream()
        .filter(name -> name.strip().equalsIgnoreCase(due))
        .findFirst()
        .map(near -> "the column '%s' has to be called %s".formatted(near, due))
        .orElse("the column '%s' is missing".formatted(due));
  }

  static TableColumns of(List<String> names, Header header) {
    return new TableColumns(names, new ArrayList<>(tickets(header)));
  }

  /** A ticket is never called like a field where the two would be told apart by their place. */
  private static Set<String> tickets(Header header) {
    Set<String> ids = new LinkedHashSet<>();
    for (Ticket ticket : header.tickets()) if (!FIELDS.contains(ticket.id())) ids.add(ticket.id());
    return ids;
  }

  private static String meant(String name, Set<String> tickets) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    return Stream.concat(tickets.stream(), FIELDS.stream())
        .filter(each -> each.toLowerCase(Locale.ROOT).equals(lower))
        .findFirst()
        .map(each -> "; write " + each)
        .orElse("");
  }

  private static String shown(String name) {
    return name.length() > 60 ? name.substring(0, 60) + "…" : name;
  }

  int place(String name) {
    return names.indexOf(name);
  }
}
