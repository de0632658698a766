package org.ascertain.law;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.ascertain.election.Fact.Chamber;
import org.ascertain.law.Choice.By;

/** What has still to happen, or to be known, before the law gives an answer. */
public sealed interface Missing {

  /**
   * Electors have still to vote.
   *
   * @param jurisdictions whose, that with the most electors first; empty for all of them
   */
  record ElectorsVotes(List<String> jurisdictions) implements Missing {
    public ElectorsVotes {
      jurisdictions = List.copyOf(jurisdictions);
    }
  }

  /**
   * Several returns of a jurisdiction claim to be its votes, and nobody has decided between them.
   */
  record DecisionBetweenReturns(List<String> jurisdictions) implements Missing {
    public DecisionBetweenReturns {
      jurisdictions = List.copyOf(jurisdictions);
    }
  }

  /**
   * A House of Congress has to choose.
   *
   * @param whole how many states or Senators there are
   * @param majority how many of them choose
   * @param readings between which candidates: one list, or one for each reading of the law
   */
  record ContingentVote(By by, int whole, int majority, List<List<String>> readings)
      implements Missing {
    public ContingentVote {
      readings = readings.stream().map(List::copyOf).toList();
    }
  }

  /** A census whose apportionment will govern is still to come. */
  record ApportionmentToCome(int census) implements Missing {}

  /** How many members of each House signed an objection. */
  record Signatures() implements Missing {}

  record VoteOnObjection(Chamber chamber, String jurisdiction) implements Missing {}

  /** A certificate of ascertainment. */
  record ExecutivesCertificate() implements Missing {}

  /** A state has still to certify its result. */
  record Certification(String jurisdiction) implements Missing {}

  /** Votes of the people. */
  record PopularVotes() implements Missing {}

  /** Ranked ballots. */
  record RankedBallots() implements Missing {}

  /** What the law of the state provides for a tie. */
  record ProvisionForTie(List<String> candidates) implements Missing {
    public ProvisionForTie {
      candidates = List.copyOf(candidates);
    }
  }

  record LotBetween(List<String> candidates) implements Missing {
    public LotBetween {
      candidates = List.copyOf(candidates);
    }
  }

  /** Who was chosen President: the readings of the law differ. */
  record PresidentChosen() implements Missing {}

  /** In words, candidates by their ids. */
  default String words() {
    return words(id -> id);
  }

  /** In words that follow "missing", with names in place of the candidates' ids. */
  default String words(UnaryOperator<String> name) {
    return sentence(name).toString();
  }

  /** The same as a value. */
  default Sentence sentence(UnaryOperator<String> name) {
    return switch (this) {
      case ElectorsVotes(var of) when of.isEmpty() -> Sentence.of("the electors' votes");
      case ElectorsVotes(var of) -> largest("the votes of {x}", of);
      case DecisionBetweenReturns(var of) ->
          largest("a decision between the rival returns of {x}", of);
      case ContingentVote(var by, var whole, var majority, var readings) ->
          Sentence.of(
              by == By.HOUSE
                  ? "a choice by the House: {n} states, {n} needed, among {x}"
                  : "a choice by the Senate: {n} Senators, {n} needed, among {x}",
              whole,
              majority,
              readings.stream()
                  .map(reading -> names(reading, ", ", name))
                  .collect(Collectors.joining("; or ")));
      case ApportionmentToCome(var census) ->
          Sentence.of("the apportionment after the census of {n}", census);
      case Signatures() -> Sentence.of("how many members of each House signed");
      case VoteOnObjection(var chamber, var jurisdiction) ->
          Sentence.of(
              chamber == Chamber.SENATE ? "the Senate's vote on {x}" : "the House's vote on {x}",
              jurisdiction);
      case ExecutivesCertificate() -> Sentence.of("a certificate");
      case Certification(var jurisdiction) -> Sentence.of("the certification of {x}", jurisdiction);
      case PopularVotes() -> Sentence.of("votes");
      case RankedBallots() -> Sentence.of("ballots");
      case ProvisionForTie(var candidates) ->
          Sentence.of(
              "what the law of the state provides for a tie of {x}",
              names(candidates, " and ", name));
      case LotBetween(var candidates) ->
          Sentence.of("a lot between {x}", names(candidates, ", ", name));
      case PresidentChosen() -> Sentence.of("who was chosen President");
    };
  }

  /** Each in words, candidates by their ids. */
  static List<String> words(List<Missing> missing) {
    return words(missing, id -> id);
  }

  /** Each in words, with names in place of the candidates' ids. */
  static List<String> words(List<Missing> missing, UnaryOperator<String> name) {
    return missing.stream().map(each -> each.words(name)).toList();
  }

  /** Each as a value, candidates by their ids. */
  static List<Sentence> sentences(List<Missing> missing) {
    return missing.stream().map(each -> each.sentence(id -> id)).toList();
  }

  private static String names(List<String> ids, String between, UnaryOperator<String> name) {
    return ids.stream().map(name).collect(Collectors.joining(between));
  }

  /** The largest by name, the rest by number: {@code TX, MT and 2 more}. */
  private static Sentence largest(String form, List<String> of) {
    int named = 3;
    if (of.size() == 1) return Sentence.of(form, of.getFirst());
    if (of.size() <= named)
      return Sentence.of(
          form + " and {x}", String.join(", ", of.subList(0, of.size() - 1)), of.getLast());
    return Sentence.of(
        form + " and {n} more", String.join(", ", of.subList(0, named - 1)), of.size() - named + 1);
  }
}
