package org.ascertain.law;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ascertain.law.Manner.Method;
import org.ascertain.law.Rule.Confidence;

/** Writes {@code docs/law.md} from the rules; in one file, in the order of the page. */
final class LawPage {

  private final StringBuilder page = new StringBuilder();
  private final RuleLinks links = new RuleLinks();

  static String page() {
    LawPage page = new LawPage();
    page.head();
    page.elections();
    page.seats();
    page.methods();
    page.pledges();
    page.compact();
    page.rulesOf2028();
    page.unread();
    for (Rules.Chapter chapter : Rules.CHAPTERS) page.chapter(chapter);
    return page.page.toString();
  }

  private void head() {
    line("# The law of every election");
    line();
    line(
        "Made from the rules in `law/src/main/java`, each of which holds its words, its citation, the");
    line(
        "elections it governs, a formula, and examples that every build runs. Do not edit this page: change");
    line("the rule, and renew the page with");
    line();
    line("```");
    line(
        "mvn -pl law -am test -Dtest=LawPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dascertain.renew=true");
    line("```");
    line();
    line("An election has the year of its general election; the first, of 1788 and 1789, is 1788.");
    line(
        "`ascertain law 1876` prints the rules of one election, `ascertain explain 1876 president` says which of");
    line("them decided.");
    line();
    line(
        "**How sure a rule is.** *Confirmed*: computed, or found in a source that was read. *Reported*: told by");
    line(
        "secondary pages, the source itself was not read. *Settled*: settled law, stated from general knowledge, to");
    line(
        "be read again in its source. *Disputed*: authorities differ; a verdict that rests on it holds every answer.");
    line("*Not established*: the verdict says that there is no rule here.");
    line();
    line("What the states' own laws say for the next election, value by value, stands in");
    line("[the law of the states](law-states.md).");
    line();
    Map<Confidence, Long> counts = new TreeMap<>();
    for (Rule<?> rule : Rules.ALL) counts.merge(rule.confidence(), 1L, Long::sum);
    line("| | rules |");
    line("|---|---|");
    counts.forEach((confidence, n) -> line("| " + words(confidence) + " | " + n + " |"));
    line("| in all | " + Rules.ALL.size() + " |");
    line();
    line(
        "**Which rule governs.** An exception displaces the rule it names for its elections. Of what remains the");
    line("higher kind of law displaces the lower, in this order: " + ranks() + ".");
    line("Two rules of equal rank on one question are an error, which a test looks for.");
    line();
    line("## Contents");
    line();
    List<String> titles =
        new ArrayList<>(
            List.of(
                "The elections",
                "Seats by census",
                "Methods of appointment",
                "What binds electors by state",
                "Members of the compact",
                "The rules of 2028",
                "What nobody here has read"));
    Rules.CHAPTERS.forEach(chapter -> titles.add(chapter.title()));
    for (String title : titles)
      line("- [" + title + "](#" + title.toLowerCase(Locale.ROOT).replace(' ', '-') + ")");
    line();
  }

  private static String ranks() {
    return String.join(", ", List.of(Rule.Rank.values()).stream().map(Rule.Rank::words).toList());
  }

  private void elections() {
    line("## The elections");
    line();
    line(
        "From the law alone: the electors to whom the states are entitled, and the base and majority if every");
    line(
        "state that may appoints all of its own; who did not is a fact, and stands in the records. The days of");
    line(
        "1792 to 1844 are those of the customary reading (CAL.APPOINT.1792). After 2028 the electors wait for");
    line(
        "the apportionment after the census of 2030. From 1888 to 2020 no day was set for the executive's");
    line(
        "certificate; a contest determined by the other day was conclusive, which was an offer and no duty");
    line("(CAL.SAFE.1887). Congress may set another day for a count that is still to come.");
    line();
    line(
        "| election | entitled | base | majority | electors appointed | certified by | contests determined by | electors vote | Congress counts | term begins | dispute decided by |");
    line("|---|---|---|---|---|---|---|---|---|---|---|");
    IntStream.rangeClosed(1788 / 4, 2040 / 4).map(i -> i * 4).forEach(this::election);
    line();
  }

