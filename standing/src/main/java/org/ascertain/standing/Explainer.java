package org.ascertain.standing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.ascertain.election.Candidate;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Unit;
import org.ascertain.law.Base;
import org.ascertain.law.Choice;
import org.ascertain.law.Electors;
import org.ascertain.law.Law;
import org.ascertain.law.Missing;
import org.ascertain.law.Rule;
import org.ascertain.law.Sentence;
import org.ascertain.law.Verdict;

/** Looks up why a figure is what it is, as of a moment. */
public final class Explainer {

  private final History history;
  private final long moment;
  private final Law law;
  private final Standing standing;
  private final Tabulation now;
  private final Register register;
  private final NewestFigures newest;
  private final RungExplained rungs;

  /** Explains figures of a history as of a moment, in nanoseconds since 1970-01-01T00:00Z. */
  public Explainer(History history, long moment) {
    this.history = history;
    this.moment = moment;
    this.law = history.law();
    this.standing = history.at(moment);
    this.now = history.stateAt(moment);
    this.register = now.register();
    this.newest = history.newestFigures(moment);
    this.rungs = new RungExplained(now, this::person);
  }

  public Explanation explain(Figure figure) {
    return switch (figure) {
      case Figure.OnRung(var rung, var candidate) -> rungs.electors(rung, candidate);
      case Figure.TheMajority() -> majority();
      case Figure.MajorityOn(var rung) ->
          new MajorityExplained(history, moment, rung, this::person).explain();
      case Figure.Electors number -> number(number);
      case Figure.Chosen(var office) -> chosen(office);
      case Figure.VotesOf(var unit, var ticket) -> new VotesExplained(now).of(unit, ticket);
      case Figure.PopularVoteOf(var ticket) -> popularVote().ofTicket(ticket);
      case Figure.ShareOf(var ticket) -> popularVote().shareOf(ticket);
      case Figure.ShareIn(var unit, var ticket) -> ofUnit().shareOf(unit, ticket);
      case Figure.LeadIn(var unit) -> ofUnit().leads(unit);
      case Figure.PopularVoteRest rest ->
          switch (rest) {
            case TOTAL -> popularVote().inAll();
            case OTHER -> popularVote().forOthers();
          };
      case Figure.StageOf(var unit) -> stage(unit);
      case Figure.SettledOf(var unit) -> unit.map(this::settled).orElseGet(this::settled);
    };
  }

  private UnitExplained ofUnit() {
    return new UnitExplained(now, newest, this::person);
  }

  private PopularVoteExplained popularVote() {
    return new PopularVoteExplained(now, newest);
  }

  private Explanation majority() {
    Explanation base = number(Figure.Electors.APPOINTED);
    return switch (now.base()) {
      case Verdict.Determined<Base>(var value, var grounds) ->
          new Explanation(
              majorityOf(value),
              Integer.toString(value.majority()),
              register.law.majorityRules(),
              grounds.entries(),
              List.of(base));
      case Verdict.Alternatives<Base>(var answers) ->
          new Explanation(
              Sentence.of("The majority has alternatives"),
              String.join(
                  " or ",
                  answers.stream().map(a -> Integer.toString(a.value().majority())).toList()),
              register.law.majorityRules(),
              List.of(),
              Stream.concat(
                      answers.stream()
                          .map(
                              a ->
                                  Explanation.leaf(
                                      Sentence.of(
                                          "{n} of {n}: {t}",
                                          a.value().majority(),
                                          a.value().electors(),
                                          Sentence.of(a.why())),
                                      Integer.toString(a.value().majority()),
                                      a.grounds().rules(),
                                      a.grounds().entries())),
                      Stream.of(base))
                  .toList());
      case Verdict.NotYet<Base>(var missing, var grounds) ->
          Explanation.leaf(
              Sentence.of("Missing: {t}", Missing.sentences(missing)),
              "",
              grounds.rules(),
              grounds.entries());
      case Verdict.NoRule<Base>(var why, var grounds) ->
          Explanation.leaf(
              Sentence.of("No rule: {t}", why), "", grounds.rules(), grounds.entries());
    };
  }

