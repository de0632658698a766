package org.ascertain.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.ascertain.election.Attestation;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.BallotCounts;
import org.ascertain.election.Fact.Certification;
import org.ascertain.election.Fact.ExpectedBy;
import org.ascertain.election.Fact.Reporting;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Fact.TotalBy;
import org.ascertain.election.Votes;

/**
 * What the lines of a file say of one unit, added up. The place behind the last ticket's is that of
 * other votes.
 */
@SuppressWarnings("EnumOrdinal") // asked for each field of a line: an array, not a map
final class UnitFigures {

  private static final long[] NO_FIGURES = {};

  private String id;

  /** What its file calls it, where that is nobody's id. */
  private String name = "";

  private final long[] whole;

  /** Made where votes are told by how they were cast. */
  private long[] byMode = NO_FIGURES;

  /** By the figure's place; -1 where nothing is said. Of a nation's precincts most have none. */
  private long[] figures = NO_FIGURES;

  private List<Fault> faults = List.of();
  private String faulty = "";

  /** What lines have said, one after the other: of which kind of votes, the number, the line. */
  private long[] saidBefore = new long[3 * 2];

  private int lines;
  private final long firstLine;
  private long lastLine;
  private boolean isComplete;
  private Optional<Reporting> reporting = Optional.empty();
  private OptionalLong expected = OptionalLong.empty();

  UnitFigures(String id, int tickets, long line) {
    this.id = id;
    this.firstLine = line;
    this.whole = new long[tickets + 1];
    Arrays.fill(whole, -1);
  }

  /**
   * Adds votes.
   *
   * @param place of a ticket, or the one behind the last for others
   * @param isWhole whether the line says that it has the votes of all modes
   */
  void add(int place, long votes, boolean isWhole, long line) {
    if (!isWhole && byMode.length == 0) {
      byMode = new long[whole.length];
      Arrays.fill(byMode, -1);
    }
    long[] to = isWhole ? whole : byMode;
    to[place] = Math.max(to[place], 0) + votes;
    lastLine = Math.max(lastLine, line);
  }

  /** Adds to a figure that is no candidate's; of wholes the greatest counts. */
  void add(TableFigure figure, long number, boolean isWhole, long line) {
    if (figures.length == 0) {
      figures = new long[TableFigure.values().length];
      Arrays.fill(figures, -1);
    }
    long before = figures[figure.ordinal()];
    figures[figure.ordinal()] =
        before < 0 ? number : isWhole ? Math.max(before, number) : before + number;
    lastLine = Math.max(lastLine, line);
  }

  /**
   * Keeps what a line says of one kind of votes.
   *
   * @return 0 if none has said anything of it before; the line that has, below 0 if it said another
   *     number
   */
  long said(int kind, long number, long line) {
    for (int i = 0; i < 3 * lines; i += 3)
      if (saidBefore[i] == kind)
        return saidBefore[i + 1] == number ? saidBefore[i + 2] : -saidBefore[i + 2];
    int at = 3 * lines++;
    if (at == saidBefore.length) saidBefore = Arrays.copyOf(saidBefore, 2 * at);
    saidBefore[at] = kind;
    saidBefore[at + 1] = number;
    saidBefore[at + 2] = line;
    return 0;
  }

  String id() {
    return id;
  }

  /** It is this unit: what it was called alone did not tell. */
  void is(String unit) {
    id = unit;
  }

  /** It is of a unit that is not known, or not yet. */
  void called(String what) {
    name = what;
  }

  /** The first of the lines that speak of it. */
  long firstLine() {
    return firstLine;
  }

  /** What a line has said of a kind of votes before. */
  long number(int kind) {
    for (int i = 0; i < 3 * lines; i += 3) if (saidBefore[i] == kind) return saidBefore[i + 1];
    return -1;
  }

  /** Its count is done, as its source says. */
  void complete() {
    isComplete = true;
  }

  /** How many of the units in it have reported. */
  void reporting(long units, long of) {
    if (of > 0 && units >= 0) reporting = Optional.of(new Reporting(units, of));
  }

  /** How many votes its source expects in the end, by an estimate. */
  void expected(long votes) {
    if (votes > 0) expected = OptionalLong.of(votes);
  }

  /** Something is wrong with a line of it, so that the whole unit waits for a person. */
  void fault(Fault fault, String raw) {
    note(fault);
    if (faulty.length() < ReadRow.LONGEST) faulty += raw + '\n';
  }

  /** Its file breaks off, and more of it may have been to come. */
  void breaksOff(Fault fault) {
    String what =
        "%s, so that what it says of %s is not whole"
            .formatted(fault.what(), id.isEmpty() ? name : id);
    note(new Fault(fault.check(), fault.place(), what));
  }

  /** Something is to be told of a line of it. */
  void note(Fault fault) {
    if (faults.isEmpty()) faults = new ArrayList<>(2);
    faults.add(fault);
  }

  /** Whether votes by mode were added up, for want of their sum. */
  boolean isSummed() {
    for (int i = 0; i < byMode.length; i++) if (whole[i] < 0 && byMode[i] >= 0) return true;
    return false;
  }

