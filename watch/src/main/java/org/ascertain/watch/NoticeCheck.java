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
import java.util.stream.Collectors;
import org.ascertain.condition.ConditionParser;
import org.ascertain.condition.ConditionParser.Parsed;
import org.ascertain.condition.Evaluation;
import org.ascertain.election.Entry;
import org.ascertain.election.Washington;
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

  /** Whether a log is at hand that goes on from the notice's checkpoint. */
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
    return check.check(notice, Optional.of(record).filter(each -> check.hasLog));
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
    if (!TreeHashes.of(Lines.of(entries), tree.size()).root(tree.size()).equals(tree.root())) {
      flaws.add(new Flaw("checkpoint", "is not of the log: the log does not go on from it"));
      return;
    }
    proven.add("the log of " + entries.size() + " entries goes on from the checkpoint");
    hasLog = true;
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

  /** Asks whether the condition turned so, by what the record has up to the notice's moment. */
  private void askAgain(JsonNode notice, History record) {
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
    History then = then(record, known);
    boolean begins = notice.path("type").asText().endsWith(".on");
    String candidate = data.path("candidate").asText();
    List<Evaluation> answers = Evaluation.of(RestsOn.asked(condition), then, known);
    boolean holds =
        answers.getFirst().turns().stream()
            .anyMatch(turn -> turn.candidate().equals(candidate) && turn.until().isEmpty());
    String told = (holds ? "held for " : "did not hold for ") + candidate + " then";
    if (holds != begins) {
      flaws.add(new Flaw("condition", "asked again of the record, it " + told));
      return;
    }
    proven.add("the condition, asked again of the record, " + told);
    if (begins) compare(RestsOn.of(answers, candidate, then, known));
  }

  /**
   * The record as the teller of the notice knew it: what had been recorded by then. An election
   * that is told once more was recorded later than its turns; there what had taken effect.
   */
  private History then(History record, long known) {
    long recorded =
        record.recorded().stream()
            .takeWhile(entry -> Washington.nanos(entry.recorded()) <= known)
            .count();
    boolean isRetold = named().stream().anyMatch(index -> index >= recorded) || recorded == 0;
    return (isRetold ? record : record.first(recorded)).until(known);
  }

  private void compare(List<Entry> rests) {
    Set<Long> others = new TreeSet<>();
    rests.forEach(entry -> others.add(entry.index()));
    others.removeAll(named());
    if (others.isEmpty()) proven.add("by the record it rests on no entry that is not named here");
    else
      remarks.add(
          "by the record it rests on %,d more entries that are not named here"
              .formatted(others.size()));
  }
}