  /** The majority, with how many of the base have voted, where not all have: they stay in it. */
  private Sentence majorityOf(Base base) {
    String form = "{n} is the majority of {n} electors appointed";
    Standing.ElectorFigures electors = standing.electors();
    if (electors.provisional())
      return Sentence.of(form + ", as far as is known", base.majority(), base.electors());
    if (electors.cast().isEmpty() || electors.cast().getAsInt() == base.electors())
      return Sentence.of(form, base.majority(), base.electors());
    return Sentence.of(
        form + ", of whom {n} voted", base.majority(), base.electors(), electors.cast().getAsInt());
  }

  private Explanation number(Figure.Electors number) {
    ElectorNumbers numbers = new ElectorNumbers(now);
    List<Explanation> parts = new ArrayList<>();
    for (Electors electors : now.college().electors()) {
      OptionalInt known = numbers.of(number, electors);
      if (known.isEmpty()) continue;
      boolean rests = electors.entitled() > 0 && numbers.told(number, electors).isPresent();
      if (known.getAsInt() == 0 && !rests) continue;
      boolean implied =
          number == Figure.Electors.APPOINTED
              && now.facts(electors.jurisdiction()).appointmentIsImplied();
      parts.add(
          Explanation.leaf(
              RungExplained.electors(electors.jurisdiction(), known.getAsInt(), implied),
              Integer.toString(known.getAsInt()),
              List.of(),
              evidence(number, electors.jurisdiction())));
    }
    List<String> lacking = numbers.lacking(number);
    if (!lacking.isEmpty())
      parts.add(
          Explanation.leaf(
              Sentence.of("not known of {x}", String.join(", ", lacking)),
              "",
              List.of(),
              List.of()));
    String word = number.name().toLowerCase(Locale.ROOT);
    List<String> rules =
        switch (number) {
          case ENTITLED -> register.law.allotmentRules();
          case APPOINTED -> rungs.rules(Rung.ASCERTAINED);
          case CAST -> rungs.rules(Rung.VOTED);
          case COUNTED -> rungs.rules(Rung.COUNTED);
        };
    OptionalInt sum = numbers.sum(number);
    Sentence text =
        sum.isEmpty()
            ? Sentence.of("How many electors are " + word + " this record does not tell")
            : Sentence.of(
                "{n} electors " + word + (lacking.isEmpty() ? "" : ", as far as is known"),
                sum.getAsInt());
    return new Explanation(
        text, sum.isEmpty() ? "" : Integer.toString(sum.getAsInt()), rules, List.of(), parts);
  }

  private List<Long> evidence(Figure.Electors number, String jurisdiction) {
    JurisdictionFacts facts = now.facts(jurisdiction);
    return switch (number) {
      case ENTITLED -> List.of();
      case APPOINTED -> facts.appointedBy();
      case CAST -> facts.cast().map(found -> List.of(found.entry().index())).orElse(List.of());
      case COUNTED ->
          facts.counted().map(found -> List.of(found.entry().index())).orElse(List.of());
    };
  }

  private Explanation chosen(Office office) {
    Standing.Outcome outcome =
        office == Office.PRESIDENT ? standing.president() : standing.vicePresident();
    return switch (outcome.verdict()) {
      case Verdict.Determined<Choice>(var choice, var grounds) ->
          new Explanation(
              withStage("{x} is chosen {t}", outcome, person(choice.candidate()), by(choice)),
              choice.candidate(),
              grounds.rules(),
              grounds.entries(),
              List.of(majority()));
      case Verdict.Alternatives<Choice>(var answers) ->
          new Explanation(
              outcome
                  .candidate()
                  .map(c -> withStage("{x} is chosen in every alternative", outcome, person(c)))
                  .orElse(Sentence.of("There are alternatives")),
              outcome.candidate().orElse(""),
              List.of(),
              List.of(),
              Stream.concat(
                      answers.stream()
                          .map(
                              a ->
                                  Explanation.leaf(
                                      Sentence.of(
                                          "{x} " + by(a.value()) + ": {t}",
                                          person(a.value().candidate()),
                                          Sentence.of(a.why())),
                                      a.value().candidate(),
                                      a.grounds().rules(),
                                      a.grounds().entries())),
                      Stream.of(majority()))
                  .toList());
      case Verdict.NotYet<Choice>(var missing, var grounds) ->
          new Explanation(
              Sentence.of("Nobody is chosen yet; missing: {t}", Missing.sentences(missing)),
              "",
              grounds.rules(),
              grounds.entries(),
              List.of(majority()));
      case Verdict.NoRule<Choice>(var why, var grounds) ->
          Explanation.leaf(
              Sentence.of("No rule: {t}", why), "", grounds.rules(), grounds.entries());
    };
  }

