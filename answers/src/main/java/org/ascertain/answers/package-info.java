/**
 * Words and JSON of every answer. Command line and server tell what stands here, and neither has
 * words of its own.
 */
@NullMarked
package org.ascertain.answers;

import org.jspecify.annotations.NullMarked;
