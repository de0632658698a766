package org.ascertain.server;

import java.io.IOException;
import java.util.List;
import org.ascertain.cli.Json;
import org.ascertain.cli.Names;
import org.ascertain.cli.StandingJson;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Header;
import org.ascertain.standing.History;

/** What an election is: who stands, what appoints electors, how far its record reaches. */
final class AboutJson {

  static String of(Snapshot.Edition edition, History history, List<Entry> entries) {
    return Json.compact(json -> write(json, edition, history, entries));
  }

  static void write(Json json, Snapshot.Edition edition, History history, List<Entry> entries)
      throws IOException {
    Header header = history.header();
    edition.mark(json);
    who(json, header);
    json.list(
        "callers",
        header.callers(),
        caller -> {
          json.text("id", caller.id());
          json.text("name", caller.name());
        });
    json.text("caller", header.caller());
    json.list(
        "units",
        history.law().units(),
        unit -> {
          json.text("id", unit.id());
          json.text("jurisdiction", unit.jurisdiction());
          json.number("electors", unit.electors());
          json.text("name", Names.place(unit.id()));
        });
    json.list(
        "jurisdictions",
        history.law().entitled().keySet(),
        code -> {
          json.text("id", code);
          json.text("name", Names.place(code));
        });
    extent(json, history, entries.size());
    json.number(
        "sources",
        entries.stream().map(e -> e.fact().attestation().source().id()).distinct().count());
  }

  /** One election in the list of all. */
  static void overview(Json json, Snapshot snapshot) throws IOException {
    snapshot.edition().mark(json);
    who(json, snapshot.history().header());
    json.text("title", "The election of the President in " + snapshot.history().header().year());
    extent(json, snapshot.history(), snapshot.entries().size());
    StandingJson.writeResult(json, snapshot.standing());
  }

  private static void who(Json json, Header header) throws IOException {
    json.text("id", header.election());
    json.number("year", header.year());
    json.list(
        "candidates",
        header.candidates(),
        candidate -> {
          json.text("id", candidate.id());
          json.text("name", candidate.name());
          json.text("party", candidate.party());
        });
    json.list(
        "tickets",
        header.tickets(),
        ticket -> {
          json.text("id", ticket.id());
          json.text("president", ticket.president());
          json.text("vicePresident", ticket.vicePresident());
        });
  }

  private static void extent(Json json, History history, int entries) throws IOException {
    json.number("entries", entries);
    List<Entry> facts = history.entries();
    if (facts.isEmpty()) return;
    json.number("firstMs", Millis.of(facts.getFirst().effective()));
    json.number("lastMs", Millis.of(facts.getLast().effective()));
  }

  private AboutJson() {}
}
