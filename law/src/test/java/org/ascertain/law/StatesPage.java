package org.ascertain.law;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ascertain.election.Jurisdiction;
import org.ascertain.law.Provision.Field;
import org.ascertain.law.Verdict.Alternatives;
import org.ascertain.law.Verdict.Determined;
import org.ascertain.law.Verdict.NoRule;
import org.ascertain.law.Verdict.NotYet;

/** Writes {@code docs/law-states.md}: the law of the states for the next election. */
final class StatesPage {

  private static final int ELECTION = 2028;
  private static final Law LAW = Law.of(ELECTION).orElseThrow();

  /** By name. */
  private static final List<String> CODES =
      CountingSession.ALPHABET.formula().apply(List.copyOf(LAW.entitled().keySet()));

  private final StringBuilder page = new StringBuilder();

  static String page() {
    StatesPage page = new StatesPage();
    page.head();
    page.glance();
    page.notFound();
    CODES.forEach(page::state);
    page.sources();
    return page.page.toString();
  }

  private void head() {
    line("# The law of the states for the election of " + ELECTION);
    line();
    line(
        "Made from `law/src/main/resources/org/ascertain/law/states.txt` and the rules beside it; renewed with");
    line(
        "[the law of every election](law.md). It is no legal advice: each value is to be confirmed with its");
    line("state before anybody relies on it.");
    line();
    line(
        "**How a value is known.** *A*: the law itself or an official page was read, mostly in a copy that may");
    line(
        "be older than the election; the source says which. *B*: a secondary page was read. *C*: general");
    line(
        "knowledge, nothing was read: it is shown and decides nothing. Nothing is called late, and no recount");
    line("still possible, on the strength of a C.");
    line();
    Map<HowKnown, Integer> counts = new TreeMap<>();
    for (String code : CODES)
      for (Verdict<Provision> answer : stateOf(code).answers().values())
        provisions(answer).forEach(of -> counts.merge(of.how(), 1, Integer::sum));
    counts.forEach((how, n) -> line("- " + how + ", " + how.words() + ": " + n + " values"));
    line();
    line(
        "Business days leave out Saturday, Sunday, Veterans Day, Thanksgiving and Christmas; holidays of a state");
    line("are not known here. A day that falls on a weekend or a holiday is not moved.");
    line();
  }

  private static StateLaw stateOf(String code) {
    return LAW.state(code).orElseThrow();
  }

  private void glance() {
    line("## At a glance");
    line();
    line(
        "| | polls close (Eastern) | counties certify | state certifies | recount ordered | on request | asked for by | mail received |");
    line("|---|---|---|---|---|---|---|---|");
    for (String code : CODES) {
      StateLaw law = stateOf(code);
      line(
          "| "
              + String.join(
                  " | ",
                  "[" + code + "](#" + anchor(code) + ")",
                  closes(law),
                  cell(law, Field.COUNTY_DEADLINE),
                  cell(law, Field.CERT_DEADLINE),
                  cell(law, Field.RECOUNT_AUTOMATIC),
                  cell(law, Field.RECOUNT_ON_REQUEST),
                  cell(law, Field.RECOUNT_DEADLINE),
                  cell(law, Field.MAIL_RECEIPT))
              + " |");
    }
    line();
  }

  private static String closes(StateLaw law) {
    if (law.firstPollsClose().isEmpty()) return cell(law, Field.POLLS_CLOSE);
    String first = eastern(law.firstPollsClose());
    String last = eastern(law.lastPollsClose());
    return first.equals(last) ? first : first + " to " + last;
  }

  private static String eastern(Optional<OffsetDateTime> moment) {
    return moment
        .orElseThrow()
        .withOffsetSameInstant(ZoneOffset.ofHours(-5))
        .format(DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT));
  }

  /** The day or the words, with the badge. */
  private static String cell(StateLaw law, Field field) {
    return switch (law.answer(field)) {
      case Determined<Provision>(var of, var grounds) -> shortly(of);
      case Alternatives<Provision>(var answers) ->
          String.join(" or ", answers.stream().map(a -> shortly(a.value())).toList());
      case NotYet<Provision> v -> "-";
      case NoRule<Provision> none -> none.why().equals("not found") ? "-" : "?";
    };
  }

  private static String shortly(Provision of) {
    return of.date().map(Object::toString).orElse(of.value()) + " *" + of.how() + "*";
  }

  private void notFound() {
    line("## What was not found");
    line();
    line("Looked for, and in no page that was read. That is a gap, not a \"none\".");
    line();
    Map<Field, List<String>> missing = new TreeMap<>();
    for (String code : CODES)
      for (Field field : stateOf(code).notFound())
        missing.computeIfAbsent(field, f -> new ArrayList<>()).add(code);
    missing.forEach((field, codes) -> line("- " + field.words() + ": " + String.join(" ", codes)));
    line();
  }

  private void state(String code) {
    StateLaw law = stateOf(code);
    line("## " + Jurisdiction.of(code).orElseThrow().title());
    line();
    line("| | | day | how | source |");
    line("|---|---|---|---|---|");
    law.answers()
        .forEach(
            (field, answer) -> {
              provisions(answer).forEach(this::row);
              if (answer instanceof NoRule<Provision>(var why, var grounds))
                line("| %s | nothing can be said: %s | | ? | |".formatted(field.words(), why));
            });
    line();
  }

  private void row(Provision of) {
    line(
        "| %s | %s | %s | %s | %s |"
            .formatted(
                of.field().words(),
                of.value(),
                of.date().map(Object::toString).orElse(""),
                of.how(),
                String.join(", ", of.sources().stream().map(LawSource::id).toList())));
  }

  private static List<Provision> provisions(Verdict<Provision> answer) {
    return switch (answer) {
      case Determined<Provision>(var of, var grounds) -> List.of(of);
      case Alternatives<Provision>(var answers) ->
          answers.stream().map(Verdict.Alternative::value).toList();
      case NotYet<Provision> v -> List.of();
      case NoRule<Provision> v -> List.of();
    };
  }

  private void sources() {
    line("## Sources");
    line();
    for (LawSource source : StateLawTable.SOURCES.values())
      line(
          "- **%s** %s%s"
              .formatted(
                  source.id(),
                  source.title(),
                  source.address().startsWith("http")
                      ? " ([page](" + source.address() + "))"
                      : source.address().isEmpty() ? "" : " (" + source.address() + ")"));
  }

  private static String anchor(String code) {
    return Jurisdiction.of(code).orElseThrow().title().toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  private void line(String line) {
    page.append(line).append('\n');
  }

  private void line() {
    page.append('\n');
  }

  private StatesPage() {}
}
