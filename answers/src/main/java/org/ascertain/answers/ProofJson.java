package org.ascertain.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.ascertain.record.Checkpoint;
import org.ascertain.record.Hash;
import org.ascertain.record.InclusionProof;

/** The proof that an entry stands in a record, in parts. */
public final class ProofJson {

  /** For programs: the entry, its place, the proof, and the same as a file of C2SP tlog-proof. */
  public static String of(InclusionProof proof) {
    return JsonAnswer.object(
        json -> {
          json.text("origin", Checkpoint.of(proof.checkpoint()).origin());
          json.number("index", proof.index());
          json.out().writeFieldName("entry");
          json.out().writeRawValue(proof.entry());
          write(json, proof);
          json.text("tlogProof", proof.text());
        });
  }

  /** Writes the proof inside an object that has been begun. */
  static void write(JsonAnswer json, InclusionProof proof) throws IOException {
    Checkpoint tree = Checkpoint.of(proof.checkpoint());
    json.text("leaf", Hash.ofLeaf(proof.entry().getBytes(UTF_8)).toString());
    json.number("size", tree.size());
    json.texts("proof", proof.path().stream().map(Hash::toString).toList());
    json.text("root", tree.root().toString());
    json.text("checkpoint", new String(proof.checkpoint().bytes(), UTF_8));
  }

  private ProofJson() {}
}
