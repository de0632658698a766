package org.ascertain.law;

import java.util.List;
import java.util.function.Function;

/**
 * What the law makes of the facts so far. A verdict never guesses: where the law is unsettled or
 * Congress itself announced a count "either way", it holds every answer; where a fact is missing,
 * it says which.
 */
public sealed interface Verdict<T> {

  /** The rules applied and the entries of the record they were applied to. */
  record Grounds(List<String> rules, List<Long> entries) {
    public Grounds {
      rules = List.copyOf(rules);
      entries = List.copyOf(entries);
    }
  }

  record Determined<T>(T value, Grounds grounds) implements Verdict<T> {}

  /** At least two answers, in the order in which the authority or the commentators give them. */
  record Alternatives<T>(List<Alternative<T>> answers) implements Verdict<T> {
    public Alternatives {
      if (answers.size() < 2)
        throw new IllegalArgumentException("one answer is no alternative: " + answers);
      answers = List.copyOf(answers);
    }
  }

  record Alternative<T>(T value, String why, Grounds grounds) {}

  record NotYet<T>(List<Missing> missing, Grounds grounds) implements Verdict<T> {
    public NotYet {
      missing = List.copyOf(missing);
    }
  }

  /**
   * The law as encoded here does not speak to the question; {@code reason} says what would have to
   * be established.
   */
  record NoRule<T>(Sentence reason, Grounds grounds) implements Verdict<T> {
    public NoRule(String why, Grounds grounds) {
      this(Sentence.of(why), grounds);
    }

    /** The reason in English. */
    public String why() {
      return reason.toString();
    }
  }

  default <R> Verdict<R> map(Function<? super T, ? extends R> then) {
    return switch (this) {
      case Determined<T>(var value, var grounds) -> new Determined<>(then.apply(value), grounds);
      case Alternatives<T>(var answers) ->
          new Alternatives<>(
              answers.stream()
                  .map(a -> new Alternative<R>(then.apply(a.value()), a.why(), a.grounds()))
                  .toList());
      case NotYet<T>(var missing, var grounds) -> new NotYet<>(missing, grounds);
      case NoRule<T>(var why, var grounds) -> new NoRule<>(why, grounds);
    };
  }
}
