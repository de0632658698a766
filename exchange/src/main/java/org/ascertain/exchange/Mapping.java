package org.ascertain.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ascertain.exchange.Parts.Event;
import org.ascertain.exchange.ReadRows.Unfit;

/**
 * What the columns of a table of votes mean. A table has a row for each candidate of a unit
 * (columns for the candidate and the votes), or a row for each unit (a column for each ticket).
 *
 * @param columns the names of the columns that play a part; of votes and others, which are added
 *     up, there may be several
 * @param tickets of a table with a row for each unit: the column of each ticket, by its id
 * @param separator between cells
 * @param jurisdiction the state that the whole table is of
 */
public record Mapping(
    Map<Role, List<String>> columns,
    Map<String, String> tickets,
    char separator,
    Optional<String> jurisdiction) {

  /** A part that a column can play. */
  public enum Role {
    /** The unit's own id in a record. */
    UNIT,
    STATE,
    FIPS,
    COUNTY,
    PRECINCT,
    OFFICE,
    YEAR,
    CANDIDATE,
    PARTY,
    VOTES,
    MODE,
    OTHER,
    TOTAL,
    REGISTERED,
    CAST,
    OVER,
    UNDER;

    /** As it is written in a mapping file. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Role> of(String word) {
      for (Role role : values()) if (role.word().equals(word)) return Optional.of(role);
      return Optional.empty();
    }
  }

  public Mapping {
    columns = Map.copyOf(columns);
    tickets = Map.copyOf(tickets);
  }

  /** The whole of it, always in the same order. */
  public String text() {
    return "%s %s %s %s"
        .formatted(new TreeMap<>(columns), new TreeMap<>(tickets), separator, jurisdiction);
  }

  /** Why a mapping file cannot be used. */
  public static final class Unusable extends Exception {
    private static final long serialVersionUID = 1;

    Unusable(String why) {
      super(why);
    }
  }

  /**
   * Reads a mapping file: JSON with a field for each part, whose value is the name of a column or a
   * list of names; {@code tickets} is an object of ids and names, {@code separator} a character,
   * {@code jurisdiction} a state's code.
   */
  public static Mapping read(InputStream in) throws IOException, Unusable {
    try (JsonParts parts = new JsonParts(in)) {
      if (parts.next() != Event.BEGIN) throw new Unusable("it is empty");
      return of(parts.whole());
    } catch (Unfit unfit) {
      throw new Unusable(unfit.fault.says());
    }
  }

  private static Mapping of(Part file) throws Unusable {
    Map<Role, List<String>> columns = new EnumMap<>(Role.class);
    Map<String, String> tickets = new LinkedHashMap<>();
    char separator = ',';
    Optional<String> jurisdiction = Optional.empty();
    for (Part part : file.parts()) {
      Optional<Role> role = Role.of(part.name());
      if (role.isPresent())
        columns.computeIfAbsent(role.get(), each -> new ArrayList<>()).add(part.text());
      else if (part.name().equals("tickets"))
        for (Part ticket : part.parts()) tickets.put(ticket.name(), ticket.text());
      else if (part.name().equals("separator") && part.text().length() == 1)
        separator = part.text().charAt(0);
      else if (part.name().equals("jurisdiction")) jurisdiction = Optional.of(part.text());
      else throw new Unusable("'%s' is no part of a mapping".formatted(part.name()));
    }
    boolean isLong = columns.containsKey(Role.CANDIDATE) && columns.containsKey(Role.VOTES);
    if (isLong == !tickets.isEmpty())
      throw new Unusable(
          "it names columns for candidate and votes, or one for each of the tickets");
    return new Mapping(columns, tickets, separator, jurisdiction);
  }
}
