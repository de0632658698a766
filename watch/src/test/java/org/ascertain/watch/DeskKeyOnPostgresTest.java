package org.ascertain.watch;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgres.class)
class DeskKeyOnPostgresTest extends DeskKeyTest {}
