package org.ascertain.answers;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import org.ascertain.election.Caller;
import org.ascertain.election.Fact.Coverage;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Problem;
import org.ascertain.election.Ticket;
import org.ascertain.election.Washington;
import org.ascertain.law.Deadline;
import org.ascertain.law.Law;
import org.ascertain.law.PollClosing;

/**
 * An election whose record has begun: what its first entries say, what the law gives for it without
 * any entry, and what may be done next.
 *
 * @param keeps what the desk undertakes to keep all of
 * @param entries how many the record has
 */
public record BegunText(
    Header header, Law law, List<Coverage> keeps, long entries, List<Next> next) {

  public BegunText {
    keeps = List.copyOf(keeps);
    next = List.copyOf(next);
  }

  /**
   * What may be done next.
   *
   * @param act in a word or two
   * @param how a command line, or a method and a path
   */
  public record Next(String act, String how, String why) {}

  /** For people to read. */
  public void print(PrintWriter out) {
    out.printf(
        "%s has begun: %s.%n", header.election(), Names.several(entries, "entry", "entries"));
    out.println();
    out.printf("Tickets:   %s%n", joined(header.tickets().stream().map(Ticket::id).toList()));
    out.printf("Callers:   %s%n", joined(header.callers().stream().map(Caller::id).toList()));
    out.printf("Keeps all: %s%n", joined(keeps.stream().map(BegunText::kept).toList()));
    out.printf(
        "Electors:  %d of %d jurisdictions; %d are a majority if all are appointed%n",
        electors(), law.entitled().size(), electors() / 2 + 1);
    polls(out);
    out.println("Days:");
    for (Deadline deadline : law.deadlines())
      out.printf("  %-12s %s%n", TimeText.day(deadline.day()), deadline.words());
    out.println();
    out.println("What may be done next:");
    for (Next each : next) {
      out.printf("  %s: %s%n", each.act(), each.why());
      out.printf("    %s%n", each.how());
    }
  }

  private void polls(PrintWriter out) {
    List<PollClosing> known = law.pollClosings();
    if (known.isEmpty()) {
      out.println("Polls:     their hours were not gathered for this election");
      return;
    }
    PollClosing first =
        known.stream().min(Comparator.comparing(at -> at.first().toInstant())).orElseThrow();
    PollClosing last =
        known.stream().max(Comparator.comparing(at -> at.last().toInstant())).orElseThrow();
    out.printf(
        "Polls:     the first close %s (%s), the last %s (%s), in Washington's time%n",
        inWashington(first.first()),
        first.jurisdiction(),
        inWashington(last.last()),
        last.jurisdiction());
  }

  private static String inWashington(OffsetDateTime at) {
    OffsetDateTime there = Washington.at(Washington.nanos(at.toInstant()));
    return TimeText.day(there.toLocalDate()) + " " + TimeText.clock(there);
  }

  private int electors() {
    return law.entitled().values().stream().mapToInt(Integer::intValue).sum();
  }

  private static String kept(Coverage coverage) {
    return EnumWords.of(coverage.of())
        + coverage.caller().map(caller -> " of " + caller).orElse("");
  }

  private static String joined(List<String> words) {
    return words.isEmpty() ? "none yet" : String.join(", ", words);
  }

  /** For programs. */
  public String json() {
    return JsonAnswer.object(this::write);
  }

  private void write(JsonAnswer json) throws IOException {
    json.text("election", header.election());
    json.number("entries", entries);
    json.texts("tickets", header.tickets().stream().map(Ticket::id).toList());
    json.texts("callers", header.callers().stream().map(Caller::id).toList());
    json.list(
        "keeps",
        keeps,
        coverage -> {
          json.text("of", EnumWords.of(coverage.of()));
          json.text("caller", coverage.caller());
        });
    json.number("electors", electors());
    json.number("majority", electors() / 2 + 1);
    json.texts("jurisdictions", law.entitled().keySet());
    json.list(
        "deadlines",
        law.deadlines(),
        deadline -> {
          json.text("day", deadline.day().toString());
          json.text("what", deadline.words());
          json.text("rule", deadline.rule().id());
        });
    json.list(
        "polls",
        law.pollClosings(),
        at -> {
          json.text("jurisdiction", at.jurisdiction());
          json.text("first", at.first().toString());
          json.text("last", at.last().toString());
        });
    json.list(
        "next",
        next,
        each -> {
          json.text("act", each.act());
          json.text("how", each.how());
          json.text("why", each.why());
        });
  }

  /** Of one that did not begin: what is wrong with what was given. */
  public static void printProblems(String file, List<Problem> problems, PrintWriter err) {
    for (Problem problem : problems) err.println(ProblemText.of(problem));
    err.printf("ascertain: '%s' is not sound; no record was begun.%n", file);
  }
}
