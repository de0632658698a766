package org.ascertain.answers;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Fraction;
import org.ascertain.election.Votes;
import org.ascertain.law.Base;
import org.ascertain.law.Choice;
import org.ascertain.law.Verdict;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Standing;
import org.ascertain.standing.Standing.Outcome;
import org.ascertain.standing.Standing.PopularVote;

/** All elections in a table that fits a terminal of 80 columns, one line each. */
public final class ElectionsText {

  private static final String FORM = "%-5s%-24s %-15s %-11s %-6s %s%n";

  private final PrintWriter out;
  private boolean hasAlternatives;
  private boolean hasNamedShares;

  public ElectionsText(PrintWriter out) {
    this.out = out;
  }

  /** The names of the columns. */
  public void heading() {
    out.printf(FORM, "year", "President", "Vice President", "electors", "votes", "next");
  }

  /** The line of one election. */
  public void row(Header header, Standing standing) {
    Names names = new Names(header);
    Optional<String> president = standing.president().candidate();
    Votes counted = counted(standing);
    out.printf(
        FORM,
        header.year(),
        president.map(names::full).orElse("-") + by(standing.president()),
        standing.vicePresident().candidate().map(names::of).orElse("-")
            + by(standing.vicePresident()),
        president.map(id -> electors(id, counted, standing)).orElse("-"),
        president.map(id -> share(id, standing.popularVote())).orElse("-"),
        next(president, counted, names));
  }

  /** What the marks mean, where there were any. */
  public void notes() {
    out.println();
    out.println("electors: counted for the President, of those appointed; next: who came next.");
    if (hasAlternatives)
      out.println("*  counted in two ways, of which 'standing YEAR' tells both.");
    if (hasNamedShares)
      out.println("() share of the votes for the named candidates; no total is in the record.");
  }

  private static Votes counted(Standing standing) {
    return standing.ladder().stream()
        .filter(rung -> rung.rung() == Rung.COUNTED)
        .findFirst()
        .orElseThrow()
        .electors();
  }

  /** Who chose, where it were not the electors by a majority. */
  private static String by(Outcome outcome) {
    return outcome.verdict() instanceof Verdict.Determined<Choice>(var choice, var grounds)
        ? by(choice)
        : outcome.verdict() instanceof Verdict.Alternatives<Choice>(var answers)
            ? by(answers.getFirst().value())
            : "";
  }

  private static String by(Choice choice) {
    return switch (choice.by()) {
      case ELECTORS -> "";
      case HOUSE -> ", House";
      case SENATE -> ", Senate";
      case RUNNER_UP -> ", 2nd";
    };
  }

  private String electors(String president, Votes counted, Standing standing) {
    boolean alternatives = standing.electors().base() instanceof Verdict.Alternatives<Base>;
    hasAlternatives |= alternatives;
    return "%d of %d%s"
        .formatted(
            counted.count(president).orElse(0),
            standing.electors().appointed().orElse(standing.electors().entitled()),
            alternatives ? "*" : "");
  }

  private String share(String president, PopularVote vote) {
    long votes = vote.votes().count(president).orElse(0);
    if (votes == 0) return "-";
    String share = new Fraction(votes, vote.whole()).percent(1) + "%";
    return switch (vote.shareOf()) {
      case ALL -> share;
      case NAMED -> {
        hasNamedShares = true;
        yield "(" + share + ")";
      }
    };
  }

  private static String next(Optional<String> president, Votes counted, Names names) {
    return IntStream.range(0, counted.size())
        .boxed()
        .filter(i -> president.filter(counted.ids().get(i)::equals).isEmpty())
        .max(Comparator.comparingLong(counted::count))
        .map(i -> names.of(counted.ids().get(i)) + " " + counted.count(i))
        .orElse("-");
  }
}
