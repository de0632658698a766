/** The form of the record: line codec, hash tree, checkpoints, verification. */
@NullMarked
package org.ascertain.record;

import org.jspecify.annotations.NullMarked;
