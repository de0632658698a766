package org.ascertain.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whatever is done to a log's files is found, and the first thing that is said to be wrong lies
 * where it was done.
 */
class TamperingTest {

  private static final int SIZE = 600;
  private static final SigningKey WITNESS =
      SigningKey.make("witness.example/w", VerifierKey.Kind.WITNESS);
  private static final Trust TRUST = Logs.TRUST.withWitness(WITNESS.verifier());
  private static final Map<String, byte[]> HONEST = new TreeMap<>();

  /** A log's files in memory. */
  private record InMemory(Map<String, byte[]> files) implements LogFiles {
    @Override
    public String place() {
      return "memory";
    }

    @Override
    public Optional<byte[]> read(String path, int limit) {
      return Optional.ofNullable(files.get(path)).filter(bytes -> bytes.length <= limit);
    }

    @Override
    public Optional<Stream<String>> paths() {
      return Optional.of(files.keySet().stream());
    }
  }

  @BeforeContainer
  static void publish() throws IOException {
    Path folder = Files.createTempDirectory("log");
    SignedNote note = Logs.publish(folder, Logs.entries(SIZE));
    new LogFolder(folder)
        .paths()
        .orElseThrow()
        .forEach(path -> HONEST.put(path, bytes(folder.resolve(path))));
    HONEST.put("checkpoint", WITNESS.cosign(note, Instant.EPOCH).bytes());
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
  }

  @AfterContainer
  static void the_honest_log_is_proven() {
    assertThat(verify(HONEST).flaws()).isEmpty();
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Verification verify(Map<String, byte[]> files) {
    return PublishedLog.verify(new InMemory(files), TRUST);
  }

  @Property(tries = 1_000)
  void one_flipped_bit_anywhere_is_found_where_it_is(
      @ForAll int which, @ForAll @IntRange(min = 0) int bit) {
    Map<String, byte[]> files = new TreeMap<>(HONEST);
    String path = List.copyOf(files.keySet()).get(Math.floorMod(which, files.size()));
    byte[] bytes = files.getOrDefault(path, new byte[0]).clone();
    int at = bit / 8 % bytes.length;
    bytes[at] ^= (byte) (1 << bit % 8);
    files.put(path, bytes);
    Verification verification = verify(files);
    assertThat(verification.holds()).isFalse();
    String where = verification.flaws().getFirst().where();
    if (path.startsWith("tile/entries/")) assertThat(where).isEqualTo("entry " + entryAt(path, at));
    else if (path.startsWith("tile/")) assertThat(where).isEqualTo(path);
    else assertThat(where).containsAnyOf("checkpoint", "signature", "memory");
  }

  /** The entry of which byte {@code at} of an unaltered bundle is part. */
  private static long entryAt(String path, int at) {
    long entry = TilePath.parse(path).orElseThrow().index() * TilePath.FULL;
    EntryBundle.Reader reader = new EntryBundle.Reader(HONEST.getOrDefault(path, new byte[0]));
    for (int end = 0; ; entry++) {
      end += 2 + reader.next().orElseThrow().length;
      if (at < end) return entry;
    }
  }

  @Property(tries = 300)
  void two_entries_that_changed_places_are_found_at_the_first(
      @ForAll @IntRange(min = 0, max = SIZE - 1) int one,
      @ForAll @IntRange(min = 0, max = SIZE - 1) int other) {
    if (one == other) return;
    List<byte[]> entries = Logs.entries(SIZE);
    Collections.swap(entries, one, other);
    assertThat(verify(withEntries(entries)).flaws().getFirst().where())
        .isEqualTo("entry " + Math.min(one, other));
  }

  @Property(tries = 300)
  void a_dropped_entry_is_found_where_it_was(
      @ForAll @IntRange(min = 0, max = SIZE - 1) int dropped) {
    List<byte[]> entries = new ArrayList<>(Logs.entries(SIZE));
    entries.remove(dropped);
    assertThat(verify(withEntries(entries)).flaws().getFirst().where())
        .isEqualTo("entry " + dropped);
  }

  @Property(tries = 200)
  void two_hashes_that_changed_places_are_found(@ForAll @IntRange(min = 0, max = 254) int one) {
    Map<String, byte[]> files = new TreeMap<>(HONEST);
    byte[] tile = HONEST.getOrDefault("tile/0/001", new byte[0]).clone();
    Hash first = Hash.at(tile, one * Hash.LENGTH);
    Hash.at(tile, (one + 1) * Hash.LENGTH).copyTo(tile, one * Hash.LENGTH);
    first.copyTo(tile, (one + 1) * Hash.LENGTH);
    files.put("tile/0/001", tile);
    assertThat(verify(files).flaws())
        .containsExactly(
            new Flaw(
                "tile/0/001",
                "has a wrong hash for entry " + (256 + one) + "; the entry is right"));
  }

  /** The honest tiles and checkpoint over other entries. */
  private static Map<String, byte[]> withEntries(List<byte[]> entries) {
    Map<String, byte[]> files = new TreeMap<>(HONEST);
    for (int at = 0; at * TilePath.FULL < SIZE; at++) {
      var bundle = new ByteArrayOutputStream();
      int to = Math.min(entries.size(), (at + 1) * TilePath.FULL);
      entries.subList(at * TilePath.FULL, to).forEach(entry -> EntryBundle.append(bundle, entry));
      files.put(TilePath.in(SIZE, TilePath.ENTRIES, at).orElseThrow().path(), bundle.toByteArray());
    }
    return files;
  }
}
