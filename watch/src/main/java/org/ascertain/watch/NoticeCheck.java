package org.ascertain.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.ascertain.condition.ConditionParser;
import org.ascertain.condition.ConditionParser.Parsed;
import org.ascertain.election.When;
import org.ascertain.record.Checkpoint;
import org.ascertain.record.Flaw;
import org.ascertain.record.Hash;
import org.ascertain.record.InclusionProof;
import org.ascertain.record.Lines;
import org.ascertain.record.Pin;
import org.ascertain.record.SignedNote;
import org.ascertain.record.TreeHashes;
import org.ascertain.record.Trust;
import org.ascertain.record.Verification;
import org.ascertain.record.VerifierKey;
import org.ascertain.standing.History;
import org.ascertain.watch.Remade.Compared;

/**
 * Checks a notice offline: each entry hashes to its leaf, each proof leads to the root of the
 * checkpoint, the checkpoint is signed by a key or pinned. With the record at hand it is made
 * again, and each part that differs is named; without it no more than the entries is proven.
 */
public final class NoticeCheck {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode data;
  private final Trust trust;
  private final List<String> proven = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private final List<Flaw> flaws = new ArrayList<>();
  private boolean trusted;

  /** Whether an entry is proven to stand in the record of the checkpoint. */
  private boolean isProving;

  /** Whether all that it says of its turn was held against the record. */
  private boolean isWhole;

  /** Whether a record is at hand of which the notice's checkpoint speaks. */
  private boolean hasLog;

  private NoticeCheck(JsonNode data, Trust trust) {
    this.data = data;
    this.trust = trust;
  }

  /**
   * Whether a text is a notice of a turn at all.
   *
   * @param text of a file that somebody names
   */
  public static boolean isNotice(String text) {
    return read(text).isPresent();
  }

  /** The id of the election that a notice is of. */
  public static Optional<String> election(String text) {
    return read(text).map(notice -> notice.path("data").path("election").asText());
  }

  private static Optional<JsonNode> read(String text) {
    try {
      JsonNode notice = JSON.readTree(text);
      return Optional.ofNullable(notice)
          .filter(each -> each.path("type").asText().matches("ascertain\\.watch\\.(on|off)"))
          .filter(each -> each.path("data").path("condition").isTextual());
    } catch (JsonProcessingException noJson) {
      return Optional.empty();
    }
  }

  /**
   * A record that may be the one that a notice is of.
   *
   * @param lines its entries
   * @param size how many they are
   * @param history what they say, for whoever needs it
   */
  public record AtHand(Lines lines, long size, Supplier<History> history) {}

  /**
   * Checks a notice.
   *
   * @param record of an election of that name, to make the notice again; it is asked only if the
   *     checkpoint speaks of it. Empty to go by the notice alone
   * @throws IllegalArgumentException if the text is no notice
   */
  public static Verification of(String text, Trust trust, Optional<AtHand> record) {
    JsonNode notice =
        read(text).orElseThrow(() -> new IllegalArgumentException("this is no notice of a turn"));
    NoticeCheck check = new NoticeCheck(notice.path("data"), trust);
    Optional<Checkpoint> tree = check.note().flatMap(check::checkpoint);
    check.flaws.clear(); // they are found again below
    Optional<AtHand> own =
        record.filter(each -> tree.filter(of -> isOf(each.lines(), each.size(), of)).isPresent());
    if (own.isEmpty() && tree.isPresent())
      record.ifPresent(
          other ->
              check.remarks.add(
                  "the record at hand, of %,d entries, is another one than the notice's"
                      .formatted(other.size())));
    check.hasLog = own.isPresent();
    return check.check(notice, own.map(AtHand::history));
  }

  /** Whether a checkpoint is of a record, or of an earlier state of it. */
  private static boolean isOf(Lines lines, long size, Checkpoint tree) {
    return tree.size() <= size
        && TreeHashes.of(lines, tree.size()).root(tree.size()).equals(tree.root());
  }

