package org.ascertain.exchange;

import java.util.function.Predicate;
import org.ascertain.election.Fact;

/**
 * Something of facts that a format has no place for, though it has one for the facts.
 *
 * @param words what is lost, in words that follow "lost: "
 * @param of whether a fact loses it
 */
public record Loss(String words, Predicate<Fact> of) {}
