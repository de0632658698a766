/**
 * Handing in to a desk over HTTP, from outside: a file, and an election of the archive as a wire
 * would have given it.
 */
@NullMarked
package org.ascertain.feed;

import org.jspecify.annotations.NullMarked;