  /** Whether anything of it counts votes. */
  boolean hasVotes() {
    for (int i = 0; i < whole.length; i++) if (votes(i) >= 0) return true;
    return false;
  }

  private long votes(int place) {
    return whole[place] >= 0 || byMode.length == 0 ? whole[place] : byMode[place];
  }

  /** The returns that it comes to, unless something keeps it aside. */
  ReadRow row(Attestation attestation, TicketNames tickets) {
    return row(tickets, () -> returns(attestation, tickets));
  }

  /** The certificate that it comes to, likewise. */
  ReadRow certified(Attestation attestation, TicketNames tickets, String authority) {
    return row(
        tickets,
        () ->
            new Certification(
                attestation,
                id,
                named(tickets),
                other(),
                figure(TableFigure.TOTAL),
                authority,
                OptionalLong.empty()));
  }

  /** What was read of it before its file broke off, and is told to be; a fact it is not. */
  ReadRow aside(TicketNames tickets) {
    return row(tickets, Optional.empty());
  }

  private ReadRow row(TicketNames tickets, Supplier<Fact> fact) {
    differing(tickets);
    boolean waits = false;
    for (Fault each : faults) waits |= each.check().weight() != ReadCheck.Weight.NOTE;
    return row(tickets, waits ? Optional.empty() : Optional.of(fact.get()));
  }

  private ReadRow row(TicketNames tickets, Optional<Fact> fact) {
    String raw = faulty.isEmpty() ? said(tickets) : faulty.strip();
    return new ReadRow(raw, id.isEmpty() ? Optional.empty() : Optional.of(id), fact, faults);
  }

  private Votes named(TicketNames tickets) {
    int named = 0;
    for (int i = 0; i < tickets.size(); i++) if (isSaid(i)) named++;
    List<String> ids = named == tickets.size() ? tickets.ids() : tickets.ids(this::isSaid);
    long[] counts = new long[named];
    for (int i = tickets.size() - 1; i >= 0; i--) if (isSaid(i)) counts[--named] = votes(i);
    return Votes.of(ids, counts);
  }

  private boolean isSaid(int place) {
    return votes(place) >= 0;
  }

  private OptionalLong other() {
    long other = votes(whole.length - 1);
    return other < 0 ? OptionalLong.empty() : OptionalLong.of(other);
  }

  /**
   * Where the modes do not add up to what is given for all of them, nobody can tell which holds.
   */
  private void differing(TicketNames tickets) {
    for (int i = 0; i < byMode.length; i++)
      if (whole[i] >= 0 && byMode[i] >= 0 && whole[i] != byMode[i])
        note(
            new Fault(
                ReadCheck.LINES_DIFFER,
                lines(new StringBuilder()).toString(),
                "the total of %s is %d, by how they were cast its votes are %d"
                    .formatted(
                        i < whole.length - 1 ? tickets.id(i) : "others", whole[i], byMode[i])));
  }

  private StringBuilder lines(StringBuilder to) {
    return firstLine >= lastLine
        ? to.append("line ").append(firstLine)
        : to.append("lines ").append(firstLine).append(" to ").append(lastLine);
  }

  private String said(TicketNames tickets) {
    StringBuilder said = new StringBuilder(80);
    lines(said).append(": ").append(id.isEmpty() ? name : id);
    for (int i = 0; i < whole.length; i++) {
      long votes = votes(i);
      if (votes < 0) continue;
      said.append(' ').append(i < whole.length - 1 ? tickets.id(i) : "other");
      said.append(' ').append(votes);
    }
    return said.toString();
  }

  private Optional<BallotCounts> ballots() {
    if (figures.length == 0) return Optional.empty();
    OptionalLong under = figure(TableFigure.UNDER);
    BallotCounts ballots =
        new BallotCounts(
            figure(TableFigure.CAST),
            figure(TableFigure.OVER),
            under.isPresent() ? under : figure(TableFigure.BLANK),
            figure(TableFigure.INVALID));
    return hasAny(ballots) ? Optional.of(ballots) : Optional.empty();
  }

  private Returns returns(Attestation attestation, TicketNames tickets) {
    return new Returns(
        attestation,
        id,
        named(tickets),
        other(),
        figure(TableFigure.TOTAL),
        true,
        expected,
        expected.isPresent() ? Optional.of(ExpectedBy.ESTIMATE) : Optional.empty(),
        isComplete,
        ballots(),
        figure(TableFigure.REGISTERED),
        reporting,
        TotalBy.PRINTED);
  }

  private static boolean hasAny(BallotCounts ballots) {
    return ballots.cast().isPresent()
        || ballots.over().isPresent()
        || ballots.under().isPresent()
        || ballots.invalid().isPresent();
  }

  private OptionalLong figure(TableFigure which) {
    boolean isSaid = figures.length > 0 && figures[which.ordinal()] >= 0;
    return isSaid ? OptionalLong.of(figures[which.ordinal()]) : OptionalLong.empty();
  }
}
