package org.ascertain.answers;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;
import org.ascertain.law.Law;
import org.ascertain.standing.Course;
import org.ascertain.standing.Rung;
import org.ascertain.standing.UnitChange;

/**
 * Changes of units as rows of bare figures, which thousands of readers get: milliseconds, entry,
 * unit or -1 for the nation, votes by ticket, the lines of one slate added up at the first of them,
 * and at their end those for others, or 0, stage or -1, electors by rung and candidate or 0; where
 * there are any, the rungs of these that the entry only implies. Units, tickets, candidates and
 * stages stand for their places in the lists of the story.
 */
final class ChangeRows {

  /** In whose order rows name stages. */
  static final List<Rung> STAGES = List.of(Rung.values());

  private static final int NONE = -1;

  private final Map<String, Integer> units = new HashMap<>();
  private final List<String> candidates;
  private final List<String> tickets;
  private final Course course;

  /** Rows of a course as far as it has come. */
  ChangeRows(Law law, Course course) {
    for (Unit unit : law.units()) units.put(unit.id(), units.size());
    this.candidates = course.candidates();
    this.tickets = course.tickets();
    this.course = course;
  }

  void write(JsonGenerator out, UnitChange change) throws IOException {
    out.writeStartArray();
    out.writeNumber(Millis.of(change.moment()));
    out.writeNumber(change.entry().index());
    out.writeNumber(change.unit().map(this::place).orElse(NONE));
    if (change.tally().isPresent()) tally(out, change.tally().get(), change.others());
    else out.writeNumber(0);
    out.writeNumber(change.stage().map(STAGES::indexOf).orElse(NONE));
    if (change.electors().isEmpty()) out.writeNumber(0);
    else {
      out.writeStartObject();
      for (Map.Entry<Rung, Votes> each : change.electors().entrySet()) {
        out.writeFieldName(Integer.toString(STAGES.indexOf(each.getKey())));
        figures(out, each.getValue(), candidates);
      }
      out.writeEndObject();
    }
    implied(out, change);
    out.writeEndArray();
  }

  /** By ticket, and at the end the votes for others; -1 where there is no figure. */
  private void tally(JsonGenerator out, Votes votes, OptionalLong others) throws IOException {
    long[] lines = new long[tickets.size()];
    Arrays.setAll(lines, t -> votes.count(tickets.get(t)).orElse(NONE));
    long[] figures = Arrays.copyOf(course.bySlate(lines), lines.length + 1);
    figures[lines.length] = others.orElse(NONE);
    out.writeArray(figures, 0, figures.length);
  }

  private static void implied(JsonGenerator out, UnitChange change) throws IOException {
    int[] implied =
        change.electors().keySet().stream()
            .filter(rung -> rung.isImpliedBy(change.entry().fact()))
            .mapToInt(STAGES::indexOf)
            .toArray();
    if (implied.length > 0) out.writeArray(implied, 0, implied.length);
  }

  private int place(Unit unit) {
    return Optional.ofNullable(units.get(unit.id())).orElseThrow();
  }

  /** The figures in the order of {@code ids}; 0 where there is none. */
  private static void figures(JsonGenerator out, Votes votes, List<String> ids) throws IOException {
    long[] figures = new long[ids.size()];
    Arrays.setAll(figures, i -> votes.count(ids.get(i)).orElse(0));
    out.writeArray(figures, 0, figures.length);
  }
}
