package org.ascertain.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ascertain.answers.ExitCode;
import org.ascertain.answers.Names;
import org.ascertain.answers.SentText;
import org.ascertain.desk.Scope;
import org.ascertain.feed.DeskSite;
import org.ascertain.feed.HandedIn;
import org.ascertain.feed.SentFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** To which desk something is handed in, and by what right. */
final class DeskOptions {

  /** How long a desk may be away while something is handed in to it. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final String FROM_FILE = "file:";

  static final String TOKEN =
      "The token that 'ascertain token' printed, or file:PATH of a file that it stands in, so that no list of"
          + " processes shows it.";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "URL",
      description = "The desk's server, as http://127.0.0.1:8080.")
  private URI to = URI.create("");

  @Option(names = "--token", required = true, paramLabel = "T", description = TOKEN)
  private String token = "";

  /** The desk. */
  DeskSite site() {
    return site(command, to, token);
  }

  /** The desk at an address, for the holder of a token. */
  static DeskSite site(CommandSpec command, URI to, String token) {
    if (to.getScheme() == null || !to.getScheme().matches("https?") || to.getHost() == null)
      throw wrong(
          command,
          "--to takes the address of a server, as http://127.0.0.1:8080, not '%s'.".formatted(to));
    return new DeskSite(
        to,
        secret(command, token),
        PATIENCE,
        notice -> command.commandLine().getErr().println(notice));
  }

  private static String secret(CommandSpec command, String token) {
    if (!token.startsWith(FROM_FILE)) return token;
    Path file = Path.of(token.substring(FROM_FILE.length()));
    try {
      return Files.readString(file).strip();
    } catch (IOException unreadable) {
      throw wrong(command, "'%s' cannot be read: %s.".formatted(file, unreadable.getMessage()));
    }
  }

  /** What the token may hand in. */
  Scope scope(DeskSite site) {
    return switch (site.session()) {
      case DeskSite.Answer(JsonNode session) -> scope(session.path("scope"));
      case DeskSite.Refusal refused -> throw wrong(refused.says());
      case DeskSite.Silence(String why) -> throw wrong(why + ".");
    };
  }

  private static Scope scope(JsonNode scope) {
    return new Scope(
        words(scope.path("elections")),
        words(scope.path("facts")),
        words(scope.path("callers")),
        words(scope.path("units")),
        words(scope.path("sources")));
  }

  private static Set<String> words(JsonNode list) {
    Set<String> words = new HashSet<>();
    list.forEach(word -> words.add(word.asText()));
    return words;
  }

  ParameterException wrong(String sentence) {
    return wrong(command, sentence);
  }

  private static ParameterException wrong(CommandSpec command, String sentence) {
    return new ParameterException(command.commandLine(), sentence);
  }

  /** Tells what became of a file; gives the exit code. */
  static int tell(CommandSpec command, String what, String election, SentFile sent, boolean json) {
    SentText text =
        new SentText(
            what,
            election,
            true,
            false,
            counts(sent.rows()),
            findings(sent.rows()),
            sent.rows().more(),
            stopped(sent.rows(), sent.end()));
    PrintWriter out = command.commandLine().getOut();
    PrintWriter err = command.commandLine().getErr();
    if (json) out.println(text.json());
    else text.print(out, err);
    out.flush();
    err.flush();
    if (sent.end().isPresent())
      return sent.end().get() instanceof DeskSite.Silence ? ExitCode.CANNOT_TELL : ExitCode.USAGE;
    return sent.rows().isWhole() ? ExitCode.DONE : ExitCode.NO;
  }

  /** What became of rows, in the words of answers. */
  static SentText.Counts counts(HandedIn rows) {
    return new SentText.Counts(
        rows.rows(), rows.recorded(), rows.known(), rows.kept(), rows.proposed(), rows.refused());
  }

  private static List<SentText.Finding> findings(HandedIn rows) {
    return rows.findings().stream()
        .map(
            found ->
                new SentText.Finding(
                    found.row(),
                    found.code(),
                    found.severity(),
                    found.path(),
                    found.says(),
                    found.kept()))
        .toList();
  }

  /** Why not everything was answered, in a sentence. */
  static Optional<String> stopped(HandedIn rows, Optional<DeskSite.Reply> end) {
    if (rows.held()) return Optional.of(held(rows.rows()));
    return end.map(
        reply ->
            switch (reply) {
              case DeskSite.Refusal refused -> "The desk refused it: " + refused.says();
              case DeskSite.Silence(String why) ->
                  why
                      + "; whether the last rows were recorded is not known. The same command again goes on, and nothing comes twice.";
              case DeskSite.Answer answered -> "It was answered.";
            });
  }

  private static String held(long rows) {
    return """
        The desk holds it after row %s, for more than a fifth of its rows, and more than
        50, were kept aside. Is it of another layout, or another election's? Let the desk decide
        about the rows that it keeps, then give the same command again: it goes on where it stopped."""
        .formatted(Names.number(rows));
  }
}
