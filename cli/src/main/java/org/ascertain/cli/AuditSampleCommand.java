package org.ascertain.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.ascertain.answers.AuditSampleText;
import org.ascertain.answers.ExitCode;
import org.ascertain.answers.Names;
import org.ascertain.audit.BallotManifest;
import org.ascertain.audit.Unreadable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which cards of a unit to draw. */
@Command(
    name = "sample",
    description =
        "Says which cards of a unit to draw, by a public seed: anybody can draw them again.",
    footer = {
      "",
      "For example: audit sample WI --seed 12345678901234567890 --count 20 --manifest wi.csv"
    },
    mixinStandardHelpOptions = true)
final class AuditSampleCommand implements Callable<Integer> {

  private static final int MOST = 1_000_000;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "UNIT", description = "A unit that appoints electors: WI, ME-2.")
  private String unit = "";

  @Option(
      names = "--seed",
      paramLabel = "S",
      required = true,
      description = "The seed, drawn in public for this unit after its manifest was committed to.")
  private String seed = "";

  @Option(
      names = "--count",
      paramLabel = "N",
      required = true,
      description = "How many cards are drawn, with replacement: 1 to 1,000,000.")
  private int count;

  @Option(
      names = "--manifest",
      paramLabel = "FILE",
      required = true,
      description =
          "The batches as CSV, a column with their numbers of cards ('Number of Ballots').")
  private Path manifest = Path.of("");

  @Mixin private FormOption form;

  @Override
  public Integer call() {
    String id = unit.toUpperCase(Locale.ROOT);
    boolean isUnit =
        id.matches("[A-Z]{2}(-[1-9][0-9]?)?") && !Names.place(id).startsWith(id.substring(0, 2));
    if (!isUnit) throw wrong("'%s' is no unit; write a code such as WI or ME-2.".formatted(unit));
    if (seed.isBlank()) throw wrong("--seed takes what was drawn in public.");
    if (count < 1 || count > MOST) throw wrong("--count takes a whole number from 1 to 1,000,000.");
    AuditSampleText text = new AuditSampleText(id, seed, count, read());
    form.give(text);
    return ExitCode.DONE;
  }

  private BallotManifest read() {
    try {
      return BallotManifest.of(Files.readString(manifest, UTF_8));
    } catch (IOException unreadable) {
      throw wrong(FileTrouble.of(manifest, unreadable));
    } catch (Unreadable odd) {
      throw wrong("'%s' is no manifest that can be drawn from. %s".formatted(manifest, odd.why()));
    }
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