  private static Sentence withStage(String form, Standing.Outcome outcome, Object... blanks) {
    return outcome
        .stage()
        .map(
            rung ->
                Sentence.of(
                    form + "; stage: {s}",
                    Stream.concat(Stream.of(blanks), Stream.of(rung.word())).toArray()))
        .orElseGet(() -> Sentence.of(form, blanks));
  }

  private static Sentence by(Choice choice) {
    return switch (choice.by()) {
      case ELECTORS -> Sentence.of("by a majority of the electors");
      case HOUSE -> Sentence.of("by the House");
      case SENATE -> Sentence.of("by the Senate");
      case RUNNER_UP -> Sentence.of("as second of the electors' votes");
    };
  }

  /** The short name of a candidate. */
  private String person(String candidate) {
    return register.header.candidates().stream()
        .filter(each -> each.id().equals(candidate))
        .findFirst()
        .map(Candidate::shortName)
        .orElseGet(() -> Candidate.shortName(candidate, candidate));
  }

  private Explanation stage(String unit) {
    JurisdictionFacts facts = now.facts(Unit.jurisdictionOf(unit));
    Set<Long> entries = new LinkedHashSet<>();
    facts.counted().ifPresent(found -> entries.add(found.entry().index()));
    facts.returnsOfElectors().forEach(found -> entries.add(found.entry().index()));
    facts.ascertainment().ifPresent(found -> entries.add(found.entry().index()));
    facts.certification(unit).ifPresent(found -> entries.add(found.entry().index()));
    Tallies.Node node = now.tallies().find(unit);
    if (node != null) node.statements().forEach(statement -> entries.add(statement.index()));
    Optional<Rung> stage = now.stage(unit);
    return Explanation.leaf(
        stage
            .map(rung -> Sentence.of("{x} stands at: {s}", unit, rung.word()))
            .orElseGet(() -> Sentence.of("{x} has no facts yet", unit)),
        stage.map(Rung::word).orElse(""),
        stage.map(rungs::rules).orElse(List.of()),
        List.copyOf(entries));
  }

  private Explanation settled(String unit) {
    Standing.UnitRow row =
        standing.units().stream()
            .filter(each -> each.unit().id().equals(unit))
            .findFirst()
            .orElseThrow();
    return new SettledExplained(now, this::person).of(row);
  }

  private Explanation settled() {
    List<Explanation> parts = new ArrayList<>();
    String settledFor = "";
    for (int c = 0; c < register.candidates.size(); c++)
      if (now.settled(c)) settledFor = register.candidates.get(c);
    for (Unit unit : register.law.units()) parts.add(settled(unit.id()));
    return new Explanation(
        settledFor.isEmpty()
            ? Sentence.of("No candidate has a majority of electors from units that are settled")
            : Sentence.of("Units that are settled give {x} a majority", person(settledFor)),
        settledFor,
        List.of(),
        List.of(),
        parts);
  }

  /** The rules that an explanation names, from the law in force. */
  public Optional<Rule<?>> rule(String id) {
    return law.rules().stream()
        .filter(rule -> rule.id().equals(id))
        .<Rule<?>>map(rule -> rule)
        .findFirst();
  }
}
