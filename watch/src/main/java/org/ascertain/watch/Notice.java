package org.ascertain.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ascertain.answers.FactText;
import org.ascertain.answers.JsonAnswer;
import org.ascertain.answers.Names;
import org.ascertain.condition.Condition;
import org.ascertain.condition.ConditionsSoFar.Cause;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Washington;
import org.ascertain.election.When;
import org.ascertain.watch.Turn.Edge;
import org.ascertain.watch.WatchStore.Watch;

/**
 * What is sent of a turn: what turned, for whom, since when and by what, and the proof. It is made
 * once and kept as bytes, so that whoever gets it twice gets the same.
 *
 * @param body JSON of at most {@link #LARGEST} bytes
 */
public record Notice(String id, String body) {

  /** As Standard Webhooks advise. */
  static final int LARGEST = 20_000;

  /** Every state's certificate, and those of the districts; a tally of counties has more. */
  private static final int MOST_NAMED = 60;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TYPE = "ascertain.watch.";

  /**
   * Makes the notice of a turn.
   *
   * @param isRehearsal whether what is told happened before and is told once more
   */
  public static Notice of(
      Turn turn,
      Condition condition,
      Header header,
      Optional<Evidence> evidence,
      boolean isRehearsal) {
    Proofs proofs = new Proofs();
    String bare = body(turn, condition, header, evidence, proofs, isRehearsal);
    if (evidence.isEmpty()) return new Notice(turn.id(), bare);
    int room = LARGEST - bare.getBytes(UTF_8).length;
    for (Entry entry : named(turn)) room -= proofs.add(evidence.get().prove(entry.index()), room);
    return new Notice(turn.id(), body(turn, condition, header, evidence, proofs, isRehearsal));
  }

  /** The entries that it names, what turned it first. */
  private static List<Entry> named(Turn turn) {
    return turn.rests().subList(0, Math.min(MOST_NAMED, turn.rests().size()));
  }

  /** The indexes of the entries that it rests on. */
  List<Long> rests() {
    try {
      List<Long> rests = new ArrayList<>();
      JSON.readTree(body).at("/data/entries").forEach(each -> rests.add(each.asLong()));
      return rests;
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("a notice that was made is no JSON", broken);
    }
  }

  /**
   * A sign of life: nothing has turned beyond what was told, as of so many entries.
   *
   * @param day which day's
   * @param holds the ids of the candidates for whom the condition holds
   * @param checkpoint of the record that was looked at
   */
  static Notice still(
      Watch watch,
      LocalDate day,
      List<String> holds,
      long entries,
      Instant now,
      String checkpoint) {
    String body =
        JsonAnswer.compact(
            json -> {
              json.text("type", TYPE + "still");
              json.text("timestamp", now.toString());
              json.object(
                  "data",
                  data -> {
                    data.text("election", watch.election());
                    data.text("watch", watch.id());
                    data.text("condition", watch.condition());
                    data.texts("holds", holds);
                    data.number("entries", entries);
                    data.text("checkpoint", checkpoint);
                  });
            });
    return new Notice(TurnId.of("still", watch.id(), day.toString()), body);
  }

  private static String body(
      Turn turn,
      Condition condition,
      Header header,
      Optional<Evidence> evidence,
      Proofs proofs,
      boolean isRehearsal) {
    return JsonAnswer.compact(
        json -> {
          json.text("type", TYPE + turn.edge().word());
          json.text("timestamp", moment(turn.known()));
          json.object(
              "data",
              data -> {
                write(data, turn, condition, header, isRehearsal);
                proofs.write(data);
                if (evidence.isPresent())
                  data.text("checkpoint", new String(evidence.get().checkpoint().bytes(), UTF_8));
              });
        });
  }

  private static void write(
      JsonAnswer json, Turn turn, Condition condition, Header header, boolean isRehearsal)
      throws IOException {
    Names names = new Names(header);
    json.text("election", header.election());
    json.text("watch", turn.watch());
    json.text("turn", turn.id());
    json.number("seq", turn.seq());
    json.text("condition", condition.toString());
    json.text("candidate", turn.candidate());
    json.text("name", names.full(turn.candidate()));
    json.text("since", turn.since().map(When::toString));
    if (turn.isSinceAbout()) json.truth("about", true);
    json.text("known", turn.knownAs().toString());
    if (turn.isKnownAbout()) json.truth("knownAbout", true);
    if (turn.alreadyTrue()) json.truth("alreadyTrue", true);
    List<Entry> named = named(turn);
    json.indexes("entries", named.stream().map(Entry::index).sorted().toList());
    if (turn.rests().size() > named.size())
      json.number("more", turn.rests().size() - (long) named.size());
    switch (turn.by()) {
      case Cause.Recorded(var entry) -> {
        String by = turn.edge() == Edge.ON ? "by" : "undoneBy";
        json.number(by, entry.index());
        json.text(by + "Text", FactText.briefly(entry.fact(), names));
      }
      case Cause.Clock(long moment) ->
          json.text(turn.edge() == Edge.ON ? "byClock" : "undoneByClock", moment(moment));
    }
    if (turn.edge() == Edge.ON) {
      LocalDate told = Washington.at(turn.known()).toLocalDate();
      json.text("canBeUndone", Undoing.english(condition, told));
      json.text("canBeUndoneEs", Undoing.spanish(condition, told));
    }
    if (isRehearsal) json.truth("rehearsal", true);
  }

  private static String moment(long nanos) {
    return new When.AtMoment(Washington.at(nanos)).toString();
  }
}
