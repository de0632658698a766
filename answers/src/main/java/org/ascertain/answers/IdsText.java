package org.ascertain.answers;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import org.ascertain.election.Caller;
import org.ascertain.election.Candidate;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Source;
import org.ascertain.election.Ticket;
import org.ascertain.election.Unit;
import org.ascertain.standing.History;

/** The ids of an election, by which its facts, questions and answers name persons and places. */
public final class IdsText {

  private final History history;
  private final Header header;
  private final Names names;

  public IdsText(History history) {
    this.history = history;
    this.header = history.header();
    this.names = new Names(header);
  }

  /** For people to read. */
  public void print(Caveat caveat, PrintWriter out, TextLayout layout) {
    out.println(layout.bold("The ids of " + header.election()));
    caveat.print(out);
    table(out, "Candidates", header.candidates(), Candidate::id, this::candidate);
    table(out, "Tickets", header.tickets(), Ticket::id, this::ticket);
    table(out, "Callers", header.callers(), Caller::id, this::caller);
    table(out, "Units", history.law().units(), Unit::id, IdsText::unit);
    out.println("  Below them: GA/13121, a county by its five digits; GA/13121/01A, a precinct.");
    table(out, "Sources", history.sources(), Source::id, Source::title);
  }

  private static <T> void table(
      PrintWriter out,
      String title,
      List<T> rows,
      Function<T, String> id,
      Function<T, String> says) {
    if (rows.isEmpty()) return;
    int width = rows.stream().map(id).mapToInt(String::length).max().orElse(0);
    out.println();
    out.println(title + ":");
    for (T row : rows)
      out.printf("  %-" + Math.max(2, width) + "s  %s%n", id.apply(row), says.apply(row));
  }

  private String candidate(Candidate candidate) {
    return candidate.name() + candidate.party().map(party -> " (" + party + ")").orElse("");
  }

  private String ticket(Ticket ticket) {
    return names.full(ticket.president())
        + ticket.vicePresident().map(second -> " and " + names.full(second)).orElse("")
        + ticket.slate().map(slate -> ", slate " + slate).orElse("");
  }

  private String caller(Caller caller) {
    return caller.name()
        + (header.caller().filter(caller.id()::equals).isPresent()
            ? ", whose calls the ladder shows"
            : "");
  }

  private static String unit(Unit unit) {
    return Names.place(unit.id()) + ", " + FactText.electors(unit.electors());
  }

  /** For programs. */
  public String json(Caveat caveat) {
    return JsonAnswer.object(
        json -> {
          caveat.write(json);
          json.text("election", header.election());
          DeclaredJson.candidates(json, header);
          json.list(
              "tickets",
              header.tickets(),
              ticket -> {
                json.text("id", ticket.id());
                json.text("president", ticket.president());
                json.text("vicePresident", ticket.vicePresident());
                json.text("slate", ticket.slate());
              });
          DeclaredJson.callers(json, header);
          DeclaredJson.units(json, history);
          DeclaredJson.sources(json, "sources", history);
        });
  }
}
