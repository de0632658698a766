package org.ascertain.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ascertain.answers.ExitCode;
import org.ascertain.answers.Names;
import org.ascertain.answers.ProblemText;
import org.ascertain.answers.VerificationText;
import org.ascertain.archive.Archive;
import org.ascertain.archive.Pinned;
import org.ascertain.election.Check;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Problem;
import org.ascertain.ledger.DataFolder;
import org.ascertain.postgres.DataPlace;
import org.ascertain.postgres.PostgresStore;
import org.ascertain.record.Checkpoint;
import org.ascertain.record.EntryLine;
import org.ascertain.record.Flaw;
import org.ascertain.record.LineStream;
import org.ascertain.record.Lines;
import org.ascertain.record.LogFiles;
import org.ascertain.record.LogFolder;
import org.ascertain.record.LogSite;
import org.ascertain.record.PublishedLog;
import org.ascertain.record.RecordCheck;
import org.ascertain.record.SignedNote;
import org.ascertain.record.StreamedLines;
import org.ascertain.record.Trust;
import org.ascertain.record.Verification;
import org.ascertain.record.VerifierKey;
import org.ascertain.watch.NoticeCheck;
import org.ascertain.watch.PastElections;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks that a record is complete and unaltered, and says by whose word. */
@Command(
    name = "verify",
    description = {
      "Derives everything about a record again from its entries, and says what is proven, or what"
          + " is wrong and where.",
      "Exit 0 if it is proven; 1 if something is wrong, or nobody who is known vouches for it."
    },
    footer = {"", "For example: verify 2020"},
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

  private static final int MOST_PROBLEMS = 20;

  /** Bytes; what is sent has 20 kB, what somebody has laid out to read it some more. */
  private static final long MOST_OF_A_NOTICE = 1 << 20;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "ELECTION|DIR|URL|NOTICE",
      description =
          "An election of the archive, a record file (*.jsonl), a data folder or database"
              + " (postgresql://...), a published log in a folder or at an address, or the file of"
              + " a notice.")
  private String target;

  @Option(
      names = "--vkey",
      paramLabel = "KEY",
      description = "The log's key, as 'log --vkey' prints it. A data folder has its own.")
  private @Nullable String vkey;

  @Option(
      names = "--witness",
      paramLabel = "KEY",
      description = "The key of a witness, who must have cosigned; may be repeated.")
  private List<String> witnesses = new ArrayList<>();

  @Option(
      names = "--older",
      paramLabel = "CHECKPOINT",
      description = "A checkpoint kept from before; the record must be its continuation.")
  private @Nullable Path older;

  @Option(
      names = "--log",
      paramLabel = "DIR|URL",
      description = "Of a notice: make it again from this published log, and compare.")
  private @Nullable String log;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Trust trust = trust();
    List<Verification> verifications = new ArrayList<>();
    if (PostgresStore.isNamedBy(target))
      verifications.addAll(folder(DataPlace.folder(target), trust));
    else if (isAddress(target)) verifications.add(published(target, site(target), trust));
    else if (Files.isDirectory(Path.of(target)))
      verifications.addAll(folder(Path.of(target), trust));
    else if (isNotice()) verifications.add(notice(Path.of(target), trust));
    else verifications.add(record(trust));
    PrintWriter out = spec.commandLine().getOut();
    if (json) out.println(VerificationText.json(verifications));
    else verifications.forEach(each -> VerificationText.print(each, out));
    out.flush();
    return verifications.stream().allMatch(Verification::holds) ? ExitCode.DONE : ExitCode.NO;
  }

  /** Whatever a command has called the file that it wrote a notice to. */
  private boolean isNotice() {
    return !target.endsWith(".jsonl")
        && Archive.find(target).isEmpty()
        && Files.isRegularFile(Path.of(target));
  }

  private Trust trust() throws IOException {
    Trust trust = Trust.NONE.withPins(Pinned.all());
    if (vkey != null) trust = trust.withKey(key("--vkey", vkey));
    for (String witness : witnesses) trust = trust.withWitness(key("--witness", witness));
    if (older == null) return trust;
    if (!Files.isRegularFile(older)) throw wrong("There is no checkpoint '%s'.".formatted(older));
    try {
      return trust.withOlder(kept(Files.readString(older)));
    } catch (IllegalArgumentException e) {
      throw wrong("'%s' is no checkpoint: %s.".formatted(older, e.getMessage()));
    }
  }

  private VerifierKey key(String option, String text) {
    try {
      return VerifierKey.parse(text);
    } catch (IllegalArgumentException e) {
      throw wrong(
          "%s is no key: %s. Copy the whole line that 'ascertain log ELECTION --vkey' prints."
              .formatted(option, e.getMessage()));
    }
  }

  /** A checkpoint as a log signs it, or its three lines alone, as {@code standing} gives them. */
  private static SignedNote kept(String text) {
    String lines = text.endsWith("\n") ? text : text + "\n";
    return SignedNote.parse((lines.contains("\n\n") ? lines : lines + "\n").getBytes(UTF_8));
  }

  private Verification published(String at, LogFiles files, Trust trust) {
    try {
      return PublishedLog.verify(files, trust);
    } catch (UncheckedIOException unreachable) {
      if (unreachable.getCause() instanceof ConnectException)
        throw wrong("Nobody answers at %s.".formatted(at));
      throw unreachable;
    }
  }

  private static boolean isAddress(String text) {
    return text.startsWith("http://") || text.startsWith("https://");
  }

  private LogFiles site(String address) {
    try {
      return new LogSite(URI.create(address));
    } catch (IllegalArgumentException e) {
      throw wrong("'%s' is no address.".formatted(address));
    }
  }

  private LogFiles log(String at) {
    if (isAddress(at)) return site(at);
    if (!Files.isDirectory(Path.of(at)))
      throw wrong("There is no published log at '%s'.".formatted(at));
    return new LogFolder(Path.of(at));
  }

  private List<Verification> folder(Path path, Trust trust) {
    DataFolder data = DataPlace.open(path);
    if (!data.elections().isEmpty())
      return data.elections().stream().map(election -> data.verify(election, trust)).toList();
    if (PostgresStore.isNamedBy(target))
      throw wrong("There is no record in %s.".formatted(data.place()));
    return List.of(PublishedLog.verify(new LogFolder(path), trust));
  }

  private Verification againstLog(String text, String at, Trust trust) throws IOException {
    LogFiles files = log(at);
    Verification ofLog = published(at, files, trust);
    if (!ofLog.flaws().isEmpty()) return ofLog;
    try {
      List<byte[]> entries = PublishedLog.entries(files);
      Soundness sense = Soundness.of(new LineStream(Lines.of(entries), entries.size()));
      return NoticeCheck.ofLog(
          text, trust, entries, ofLog.trusted(), sense.history().orElseThrow());
    } catch (IllegalArgumentException e) {
      throw wrong("The log at '%s' cannot be read: %s.".formatted(at, e.getMessage()));
    }
  }

  /** A notice of the archive's own record has it at hand, so that it is made again from it. */
  private Verification notice(Path file, Trust trust) throws IOException {
    String text =
        Files.size(file) > MOST_OF_A_NOTICE ? "" : new String(Files.readAllBytes(file), UTF_8);
    if (!NoticeCheck.isNotice(text))
      throw wrong(
          "'%s' is no notice of a turn, as 'watch --exec' gives to its command; a record's file ends in .jsonl."
              .formatted(target));
    if (log != null) return againstLog(text, log, trust);
    return NoticeCheck.of(
        text, trust, NoticeCheck.election(text).flatMap(Archive::find).map(VerifyCommand::atHand));
  }

  private static NoticeCheck.AtHand atHand(String id) {
    StreamedLines lines = new StreamedLines(() -> Archive.open(id).orElseThrow());
    return new NoticeCheck.AtHand(lines, lines.size(), () -> PastElections.history(id));
  }

  private Verification record(Trust trust) throws IOException {
    if (vkey != null || !witnesses.isEmpty())
      throw wrong(
          "Keys are of a log; '%s' is a bare record, which its pinned root vouches for."
              .formatted(target));
    Optional<String> inArchive = Archive.find(target);
    if (inArchive.isPresent()) {
      String id = inArchive.get();
      StreamedLines lines = new StreamedLines(() -> Archive.open(id).orElseThrow());
      return RecordCheck.verifyPinned(
          id, lines.size(), lines, ofRecord(trust, id).withPins(Pinned.pins()));
    }
    Path file = Path.of(target);
    if (!target.endsWith(".jsonl") || !Files.isRegularFile(file))
      throw wrong(
          target.matches(".*\\.jsonl?|.*/.*")
              ? "There is no file '%s'.".formatted(target)
              : "'%s' is neither an election of the archive, a *.jsonl file, a notice, a folder, nor an address."
                  .formatted(target));
    return file(file, trust);
  }

  /**
   * Whoever kept a checkpoint of an election may hold its record against it, whatever the log was
   * called: what the checkpoint says is of the entries.
   */
  private static Trust ofRecord(Trust trust, String election) {
    try {
      return trust
          .older()
          .map(Checkpoint::of)
          .filter(kept -> kept.election().equals(election))
          .map(kept -> new Checkpoint(election, kept.size(), kept.root()).unsigned())
          .map(trust::withOlder)
          .orElse(trust);
    } catch (IllegalArgumentException noCheckpoint) {
      return trust; // what is wrong with it is told where it is held against the record
    }
  }

  /** Nobody has vouched for the sense of a file, so that it is looked at too. */
  private Verification file(Path file, Trust trust) throws IOException {
    Soundness soundness;
    try (InputStream in = Files.newInputStream(file)) {
      soundness = Soundness.of(in);
    }
    String election =
        soundness
            .header()
            .map(Header::election)
            .orElse(file.getFileName().toString().replaceFirst("\\.jsonl$", ""));
    List<Problem> problems = soundness.problems();
    StreamedLines lines = new StreamedLines(() -> Files.newInputStream(file));
    boolean isOfEntries = problems.stream().noneMatch(problem -> problem.check() == Check.TOO_LONG);
    if (isOfEntries && soundness.entries() > 0 && areDrafts(lines))
      throw wrong(
          "'%s' holds drafts, which nobody has recorded yet, so that there is nothing to verify. Import them, and verify the data folder."
              .formatted(file));
    Verification derived =
        isOfEntries
            ? RecordCheck.verify(
                election, lines.size(), lines, List.of(), ofRecord(trust, election))
            : RecordCheck.verify(election, 0, lines, List.of(), Trust.NONE);
    return problems.isEmpty()
        ? derived
        : derived.with(flaws(problems, soundness.further(), derived));
  }

  private static boolean areDrafts(StreamedLines lines) {
    boolean[] recorded = {false};
    lines.read(0, Long.MAX_VALUE, (line, index) -> recorded[0] |= EntryLine.of(line).isPresent());
    return !recorded[0];
  }

  private static List<Flaw> flaws(List<Problem> problems, long further, Verification derived) {
    List<Flaw> flaws = new ArrayList<>();
    for (Problem problem : problems)
      if (flaws.size() < MOST_PROBLEMS)
        flaws.add(new Flaw("line " + problem.line(), ProblemText.of(problem)));
    long untold = problems.size() + further - flaws.size();
    if (untold > 0)
      flaws.add(
          new Flaw(
              "further lines",
              Names.number(untold) + " more problems, which 'ascertain check' lists"));
    flaws.addAll(derived.flaws());
    return flaws;
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
