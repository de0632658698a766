package org.ascertain.press;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascertain.election.Washington;
import org.ascertain.press.Form.Slots;
import org.ascertain.press.Mention.Placed;
import org.ascertain.standing.History;

/**
 * One text that is checked: each sentence is marked, read by every form, and held against records.
 */
final class Checking {

  private static final Pattern RELATIVE =
      Pattern.compile("\\b[Ff]our years (?:ago|earlier|before)\\b");

  private final Records records;
  private final Standees standees;
  private final Text text;
  private final LocalDate day;
  private final Optional<Integer> given;
  private final Optional<Integer> main;
  private final Marking marking;
  private final Map<Integer, Optional<Evidence>> atDay = new HashMap<>();
  private final Map<Integer, Optional<Evidence>> today = new HashMap<>();

  Checking(
      Records records,
      Standees standees,
      Text text,
      LocalDate day,
      Optional<Integer> given,
      Optional<Integer> main) {
    this.records = records;
    this.standees = standees;
    this.text = text;
    this.day = day;
    this.given = given;
    this.main = main;
    Optional<Actors> actors = main.flatMap(records::of).map(TextCheck::actors);
    this.marking =
        new Marking(
            standees,
            actors,
            new Calendar(
                Optional.of(day), main.orElseGet(() -> Seasons.ofDay(day).orElse(day.getYear()))));
  }

  List<Finding> findings(List<Sentences.Place> places) {
    List<Finding> all = new ArrayList<>();
    Optional<Tagged> before = Optional.empty();
    for (Sentences.Place place : places) {
      String words = text.plain().substring(place.start(), place.end()).replace('\n', ' ');
      Tagged sentence = marking.mark(words, before);
      before = Optional.of(sentence);
      if (!words.endsWith("?")) all.addAll(findings(place, sentence));
    }
    return all;
  }

  private List<Finding> findings(Sentences.Place place, Tagged sentence) {
    List<Finding> found = new ArrayList<>();
    for (Form form : Forms.ALL) {
      Tagged.Line line = form.isBare() ? sentence.bare() : sentence.full();
      for (Pattern pattern : form.patterns()) {
        Matcher match = pattern.matcher(line.text());
        while (match.find()) finding(place, sentence, form, line, match).ifPresent(found::add);
      }
    }
    return TextCheck.apart(found);
  }

  private Optional<Finding> finding(
      Sentences.Place place, Tagged sentence, Form form, Tagged.Line line, Matcher match) {
    if (match.start() == match.end()) return Optional.empty();
    Clause clause =
        Clause.of(
            sentence, line.place(match.start()), sentence.end(line, match.end()), taken(match));
    if (!form.mayBeAhead() && (clause.isSupposed() || clause.isForeseen())) return Optional.empty();
    Optional<Integer> year = year(sentence, clause, match);
    if (year.isEmpty()) return Optional.empty();
    Optional<Evidence> evidence = at(year.get(), true);
    if (evidence.isEmpty()) return Optional.empty();
    Slots slots = new Slots(match, sentence, year.get(), clause.day(), day);
    Judged judged = judged(form, slots, clause, evidence.get());
    if (judged.why().isEmpty()) return Optional.empty();
    Optional<Finding.Today> later = Optional.empty();
    if (Washington.endOf(day) < evidence.get().history().end()) {
      Judged now = judged(form, slots, clause, at(year.get(), false).orElseThrow());
      if (now.verdict() != judged.verdict() && !now.why().isEmpty())
        later = Optional.of(new Finding.Today(now.verdict(), now.why(), now.entries()));
    }
    int start = text.origin(place.start() + clause.start());
    int end = text.origin(place.start() + clause.end() - 1) + 1;
    return Optional.of(
        new Finding(
            start,
            end,
            TextCheck.id(year.get()),
            judged.verdict(),
            form.kind(),
            form.id(),
            text.words(start, end),
            judged.why(),
            judged.entries(),
            later));
  }

