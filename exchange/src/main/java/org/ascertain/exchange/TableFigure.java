package org.ascertain.exchange;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a line of a table counts that is no candidate's votes, whatever its column is called. */
enum TableFigure {
  TOTAL,
  REGISTERED,
  CAST,
  OVER,
  UNDER,
  /** Ballots that were handed in and rejected. */
  INVALID,
  /** Ballots without a vote for the office; where no undervotes are told, they are these. */
  BLANK,
  /** Shares and the like, which are no count. */
  NOTHING;

  /** The figure that a candidate's or an office's name stands for. */
  static Optional<TableFigure> of(String name) {
    String plain = String.join(" ", TicketNames.words(name));
    if (plain.isEmpty()) return Optional.empty();
    if (plain.matches("(number of )?registered voters?( total)?|registration|reg(istered)?"))
      return Optional.of(REGISTERED);
    if (plain.matches("(total )?ballots? (cast )?blank|blanks?|blank (votes|ballots)|unvoted"))
      return Optional.of(BLANK);
    if (plain.matches("(total )?(ballots|cards|voters) cast.*|(total )?ballots|total ballots.*"))
      return Optional.of(CAST);
    if (plain.matches("(total )?over ?votes?( total)?|over|overvoted|times over ?voted"))
      return Optional.of(OVER);
    if (plain.matches(
        "(total )?under ?votes?( total)?|under|undervoted|times under ?voted|no votes?"))
      return Optional.of(UNDER);
    if (plain.matches(
        "totals?|sum|total votes( cast)?|contest totals?|votes cast|cast votes|grand total"))
      return Optional.of(TOTAL);
    if (plain.matches(".*turnout.*|percent.*|times counted|void|voids|void votes|spoiled.*"))
      return Optional.of(NOTHING);
    if (NO_CANDIDATE.matcher(plain).matches()) return Optional.of(NOTHING);
    return Optional.empty();
  }

  /** What offices count beside candidates; the last are those of New York City. */
  private static final Pattern NO_CANDIDATE =
      Pattern.compile(
          "(over|under) ?(votes? )?(and )?(over|under) ?votes?|residual( votes?)?|exhausted.*"
              + "|(eligible )?voters|recorded votes?|(invalid|uncounted|rejected|unqualified).*"
              + "|(number of )?precincts?( reporting| counted)?|null|not assigned|unassigned"
              + "|public counter|manually counted emergency|absentee military|affidavit"
              + "|total applicable ballots|less inapplicable.*");

  private static final Set<String> TOTALS =
      Set.of(
          "total",
          "totals",
          "county total",
          "county totals",
          "countywide",
          "total votes",
          "grand total",
          "all precincts",
          "cumulative");

  /** Whether a precinct's name says that its row is the total of its county. */
  static boolean isTotal(String place) {
    // most precincts have a number, which none of these names has; of a nation's each is asked
    for (int i = 0; i < place.length(); i++)
      if (place.charAt(i) >= '0' && place.charAt(i) <= '9') return false;
    return TOTALS.contains(String.join(" ", TicketNames.words(place)));
  }
}
