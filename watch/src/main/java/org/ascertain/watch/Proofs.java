package org.ascertain.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ascertain.answers.JsonAnswer;
import org.ascertain.record.Hash;
import org.ascertain.record.InclusionProof;

/**
 * Entries with their inclusion proofs, as a notice bears them. Paths to one root share most of
 * their hashes: each stands there once, and a path is the places of its hashes in that list.
 */
final class Proofs {

  /** A hash in quotes, and the comma behind it. */
  private static final int HASH = 47;

  private record Proof(String entry, List<Integer> path) {}

  private final Map<Hash, Integer> hashes = new LinkedHashMap<>();
  private final TreeMap<Long, Proof> proofs = new TreeMap<>();

  /**
   * Adds one if it fits.
   *
   * @param room how many bytes there are for it
   * @return how many it takes; 0 if it does not fit
   */
  int add(InclusionProof proof, int room) {
    List<Hash> unknown = proof.path().stream().filter(hash -> !hashes.containsKey(hash)).toList();
    List<Integer> path = new ArrayList<>();
    for (Hash hash : proof.path()) {
      int known = hashes.getOrDefault(hash, -1);
      path.add(known < 0 ? hashes.size() + unknown.indexOf(hash) : known);
    }
    Proof added = new Proof(proof.entry(), path);
    String written = JsonAnswer.compact(json -> write(json, proof.index(), added));
    int bytes = written.getBytes(UTF_8).length + 1 + HASH * unknown.size();
    if (bytes > room) return 0;
    unknown.forEach(hash -> hashes.putIfAbsent(hash, hashes.size()));
    proofs.put(proof.index(), added);
    return bytes;
  }

  /** Writes them in the order of the record. */
  void write(JsonAnswer json) throws IOException {
    json.texts("hashes", hashes.keySet().stream().map(Hash::toString).toList());
    json.list("proofs", proofs.entrySet(), each -> write(json, each.getKey(), each.getValue()));
  }

  private static void write(JsonAnswer json, long index, Proof proof) throws IOException {
    json.number("index", index);
    json.text("entry", proof.entry());
    json.indexes("proof", proof.path());
  }
}
