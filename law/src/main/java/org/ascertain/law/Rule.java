package org.ascertain.law;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * One rule of law: its words in a line, where it stands, the elections it holds for, what it says
 * as a function, and real examples that every build runs.
 *
 * @param <F> the shape of what it says
 * @param id stable, as {@code CAL.MEET.1887}
 * @param text the formula in words
 * @param rank what kind of law it is; decides between rules that answer the same question
 * @param from the first election it holds for
 * @param to the last one; {@link #OPEN} while it is in force
 * @param keyedOn the event whose date selects the version of the law
 * @param confidence how sure this text is of the rule
 * @param formula what it says, as a pure function
 * @param exceptionTo the general rule that this one displaces for its elections
 */
public record Rule<F>(
    String id,
    String text,
    String citation,
    Rank rank,
    int from,
    int to,
    KeyedOn keyedOn,
    Confidence confidence,
    F formula,
    List<Example<F>> examples,
    Optional<String> exceptionTo) {

  public Rule {
    examples = List.copyOf(examples);
  }

  /** A rule that is no exception to another. */
  public Rule(
      String id,
      String text,
      String citation,
      Rank rank,
      int from,
      int to,
      KeyedOn keyedOn,
      Confidence confidence,
      F formula,
      List<Example<F>> examples) {
    this(
        id,
        text,
        citation,
        rank,
        from,
        to,
        keyedOn,
        confidence,
        formula,
        examples,
        Optional.empty());
  }

  /** The end of a rule that is in force. */
  public static final int OPEN = Integer.MAX_VALUE;

  /** What kind of law a rule is; the higher displaces the lower. */
  public enum Rank {
    CONSTITUTION("Constitution"),
    ONE_OFF_ACT("act or joint resolution for one election"),
    STATUTE("statute"),
    STATE_LAW("law of the state"),
    CHAMBER_RULE("rule or resolution of the Houses"),
    PRACTICE("practice of Congress");

    private final String words;

    Rank(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /**
   * The event whose date selects the version of the law. An election can cross a change, as that of
   * 1932 did.
   */
  public enum KeyedOn {
    APPOINTMENT,
    VOTE,
    COUNT,
    TERM
  }

  /** How sure this text is of a rule. */
  public enum Confidence {
    /** Computed, or confirmed in a source that was read. */
    CONFIRMED,
    /** Told by secondary pages; the source itself was not read. */
    REPORTED,
    /** Settled law, stated from general knowledge. */
    SETTLED,
    /** Commentators or authorities differ; the verdict is {@link Verdict.Alternatives}. */
    DISPUTED,
    /** What the law was could not be established; the verdict is {@link Verdict.NoRule}. */
    NOT_ESTABLISHED
  }

  /**
   * A real case of the rule: what is given in words, the rule applied to it, and what must come
   * out.
   *
   * @param given in words, as {@code 2020}
   * @param run applies the formula to the case
   * @param expected the outcome as text
   */
  public record Example<F>(String given, Function<F, ?> run, String expected) {}

  /** One example: what is given in words, the formula applied to it, the outcome as text. */
  public static <F> Example<F> example(String given, Function<F, ?> run, String expected) {
    return new Example<>(given, run, expected);
  }

  /** Examples of a rule that takes the year of the election: year, outcome, year, outcome ... */
  public static <T> List<Example<IntFunction<T>>> years(Object... yearsAndOutcomes) {
    return Stream.iterate(0, i -> i < yearsAndOutcomes.length, i -> i + 2)
        .map(
            i ->
                new Example<IntFunction<T>>(
                    yearsAndOutcomes[i].toString(),
                    formula -> formula.apply((Integer) yearsAndOutcomes[i]),
                    yearsAndOutcomes[i + 1].toString()))
        .toList();
  }

  /** The same rule as an exception to a general one. */
  public Rule<F> displacing(String general) {
    return new Rule<>(
        id,
        text,
        citation,
        rank,
        from,
        to,
        keyedOn,
        confidence,
        formula,
        examples,
        Optional.of(general));
  }

  public boolean holdsFor(int election) {
    return from <= election && election <= to;
  }
}
