/**
 * Records on disk, behind one small interface: durable before it says yes, and only ever longer.
 */
@NullMarked
package org.ascertain.ledger;

import org.jspecify.annotations.NullMarked;
