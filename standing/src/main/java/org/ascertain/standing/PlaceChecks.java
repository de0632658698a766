package org.ascertain.standing;

import static org.ascertain.election.Check.TOO_DEEP;
import static org.ascertain.election.Check.TWO_VINTAGES;
import static org.ascertain.election.Check.UNKNOWN_CODE;
import static org.ascertain.election.Check.UNKNOWN_JURISDICTION;
import static org.ascertain.election.Check.UNKNOWN_UNIT;
import static org.ascertain.standing.FactChecks.fine;
import static org.ascertain.standing.FactChecks.problem;

import java.util.Optional;
import org.ascertain.election.Entry;
import org.ascertain.election.Problem;

/** Whether a fact speaks of a place that exists: under the law, and in the list of its units. */
final class PlaceChecks {

  /** State, county, municipality, precinct. */
  private static final int MOST_LEVELS = 4;

  private final Register register;
  private final Ids ids;
  private final ReportingUnits units;
  private final Vintages vintages;

  PlaceChecks(Register register, Ids ids, ReportingUnits units, Vintages vintages) {
    this.register = register;
    this.ids = ids;
    this.units = units;
    this.vintages = vintages;
  }

  /** A reporting unit lies under a unit of appointment: {@code PA/42003} under {@code PA}. */
  Optional<Problem> reportingUnit(Entry entry, String path, String id) {
    if (units.knows(id)) return vintage(entry, path, id);
    return formed(entry, path, id)
        .or(() -> code(entry, path, id))
        .or(() -> vintage(entry, path, id));
  }

  private Optional<Problem> code(Entry entry, String path, String id) {
    return register
        .known
        .unknown(register.header.year(), id)
        .flatMap(why -> problem(entry, UNKNOWN_CODE, path, why));
  }

  /** All of a state's units are of one list: two would count the same ground twice. */
  private Optional<Problem> vintage(Entry entry, String path, String id) {
    return vintages.conflict(id).flatMap(why -> problem(entry, TWO_VINTAGES, path, why));
  }

  private Optional<Problem> formed(Entry entry, String path, String id) {
    int slash = id.indexOf('/');
    if (id.chars().filter(c -> c == '/').count() >= MOST_LEVELS)
      return problem(entry, TOO_DEEP, path, id.length() > 60 ? id.substring(0, 60) + "…" : id);
    boolean formed = !id.endsWith("/") && !id.contains("//");
    return formed && register.isUnit(slash < 0 ? id : id.substring(0, slash))
        ? fine()
        : problem(entry, UNKNOWN_UNIT, path, unknownUnit(id));
  }

  Optional<Problem> unit(Entry entry, String path, String id) {
    return register.isUnit(id) ? fine() : problem(entry, UNKNOWN_UNIT, path, unknownUnit(id));
  }

  private String unknownUnit(String id) {
    return ids.unit(id)
        .filter(meant -> !meant.equals(id))
        .map(meant -> id + "; write " + meant)
        .orElse(id);
  }

  Optional<Problem> jurisdiction(Entry entry, String code) {
    return register.jurisdiction(code) >= 0
        ? fine()
        : problem(entry, UNKNOWN_JURISDICTION, "jurisdiction", code);
  }
}
