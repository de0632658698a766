/** The elections of the past as records, and their loader. */
@NullMarked
package org.ascertain.archive;

import org.jspecify.annotations.NullMarked;