  /**
   * Checks a notice against a published log that was verified: the log has to go on from the
   * notice's checkpoint, and its entries are asked again.
   *
   * @param entries the log's
   * @param isTrusted whether somebody who is trusted vouches for the log
   * @param record what the entries say
   * @throws IllegalArgumentException if the text is no notice
   */
  public static Verification ofLog(
      String text, Trust trust, List<byte[]> entries, boolean isTrusted, History record) {
    JsonNode notice =
        read(text).orElseThrow(() -> new IllegalArgumentException("this is no notice of a turn"));
    NoticeCheck check = new NoticeCheck(notice.path("data"), trust);
    check
        .note()
        .flatMap(check::checkpoint)
        .ifPresent(tree -> check.checkContinued(tree, entries, isTrusted));
    return check.check(
        notice, Optional.<Supplier<History>>of(() -> record).filter(each -> check.hasLog));
  }

  private void checkContinued(Checkpoint tree, List<byte[]> entries, boolean isTrusted) {
    if (tree.size() > entries.size()) {
      flaws.add(
          new Flaw(
              "checkpoint",
              "is of %,d entries, and the log has %,d: a newer copy of the log is needed"
                  .formatted(tree.size(), entries.size())));
      return;
    }
    if (!isOf(Lines.of(entries), entries.size(), tree)) {
      flaws.add(new Flaw("checkpoint", "is not of the log: the log does not go on from it"));
      return;
    }
    proven.add("the log of " + entries.size() + " entries goes on from the checkpoint");
    hasLog = true;
    trusted |= isTrusted;
  }

  private Verification check(JsonNode notice, Optional<Supplier<History>> record) {
    Optional<SignedNote> note = note();
    Optional<Checkpoint> tree = note.flatMap(this::checkpoint);
    if (note.isPresent() && tree.isPresent()) {
      checkSigned(note.get(), tree.get());
      checkProofs(note.get(), tree.get());
    } else if (flaws.isEmpty()) remarks.add("the notice has no checkpoint");
    if (record.isPresent() && tree.isPresent())
      makeAgain(notice, record.get().get(), tree.get().size());
    else
      remarks.add(
          "what the notice says of its turn was not checked: --log DIR|URL of the published log makes it again");
    return new Verification(
        "notice " + data.path("turn").asText() + " of " + data.path("election").asText(),
        tree.map(Checkpoint::size).orElse(0L),
        tree.map(Checkpoint::root).orElse(Hash.OF_NOTHING),
        trusted,
        proven,
        remarks,
        flaws,
        isWhole ? Optional.empty() : Optional.of(partly()));
  }

  /** What is proven of a notice without its record. */
  private String partly() {
    if (!isProving) return "it proves nothing: no entry of it is proven";
    return "its entries stand in a record that "
        + (trusted ? "is signed or pinned" : "nobody who is known vouches for")
        + "; the rest was not checked";
  }

  private Optional<SignedNote> note() {
    if (!data.path("checkpoint").isTextual()) return Optional.empty();
    try {
      return Optional.of(SignedNote.parse(data.path("checkpoint").asText().getBytes(UTF_8)));
    } catch (IllegalArgumentException e) {
      flaws.add(new Flaw("checkpoint", "is no signed note: " + e.getMessage()));
      return Optional.empty();
    }
  }

  private Optional<Checkpoint> checkpoint(SignedNote note) {
    try {
      return Optional.of(Checkpoint.of(note));
    } catch (IllegalArgumentException e) {
      flaws.add(new Flaw("checkpoint", "is none: " + e.getMessage()));
      return Optional.empty();
    }
  }

