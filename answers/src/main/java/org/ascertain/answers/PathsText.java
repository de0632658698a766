package org.ascertain.answers;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ascertain.audit.Holding;
import org.ascertain.audit.Paths;
import org.ascertain.audit.Reversal;
import org.ascertain.audit.Unreadable;
import org.ascertain.audit.Ways;
import org.ascertain.election.Caller;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;
import org.ascertain.election.When;
import org.ascertain.law.Law;
import org.ascertain.standing.History;
import org.ascertain.standing.UnitCalls;

/** What ways to a majority are open, and what would undo the one there is. */
public final class PathsText implements InTwoForms {

  private static final int WIDTH = 80;

  private final Header header;
  private final When moment;
  private final Caveat caveat;
  private final Paths paths;
  private final Ways ways;
  private final Names names;

  /**
   * By what has gone furthest.
   *
   * @param moment as of when
   */
  public PathsText(History history, When moment, Caveat caveat) {
    this(history, moment, caveat, Paths.at(history, moment.effective()));
  }

  private PathsText(History history, When moment, Caveat caveat, Paths paths) {
    this.header = history.header();
    this.moment = moment;
    this.caveat = caveat;
    this.paths = paths;
    this.ways = paths.ways();
    this.names = new Names(header);
  }

  /**
   * By the calls of one caller, where one is asked for.
   *
   * @param caller as people write it
   * @throws Unreadable if the record has no such caller
   */
  public static PathsText by(Optional<String> caller, History history, When moment, Caveat caveat)
      throws Unreadable {
    if (caller.isEmpty()) return new PathsText(history, moment, caveat);
    List<String> callers = history.header().callers().stream().map(Caller::id).toList();
    Optional<Paths> paths =
        callers.stream()
            .filter(caller.get().strip()::equalsIgnoreCase)
            .findFirst()
            .flatMap(id -> Paths.at(history, moment.effective(), id));
    if (paths.isEmpty()) throw new Unreadable(noCaller(caller.get(), callers));
    return new PathsText(history, moment, caveat, paths.get());
  }

  private static String noCaller(String written, List<String> callers) {
    return callers.isEmpty()
        ? "The record of this election has no callers."
        : "'%s' is no caller of this election; it has %s."
            .formatted(written, String.join(", ", callers));
  }

  /** Why there is no answer for elections under a law, if there is none. */
  public static Optional<String> refusal(Law law) {
    return law.votesForPairs()
        ? Optional.of(
            "In %d each elector named two persons without distinction: there are no two sides between which ways could be counted."
                .formatted(law.election()))
        : Optional.empty();
  }

  @Override
  public void print(PrintWriter out, TextLayout layout) {
    out.println(
        layout.bold(
            "Ways to the majority in "
                + header.election()
                + ", as of "
                + TimeText.full(moment, false)));
    caveat.print(out);
    lines(out, "", decided());
    mayLack().ifPresent(sentence -> lines(out, "", sentence));
    if (!ways.open().isEmpty()) printOpen(out);
    printAsCounted(out);
    out.println();
    lines(
        out,
        "",
        "Ways are counted, not weighed; electors are counted as the votes fell, not as they were"
            + " cast.");
  }

  private String decided() {
    Map<String, Integer> electors = new LinkedHashMap<>();
    electors.put(ways.first(), ways.electorsOfFirst());
    electors.put(ways.second(), ways.electorsOfSecond());
    electors.putAll(paths.others());
    return by()
        + ": "
        + figures(electors)
        + (ways.open().isEmpty()
            ? ", no unit open"
            : ", "
                + FactText.electors(ways.openElectors())
                + " of "
                + Names.several(ways.open().size(), "unit", "units")
                + " open")
        + "; "
        + paths.holdings().majority()
        + " of "
        + paths.holdings().electors()
        + " decide.";
  }

  private String by() {
    return paths
        .calls()
        .map(calls -> "By the calls of " + calls.caller())
        .orElse("By certificates and what followed");
  }

  /** What counts as open because the record may lack a call is not known to be open. */
  private Optional<String> mayLack() {
    List<Unit> units = paths.mayLack();
    if (units.isEmpty()) return Optional.empty();
    return Optional.of(
        "The record does not say that it has all calls of %s: in %d of the units that count as open there may have been one."
            .formatted(paths.calls().map(UnitCalls::caller).orElseThrow(), units.size()));
  }

  private String figures(Map<String, Integer> electors) {
    return electors.entrySet().stream()
        .map(each -> names.of(each.getKey()) + " " + each.getValue())
        .collect(Collectors.joining(", "));
  }