  private void election(int election) {
    Law law = Law.of(election).orElseThrow();
    boolean known = law.allotment() instanceof Verdict.Determined<?>;
    int entitled = law.entitled().values().stream().mapToInt(Integer::intValue).sum();
    int base =
        law.entitled().entrySet().stream()
            .filter(of -> !Allotment.excluded(election).contains(of.getKey()))
            .mapToInt(Map.Entry::getValue)
            .sum();
    Period appointed = law.appointmentDays().getFirst();
    line(
        "| "
            + String.join(
                " | ",
                String.valueOf(election),
                known ? String.valueOf(entitled) : "-",
                known ? String.valueOf(base) : "-",
                known ? String.valueOf(Base.of(base).majority()) : "-",
                appointed.first().equals(appointed.last())
                    ? day(appointed.first())
                    : appointed.first() + " to " + appointed.last(),
                law.deadline(DeadlineKind.ASCERTAIN).map(of -> day(of.day())).orElse("-"),
                law.deadline(DeadlineKind.SAFE_HARBOUR).map(of -> day(of.day())).orElse("-"),
                due(law, DeadlineKind.MEET),
                due(law, DeadlineKind.COUNT),
                due(law, DeadlineKind.TERM),
                CountingRegimes.inForce(election).rule().id())
            + " |");
  }

  private static String due(Law law, DeadlineKind due) {
    return day(law.deadline(due).orElseThrow().day());
  }

