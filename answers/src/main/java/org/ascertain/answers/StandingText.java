package org.ascertain.answers;

import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.ascertain.election.Fact.ChallengeKind;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Fact.Subject;
import org.ascertain.election.Fraction;
import org.ascertain.election.Votes;
import org.ascertain.election.When;
import org.ascertain.law.Base;
import org.ascertain.law.Choice;
import org.ascertain.law.DeadlineKind;
import org.ascertain.law.Law;
import org.ascertain.law.Missing;
import org.ascertain.law.Verdict;
import org.ascertain.standing.Figure;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Standing;
import org.ascertain.standing.Standing.ChallengeRow;
import org.ascertain.standing.Standing.Outcome;
import org.ascertain.standing.Standing.PopularVote;

/** A standing for people to read. */
public final class StandingText {

  private final Header header;
  private final Names names;
  private final UnitText units;
  private final Standing standing;
  private final PrintWriter out;
  private final TextLayout layout;

  public StandingText(Header header, Standing standing, PrintWriter out, TextLayout layout) {
    this.header = header;
    this.names = new Names(header);
    this.units = new UnitText(standing.electors().asFarAsKnown(), names, out, layout);
    this.standing = standing;
    this.out = out;
    this.layout = layout;
  }

  /**
   * Prints all of it, or of one unit.
   *
   * @param at the moment as it was asked for
   * @param known as it was asked for; absent where everything in the record was
   */
  public void print(When at, Optional<When> known, Optional<String> unit, Caveat caveat) {
    out.println(
        layout.bold(header.election())
            + ", as of "
            + TimeText.full(at, false)
            + endOf(at)
            + known.map(k -> ", as known on " + TimeText.full(k, false) + endOf(k)).orElse(""));
    caveat.print(out);
    if (unit.isPresent()) {
      standing.units().stream()
          .filter(row -> row.unit().id().equals(unit.get()))
          .forEach(
              row -> {
                units.inFull(row);
                if (row.unit().atLarge()) {
                  new DeadlineText(out).print(standing.deadlines(), row.unit().jurisdiction());
                  new DeadlineText(out).print(standing.stateDeadlines(), row.unit().jurisdiction());
                  law(row.unit().jurisdiction());
                }
              });
      return;
    }
    out.println();
    new LadderText(header, standing, out, layout).print();
    out.println();
    out.println("Electors: " + electors());
    outcome("President", standing.president());
    outcome("Vice President", standing.vicePresident());
    popularVote();
    new DeadlineText(out).print(standing.deadlines());
    new DeadlineText(out).printLate(standing.stateDeadlines(), notCertified());
    challenges();
    out.println();
    units.table(standing.units());
    units.fourNumbers(standing.units());
  }

  private Set<String> notCertified() {
    return standing.units().stream()
        .filter(row -> row.unit().atLarge())
        .filter(row -> row.stage().filter(stage -> stage.compareTo(Rung.CERTIFIED) >= 0).isEmpty())
        .map(row -> row.unit().jurisdiction())
        .collect(Collectors.toSet());
  }

  private void law(String jurisdiction) {
    Law.of(standing.law())
        .flatMap(law -> law.state(jurisdiction))
        .ifPresent(
            law -> {
              out.println("Its law, as far as it was gathered:");
              StateLawText.values(law, out, layout);
            });
  }

  private static String endOf(When when) {
    return when instanceof When.OnDay ? " (end of the day)" : "";
  }