  private void printOpen(PrintWriter out) {
    out.println();
    out.println("Of " + Names.several(ways.all(), "way", "ways") + ":");
    way(out, ways.to(ways.first()), names.of(ways.first()) + " has the majority");
    way(out, ways.to(ways.second()), names.of(ways.second()) + " has the majority");
    way(out, ways.toNobody(), "nobody has, and the House would choose");
    out.println();
    out.println("Smallest sets, all else open going to the other:");
    smallest(out, ways.first());
    smallest(out, ways.second());
    out.println();
    lines(
        out,
        "",
        "How often a unit decides, of "
            + Names.several(ways.all() / 2, "setting", "settings")
            + " of the other open units:");
    for (Unit unit : ways.open())
      out.printf(
          "  %-24s %-12s %s%n",
          Names.place(unit.id()), FactText.electors(unit.electors()), decides(ways.decided(unit)));
  }

  private static String decides(long settings) {
    return settings == 0 ? "0: it changes nobody's majority" : Names.number(settings);
  }

  private static void way(PrintWriter out, long number, String what) {
    out.printf("  %s: %s%n", Names.number(number), what);
  }

  private void smallest(PrintWriter out, String candidate) {
    Ways.Smallest smallest = ways.smallest(candidate);
    String sets =
        switch (smallest.size()) {
          case 0 -> smallest.number() == 0 ? "has no way left" : "needs none of them";
          case 1 ->
              (smallest.number() == 1 ? "only " : "any one of ")
                  + smallest.sets().stream()
                      .map(PathsText::places)
                      .collect(Collectors.joining(", "));
          default ->
              smallest.number() == 1
                  ? places(smallest.sets().getFirst()) + ", the only set"
                  : Names.number(smallest.number())
                      + " sets of "
                      + smallest.size()
                      + " units, such as "
                      + places(smallest.sets().getFirst());
        };
    lines(out, "  ", names.of(candidate) + ": " + sets);
  }

  /** "Ohio", "Ohio and Iowa", "Ohio, Iowa and Utah". */
  private static String places(List<Unit> units) {
    List<String> places = units.stream().map(unit -> Names.place(unit.id())).toList();
    int last = places.size() - 1;
    return last < 1
        ? String.join("", places)
        : String.join(", ", places.subList(0, last)) + " and " + places.get(last);
  }

  private void printAsCounted(PrintWriter out) {
    out.println();
    if (!ways.open().isEmpty()) {
      printMargins(out);
      out.println();
    }
    Optional<String> winner = paths.holdings().winner();
    if (winner.isEmpty()) {
      lines(
          out,
          "",
          "As the votes fell: "
              + figures(paths.holdings().byCandidate())
              + ". Nobody has a majority.");
      return;
    }
    lines(
        out,
        "",
        "As the votes fell: "
            + figures(paths.holdings().byCandidate())
            + "; "
            + names.of(winner.get())
            + " loses the majority with "
            + FactText.electors(paths.holdings().toOverturn(winner.get()))
            + ".");
    paths.tipping().ifPresent(tipping -> lines(out, "", tipping(winner.get(), tipping)));
    lines(out, "", paths.fewest().map(this::fewest).orElseGet(this::noFewest));
    if (!paths.noMargin().isEmpty()) lines(out, "", noMargin(winner.get()));
  }

  private void printMargins(PrintWriter out) {
    out.println("If each open unit falls as its count stands:");
    for (Unit unit : ways.open()) {
      Optional<Holding> holding =
          paths.holdings().all().stream()
              .filter(each -> each.units().contains(unit.id()))
              .findFirst();
      out.printf(
          "  %-24s %s%n", Names.place(unit.id()), holding.map(this::lead).orElse("not known"));
    }
  }

  private String lead(Holding holding) {
    return names.of(holding.candidate())
        + holding
            .turned()
            .map(count -> " by " + Names.number(count.margin()))
            .orElse(", margin not known");
  }

  private String tipping(String winner, Holding tipping) {
    return "Tipping unit: "
        + HoldingWords.place(tipping)
        + ". With it "
        + names.of(winner)
        + " loses the majority, if units are lost in the order of their margins as shares of the"
        + " votes.";
  }

  private String fewest(Reversal fewest) {
    return "Fewest votes that undo it: "
        + Names.number(fewest.votes())
        + ", moved to who came second, in "
        + fewest.units().stream()
            .map(
                unit ->
                    HoldingWords.place(unit)
                        + " ("
                        + Names.number(unit.count().orElseThrow().toUndo())
                        + ")")
            .collect(Collectors.joining(", "))
        + ". That leaves "
        + left(fewest)
        + ".";
  }

  private String left(Reversal fewest) {
    String electors = figures(fewest.electors());
    if (fewest.winner(paths.holdings().majority()).isPresent()) return electors;
    return isTie(fewest)
        ? paths.holdings().electors() / 2 + " each, and the House would choose"
        : electors + ": nobody has a majority, and the House would choose";
  }