  private static Judged judged(Form form, Slots slots, Clause clause, Evidence evidence) {
    Judged judged = form.judge().judge(slots, evidence);
    if (judged.why().isEmpty()) return judged;
    if (clause.isDenied() && !form.ownsNegation()) judged = judged.denied();
    return clause.timed(judged, evidence);
  }

  /** The places of the mentions that the slots of a match have taken. */
  private static Set<Integer> taken(Matcher match) {
    Set<Integer> taken = new HashSet<>();
    Matcher marks = Pattern.compile("⟦[A-Z]([0-9]+)⟧").matcher(match.group());
    while (marks.find()) taken.add(Integer.parseInt(marks.group(1)));
    return taken;
  }

  private Optional<Evidence> at(int year, boolean then) {
    return (then ? atDay : today)
        .computeIfAbsent(
            year,
            y -> {
              Optional<History> history = records.of(y);
              return history.map(h -> new Evidence(h, then ? Washington.endOf(day) : h.end()));
            });
  }

  /**
   * The election of which a claim speaks: by a year beside it, by those it names, by the text's own
   * election. Where two are possible, none.
   */
  private Optional<Integer> year(Tagged sentence, Clause clause, Matcher match) {
    Optional<Set<Integer>> possible = Optional.empty();
    for (int i : taken(match))
      if (sentence.mentions().get(i).mention() instanceof Mention.Person person)
        possible = both(possible, years(person));
    if (possible.filter(Set::isEmpty).isPresent()) return Optional.empty();
    Set<Integer> beside = clause.electionYears();
    if (beside.size() > 1) return Optional.empty();
    if (beside.size() == 1) {
      int year = beside.iterator().next();
      return possible.isEmpty() || possible.get().contains(year)
          ? Optional.of(year)
          : Optional.empty();
    }
    if (given.isPresent())
      return possible.isEmpty() || possible.get().contains(given.get()) ? given : Optional.empty();
    if (RELATIVE.matcher(sentence.words()).find()) return Optional.empty();
    boolean mainFits =
        main.isPresent() && (possible.isEmpty() || possible.get().contains(main.get()));
    Set<Integer> elsewhere = Clause.electionYears(sentence);
    main.ifPresent(elsewhere::remove);
    if (mainFits && (possible.isEmpty() || elsewhere.stream().noneMatch(possible.get()::contains)))
      return possible.isEmpty() && !elsewhere.isEmpty() ? Optional.empty() : main;
    if (mainFits) return Optional.empty();
    if (possible.isEmpty()) return Optional.empty();
    Optional<Set<Integer>> all = possible;
    for (Placed each : sentence.mentions())
      if (each.mention() instanceof Mention.Person person) all = both(all, years(person));
    return all.filter(set -> set.size() == 1)
        .or(() -> Optional.of(Set.<Integer>of()))
        .flatMap(set -> set.stream().findFirst())
        .or(() -> only(possibleOf(match, sentence)));
  }

  private Set<Integer> possibleOf(Matcher match, Tagged sentence) {
    Optional<Set<Integer>> possible = Optional.empty();
    for (int i : taken(match))
      if (sentence.mentions().get(i).mention() instanceof Mention.Person person)
        possible = both(possible, years(person));
    return possible.orElse(Set.of());
  }

  private static Optional<Integer> only(Set<Integer> years) {
    return years.size() == 1 ? years.stream().findFirst() : Optional.empty();
  }

  private Set<Integer> years(Mention.Person person) {
    Set<Integer> leading = new HashSet<>();
    Set<Integer> all = new HashSet<>();
    for (Mention.Standee each : person.of()) {
      all.add(each.year());
      if (standees.leads(each)) leading.add(each.year());
    }
    return leading.isEmpty() ? all : leading;
  }

  private static Optional<Set<Integer>> both(Optional<Set<Integer>> one, Set<Integer> other) {
    if (one.isEmpty()) return Optional.of(other);
    Set<Integer> both = new HashSet<>(one.get());
    both.retainAll(other);
    return Optional.of(both);
  }
}
