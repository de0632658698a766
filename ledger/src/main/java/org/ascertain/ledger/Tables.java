package org.ascertain.ledger;

import java.util.List;

/**
 * Tables that another module keeps beside the entries of an election.
 *
 * @param name of the set of tables; a store knows by it how many of the scripts it has had
 * @param scripts SQL that SQLite and PostgreSQL both understand, applied one after the other, each
 *     once; a script that was published is never changed, further ones are added
 */
public record Tables(String name, List<String> scripts) {
  public Tables {
    scripts = List.copyOf(scripts);
  }
}
