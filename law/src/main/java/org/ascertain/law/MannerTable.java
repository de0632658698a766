package org.ascertain.law;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ascertain.law.Manner.Method;

/** The methods of appointment by election and state. */
final class MannerTable {

  private static final String LISTED = "law of the state; table of the methods of 1789 to 1832";
  private static final String STATE_LAW = "law of the state";

  /** First and last election, method, states, plan. Later rows give way to earlier ones. */
  private static final String TABLE =
      """
      1788 | 1788 | LEGISLATURE | CT GA SC |
      1788 | 1788 | GOVERNOR_AND_COUNCIL | NJ |
      1788 | 1788 | DISTRICT | DE | each voter in one of three districts
      1788 | 1788 | DISTRICT | VA | twelve districts
      1788 | 1788 | MIXED | MA | two at large by the legislature; in each of eight districts one of the two with most votes
      1788 | 1788 | MIXED | NH | by popular vote with a majority, else by the legislature
      1788 | 1788 | STATEWIDE | MD PA |
      1788 | 1788 | NONE | NY | the two houses of the legislature did not agree
      1792 | 1792 | LEGISLATURE | CT DE GA NJ NY NC RI SC VT |
      1792 | 1792 | DISTRICT | KY VA |
      1792 | 1792 | MIXED | MA NH |
      1792 | 1792 | STATEWIDE | MD PA |
      1796 | 1796 | LEGISLATURE | CT DE NJ NY RI SC VT |
      1796 | 1796 | DISTRICT | KY MD NC VA |
      1796 | 1796 | MIXED | MA NH |
      1796 | 1800 | MIXED | TN | county electors named by the legislature choose by districts
      1796 | 1796 | STATEWIDE | GA PA |
      1800 | 1800 | LEGISLATURE | CT DE GA MA NH NJ NY PA SC VT |
      1800 | 1800 | DISTRICT | KY MD NC |
      1800 | 1800 | STATEWIDE | RI VA |
      1804 | 1804 | LEGISLATURE | CT DE GA NY SC VT |
      1804 | 1804 | DISTRICT | KY MD MA NC TN |
      1804 | 1804 | STATEWIDE | NH NJ OH PA RI VA |
      1808 | 1808 | LEGISLATURE | CT DE GA MA NY SC VT |
      1808 | 1808 | DISTRICT | KY MD NC TN |
      1808 | 1808 | STATEWIDE | NH NJ OH PA RI VA |
      1812 | 1812 | LEGISLATURE | CT DE GA LA NJ NY NC SC VT |
      1812 | 1812 | DISTRICT | KY MD MA TN |
      1812 | 1812 | STATEWIDE | NH OH PA RI VA |
      1816 | 1816 | LEGISLATURE | CT DE GA IN LA MA NY SC VT |
      1816 | 1816 | DISTRICT | KY MD TN |
      1816 | 1816 | STATEWIDE | NH NJ NC OH PA RI VA |
      1820 | 1820 | LEGISLATURE | AL DE GA IN LA MO NY SC VT |
      1820 | 1820 | DISTRICT | IL KY MD TN |
      1820 | 1820 | DISTRICT | ME MA | congressional districts, and two at large
      1820 | 1820 | STATEWIDE | CT MS NH NJ NC OH PA RI VA |
      1824 | 1824 | LEGISLATURE | DE GA LA NY SC VT |
      1824 | 1824 | DISTRICT | IL KY MD MO TN |
      1824 | 1828 | DISTRICT | ME | congressional districts, and two at large
      1824 | 1824 | STATEWIDE | AL CT IN MA MS NH NJ NC OH PA RI VA |
      1828 | 1828 | LEGISLATURE | DE SC |
      1828 | 1828 | DISTRICT | MD TN |
      1828 | 1828 | DISTRICT | NY | 34 electors by districts, who name two more
      1832 | 1832 | DISTRICT | MD |
      1832 | 1860 | LEGISLATURE | SC |
      1848 | 1848 | MIXED | MA | by popular vote with a majority, else by the legislature
      1868 | 1868 | LEGISLATURE | FL |
      1876 | 1876 | LEGISLATURE | CO | a new state, without time for an election
      1892 | 1892 | DISTRICT | MI | twelve congressional districts, and two of half the state (McPherson v. Blacker, 146 U.S. 1)
      """;

  /** They chose electors in 1864, whose votes came to Congress. */
  private static final Set<String> CHOSEN_AND_EXCLUDED = Set.of("LA", "TN");

  private record Listed(int from, int to, List<String> states, Manner manner) {
    boolean is(String jurisdiction, int election) {
      return from <= election && election <= to && states.contains(jurisdiction);
    }
  }

  private static final List<Listed> LISTED_MANNERS =
      Table.rows(TABLE).stream().map(MannerTable::listed).toList();

  private static Listed listed(Table.Row row) {
    Method method = Method.valueOf(row.text(2));
    String citation = row.number(0) <= 1832 ? LISTED : STATE_LAW;
    return new Listed(
        row.number(0), row.number(1), row.words(3), new Manner(method, row.text(4), citation));
  }

  /** How a jurisdiction that has electors appoints them. */
  static Optional<Manner> of(String jurisdiction, int election) {
    if (!Allotment.entitled(election).containsKey(jurisdiction)) return Optional.empty();
    if (Allotment.excluded(election).contains(jurisdiction))
      return Optional.of(
          new Manner(
              Method.NONE,
              CHOSEN_AND_EXCLUDED.contains(jurisdiction) && election == 1864
                  ? "electors were chosen, whom Congress excluded"
                  : "excluded",
              Precedence.governing(Allotment.NONSTATE, election).orElseThrow().citation()));
    return LISTED_MANNERS.stream()
        .filter(listed -> listed.is(jurisdiction, election))
        .map(Listed::manner)
        .findFirst()
        .or(() -> ElectorsChosen.byCongressionalDistrict(jurisdiction, election))
        .or(() -> Optional.of(new Manner(Method.STATEWIDE, "", STATE_LAW)));
  }

  private MannerTable() {}
}
