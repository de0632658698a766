/** The nouns: election, jurisdiction, unit, candidate, fact, source, time, fraction. */
@NullMarked
package org.ascertain.election;

import org.jspecify.annotations.NullMarked;
