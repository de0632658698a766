package org.ascertain.answers;

import java.io.IOException;
import java.time.LocalDate;
import org.ascertain.election.Fact.Header;
import org.ascertain.standing.History;

/** What an election declares, as JSON: its candidates, callers, units and sources. */
final class DeclaredJson {

  static void candidates(JsonAnswer json, Header header) throws IOException {
    json.list(
        "candidates",
        header.candidates(),
        candidate -> {
          json.text("id", candidate.id());
          json.text("name", candidate.name());
          json.text("party", candidate.party());
        });
  }

  /** The callers, and whose calls the ladder shows. */
  static void callers(JsonAnswer json, Header header) throws IOException {
    json.list(
        "callers",
        header.callers(),
        caller -> {
          json.text("id", caller.id());
          json.text("name", caller.name());
        });
    json.text("caller", header.caller());
  }

  static void units(JsonAnswer json, History history) throws IOException {
    json.list(
        "units",
        history.law().units(),
        unit -> {
          json.text("id", unit.id());
          json.text("jurisdiction", unit.jurisdiction());
          json.number("electors", unit.electors());
          place(json, unit.id());
        });
  }

  /** What a unit is called, in both languages. */
  static void place(JsonAnswer json, String unit) throws IOException {
    json.text("name", PlaceNames.of(unit, Language.ENGLISH));
    json.text("nameEs", PlaceNames.of(unit, Language.SPANISH));
  }

  static void sources(JsonAnswer json, String name, History history) throws IOException {
    json.list(
        name,
        history.sources(),
        source -> {
          json.text("id", source.id());
          json.text("title", source.title());
          json.text("publisher", source.publisher());
          json.text("date", source.date().map(LocalDate::toString));
          json.text("url", source.url());
        });
  }

  private DeclaredJson() {}
}
