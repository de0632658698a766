package org.ascertain.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;

/**
 * An entry, where it stands, and the proof that it does (C2SP tlog-proof): with the log's key it
 * can be checked without the log. The entry itself travels in the {@code extra} line.
 */
public record InclusionProof(String entry, long index, List<Hash> path, SignedNote checkpoint) {

  private static final String FORM = "c2sp.org/tlog-proof@v1";
  private static final String EXTRA = "extra ";
  private static final String INDEX = "index ";

  public InclusionProof {
    path = List.copyOf(path);
  }

  /**
   * Proves an entry.
   *
   * @param line the entry's bytes
   * @param hashes the log's
   * @param checkpoint of the log
   * @throws IllegalArgumentException if the log of that checkpoint has no such entry
   */
  public static InclusionProof of(
      long index, byte[] line, TreeHashes hashes, SignedNote checkpoint) {
    List<Hash> path = MerkleProof.ofInclusion(index, Checkpoint.of(checkpoint).size(), hashes);
    return new InclusionProof(new String(line, UTF_8), index, path, checkpoint);
  }

  /**
   * Reads what {@link #text} writes.
   *
   * @throws IllegalArgumentException saying in which way it is no proof
   */
  public static InclusionProof parse(String text) {
    int blank = text.indexOf("\n\n");
    List<String> head = blank < 0 ? List.of() : text.substring(0, blank).lines().toList();
    if (head.size() < 3
        || !head.get(0).equals(FORM)
        || !head.get(1).startsWith(EXTRA)
        || !head.get(2).matches(INDEX + "(0|[1-9][0-9]{0,17})"))
      throw new IllegalArgumentException("this is no inclusion proof of an entry");
    return new InclusionProof(
        new String(StrictBase64.decode(head.get(1).substring(EXTRA.length())), UTF_8),
        Long.parseLong(head.get(2).substring(INDEX.length())),
        head.stream().skip(3).map(Hash::parse).toList(),
        SignedNote.parse(text.substring(blank + 2).getBytes(UTF_8)));
  }

  /**
   * Whether the entry stands at its index in the tree of the checkpoint; says nothing of the
   * signature.
   */
  public boolean holds() {
    Checkpoint tree = Checkpoint.of(checkpoint);
    return MerkleProof.rootOf(Hash.ofLeaf(entry.getBytes(UTF_8)), index, tree.size(), path)
        .filter(tree.root()::equals)
        .isPresent();
  }

  public String text() {
    StringBuilder text = new StringBuilder(FORM).append('\n');
    text.append(EXTRA)
        .append(Base64.getEncoder().encodeToString(entry.getBytes(UTF_8)))
        .append('\n');
    text.append(INDEX).append(index).append('\n');
    path.forEach(hash -> text.append(hash).append('\n'));
    return text.append('\n').append(new String(checkpoint.bytes(), UTF_8)).toString();
  }
}
