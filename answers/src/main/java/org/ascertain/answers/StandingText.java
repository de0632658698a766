package org.ascertain.answers;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ascertain.election.Fact.ChallengeKind;
import org.ascertain.election.Fact.Extent;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Fact.Subject;
import org.ascertain.election.Fraction;
import org.ascertain.election.Ticket;
import org.ascertain.election.Votes;
import org.ascertain.election.When;
import org.ascertain.law.Base;
import org.ascertain.law.Choice;
import org.ascertain.law.DeadlineKind;
import org.ascertain.law.Law;
import org.ascertain.law.Missing;
import org.ascertain.law.Verdict;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Standing;
import org.ascertain.standing.Standing.CallerFigures;
import org.ascertain.standing.Standing.ChallengeRow;
import org.ascertain.standing.Standing.Majority;
import org.ascertain.standing.Standing.Outcome;
import org.ascertain.standing.Standing.PopularVote;
import org.ascertain.standing.Standing.RungFigures;

/** A standing for people to read. */
public final class StandingText {

  private static final int MOST_CANDIDATES = 4;

  /** Whoever has no electors yet has a column all the same, as far as there are two. */
  private static final int FEWEST_CANDIDATES = 2;

  private static final int NAME = 16;
  private static final int COLUMN = 12;
  private static final int NUMBER = 9;

  /** Below so many columns the ladder is set close, and its entries are left to {@code explain}. */
  private static final int NARROW = 100;

  private static final int CLOSE = 3;
  private static final String UNKNOWN = "  unknown";
  private static final String OTHERS = "others";

  private final Header header;
  private final Names names;
  private final UnitText units;
  private final Standing standing;
  private final PrintWriter out;
  private final TextLayout layout;
  private final List<String> leading;

  public StandingText(Header header, Standing standing, PrintWriter out, TextLayout layout) {
    this.header = header;
    this.names = new Names(header);
    this.units = new UnitText(names, out, layout);
    this.standing = standing;
    this.out = out;
    this.layout = layout;
    List<String> withElectors =
        standing.ladder().stream()
            .flatMap(rung -> rung.electors().ids().stream())
            .distinct()
            .sorted((a, b) -> Long.compare(most(b), most(a)))
            .limit(MOST_CANDIDATES)
            .toList();
    this.leading =
        Stream.concat(
                withElectors.stream(),
                byVotes()
                    .filter(id -> !withElectors.contains(id))
                    .limit(missingColumns(withElectors)))
            .toList();
  }

  private static int missingColumns(List<String> withElectors) {
    return Math.max(0, FEWEST_CANDIDATES - withElectors.size());
  }

  /** Those who stand for President: who has the most votes first, then as on the ballot. */
  private Stream<String> byVotes() {
    Votes votes = standing.popularVote().votes();
    return header.tickets().stream()
        .map(Ticket::president)
        .distinct()
        .sorted((a, b) -> Long.compare(votes.count(b).orElse(0), votes.count(a).orElse(0)));
  }

