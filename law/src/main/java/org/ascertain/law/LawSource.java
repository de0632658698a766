package org.ascertain.law;

/**
 * A page on which a value of the law of a state rests.
 *
 * @param id short, as {@code GA-1}
 * @param address where it was found; empty for general knowledge
 */
public record LawSource(String id, String title, String address) {}
