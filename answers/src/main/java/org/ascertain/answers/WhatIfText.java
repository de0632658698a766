package org.ascertain.answers;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ascertain.audit.Supposition;
import org.ascertain.audit.Supposition.Award;
import org.ascertain.audit.WhatIf;
import org.ascertain.audit.WhatIf.Refused;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;
import org.ascertain.election.When;
import org.ascertain.law.ApportionmentMethod;
import org.ascertain.standing.History;

/** What the electors would be with something otherwise; every answer begins with what it is not. */
public final class WhatIfText implements InTwoForms {

  private static final int WIDTH = 80;

  private final Header header;
  private final When moment;
  private final Caveat caveat;
  private final String supposed;
  private final WhatIf happened;
  private final WhatIf whatIf;
  private final Names names;

  /**
   * @param moment as of when
   * @throws Refused if the record or the law does not have what a supposition needs
   */
  public WhatIfText(History history, When moment, Caveat caveat, List<Supposition> suppositions)
      throws Refused {
    this.header = history.header();
    this.moment = moment;
    this.caveat = caveat;
    this.names = new Names(header);
    this.happened = WhatIf.of(history, moment.effective(), List.of());
    this.whatIf = WhatIf.of(history, moment.effective(), suppositions);
    this.supposed =
        header.election()
            + (suppositions.isEmpty() ? " under the law of " + history.law().election() : "")
            + suppositions.stream().map(this::words).collect(Collectors.joining(","));
  }

  private String words(Supposition supposition) {
    return switch (supposition) {
      case Supposition.AllotmentOf(int year) -> " with the allotment of " + year;
      case Supposition.HouseOf(int seats, ApportionmentMethod method) ->
          " with a House of " + Names.number(seats) + " seats by the method of " + words(method);
      case Supposition.AwardBy(Award award) -> " with " + words(award);
      case Supposition.Flip(String unit, String candidate) ->
          " with " + Names.place(unit) + " for " + names.of(candidate);
      case Supposition.Faithless(String unit, int electors, String candidate) ->
          " with "
              + FactText.electors(electors)
              + " of "
              + Names.place(unit)
              + " voting for "
              + names.of(candidate);
    };
  }

  private static String words(ApportionmentMethod method) {
    return switch (method) {
      case JEFFERSON -> "Jefferson";
      case WEBSTER -> "Webster";
      case DEAN -> "Dean";
      case HUNTINGTON_HILL -> "Huntington and Hill";
      case HAMILTON -> "Hamilton";
    };
  }

  private static String words(Award award) {
    return switch (award) {
      case STATEWIDE -> "all of each jurisdiction's electors for who leads it";
      case DISTRICT -> "electors by congressional districts everywhere";
      case PROPORTIONAL ->
          "electors in proportion to the votes of each jurisdiction (whole electors, largest"
              + " remainders)";
      case POPULAR -> "all electors for who has most votes in the nation";
    };
  }

  @Override
  public void print(PrintWriter out, TextLayout layout) {
    for (String line : Lines.wrap("Not what happened: " + supposed + ".", WIDTH))
      out.println(layout.bold(line));
    caveat.print(out);
    out.println();
    lines(out, "Electors: " + figures(whatIf) + nobodys() + "; " + majority(whatIf));
    lines(out, "As the votes fell: " + figures(happened) + "; " + majority(happened));
    Map<String, Map<String, Integer>> changed = changed();
    if (changed.isEmpty()) return;
    out.println();
    out.println("Otherwise than they fell:");
    changed.forEach(
        (unit, electors) ->
            lines(
                out,
                "  "
                    + Names.place(unit)
                    + ": "
                    + figures(electors)
                    + " instead of "
                    + before(unit)));
  }

  private static void lines(PrintWriter out, String text) {
    String indent = text.startsWith("  ") ? "  " : "";
    for (String line : Lines.wrap(text.strip(), WIDTH - indent.length()))
      out.println(indent + line);
  }

  private String figures(WhatIf of) {
    return figures(of.byCandidate());
  }

  private String figures(Map<String, Integer> electors) {
    return electors.entrySet().stream()
        .map(each -> names.of(each.getKey()) + " " + each.getValue())
        .collect(Collectors.joining(", "));
  }

  private String nobodys() {
    return whatIf.nobodys() == 0 ? "" : ", nobody's " + whatIf.nobodys();
  }

  private String majority(WhatIf of) {
    return of.majority()
        + " of "
        + of.electors()
        + " decide, and "
        + of.winner()
            .map(who -> names.of(who) + " has them.")
            .orElse("nobody has them: the House would choose.");
  }

  /** Jurisdictions whose electors are not those that fell, with what they are. */
  private Map<String, Map<String, Integer>> changed() {
    Map<String, Map<String, Integer>> before = byJurisdiction(happened);
    Map<String, Map<String, Integer>> changed = new LinkedHashMap<>();
    byJurisdiction(whatIf)
        .forEach(
            (unit, electors) -> {
              if (!electors.equals(before.get(unit))) changed.put(unit, electors);
            });
    return changed;
  }

  private String before(String jurisdiction) {
    return Optional.ofNullable(byJurisdiction(happened).get(jurisdiction))
        .map(this::figures)
        .orElse("none");
  }

  private static Map<String, Map<String, Integer>> byJurisdiction(WhatIf of) {
    Map<String, Map<String, Integer>> all = new LinkedHashMap<>();
    of.byUnit()
        .forEach(
            (unit, electors) ->
                electors.forEach(
                    (who, n) ->
                        all.computeIfAbsent(
                                Unit.jurisdictionOf(unit), jurisdiction -> new LinkedHashMap<>())
                            .merge(who, n, Integer::sum)));
    return all;
  }

  @Override
  public String json() {
    return JsonAnswer.object(
        json -> {
          json.text("notWhatHappened", supposed);
          caveat.write(json);
          json.text("election", header.election());
          json.text("at", moment.toString());
          json.number("base", whatIf.electors());
          json.number("majority", whatIf.majority());
          json.votes("electors", votes(whatIf.byCandidate()));
          json.number("nobodys", whatIf.nobodys());
          json.text("president", whatIf.winner());
          json.text("by", whatIf.winner().isPresent() ? "electors" : "house");
          json.votes("asTheVotesFell", votes(happened.byCandidate()));
          json.list(
              "units",
              List.copyOf(whatIf.byUnit().entrySet()),
              unit -> {
                json.text("unit", unit.getKey());
                json.votes("electors", votes(unit.getValue()));
              });
        });
  }

  private static Votes votes(Map<String, Integer> electors) {
    Map<String, Long> votes = new LinkedHashMap<>();
    electors.forEach((who, n) -> votes.put(who, (long) n));
    return Votes.of(votes);
  }
}
