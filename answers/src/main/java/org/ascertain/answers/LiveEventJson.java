package org.ascertain.answers;

import java.io.IOException;
import java.util.List;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Header;
import org.ascertain.record.RecordWriter;
import org.ascertain.standing.Course;
import org.ascertain.standing.History;
import org.ascertain.standing.Told;
import org.ascertain.standing.UnitChange;
import org.jspecify.annotations.Nullable;

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
  private final Course course;
  private @Nullable Header header;
  private @Nullable Names names;
  private int rows;

  /**
   * Events of a record that goes on.
   *
   * @param course of what it has so far; the first entry to come is the next one of it
   */
  public LiveEventJson(Edition edition, Course course) {
    this.edition = edition;
    this.course = course;
    this.rows = course.changes().size();
  }

  /**
   * The event of the next entry of the record.
   *
   * @param told when it is told, milliseconds since 1970-01-01T00:00Z
   */
  public String after(Entry entry, long told) {
    Told change = course.add(entry);
    boolean rewrites = change.changesKept() < rows;
    // Of a long story the reader has not every row, so that a number of rows says nothing to it.
    boolean isTooMuch = change.changes().size() > MOST_ROWS || (rewrites && rows > StoryRows.MOST);
    rows = change.changesKept() + change.changes().size();
    Names names = names();
    boolean counts = !course.isBegun() || course.counts(entry);
    return JsonAnswer.compact(
        json -> {
          write(json, edition, names, entry, told);
          if (!counts) json.truth("refused", true);
          if (isTooMuch) json.truth("reload", true);
          else {
            if (rewrites) json.number("kept", change.changesKept());
            changes(json, change.changes());
          }
        });
  }

  /** By the header as it is now: an addition may have declared further ones. */
  @SuppressWarnings("ReferenceEquality") // most often it is the same header as before
  private Names names() {
    Header now = course.header();
    Names known = names;
    if (known == null || now != header) {
      known = new Names(now);
      names = known;
      header = now;
    }
    return known;
  }

  /**
   * The event of an entry that was told before, or came before anybody was told: what it changed
   * then is not told again, the reader is told to ask for the story.
   */
  public static String again(Edition edition, Names names, Entry entry, long told) {
    return JsonAnswer.compact(
        json -> {
          write(json, edition, names, entry, told);
          json.truth("reload", true);
        });
  }

  private static void write(JsonAnswer json, Edition edition, Names names, Entry entry, long told)
      throws IOException {
    if (edition.rehearsal()) json.truth("rehearsal", true);
    json.number("index", entry.index());
    json.number("ms", Millis.of(entry.effective()));
    json.number("told", told);
    json.text("fact", RecordWriter.word(entry.fact()));
    json.text("unit", FactParts.unit(entry.fact()));
    json.told("text", names, in -> FactText.briefly(entry.fact(), in));
  }

  /** The history of the entries told so far; it stays as it is when more come. */
  public History history() {
    return course.history();
  }

  private void changes(JsonAnswer json, List<UnitChange> changes) throws IOException {
    if (changes.isEmpty()) return;
    ChangeRows form = new ChangeRows(course.law(), course);
    json.out().writeFieldName("change");
    form.write(json.out(), changes.getFirst());
    if (changes.size() == 1) return;
    json.out().writeArrayFieldStart("further");
    for (UnitChange change : changes.subList(1, changes.size())) form.write(json.out(), change);
    json.out().writeEndArray();
  }
}
