package org.ascertain.answers;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ascertain.condition.Condition;
import org.ascertain.condition.Condition.AtLeast;
import org.ascertain.condition.Condition.CalledBy;
import org.ascertain.condition.Condition.Declared;
import org.ascertain.condition.Condition.InOffice;
import org.ascertain.condition.Evaluation;
import org.ascertain.condition.Evaluation.Turn;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Call;
import org.ascertain.election.Fact.ContingentBallot;
import org.ascertain.election.Fact.ElectorVotes;
import org.ascertain.election.Unit;
import org.ascertain.law.Choice;
import org.ascertain.law.Verdict;
import org.ascertain.standing.History;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Standing;
import org.ascertain.standing.Turn.Edge;

/** When did it become official? Every usual meaning, and when each came true. */
public final class OfficialTable {

  /** One meaning, and one of its turns; a meaning that came true twice has two rows. */
  public record Row(String meaning, String candidate, String since) {}

  private final History history;
  private final Names names;
  private final boolean goesOn;

  /**
   * Asks a history.
   *
   * @param goesOn whether it is cut off, so that what has not come true may come yet
   */
  public OfficialTable(History history, boolean goesOn) {
    this.history = history;
    this.goesOn = goesOn;
    this.names = new Names(history.header());
  }

  /** Prints it, a meaning that has several rows named once. */
  public void print(PrintWriter out) {
    String meaning = "";
    List<Evaluation> answers = answers();
    for (Row row : rows(answers)) {
      out.printf(
          "  %-24s%-10s %s%n",
          row.meaning().equals(meaning) ? "" : row.meaning(), row.candidate(), row.since());
      meaning = row.meaning();
    }
    rivals(answers).ifPresent(note -> out.println("  " + note));
  }

  /** Why one stage can name somebody and a later one somebody else: rival returns, as in 1876. */
  private Optional<String> rivals(List<Evaluation> answers) {
    long persons =
        answers.stream()
            .filter(answer -> answer.condition() instanceof AtLeast)
            .flatMap(answer -> answer.turns().stream())
            .map(Turn::candidate)
            .distinct()
            .count();
    SortedMap<String, Set<String>> returns = new TreeMap<>();
    for (Entry entry : history.besidesReturns())
      if (entry.fact() instanceof ElectorVotes votes)
        votes
            .slate()
            .ifPresent(
                slate ->
                    returns
                        .computeIfAbsent(votes.jurisdiction(), place -> new TreeSet<>())
                        .add(slate));
    returns.values().removeIf(slates -> slates.size() < 2);
    if (persons < 2 || returns.isEmpty()) return Optional.empty();
    return Optional.of(
        "More than one return came from %s; until Congress had decided between them, stages could"
                .formatted(String.join(", ", returns.keySet()))
            + " name different persons.");
  }

  /** The whole answer for people to read. */
  public void print(Caveat caveat, PrintWriter out, TextLayout layout) {
    out.println(layout.bold(history.header().election() + ": when did it become official?"));
    caveat.print(out);
    print(out);
  }

  /** The whole answer for programs. */
  public String json(Caveat caveat) {
    return JsonAnswer.object(
        json -> {
          caveat.write(json);
          json.text("election", history.header().election());
          write(json);
        });
  }

  /** Writes its meanings inside an object that has been begun, each with its turns. */
  public void write(JsonAnswer json) throws IOException {
    Iterator<String> meaning = meanings().keySet().iterator();
    json.list(
        "meanings",
        answers(),
        answer -> {
          json.text("meaning", meaning.next());
          TurnsJson.write(json, history.header(), answer.condition().toString(), answer);
        });
    json.list(
        "chosenByCongress",
        chosenByCongress(),
        row -> {
          json.text("meaning", row.meaning());
          json.text("candidate", row.candidate());
          json.text("since", row.since());
        });
  }

  /** Each meaning with its turns, in the order in which they are usually asked for. */
  public List<Row> rows() {
    return rows(answers());
  }

  /** What each of {@link #meanings} came to, in their order. */
  private List<Evaluation> answers() {
    return Evaluation.of(List.copyOf(meanings().values()), history);
  }

  private List<Row> rows(List<Evaluation> answers) {
    List<Row> rows = new ArrayList<>();
    Iterator<String> meaning = meanings().keySet().iterator();
    for (Evaluation answer : answers) {
      String of = meaning.next();
      if (answer.condition() instanceof InOffice) rows.addAll(chosenByCongress());
      rows.addAll(rows(of, answer));
    }
    return rows;
  }