  private void checkSigned(SignedNote note, Checkpoint tree) {
    if (!tree.election().equals(data.path("election").asText()))
      flaws.add(new Flaw("checkpoint", "is of " + tree.election()));
    Optional<VerifierKey> key = trust.key();
    if (key.isPresent()) {
      if (key.get().name().equals(tree.origin()) && key.get().verifies(note)) {
        trusted = true;
        proven.add("the checkpoint is signed by " + key.get().name());
      } else flaws.add(new Flaw("checkpoint", "is not signed with the key that was given"));
      return;
    }
    for (Pin pin : trust.pins())
      if (pin.election().equals(tree.election())
          && pin.size() == tree.size()
          && pin.root().equals(tree.root())) {
        trusted = true;
        proven.add("the checkpoint is that of the archive's record, pinned in this program");
      }
  }

  private void checkProofs(SignedNote note, Checkpoint tree) {
    Set<Long> shown = new TreeSet<>();
    for (JsonNode each : data.path("proofs")) {
      long index = each.path("index").asLong(-1);
      try {
        if (new InclusionProof(each.path("entry").asText(), index, path(each), note).holds())
          shown.add(index);
        else
          flaws.add(
              new Flaw("entry " + index, "does not lead to the checkpoint's root: it was altered"));
      } catch (IllegalArgumentException e) {
        flaws.add(new Flaw("entry " + index, "its proof cannot be read: " + e.getMessage()));
      }
    }
    isProving = !shown.isEmpty();
    if (shown.isEmpty() && !named().isEmpty() && flaws.isEmpty())
      flaws.add(new Flaw("proofs", "there is none of any entry that it names"));
    if (!shown.isEmpty())
      proven.add(
          listed(shown, "stands", "stand")
              + " in the record of %,d entries".formatted(tree.size()));
    Set<Long> unshown = new TreeSet<>(named());
    unshown.removeAll(shown);
    unshown.stream()
        .filter(index -> index >= tree.size())
        .forEach(index -> flaws.add(new Flaw("entry " + index, "is beyond the checkpoint")));
    if (unshown.isEmpty() || !flaws.isEmpty()) return;
    if (hasLog)
      proven.add(listed(unshown, "stands", "stand") + " in the log; the notice has no proof");
    else
      remarks.add(
          listed(unshown, "is", "are") + " named without a proof; --log DIR|URL shows the rest");
  }

  /** The hashes of a proof: the places that it names in the list of all. */
  private List<Hash> path(JsonNode proof) {
    List<Hash> path = new ArrayList<>();
    for (JsonNode place : proof.path("proof"))
      path.add(Hash.parse(data.path("hashes").path(place.asInt(-1)).asText()));
    return path;
  }

  private Set<Long> named() {
    Set<Long> named = new TreeSet<>();
    data.path("entries").forEach(index -> named.add(index.asLong()));
    return named;
  }

  /** One entry with a verb, or several with theirs. */
  private static String listed(Set<Long> entries, String one, String several) {
    String all = entries.stream().map(Object::toString).collect(Collectors.joining(", "));
    return entries.size() == 1 ? "entry " + all + " " + one : "entries " + all + " " + several;
  }

  /** Makes the notice again of the record, as far as its checkpoint speaks of it. */
  private void makeAgain(JsonNode notice, History record, long entries) {
    if (!(ConditionParser.parse(data.path("condition").asText(), record.header(), record.law())
        instanceof Parsed.Understood(var condition))) {
      flaws.add(new Flaw("condition", "is not understood"));
      return;
    }
    long known;
    try {
      known = When.parse(data.path("known").asText()).effective();
    } catch (IllegalArgumentException e) {
      flaws.add(new Flaw("known", "is no moment"));
      return;
    }
    Compared compared = Remade.compare(notice, condition, record.first(entries), known);
    flaws.addAll(compared.flaws());
    if (!compared.flaws().isEmpty()) return;
    isWhole = true;
    proven.add(
        "the condition, asked again of the record, "
            + (notice.path("type").asText().endsWith(".on") ? "held for " : "did not hold for ")
            + data.path("candidate").asText()
            + " then, and the notice says of it what the record says");
    List<String> unproven =
        compared.unproven().stream().filter(name -> !data.path(name).isMissingNode()).toList();
    remarks.add("no record can prove, and the notice alone says: " + String.join(", ", unproven));
  }
}
