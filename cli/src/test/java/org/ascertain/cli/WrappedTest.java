package org.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** How lines end where a terminal does. */
class WrappedTest {

  private static String at(int width, String text) throws IOException {
    StringWriter shown = new StringWriter();
    try (PrintWriter out = new PrintWriter(new Wrapped(shown, width), true)) {
      out.print(text);
      out.flush();
    }
    return shown.toString();
  }

  @Test
  void a_line_that_fits_stays_as_it_is() throws IOException {
    assertThat(at(20, "just twenty columns.\n")).isEqualTo("just twenty columns.\n");
  }

  @Test
  void a_longer_one_breaks_at_words_and_hangs() throws IOException {
    assertThat(at(24, "  President of the United States of America\n"))
        .isEqualTo("  President of the\n      United States of\n      America\n");
  }

  @Test
  void what_follows_a_label_hangs_under_what_it_labels() throws IOException {
    assertThat(at(36, "  votes    Biden 1,672,143, Trump 1,661,686\n"))
        .isEqualTo("  votes    Biden 1,672,143, Trump\n           1,661,686\n");
  }

  @Test
  void a_word_longer_than_the_line_stays_whole() throws IOException {
    assertThat(at(10, "a us-president-2020/key+word b\n"))
        .isEqualTo("a\n    us-president-2020/key+word\n    b\n");
  }

  @Test
  void colours_take_no_room() throws IOException {
    String bold = TerminalText.BOLD + "ten letter" + TerminalText.PLAIN + " more\n";
    assertThat(at(15, bold)).isEqualTo(bold);
  }

  @Test
  void a_line_that_is_to_be_written_over_is_shown_at_once() throws IOException {
    StringWriter shown = new StringWriter();
    PrintWriter out = new PrintWriter(new Wrapped(shown, 20), true);
    out.print("half a ");
    out.flush();
    assertThat(shown.toString()).isEmpty();
    out.print(TerminalText.LINE_AGAIN + "next: 6 Nov");
    out.flush();
    assertThat(shown.toString()).isEqualTo("half a " + TerminalText.LINE_AGAIN + "next: 6 Nov");
  }
}
