package org.ascertain.answers;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Problem;
import org.ascertain.election.Unit;
import org.ascertain.election.When;
import org.ascertain.standing.History;
import org.ascertain.standing.KnownOrder;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Tabulation;
import org.ascertain.standing.TurningPoint;
import org.ascertain.standing.TurningPoint.Majority;

/**
 * What has to be known of the whole before an election can be told: what came first and last of
 * each stage, what passed the majority, what happened together, and which notes are of one fact
 * only.
 */
final class StoryPlan {

  /** So many facts of a stage at one moment have no order among each other worth telling. */
  private static final int MANY = 5;

  /** Challenges and acknowledgements up to so many are told one by one. */
  private static final int FEW = 20;

  /** A sentence that more notes share says where figures come from, not what happened. */
  private static final int SHARED = 3;

  /**
   * Where one sentence of a note ends. A note is free text of whoever kept the record, and nothing
   * is learned from it: sentences that many notes share are only not told again and again. (The
   * JDK's {@link java.text.BreakIterator} would end one after each initial, as in Harry S. Truman.)
   */
  private static final Pattern SENTENCE_ENDS = Pattern.compile("(?<=[a-z0-9)]\\.) (?=[A-Z])");

  private record Moment(Rung rung, long effective) {}

  private final Optional<String> reference;
  private final Map<Moment, Integer> together = new HashMap<>();
  private final Map<Long, String> ends = new HashMap<>();
  private final Map<Rung, KnownOrder> orders = new EnumMap<>(Rung.class);
  private final Map<Long, List<Majority>> crossings = new HashMap<>();
  private final Map<Long, TurningPoint.Lead> leads = new HashMap<>();
  private final Map<Long, TurningPoint.Fall> falls = new HashMap<>();
  private final Map<String, Integer> sentences = new HashMap<>();
  private final Map<String, Integer> returnsOfElectors = new HashMap<>();
  private final Set<String> withdrawn = new HashSet<>();
  private final Map<String, Fact.Challenge> challenges = new HashMap<>();
  private final Set<Long> refused;
  private int acknowledgements = 0;

  StoryPlan(History history) {
    this.reference = history.header().caller();
    this.refused =
        history.problems(History.ALL).stream().map(Problem::index).collect(Collectors.toSet());
    history.entries().stream().filter(this::counts).forEach(this::note);
    stages(history);
    history.course().points().forEach(this::note);
  }

  /** Whether a fact counts: one that makes no sense is a problem, and no part of the story. */
  boolean counts(Entry entry) {
    return !refused.contains(entry.index());
  }

  private void note(Entry entry) {
    stage(entry.fact())
        .ifPresent(rung -> together.merge(new Moment(rung, entry.effective()), 1, Integer::sum));
    sentences(entry.fact()).forEach(sentence -> sentences.merge(sentence, 1, Integer::sum));
    switch (entry.fact()) {
      case Fact.ElectorVotes f -> returnsOfElectors.merge(f.jurisdiction(), 1, Integer::sum);
      case Fact.CallWithdrawn f -> withdrawn.add(f.caller() + " " + f.unit() + " " + f.candidate());
      case Fact.Challenge f -> challenges.put(f.id(), f);
      case Fact.Acknowledgement f -> acknowledgements++;
      case Fact f -> {} // nothing of the others has to be known beforehand
    }
  }

  private void note(TurningPoint point) {
    long entry = point.entry().index();
    switch (point) {
      case Majority majority when majority.rung().byJurisdiction() ->
          crossings.computeIfAbsent(entry, e -> new ArrayList<>()).add(majority);
      case TurningPoint.Lead lead -> leads.put(entry, lead);
      case TurningPoint.Fall fall -> falls.put(entry, fall);
      case Majority national -> {} // told by the declaration and the oath themselves
      case TurningPoint.Stage stage -> {}
      case TurningPoint.Act act -> {}
    }
  }

  private void stages(History history) {
    Map<Rung, List<Entry>> stages = new EnumMap<>(Rung.class);
    for (Entry entry : history.entries())
      step(entry.fact())
          .filter(rung -> counts(entry))
          .ifPresent(rung -> stages.computeIfAbsent(rung, r -> new ArrayList<>()).add(entry));
    Tabulation end = history.stateAt(History.ALL);
    stages.forEach(
        (rung, facts) -> {
          KnownOrder order = new KnownOrder(facts);
          boolean known = rung == Rung.COUNTED && isInOrderOfTheAlphabet(history);
          if (!known) orders.put(rung, order);
          boolean whole = isWhole(rung, history, end);
          Entry first = facts.getFirst();
          Entry last = facts.getLast();
          boolean isFirst = whole && (known || order.first().filter(first::equals).isPresent());
          boolean isLast = whole && (known || order.last().filter(last::equals).isPresent());
          if (rung != Rung.REPORTED && rung != Rung.ASCERTAINED && facts.size() > 1)
            tellSingly(last, isLast ? "Last: " : "");
          tellSingly(first, isFirst ? "First: " : "");
        });
  }

  /**
   * What begins or ends a stage is told by itself, unless others may have come at the same time.
   */
  private void tellSingly(Entry entry, String word) {
    if (isOrderKnown(entry) && !together(entry)) ends.put(entry.index(), word);
  }

  /** Since 1887 the law has the votes opened in the order in which the record names them. */
  private static boolean isInOrderOfTheAlphabet(History history) {
    return history.law().rules().stream().anyMatch(rule -> rule.id().equals("COUNT.ALPHABET"));
  }

