package org.ascertain.press;

import java.util.List;
import java.util.Optional;
import org.ascertain.election.Entry;
import org.ascertain.election.When;

/**
 * What the record says to one claim as of one moment.
 *
 * @param why in a sentence
 * @param entries the indexes it rests on
 * @param when the time of the event that the claim names, where it names one: the day that the text
 *     gives is held against it
 * @param isAbout whether the record gives that time as approximate
 * @param holdsAll whether the record is known to hold all that a denial of the claim would rest on
 * @param also when the others were, where a claim tells of several
 */
record Judged(
    Verdict verdict,
    String why,
    List<Long> entries,
    Optional<When> when,
    boolean holdsAll,
    boolean isAbout,
    List<Time> also) {

  /** When one of several was of which a claim tells together: each has to be as it says. */
  record Time(When at, boolean isAbout) {}

  Judged(
      Verdict verdict,
      String why,
      List<Long> entries,
      Optional<When> when,
      boolean holdsAll,
      boolean isAbout) {
    this(verdict, why, entries, when, holdsAll, isAbout, List.of());
  }

  Judged(Verdict verdict, String why, List<Long> entries, Optional<When> when, boolean holdsAll) {
    this(verdict, why, entries, when, holdsAll, false);
  }

  /** What a form has read makes no claim that is known. */
  static final Judged NO_CLAIM = beyond("");

  Judged {
    entries = entries.stream().distinct().toList();
  }

  static Judged supported(String why, List<Entry> by) {
    return new Judged(Verdict.SUPPORTED, why, indexes(by), Optional.empty(), true);
  }

  static Judged contradicted(String why, List<Entry> by) {
    return new Judged(Verdict.CONTRADICTED, why, indexes(by), Optional.empty(), true);
  }

  static Judged imprecise(String why, List<Entry> by) {
    return new Judged(Verdict.IMPRECISE, why, indexes(by), Optional.empty(), false);
  }

  static Judged beyond(String why) {
    return new Judged(Verdict.BEYOND, why, List.of(), Optional.empty(), false);
  }

  /** Supported if so, else contradicted. */
  static Judged held(boolean holds, String why, List<Entry> by) {
    return holds ? supported(why, by) : contradicted(why, by);
  }

  /** The same, of an event whose time is known. */
  Judged at(When time) {
    return new Judged(verdict, why, entries, Optional.of(time), holdsAll);
  }

  Judged at(Entry event) {
    return new Judged(
        verdict,
        why,
        entries,
        Optional.of(event.fact().attestation().at()),
        holdsAll,
        event.fact().attestation().about());
  }

  Judged at(When time, boolean about) {
    return new Judged(verdict, why, entries, Optional.of(time), holdsAll, about);
  }

  /** The same, of several events of which each has to be of the time that is told. */
  Judged atEach(List<Entry> events) {
    List<Time> times =
        events.stream()
            .map(each -> each.fact().attestation())
            .map(each -> new Time(each.at(), each.about()))
            .distinct()
            .toList();
    Time first = times.getFirst();
    return new Judged(
        verdict,
        why,
        entries,
        Optional.of(first.at()),
        holdsAll,
        first.isAbout(),
        times.subList(1, times.size()));
  }

  /** Of two that have to hold together the one that says less for the claim. */
  Judged worse(Judged other) {
    return WORST.indexOf(other.verdict) < WORST.indexOf(verdict) ? other : this;
  }

  private static final List<Verdict> WORST =
      List.of(Verdict.CONTRADICTED, Verdict.BEYOND, Verdict.IMPRECISE, Verdict.SUPPORTED);

  /** The same verdict, from which nothing follows for its denial. */
  Judged undeniable() {
    return new Judged(verdict, why, entries, when, false, isAbout, also);
  }

  Judged as(Verdict other, String why) {
    return new Judged(other, why, entries, when, holdsAll, isAbout, also);
  }

  /** What the record says to the denial of the claim: it denies more only where it holds all. */
  Judged denied() {
    return switch (verdict) {
      case SUPPORTED -> as(Verdict.CONTRADICTED, why);
      case CONTRADICTED -> holdsAll ? as(Verdict.SUPPORTED, why) : beyondIt();
      case IMPRECISE, BEYOND -> beyondIt();
    };
  }

  private Judged beyondIt() {
    return as(Verdict.BEYOND, "The record does not hold all that a denial would rest on. " + why);
  }

  private static List<Long> indexes(List<Entry> entries) {
    return entries.stream().map(Entry::index).toList();
  }
}
