package org.ascertain.desk;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgres.class)
class InboxOnPostgresTest extends InboxTest {}