  /** Where the electors did not choose: when the House or the Senate did. */
  private List<Row> chosenByCongress() {
    boolean held = history.entries().stream().anyMatch(e -> e.fact() instanceof ContingentBallot);
    if (!held) return List.of();
    Standing standing = history.standing();
    return Stream.of(standing.president(), standing.vicePresident())
        .flatMap(outcome -> chosenByCongress(outcome).stream())
        .distinct()
        .toList();
  }

  private Optional<Row> chosenByCongress(Standing.Outcome outcome) {
    return switch (outcome.verdict()) {
      case Verdict.Determined<Choice>(var choice, var grounds) -> chosenBy(choice, grounds);
      case Verdict.Alternatives<Choice>(var answers) ->
          chosenBy(answers.getFirst().value(), answers.getFirst().grounds());
      case Verdict.NotYet<Choice> v -> Optional.empty();
      case Verdict.NoRule<Choice> v -> Optional.empty();
    };
  }

  private Optional<Row> chosenBy(Choice choice, Verdict.Grounds grounds) {
    if (choice.by() != Choice.By.HOUSE && choice.by() != Choice.By.SENATE) return Optional.empty();
    return history.entries().stream()
        .filter(entry -> grounds.entries().contains(entry.index()))
        .filter(entry -> entry.fact() instanceof ContingentBallot)
        .reduce((earlier, later) -> later)
        .map(
            entry ->
                new Row(
                    "chosen by the " + (choice.by() == Choice.By.HOUSE ? "House" : "Senate"),
                    names.of(choice.candidate()),
                    TimeText.full(entry.fact().attestation())));
  }

  private SequencedMap<String, Condition> meanings() {
    SequencedMap<String, Condition> meanings = new LinkedHashMap<>();
    meanings.put("a majority as reported", majority(Rung.REPORTED));
    List<String> callers = nationalCallers();
    Optional<String> reference = history.header().caller();
    if (callers.isEmpty() && reference.isPresent())
      meanings.put("a majority as called", majority(Rung.CALLED));
    reference
        .filter(callers::contains)
        .ifPresent(
            caller ->
                meanings.put(
                    "presidency, by " + caller, new CalledBy(Optional.empty(), List.of(caller))));
    if (callers.size() > 1)
      meanings.put(
          callers.size() == history.header().callers().size()
              ? "presidency, by all " + callers.size()
              : "presidency, by " + callers.size() + " of " + history.header().callers().size(),
          new CalledBy(Optional.empty(), callers));
    meanings.put("a majority certified", majority(Rung.CERTIFIED));
    meanings.put("a majority ascertained", majority(Rung.ASCERTAINED));
    meanings.put("a majority voted", majority(Rung.VOTED));
    meanings.put("a majority counted", majority(Rung.COUNTED));
    meanings.put("declared", new Declared());
    meanings.put("in office", new InOffice());
    return meanings;
  }

  private static Condition majority(Rung rung) {
    return new AtLeast(rung, OptionalInt.empty());
  }

  private List<String> nationalCallers() {
    Set<String> callers = new LinkedHashSet<>();
    for (Entry entry : history.entries())
      if (entry.fact() instanceof Call call && call.unit().equals(Unit.NATION))
        callers.add(call.caller());
    return List.copyOf(callers);
  }

  private List<Row> rows(String meaning, Evaluation answer) {
    return switch (answer.answer()) {
      case HELD -> answer.turns().stream().map(turn -> row(meaning, turn)).toList();
      case UNKNOWN ->
          List.of(
              answer.condition() instanceof InOffice && (goesOn || isBeforeTheTerm())
                  ? new Row(meaning, "nobody", never())
                  : new Row(meaning, "not known", "not in this record"));
      case NEVER -> List.of(new Row(meaning, "nobody", never()));
    };
  }

  /** What has not come true may come yet until the term begins. */
  private String never() {
    if (goesOn) return "not by then";
    return isBeforeTheTerm() ? "not yet" : "never";
  }

  private boolean isBeforeTheTerm() {
    return history.end() < history.law().termBegins();
  }

  private Row row(String meaning, Turn turn) {
    String undone =
        turn.until()
            .map(until -> ", undone " + edge(until) + (turn.atEarliest() ? " at the earliest" : ""))
            .orElse("");
    String latest = turn.atLatest() ? "at the latest " : "";
    return new Row(meaning, names.of(turn.candidate()), latest + edge(turn.since()) + undone);
  }

  private static String edge(Edge edge) {
    return FactText.time(edge.given(), edge.entry());
  }
}
