package org.ascertain.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ascertain.answers.ExitCode;
import org.ascertain.answers.MomentConverter;
import org.ascertain.answers.Names;
import org.ascertain.answers.TimeText;
import org.ascertain.election.Candidate;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Source;
import org.ascertain.election.Ticket;
import org.ascertain.election.Washington;
import org.ascertain.election.When;
import org.ascertain.law.Base;
import org.ascertain.law.Verdict;
import org.ascertain.standing.History;
import org.ascertain.standing.Standing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tells an election from the first tally to the official result. */
@Command(
    name = "replay",
    description =
        "Tells an election in order, then the result and when each meaning of official came true.",
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {

  /** On a terminal a line follows the other at a pace at which one can read along. */
  private static final Duration READING_PACE = Duration.ofMillis(60);

  /** However long nothing happens, the next line comes after this. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private static final int MOST_TICKETS = 4;

  @Spec private CommandSpec spec;
  @Mixin private ElectionArgument election;

  @Option(
      names = "--until",
      paramLabel = "T",
      converter = MomentConverter.class,
      description = "Tell it up to this moment or the end of this day.")
  private @Nullable When until;

  @ArgGroup private @Nullable Pace pace;

  /** How fast it is told. */
  static final class Pace {
    @Option(
        names = "--speed",
        paramLabel = "N",
        description = "Tell it N times as fast as it happened (100000: about a minute).")
    private @Nullable Long speed;

    @Option(
        names = "--instant",
        description = "Tell it at once, as happens where the output is no terminal.")
    @SuppressWarnings("UnusedVariable") // its being given is all there is to know
    private boolean instant;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (pace != null && pace.speed != null && pace.speed < 1)
      throw new ParameterException(spec.commandLine(), "--speed takes a whole number from 1 on.");
    ElectionArgument.Opened opened = election.open();
    History history = opened.history(Optional.empty());
    PrintWriter out = spec.commandLine().getOut();
    long end = until == null ? history.end() : until.effective();
    opening(opened, history, end, out);
    tell(Story.of(history, end, until == null ? History.ALL : end), out);
    closing(opened.header(), history, end, out, asked(opened.header()));
    out.flush();
    return ExitCode.DONE;
  }

  /** How to ask further of the same record. */
  private String asked(Header header) {
    return election.isRecord() ? election.written() : Integer.toString(header.year());
  }

  private void opening(ElectionArgument.Opened opened, History history, long end, PrintWriter out) {
    Header header = opened.header();
    Names names = new Names(header);
    out.println(Screen.bold("The election of " + header.year()) + " (" + header.election() + ")");
    List<String> tickets =
        header.tickets().stream()
            .limit(MOST_TICKETS)
            .map(ticket -> ticket(header, names, ticket))
            .toList();
    out.println("  " + String.join("; ", tickets.isEmpty() ? persons(header) : tickets));
    boolean whole = until == null;
    List<Entry> told =
        opened.entries().stream()
            .filter(entry -> whole || entry.index() == 0 || entry.effective() <= end)
            .toList();
    long sources =
        told.stream().map(e -> e.fact().attestation().source()).map(Source::id).distinct().count();
    int entitled = history.law().entitled().values().stream().mapToInt(Integer::intValue).sum();
    out.println(
        "  %d electors in %d jurisdictions; told from %s with %s; times in Washington"
            .formatted(
                entitled,
                history.law().entitled().size(),
                Names.several(told.size(), "entry", "entries"),
                Names.several(sources, "source", "sources")));
    out.println();
  }

  /** Before there were tickets (to 1800): those for whom electors voted. */
  private static List<String> persons(Header header) {
    List<String> all =
        header.candidates().stream()
            .map(candidate -> candidate.name() + party(header, candidate.id()))
            .toList();
    return all.size() <= MOST_TICKETS + 1
        ? all
        : Stream.concat(
                all.stream().limit(MOST_TICKETS),
                Stream.of("and " + (all.size() - MOST_TICKETS) + " more"))
            .toList();
  }

  private static String ticket(Header header, Names names, Ticket ticket) {
    return names.full(ticket.president())
        + ticket.vicePresident().map(second -> " and " + names.full(second)).orElse("")
        + party(header, ticket.president());
  }

  private static String party(Header header, String candidate) {
    return header.candidates().stream()
        .filter(c -> c.id().equals(candidate))
        .findFirst()
        .flatMap(Candidate::party)
        .map(party -> " (" + party + ")")
        .orElse("");
  }

  private void tell(List<Story.Line> lines, PrintWriter out) throws InterruptedException {
    LocalDate day = LocalDate.MIN;
    long before = lines.isEmpty() ? 0 : lines.getFirst().moment();
    for (Story.Line line : lines) {
      pause(line.moment() - before, line, out);
      before = line.moment();
      LocalDate today = Washington.day(line.moment());
      boolean span = line.from().isBefore(today);
      boolean dated = !today.equals(day) || line.turning();
      String date = dated ? TimeText.day(today) : "";
      day = span ? LocalDate.MIN : today;
      String left =
          span
              ? "%-20s ".formatted(TimeText.span(line.from(), today))
              : "%-12s%-9s".formatted(date, line.clock());
      List<String> wrapped = wrap(line.text(), Screen.width() - left.length());
      for (int i = 0; i < wrapped.size(); i++) {
        String text = line.turning() ? Screen.marked(wrapped.get(i)) : wrapped.get(i);
        out.println(Screen.faint(i == 0 ? left : " ".repeat(left.length())) + text);
      }
      out.flush();
    }
    out.println();
  }

  /** Breaks a text into lines; a word that is longer than a line stays whole. */
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private void pause(long nanos, Story.Line next, PrintWriter out) throws InterruptedException {
    Duration wait;
    if (pace != null && pace.speed != null) wait = Duration.ofNanos(nanos / pace.speed);
    else if (pace != null || !Screen.isTerminal()) return;
    else wait = READING_PACE;
    if (wait.compareTo(LONGEST_PAUSE) > 0) wait = LONGEST_PAUSE;
    if (Screen.isTerminal() && wait.compareTo(READING_PACE) > 0)
      Screen.progress(out, "next: " + TimeText.day(Washington.day(next.moment())));
    TimeUnit.NANOSECONDS.sleep(wait.toNanos());
    if (Screen.isTerminal()) Screen.clearProgress(out);
  }

  private static void closing(
      Header header, History history, long end, PrintWriter out, String written) {
    Standing standing = history.at(end);
    StandingText text = new StandingText(header, standing, out);
    out.println(Screen.bold("The result"));
    out.println("  President       " + text.sentence(standing.president()));
    out.println("  Vice President  " + text.sentence(standing.vicePresident()));
    out.println("  Electors        " + text.electors());
    text.popularVoteSentence().ifPresent(sentence -> out.println("  Popular vote    " + sentence));
    out.println();
    out.println(Screen.bold("When did it become official?"));
    String meaning = "";
    for (OfficialTable.Row row :
        new OfficialTable(history.until(end), end < history.end()).rows()) {
      out.printf(
          "  %-24s%-10s %s%n",
          row.meaning().equals(meaning) ? "" : row.meaning(), row.candidate(), row.since());
      meaning = row.meaning();
    }
    out.println();
    out.println(
        "Ask further: ./ascertain explain %s \"voted(%s)\", ./ascertain when %s \"%s >= %s\""
            .formatted(
                written,
                standing.president().candidate().orElse(firstOf(header)),
                written,
                "certified",
                majority(standing)));
  }

  private static String firstOf(Header header) {
    return header.candidates().getFirst().id();
  }

  private static String majority(Standing standing) {
    return standing.electors().base() instanceof Verdict.Determined<Base>(var base, var grounds)
        ? Integer.toString(base.majority())
        : "majority";
  }
}
