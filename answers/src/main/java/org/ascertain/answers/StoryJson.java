package org.ascertain.answers;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Problem;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;
import org.ascertain.law.Base;
import org.ascertain.law.Verdict;
import org.ascertain.standing.Course;
import org.ascertain.standing.History;
import org.ascertain.standing.KnownOrder;
import org.ascertain.standing.Rung;
import org.ascertain.standing.TurningPoint;
import org.ascertain.standing.UnitChange;

/** A whole election in one answer, for a page that shows any moment of it without asking again. */
public final class StoryJson {

  private final JsonAnswer json;
  private final History history;
  private final Course course;
  private final TurningPointText words;

  private StoryJson(JsonAnswer json, History history, Course course) {
    this.json = json;
    this.history = history;
    this.course = course;
    this.words = new TurningPointText(new Names(history.header()));
  }

  /**
   * The story of a history.
   *
   * @param course of that history
   * @param entries how many entries the record had; live updates go on from there
   */
  public static String of(Edition edition, History history, Course course, int entries) {
    return JsonAnswer.compact(
        json -> {
          edition.mark(json);
          StoryJson story = new StoryJson(json, history, course);
          story.write(entries, StoryRows.of(course));
          story.marks(course.points().stream().filter(TurningPointText::isNational).toList());
        });
  }

  /**
   * The story as it stands at one moment: each unit's changes up to then summed up in one, and of
   * the turning points those with which it ends.
   */
  static void brief(JsonAnswer json, History history, Course course, int entries, long moment)
      throws IOException {
    json.truth("brief", true);
    StoryJson story = new StoryJson(json, history, course);
    story.write(entries, course.upTo(moment));
    story.marks(course.points().stream().filter(TurningPointText::isAtTheEnd).toList());
  }

  private void marks(List<TurningPoint> points) throws IOException {
    json.list("marks", points, point -> words.write(json, point));
  }

  private void write(int entries, List<UnitChange> changes) throws IOException {
    Header header = history.header();
    json.text("election", header.election());
    json.number("entries", entries);
    json.texts("units", history.law().units().stream().map(Unit::id).toList());
    json.texts("jurisdictions", history.law().entitled().keySet());
    json.texts("candidates", course.candidates());
    json.texts("tickets", course.tickets());
    json.truth("others", true);
    json.texts("stages", ChangeRows.STAGES.stream().map(Rung::word).toList());
    if (course.base() instanceof Verdict.Determined<Base>(var base, var grounds))
      json.number("majority", base.majority());
    json.number("entitled", history.law().entitled().values().stream().mapToInt(i -> i).sum());
    json.out().writeArrayFieldStart("order");
    for (String candidate : Rails.of(header, course))
      json.out().writeNumber(course.candidates().indexOf(candidate));
    json.out().writeEndArray();
    ChangeRows rows = new ChangeRows(history.law(), course);
    json.out().writeArrayFieldStart("changes");
    for (UnitChange change : changes) rows.write(json.out(), change);
    json.out().writeEndArray();
    json.list("majorities", MajorityTurn.of(course.points()), this::majority);
    declared(json.out());
  }

  private void majority(MajorityTurn turn) throws IOException {
    TurningPoint.Majority begins = turn.begins();
    json.text("stage", begins.rung().word());
    json.number("sinceMs", Millis.of(begins.moment()));
    json.text("since", begins.edge().given().toString());
    json.number("entry", begins.entry().index());
    if (begins.implied()) json.truth("implied", true);
    words.writeParts(json, begins);
    by(begins, "by");
    if (isOneOfSeveral(begins)) json.truth("oneOfSeveral", true);
    if (turn.ends().isEmpty()) return;
    TurningPoint.Majority ends = turn.ends().get();
    json.number("untilMs", Millis.of(ends.moment()));
    json.text("until", ends.edge().given().toString());
    json.number("undoneBy", ends.entry().index());
    by(ends, "undoneText");
  }

  /** What brought it; where others came within the same day or bounds, none of them is named. */
  private void by(TurningPoint.Majority of, String name) throws IOException {
    if (isOneOfSeveral(of)) words.writeOneOfSeveral(json, name);
    else words.write(json, name, of.entry());
  }

  private boolean isOneOfSeveral(TurningPoint.Majority of) {
    return of.rung().byJurisdiction() && !KnownOrder.isKnown(history, of.entry());
  }

  private void declared(JsonGenerator out) throws IOException {
    Set<Long> refused =
        history.problems(history.end()).stream().map(Problem::index).collect(Collectors.toSet());
    out.writeArrayFieldStart("declared");
    for (Entry entry : history.besidesReturns())
      if (entry.fact() instanceof Fact.Declared declared && !refused.contains(entry.index())) {
        out.writeStartObject();
        out.writeNumberField("ms", Millis.of(entry.effective()));
        out.writeNumberField("entry", entry.index());
        Votes figures = declared.ballots().of(Office.PRESIDENT);
        long[] electors = new long[course.candidates().size()];
        Arrays.setAll(electors, c -> figures.count(course.candidates().get(c)).orElse(0));
        out.writeFieldName("electors");
        out.writeArray(electors, 0, electors.length);
        out.writeEndObject();
      }
    out.writeEndArray();
  }
}
