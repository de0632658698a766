package org.ascertain.desk;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgres.class)
class PeopleOnPostgresTest extends PeopleTest {

  /** Not run again: the time goes into passwords, wherever they are kept. */
  @Override
  void an_unknown_name_takes_as_long_as_a_known_one() {}
}
