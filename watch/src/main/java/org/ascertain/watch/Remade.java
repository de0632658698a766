package org.ascertain.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ascertain.archive.Archive;
import org.ascertain.condition.Condition;
import org.ascertain.condition.ConditionsSoFar.Cause;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Washington;
import org.ascertain.record.Flaw;
import org.ascertain.standing.History;
import org.ascertain.watch.Turn.Edge;

/**
 * A notice that is made again from its record: what it says of its turn is held against what the
 * record says. When somebody's watch was made is in no record, so that what depends on that is
 * taken from the notice.
 */
final class Remade {

  /**
   * What came of it.
   *
   * @param flaws each part of the notice that the record contradicts
   * @param unproven the parts that no record can prove
   */
  record Compared(List<Flaw> flaws, List<String> unproven) {}

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What proves the entries, which is checked by itself. */
  private static final Set<String> OF_THE_PROOF = Set.of("hashes", "proofs", "checkpoint");

  /** A value in a sentence. */
  private static final int LONGEST = 80;

  private final JsonNode notice;
  private final JsonNode data;
  private final Condition condition;
  private final History record;
  private final long known;
  private final boolean isRetold;

  private Remade(JsonNode notice, Condition condition, History record, long known) {
    this.notice = notice;
    this.data = notice.path("data");
    this.condition = condition;
    this.record = record;
    this.known = known;
    this.isRetold = isRetold();
  }

  /**
   * Makes a notice again and compares.
   *
   * @param record no more of it than the notice's checkpoint speaks of
   * @param known when the notice says that it became known, in nanoseconds since 1970-01-01T00:00Z
   */
  static Compared compare(JsonNode notice, Condition condition, History record, long known) {
    return new Remade(notice, condition, record, known).compare();
  }

  /**
   * Whether the election was told once more, in the order in which its facts took effect: its
   * record was recorded later than the turn.
   */
  private boolean isRetold() {
    long recorded =
        record.recorded().stream()
            .takeWhile(entry -> Washington.nanos(entry.recorded()) <= known)
            .count();
    boolean[] isLater = {recorded == 0};
    data.path("entries").forEach(index -> isLater[0] |= index.asLong() >= recorded);
    return isLater[0];
  }

  private Compared compare() {
    List<Turn> turns = isRetold ? retold() : grown();
    Optional<List<Flaw>> least =
        turns.stream().map(this::differences).min(Comparator.comparingInt(List::size));
    if (!isRetold && least.map(each -> !each.isEmpty()).orElse(true) && dependsOnItsWatch())
      return new Compared(
          asOfThen(), List.of("watch", "seq", "known", "by", "alreadyTrue", "rehearsal"));
    List<Flaw> flaws =
        least.orElse(
            List.of(
                new Flaw("condition", "asked again of the record, it turned for nobody by then")));
    return new Compared(
        flaws, isRetold ? List.of("watch") : List.of("watch", "seq", "alreadyTrue", "rehearsal"));
  }

  /** A length of time is counted from when the watch was made, and a day may have been over. */
  private boolean dependsOnItsWatch() {
    return depends(condition);
  }

  private static boolean depends(Condition condition) {
    return switch (condition) {
      case Condition.Steady steady -> true;
      case Condition.Else otherwise -> true;
      case Condition.Or(var any) -> any.stream().anyMatch(Remade::depends);
      case Condition.And(var all) -> all.stream().anyMatch(Remade::depends);
      case Condition.Not(var other) -> depends(other);
      case Condition.Atom atom -> false;
    };
  }

  private String watch() {
    return data.path("watch").asText();
  }

  private List<Turn> retold() {
    List<Turn> turns = new ArrayList<>();
    Replayed.tell(record, Map.of(watch(), condition), Math.max(known, record.end()), turns::add);
    return turns;
  }

