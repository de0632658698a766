package org.ascertain.answers;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ascertain.election.Fact.Extent;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Ticket;
import org.ascertain.election.Votes;
import org.ascertain.law.Base;
import org.ascertain.law.Verdict;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Standing;
import org.ascertain.standing.Standing.CallerFigures;
import org.ascertain.standing.Standing.Majority;
import org.ascertain.standing.Standing.RungFigures;

/**
 * The ladder as a table, the highest rung first: each candidate's electors, those that are open or
 * not known, and who has a majority since when. The last column is as wide as the screen lets it,
 * and goes on below itself.
 */
final class LadderText {

  private static final int MOST_CANDIDATES = 4;

  /** Whoever has no electors yet has a column all the same, as far as there are two. */
  private static final int FEWEST_CANDIDATES = 2;

  /** Columns of a number, with the space before it. */
  private static final int NUMBER = 6;

  /** Below so many columns the entries are left to {@code explain}. */
  private static final int NARROW = 100;

  /** Columns of the last column at least: where fewer are left, it stands below its row. */
  private static final int NOTE = 24;

  private static final String OPEN = "open";
  private static final String UNKNOWN = "unknown";
  private static final String OTHERS = "others";
  private static final String INDENT = "  ";
  private static final String GAP = "   ";
  private static final String BELOW = "      ";

  /** Holds two words together when a note is broken into lines. */
  private static final char NO_BREAK = '\u00a0';

  private final Names names;
  private final Standing standing;
  private final PrintWriter out;
  private final TextLayout layout;
  private final List<String> leading;
  private final int nameWidth;

  LadderText(Header header, Standing standing, PrintWriter out, TextLayout layout) {
    this.names = new Names(header);
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
                byVotes(header)
                    .filter(id -> !withElectors.contains(id))
                    .limit(Math.max(0, FEWEST_CANDIDATES - withElectors.size())))
            .toList();
    this.nameWidth =
        standing.ladder().stream().map(LadderText::name).mapToInt(String::length).max().orElse(0);
  }

  /** Those who stand for President: who has the most votes first, then as on the ballot. */
  private Stream<String> byVotes(Header header) {
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

  void print() {
    StringBuilder head = new StringBuilder(padded("stage"));
    for (String id : leading) head.append(column(names.of(id), names.of(id)));
    if (any(this::others)) head.append(column(OTHERS, OTHERS));
    if (any(RungFigures::open)) head.append(column(OPEN, OPEN));
    if (any(RungFigures::unknown)) head.append(column(UNKNOWN, UNKNOWN));
    row(head.toString(), "majority of " + majority());
    for (RungFigures rung : standing.ladder().reversed()) rung(rung);
  }

  private interface Figure {
    long of(RungFigures rung);
  }

  private boolean any(Figure figure) {
    return standing.ladder().stream().anyMatch(rung -> isHeld(rung) && figure.of(rung) > 0);
  }

  private long others(RungFigures rung) {
    long shown = leading.stream().mapToLong(id -> rung.electors().count(id).orElse(0)).sum();
    return rung.electors().sum() - shown;
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
              .collect(Collectors.joining(" or ", "", " since"));
      case Verdict.NotYet<Base> v -> "the electors since";
      case Verdict.NoRule<Base> v -> "the electors since";
    };
  }

  private static String name(RungFigures rung) {
    return rung.rung().word().replace('-', ' ') + rung.caller().map(c -> " by " + c).orElse("");
  }

  private String padded(String name) {
    return INDENT + name + " ".repeat(Math.max(0, nameWidth - name.length()));
  }

  private static String column(String head, String text) {
    int width = Math.max(NUMBER, head.length() + 2);
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }

  private void rung(RungFigures rung) {
    StringBuilder figures = new StringBuilder(padded(name(rung)));
    if (!isHeld(rung)) {
      out.println(figures + INDENT + "not in this record");
      return;
    }
    for (String id : leading) figures.append(column(names.of(id), electors(rung, id)));
    if (any(this::others)) figures.append(column(OTHERS, number(others(rung))));
    if (any(RungFigures::open)) figures.append(column(OPEN, number(rung.open())));
    if (any(RungFigures::unknown)) figures.append(column(UNKNOWN, number(rung.unknown())));
    row(figures.toString(), String.join("; ", notes(rung)));
  }

  /** A row: its figures, and its note below itself where the screen is too narrow for it. */
  private void row(String figures, String note) {
    if (note.isEmpty()) {
      out.println(figures.stripTrailing());
      return;
    }
    boolean beside = figures.length() + GAP.length() + NOTE <= layout.width();
    if (!beside) out.println(figures.stripTrailing());
    String lead = beside ? figures + GAP : BELOW;
    int begin = lead.length();
    for (String line : Lines.wrap(note, layout.width() - begin)) {
      out.println(lead + line.replace(NO_BREAK, ' '));
      lead = " ".repeat(begin);
    }
  }

  private static String electors(RungFigures rung, String id) {
    if (rung.rung() == Rung.IN_OFFICE)
      return rung.holder().filter(id::equals).isPresent() ? "yes" : "";
    long electors = rung.electors().count(id).orElse(0);
    return electors == 0 ? "-" : Long.toString(electors);
  }

  private static String number(long electors) {
    return electors == 0 ? "" : Long.toString(electors);
  }

  private List<String> notes(RungFigures rung) {
    List<String> notes = new ArrayList<>();
    rung.majority()
        .ifPresentOrElse(m -> notes.add(held(rung.rung(), m)), () -> notes.addAll(called(rung)));
    if (!rung.implied().isEmpty())
      notes.add("%d inferred from a later fact".formatted(rung.implied().size()));
    return notes;
  }

  private String held(Rung rung, Majority majority) {
    String candidates =
        Stream.concat(Stream.of(majority.candidate()), majority.beside().stream())
            .map(names::of)
            .collect(Collectors.joining(" and "));
    return "%s%s, %s%s%s"
        .formatted(
            candidates,
            majority.beside().isEmpty() ? "" : ", both",
            rung.isImpliedBy(majority.by().fact()) ? "at the latest " : "",
            FactText.time(majority.since(), majority.by()),
            layout.width() < NARROW
                ? ""
                : " (entry%c%d)".formatted(NO_BREAK, majority.by().index()));
  }

  /** Whom the caller calls the presidency for, and how many of his calls the record lacks. */
  private List<String> called(RungFigures rung) {
    Optional<CallerFigures> own =
        rung.caller().flatMap(id -> Optional.ofNullable(rung.callers().get(id)));
    if (own.isEmpty()) return List.of();
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
    return parts;
  }
}
