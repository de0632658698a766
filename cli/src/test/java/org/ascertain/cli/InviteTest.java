package org.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.ascertain.answers.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whoever may write to a data folder invites people to its desk. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class InviteTest {

  @TempDir private Path folder;

  private Ran invite(String... more) {
    String[] args = new String[3 + more.length];
    args[0] = "invite";
    args[1] = "--data";
    args[2] = folder.toString();
    System.arraycopy(more, 0, args, 3, more.length);
    return Ran.run(args);
  }

  @Test
  void an_invitation_is_printed_once_and_names_are_given_once() {
    Ran ran = invite("--role", "recorder,reviewer", "--name", "Ann");
    assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.DONE);
    assertThat(ran.out())
        .contains("Account 1, Ann: recorder, reviewer.")
        .containsPattern("/desk#invitation=[A-Za-z0-9_-]{43}\\s");
    Ran again = invite("--role", "auditor", "--name", "Ann");
    assertThat(again.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(again.err()).contains("no other has it");
    assertThat(invite("--role", "auditor", "--json").out())
        .contains("\"account\":2", "\"invitation\":\"");
  }

  @Test
  void what_is_no_role_and_what_is_no_folder_is_told() {
    assertThat(invite("--role", "king").err()).contains("There is no role 'king'");
    assertThat(Ran.run("invite", "--data", folder + "/none", "--role", "auditor").err())
        .contains("There is no data folder");
  }
}
