/** Tabulation: facts under a law become a standing; ladder, settled, evidence. */
@NullMarked
package org.ascertain.standing;

import org.jspecify.annotations.NullMarked;
