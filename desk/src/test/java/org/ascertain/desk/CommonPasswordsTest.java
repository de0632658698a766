package org.ascertain.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonPasswordsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "passwordpassword",
        "Password12345!",
        "1234567890123",
        "qwertyuiopasdfghjkl",
        "aaaaaaaaaaaaaaa",
        "abcabcabcabcabc",
        "Vera Lindqvist 2028",
        "veralindqvist!!",
        "iloveyouiloveyou",
        "election2028election",
        "Welcome-to-2028",
        "contraseña2028",
        "administrator1",
        "0987654321098",
        "letmeinletmein1"
      })
  void what_people_make_long_is_refused(String password) {
    assertThat(CommonPasswords.has(password, "Vera Lindqvist")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a long word and another",
        "four words that nobody guesses",
        "correct horse battery staple",
        "kT9#vLq2zR8wX",
        "Die Wahl war am Dienstag",
        "el gato come tres peras"
      })
  void what_somebody_thought_of_is_taken(String password) {
    assertThat(CommonPasswords.has(password, "Vera Lindqvist")).isFalse();
  }
}
