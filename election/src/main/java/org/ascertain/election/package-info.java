/**
 * The nouns: election, candidate, ticket, jurisdiction, unit, fact, source, time, votes, fraction.
 */
@NullMarked
package org.ascertain.election;

import org.jspecify.annotations.NullMarked;
