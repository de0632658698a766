package org.ascertain.standing;

import java.util.Optional;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;

/**
 * What was recorded wrongly, put right.
 *
 * @param by the correction or retraction
 * @param before the entry that stood until then
 * @param after what stands in its place, if anything does
 */
public record Amendment(Entry by, Entry before, Optional<Fact> after) {}