  private boolean isTie(Reversal fewest) {
    return fewest.electors().values().stream()
            .filter(n -> 2 * n == paths.holdings().electors())
            .count()
        == 2;
  }

  private String noFewest() {
    return ways.open().isEmpty()
        ? "How few votes would undo it cannot be told: the units with a count hold too few"
            + " electors."
        : "No votes moved in the open units alone would undo it.";
  }

  private String noMargin(String winner) {
    int electors = paths.noMargin().stream().mapToInt(Holding::electors).sum();
    return "No margin is known of "
        + HoldingWords.places(paths.noMargin())
        + " ("
        + FactText.electors(electors)
        + " of "
        + names.of(winner)
        + "): with their votes the fewest may be fewer.";
  }

  private static void lines(PrintWriter out, String indent, String text) {
    for (String line : Lines.wrap(text, WIDTH - indent.length())) out.println(indent + line);
  }

  /** For programs; numbers that can pass 2^53 are decimal strings. */
  @Override
  public String json() {
    return JsonAnswer.object(
        json -> {
          caveat.write(json);
          json.text("election", header.election());
          json.text("at", moment.toString());
          json.text("rung", paths.rung().word());
          json.text("caller", paths.calls().map(UnitCalls::caller));
          json.texts("callers", paths.callers());
          json.texts("mayLack", paths.mayLack().stream().map(Unit::id).toList());
          json.number("electors", paths.holdings().electors());
          json.number("majority", paths.holdings().majority());
          json.object("decided", decided -> writeDecided(decided));
          json.texts("open", ways.open().stream().map(Unit::id).toList());
          json.object("ways", to -> writeWays(to));
          json.text("ties", Long.toString(ways.toNobody()));
          json.list("smallest", List.of(ways.first(), ways.second()), who -> smallest(json, who));
          json.list(
              "decides",
              ways.open(),
              unit -> {
                json.text("unit", unit.id());
                json.text("settings", Long.toString(ways.decided(unit)));
              });
          json.object("asCounted", this::writeAsCounted);
          json.text("tipping", paths.tipping().map(Holding::id));
          if (paths.fewest().isPresent()) write(json, paths.fewest().get());
          json.texts("noMargin", paths.noMargin().stream().map(Holding::id).toList());
        });
  }

  private void writeDecided(JsonAnswer json) throws IOException {
    json.number(ways.first(), ways.electorsOfFirst());
    json.number(ways.second(), ways.electorsOfSecond());
    for (Map.Entry<String, Integer> each : paths.others().entrySet())
      json.number(each.getKey(), each.getValue());
  }

  private void writeWays(JsonAnswer json) throws IOException {
    json.text(ways.first(), Long.toString(ways.to(ways.first())));
    json.text(ways.second(), Long.toString(ways.to(ways.second())));
  }

  private void smallest(JsonAnswer json, String candidate) throws IOException {
    Ways.Smallest smallest = ways.smallest(candidate);
    json.text("candidate", candidate);
    json.number("size", smallest.size());
    json.text("number", Long.toString(smallest.number()));
    json.out().writeArrayFieldStart("sets");
    for (List<Unit> set : smallest.sets()) {
      json.out().writeStartArray();
      for (Unit unit : set) json.out().writeString(unit.id());
      json.out().writeEndArray();
    }
    json.out().writeEndArray();
  }

  private void writeAsCounted(JsonAnswer json) throws IOException {
    json.votes("electors", votes(paths.holdings().byCandidate()));
    json.list(
        "units",
        paths.holdings().all(),
        holding -> {
          json.text("unit", holding.id());
          json.number("electors", holding.electors());
          json.text("candidate", holding.candidate());
          if (holding.turned().isPresent()) json.number("margin", holding.turned().get().margin());
        });
  }

  private void write(JsonAnswer json, Reversal fewest) throws IOException {
    json.object(
        "fewestVotes",
        of -> {
          of.number("votes", fewest.votes());
          of.texts("units", fewest.units().stream().map(Holding::id).toList());
          of.object(
              "moved",
              moved -> {
                for (Holding unit : fewest.units())
                  moved.number(unit.id(), unit.count().orElseThrow().toUndo());
              });
          of.votes("electors", votes(fewest.electors()));
          of.text("majority", fewest.winner(paths.holdings().majority()));
        });
  }

  private static Votes votes(Map<String, Integer> electors) {
    Map<String, Long> votes = new LinkedHashMap<>();
    electors.forEach((who, n) -> votes.put(who, (long) n));
    return Votes.of(votes);
  }
}
