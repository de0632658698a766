package org.ascertain.answers;

import java.io.IOException;
import java.util.List;
import org.ascertain.law.Base;
import org.ascertain.law.Choice;
import org.ascertain.law.Missing;
import org.ascertain.law.Succession;
import org.ascertain.law.Verdict;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Standing;
import org.ascertain.standing.Standing.Outcome;

/** What the law makes of a standing, as JSON: the majority, the two offices, the succession. */
final class OutcomeJson {

  private final JsonAnswer json;

  OutcomeJson(JsonAnswer json) {
    this.json = json;
  }

  /** Who is chosen for each office, and who follows where the law has come to that. */
  void outcomes(Standing standing) throws IOException {
    json.object(
        "outcome",
        inside -> {
          outcome("president", standing.president());
          outcome("vicePresident", standing.vicePresident());
        });
    if (standing.succession().isPresent()) succession(standing.succession().get());
  }

  private void succession(Verdict<Succession> verdict) throws IOException {
    json.object(
        "succession",
        inside -> {
          switch (verdict) {
            case Verdict.Determined<Succession>(var succession, var grounds) -> {
              json.text("verdict", "determined");
              succession(succession, grounds);
            }
            case Verdict.Alternatives<Succession>(var answers) -> {
              json.text("verdict", "alternatives");
              json.list(
                  "alternatives",
                  answers,
                  answer -> {
                    succession(answer.value(), answer.grounds());
                    json.text("why", answer.why());
                  });
            }
            case Verdict.NotYet<Succession>(var missing, var grounds) -> {
              json.text("verdict", "not-yet");
              json.texts("missing", Missing.words(missing));
            }
            case Verdict.NoRule<Succession>(var why, var grounds) -> {
              json.text("verdict", "no-rule");
              json.text("why", why.toString());
            }
          }
        });
  }

  private void succession(Succession succession, Verdict.Grounds grounds) throws IOException {
    json.text("who", succession.who());
    json.text("capacity", EnumWords.of(succession.capacity()));
    json.texts("rules", grounds.rules());
  }

  /** The four numbers of electors, the base of the majority and the majority. */
  void electors(Standing standing) throws IOException {
    Standing.ElectorFigures electors = standing.electors();
    json.object(
        "electors",
        inside -> {
          json.number("entitled", electors.entitled());
          json.number("appointed", electors.appointed());
          json.number("cast", electors.cast());
          json.number("counted", electors.counted());
          json.texts("asFarAsKnown", electors.asFarAsKnown().stream().map(EnumWords::of).toList());
          base(electors.base());
          json.truth("provisional", electors.provisional());
        });
  }

  private void base(Verdict<Base> verdict) throws IOException {
    switch (verdict) {
      case Verdict.Determined<Base>(var base, var grounds) -> {
        json.number("base", base.electors());
        json.number("majority", base.majority());
        json.texts("rules", grounds.rules());
        json.texts("alternatives", List.of());
      }
      case Verdict.Alternatives<Base>(var answers) -> {
        json.number("base", answers.getFirst().value().electors());
        json.number("majority", answers.getFirst().value().majority());
        json.texts("rules", answers.getFirst().grounds().rules());
        json.list(
            "alternatives",
            answers,
            answer -> {
              json.number("base", answer.value().electors());
              json.number("majority", answer.value().majority());
              json.text("why", answer.why());
              json.texts("rules", answer.grounds().rules());
              json.entries(answer.grounds().entries());
            });
      }
      case Verdict.NotYet<Base>(var missing, var grounds) ->
          json.texts("missing", Missing.words(missing));
      case Verdict.NoRule<Base>(var why, var grounds) -> json.text("why", why.toString());
    }
  }

  private void outcome(String office, Outcome outcome) throws IOException {
    json.object(
        office,
        inside -> {
          switch (outcome.verdict()) {
            case Verdict.Determined<Choice>(var choice, var grounds) -> {
              json.text("verdict", "determined");
              choice(choice, outcome);
              grounds(grounds);
            }
            case Verdict.Alternatives<Choice>(var answers) -> {
              json.text("verdict", outcome.candidate().isPresent() ? "determined" : "alternatives");
              if (outcome.candidate().isPresent()) choice(answers.getFirst().value(), outcome);
              json.list(
                  "alternatives",
                  answers,
                  answer -> {
                    json.text("candidate", answer.value().candidate());
                    json.text("by", by(answer.value()));
                    json.text("why", answer.why());
                    grounds(answer.grounds());
                  });
            }
            case Verdict.NotYet<Choice>(var missing, var grounds) -> {
              json.text("verdict", "not-yet");
              json.texts("missing", Missing.words(missing));
              grounds(grounds);
            }
            case Verdict.NoRule<Choice>(var why, var grounds) -> {
              json.text("verdict", "no-rule");
              json.text("why", why.toString());
              grounds(grounds);
            }
          }
        });
  }

  private void choice(Choice choice, Outcome outcome) throws IOException {
    json.text("candidate", choice.candidate());
    json.text("by", by(choice));
    json.text("stage", outcome.stage().map(Rung::word));
  }

  private void grounds(Verdict.Grounds grounds) throws IOException {
    json.texts("rules", grounds.rules());
    json.entries(grounds.entries());
  }

  private static String by(Choice choice) {
    return EnumWords.of(choice.by());
  }
}
