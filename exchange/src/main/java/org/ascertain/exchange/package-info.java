/** Other people's formats, out and in, one file for each. */
@NullMarked
package org.ascertain.exchange;

import org.jspecify.annotations.NullMarked;