  public String electors() {
    Standing.ElectorFigures e = standing.electors();
    String base =
        switch (e.base()) {
          case Verdict.Determined<Base>(var b, var grounds) ->
              "%d of %d elect%s"
                  .formatted(
                      b.majority(), b.electors(), e.provisional() ? ", as far as is known" : "");
          case Verdict.Alternatives<Base>(var answers) ->
              answers.stream()
                  .map(
                      a ->
                          "%d of %d (%s)"
                              .formatted(a.value().majority(), a.value().electors(), a.why()))
                  .reduce((a, b) -> a + ", or " + b)
                  .orElse("");
          case Verdict.NotYet<Base>(var missing, var grounds) ->
              "the base is not known yet: " + String.join(", ", Missing.words(missing, names::of));
          case Verdict.NoRule<Base>(var why, var grounds) -> "no rule gives the base: " + why;
        };
    return "%d entitled, %s, %s, %s; %s"
        .formatted(
            e.entitled(),
            number(e, Figure.Electors.APPOINTED, e.appointed()),
            number(e, Figure.Electors.CAST, e.cast()),
            number(e, Figure.Electors.COUNTED, e.counted()),
            base);
  }

  private static String number(
      Standing.ElectorFigures electors, Figure.Electors number, OptionalInt known) {
    String word = EnumWords.of(number);
    if (known.isEmpty()) return word + " not known";
    return known.getAsInt()
        + " "
        + word
        + (electors.asFarAsKnown().contains(number) ? " as far as is known" : "");
  }

  private void outcome(String office, Outcome outcome) {
    out.println(office + ": " + sentence(outcome));
  }

  public String sentence(Outcome outcome) {
    return switch (outcome.verdict()) {
      case Verdict.Determined<Choice>(var choice, var grounds) -> chosen(choice) + stage(outcome);
      case Verdict.Alternatives<Choice>(var answers)
          when answers.stream().map(Verdict.Alternative::value).distinct().count() == 1 ->
          chosen(answers.getFirst().value())
              + " ("
              + String.join(", and ", answers.stream().map(Verdict.Alternative::why).toList())
              + ")"
              + stage(outcome);
      case Verdict.Alternatives<Choice>(var answers) ->
          answers.stream()
                  .map(a -> chosen(a.value()) + " (" + a.why() + ")")
                  .distinct()
                  .reduce((a, b) -> a + "; or " + b)
                  .orElse("")
              + stage(outcome);
      case Verdict.NotYet<Choice>(var missing, var grounds) ->
          (mayHaveVoted() ? "not known from this record; " : "not decided; ") + missing(missing);
      case Verdict.NoRule<Choice>(var why, var grounds) -> "no rule: " + why;
    };
  }

  private String chosen(Choice choice) {
    return names.full(choice.candidate())
        + switch (choice.by()) {
          case ELECTORS -> ", by a majority of the electors";
          case HOUSE -> ", chosen by the House";
          case SENATE -> ", chosen by the Senate";
          case RUNNER_UP -> ", with the second most votes of the electors";
        };
  }

  /** By whom somebody is chosen, in a word; a dash where nobody is. */
  public static String by(Outcome outcome) {
    return switch (outcome.verdict()) {
      case Verdict.Determined<Choice>(var choice, var grounds) -> EnumWords.of(choice.by());
      case Verdict.Alternatives<Choice>(var answers) ->
          answers.stream()
              .map(a -> EnumWords.of(a.value().by()))
              .distinct()
              .reduce((a, b) -> a + " or " + b)
              .orElse("-");
      case Verdict.NotYet<Choice> v -> "-";
      case Verdict.NoRule<Choice> v -> "-";
    };
  }

  private static String stage(Outcome outcome) {
    return outcome.stage().map(rung -> "; stage: " + rung.word()).orElse("");
  }

  /** Whether electors may have cast votes that are not in the record. */
  private boolean mayHaveVoted() {
    return standing.electors().asFarAsKnown().contains(Figure.Electors.CAST);
  }

  /** Where no elector has voted that is all there is to say, whatever states there are. */
  private String missing(List<Missing> missing) {
    boolean nobodyVoted =
        standing.electors().cast().orElse(0) == 0
            && missing.stream().anyMatch(Missing.ElectorsVotes.class::isInstance);
    if (!nobodyVoted) return "missing " + shortened(Missing.words(missing, names::of));
    return mayHaveVoted()
        ? "it holds no electors' votes"
        : "no electors have voted in this record" + meeting();
  }

