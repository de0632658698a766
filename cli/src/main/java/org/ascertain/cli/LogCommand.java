package org.ascertain.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ascertain.answers.CheckpointText;
import org.ascertain.answers.ExitCode;
import org.ascertain.ledger.DataFolder;
import org.ascertain.ledger.SigningKeyFile;
import org.ascertain.record.Checkpoint;
import org.ascertain.record.LogWriter;
import org.ascertain.record.SignedNote;
import org.ascertain.record.SigningKey;
import org.ascertain.record.VerifierKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a record's log as static files, and tells the key that verifies it. */
@Command(
    name = "log",
    description = {
      "Writes the log of a record as static files: DIR/checkpoint, DIR/tile/...; any web server can serve them.",
      "A log that is there already is continued, or it is refused."
    },
    footer = {"", "For example: log 2020 --to DIR"},
    mixinStandardHelpOptions = true)
final class LogCommand implements Callable<Integer> {

  /** The log's name where nobody signs: such a log is checked by its pinned root. */
  static final String UNSIGNED = "ascertain.invalid/archive";

  @Spec private CommandSpec spec;
  @Mixin private RecordArgument record;

  @Option(names = "--to", paramLabel = "DIR", description = "The folder to write to.")
  private @Nullable Path to;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description =
          "The key to sign with; a data folder has its own. Without any, the archive's log stands unsigned.")
  private @Nullable Path keyFile;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Makes the key, if there is none yet, for logs of this name.")
  private @Nullable String name;

  @Option(names = "--vkey", description = "Prints the key with which others verify the log.")
  private boolean vkey;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (to == null && !vkey)
      throw record.wrong(
          "Say where to write with --to DIR, or ask for the verifier key with --vkey.");
    RecordArgument.Bytes bytes = record.asLines();
    Optional<SigningKey> key = key();
    PrintWriter out = spec.commandLine().getOut();
    Optional<SignedNote> written = Optional.ofNullable(to).map(dir -> write(dir, bytes, key));
    Optional<String> verifier =
        key.map(k -> k.verifier().named(DataFolder.origin(k, bytes.election())).toString());
    if (vkey && verifier.isEmpty())
      throw record.wrong(
          "The archive's log is not signed, so that it has no key; name one with --key FILE.");
    if (json) out.println(CheckpointText.json(written, verifier));
    else {
      written.map(Checkpoint::of).map(CheckpointText::line).ifPresent(out::println);
      if (vkey) out.println(verifier.orElseThrow());
    }
    out.flush();
    return ExitCode.DONE;
  }

  private Optional<SigningKey> key() {
    if (keyFile != null) {
      if (!Files.exists(keyFile)) {
        if (name == null)
          throw record.wrong(
              "There is no key '%s'; to make one, name the log too, with --name."
                  .formatted(keyFile));
        SigningKeyFile.write(keyFile, SigningKey.make(name, VerifierKey.Kind.LOG));
      }
      return Optional.of(SigningKeyFile.read(keyFile));
    }
    return record.folder().map(folder -> folder.keyOrNew(Optional.ofNullable(name)));
  }

  private SignedNote write(Path folder, RecordArgument.Bytes bytes, Optional<SigningKey> key) {
    String origin =
        key.map(k -> DataFolder.origin(k, bytes.election()))
            .orElse(UNSIGNED + "/" + bytes.election());
    LogWriter writer = new LogWriter(folder, origin);
    Optional<DataFolder> data = record.folder();
    // What is signed is in the store before anybody sees it, so that nothing that contradicts it is
    // ever signed.
    long size =
        data.flatMap(d -> key.map(k -> Checkpoint.of(d.sign(bytes.election(), k)).size()))
            .orElse(bytes.size());
    bytes.lines().read(0, size, (line, index) -> writer.add(line));
    SignedNote note = writer.publish(key);
    data.ifPresent(d -> d.election(bytes.election()).keep(size, note));
    return note;
  }
}
