/**
 * What is written to records: the intake of files, and the rehearsal of an election of the archive.
 */
@NullMarked
package org.ascertain.desk;

import org.jspecify.annotations.NullMarked;
