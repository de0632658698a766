package org.ascertain.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ascertain.answers.ExitCode;
import org.ascertain.answers.ProofJson;
import org.ascertain.ledger.DataFolder;
import org.ascertain.ledger.SigningKeyFile;
import org.ascertain.record.Checkpoint;
import org.ascertain.record.InclusionProof;
import org.ascertain.record.SignedNote;
import org.ascertain.record.SigningKey;
import org.ascertain.record.TreeHashes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proves that an entry stands in a record. */
@Command(
    name = "prove",
    description =
        "Writes a proof that an entry stands in the record, for others to check on their own (C2SP tlog-proof).",
    footer = {"", "For example: prove 2020 7970 > entry.tlog-proof"},
    mixinStandardHelpOptions = true)
final class ProveCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private RecordArgument record;

  @Parameters(index = "1", paramLabel = "INDEX", description = "The entry's index, from 0.")
  private long index;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description =
          "The key that signs; a data folder has its own. Without any, the archive's proofs rest on the pinned root.")
  private @Nullable Path keyFile;

  @Option(names = "--json", description = "For programs: entry, proof and checkpoint in parts.")
  private boolean json;

  @Override
  public Integer call() {
    RecordArgument.Bytes bytes = record.asLines();
    if (index < 0 || index >= bytes.size())
      throw record.wrong(
          "There is no entry %d; the record has %,d, from 0 on.".formatted(index, bytes.size()));
    InclusionProof proof = proof(bytes);
    PrintWriter out = spec.commandLine().getOut();
    if (json) out.println(ProofJson.of(proof));
    else out.print(proof.text());
    out.flush();
    return ExitCode.DONE;
  }

  private InclusionProof proof(RecordArgument.Bytes bytes) {
    Optional<SigningKey> key = Optional.ofNullable(keyFile).map(SigningKeyFile::read);
    Optional<DataFolder> folder = record.folder();
    if (folder.isPresent()) {
      SigningKey signing = key.orElseGet(() -> folder.get().keyOrNew(Optional.empty()));
      SignedNote checkpoint = folder.get().sign(bytes.election(), signing);
      return folder.get().election(bytes.election()).prove(index, checkpoint);
    }
    String origin =
        key.map(k -> DataFolder.origin(k, bytes.election()))
            .orElse(LogCommand.UNSIGNED + "/" + bytes.election());
    TreeHashes hashes = TreeHashes.of(bytes.lines(), bytes.size());
    Checkpoint checkpoint = new Checkpoint(origin, bytes.size(), hashes.root(bytes.size()));
    List<byte[]> line = new ArrayList<>();
    bytes.lines().read(index, index + 1, (each, at) -> line.add(each));
    return InclusionProof.of(
        index,
        line.getFirst(),
        hashes,
        key.map(k -> k.sign(checkpoint)).orElse(checkpoint.unsigned()));
  }
}
