package org.ascertain.press;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascertain.press.Mention.Days;
import org.ascertain.press.Mention.Person;
import org.ascertain.press.Mention.Placed;

/**
 * Of which elections a sentence may speak besides the text's own. A text that looks back names
 * another election once and then goes on about it; one that goes through several has none that is
 * its own. What such a sentence claims has to come out alike in all of them.
 */
final class OtherElections {

  /** Fewer sentences about others are asides. */
  private static final int LEAST_ELSEWHERE = 4;

  /** Of so many sentences that name somebody or a year one is of another election. */
  private static final int ONE_OF = 3;

  private static final Pattern YEAR =
      Starts.compile("(?<![0-9,.$])(?:1[789][0-9]{2}|20[0-9]{2})(?![0-9]|[.,][0-9])");

  /**
   * What one sentence says of its election.
   *
   * @param named the elections that it names by a year, or by who stood in no other
   * @param opened those of which what follows may be told: counted from another, or by the January
   *     in which they were counted
   * @param possible the elections in which all stood whom it names
   * @param isElsewhere whether it names a year or somebody that is not of the text's own
   * @param isAtHome whether all that it names may be of the text's own
   */
  private record Signs(
      Set<Integer> named,
      Set<Integer> opened,
      Optional<Set<Integer>> possible,
      boolean isElsewhere,
      boolean isAtHome) {}

  private final Standees standees;
  private final Optional<Integer> main;
  private final List<Set<Integer>> ofSentences = new ArrayList<>();

  /**
   * @param main the text's own election
   * @param ofDay that of the text's day
   * @param sentences in their order
   * @param begin which of them begin a paragraph
   */
  OtherElections(
      Standees standees,
      Optional<Integer> main,
      Optional<Integer> ofDay,
      List<Tagged> sentences,
      Set<Integer> begin) {
    this.standees = standees;
    this.main = main;
    List<Signs> all = new ArrayList<>();
    for (Tagged each : sentences) all.add(signs(each));
    long elsewhere = all.stream().filter(Signs::isElsewhere).count();
    long telling = all.stream().filter(each -> each.isElsewhere || each.isAtHome).count();
    boolean isOfSeveral = elsewhere >= LEAST_ELSEWHERE && elsewhere * ONE_OF >= telling;
    Set<Integer> everywhere = new TreeSet<>();
    if (isOfSeveral) {
      all.forEach(each -> everywhere.addAll(each.named));
      ofDay.ifPresent(everywhere::add);
    }
    Set<Integer> open = new TreeSet<>();
    for (int i = 0; i < all.size(); i++) {
      Signs signs = all.get(i);
      if (begin.contains(i) || isOfMain(signs)) open.clear();
      signs.possible.ifPresent(open::retainAll);
      open.addAll(signs.named);
      Set<Integer> these = new TreeSet<>(everywhere);
      these.addAll(open);
      main.ifPresent(these::remove);
      ofSentences.add(these);
      open.addAll(signs.opened);
    }
  }

  /** The elections besides the text's own of which a sentence may speak. */
  Set<Integer> of(int sentence) {
    return ofSentences.get(sentence);
  }

  private boolean isOfMain(Signs signs) {
    return main.isPresent() && signs.named.equals(Set.of(main.get()));
  }

  private Signs signs(Tagged sentence) {
    Set<Integer> named = new TreeSet<>();
    Set<Integer> opened = new TreeSet<>();
    main.flatMap(of -> ElectionMeant.relative(sentence, sentence.words().length(), of))
        .ifPresent(opened::add);
    Optional<Set<Integer>> possible = Optional.empty();
    boolean isElsewhere = false;
    for (Placed each : sentence.mentions()) {
      if (each.mention() instanceof Person person && !person.isPronoun()) {
        Set<Integer> years = standees.yearsOnTickets(person);
        if (years.isEmpty()) continue;
        if (main.filter(years::contains).isEmpty()) isElsewhere = true;
        possible = Optional.of(possible.map(before -> both(before, years)).orElse(years));
      }
      if (each.mention() instanceof Days days && isOfYear(sentence, each)) {
        Clause.season(days).ifPresent(named::add);
        if (days.isYear() && days.from().getYear() % 4 == 1) opened.add(days.from().getYear() - 1);
      }
    }
    possible.filter(years -> years.size() == 1).ifPresent(named::addAll);
    if (named.stream().anyMatch(year -> main.filter(year::equals).isEmpty())) isElsewhere = true;
    boolean isAtHome = !isElsewhere && (possible.isPresent() || !named.isEmpty());
    return new Signs(named, opened, possible, isElsewhere, isAtHome);
  }

  private static Set<Integer> both(Set<Integer> some, Set<Integer> others) {
    Set<Integer> both = new HashSet<>(some);
    both.retainAll(others);
    return both;
  }

  /** Whether a day is written with its year. */
  static boolean isOfYear(Tagged sentence, Placed day) {
    Matcher year = YEAR.matcher(sentence.words()).region(day.start(), day.end());
    return year.useTransparentBounds(true).find();
  }
}
