/** The command line: parse, call, print. */
@NullMarked
package org.ascertain.cli;

import org.jspecify.annotations.NullMarked;
