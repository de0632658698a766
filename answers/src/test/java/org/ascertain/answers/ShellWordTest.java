package org.ascertain.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordTest {

  @Test
  void a_plain_path_stands_as_it_is() {
    assertThat(ShellWord.of("/srv/desk-2028/a_b.c")).isEqualTo("/srv/desk-2028/a_b.c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "night of counts", "it's", "a;b", "$HOME", "*", "~", "a\"b\\c"})
  void a_shell_reads_a_word_back(String word) throws Exception {
    List<String> command = List.of("sh", "-c", "printf %s " + ShellWord.of(word));
    Process shell = new ProcessBuilder(command).redirectErrorStream(true).start();
    assertThat(new String(shell.getInputStream().readAllBytes(), UTF_8)).isEqualTo(word);
  }
}
