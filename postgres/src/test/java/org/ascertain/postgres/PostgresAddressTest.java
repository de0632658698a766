package org.ascertain.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ascertain.ledger.LedgerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What names a database, and how it is told again. */
class PostgresAddressTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          postgresql://ada@db/night                        | postgresql://ada@db/night
          postgresql://ada:secret@db:5432/night            | postgresql://ada@db:5432/night
          postgresql://db/night?sslmode=verify-full        | postgresql://db/night?sslmode=verify-full
          postgresql://db/night?password=secret            | postgresql://db/night
          postgresql://db/night?sslpassword=secret&ssl=true | postgresql://db/night?ssl=true
          postgres://a@one:5432,two:5433/night             | postgresql://a@one:5432,two:5433/night
          postgresql://a@[::1]:5432/night                  | postgresql://a@[::1]:5432/night
          """)
  void a_command_names_it_again_without_the_password(String given, String named) {
    assertThat(PostgresAddress.of(given).named()).isEqualTo(named);
    assertThat(PostgresAddress.of(given).place()).doesNotContain("secret", "@");
  }

  @ParameterizedTest
  @ValueSource(strings = {"db:abc", "db:", "db:0", "db:65536", "one:5432,two:x", "[::1]:x", "::1"})
  void a_port_that_is_none_is_told(String hosts) {
    assertThatThrownBy(() -> PostgresAddress.of("postgresql://ada@" + hosts + "/night"))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("which is no HOST:PORT");
  }

  /** It would become a folder, and what was meant for a team lie in a file of this machine. */
  @ParameterizedTest
  @ValueSource(
      strings = {"mysql://ada:secret@db/night", "jdbc:postgresql://db/night", "Postgresql://db/n"})
  void an_address_of_something_else_is_no_folder(String data) {
    assertThatThrownBy(() -> DataPlace.folder(data))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("neither a folder nor postgresql://USER@HOST/NAME")
        .hasMessageNotContaining("secret");
  }

  @Test
  void a_folder_may_have_a_colon_in_its_name() {
    assertThat(DataPlace.folder("night:1/desk").toString()).isEqualTo("night:1/desk");
  }
}
