/** Measurements against limits and peers. */
@NullMarked
package org.ascertain.bench;

import org.jspecify.annotations.NullMarked;
