/**
 * Records in PostgreSQL, for teams: the ledger's store over a database that they run themselves.
 */
@NullMarked
package org.ascertain.postgres;

import org.jspecify.annotations.NullMarked;