  /** Whether the record says that it has every step to a rung: else another may have been first. */
  private boolean isWhole(Rung rung, History history, Tabulation end) {
    Optional<String> caller = rung == Rung.CALLED ? reference : Optional.empty();
    return history.law().units().stream()
        .allMatch(
            unit -> end.coverages().isComplete(rung.matter(), caller, unit.id(), history.end()));
  }

  /** Whether it is known which steps to the same rung came before an entry, and which after it. */
  boolean isOrderKnown(Entry entry) {
    return step(entry.fact())
        .flatMap(rung -> Optional.ofNullable(orders.get(rung)))
        .map(order -> order.isKnown(entry))
        .orElse(true);
  }

  /** The stage of which a fact is one step, as far as steps are counted. */
  Optional<Rung> stage(Fact fact) {
    boolean undated =
        fact instanceof Fact.Ascertainment && fact.attestation().at() instanceof When.Between;
    return undated ? Optional.empty() : step(fact);
  }

  private Optional<Rung> step(Fact fact) {
    return switch (fact) {
      case Fact.Returns f when f.unit().indexOf('/') < 0 -> Optional.of(Rung.REPORTED);
      case Fact.Call f
          when reference.filter(f.caller()::equals).isPresent() && !f.unit().equals(Unit.NATION) ->
          Optional.of(Rung.CALLED);
      case Fact.Certification f when f.amends().isEmpty() -> Optional.of(Rung.CERTIFIED);
      case Fact.Ascertainment f -> Optional.of(Rung.ASCERTAINED);
      case Fact.ElectorVotes f -> Optional.of(Rung.VOTED);
      case Fact.Counted f -> Optional.of(Rung.COUNTED);
      case Fact f -> Optional.empty(); // no step, or one that is not counted
    };
  }

  /** Those who pass or fall below the majority on a rung by an entry. */
  List<Majority> crossings(Entry entry) {
    return crossings.getOrDefault(entry.index(), List.of());
  }

  /** What an entry changes of a unit's lead, as far as it is worth telling. */
  Optional<TurningPoint.Lead> lead(Entry entry) {
    return Optional.ofNullable(leads.get(entry.index()));
  }

  /** How an entry makes a unit's tally go down. */
  Optional<TurningPoint.Fall> fall(Entry entry) {
    return Optional.ofNullable(falls.get(entry.index()));
  }

  /** Whether an entry begins or ends a stage, as far as this record has it. */
  boolean isAtAnEnd(Entry entry) {
    return ends.containsKey(entry.index());
  }

  /** "First: " or "Last: " of what begins or ends a stage, where that is known; else nothing. */
  String atWhichEnd(Entry entry) {
    return ends.getOrDefault(entry.index(), "");
  }

  /**
   * Whether a fact is one of many of its stage at a moment that is not known to the minute: which
   * of them came first nobody knows.
   */
  boolean together(Entry entry) {
    return switch (entry.fact()) {
      case Fact.Returns f -> together(Rung.REPORTED, entry);
      case Fact.ElectorVotes f -> together(Rung.VOTED, entry);
      case Fact.Counted f -> together(Rung.COUNTED, entry);
      case Fact f -> false; // only these come by the many at one moment
    };
  }

  private boolean together(Rung rung, Entry entry) {
    return (isBrief() || rung == Rung.REPORTED)
        && !(entry.fact().attestation().at() instanceof When.AtMoment)
        && together.getOrDefault(new Moment(rung, entry.effective()), 0) >= MANY;
  }

  /** Whether the jurisdiction sent more than one return of electors' votes. */
  boolean isRival(Fact.ElectorVotes votes) {
    return returnsOfElectors.getOrDefault(votes.jurisdiction(), 0) > 1;
  }

  /** Whether a call was withdrawn later. */
  boolean isWithdrawn(Fact.Call call) {
    return withdrawn.contains(call.caller() + " " + call.unit() + " " + call.candidate());
  }

  /**
   * Whether the record is small enough for every turn of it to be told with its note; a large one
   * is told by its majorities and its days.
   */
  boolean isBrief() {
    return challenges.size() <= FEW && acknowledgements <= FEW;
  }

  /** The name of a challenge; its id where the record does not have it. */
  String challenge(String id) {
    return Optional.ofNullable(challenges.get(id)).map(Fact.Challenge::name).orElse(id);
  }

  /** The challenge that a ruling is of. */
  Optional<Fact.Challenge> find(Fact.Ruling ruling) {
    return Optional.ofNullable(challenges.get(ruling.challenge()));
  }

  /** Whether a ruling is of a challenge that is told by itself from beginning to end. */
  boolean isProceeding(Fact.Ruling ruling) {
    return find(ruling).filter(StoryPlan::isProceeding).isPresent();
  }

  static boolean isProceeding(Fact.Challenge challenge) {
    return challenge.kind() == Fact.ChallengeKind.RECOUNT
        || challenge.kind() == Fact.ChallengeKind.ELECTION_CONTEST;
  }

  /** What a fact's note says of this fact alone. */
  Optional<String> remark(Fact fact) {
    if (!isBrief()) return Optional.empty();
    String own =
        sentences(fact)
            .filter(sentence -> sentences.getOrDefault(sentence, 0) <= SHARED)
            .collect(Collectors.joining(" "));
    return Optional.of(own).filter(text -> !text.isBlank());
  }

  /** A sentence with what the fact's note adds to it. */
  String withRemark(String text, Fact fact) {
    return remark(fact)
        .map(remark -> text + (text.endsWith(".") ? " " : ". ") + remark)
        .orElse(text);
  }

  private static Stream<String> sentences(Fact fact) {
    return fact.attestation().note().stream().flatMap(SENTENCE_ENDS::splitAsStream);
  }
}
