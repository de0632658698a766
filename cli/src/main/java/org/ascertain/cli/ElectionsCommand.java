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
import org.ascertain.answers.ExitCode;
import org.ascertain.answers.Names;
import org.ascertain.answers.StandingText;
import org.ascertain.archive.Archive;
import org.ascertain.desk.RecordSense;
import org.ascertain.election.Fact.Header;
import org.ascertain.record.RecordReader;
import org.ascertain.standing.History;
import org.ascertain.standing.Standing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** All elections of the archive, decided from their records under the law of their day. */
@Command(
    name = "elections",
    description =
        "Lists all elections, one line each, decided from their records under the law of their day.",
    mixinStandardHelpOptions = true)
final class ElectionsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<AboutJson.Overview> all = new ArrayList<>();
    if (!json)
      out.printf(
          "%-5s%-30s%-30s%-10s%s%n",
          "year", "president", "vice president", "by", "entitled appointed cast counted");
    for (String id : Archive.ids()) {
      AboutJson.Overview decided = decide(id);
      all.add(decided);
      if (json) continue;
      line(decided, out);
      out.flush();
    }
    if (json) out.println(AboutJson.overviewForPeople(all));
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

  private static void line(AboutJson.Overview decided, PrintWriter out) {
    Header header = decided.history().header();
    Names names = new Names(header);
    Standing standing = decided.standing();
    Standing.ElectorFigures electors = standing.electors();
    String by = StandingText.by(standing.president());
    String second = StandingText.by(standing.vicePresident());
    out.printf(
        "%-5d%-30s%-30s%-10s%8d %9d %4d %7d%n",
        header.year(),
        standing.president().candidate().map(names::full).orElse("-"),
        standing.vicePresident().candidate().map(names::full).orElse("-")
            + (second.equals(by) ? "" : " (" + second + ")"),
        by,
        electors.entitled(),
        electors.appointed(),
        electors.cast(),
        electors.counted());
  }
}
