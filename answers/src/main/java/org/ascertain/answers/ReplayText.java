package org.ascertain.answers;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.ascertain.election.Candidate;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Source;
import org.ascertain.election.Ticket;
import org.ascertain.election.Washington;
import org.ascertain.law.Base;
import org.ascertain.law.Verdict;
import org.ascertain.standing.History;
import org.ascertain.standing.Standing;

/** An election told for people to read: what it is, its story line by line, and its result. */
public final class ReplayText {

  private static final int MOST_TICKETS = 4;

  private final History history;
  private final Header header;
  private final Names names;
  private final PrintWriter out;
  private final TextLayout layout;
  private LocalDate day = LocalDate.MIN;

  public ReplayText(History history, PrintWriter out, TextLayout layout) {
    this.history = history;
    this.header = history.header();
    this.names = new Names(header);
    this.out = out;
    this.layout = layout;
  }

  /**
   * What election it is, and from what it is told.
   *
   * @param told the entries that are told of
   */
  public void opening(List<Entry> told, Caveat caveat) {
    out.println(layout.bold("The election of " + header.year()) + " (" + header.election() + ")");
    caveat.print(out);
    List<String> tickets =
        header.tickets().stream().limit(MOST_TICKETS).map(ticket -> ticket(ticket)).toList();
    out.println("  " + String.join("; ", tickets.isEmpty() ? persons() : tickets));
    long sources =
        told.stream().map(e -> e.fact().attestation().source()).map(Source::id).distinct().count();
    int entitled = history.law().entitled().values().stream().mapToInt(Integer::intValue).sum();
    out.println(
        "  %d electors in %d jurisdictions; told from a record of %s from %s; times in Washington"
            .formatted(
                entitled,
                history.law().entitled().size(),
                Names.several(told.size(), "entry", "entries"),
                Names.several(sources, "source", "sources")));
    out.println();
  }

  /** Before there were tickets (to 1800): those for whom electors voted. */
  private List<String> persons() {
    List<String> all =
        header.candidates().stream()
            .map(candidate -> candidate.name() + party(candidate.id()))
            .toList();
    return all.size() <= MOST_TICKETS + 1
        ? all
        : Stream.concat(
                all.stream().limit(MOST_TICKETS),
                Stream.of("and " + (all.size() - MOST_TICKETS) + " more"))
            .toList();
  }

  private String ticket(Ticket ticket) {
    return names.full(ticket.president())
        + ticket.vicePresident().map(second -> " and " + names.full(second)).orElse("")
        + party(ticket.president());
  }

  private String party(String candidate) {
    return header.candidates().stream()
        .filter(c -> c.id().equals(candidate))
        .findFirst()
        .flatMap(Candidate::party)
        .map(party -> " (" + party + ")")
        .orElse("");
  }

  /** One line of the story, with its day where that is another than that of the line before. */
  public void line(Story.Line line) {
    LocalDate today = Washington.day(line.moment());
    boolean span = line.from().isBefore(today);
    boolean dated = !today.equals(day) || line.turning();
    String date = dated ? TimeText.day(today) : "";
    day = span ? LocalDate.MIN : today;
    String left =
        span
            ? "%-20s ".formatted(TimeText.span(line.from(), today))
            : "%-12s%-9s".formatted(date, line.clock());
    List<String> wrapped = Lines.wrap(line.text(), layout.width() - left.length());
    for (int i = 0; i < wrapped.size(); i++) {
      String text = line.turning() ? layout.marked(wrapped.get(i)) : wrapped.get(i);
      out.println(layout.faint(i == 0 ? left : " ".repeat(left.length())) + text);
    }
  }

  /**
   * The result, when each meaning of official came true, and how to ask further.
   *
   * @param end up to when it is told, nanoseconds since 1970-01-01T00:00Z
   * @param written how the reader can name the record again
   */
  public void closing(long end, String written) {
    Standing standing = history.at(end);
    StandingText text = new StandingText(header, standing, out, layout);
    out.println(layout.bold("The result"));
    out.println("  President       " + text.sentence(standing.president()));
    out.println("  Vice President  " + text.sentence(standing.vicePresident()));
    out.println("  Electors        " + text.electors());
    text.popularVoteSentence().ifPresent(sentence -> out.println("  Popular vote    " + sentence));
    out.println();
    out.println(layout.bold("When did it become official?"));
    new OfficialTable(history.until(end), end < history.end()).print(out);
    out.println();
    out.println(
        "Ask further: ./ascertain explain %s \"voted(%s)\", ./ascertain when %s \"%s >= %s\""
            .formatted(
                written,
                standing.president().candidate().orElse(firstOf()),
                written,
                "certified",
                majority(standing)));
  }

  private String firstOf() {
    return header.candidates().isEmpty() ? "candidate" : header.candidates().getFirst().id();
  }

  private static String majority(Standing standing) {
    return standing.electors().base() instanceof Verdict.Determined<Base>(var base, var grounds)
        ? Integer.toString(base.majority())
        : "majority";
  }
}
