package org.ascertain.desk;

import java.util.Set;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.KnownUnits;
import org.ascertain.law.Law;

/**
 * What a row is held against besides the record.
 *
 * @param header the election's names, with those that came late
 * @param units the units below the states that are known
 * @param neighbours the rows of the same intake so far
 * @param now the clock, in nanoseconds since 1970-01-01T00:00Z
 * @param ownCallers ids of the callers in whose name this desk calls
 */
public record Context(
    Law law,
    Header header,
    KnownUnits units,
    Neighbours neighbours,
    long now,
    Thresholds thresholds,
    Set<String> ownCallers) {}