  private long most(String candidate) {
    return standing.ladder().stream()
        .mapToLong(rung -> rung.electors().count(candidate).orElse(0))
        .max()
        .orElse(0);
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
    ladder();
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

  private void ladder() {
    out.print("  " + padded("stage"));
    leading.forEach(id -> out.print(column(id, names.of(id))));
    if (hasOthers()) out.print(column(OTHERS));
    out.print(column("open"));
    if (hasUnknown()) out.print(UNKNOWN);
    out.println(gap() + "majority of " + majority());
    for (RungFigures rung : standing.ladder().reversed()) rung(rung);
  }

  private boolean isNarrow() {
    return layout.width() < NARROW;
  }

  private String gap() {
    return isNarrow() ? "  " : "   ";
  }

  /** Whether anybody has electors who has no column of his own. */
  private boolean hasOthers() {
    return standing.ladder().stream().anyMatch(rung -> others(rung) > 0);
  }

  private long others(RungFigures rung) {
    long shown = leading.stream().mapToLong(id -> rung.electors().count(id).orElse(0)).sum();
    return rung.electors().sum() - shown;
  }

  private boolean hasUnknown() {
    return standing.ladder().stream().anyMatch(rung -> isHeld(rung) && rung.unknown() > 0);
  }

  /** Whether the record holds anything of a rung, or says that there is nothing to hold. */
  private static boolean isHeld(RungFigures rung) {
    return rung.held().extent() != Extent.NONE
        || !rung.electors().isEmpty()
        || !rung.implied().isEmpty()
        || rung.holder().isPresent();
  }

  private String majority() {
    return switch (standing.electors().base()) {
      case Verdict.Determined<Base>(var base, var grounds) -> base.majority() + " since";
      case Verdict.Alternatives<Base>(var answers) ->
          answers.stream()
                  .map(a -> Integer.toString(a.value().majority()))
                  .distinct()
                  .reduce((a, b) -> a + " or " + b)
                  .orElse("")
              + " since";
      case Verdict.NotYet<Base> v -> "the electors since";
      case Verdict.NoRule<Base> v -> "the electors since";
    };
  }

  private static String name(RungFigures rung) {
    return rung.rung().word().replace('-', ' ') + rung.caller().map(c -> " by " + c).orElse("");
  }

  /** As wide as the longest name of a rung, which has its caller's. */
  private String padded(String name) {
    int longest =
        standing.ladder().stream().map(StandingText::name).mapToInt(String::length).max().orElse(0);
    int least = isNarrow() ? NAME - CLOSE : NAME;
    return name + " ".repeat(Math.max(least, longest + 1) - name.length());
  }

  private String column(String candidate, String text) {
    int least = isNarrow() ? COLUMN - CLOSE : COLUMN;
    int width = Math.max(least, names.of(candidate).length() + 2);
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }

  private void rung(RungFigures rung) {
    out.print("  " + padded(name(rung)));
    if (!isHeld(rung)) {
      out.println("  not in this record");
      return;
    }
    for (String id : leading) {
      long electors = rung.electors().count(id).orElse(0);
      out.print(
          column(
              id,
              rung.rung() == Rung.IN_OFFICE
                  ? holds(rung, id)
                  : electors == 0 ? "-" : Long.toString(electors)));
    }
    if (hasOthers()) out.print(column(number(others(rung))));
    out.print(column(number(rung.open())));
    if (hasUnknown()) out.printf("%" + UNKNOWN.length() + "s", number(rung.unknown()));
    out.println(
        rung.majority()
                .map(
                    m ->
                        gap()
                            + names.of(m.candidate())
                            + ", "
                            + since(rung.rung(), m)
                            + (isNarrow() ? "" : " (entry %d)".formatted(m.by().index())))
                .orElseGet(() -> called(rung))
            + implied(rung));
  }

  private String column(String text) {
    int width = isNarrow() ? NUMBER - CLOSE : NUMBER;
    return " ".repeat(Math.max(2, width - text.length())) + text;
  }

  private static String number(long electors) {
    return electors == 0 ? "" : Long.toString(electors);
  }

  /** Whom the caller calls the presidency for, and how many of his calls the record lacks. */
  private String called(RungFigures rung) {
    Optional<CallerFigures> own =
        rung.caller().flatMap(id -> Optional.ofNullable(rung.callers().get(id)));
    if (own.isEmpty()) return "";
    List<String> parts = new ArrayList<>();
    own.get()
        .presidency()
        .ifPresent(
            call ->
                parts.add(
                    "the presidency for %s, %s"
                        .formatted(
                            names.of(call.candidate()),
                            FactText.time(call.by().fact().attestation().at(), call.by()))));
    if (rung.held().extent() != Extent.COMPLETE && own.get().units() < own.get().of())
      parts.add("%d of %d unit calls in this record".formatted(own.get().units(), own.get().of()));
    return parts.isEmpty() ? "" : gap() + String.join("; ", parts);
  }

  private static String since(Rung rung, Majority majority) {
    return (rung.isImpliedBy(majority.by().fact()) ? "at the latest " : "")
        + FactText.time(majority.since(), majority.by());
  }

  private static String holds(RungFigures rung, String id) {
    return rung.holder().filter(id::equals).isPresent() ? "yes" : "";
  }

  private String implied(RungFigures rung) {
    return rung.implied().isEmpty()
        ? ""
        : layout.faint("  %d inferred from a later fact".formatted(rung.implied().size()));
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
              "the base is not known yet: " + String.join(", ", Missing.words(missing));
          case Verdict.NoRule<Base>(var why, var grounds) -> "no rule gives the base: " + why;
        };
    return "%d entitled, %d appointed, %d cast, %d counted; %s"
        .formatted(e.entitled(), e.appointed(), e.cast(), e.counted(), base);
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
      case Verdict.NotYet<Choice>(var missing, var grounds) -> "not decided; " + missing(missing);
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

  /** Before any elector voted that is all there is to say, whatever states there are. */
  private String missing(List<Missing> missing) {
    boolean nobodyVoted =
        standing.electors().cast() == 0
            && missing.stream().anyMatch(Missing.ElectorsVotes.class::isInstance);
    return nobodyVoted
        ? "no electors have voted in this record" + meeting()
        : "missing " + shortened(Missing.words(missing));
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
