package org.ascertain.desk;

/**
 * Who acted, as records and trails have it: a number that is never used again, and no name.
 *
 * @param number from 1
 */
public record Account(long number) {}
