package org.ascertain.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.ascertain.answers.ExitCode;
import org.ascertain.answers.ShellWord;
import org.ascertain.answers.TokenText;
import org.ascertain.desk.DeskTables;
import org.ascertain.desk.Policy;
import org.ascertain.desk.Scope;
import org.ascertain.desk.TokenRows;
import org.ascertain.desk.Tokens;
import org.ascertain.election.ElectionId;
import org.ascertain.ledger.DataFolder;
import org.ascertain.ledger.DeskStore;
import org.ascertain.record.FactWord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes, lists and takes back the tokens by which programs hand in. */
@Command(
    name = "token",
    description = {
      "Makes a token by which a program may hand in to an election, and prints it once. With"
          + " --revoke, takes one back; with neither --label nor --revoke, lists those there are."
    },
    footer = {
      "",
      "For example: token 2028 --data DIR --label Wire --facts returns,call --callers AP --units"
          + " PA,OH"
    },
    mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {

  private static final InstantSource CLOCK = InstantSource.system();

  /** The kind of a record's first fact: who may give it may begin the record. */
  private static final String ELECTION = "election";

  private static final Pattern LABEL = Pattern.compile("[^\\p{Cntrl}]{1,64}");

  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Parameters(
      arity = "0..1",
      paramLabel = "ELECTION",
      description = "A year (2028) or an id (us-president-2028) of which DIR has the record.")
  private @Nullable String election;

  @Option(names = "--label", paramLabel = "L", description = "What it is for, for people.")
  private @Nullable String label;

  @Option(
      names = "--facts",
      split = ",",
      paramLabel = "KIND",
      description = "The kinds of facts that it may hand in, as returns,call,call-withdrawn.")
  private Set<String> facts = Set.of();

  @Option(
      names = "--callers",
      split = ",",
      paramLabel = "C",
      description = "The callers whose calls it may hand in; nobody's without it.")
  private Set<String> callers = Set.of();

  @Option(
      names = "--units",
      split = ",",
      paramLabel = "U",
      description = "The units, with what lies below them, that it may speak of; all without it.")
  private Set<String> units = Set.of();

  @Option(
      names = "--sources",
      split = ",",
      paramLabel = "S",
      description = "The ids of sources that its facts may name; any without it.")
  private Set<String> sources = Set.of();

  @Option(
      names = "--policy",
      paramLabel = "aside|flag",
      description =
          "What becomes of rows that a check doubts: kept aside, or recorded and shown as"
              + " unexplained where time settles it (default: aside).")
  private String policy = Policy.ASIDE.word();

  @Option(
      names = "--expires",
      paramLabel = "DAY",
      description = "The last day on which it is good; in 90 days without it, in 400 at most.")
  private @Nullable LocalDate expires;

  @Option(
      names = "--revoke",
      paramLabel = "ID",
      description = "Takes the token of this number back; from then on it opens nothing.")
  private @Nullable Long revoked;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  @Override
  public Integer call() {
    DataFolder folder = data.existing();
    try (DeskStore desk = DeskTables.open(folder.store())) {
      Tokens tokens = new Tokens(desk, CLOCK);
      if (revoked != null) revoke(tokens, revoked);
      else if (label != null) issue(tokens, label);
      else list(tokens);
    }
    out().flush();
    return ExitCode.DONE;
  }

  private void issue(Tokens tokens, String label) {
    Scope scope = scope();
    if (!LABEL.matcher(label).matches())
      throw wrong("A label is 1 to 64 characters, none of them a control character.");
    Tokens.Issued issued = tokens.issue(label, scope, policy(), end());
    TokenText.Row row = TokenRows.of(issued.token());
    if (json) out().println(TokenText.json(row, Optional.of(issued.secret()), now()));
    else TokenText.printNew(row, issued.secret(), data.data().named(), out());
  }

  private Scope scope() {
    if (election == null) throw wrong("'ascertain token' needs ELECTION too, to make one.");
    if (facts.isEmpty())
      throw wrong("Name by --facts the kinds of facts that it may hand in, as returns,call.");
    SortedSet<String> unknown = new TreeSet<>(facts);
    unknown.removeAll(FactWord.all());
    if (!unknown.isEmpty())
      throw wrong(
          "No fact is called '%s'; there are %s."
              .formatted(unknown.first(), String.join(", ", FactWord.all())));
    for (String kind : List.of("call", "call-withdrawn"))
      if (facts.contains(kind) && callers.isEmpty())
        throw wrong("Name by --callers whose calls it may hand in.");
    return new Scope(
        Set.of(facts.contains(ELECTION) ? ElectionId.written(election) : id(election)),
        facts,
        callers,
        units,
        sources);
  }

  private String id(String election) {
    String id = ElectionId.written(election);
    if (!data.data().has(id))
      throw wrong(
          "There is no record of %s in %s; 'ascertain new %s --data %s' begins one."
              .formatted(id, data.data().place(), id, ShellWord.of(data.data().named())));
    return id;
  }

  private Policy policy() {
    for (Policy each : Policy.values()) if (each.word().equals(policy)) return each;
    throw wrong("--policy takes aside or flag, not '%s'.".formatted(policy));
  }

  /** The end of the last day, by the clocks of Greenwich. */
  private Instant end() {
    if (expires == null) return now().plus(Tokens.USUAL_LIFE);
    Instant end = expires.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    if (!end.isAfter(now())) throw wrong("'%s' is past.".formatted(expires));
    if (end.isAfter(now().plus(Tokens.LONGEST_LIFE)))
      throw wrong("A token is good for 400 days at most; '%s' is later.".formatted(expires));
    return end;
  }

  private void revoke(Tokens tokens, long id) {
    TokenText.Row row =
        tokens
            .revoke(id)
            .map(TokenRows::of)
            .orElseThrow(
                () -> wrong("There is no token %d in %s.".formatted(id, data.data().place())));
    if (json) out().println(TokenText.json(row, Optional.empty(), now()));
    else TokenText.printRevoked(row, out());
  }

  private void list(Tokens tokens) {
    List<TokenText.Row> rows =
        tokens.all().stream()
            .filter(token -> election == null || token.scope().elections().contains(id(election)))
            .map(TokenRows::of)
            .toList();
    if (json) out().println(TokenText.json(rows, now()));
    else TokenText.print(rows, now(), out());
  }

  private static Instant now() {
    return CLOCK.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