  /** The turns of a watch that was made with the record, or of one that was made at that moment. */
  private List<Turn> grown() {
    if (data.path("alreadyTrue").asBoolean()) return grownTo(known).add(watch(), condition);
    List<Turn> turns = new ArrayList<>();
    WatchedElection election = beginning();
    turns.addAll(election.add(watch(), condition));
    for (List<Entry> together : together())
      turns.addAll(election.take(together, Washington.nanos(together.getFirst().recorded())));
    if (known > election.clock()) turns.addAll(election.reach(known));
    return turns;
  }

  private WatchedElection grownTo(long moment) {
    WatchedElection election = beginning();
    for (List<Entry> together : together()) {
      long recorded = Washington.nanos(together.getFirst().recorded());
      if (recorded > moment) break;
      election.passOver(together, recorded);
    }
    election.passTo(moment);
    return election;
  }

  private WatchedElection beginning() {
    return WatchedElection.beginning(
        record.recorded().getFirst(), record.law(), Archive.knownUnits());
  }

  private List<List<Entry>> together() {
    List<Entry> all = record.recorded();
    return WouldTurn.together(all.subList(1, all.size()));
  }

  /** The turn as the record has it at that moment, by whatever the notice says that it came by. */
  private List<Flaw> asOfThen() {
    boolean begins = notice.path("type").asText().endsWith(".on");
    JsonNode index = data.path(begins ? "by" : "undoneBy");
    Optional<Entry> entry = record.entry(index.asLong(-1));
    if (!index.isMissingNode()
        && entry.filter(by -> Washington.nanos(by.recorded()) == known).isEmpty())
      return List.of(new Flaw(begins ? "by" : "undoneBy", "was not recorded when it became known"));
    Cause by = entry.<Cause>map(Cause.Recorded::new).orElse(new Cause.Clock(known));
    return grownTo(known)
        .turn(
            watch(),
            data.path("seq").asInt(),
            condition,
            begins ? Edge.ON : Edge.OFF,
            data.path("candidate").asText(),
            by,
            data.path("alreadyTrue").asBoolean())
        .map(this::differences)
        .orElse(
            List.of(
                new Flaw(
                    "condition",
                    "asked again of the record, it "
                        + (begins ? "did not hold for " : "held for ")
                        + data.path("candidate").asText()
                        + " then")));
  }

  /** Where the notice of a turn that the record has is not the notice. */
  private List<Flaw> differences(Turn turn) {
    int told = data.path("seq").asInt();
    boolean mayBeLater = !isRetold && told >= 1 && told <= turn.seq();
    Turn same = turn.as(watch(), mayBeLater ? told : turn.seq());
    boolean isRehearsal = isRetold || data.path("rehearsal").asBoolean();
    Header header =
        isRetold
            ? record.header()
            : History.header(List.of(record.recorded().getFirst())).orElseThrow();
    JsonNode made = read(Notice.of(same, condition, header, Optional.empty(), isRehearsal).body());
    List<Flaw> flaws = new ArrayList<>();
    compare(made, notice, Set.of("data"), flaws);
    compare(made.path("data"), data, OF_THE_PROOF, flaws);
    return flaws;
  }

  private static JsonNode read(String made) {
    try {
      return JSON.readTree(made);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("a notice that was made is no JSON", broken);
    }
  }

  private static void compare(JsonNode made, JsonNode told, Set<String> besides, List<Flaw> flaws) {
    Set<String> names = new TreeSet<>();
    made.fieldNames().forEachRemaining(names::add);
    told.fieldNames().forEachRemaining(names::add);
    names.removeAll(besides);
    for (String name : names) {
      JsonNode due = made.path(name);
      JsonNode is = told.path(name);
      if (due.equals(is)) continue;
      flaws.add(
          new Flaw(
              name,
              is.isMissingNode()
                  ? "is missing; by the record it is " + brief(due)
                  : due.isMissingNode()
                      ? "is " + brief(is) + "; by the record there is none"
                      : "is " + brief(is) + "; by the record it is " + brief(due)));
    }
  }

  private static String brief(JsonNode value) {
    String text = value.toString();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
