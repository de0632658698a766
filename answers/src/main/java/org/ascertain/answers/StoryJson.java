package org.ascertain.answers;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Ticket;
import org.ascertain.election.Unit;
import org.ascertain.law.Base;
import org.ascertain.law.Verdict;
import org.ascertain.standing.History;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Turns.Turn;

/** A whole election in one answer, for a page that shows any moment of it without asking again. */
public final class StoryJson {

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
          write(json, history, course, entries, course.changes());
          json.list(
              "marks",
              course.marks().stream().filter(Mark::isNational).toList(),
              mark -> mark.write(json));
        });
  }

  /**
   * The story as it stands at one moment: each unit's changes up to then summed up in one, and of
   * the marks those with which it ends.
   */
  public static void brief(
      JsonAnswer json, History history, Course course, int entries, long moment)
      throws IOException {
    json.truth("brief", true);
    write(json, history, course, entries, course.upTo(moment));
    json.list(
        "marks",
        course.marks().stream().filter(Mark::isAtTheEnd).toList(),
        mark -> mark.write(json));
  }

  private static void write(
      JsonAnswer json, History history, Course course, int entries, List<Changes.Change> changes)
      throws IOException {
    Header header = history.header();
    json.text("election", header.election());
    json.number("entries", entries);
    json.texts("units", history.law().units().stream().map(Unit::id).toList());
    json.texts("jurisdictions", history.law().entitled().keySet());
    json.texts("candidates", course.candidates());
    json.texts("tickets", header.tickets().stream().map(Ticket::id).toList());
    json.truth("others", true);
    json.texts("stages", Changes.STAGES.stream().map(Rung::word).toList());
    if (course.base() instanceof Verdict.Determined<Base>(var base, var grounds))
      json.number("majority", base.majority());
    json.number("entitled", history.law().entitled().values().stream().mapToInt(i -> i).sum());
    json.out().writeFieldName("weight");
    json.out().writeArray(course.weight(), 0, course.weight().length);
    changes(json.out(), changes);
    majorities(json, history);
    declared(json.out(), history, course.candidates());
  }

  private static void changes(JsonGenerator out, List<Changes.Change> changes) throws IOException {
    out.writeArrayFieldStart("changes");
    for (Changes.Change change : changes) change.write(out);
    out.writeEndArray();
  }

  private static void majorities(JsonAnswer json, History history) throws IOException {
    Names names = new Names(history.header());
    List<Row> rows =
        Changes.STAGES.stream()
            .flatMap(rung -> history.majorities(rung).stream().map(turn -> new Row(rung, turn)))
            .toList();
    json.list("majorities", rows, row -> row.write(json, names));
  }

  private record Row(Rung rung, Turn turn) {
    void write(JsonAnswer json, Names names) throws IOException {
      Entry entry = turn.since().entry();
      json.text("stage", rung.word());
      json.number("sinceMs", Millis.of(turn.since().moment()));
      json.text("since", turn.since().given().toString());
      json.number("entry", entry.index());
      if (FactParts.isImplied(rung, entry.fact())) json.truth("implied", true);
      FactParts.write(json, entry, Optional.empty(), Optional.of(turn.candidate()));
      json.text("by", FactText.briefly(entry.fact(), names));
      if (turn.until().isEmpty()) return;
      Entry undone = turn.until().get().entry();
      json.number("untilMs", Millis.of(turn.until().get().moment()));
      json.text("until", turn.until().get().given().toString());
      json.number("undoneBy", undone.index());
      json.text("undoneText", FactText.briefly(undone.fact(), names));
    }
  }

  private static void declared(JsonGenerator out, History history, List<String> candidates)
      throws IOException {
    out.writeArrayFieldStart("declared");
    for (Entry entry : history.entries())
      if (entry.fact() instanceof Fact.Declared declared) {
        out.writeStartObject();
        out.writeNumberField("ms", Millis.of(entry.effective()));
        out.writeNumberField("entry", entry.index());
        long[] electors =
            candidates.stream()
                .mapToLong(id -> declared.ballots().of(Office.PRESIDENT).count(id).orElse(0))
                .toArray();
        out.writeFieldName("electors");
        out.writeArray(electors, 0, electors.length);
        out.writeEndObject();
      }
    out.writeEndArray();
  }

  private StoryJson() {}
}
