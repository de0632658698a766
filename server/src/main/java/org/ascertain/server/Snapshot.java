package org.ascertain.server;

import java.util.Optional;
import org.ascertain.answers.AboutJson;
import org.ascertain.answers.AtomFeed;
import org.ascertain.answers.Edition;
import org.ascertain.answers.GlanceJson;
import org.ascertain.answers.StandingJson;
import org.ascertain.answers.StoryJson;
import org.ascertain.answers.TimelineJson;
import org.ascertain.election.When;
import org.ascertain.server.Rendered.Effort;
import org.ascertain.standing.Course;
import org.ascertain.standing.History;
import org.ascertain.standing.Standing;

/**
 * All that can be read of one election up to some entry of its record: it never changes, and each
 * answer that nobody gave a moment for is rendered once.
 */
final class Snapshot {

  private final Edition edition;
  private final Effort effort;
  private final History history;
  private final Lazy<Standing> standing;
  private final Lazy<Course> course;
  final Lazy<Rendered> standingJson;
  final Lazy<Rendered> story;
  final Lazy<Rendered> glance;
  final Lazy<Rendered> timeline;
  final Lazy<Rendered> about;
  final Lazy<Rendered> atom;

  Snapshot(Edition edition, Effort effort, History history) {
    this.edition = edition;
    this.effort = effort;
    this.history = history;
    this.standing = new Lazy<>(history::standing);
    this.standingJson = once(() -> standing(standing.get(), end(), Optional.empty()));
    this.course = new Lazy<>(history::course);
    this.story = once(() -> StoryJson.of(edition, history, course.get(), history.size()));
    this.glance = once(() -> GlanceJson.of(edition, history, course.get(), end()));
    this.timeline = once(() -> TimelineJson.of(edition, history, course.get()));
    this.atom =
        new Lazy<>(
            () -> Rendered.of(Rendered.ATOM, AtomFeed.of(edition, history, course.get()), effort));
    this.about = once(() -> AboutJson.of(edition, history));
  }

  private Lazy<Rendered> once(java.util.function.Supplier<String> text) {
    return new Lazy<>(() -> Rendered.of(Rendered.JSON, text.get(), effort));
  }

  Edition edition() {
    return edition;
  }

  /** How many entries of the record it is of. */
  int size() {
    return history.size();
  }

  History history() {
    return history;
  }

  /** The course of the history. */
  Course course() {
    return course.get();
  }

  /** Where it stands after the last entry. */
  Standing standing() {
    return standing.get();
  }

  /** The moment of the last fact; of a record without any, the day of its header. */
  When end() {
    return end(history);
  }

  static When end(History history) {
    return history
        .last()
        .map(entry -> entry.fact().attestation().at())
        .orElseGet(() -> history.header().attestation().at());
  }

  AboutJson.Overview overview() {
    return new AboutJson.Overview(edition, history, standing());
  }

  /** What a page draws first, at a moment. */
  String glance(When at) {
    return GlanceJson.at(edition, history, course(), at);
  }

  /** A standing as JSON. */
  String standing(Standing standing, When at, Optional<When> known) {
    return StandingJson.of(edition, standing, at, known);
  }

  /** All challenges with their rulings. */
  String challenges() {
    return StandingJson.challenges(edition, standing());
  }
}
