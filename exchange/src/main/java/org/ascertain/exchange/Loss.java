package org.ascertain.exchange;

import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.ascertain.election.Fact;
import org.ascertain.election.When;

/**
 * Something of facts that a format has no place for, though it has one for the facts.
 *
 * @param words what is lost, in words that follow "lost: "
 * @param of whether a fact loses it in a file that is as of a moment
 */
public record Loss(String words, BiPredicate<Fact, When> of) {

  /** A loss as of whatever moment. */
  Loss(String words, Predicate<Fact> of) {
    this(words, (fact, at) -> of.test(fact));
  }
}
