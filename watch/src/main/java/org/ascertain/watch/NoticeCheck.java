package org.ascertain.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ascertain.condition.ConditionParser;
import org.ascertain.condition.ConditionParser.Parsed;
import org.ascertain.condition.Evaluation;
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

/**
 * Checks a notice offline: each entry hashes to its leaf, each proof leads to the root of the
 * checkpoint, the checkpoint is signed by a key or pinned. With the record at hand the condition is
 * asked again.
 */
public final class NoticeCheck {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode data;
  private final Trust trust;
  private final List<String> proven = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private final List<Flaw> flaws = new ArrayList<>();
  private boolean trusted;

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
          .filter(each -> each.path("type").asText().startsWith("ascertain.watch."))
          .filter(each -> each.path("data").path("condition").isTextual());
    } catch (JsonProcessingException noJson) {
      return Optional.empty();
    }
  }

  /**
   * Checks a notice.
   *
   * @param record of the election, to ask the condition again; empty to go by the notice alone
   * @throws IllegalArgumentException if the text is no notice
   */
  public static Verification of(String text, Trust trust, Optional<History> record) {
    JsonNode notice =
        read(text).orElseThrow(() -> new IllegalArgumentException("this is no notice of a turn"));
    return new NoticeCheck(notice.path("data"), trust).check(notice, record);
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
    return check.check(notice, Optional.of(record));
  }

  private void checkContinued(Checkpoint tree, List<byte[]> entries, boolean isTrusted) {
    boolean continues =
        tree.size() <= entries.size()
            && TreeHashes.of(Lines.of(entries), tree.size()).root(tree.size()).equals(tree.root());
    if (!continues) {
      flaws.add(new Flaw("checkpoint", "is not of the log: the log does not go on from it"));
      return;
    }
    proven.add("the log of " + entries.size() + " entries goes on from the checkpoint");
    trusted |= isTrusted;
  }

  private Verification check(JsonNode notice, Optional<History> record) {
    Optional<SignedNote> note = note();
    Optional<Checkpoint> tree = note.flatMap(this::checkpoint);
    if (note.isPresent() && tree.isPresent()) {
      checkSigned(note.get(), tree.get());
      checkProofs(note.get(), tree.get());
    } else if (flaws.isEmpty())
      remarks.add("the notice has no checkpoint, so that it proves nothing");
    record.ifPresent(history -> askAgain(notice, history));
    if (record.isEmpty()) remarks.add("the condition was not asked again: no record was at hand");
    return new Verification(
        "notice " + data.path("turn").asText() + " of " + data.path("election").asText(),
        tree.map(Checkpoint::size).orElse(0L),
        tree.map(Checkpoint::root).orElse(Hash.OF_NOTHING),
        trusted,
        proven,
        remarks,
        flaws);
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
    List<Long> shown = new ArrayList<>();
    for (JsonNode each : data.path("proofs")) {
      long index = each.path("index").asLong(-1);
      try {
        List<Hash> path = new ArrayList<>();
        for (JsonNode hash : each.path("proof")) path.add(Hash.parse(hash.asText()));
        if (new InclusionProof(each.path("entry").asText(), index, path, note).holds()) {
          proven.add("entry " + index + " stands in the record of " + tree.size() + " entries");
          shown.add(index);
        } else
          flaws.add(
              new Flaw("entry " + index, "does not lead to the checkpoint's root: it was altered"));
      } catch (IllegalArgumentException e) {
        flaws.add(new Flaw("entry " + index, "its proof cannot be read: " + e.getMessage()));
      }
    }
    for (JsonNode index : data.path("entries")) {
      if (index.asLong() >= tree.size())
        flaws.add(new Flaw("entry " + index.asLong(), "is beyond the checkpoint"));
      else if (!shown.contains(index.asLong()) && flaws.isEmpty())
        remarks.add("entry " + index.asLong() + " is named without a proof");
    }
  }

  /** Asks whether the condition turned so, by what the record has up to the notice's moment. */
  private void askAgain(JsonNode notice, History history) {
    if (!(ConditionParser.parse(data.path("condition").asText(), history.header(), history.law())
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
    boolean begins = notice.path("type").asText().endsWith(".on");
    String candidate = data.path("candidate").asText();
    boolean holds =
        Evaluation.of(List.of(condition), history.until(known), known).getFirst().turns().stream()
            .anyMatch(turn -> turn.candidate().equals(candidate) && turn.until().isEmpty());
    if (holds == begins)
      proven.add(
          "the condition, asked again of the record, "
              + (holds ? "held for " : "did not hold for ")
              + candidate
              + " then");
    else
      flaws.add(
          new Flaw(
              "condition",
              "asked again of the record, it "
                  + (holds ? "held for " : "did not hold for ")
                  + candidate
                  + " then"));
  }
}
