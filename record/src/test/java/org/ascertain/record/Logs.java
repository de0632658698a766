package org.ascertain.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Small logs for tests. */
final class Logs {

  static final String ORIGIN = "log.example/us-president-2020";
  static final SigningKey KEY = SigningKey.make("log.example", VerifierKey.Kind.LOG);
  static final VerifierKey VERIFIER = KEY.verifier().named(ORIGIN);
  static final Trust TRUST = Trust.NONE.withKey(VERIFIER);

  /** So many entries, each recorded a second after the one before. */
  static List<byte[]> entries(int count) {
    List<byte[]> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) entries.add(entry(i));
    return entries;
  }

  static byte[] entry(long index) {
    return entry(index, "note " + index);
  }

  static byte[] entry(long index, String note) {
    return new EntryLine(index, Instant.ofEpochSecond(1_604_448_000L + index))
        .write("7", ("\"fact\":\"count-opened\",\"note\":\"" + note + "\"").getBytes(UTF_8));
  }

  static SignedNote publish(Path folder, List<byte[]> entries) {
    LogWriter writer = new LogWriter(folder, ORIGIN);
    entries.forEach(writer::add);
    return writer.publish(Optional.of(KEY));
  }

  static Hash root(List<byte[]> entries) {
    MerkleTree tree = new MerkleTree();
    entries.forEach(entry -> tree.add(Hash.ofLeaf(entry)));
    return tree.root();
  }

  private Logs() {}
}
