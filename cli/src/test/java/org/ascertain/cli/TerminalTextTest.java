package org.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.ascertain.answers.JsonAnswer;
import org.junit.jupiter.api.Test;

/** What a record's names and notes may do to a terminal: nothing. */
class TerminalTextTest {

  private static String shown(String text) {
    StringWriter shown = new StringWriter();
    PrintWriter out = new PrintWriter(new TerminalText(shown), true);
    out.print(text);
    out.flush();
    return shown.toString();
  }

  @Test
  void a_name_can_neither_repaint_the_screen_nor_go_back_over_a_line() {
    assertThat(shown("A\u001b]0;PWNED\u0007\u001b[31m\rB\u0000\u009b2J"))
        .isEqualTo("A\uFFFD]0;PWNED\uFFFD\uFFFD[31m\uFFFDB\uFFFD\uFFFD2J");
  }

  @Test
  void a_name_cannot_turn_the_direction_of_what_follows() {
    assertThat(shown("\u202ENEDIB\u202C \u2066x\u2069 \u200F"))
        .isEqualTo("\uFFFDNEDIB\uFFFD \uFFFDx\uFFFD \uFFFD");
  }

  @Test
  void names_in_all_scripts_and_our_colours_are_shown() {
    assertThat(shown("Peña, Łódź, नेपाल, 東京, \uD83D\uDDF3\n\t-"))
        .isEqualTo("Peña, Łódź, नेपाल, 東京, \uD83D\uDDF3\n\t-");
    assertThat(shown(TerminalText.BOLD + "270" + TerminalText.PLAIN))
        .isEqualTo("\033[1m270\033[0m");
  }

  /** An answer for programs is on a screen too, and says the same to a program. */
  @Test
  void an_answer_in_json_says_such_characters_as_escapes() {
    assertThat(JsonAnswer.object(json -> json.text("name", "A\u009b2J \u202Eé")))
        .contains("A\\u009B2J \\u202Eé");
  }
}
