package org.ascertain.server;

import java.util.List;
import java.util.Optional;
import org.ascertain.cli.Json;
import org.ascertain.cli.StandingJson;
import org.ascertain.election.Entry;
import org.ascertain.election.When;
import org.ascertain.server.Rendered.Effort;
import org.ascertain.standing.History;
import org.ascertain.standing.Standing;

/**
 * All that can be read of one election up to some entry of its record: it never changes, and each
 * answer that nobody gave a moment for is rendered once.
 */
final class Snapshot {

  /** What is served, apart from its facts. */
  record Edition(boolean live, boolean rehearsal, Effort effort) {
    void mark(Json json) throws java.io.IOException {
      if (live) json.truth("live", true);
      if (rehearsal) json.truth("rehearsal", true);
    }
  }

  private final Edition edition;
  private final List<Entry> entries;
  private final History history;
  private final Once<Standing> standing;
  private final Once<Course> course;
  final Once<Rendered> standingJson;
  final Once<Rendered> story;
  final Once<Rendered> glance;
  final Once<Rendered> timeline;
  final Once<Rendered> about;
  final Once<Rendered> atom;

  Snapshot(Edition edition, List<Entry> entries, History history) {
    this.edition = edition;
    this.entries = entries;
    this.history = history;
    this.standing = new Once<>(history::standing);
    this.standingJson = once(() -> standing(standing.get(), end(), Optional.empty()));
    this.course = new Once<>(() -> Course.of(history));
    this.story = once(() -> StoryJson.of(edition, history, course.get(), entries.size()));
    this.glance = once(() -> GlanceJson.of(this));
    this.timeline = once(() -> Timeline.json(edition, history, course.get()));
    this.atom =
        new Once<>(
            () -> Rendered.of(Rendered.ATOM, AtomFeed.of(edition, history), edition.effort()));
    this.about = once(() -> AboutJson.of(edition, history, entries));
  }

  private Once<Rendered> once(java.util.function.Supplier<String> text) {
    return new Once<>(() -> Rendered.of(Rendered.JSON, text.get(), edition.effort()));
  }

  Edition edition() {
    return edition;
  }

  List<Entry> entries() {
    return entries;
  }

  History history() {
    return history;
  }

  /** The course of the history. */
  Course course() {
    return course.get();
  }

  /** The history as known by a moment. */
  History history(Optional<When> known) {
    return known
        .map(moment -> History.of(entries, history.law(), moment.effective()))
        .orElse(history);
  }

  /** Where it stands after the last entry. */
  Standing standing() {
    return standing.get();
  }

  /** The moment of the last fact; of a record without any, the day of its header. */
  When end() {
    return history.entries().isEmpty()
        ? history.header().attestation().at()
        : history.entries().getLast().fact().attestation().at();
  }

  /** A standing as JSON. */
  String standing(Standing standing, When at, Optional<When> known) {
    return Json.compact(
        json -> {
          edition.mark(json);
          StandingJson.write(json, standing, at, known);
          json.number("atMs", Millis.of(at));
        });
  }

  /** All challenges with their rulings. */
  String challenges() {
    return Json.compact(
        json -> {
          edition.mark(json);
          json.text("election", history.header().election());
          StandingJson.writeChallenges(json, standing());
        });
  }
}
