package org.ascertain.cli;

import static org.ascertain.cli.Screen.SCREEN;

import java.io.PrintWriter;
import org.ascertain.answers.InTwoForms;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The option --json of the commands whose answers have two forms. */
final class FormOption {

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  /** Prints an answer in the form that was asked for. */
  void give(InTwoForms answer) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) out.println(answer.json());
    else answer.print(out, SCREEN);
    out.flush();
  }
}
