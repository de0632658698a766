package org.ascertain.desk;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgres.class)
class TokensOnPostgresTest extends TokensTest {}
