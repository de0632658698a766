package org.ascertain.answers;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import org.ascertain.election.Problem;
import org.ascertain.election.Washington;
import org.ascertain.election.When;
import org.ascertain.law.Law;
import org.ascertain.standing.DeadlineReason;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Standing;
import org.ascertain.standing.Standing.DeadlineRow;
import org.ascertain.standing.Standing.Differing;
import org.ascertain.standing.Standing.JurisdictionElectors;
import org.ascertain.standing.Standing.OtherSource;
import org.ascertain.standing.Standing.Settlement;
import org.ascertain.standing.Standing.Turnout;
import org.ascertain.standing.Standing.UnitRow;

/** A standing as JSON, in the form that other programs rely on. */
public final class StandingJson {

  private final JsonAnswer json;

  private StandingJson(JsonAnswer json) {
    this.json = json;
  }

  /**
   * Writes a standing.
   *
   * @param at the moment as it was asked for
   * @param known as it was asked for; absent where everything in the record was
   */
  public static String of(Standing standing, When at, Optional<When> known) {
    return JsonAnswer.object(json -> write(json, standing, at, known));
  }

  /**
   * Writes a standing with the checkpoint of the record that it is of.
   *
   * @param checkpoint the log's name, its entries and their root, in the form of C2SP
   *     tlog-checkpoint without its signatures
   */
  public static String of(
      Standing standing,
      When at,
      Optional<When> known,
      Optional<String> checkpoint,
      Caveat caveat) {
    return JsonAnswer.object(
        json -> {
          caveat.write(json);
          new StandingJson(json).standing(standing, at, known, checkpoint);
        });
  }

  /**
   * A standing as the server gives it: without a space too many, and with its moment as a number.
   */
  public static String of(Edition edition, Standing standing, When at, Optional<When> known) {
    return JsonAnswer.compact(
        json -> {
          edition.mark(json);
          write(json, standing, at, known);
          json.number("atMs", Millis.of(at));
        });
  }

  /** The challenges alone, with their rulings. */
  public static String challenges(Edition edition, Standing standing) {
    return JsonAnswer.compact(
        json -> {
          edition.mark(json);
          json.text("election", standing.election());
          json.list("challenges", standing.challenges(), row -> ChallengeJson.write(json, row));
        });
  }

  /** The same inside an object that has been begun. */
  public static void write(JsonAnswer json, Standing standing, When at, Optional<When> known)
      throws IOException {
    new StandingJson(json).standing(standing, at, known, Optional.empty());
  }

  /** The ladder and what becomes of the offices, for overviews. */
  public static void writeResult(JsonAnswer json, Standing standing) throws IOException {
    StandingJson writer = new StandingJson(json);
    OutcomeJson outcome = new OutcomeJson(json);
    outcome.electors(standing);
    writer.popularVote(standing);
    json.list("ladder", standing.ladder(), rung -> LadderJson.rung(json, rung));
    outcome.outcomes(standing);
  }

  private void standing(
      Standing standing, When at, Optional<When> known, Optional<String> checkpoint)
      throws IOException {
    json.text("election", standing.election());
    json.number("law", standing.law());
    json.text("at", at.toString());
    json.text("known", known.map(When::toString));
    json.number("entries", standing.entries());
    json.text("checkpoint", checkpoint);
    json.text("headline", HeadlineRung.of(standing).map(top -> top.rung().word()));
    OutcomeJson outcome = new OutcomeJson(json);
    outcome.electors(standing);
    popularVote(standing);
    json.list("ladder", standing.ladder(), rung -> LadderJson.rung(json, rung));
    outcome.outcomes(standing);
    boolean oneJurisdiction = oneJurisdiction(standing);
    json.list(
        "units",
        standing.units(),
        row -> {
          unit(row);
          if (oneJurisdiction && row.unit().atLarge())
            LawJson.provisions(
                json, Law.of(standing.law()).flatMap(law -> law.state(row.unit().jurisdiction())));
        });
    json.list("deadlines", standing.deadlines(), this::deadline);
    json.list("stateDeadlines", standing.stateDeadlines(), this::deadline);
    json.list("challenges", standing.challenges(), row -> ChallengeJson.write(json, row));
    SaidJson.write(json, standing);
    json.list("problems", standing.problems(), this::problem);
    json.list("remarks", standing.remarks(), this::problem);
  }

  private void popularVote(Standing standing) throws IOException {
    json.object(
        "popularVote",
        inside -> {
          inside.votes(standing.popularVote().votes());
          inside.number("other", standing.popularVote().other());
          inside.number("total", standing.popularVote().total());
          inside.text("shareOf", EnumWords.of(standing.popularVote().shareOf()));
          inside.truth("exact", standing.popularVote().exact());
        });
    json.object(
        "popularVoteFrom",
        inside -> {
          inside.number("certified", standing.popularVote().certified());
          inside.number("reported", standing.popularVote().reported());
          inside.number("sums", standing.popularVote().sums());
        });
  }

  /** The law of a jurisdiction is told to those who ask for one. */
  private static boolean oneJurisdiction(Standing standing) {
    return standing.units().stream().map(row -> row.unit().jurisdiction()).distinct().count() == 1;
  }