  private String meeting() {
    return Law.of(standing.law())
        .flatMap(law -> law.deadline(DeadlineKind.MEET))
        .map(due -> " (they meet " + TimeText.day(due.day()) + ")")
        .orElse("");
  }

  private static String shortened(List<String> missing) {
    if (missing.size() <= 3) return String.join(", ", missing);
    return String.join(", ", missing.subList(0, 3)) + " and " + (missing.size() - 3) + " more";
  }

  private void popularVote() {
    popularVoteSentence().ifPresent(sentence -> out.println("Popular vote: " + sentence));
    List<String> differing =
        standing.units().stream()
            .flatMap(row -> row.below().stream())
            .flatMap(below -> below.differing().stream())
            .map(Standing.Differing::unit)
            .toList();
    if (!differing.isEmpty())
      out.println(
          "Figures differ in %s: %s; --unit tells how"
              .formatted(
                  Names.several(differing.size(), "reporting unit", "reporting units"),
                  first(differing)));
  }

  private static String first(List<String> units) {
    int most = 8;
    return units.size() <= most
        ? String.join(", ", units)
        : String.join(", ", units.subList(0, most)) + " and %d more".formatted(units.size() - most);
  }

  /** The popular vote in a clause, where anybody voted. */
  public Optional<String> popularVoteSentence() {
    PopularVote vote = standing.popularVote();
    Votes votes = vote.votes();
    if (votes.sum() == 0) return Optional.empty();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < votes.size(); i++)
      text.append(i == 0 ? "" : ", ")
          .append(names.of(votes.ids().get(i)))
          .append(' ')
          .append(Names.number(votes.count(i)))
          .append(" (%s%%)".formatted(new Fraction(votes.count(i), vote.whole()).percent(1)));
    if (vote.other().orElse(0) > 0)
      text.append(", others ").append(Names.number(vote.other().getAsLong()));
    text.append(
        switch (vote.shareOf()) {
          case ALL -> "; shares of all votes";
          case NAMED -> "; shares of the votes for the named candidates";
        });
    if (vote.sums() > 0)
      text.append(
          ", of %s by a sum that nobody printed"
              .formatted(Names.several(vote.sums(), "state", "states")));
    text.append(
        ", from %s and %s"
            .formatted(
                Names.several(vote.certified(), "certificate", "certificates"),
                Names.several(vote.reported(), "tally", "tallies")));
    if (!vote.exact() && vote.sums() == 0) text.append(", some figures are not exact");
    return Optional.of(text.toString());
  }

  private void challenges() {
    if (standing.challenges().isEmpty()) return;
    List<ChallengeRow> open = standing.challenges().stream().filter(ChallengeRow::open).toList();
    out.println(
        "Challenges: %d filed, %d open%s"
            .formatted(standing.challenges().size(), open.size(), open.isEmpty() ? "" : ":"));
    subjects().ifPresent(out::println);
    for (ChallengeRow row : open)
      out.printf(
          "  %s %s, %s%s%n",
          row.challenge().id(),
          row.challenge().name(),
          String.join(" ", row.challenge().units()),
          stake(row));
  }

  /** How many challenges are about what; one may be about several things. */
  private Optional<String> subjects() {
    Map<Subject, Integer> about = new EnumMap<>(Subject.class);
    for (ChallengeRow row : standing.challenges())
      for (Subject subject : row.challenge().subject()) about.merge(subject, 1, Integer::sum);
    return about.isEmpty()
        ? Optional.empty()
        : Optional.of(
            about.entrySet().stream()
                .map(each -> EnumWords.of(each.getKey()) + " " + each.getValue())
                .collect(Collectors.joining(", ", "  about ", "")));
  }

  private static String stake(ChallengeRow row) {
    return row.challenge().kind() == ChallengeKind.LAWSUIT
        ? ""
        : " (" + FactText.kind(row.challenge().kind()) + ")";
  }
}
