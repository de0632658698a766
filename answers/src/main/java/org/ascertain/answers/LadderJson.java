package org.ascertain.answers;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import org.ascertain.election.Attestation;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Standing.CallerFigures;
import org.ascertain.standing.Standing.Held;
import org.ascertain.standing.Standing.Majority;
import org.ascertain.standing.Standing.Presidency;
import org.ascertain.standing.Standing.RungFigures;

/** A rung of the ladder as JSON, with what the record holds of it. */
final class LadderJson {

  static void rung(JsonAnswer json, RungFigures figures) throws IOException {
    json.text("stage", figures.rung().word());
    if (figures.rung() == Rung.IN_OFFICE) json.text("president", figures.holder());
    else json.votes("electors", figures.electors());
    if (figures.rung().byJurisdiction()) {
      json.number("unassigned", figures.unassigned());
      json.number("open", figures.open());
      json.number("unknown", figures.unknown());
      json.texts("implied", figures.implied());
    }
    held(json, figures.held());
    json.text("caller", figures.caller());
    if (!figures.callers().isEmpty()) callers(json, figures.callers());
    if (figures.majority().isPresent()) majority(json, figures.rung(), figures.majority().get());
  }

  private static void majority(JsonAnswer json, Rung rung, Majority majority) throws IOException {
    json.object(
        "majority",
        inside -> {
          inside.text("candidate", majority.candidate());
          if (!majority.beside().isEmpty()) inside.texts("beside", majority.beside());
          inside.text("since", majority.since().toString());
          if (FactText.isAbout(majority.since(), majority.by())) inside.truth("about", true);
          if (rung.isImpliedBy(majority.by().fact())) inside.truth("implied", true);
          inside.number("entry", majority.by().index());
        });
  }

  private static void held(JsonAnswer json, Held held) throws IOException {
    json.object(
        "coverage",
        inside -> {
          inside.text("extent", EnumWords.of(held.extent()));
          inside.number("units", held.units());
          inside.number("of", held.of());
          inside.text("until", held.until().map(LocalDate::toString));
        });
  }

  private static void callers(JsonAnswer json, Map<String, CallerFigures> callers)
      throws IOException {
    json.object(
        "callers",
        inside -> {
          for (var caller : callers.entrySet())
            inside.votes(caller.getKey(), caller.getValue().electors());
        });
    json.object(
        "unitCalls",
        inside -> {
          for (var caller : callers.entrySet())
            inside.object(
                caller.getKey(),
                calls -> {
                  calls.number("known", caller.getValue().units());
                  calls.number("of", caller.getValue().of());
                });
        });
    json.object(
        "presidency",
        inside -> {
          for (var caller : callers.entrySet())
            if (caller.getValue().presidency().isPresent())
              presidency(inside, caller.getKey(), caller.getValue().presidency().get());
        });
  }

  private static void presidency(JsonAnswer json, String caller, Presidency call)
      throws IOException {
    Attestation attestation = call.by().fact().attestation();
    json.object(
        caller,
        inside -> {
          inside.text("for", call.candidate());
          inside.text("since", attestation.at().toString());
          if (attestation.about()) inside.truth("about", true);
          inside.number("entry", call.by().index());
        });
  }

  private LadderJson() {}
}