  private void unit(UnitRow row) throws IOException {
    json.text("unit", row.unit().id());
    json.text("jurisdiction", row.unit().jurisdiction());
    json.number("electors", row.unit().electors());
    json.text("stage", row.stage().map(Rung::word));
    if (!row.votes().isEmpty()) json.votes("votes", row.votes());
    json.number("other", row.other());
    json.number("total", row.total());
    if (!row.exact()) json.truth("exact", false);
    turnout(row.turnout());
    if (row.below().isPresent())
      json.object(
          "below",
          inside -> {
            inside.number("units", row.below().get().units());
            inside.votes("votes", row.below().get().votes());
            if (!row.below().get().residual().isEmpty())
              inside.numbers("residual", row.below().get().residual());
            if (!row.below().get().differing().isEmpty())
              inside.list("differing", row.below().get().differing(), this::differing);
          });
    json.list("otherSources", row.otherSources(), this::otherSource);
    if (row.certifiedVotes().isPresent()) json.votes("certifiedVotes", row.certifiedVotes().get());
    texts("calls", row.calls());
    if (row.electorVotes().isPresent())
      json.object("electorVotes", inside -> inside.ballots(row.electorVotes().get()));
    if (row.jurisdictionElectors().isPresent()) fourNumbers(row.jurisdictionElectors().get());
    if (row.appointedFor().isPresent()) json.votes("appointedFor", row.appointedFor().get());
    if (row.ranked().isPresent()) RankedJson.write(json, row.ranked().get());
    if (row.unit().atLarge()) json.texts("challenges", row.challenges());
    settled(row.settled());
    json.entries(row.entries());
  }

  private void turnout(Turnout of) throws IOException {
    json.number("registered", of.registered());
    if (of.ballots().isPresent())
      json.object(
          "ballots",
          inside -> {
            inside.number("cast", of.ballots().get().cast());
            inside.number("over", of.ballots().get().over());
            inside.number("under", of.ballots().get().under());
            inside.number("invalid", of.ballots().get().invalid());
          });
    if (of.reporting().isPresent())
      json.object(
          "reporting",
          inside -> {
            inside.number("units", of.reporting().get().units());
            inside.number("of", of.reporting().get().of());
          });
  }

  /** The four numbers; then what Congress did, once it has, and the votes that it counted. */
  private void fourNumbers(JurisdictionElectors of) throws IOException {
    json.object(
        "jurisdictionElectors",
        inside -> {
          json.number("entitled", of.entitled());
          json.number("appointed", of.appointed());
          json.number("cast", of.cast());
          json.number("counted", of.counted());
        });
    if (of.result().isPresent())
      json.object(
          "count",
          inside -> {
            json.text("result", of.result().map(EnumWords::of));
            if (of.votes().isPresent()) json.ballots(of.votes().get());
          });
  }

  private void differing(Differing unit) throws IOException {
    json.text("unit", unit.unit());
    json.list("otherSources", unit.otherSources(), this::otherSource);
    if (!unit.residual().isEmpty()) json.numbers("residual", unit.residual());
  }

  private void otherSource(OtherSource other) throws IOException {
    json.text("source", other.source());
    json.votes("votes", other.votes());
    json.numbers("difference", other.difference());
    json.number("entry", other.entry());
  }

  private void settled(Settlement settled) throws IOException {
    json.object(
        "settled",
        inside -> {
          inside.text("verdict", EnumWords.of(settled.answer()));
          inside.number("outstandingAtMost", settled.outstandingAtMost());
          inside.number("margin", settled.margin());
          inside.text("why", settled.why());
          inside.text("whyEs", SpanishSentences.of(settled.reason()));
          if (settled.noted().isEmpty()) return;
          inside.texts("beside", settled.beside());
          inside.texts(
              "besideEs",
              settled.noted().stream()
                  .map(each -> SpanishSentences.of(each).orElseGet(each::toString))
                  .toList());
        });
  }

  private void deadline(DeadlineRow row) throws IOException {
    json.text("rule", row.deadline().rule().id());
    json.text("due", row.deadline().day().toString());
    json.number("dueMs", Math.floorDiv(Washington.endOf(row.deadline().day()), 1_000_000L));
    json.text("what", row.deadline().words());
    json.text("whatEs", DeadlineText.words(row.deadline(), Language.SPANISH));
    json.text("text", row.deadline().rule().text());
    json.text("textEs", SpanishTexts.rule(row.deadline().rule().id()));
    json.text("citation", row.deadline().rule().citation());
    json.texts("met", row.met().keySet());
    json.texts("missed", row.missed().keySet());
    json.texts("unknown", row.unknown().keySet());
    json.texts("open", row.open().keySet());
    reasons("reasons", row, DeadlineReasonText::withGivenTime);
    reasons("reasonsEs", row, reason -> DeadlineReasonText.withTime(reason, Language.SPANISH));
  }

  private void reasons(String name, DeadlineRow row, Function<DeadlineReason, String> words)
      throws IOException {
    json.object(
        name,
        inside -> {
          for (SequencedMap<String, DeadlineReason> answers :
              List.of(row.met(), row.missed(), row.unknown(), row.open()))
            for (Map.Entry<String, DeadlineReason> each : answers.entrySet())
              inside.text(each.getKey(), words.apply(each.getValue()));
        });
  }

  private void problem(Problem problem) throws IOException {
    json.number("index", problem.index());
    json.text("code", problem.check().code());
    json.text("path", problem.path());
    json.text("sentence", problem.sentence());
  }

  private void texts(String name, SequencedMap<String, String> texts) throws IOException {
    json.object(
        name,
        inside -> {
          for (Map.Entry<String, String> each : texts.entrySet())
            inside.text(each.getKey(), each.getValue());
        });
  }
}
