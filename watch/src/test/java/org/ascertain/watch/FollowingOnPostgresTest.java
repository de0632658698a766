package org.ascertain.watch;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgres.class)
class FollowingOnPostgresTest extends FollowingTest {

  /** Not run here: it puts the files of a backup in the place of others. */
  @Override
  void a_turn_that_a_restored_backup_lacks_comes_again_under_its_id() {}
}
