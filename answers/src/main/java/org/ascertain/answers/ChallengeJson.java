package org.ascertain.answers;

import java.io.IOException;
import org.ascertain.election.Fact;
import org.ascertain.standing.Standing.ChallengeRow;

/** A challenge with its rulings, as JSON. */
final class ChallengeJson {

  static void write(JsonAnswer json, ChallengeRow row) throws IOException {
    json.text("id", row.challenge().id());
    json.text("kind", EnumWords.of(row.challenge().kind()));
    json.text("name", row.challenge().name());
    json.text("venue", row.challenge().venue());
    json.texts("units", row.challenge().units());
    if (!row.challenge().subject().isEmpty())
      json.texts("subject", row.challenge().subject().stream().map(EnumWords::of).toList());
    json.text("filed", row.challenge().attestation().at().toString());
    if (row.challenge().attestation().about()) json.truth("about", true);
    json.truth("open", row.open());
    if (row.challenge().atStake().isPresent())
      switch (row.challenge().atStake().get()) {
        case Fact.Stake.Everything all -> json.text("atStake", "all");
        case Fact.Stake.Ballots(long ballots) -> json.number("atStake", ballots);
      }
    json.text("note", row.challenge().attestation().note());
    json.list(
        "rulings",
        row.rulings(),
        ruling -> {
          json.text("at", ruling.ruling().attestation().at().toString());
          if (ruling.ruling().attestation().about()) json.truth("about", true);
          json.text("outcome", ruling.ruling().outcome());
          json.text("outcomeEs", SpanishTexts.phrase(ruling.ruling().outcome()));
          json.text("for", ruling.ruling().side().map(EnumWords::of));
          if (ruling.ruling().closing()) json.truth("final", true);
          json.number("entry", ruling.entry());
        });
    json.number("entry", row.entry());
  }

  private ChallengeJson() {}
}
