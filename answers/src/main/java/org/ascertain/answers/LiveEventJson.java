package org.ascertain.answers;

import java.util.List;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Header;
import org.ascertain.law.Law;
import org.ascertain.standing.Tabulation;

/**
 * Each new entry as an event of the stream, with what it changes of the page and when that was
 * told; short, because thousands get it. An entry that strikes or replaces an earlier one changes
 * what was before: the page is told to ask for the story again.
 */
public final class LiveEventJson {

  private final Edition edition;
  private final Names names;
  private final Tabulation now;
  private final Changes changes;

  public LiveEventJson(Edition edition, Header header, Law law) {
    this.edition = edition;
    this.names = new Names(header);
    this.now = new Tabulation(header, law);
    this.changes = new Changes(law);
  }

  /**
   * The event of an entry, in the order of the record.
   *
   * @param told when it is told, milliseconds since 1970-01-01T00:00Z
   */
  public String after(Entry entry, long told) {
    List<Changes.Change> changed = changed(entry);
    return JsonAnswer.compact(
        json -> {
          if (edition.rehearsal()) json.truth("rehearsal", true);
          json.number("index", entry.index());
          json.number("ms", Millis.of(entry.effective()));
          json.number("told", told);
          json.text("fact", FactParts.kind(entry.fact()));
          json.text("unit", FactParts.unit(entry.fact()));
          json.text("text", FactText.briefly(entry.fact(), names));
          if (isAmendment(entry.fact())) json.truth("reload", true);
          if (changed.isEmpty()) return;
          json.out().writeFieldName("change");
          changed.getFirst().write(json.out());
          if (changed.size() == 1) return;
          json.out().writeArrayFieldStart("further");
          for (Changes.Change change : changed.subList(1, changed.size())) change.write(json.out());
          json.out().writeEndArray();
        });
  }

  private List<Changes.Change> changed(Entry entry) {
    if (isAmendment(entry.fact()) || entry.fact() instanceof Header) return List.of();
    now.add(entry);
    return changes.after(entry, now);
  }

  private static boolean isAmendment(Fact fact) {
    return fact instanceof Fact.Correction || fact instanceof Fact.Retraction;
  }
}
