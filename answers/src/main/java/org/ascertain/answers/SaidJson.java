package org.ascertain.answers;

import java.io.IOException;
import java.util.Optional;
import org.ascertain.election.Entry;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Standing;
import org.ascertain.standing.Standing.AcknowledgementRow;
import org.ascertain.standing.Standing.StatementRow;

/** What others did and said, with how far the result had come then, as JSON. */
final class SaidJson {

  static void write(JsonAnswer json, Standing standing) throws IOException {
    json.list("acknowledgements", standing.acknowledgements(), row -> acknowledgement(json, row));
    json.list("statements", standing.statements(), row -> statement(json, row));
  }

  private static void acknowledgement(JsonAnswer json, AcknowledgementRow row) throws IOException {
    entry(json, row.by());
    json.text("actor", row.fact().actor());
    json.text("country", row.fact().country());
    json.text("toward", row.fact().toward());
    json.text("stance", row.fact().stance().map(EnumWords::of));
    json.text("form", row.fact().form());
    json.text("quote", row.fact().quote());
    json.texts("quotes", row.fact().quotes());
    json.text("waits", row.fact().waits());
    stage(json, row.stage());
  }

  private static void statement(JsonAnswer json, StatementRow row) throws IOException {
    entry(json, row.by());
    json.text("actor", row.fact().actor());
    json.text("body", row.fact().body());
    json.text("about", EnumWords.of(row.fact().about()));
    if (!row.fact().units().isEmpty()) json.texts("units", row.fact().units());
    json.text("quote", row.fact().quote());
    json.text("text", row.fact().text());
    stage(json, row.stage());
  }

  private static void entry(JsonAnswer json, Entry entry) throws IOException {
    json.number("entry", entry.index());
    json.text("at", entry.fact().attestation().at().toString());
  }

  private static void stage(JsonAnswer json, Optional<Rung> stage) throws IOException {
    json.text("stage", stage.map(Rung::word));
  }

  private SaidJson() {}
}