  private static String day(LocalDate day) {
    return day + " " + day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ROOT);
  }

  private void seats() {
    line("## Seats by census");
    line();
    line(
        "As enacted; admissions between two apportionments are in ALLOT.NEWSTATE. Of the censuses of 1790, 1870");
    line(
        "and 2020 the populations are here, and the method is run again; of the others the enacted seats stand");
    line("alone.");
    line();
    for (Apportionment.Enacted enacted : Apportionment.ENACTED)
      line(
          "- **"
              + enacted.rule().id()
              + "** ("
              + period(enacted.rule())
              + "): "
              + String.join(
                  ", ",
                  enacted.seats().entrySet().stream()
                      .map(of -> of.getKey() + " " + of.getValue())
                      .toList()));
    line();
  }

  private void methods() {
    line("## Methods of appointment");
    line();
    line("A state that is not named chose by popular vote of the whole state.");
    line();
    line("| election | method | states |");
    line("|---|---|---|");
    Map<String, String> before = Map.of();
    for (int election = 1788; election <= 2028; election += 4) {
      Map<String, String> methods = methods(election);
      boolean listed = election <= 1832 || !methods.equals(before);
      for (Map.Entry<String, String> of : methods.entrySet())
        if (listed) line("| " + election + " | " + of.getKey() + " | " + of.getValue() + " |");
      if (listed && methods.isEmpty())
        line("| " + election + " | all by popular vote of the whole state | |");
      before = methods;
    }
    line();
    line("From 1836 on a row stands only where something changed.");
    line();
  }

  private static Map<String, String> methods(int election) {
    Law law = Law.of(election).orElseThrow();
    Map<String, String> methods = new TreeMap<>();
    for (String jurisdiction : law.entitled().keySet()) {
      Manner manner = law.method(jurisdiction).orElseThrow();
      if (manner.method() != Method.STATEWIDE)
        methods.merge(
            manner.method().words(),
            jurisdiction
                + (manner.plan().isEmpty() || manner.plan().equals("excluded")
                    ? ""
                    : " (" + manner.plan() + ")"),
            (one, other) -> one + ", " + other);
    }
    return methods;
  }

  private void pledges() {
    line("## What binds electors by state");
    line();
    line(
        "What follows from a vote against the pledge. Of a state and year that no row has, nothing is said");
    line("(VOTE.DEVIATE).");
    line();
    line("| election | what follows | states | how | source |");
    line("|---|---|---|---|---|");
    for (Table.Row row : BindingLaws.ROWS)
      line(
          "| %s | %s | %s | | %s |"
              .formatted(
                  row.text(0), Deviation.valueOf(row.text(1)).words(), row.text(2), row.text(3)));
    for (Table.Row row : BindingLaws.SOURCED_ROWS)
      line(
          "| from 2024 | %s | %s | %s | %s (%s) |"
              .formatted(
                  row.text(0).equals("?")
                      ? "nothing can be said"
                      : Deviation.valueOf(row.text(0)).words(),
                  row.text(2),
                  row.text(1),
                  row.text(4),
                  String.join(", ", row.words(3))));
    line();
    line(
        "A: the law was read, B: a secondary page was read, C: general knowledge, from which nothing follows here.");
    line("The sources by their ids are in [the law of the states](law-states.md#sources).");
    line();
  }

  private void compact() {
    line("## Members of the compact");
    line();
    line(
        "The National Popular Vote compact is in force nowhere: its members have fewer electors than a majority.");
    line(
        "Years by the page of the Council of State Governments; the days are general knowledge, but Virginia's was");
    line("read. Maine's bill to withdraw, LD 252, died on 17 June 2025.");
    line();
    line("| member | enacted | electors in 2028 |");
    line("|---|---|---|");
    Map<String, Integer> electors = Law.of(2028).orElseThrow().entitled();
    for (Table.Row row : InterstateCompact.ROWS)
      line(
          "| %s | %s | %d |"
              .formatted(row.text(0), row.text(1), electors.getOrDefault(row.text(0), 0)));
    line();
    line(
        "Electors of the members by election: "
            + IntStream.rangeClosed(2008 / 4, 2028 / 4)
                .map(i -> i * 4)
                .mapToObj(
                    year -> year + " " + InterstateCompact.MEMBERSHIP.formula().applyAsInt(year))
                .collect(Collectors.joining(", "))
            + ".");
    line();
  }

  private void rulesOf2028() {
    line("## The rules of 2028");
    line();
    line(
        "Every rule in force for the next election. Each name leads to its words with worked cases; the law of each");
    line("state stands in [the law of the states](law-states.md).");
    line();
    line("| rule | what it says | what it rests on | how sure |");
    line("|---|---|---|---|");
    Law law = Law.of(2028).orElseThrow();
    for (Rule<?> rule : law.rules())
      line(
          "| %s | %s | %s | %s |"
              .formatted(
                  link(rule), sentence(rule.text()), rule.citation(), words(rule.confidence())));
    line();
  }

  private static String link(Rule<?> rule) {
    return "[%s](#%s)".formatted(rule.id(), rule.id().toLowerCase(Locale.ROOT).replace(".", ""));
  }

  private void unread() {
    line("## What nobody here has read");
    line();
    line(
        "The rules in force for 2028 whose source was not read, or of which authorities differ. Who relies on one");
    line("reads its source first.");
    line();
    line("| rule | how sure | what it rests on |");
    line("|---|---|---|");
    Law.of(2028).orElseThrow().rules().stream()
        .filter(rule -> rule.confidence() != Confidence.CONFIRMED)
        .forEach(
            rule ->
                line(
                    "| %s | %s | %s |"
                        .formatted(link(rule), words(rule.confidence()), rule.citation())));
    line();
    line(
        "Rules of the past that rest on general knowledge: "
            + Rules.ALL.stream()
                .filter(rule -> !rule.holdsFor(2028))
                .filter(rule -> rule.confidence() == Confidence.SETTLED)
                .map(LawPage::link)
                .collect(Collectors.joining(", "))
            + ".");
    line();
  }

  private void chapter(Rules.Chapter chapter) {
    line("## " + chapter.title());
    line();
    for (Rule<?> rule : chapter.rules()) {
      line("### " + rule.id());
      line();
      line(sentence(rule.text()));
      line();
      line(
          period(rule)
              + " · "
              + rule.rank().words()
              + " · "
              + rule.citation()
              + " · by the law of the "
              + keyedOn(rule)
              + " · *"
              + words(rule.confidence())
              + "*"
              + rule.exceptionTo().map(general -> " · in place of " + general).orElse("")
              + " · "
              + links.of(rule));
      line();
      for (Rule.Example<?> example : rule.examples())
        line("- " + example.given() + ": " + plain(example.expected()));
      line();
    }
  }

  /** An outcome as people read it, not as the program writes lists and maps. */
  private static String plain(String expected) {
    if (expected.startsWith("Optional[")) return plain(inside(expected, "Optional["));
    if (expected.startsWith("[["))
      return inside(expected, "[[").replace("]", "").replace(", [", "; or ");
    if (expected.startsWith("[")) return expected.equals("[]") ? "none" : inside(expected, "[");
    if (expected.startsWith("{"))
      return expected.equals("{}")
          ? "none"
          : inside(expected, "{").replaceAll(", (?=[A-Za-z]+=)", "; ").replace('=', ' ');
    return switch (expected) {
      case "Optional.empty" -> "nothing";
      case "true" -> "yes";
      case "false" -> "no";
      default -> expected;
    };
  }

  private static String inside(String text, String opening) {
    return text.substring(opening.length(), text.length() - 1);
  }

  private static String keyedOn(Rule<?> rule) {
    return switch (rule.keyedOn()) {
      case APPOINTMENT -> "day electors are appointed";
      case VOTE -> "day electors vote";
      case COUNT -> "day of the count";
      case TERM -> "day the term begins";
    };
  }

  private static String words(Confidence confidence) {
    return switch (confidence) {
      case CONFIRMED -> "confirmed";
      case REPORTED -> "reported";
      case SETTLED -> "settled";
      case DISPUTED -> "disputed";
      case NOT_ESTABLISHED -> "not established";
    };
  }

  private static String period(Rule<?> rule) {
    if (rule.to() == Rule.OPEN) return "from " + rule.from();
    return rule.from() == rule.to()
        ? String.valueOf(rule.from())
        : rule.from() + " to " + rule.to();
  }

  private static String sentence(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
  }

  private void line(String line) {
    page.append(line).append('\n');
  }

  private void line() {
    page.append('\n');
  }

  private LawPage() {}
}
