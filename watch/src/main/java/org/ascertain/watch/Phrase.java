package org.ascertain.watch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ascertain.answers.FactText;
import org.ascertain.archive.Archive;
import org.ascertain.condition.Condition;
import org.ascertain.condition.ConditionParser;
import org.ascertain.condition.ConditionParser.Parsed;
import org.ascertain.condition.Evaluation;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.When;
import org.ascertain.law.Law;
import org.ascertain.standing.History;
import org.ascertain.standing.Rung;

/**
 * A condition that whoever writes one may go on with, and when it came true before.
 *
 * @param text as it is written in this election
 * @param came in each of the last elections in which it holds in the end, the last first; of others
 *     nothing is said here
 */
public record Phrase(String text, List<Came> came) {

  /** How many elections are asked; who has understood the condition sees seven. */
  private static final int ELECTIONS = 3;

  /** Characters; what is longer is no phrase but a text. */
  private static final int LONGEST = 70;

  /**
   * When a condition came true in one election.
   *
   * @param isAbout whether the time is approximate
   * @param isLatest whether it may have been before
   */
  public record Came(String election, When since, boolean isAbout, boolean isLatest) {}

  public Phrase {
    came = List.copyOf(came);
  }

  /**
   * The phrases of an election.
   *
   * @param histories the history of an election of the archive by its id
   */
  public static List<Phrase> all(Header header, Law law, Function<String, History> histories) {
    Map<String, Condition> conditions = new LinkedHashMap<>();
    for (String text : texts(header, law))
      if (ConditionParser.parse(text, header, law) instanceof Parsed.Understood(var understood))
        conditions.put(text, understood);
    Map<String, List<Came>> came = new LinkedHashMap<>();
    conditions.keySet().forEach(text -> came.put(text, new ArrayList<>()));
    for (String id : before(header.election()))
      ask(conditions, header.year(), histories.apply(id), came);
    List<Phrase> phrases = new ArrayList<>();
    came.forEach((text, all) -> phrases.add(new Phrase(text, all)));
    return List.copyOf(phrases);
  }

  /** Meanings that have a name, where they are short; a majority on each rung; each caller's. */
  private static Set<String> texts(Header header, Law law) {
    Set<String> texts = new LinkedHashSet<>();
    for (Meaning each : Meaning.all(law))
      if (each.condition().length() <= LONGEST) texts.add(each.condition());
    for (Rung rung : Rung.values())
      if (rung.byJurisdiction()) texts.add(rung.word() + " >= majority");
    texts.add(Rung.IN_OFFICE.word());
    texts.add("conceded");
    header.callers().forEach(caller -> texts.add("called by " + caller.id()));
    return texts;
  }

  /** The last elections of the archive up to this one, the last first. */
  private static List<String> before(String election) {
    return Archive.ids().reversed().stream()
        .filter(id -> id.compareTo(election) <= 0)
        .limit(ELECTIONS)
        .toList();
  }

  private static void ask(
      Map<String, Condition> conditions, int year, History of, Map<String, List<Came>> came) {
    Map<String, Condition> there = new LinkedHashMap<>();
    conditions.forEach(
        (text, condition) ->
            PastElections.there(condition, year, of).ifPresent(each -> there.put(text, each)));
    List<Evaluation> answers = Evaluation.of(List.copyOf(there.values()), of);
    int i = 0;
    for (String text : there.keySet())
      last(answers.get(i++), of.header().election())
          .ifPresent(each -> Optional.ofNullable(came.get(text)).orElseThrow().add(each));
  }

  private static Optional<Came> last(Evaluation answer, String election) {
    return answer.turns().stream()
        .filter(turn -> turn.until().isEmpty())
        .reduce((earlier, later) -> later)
        .map(
            turn -> {
              When since = turn.since().given();
              boolean isAbout = FactText.isAbout(since, turn.since().entry());
              return new Came(election, since, isAbout, turn.atLatest());
            });
  }
}
