package org.ascertain.answers;

import java.io.IOException;
import java.util.List;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.KnownUnits;
import org.ascertain.law.Law;
import org.ascertain.record.RecordWriter;
import org.ascertain.standing.Course;
import org.ascertain.standing.History;
import org.ascertain.standing.Told;
import org.ascertain.standing.UnitChange;

/**
 * Each new entry as an event of the stream, with what it changes of the story and when that was
 * told; short, because thousands get it. What an entry changes of rows told before, as a correction
 * does, is told as {@code kept}: so many rows still stand, and those that follow take the place of
 * the others. Where those are many the reader is told to ask for the story again.
 *
 * <p>Not for use by several threads at once.
 */
public final class LiveEventJson {

  /** More rows than these are not worth telling to everybody. */
  private static final int MOST_ROWS = 200;

  private final Edition edition;
  private final Names names;
  private final Law law;
  private final Course course;
  private int rows;

  /**
   * Events of a record from its beginning.
   *
   * @param units the units below the states that are known
   */
  public LiveEventJson(Edition edition, Header header, Law law, KnownUnits units) {
    this.edition = edition;
    this.names = new Names(header);
    this.law = law;
    this.course = Course.under(law, units);
  }

  /**
   * The event of the next entry of the record.
   *
   * @param told when it is told, milliseconds since 1970-01-01T00:00Z
   */
  public String after(Entry entry, long told) {
    Told change = course.add(entry);
    boolean rewrites = change.changesKept() < rows;
    rows = change.changesKept() + change.changes().size();
    return JsonAnswer.compact(
        json -> {
          if (edition.rehearsal()) json.truth("rehearsal", true);
          json.number("index", entry.index());
          json.number("ms", Millis.of(entry.effective()));
          json.number("told", told);
          json.text("fact", RecordWriter.word(entry.fact()));
          json.text("unit", FactParts.unit(entry.fact()));
          json.text("text", FactText.briefly(entry.fact(), names));
          if (change.changes().size() > MOST_ROWS) json.truth("reload", true);
          else {
            if (rewrites) json.number("kept", change.changesKept());
            changes(json, change.changes());
          }
        });
  }

  /** The history of the entries told so far; it stays as it is when more come. */
  public History history() {
    return course.history();
  }

  private void changes(JsonAnswer json, List<UnitChange> changes) throws IOException {
    if (changes.isEmpty()) return;
    ChangeRows form = new ChangeRows(law, course);
    json.out().writeFieldName("change");
    form.write(json.out(), changes.getFirst());
    if (changes.size() == 1) return;
    json.out().writeArrayFieldStart("further");
    for (UnitChange change : changes.subList(1, changes.size())) form.write(json.out(), change);
    json.out().writeEndArray();
  }
}
