package org.ascertain.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ascertain.answers.JsonAnswer;

/**
 * How somebody types in a rehearsal: for themself, and for who administers the desk. Where two
 * typings differ, nobody knows yet who slipped, so it counts for both.
 *
 * @param papers that they were done with
 * @param fields of those papers
 * @param differing fields in which the other typed something else
 * @param time from taking each paper to being done with it
 */
public record TypingScore(Account typist, long papers, long fields, long differing, Duration time) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The scores of all who typed, by their numbers. */
  static List<TypingScore> of(List<KeptProposal> proposals, List<Trail.Line> trail) {
    Map<String, Integer> papers = new HashMap<>();
    for (KeptProposal each : proposals) {
      int fields =
          switch (each.filed().state()) {
            case Blind blind -> blind.paper().fields().size();
            case Ended.Recorded(var by, var second, var decider, Ended.Typed typed) ->
                typed.paper().fields().size();
            case Proposal noPaper -> 0;
          };
      if (fields > 0) papers.put("proposal " + each.filed().id(), fields);
    }
    SortedMap<Long, TypingScore> scores = new TreeMap<>();
    Map<String, Instant> taken = new HashMap<>();
    Map<String, Account> firsts = new HashMap<>();
    for (Trail.Line line : trail) {
      Integer fields = papers.get(line.object());
      if (fields == null) continue;
      String mine = line.object() + " of " + line.account().number();
      if (line.act().equals(ProposalAct.Kind.CLAIM.word())) taken.put(mine, line.at());
      if (!line.act().equals(ProposalAct.Kind.DONE.word())) continue;
      Duration time = Duration.between(taken.getOrDefault(mine, line.at()), line.at());
      add(scores, new TypingScore(line.account(), 1, fields, differ(line), time));
      Account first = firsts.putIfAbsent(line.object(), line.account());
      if (first != null) add(scores, new TypingScore(first, 0, 0, differ(line), Duration.ZERO));
    }
    return List.copyOf(scores.values());
  }

  private static void add(SortedMap<Long, TypingScore> scores, TypingScore more) {
    scores.merge(more.typist().number(), more, TypingScore::and);
  }

  private TypingScore and(TypingScore more) {
    return new TypingScore(
        typist,
        papers + more.papers,
        fields + more.fields,
        differing + more.differing,
        time.plus(more.time));
  }

  /** In how many fields the two typings differed, as the trail has it. */
  private static long differ(Trail.Line line) {
    try {
      return JSON.readTree(line.body()).path(ProposalActs.DIFFER).asLong();
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("line %d of the trail".formatted(line.id()), damaged);
    }
  }

  /** A list of scores. */
  public static String json(List<TypingScore> scores) {
    return JsonAnswer.compact(
        json ->
            json.list(
                "items",
                scores,
                each -> {
                  json.number("account", each.typist().number());
                  json.number("papers", each.papers());
                  json.number("fields", each.fields());
                  json.number("differing", each.differing());
                  json.number("seconds", each.time().toSeconds());
                }));
  }
}
