/** The rules: dated, cited, pure functions from facts to verdicts. */
@NullMarked
package org.ascertain.law;

import org.jspecify.annotations.NullMarked;
