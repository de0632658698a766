/** The language of official: parse a condition, its turns over time. */
@NullMarked
package org.ascertain.condition;

import org.jspecify.annotations.NullMarked;
