/** Conditions that people wait for: turns in order of knowledge, notices, delivery. */
@NullMarked
package org.ascertain.watch;

import org.jspecify.annotations.NullMarked;
