package org.ascertain.answers;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ascertain.election.Candidate;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Ticket;
import org.ascertain.standing.Figure;
import org.ascertain.standing.Figure.Reading;

/** Why something that was asked for is no figure of an election, and what to write in its place. */
public final class FigureText {

  /** So many names are listed. */
  private static final int MOST_NAMES = 12;

  /**
   * A sentence about a figure that was not understood.
   *
   * @param written the figure, as it is to be shown
   */
  public static String wrong(String written, Reading reading, Header header) {
    return switch (reading) {
      case Reading.Understood understood -> "";
      case Reading.NoSuchForm form ->
          "'%s' is no figure of this election; write one of: %s."
              .formatted(written, String.join(", ", Figure.FORMS));
      case Reading.NoSuchUnit(String unit) -> noUnit(unit);
      case Reading.NoSuchCandidate(String candidate) -> noCandidate(candidate, header);
      case Reading.NoSuchTicket(String ticket) ->
          "There is no ticket '%s' in this election; write %s."
              .formatted(ticket, one(header.tickets().stream().map(Ticket::id)));
      case Reading.OfWhom(var rung) ->
          "'%s' of whom? Write %s."
              .formatted(
                  rung.word(),
                  one(
                      header.tickets().stream()
                          .map(ticket -> "%s(%s)".formatted(rung.word(), ticket.president()))));
    };
  }

  /** That there is no such candidate, and who there is. */
  static String noCandidate(String written, Header header) {
    return "There is no candidate '%s' in this election; write %s."
        .formatted(written, one(header.candidates().stream().map(Candidate::id)));
  }

  /** That no such unit appoints electors, and how units are written. */
  public static String noUnit(String written) {
    return "No unit '%s' appoints electors in this election; write a code or a name, such as PA, Pennsylvania or ME-2."
        .formatted(written);
  }

  /**
   * The same of a unit that was asked for alone.
   *
   * @param reporting the reporting unit that was meant, if it was one
   */
  public static String noUnit(String written, Optional<String> reporting) {
    return reporting
        .map(
            unit ->
                "%s is a reporting unit, which appoints no electors; explain \"votes(%s,TICKET)\" tells its votes."
                    .formatted(unit, unit))
        .orElseGet(() -> noUnit(written));
  }

  private static String one(Stream<String> ids) {
    List<String> all = ids.distinct().toList();
    if (all.size() == 1) return all.getFirst();
    if (all.size() <= MOST_NAMES)
      return String.join(", ", all.subList(0, all.size() - 1)) + " or " + all.getLast();
    return String.join(", ", all.subList(0, MOST_NAMES))
        + " or another of the "
        + all.size()
        + " that 'ascertain ids' lists";
  }

  private FigureText() {}
}
