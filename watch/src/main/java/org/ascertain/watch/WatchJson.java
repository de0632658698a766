package org.ascertain.watch;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.ascertain.answers.JsonAnswer;
import org.ascertain.answers.TurnsJson;
import org.ascertain.condition.Condition;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Washington;
import org.ascertain.election.When;
import org.ascertain.law.Law;
import org.ascertain.watch.Deliveries.Attempt;
import org.ascertain.watch.Deliveries.Logged;
import org.ascertain.watch.PastElections.Past;
import org.ascertain.watch.WatchStore.Cursor;
import org.ascertain.watch.WatchStore.Kept;
import org.ascertain.watch.WatchStore.Watch;

/** What a server answers about watches. */
public final class WatchJson {

  /**
   * A watch that was made, with what is told once.
   *
   * @param secret of a webhook, as its receiver is told it
   * @param manage the address of its page
   * @param why it is not told yet
   */
  public static String made(
      Watch watch,
      Endpoint endpoint,
      Optional<String> secret,
      String opens,
      String manage,
      Optional<String> why) {
    return JsonAnswer.compact(
        json -> {
          json.text("id", watch.id());
          json.text("election", watch.election());
          json.text("understood", watch.condition());
          json.text("kind", endpoint.kind().word());
          json.text("state", endpoint.state().word());
          json.text("why", why);
          json.text("secret", secret);
          json.text("opens", opens);
          json.text("manage", manage);
        });
  }

  /**
   * How a watch stands: a sign of life, too.
   *
   * @param holds the ids of the candidates for whom it holds
   * @param seen up to where its turns were made
   * @param entries how many entries of its record the public is shown
   * @param isFrozen whether that stands still, and turns wait with it
   */
  public static String state(
      Watch watch,
      Endpoint endpoint,
      long turns,
      List<String> holds,
      Optional<Cursor> seen,
      long entries,
      boolean isFrozen) {
    return JsonAnswer.compact(
        json -> {
          write(json, watch, endpoint);
          if (!endpoint.address().isEmpty()) json.text("address", endpoint.address());
          if (!endpoint.contact().isEmpty()) {
            json.text("contact", endpoint.contact());
            json.truth("reached", endpoint.reached());
          }
          json.truth("still", endpoint.still());
          json.number("turns", turns);
          json.texts("holds", holds);
          if (seen.isPresent()) {
            json.number("seen", seen.get().entries());
            if (seen.get().clock() > Long.MIN_VALUE) json.text("clock", moment(seen.get().clock()));
          }
          json.number("entries", entries);
          json.truth("frozen", isFrozen);
          json.number("failures", endpoint.failures());
          if (endpoint.failing() > 0) json.text("failingSince", moment(endpoint.failing()));
          if (endpoint.told() > 0) json.text("told", moment(endpoint.told()));
        });
  }

  private static void write(JsonAnswer json, Watch watch, Endpoint endpoint) throws IOException {
    json.text("id", watch.id());
    json.text("election", watch.election());
    json.text("condition", watch.condition());
    json.text("kind", endpoint.kind().word());
    json.text("state", endpoint.state().word());
    json.text("language", endpoint.language());
  }

  /** A watch and where it is told. */
  public record Listed(Watch watch, Endpoint endpoint) {}

  /** Several watches. */
  public static String list(List<Listed> all) {
    return JsonAnswer.compact(
        json -> json.list("items", all, each -> write(json, each.watch(), each.endpoint())));
  }

  /** The notices of a watch, as they are sent. */
  public static String events(List<Kept> all) {
    return JsonAnswer.compact(
        json -> {
          json.out().writeArrayFieldStart("items");
          for (Kept each : all) json.out().writeRawValue(each.notice().body());
          json.out().writeEndArray();
        });
  }

  /** What was told of a watch, and what was tried. */
  public static String deliveries(List<Logged> all) {
    return JsonAnswer.compact(
        json ->
            json.list(
                "items",
                all,
                each -> {
                  json.text("turn", each.turn());
                  json.number("seq", each.seq());
                  json.text("state", each.state());
                  if (each.state().equals("due")) json.text("due", moment(each.due()));
                  json.list("attempts", each.tried(), attempt -> write(json, attempt));
                }));
  }

  private static void write(JsonAnswer json, Attempt attempt) throws IOException {
    json.text("at", moment(attempt.at()));
    if (attempt.status() > 0) json.number("status", attempt.status());
    json.number("millis", attempt.millis());
    json.text("answer", attempt.answer());
    if (attempt.asked() > 0) json.number("asked", attempt.asked());
  }

  /**
   * A condition as it was understood, what could undo it, and when it would have come true before.
   *
   * @param asked as it was written
   */
  public static String understood(
      String asked, Condition condition, Header header, List<Past> past) {
    return JsonAnswer.compact(
        json -> {
          json.text("election", header.election());
          json.text("condition", asked);
          json.text("understood", condition.toString());
          json.text("plain", ConditionText.english(condition));
          json.text("plainEs", ConditionText.spanish(condition));
          json.text("canBeUndone", Undoing.english(condition));
          json.text("canBeUndoneEs", Undoing.spanish(condition));
          json.list(
              "past",
              past,
              each -> {
                Header of = each.history().header();
                if (each.answer().isPresent())
                  TurnsJson.write(json, of, condition.toString(), each.answer().get());
                else {
                  json.text("election", of.election());
                  json.text("answer", "inapplicable");
                }
              });
        });
  }

  /**
   * How many watches there are of those that somebody may have.
   *
   * @param made that have not ended
   */
  public record Room(long made, int most) {}

  /**
   * Meanings that have a name, phrases with their past, and the words that a condition may have in
   * an election.
   *
   * @param room of whoever asks; empty where nothing turns any more
   */
  public static String words(Header header, Law law, List<Phrase> phrases, Optional<Room> room) {
    return JsonAnswer.compact(
        json -> {
          json.list(
              "meanings",
              Meaning.all(law),
              each -> {
                json.text("name", each.name());
                json.text("title", each.title());
                json.text("condition", each.condition());
                json.text("source", each.source());
              });
          json.list("phrases", phrases, each -> write(json, each));
          json.texts("words", ConditionWords.of(header, law));
          json.text("inauguration", Washington.day(law.termBegins()).toString());
          if (room.isPresent()) {
            json.number("watches", room.get().made());
            json.number("mostWatches", room.get().most());
          }
        });
  }

  private static void write(JsonAnswer json, Phrase phrase) throws IOException {
    json.text("phrase", phrase.text());
    json.list(
        "came",
        phrase.came(),
        came -> {
          json.text("election", came.election());
          json.text("since", came.since().toString());
          if (came.isAbout()) json.truth("about", true);
          if (came.isLatest()) json.truth("implied", true);
        });
  }

  /** By what others verify what is sent. */
  public static String keys(DeskKey key) {
    return JsonAnswer.compact(json -> json.text("webhooks", key.publicKey()));
  }

  /** What became of a watch after somebody acted. */
  public static String stands(Watch watch, Endpoint endpoint, Optional<String> why) {
    return JsonAnswer.compact(
        json -> {
          write(json, watch, endpoint);
          json.text("why", why);
        });
  }

  private static String moment(long nanos) {
    return new When.AtMoment(Washington.at(nanos)).toString();
  }

  private WatchJson() {}
}
