/**
 * A text held against the record: what it claims of an election, and what the record says to it.
 */
@NullMarked
package org.ascertain.press;

import org.jspecify.annotations.NullMarked;
