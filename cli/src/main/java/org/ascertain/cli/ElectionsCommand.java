package org.ascertain.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ascertain.answers.AboutJson;
import org.ascertain.answers.Edition;
import org.ascertain.answers.ElectionsText;
import org.ascertain.answers.ExitCode;
import org.ascertain.archive.Archive;
import org.ascertain.desk.RecordSense;
import org.ascertain.record.RecordReader;
import org.ascertain.standing.History;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** All elections of the archive, decided from their records under the law of their day. */
@Command(
    name = "elections",
    description =
        "Lists all elections, one line each, decided from their records under the law of their day.",
    footer = {"", "For example: elections --json"},
    mixinStandardHelpOptions = true)
final class ElectionsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<AboutJson.Overview> all = new ArrayList<>();
    ElectionsText table = new ElectionsText(out);
    if (!json) table.heading();
    for (String id : Archive.ids()) {
      AboutJson.Overview decided = decide(id);
      all.add(decided);
      if (json) continue;
      table.row(decided.history().header(), decided.standing());
      out.flush();
    }
    if (json) out.println(AboutJson.overviewForPeople(all));
    else table.notes();
    out.flush();
    return ExitCode.DONE;
  }

  private static AboutJson.Overview decide(String id) {
    try (InputStream in = Archive.open(id).orElseThrow()) {
      RecordSense record = new RecordSense();
      RecordReader.forEach(in, line -> line.entry().ifPresent(record::take));
      History history = record.history().orElseThrow();
      return new AboutJson.Overview(Edition.OVER, history, history.standing());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
